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
    r"(?:(?:strategiske |lokale |konkrete )?(?:tiltak(?:ene|a)?|tiltaksplan(?:en)?|aktivitet(?:er|ar)?|"
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
                rf"{_GOAL} for fagforbundet .+|(?:vår(?:e|t)|eigne|egne) {_GOAL}|{_GOAL} (?:våre|vårt)"
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
        (
            Kind.GOALS,
            rf"{_GOAL}(?: (?:for|på|i) (?:(?:satsings)?området|(?:plan)?perioden))?|[hk]va vil vi oppnå",
        ),
        (
            Kind.CHAPTER,
            (
                r"strategiplan(?:en)?|etikk|etiske retningslinjer|økonomi|budsjett|avslutning|"
                r"sammendrag.*|samandrag.*|vedlegg|(?:english )?summary.*|in english|english version"
            ),
        ),
    )
)
"""Headings that mean the same in every plan, the closer match first."""

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
    r"(?:dette er en|bruk denne) mal(?:en)?\b|malen (?:er|kan)|eksempel på (?:mål|tiltak):?|tips:|"
    r"\(?(?:eks|f\.?\s?eks|t\.?\s?d|eksempel|døme)\.?\s*:",
    re.IGNORECASE,
)
"""How a sentence of the template begins that tells the writer what to write."""

GUIDANCE_ON_GOALS = re.compile(r"målsetting|\bmål\b|\bmåla\b", re.IGNORECASE)
