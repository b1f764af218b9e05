"""Floor 5: who is asked about changes, as code hosts read it: `.github/CODEOWNERS`, made of `eiere`.

Of the lines that fit a file, the last one counts: the federation's is the first, the unions' come after.
"""

from collections.abc import Iterator

from generator.model import Body

PATH = ".github/CODEOWNERS"

FIRST_LINE = "# Laget av «planverk owners» av «eiere» i plans/. Ikke rediger fila."
"""By which a file is known as ours."""


def code_owners(body: Body) -> str:
    """The file; its paths are made of ids alone, so that there is nothing in them to encode."""
    return "".join(f"{line}\n" for line in (FIRST_LINE, *_lines(body)))


def _lines(body: Body) -> Iterator[str]:
    if body.federation.owners:
        yield _line("*", body.federation.owners)
    for union in body.unions:
        if union.owners:
            yield _line(f"/plans/fagforeninger/{union.id}/", union.owners)


def _line(path: str, owners: tuple[str, ...]) -> str:
    return " ".join((path, *dict.fromkeys(owners)))
