"""Rules on how goals and measures are worded."""

import re
from collections.abc import Callable, Iterable, Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import Message, message
from generator.model import Goal, Measure, Plan, PlanArea, Section

_EXCERPT = 70


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DOING = frozenset({"være med", "vere med"}) | _each(
    """
    alliere annonsere arbeida arbeide arrangere avholde be benytte besøke besøkje bidra bistå bruka
    bruke dele delta diskutere drive drøfta drøfte etterspørre feire forberede foreslå formidle
    forsyne fortsette følge følgja førebu gi gje gjennomføra gjennomføre halde hente hjelpe holde
    informere innhente innkalle invitere jobba jobbe kalle kartlegge kartleggja kjøpa kjøpe koma
    komme kommunisere kontakte kreve krevja kurse laga lage legga legge leggja lære markere
    motarbeide møta møte oppdatere oppfordre oppmuntre oppsøke oppsøkje orientere planlegge
    planleggja presentere promotere påse påverke påvirke reise rekruttere representere samarbeida
    samarbeide samle se senda sende skolere skriva skrive snakke spre stilla stille støtte
    synleggjere synliggjøre søke søkje sørge sørgje ta teste tilskrive undersøke undersøkje
    utarbeida utarbeide utforme utgi utrede verve vervja vidareformidle vidareføre videreformidle
    videreføre vise vurdere
    """
)
"""Verbs of doing, as a measure begins with them.  Those of change (øke, styrke, sikre) are left out."""

_CHANGING = _each(
    """
    auke bedre bygge byggja forsvare få gjere gjøre hindre la minske motverke motvirke redusere
    sikre skaffe stanse styrke utvikle øke
    """
)
_STRATEGIC = _DOING | _CHANGING
_PRESENT = frozenset(f"{verb}r" for verb in _DOING)
_COMMANDS = _each(
    """
    arranger delta etabler etterspør gjennomfør informer inviter kartlegg oppfordre rekrutter skoler
    utarbeid
    """
)
_NOUNS_TOO = _each("lære møte reise støtte")
"""Verbs that are nouns too: they count only after “å” or “skal”."""

_SUBJECT = re.compile(
    r"(?:(?P<who>vi|fagforeningen|fagforeininga|styret|fagforeningsstyret|klubben|klubbene|klubbane|"
    r"yrkesseksjonene|yrkesseksjonane|fagforbundet(?-i: [A-ZÆØÅ][\w-]*)?)\s+)?"
    r"(?:(?P<will>skal|vil|må|bør|ønsker å|ønskjer å|å)\s+)?(?:aktivt |fortsatt )?(?P<verb>v[eæ]re med|\w+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_QUANTITIES = _each(
    """
    al alle alltid andel andelen ansatt antall antallet april august auka aukar auke auken
    avtalefestet desember dobbel dobbelt dobla doble doblet dobling éi éin elleve én etablere etablert
    etablerte ett februar fem femten fire fjorten fleire fleirtal flere flertall flest fleste færre
    ganger gjennomført godkjent godkjente gonger halv halve halvere halvert halvparten haust hausten
    hundre hver hvert høgare høst høsten høstsemesteret høyere ingen innført inngått iverksatt
    januar juli juni kortere kutt kutte kvar kvart kvartal lavere lengre lågare mai maks maksimalt
    mange mars meir mer mindre minska minsker minst månadleg månedlig månedlige ni november null
    oftare oftere oktober oppretta opprette opprettet plass prosent prosentpoeng raskere reduksjon redusere
    reduserer redusert samtlige seks seksten semester september signert sju større syv talet tall
    tallet tariffesta tariffestet ti tjue to tolv tre tredel tredve tretten tretti tusen ukentlig
    ukentlige valgt valt vedtatt vedtatte vedteke vår våren vårsemesteret øke økende øker økning
    økningen økt årleg årlege årlig årlige årsskiftet åtte
    """
)
"""Words of number, share, direction and time, and of what is there or not: by them a goal is measured."""

_ABBREVIATIONS = {
    "AMU": "arbeidsmiljøutvalg",
    "BHT": "bedriftshelsetjeneste",
    "FTV": "foretakstillitsvalgt",
    "HTA": "hovedtariffavtalen",
    "HTV": "hovedtillitsvalgt",
    "HVO": "hovedverneombud",
    "MBU": "medbestemmelsesutvalg",
    "PTV": "plasstillitsvalgt",
}


def excerpt(text: str) -> str:
    """The text, cut between words where it is long, without a full stop at the end."""
    if len(text) <= _EXCERPT:
        return text.rstrip(".")
    return f"{text[:_EXCERPT].rsplit(maxsplit=1)[0]} …"


def tells_what_to_do(text: str) -> bool:
    """Whether the text begins as a measure does, with a verb of doing."""
    return _begins_with(text, _DOING)


def reads_as_measure(text: str) -> bool:
    """Whether the text begins with a verb of doing or of change, as strategic measures do."""
    return _begins_with(text, _STRATEGIC)


def _begins_with(text: str, verbs: frozenset[str]) -> bool:
    parts = _SUBJECT.match(text.strip())
    if parts is None:
        return False
    verb = parts["verb"].casefold()
    if parts["will"]:
        return verb in verbs
    if parts["who"]:
        return verb in _PRESENT
    return (verb in verbs and verb not in _NOUNS_TOO) or verb in _COMMANDS


def _is_measurable(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return not (_QUANTITIES.isdisjoint(words) and all(map(str.isalpha, words)))


def _areas(subject: Subject, lacks: Callable[[Goal], bool]) -> Iterator[tuple[PlanArea, list[Goal]]]:
    """Each area with those of its goals that lack something, where there are any."""
    for area in (area for plan in subject.plans for area in plan.areas):
        goals = [goal for goal in area.goals if lacks(goal)]
        if goals:
            yield area, goals


def _at_first(area: PlanArea, goals: list[Goal], fault: Message, instead: Message) -> Finding:
    """The fault of several of the area's goals, told at the first of them."""
    text = message(fault.text, count=len(goals), total=len(area.goals), found=excerpt(goals[0].text))
    return Finding(goals[0].position, text, instead)


@warning
def goal_worded_as_activity(subject: Subject) -> Iterator[Finding]:
    """Goals say what is to be done, not what is to be reached.

    “Arrangere kurs” is reached when the course is over, whether it helped anybody or not. Say what is
    different afterwards, so that the annual meeting can tell whether it went well, and let what is to
    be done be a measure under “tiltak” with a deadline and somebody responsible. An area is reported
    once, at the first of its goals that are worded so.
    """
    for area, goals in _areas(subject, lambda goal: tells_what_to_do(goal.text)):
        yield _at_first(
            area,
            goals,
            message("{count} of {total} goals here say what is to be done, the first “{found}”."),
            message(
                "Write what is to be reached, for example “Flere medlemmer har hel stilling”, "
                "and put what is to be done under “tiltak:”."
            ),
        )


@warning
def goal_not_measurable(subject: Subject) -> Iterator[Finding]:
    """Goals hold nothing to measure them by: no number, no share, no time, no more or fewer.

    Nobody can say for sure whether such a goal is reached. Say how many, how often or by when. An
    area is reported once, at the first of its goals that are so; those that only say what is to be
    done are left to the rule “goal-worded-as-activity”.
    """
    for area, goals in _areas(
        subject, lambda goal: not _is_measurable(goal.text) and not tells_what_to_do(goal.text)
    ):
        yield _at_first(
            area,
            goals,
            message("{count} of {total} goals here cannot be measured, the first “{found}”."),
            message("Write how many, how often or by when, for example “minst 20 nye medlemmer i 2025”."),
        )


@warning
def goal_without_reason(subject: Subject) -> Iterator[Finding]:
    """Several goals of an area give no reason.

    A reason shows members why a goal was chosen, and helps the next board to see whether it still
    counts. Write “begrunnelse:” under each goal. An area is reported once, at the first goal without
    a reason, and only where more than one goal lacks it; an introduction to the area (“innledning:”)
    counts as the reason for all its goals.
    """
    for area, goals in _areas(subject, lambda goal: goal.reason is None):
        if len(goals) > 1 and not area.introduction:
            yield _at_first(
                area,
                goals,
                message("{count} of {total} goals here give no reason, the first “{found}”."),
                message("Write “begrunnelse: …” under each, or “innledning: …” for the whole area."),
            )


@warning
def unexplained_abbreviation(subject: Subject) -> Iterator[Finding]:
    """A plan uses an abbreviation of working life, such as HTV, that it explains nowhere.

    New members do not know it. Write the whole words, or explain the abbreviation in brackets where
    the plan first uses it. Only few abbreviations are looked for, and each is reported once in a plan.
    """
    for plan in subject.plans:
        items = plan.goals_and_measures
        for short, words in _ABBREVIATIONS.items():
            first = _first_use(items, short)
            if first is not None and not any(_explains(text, short) for text in _texts(plan)):
                yield Finding(
                    first.position,
                    message("“{found}” is explained nowhere in the plan.", found=short),
                    message("Write “{words}”, or “{words} ({found})” once.", words=words, found=short),
                )


def _first_use(items: Iterable[Goal | Measure], short: str) -> Goal | Measure | None:
    """The first of the goals and measures that uses the abbreviation."""
    using = [item for item in items if short in item.text]
    return next((item for item in using if short in _WORD.findall(item.text)), None)


def _explains(text: str, short: str) -> bool:
    return f"({short}" in text or f"{short})" in text or f"{short} (" in text


def _texts(plan: Plan) -> Iterator[str]:
    """All running text of the plan."""
    yield from plan.introduction
    for section in (*plan.situation, *plan.chapters):
        yield from _of_section(section)
    for area in plan.areas:
        yield from area.introduction
        yield from (item.text for item in area.items if item.text)
        yield from (goal.reason for goal in area.goals if goal.reason)


def _of_section(section: Section) -> Iterable[str]:
    yield section.title
    yield from section.paragraphs
    yield from section.points
    for part in section.parts:
        yield from _of_section(part)
