"""Floor 2: the words of time in Norwegian, Bokmål and Nynorsk, as patterns for casefolded text."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan",
            "februar feb febr",
            "mars mar",
            "april apr",
            "mai",
            "juni jun",
            "juli",
            "august aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
ORDINALS = {"første": 1, "fyrste": 1, "andre": 2, "annet": 2, "annen": 2, "tredje": 3, "fjerde": 4}
HALF_YEARS = {1: (1, 6), 2: (7, 12)}
SEASONS = {
    r"(?:sommer|sommar)halvår(?:et)?": (4, 9),
    r"(?:vår(?:en)?|vår(?:halvår(?:et)?|semester(?:et)?))": (1, 6),
    r"(?:sommer(?:en)?|sommar(?:en)?)": (6, 8),
    r"(?:høst(?:en)?|haust(?:en)?|(?:høst|haust)(?:halvår(?:et)?|semester(?:et)?))": (8, 12),
    r"(?:vinter(?:en)?)": (1, 3),
}
THIRDS_OF_YEAR = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}
THIRDS_OF_MONTH = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}
PARTS = {
    "early": r"(?:tidlig|tidleg|begynnelsen av|byrjinga av|starten av|primo)",
    "middle": r"(?:midten av|midt i|medio)",
    "late": r"(?:sent|seint|slutten av|ultimo)",
}

WEEKDAYS = r"(?:(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:en)? )?"
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
OF_YEAR = rf"(?: (?:i |av |for )?{YEAR})?"
ORDINAL = rf"(?P<n>[1-4]\.?|{'|'.join(ORDINALS)})"

LEAD = re.compile(
    r"^(?:frist(?:en)?:? |(?:innen|innan|senest|seinast|i løpet av|løpet av|fram til|frem til"
    r"|til og med|ved utgangen av|utgangen av|ved|til|på|per|pr\.?|den|fra|frå|i) )+"
)
BEFORE = re.compile(r"^(?:før|frå før|fra før) (?:den )?")
RECURRING = re.compile(
    r"\b(?:hver|hvert|kvar|kvart|hvart)\b(?! av\b)"
    r"|\b(?:en|én|ein|éin|to|tre|fire|\d{1,3})\s?(?:-|–)?\s?(?:\d{1,3} )?(?:gang|ganger|gong|gonger|g)\b"
    r"|\b(?:års|halvårs|kvartals|måneds|månads|ukes|semester)vis\b"
    r"|\b(?:halv)?år(?:lig|leg)e?\b|\b(?:måned|månad|uke|veke|kvartal)(?:nt)?(?:lig|leg)e?\b"
    r"|\b(?:jevnlig|jamleg|regelmessig)\b"
)
CONTINUOUS = re.compile(
    r"\b(?:kontinuerlig|kontinuerleg|fortløpende|fortløpande|løpende|løpande|hele tiden|heile tida"
    r"|gjennom hele året|gjennom heile året|hele året igjennom|ved behov)\b"
)
PERIOD = re.compile(r"(?:hele |heile )?(?:plan|strategi|strategiplan|årsmøte)?perioden?(?: sett under ett)?")
THROUGHOUT = re.compile(r"^(?:hele|heile) |sett under ett$")
END_OF_YEAR = re.compile(rf"(?:årets slutt|slutten av året|årsskiftet|året|år){OF_YEAR}")
