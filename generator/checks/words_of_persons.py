"""What names persons, and what names offices, in addresses and texts."""

import re

_words = re.compile(r"\w+").findall

OFFICE = re.compile(
    r"avd|epost|fagforb|fagforen|faglig|forbund|fylke|hovedtillit|info|kasserer|kommun|kontakt|kontor|kurs"
    r"|leder|medlem|nestleder|oppl(?:æ|ae)ring|pensjonist|plasstillit|post|region|sekret(?:æ|ae|a)r"
    r"|seksjon|no-?reply|ikke-?svar|service|sentral|styre|tillitsv|ungdom|utvalg|verve|webmaster|yrkesseksjon"
)
"""How the words begin that an address of a role or an office is made of."""

PLACES = frozenset(
    _words("""
    agder akershus ålesund arendal asker askøy bærum bergen bodø bodo buskerud drammen elverum finnmark
    fredrikstad gjøvik halden hamar hammerfest harstad haugesund hordaland horten innlandet karmøy
    kongsberg kongsvinger kristiansand kristiansund larvik lillehammer lillestrøm mandal molde moss namsos
    narvik nordland oslo porsgrunn rogaland sandefjord sandnes sarpsborg skien stavanger steinkjer
    telemark tønsberg tromsø troms trondheim trøndelag ullensaker vestfold vestland viken østfold
    """)
)
"""Counties and towns, without capitals."""

GIVEN_NAMES = frozenset(
    _words("""
    Adrian Aksel Aleksander Alexander Ali Alf Amalie Anders Andreas Ane Anette Anita Anja Ann Anna Anne
    Annette Are Arild Arne Arvid Asbjørn Aslak Astrid Atle August Aud Bente Berit Bernt Birgit Birgitte
    Bjarne Bjørg Bjørn Britt Brit Camilla Carina Cathrine Cecilie Charlotte Christian Christine
    Christoffer Daniel David Ebba Edvard Egil Eilif Einar Eirik Eivind Elin Elisabeth Elise Ella Ellen
    Else Emil Emilie Emma Endre Erik Erling Espen Ester Eva Fatima Filip Finn Fredrik Frida Frode Geir
    Georg Gerd Gisle Grete Grethe Gudrun Gunn Gunnar Guro Gustav Hanna Hannah Hanne Hans Harald Hassan
    Hege Heidi Helene Helge Henriette Henrik Henry Hilde Håkon Håvard Ida Inga Inge Ingeborg Inger Ingrid
    Ingunn Ingvild Isak Ivar Iver Jacob Jakob Jan Janne Jens Jenny Joakim Johan Johanne Johannes John Jon
    Jonas Jorunn Julie Jørgen Jørn Kai Kari Karianne Karin Karl Karoline Kasper Katrine Ketil Kim Kine
    Kirsten Kjell Kjersti Kjetil Knut Kristian Kristin Kristine Kristoffer Lars Laila Laura Leif Lena Lene
    Line Linda Linn Linnea Lise Live Lucas Ludvig Magne Magnus Maja Malin Marcus Maren Margit Mari Maria
    Marianne Marie Marit Marius Markus Marte Marthe Martin Mathias Mats Merete Mette Mohamed Mohammed Mona
    Monica Morten Nils Nina Nora Odd Oda Ola Olaf Olav Ole Oliver Oskar Otto Paul Per Peter Petter Philip
    Pål Ragnar Ragnhild Randi Reidar Reidun Renate Roar Robert Roger Rolf Ronny Roy Rune Ruth Sander Sara
    Sarah Sebastian Sigrid Sigurd Silje Simen Siri Siv Sofie Solveig Sondre Steinar Stian Stine Svein
    Sverre Synne Sissel Susanne Tarjei Terje Thea Therese Thomas Thor Thorbjørn Tone Tonje Tor Tore
    Torbjørn Torill Torunn Tove Trine Trond Trude Trygve Turid Unni Ulf Vegard Vetle Vibeke Vidar Vigdis
    Viktor Wenche William Yngve Yvonne Øivind Øyvind Øystein Åge Åse Åshild
    """)
)
"""Common first names, less those that are ordinary words."""

NO_SURNAME = re.compile(
    r"Nordmann|Mayen|Majestet|Aften|Capita|(?:Januar|Februar|Mars|April|Mai|Juni|Juli|August|Septem|Oktob|Novem"
    r"|Desem)\w*|\w*(?:[Ff]orbund|[Ff]orening|[Kk]ommune|[Ff]ylke|[Ss]ykehus|[Ss]jukehus|[Ss]ykehjem|[Ss]kole"
    r"|[Bb]arnehage|[Gg]ate|[Vv]ei|[Pp]lass|[Ss]tiftelse|[Ff]ond|[Ll]egat)(?:n|en|et|t)?"
)
"""Words with a capital that follow a first name and make it none."""

NAMED_AFTER = re.compile(
    r"(?:gate|gt|vei|veg|plass|allé|alle|torg|bru|park|skole|sykehus|sjukehus|sykehjem|sjukeheim|senter|stiftelse"
    r"|fond|legat|pris|minnefond|hus|institutt|barnehage|hage|kirke|gård|universitet)(?:n|en|et|a)?"
)
"""What bears a person’s name, written after it."""
