"""The words that tell what came of something, who resolved it, whose plan it is."""

import re

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

STRATEGY = re.compile(
    r"\bstrategi(?:plan|dokument)?(?:en|et)?\b|"
    r"\bfagforbundets? (?:mål|prioriteringer|prioriterte områder)\b",
    re.IGNORECASE,
)
"""What says that a line is the title of a strategy."""
