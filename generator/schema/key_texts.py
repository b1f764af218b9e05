"""What each key means, as editors are told while they write: a title, and a sentence or two."""

from collections.abc import Mapping

from generator.diagnostics import Message, message
from generator.schema.kinds import Schema

WHOLE: Mapping[str, Message] = {
    "forbund": message("The federation: its counties and roles"),
    "strategi": message("An edition of the federation's strategy"),
    "fagforening": message("A local union"),
    "plan": message("The action plan of a local union"),
}
"""What a file of the kind holds."""

_CONTINUES = (
    message("Continues"),
    message("What of the union's earlier plan lives on in this: period/id, for example 2022-2023/3-1-1."),
)

_IN_DOUBT = (
    message("In doubt"),
    message(
        "What was not certain when this was read from a document. Never published; delete it when seen to."
    ),
)

KEYS: Mapping[str, tuple[Message, Message]] = {
    "adresse": (message("Address"), message("The whole web address, beginning with https://.")),
    "ansvar": (
        message("Responsible"),
        message("Who carries the measure out: roles by a name that forbund.yml has for them, never persons."),
    ),
    "area.nr": (message("Number"), message("The number of the area in the plan.")),
    "area.id": (
        message("Id"),
        message(
            "Of an area of the union's own: letters a-z, digits and hyphens. Part of its permanent address."
        ),
    ),
    "area.innledning": (
        message("Introduction"),
        message("What the plan says of the area before its goals and measures."),
    ),
    "area.tittel": (message("Title"), message("The title of an area of the union's own; write “id:” too.")),
    "avvik": (
        message("Deviations"),
        message(
            "Where the plan's main goals differ from the strategy's: worded otherwise, left out or added."
        ),
    ),
    "begrunnelse": (message("Reason"), message("Why, in the plan's own words.")),
    "data": (
        message("Data"),
        message(
            "The index of the data that the site publishes, for planverk fetch: https://…/data/v1/indeks.json."
        ),
    ),
    "dato": (message("Date"), message("Year-month-day, for example 2025-01-28. May be left out.")),
    "deler": (message("Parts"), message("Parts of the chapter, built like a chapter.")),
    "doubt.grunn": (message("Reason"), message("Why it found no place.")),
    "doubt.tekst": (message("Text"), message("What stood in the document. Never published.")),
    "fagforening.eiere": (
        message("Owners"),
        message(
            "Teams on the code host that are asked about changes in the folder, for example "
            "fagforbundet/lillehammer. Never a person's name or e-mail address."
        ),
    ),
    "forbund.eiere": (
        message("Owners"),
        message(
            "Teams on the code host that are asked about all changes but those in folders with owners of "
            "their own. Never a person's name or e-mail address."
        ),
    ),
    "etter": (
        message("After"),
        message("Measures of the same plan that must be done first, by their id or number."),
    ),
    "fagforening.navn": (message("Name"), message("The full name of the union.")),
    "fagforening.nr": (
        message("Number"),
        message("The number of the union in the federation, if it has one."),
    ),
    "frist": (
        message("Deadline"),
        message("In the plan's own words: 1. mai 2025, første halvår 2025, i løpet av 2025, kontinuerlig."),
    ),
    "fagforening.språk": (
        message("Language"),
        message("The language of the union's plans, where it is another than the site's main one."),
    ),
    "forslag": (
        message("Proposals"),
        message(
            "What in the strategy this perhaps follows up. Never published and never counted: move what "
            "is right to “følger” and delete the rest."
        ),
    ),
    "fagforening.tidligere": (
        message("Former folders"),
        message(
            "The names that the union's folder had before, and the folders of unions that became part of it. "
            "What was published there leads here."
        ),
    ),
    "fylke": (message("County"), message("The id of the county in forbund.yml, for example innlandet.")),
    "fylker": (message("Counties"), message("The counties that the unions are grouped by.")),
    "følger": (
        message("Follows"),
        message(
            "What in the strategy this follows up: area/item, for example heltid/hele-stillinger. "
            "Set it only where it really does."
        ),
    ),
    "forbund.navn": (message("Name"), message("The name of the federation.")),
    "goal.viderefører": _CONTINUES,
    "gone.adresse": (
        message("Address"),
        message("The address that was published, below the site's own: fagforeninger/as/2023/."),
    ),
    "gone.grunn": (message("Reason"), message("Why it is gone. Readers see it.")),
    "gone.navn": (message("Name"), message("What it was called, for those who come to the address.")),
    "grunn": (message("Reason"), message("Why things stand so.")),
    "hovedmål": (
        message("Main goal"),
        message("The id of the strategy's main goal that the plan departs from."),
    ),
    "id": (
        message("Id"),
        message("Letters a-z, digits and hyphens. Part of a permanent address: do not change it later."),
    ),
    "ikke_prioritert": (
        message("Not prioritised"),
        message("What in the strategy the union chose not to follow up, and why."),
    ),
    "innledning": (message("Introduction"), message("Paragraphs with a blank line between them, after “|”.")),
    "kartrute": (
        message("Square of the map"),
        message(
            "Where the county lies on the map of squares: a letter for the column from the west, "
            "a number for the row from the north, for example C5."
        ),
    ),
    "kapitler": (message("Chapters"), message("Other chapters of the plan, for example on ethics.")),
    "kilder": (
        message("Other sites"),
        message("Sites whose unions are counted and listed here. Copies of their plans lie in kilder/."),
    ),
    "kilde": (message("Source"), message("The document that this is taken from.")),
    "kurs": (message("Courses"), message("Courses and other training that the area plans.")),
    "course.navn": (message("Name"), message("The name of the course.")),
    "lenker": (message("Links"), message("Links that every page shows.")),
    "lisens": (
        message("Licence"),
        message("What others may use the open data under. Without it nothing is said."),
    ),
    "linje": (message("Line"), message("The line of the page that it stood on.")),
    "målgruppe": (message("Audience"), message("Whom the course is for.")),
    "measure.id": (
        message("Id"),
        message(
            "Needed without “nr:”, or where the number stands twice in the plan. Part of a permanent "
            "address: do not change it later."
        ),
    ),
    "measure.nr": (
        message("Number"),
        message("The number of the measure in the plan. Its id is made of it: 3.1.1 becomes 3-1-1."),
    ),
    "measure.viderefører": _CONTINUES,
    "merknad": (message("Note"), message("Why the plan departs from the strategy.")),
    "mål": (message("Goals"), message("The union's own goals for the area.")),
    "navn": (message("Name"), message("The name that is shown.")),
    "nedlagt": (
        message("Gone"),
        message(
            "What was published and is gone for good, each with its address and the reason. A page says so."
        ),
    ),
    "nettsted": (
        message("Site"),
        message("Where the plans are published, beginning with https://. Links lead there."),
    ),
    "nr": (message("Number"), message("The number in the plan.")),
    "område": (message("Strategy area"), message("The id of an area of the strategy, which has its title.")),
    "områder": (message("Areas"), message("The areas, each with its goals and measures.")),
    "ordlyd": (
        message("Wording"),
        message("“vedtatt” where the words are the adopted ones, “gjengitt” where they are restated."),
    ),
    "organ": (message("Body"), message("Who dealt with the plan, for example årsmøtet.")),
    "periode": (message("Period"), message("The years, like the name of the file: 2025 or 2024-2025.")),
    "plan.tidligere": (
        message("Former periods"),
        message("The periods that the file was named after before. What was published there leads here."),
    ),
    "plan.usikkert": (
        message("Without a place"),
        message("What stood in the document and found no place here, in its order. Never published."),
    ),
    "predecessor.viderefører": (
        message("Continues"),
        message("The item of an earlier edition that is proposed: period/area/item."),
    ),
    "proposal.følger": (
        message("Follows"),
        message("The item of the strategy that is proposed: area/item, for example heltid/hele-stillinger."),
    ),
    "punkter": (message("Points"), message("A list of texts.")),
    "regel": (message("Rule"), message("The name of the rule, which stands in brackets after its message.")),
    "resultat": (message("Results"), message("What came of it as a whole. Add a line each time.")),
    "roller": (message("Roles"), message("Bodies and offices that carry measures out; never persons.")),
    "sha256": (
        message("SHA-256"),
        message("Which copy somebody has seen. planverk fetch --update writes it."),
    ),
    "side": (message("Page"), message("The page of the document that it stood on.")),
    "site_of_others.id": (
        message("Id"),
        message("The name of the folder in kilder/ that the copy lies in: letters a-z, digits and hyphens."),
    ),
    "site_of_others.navn": (message("Name"), message("What the site is called, beside its unions.")),
    "silence.grunn": (message("Reason"), message("Why the rule does not count here, for the next board.")),
    "situasjon": (message("Situation"), message("The situation and its challenges, in parts with a title.")),
    "skrivemåter": (message("Spellings"), message("What else plans may write for the role.")),
    "språk": (message("Languages"), message("The languages of the site, the main one first.")),
    "status": (message("Status"), message("What has come of it. Add a line each time; the newest is shown.")),
    "status.status": (message("Status"), message("How things stood on the day.")),
    "strategi": (message("Strategy"), message("The period of the strategy that the plan builds on.")),
    "strategy_area.fagforening": (
        message("Local union"),
        message("Measures that the local unions carry out."),
    ),
    "strategy_area.fylkeskrets": (message("County"), message("Measures that the county branches carry out.")),
    "strategy_area.hovedmål": (message("Main goals"), message("The federation's main goals for the area.")),
    "strategy_area.nasjonalt": (message("National"), message("Measures that the federation carries out.")),
    "strategi.usikkert": (
        message("Without a place"),
        message("What stood in the document and found no place here, in its order. Never published."),
    ),
    "strategy_area.tiltak": (
        message("Strategic measures"),
        message("By who carries them out: nasjonalt, fylkeskrets, fagforening."),
    ),
    "strategy_item.forslag": (
        message("Proposals"),
        message(
            "What of an earlier edition perhaps lives on in this. Never published and never counted: "
            "move what is right to “viderefører” and delete the rest."
        ),
    ),
    "tegn": (
        message("Sign"),
        message("The picture and colour that the area is known by on the site; the same in every edition."),
    ),
    "tekst": (message("Text"), message("The text is shown as it is written; it is never formatted.")),
    "tidligere": (
        message("Former ids"),
        message("The ids that it had in addresses before. What was published under them leads here."),
    ),
    "tidspunkt": (message("Time"), message("When the course is held, in the plan's own words.")),
    "tiltak": (message("Measures"), message("The union's measures for the area.")),
    "tittel": (message("Title"), message("The title that is shown.")),
    "treff": (message("Score"), message("How sure the proposal is, from 0 to 1.")),
    "type": (message("Resolution"), message("What the body did: vedtatt, godkjent or behandlet.")),
    "deviation.type": (
        message("Deviation"),
        message(
            "“ordlyd”: the plan words the main goal otherwise. “utelatt”: it leaves it out. "
            "“tillegg”: it has one that the strategy does not have."
        ),
    ),
    "unntak": (
        message("Exceptions"),
        message("Rules that are not to speak here, each with the reason. Warnings only."),
    ),
    "usikkert": _IN_DOUBT,
    "vedtak": (message("Resolutions"), message("Who dealt with it, and when.")),
    "viderefører": (
        message("Continues"),
        message(
            "What of an earlier edition lives on in this: period/area/item, for example 2023/heltid/pensjon."
        ),
    ),
}
"""A key's title and description; `record.key` where the record has others than the key has elsewhere."""


def told(record: str, key: str) -> Schema:
    """The title and the description of the key in the record."""
    title, description = KEYS.get(f"{record}.{key}") or KEYS[key]
    return {"title": title, "description": description}
