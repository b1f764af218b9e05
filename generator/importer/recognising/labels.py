"""How a piece begins that says what it is: labels, numbers, the words before a measure or a goal."""

import re

from generator.importer.recognising.vocabulary import Kind

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
