"""The unions as one site, and split by county into several that are searched as one, on one machine.

Run as `python -m bench.federation 3000 4`: unions and sites; `--json FILE` adds the figures to those of
`bench.speed`.  Needs Chromium.  Sites are served with the line of `bench.browsing`.
"""

import argparse
import shutil
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import yaml

from bench import browsing
from bench.corpus import make
from bench.planverk import Planverk
from bench.processes import Peak, run
from bench.results import Asked, Built, Federation, read
from bench.trees import weight

QUERY = "heltid"
_PAGE = "bench.html"
_BLANK = '<!doctype html><html lang="nb"><link rel="icon" href="data:,"><title>bench</title>'
_SEARCH = """async ([query, also]) => {
    const { open } = await import("/assets/search/index.js");
    const index = await open(new URL("/", location.href), also);
    return (await index.search(query, {})).records;
}"""


def measure(unions: int, parts: int, work: Path) -> Federation:
    """Builds the whole and the parts, one after the other, and searches both."""
    whole = work / "whole"
    make(whole, unions)
    counties = sorted({_county(folder) for folder in _folders(whole)})
    folders = [_part(whole, work / f"part-{at}", counties[at::parts]) for at in range(parts)]
    return Federation(
        whole=_built(whole),
        parts=[_built(folder) for folder in folders],
        alone=_asked([_site(whole)]),
        together=_asked([_site(folder) for folder in folders]),
    )


def _part(whole: Path, folder: Path, counties: list[str]) -> Path:
    shutil.copytree(whole, folder)
    for union in _folders(folder):
        if _county(union) not in counties:
            shutil.rmtree(union)
    return folder


def _folders(project: Path) -> list[Path]:
    return sorted((project / "plans/fagforeninger").iterdir())


def _county(folder: Path) -> str:
    return str(yaml.safe_load((folder / "fagforening.yml").read_text(encoding="utf-8"))["fylke"])


def _site(project: Path) -> Path:
    return project / "built/warm/site"


def _built(project: Path) -> Built:
    peak = Peak()
    took = run(Planverk(project, project / "built").begin_warm(), peak)
    left = weight(_site(project))
    return Built(len(_folders(project)), took.seconds, peak.own, left.pages, left.bytes)


def _asked(sites: list[Path]) -> Asked:
    """What a visitor of the first site, on a slow line, fetches and waits for a search of all of them."""
    (sites[0] / _PAGE).write_text(_BLANK, encoding="utf-8")
    with ExitStack() as stack:
        here, *others = [stack.enter_context(browsing.served(site)) for site in sites]
        seen = stack.enter_context(browsing.visit(stack.enter_context(browsing.browser()), f"{here}{_PAGE}"))
        begun = time.perf_counter()
        records = int(seen.page.evaluate(_SEARCH, [QUERY, others]))
        milliseconds = 1000 * (time.perf_counter() - begun)
        return Asked(records, seen.kilobytes, len(seen.searches), milliseconds)


def main() -> None:
    """Prints what was measured, and keeps it where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("unions", type=int)
    parser.add_argument("sites", type=int)
    parser.add_argument("--json", type=Path, help="the file of `bench.speed` to add the figures to")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="planverk-bench-") as folder:
        found = measure(wanted.unions, wanted.sites, Path(folder))
    for each in (found.whole, *found.parts, found.alone, found.together):
        print(each)
    if wanted.json:
        results = replace(read(wanted.json.read_text(encoding="utf-8")), federation=found)
        wanted.json.write_text(results.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
