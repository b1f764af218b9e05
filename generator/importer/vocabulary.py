"""The words that plans use for their parts: headings, labels, columns, guidance, what came of it.

Both written forms of Norwegian; what is matched is lower case without a number before or a colon after.
"""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a heading begins, or what a label or a column holds."""

    TITLE = "title"
    INTRODUCTION = "introduction"
    SITUATION = "situation"
    CONTENTS = "contents"
    CHAPTER = "chapter"
    AREA = "area"
    OWN_AREA = "own area"
    MAIN_GOALS = "main goals"
    LOCAL_GOALS = "local goals"
    GOALS = "goals"
    MEASURES = "measures"
    COURSES = "courses"
    RESULT = "result"
    NUMBER = "number"
    MEASURE = "measure"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    REASON = "reason"
    COURSE = "course"
    AUDIENCE = "audience"
    TIME = "time"
    OTHER = "other"


_YEARS = r"(?:\s*(?:for |i |perioden )?(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?)?"
_ASIDE = r"(?:\s*\([^)]*\))?"
_UNION = (
    r"(?:fagforeningens?|fagforeninga|fagforeningas?|foreningens?|foreninga?s?|"
    r"avdelingens?|avdelingas?|lokallagets?|lokalforeningens?|klubbens?|vår[et]?|våre?|"
    r"egne?|eigne?|lokale?)"
)
_MAIN = (
    r"(?:hovedmål(?:ene|et|a)?|hovudmål(?:a|et)?|overordne(?:de|t|a) mål|nasjonale mål|"
    r"sentrale mål|forbundets mål|fagforbundets (?:hoved|hovud)?mål(?:settinger)?|"
    r"fagforbundet sine? (?:hoved|hovud)?mål|landsstyrets mål|strategiplanens mål|"
    r"mål i strategiplanen|mål fra strategiplanen)"
)
_GOAL = (
    r"(?:(?:del|resultat|tiltaks)?mål(?:ene|a)?|(?:del)?målsetting(?:er|ene|ar|a|en)?|"
    r"målsetning(?:er)?|ønsket resultat|ønska resultat)"
)
_DO = (
    r"(?:(?:strategiske |lokale |konkrete )?(?:tiltak(?:ene|a)?|aktivitet(?:er|ar)?|"
    r"handling(?:er|ar)?|tiltak/aktivitet(?:er)?|aktivitet(?:er)?/tiltak|"
    r"tiltak og aktivitet(?:er|ar)|aktivitet(?:er|ar) og tiltak)(?:\s*(?:for|"
    r"i) (?:fagforeningen|fagforeninga|perioden))?)"
)

HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{pattern}){_YEARS}{_ASIDE}"))
    for kind, pattern in (
        (Kind.CONTENTS, r"innhold(?:sfortegnelse|sliste|et)?|innhaldsliste|innhald"),
        (
            Kind.INTRODUCTION,
            (
                r"innledning|innleiing|introduksjon|forord|føreord|om planen|om handlingsplanen|"
                r"bakgrunn(?: for planen)?"
            ),
        ),
        (
            Kind.SITUATION,
            (
                rf"(?:{_UNION} )?(?:nåsituasjon(?:en)?|nosituasjon(?:en)?|no-situasjon(?:en)?|"
                rf"situasjonen|utfordring(?:er|ar|ene|ane)?)(?: (?:og|for|i|på) .*)?|"
                rf"{_UNION} utfordring(?:er|ar)|nåsituasjon og utfordringer.*"
            ),
        ),
        (
            Kind.OWN_AREA,
            (
                r"eventuelle organisatoriske utfordringer.*|andre (?:utfordringer|saker|oppgaver|"
                r"aktiviteter|tiltak)"
            ),
        ),
        (Kind.MAIN_GOALS, rf"{_MAIN}|mål for fagforbundet|fagforbundet skal|forbundet skal"),
        (
            Kind.LOCAL_GOALS,
            (
                rf"{_UNION}(?: sine?| egne| eigne| lokale| konkrete)? {_GOAL}|{_GOAL} (?:for|i|"
                rf"til) (?:fag)?(?:foreningen|foreninga|avdelingen|avdelinga|klubben).*|delmål(?:ene|"
                rf"a)?|lokale {_GOAL}|(?:fag)?forening(?:en|a) skal|vi skal|fagforbundet .+ mål|"
                rf"{_GOAL} for fagforbundet .+|(?:vår(?:e|t)|eigne|egne) {_GOAL}"
            ),
        ),
        (
            Kind.MEASURES,
            (
                rf"(?:(?:{_UNION}|fagforbundet .+?)(?: sine?)? )?{_DO}|hva skal vi gjøre|"
                rf"kva skal vi gjere"
            ),
        ),
        (
            Kind.COURSES,
            (
                r"(?:yrkesfaglige |faglige |lokale )?(?:kurs|kursplan|kursoversikt|opplæringsplan|"
                r"kursaktivitet(?:er)?)(?:,? (?:og|for|i) .*|,? konferanser .*)?|"
                r"konferanser(?: og .*)?|kurs/konferanser?|skoleringsplan"
            ),
        ),
        (
            Kind.RESULT,
            (
                r"resultat(?:er|et)?|måloppnåelse|måloppnåing|evaluering|oppnådde mål|"
                r"hva har vi oppnådd|status på tiltak(?:ene)?"
            ),
        ),
        (Kind.GOALS, rf"{_GOAL}|hva vil vi oppnå|kva vil vi oppnå"),
        (
            Kind.CHAPTER,
            (
                r"strategiplan(?:en)?|etikk|etiske retningslinjer|økonomi|budsjett|avslutning|"
                r"sammendrag|vedlegg"
            ),
        ),
    )
)
"""Headings that mean the same in every plan, the closer match first."""

LABELS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.RESPONSIBLE,
        (
            r"ansvar(?:lig|lige|leg|lege)?(?: for (?:gjennomføring|oppfølging)(?:en)?)?|"
            r"ansvarshaver|ansvarleg(?:e)?|hvem(?: har ansvar(?:et)?| gjør)?|"
            r"kven(?: har ansvar(?:et)?)?|utføres av|utførast av"
        ),
    ),
    (
        Kind.DEADLINE,
        (
            r"frist(?:er)?|tidsfrist|tidsramme|tidsrom|tidsplan|tidspunkt|når|gjennomføres|"
            r"gjennomføringstidspunkt|ferdig(?: innen)?|innen"
        ),
    ),
    (Kind.RESULT, r"status|resultat|måloppnåelse|måloppnåing|evaluering|utført"),
    (Kind.REASON, r"begrunnelse|grunngjeving|bakgrunn|hvorfor|kvifor"),
    (
        Kind.OTHER,
        (
            r"kostnad(?:er)?|budsjett|økonomi|ressurs(?:er|ar|bruk)?|kommentar(?:er|ar)?|"
            r"merknad(?:er|ar)?|indikator(?:er|ar)?|måles ved|samarbeidspartner(?:e)?|involverte|"
            r"deltakere|målgruppe|sted|stad"
        ),
    ),
)

_ANY_LABEL = "|".join(f"(?P<{kind.name}>{words})" for kind, words in LABELS)
LABEL = re.compile(rf"\(?(?:{_ANY_LABEL})\s*(?P<sign>:|\s[-–]\s|\s*$)\s*", re.IGNORECASE)
"""A label with its sign, at the beginning of a text."""

BARE_LABEL = re.compile(
    (
        r"(?:(?P<RESPONSIBLE>ansvar(?:lig|lige|leg|lege)?)|(?P<DEADLINE>frist|"
        r"tidsfrist))\s+(?!for\b|med\b|som\b|er\b)(?=\S)"
    ),
    re.IGNORECASE,
)
"""A label whose colon is missing."""

INNER_LABEL = re.compile(rf"(?<=[\s.,;|(])(?:[|(]\s*)?(?:{_ANY_LABEL})\s*:\s*", re.IGNORECASE)
"""A label with its colon inside a text."""

MEASURE = re.compile(
    r"(?P<label>(?:strategisk )?(?:tiltak|aktivitet|handling)(?:\s*/\s*(?:tiltak|"
    r"aktivitet|handling))?(?:\s+nr\.?)?"
    r"\s*(?P<number>\d+(?:\.\d+)*(?:[a-z](?=\s*[:.)\s]))?|"
    r"[A-ZÆØÅ](?=\s*[:.)]))?)(?P<sign>\s*[:.)–]\s*|\s+-\s+|\s+(?=\S)|\s*$)",
    re.IGNORECASE,
)
"""The beginning of a measure with its number."""

GOAL = re.compile(
    (
        r"(?P<label>(?P<main>hoved|"
        r"hovud)?(?P<part>del)?mål(?:setting)?\s*(?:nr\.?\s*)?(?P<number>\d+(?:\.\d+)*)?)(?P<sign>\s*[:.)–]\s*|"
        r"\s+-\s+|\s*$)"
    ),
    re.IGNORECASE,
)
"""The beginning of a goal with its number."""

NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)+)\.?\s+(?=\S)")
"""A number of several steps before a text: `3.1.1 Styret …`."""

HEADING_NUMBER = re.compile(
    (
        r"(?:(?:kapittel|kap\.?|del|område|satsingsområde|"
        r"innsatsområde)\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}(?=\.)|"
        r"[A-Z](?=[.)]))[.):]?\s+(?=\S)"
    ),
    re.IGNORECASE,
)

COLUMNS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.NUMBER, r"nr|nummer|tiltaksnr|#|tiltak nr|tiltaksnummer"),
        (Kind.AREA, r"(?:satsings|strategi|innsats|mål)?område(?:r)?|strategisk område|tema/område"),
        (Kind.MAIN_GOALS, rf"{_MAIN}{_YEARS}|strategi"),
        (
            Kind.RESULT,
            (
                r"status.*|resultat.*|måloppnåelse.*|måloppnåing.*|evaluering.*|utført|oppnådd\??|"
                r"gjennomført\??"
            ),
        ),
        (Kind.RESPONSIBLE, r"ansvar.*|hvem.*|kven.*|utføres av|utførast av"),
        (Kind.AUDIENCE, r"målgruppe.*|for hvem|for kven|deltakere?|deltakarar"),
        (Kind.COURSE, r"(?:type )?kurs(?:/konferanse)?.*|navn på kurs|kurstype|konferanse.*|type kurs.*"),
        (
            Kind.DEADLINE,
            (
                r"frist.*|tidsfrist.*|når.*|tid|tidsrom|tidsramme|tidsplan|tidspunkt.*|dato|"
                r"gjennomføres|periode"
            ),
        ),
        (Kind.REASON, r"begrunnelse|hvorfor|grunngjeving|kvifor"),
        (
            Kind.MEASURES,
            (
                rf"{_DO}|(?:{_UNION} )?{_DO}|hva(?: skal (?:vi gjøre|gjøres))?|kva(?: skal gjerast)?|"
                rf"hvordan.*|korleis.*|arbeidsoppgaver?|oppgaver?|innsats"
            ),
        ),
        (Kind.LOCAL_GOALS, rf"(?:{_UNION} )?(?:sine )?{_GOAL}(?: .*)?|hva vil vi oppnå|kva vil vi oppnå"),
        (
            Kind.OTHER,
            (
                r"kostnad.*|budsjett.*|økonomi|ressurs.*|kommentar.*|merknad.*|indikator.*|sted|stad|"
                r"antall|måles ved.*"
            ),
        ),
    )
)

GUIDANCE = re.compile(
    r"teksten tilpasses egen fagforening|tilpass teksten|tilpasses (?:egen|den enkelte) fagforening|"
    r"her (?:formulerer|skriver|beskriver|fyller|setter|fører|legger|kan|skal|bør|lister|"
    r"skriv|skildrar|set|fyller)\s+"
    r"(?:fagforeningen|fagforeninga|dere|de|du|man|en|ein|inn|foreningen|styret)\b|"
    r"(?:disse|desse|målene|måla) (?:skal|bør|må) være? realistiske|disse skal være realistiske|"
    r"begrunnelse for målsettingene må framgå|skriv inn\b|skriv her|sett inn|fyll (?:ut|"
    r"inn)|klikk (?:eller trykk )?her|"
    r"trykk her for å|\(?(?:slett|fjern) (?:dette|denne|teksten|det som)|hjelpetekst|"
    r"veiledning(?:stekst)?:|rettleiing:|"
    r"(?:dette er en|bruk denne) mal(?:en)?\b|malen (?:er|kan)|eksempel på (?:mål|tiltak):?|tips:",
    re.IGNORECASE,
)
"""How a sentence of the template begins that tells the writer what to write."""

GUIDANCE_ON_GOALS = re.compile(r"målsetting|\bmål\b|\bmåla\b", re.IGNORECASE)

RESULT = re.compile(
    r"(?:(?:lokale? |alle )?mål(?:et|ene|a)?|tiltak(?:et|ene|a)?|aktivitet(?:en|"
    r"ene)?)?\s*(?:er |ble |blei |vart )?"
    r"(?P<how>delvis|dels|ikke|ikkje|nesten|i stor grad|i noen grad|helt|heilt|fullt ut)?\s*"
    r"(?P<what>oppnådd|nådd|oppfylt|innfridd|gjennomført|gjennomførte|utført|fullført|"
    r"ferdig(?:stilt)?|i gang|"
    r"igangsatt|påbegynt|pågår|startet|starta|begynt|utgått|utgår|avlyst|utsatt|under arbeid)\b",
    re.IGNORECASE,
)
"""How a report begins: what came of a goal, a measure or an area."""

BODIES = re.compile(
    r"(?P<body>(?:fagforenings)?styre(?:t|møtet|møte|ts møte)?|fagforeningsstyret|"
    r"(?:ekstraordinært |ekstraordinære )?årsmøte(?:t)?|"
    r"representantskap(?:et)?|medlemsmøte(?:t)?|landsstyret|forbundsstyret|landsmøtet|"
    r"forbundsregionen|fylkeskretsen)",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"\b(?P<act>godkjent|godkjend|vedtatt|vedteke|vedteken|behandlet|behandla|handsama)\b", re.IGNORECASE
)

UNION = re.compile(
    r"(?P<name>Fagforbundet(?:\s+(?!avd|avdeling|skal|har|sin|og\b|i\b|er\b|sitt\b|vil\b|"
    r"for\b)[A-ZÆØÅ][\w.-]*(?:\s+(?:og|i|på)\s+(?=[A-ZÆØÅ]))?)+)"
    r"(?:[\s,–-]*(?:avd(?:eling)?|avd\.|fagforening)\.?\s*(?:nr\.?\s*)?(?P<number>\d{1,4}))?"
)
PLAN = re.compile(
    (
        r"\b(?:handlings|års|aktivitets|arbeids|virksomhets|verksemds|"
        r"handlings- og aktivitets)plan\b"
    ),
    re.IGNORECASE,
)
"""What says that a line is the title of a plan."""
