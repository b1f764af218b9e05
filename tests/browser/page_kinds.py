"""A page of each kind, and the states that the search can be in."""

PAGES = (
    "/",
    "/fagforeninger/",
    "/fylker/oslo/",
    "/fylker/troms/",
    "/fagforeninger/lillehammer/",
    "/fagforeninger/forse/2024-2025/",
    "/fagforeninger/forse/2024-2025/rapport-2025/",
    "/strategi/",
    "/strategi/2024-2025/",
    "/strategi/2024-2025/heltid/",
    "/strategi/2024-2025/heltid/krav-etter-loven/",
    "/roller/",
    "/roller/klubbleder/",
    "/fagforeninger/forse/roller/",
    "/fagforeninger/forse/kalender/",
    "/dekning/",
    "/dekning/2024-2025/",
    "/dekning/2024-2025/innlandet/",
    "/fagforeninger/forse/2024-2025/rod-trad/",
    "/kalender/",
    "/kalender/2023/",
    "/kalender/2023/oslo/",
    "/kurs/",
    "/kurs/oslo/",
    "/data/",
    "/regler/",
    "/regler/deadline-missing/",
    "/hjelp/",
    "/hjelp/endre/",
    "/hjelp/egen-maskin/",
    "/hjelp/redaktor/",
    "/om/",
    "/om/personvern/",
    "/om/tilgjengelighet/",
    "/om/ytelse/",
    "/om/vekst/",
    "/404.html",
    "/sok/",
)

SEARCHES = (
    "/sok/?q=heltid",
    "/sok/?q=klubb&rolle=Klubbleder",
    "/sok/?q=barnehage&fylke=Oslo",
)
"""With results, narrowed, and with none."""

PAGE_KINDS = (*PAGES, *SEARCHES)
