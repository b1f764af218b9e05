"""Floor 5: the lists of addresses that were published: `plans/adresser/`, one file a union or edition.

They lie apart from what they are the addresses of, so that they stay when that is renamed or taken out;
and by themselves, so that changes to two unions never meet in one file.
"""

from collections.abc import Iterable
from pathlib import Path

from generator import forms, sources
from generator.diagnostics import Collector, Position, message
from generator.model import Noted

FOLDER = "plans/adresser/"

_HEAD = """\
# Adresser som er publisert. En adresse som står her, skal føre til noe så lenge nettstedet finnes.
# Skrives av «planverk addresses --update». Ikke rediger fila, og ikke slett linjer.
"""


def read(path: Path, root: Path, faults: Collector) -> tuple[Noted, ...]:
    """The addresses that the list names; each other line is a fault."""
    name = path.relative_to(root).as_posix()
    noted = []
    for number, line in enumerate(sources.lines(path, root, faults), start=1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        if forms.ADDRESS.read(written) is None:
            fault = message(forms.ADDRESS.fault.text, found=written)
            faults.report(Position(name, number), forms.ADDRESS.rule, fault, forms.ADDRESS.instead)
        else:
            noted.append(Noted(written, Position(name, number)))
    return tuple(noted)


def without_plans(noted: Iterable[Noted], union: str, periods: Iterable[str]) -> tuple[Noted, ...]:
    """Those that are not of the union's plans for the periods."""
    pages = tuple(f"fagforeninger/{union}/{period}/" for period in periods)
    return tuple(each for each in noted if not each.address.startswith(pages))


def text(addresses: Iterable[str]) -> str:
    """The list of the addresses, each once and in order, so that git shows what came."""
    return _HEAD + "".join(f"{address}\n" for address in sorted(set(addresses)))


def place(address: str) -> str:
    """The file that the address belongs in."""
    kind, of, *_ = address.split("/")
    return f"{FOLDER}{kind}/{of}.txt" if kind in {"fagforeninger", "strategi"} else f"{FOLDER}forbund.txt"
