"""Makes a project with any number of unions: the same bytes for the same number and the same `Make`.

Each plan draws its goals, measures, deadlines, roles, courses and paragraphs from those of the real
plans, so that sizes, words and faults are theirs; unions are spread over all counties, and a share of
them has an earlier plan too, some of which lives on in the later.  The site is in Bokmål alone.
Run as `python -m bench.corpus 1000 FOLDER --seed 1 --earlier 0.5`.
"""

import argparse
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
PLACES = ("Berg", "Dal", "Fjell", "Fjord", "Haug", "Lund", "Nes", "Os", "Sund", "Vik", "Voll", "Øy")
AREAS = ("heltid", "tjenester", "organisasjon", "fag", "allianser", "digitalisering")

_REPORTED = 0.3
_LIVES_ON = 0.4
_REWORDED = 0.2
_DECLINED = 0.15
_REPORTED_BY_AREA = 0.25
"""How often: measures are reported, measures live on, main goals are worded otherwise, an item is not
prioritised, a union reports by area."""

_EDITION = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{4})?/")
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_YEAR_OF_PERIOD = re.compile(r"<(-?[0-9]+)>")

Plain = dict[str, Any]
"""A plan as YAML has it, every scalar a string."""


class _Plainly(yaml.CDumper):
    """Writes what is drawn twice out twice, for plans have no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Never an alias."""
        del data
        return True


@dataclass(frozen=True, slots=True)
class Make:
    """How the plans are drawn, and the share of unions that have an earlier plan too, evenly spread."""

    seed: int = 0
    earlier: float = 0.5

    def random(self, number: int) -> Random:
        """What the union with the number draws with."""
        return Random(number + (self.seed << 32))

    def has_earlier(self, number: int) -> bool:
        """Whether the union with the number has an earlier plan."""
        return int((number + 1) * self.earlier) > int(number * self.earlier)


@dataclass(slots=True)
class Pool:
    """What the real plans hold, to draw from, and the items of each edition that can be cited."""

    goals: list[Plain] = field(default_factory=list)
    measures: list[Plain] = field(default_factory=list)
    courses: list[Plain] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    situation: list[Plain] = field(default_factory=list)
    items: dict[str, list[str]] = field(default_factory=dict)


def make(folder: Path, unions: int, how: Make = Make()) -> None:
    """Writes the project with so many unions below the folder."""
    for name in ("plans/forbund.yml", "plans/strategi", "templates", "mkdocs.yml", "docs/om", "docs/hjelp",
                 "docs/assets", "generator"):  # fmt: skip
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target)
    _speak_one_language(folder / "plans/forbund.yml")
    federation = _read(ROOT / "plans/forbund.yml")
    counties = [county["id"] for county in federation["fylker"]]
    pool = _pool()
    for number in range(unions):
        union = folder / f"plans/fagforeninger/forening-{number:04}"
        _write_union(union, number, counties[number % len(counties)], pool, how)


def _speak_one_language(federation: Path) -> None:
    text = federation.read_text(encoding="utf-8")
    federation.write_text(re.sub("^språk: .*$", "språk: [nb]", text, flags=re.MULTILINE), encoding="utf-8")


def _read(path: Path) -> Plain:
    with path.open(encoding="utf-8") as file:
        plain: Plain = yaml.load(file, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
        return plain


def _pool() -> Pool:
    pool = Pool()
    for path in sorted((ROOT / "plans/fagforeninger").glob("*/20*.yml")):
        plan = _read(path)
        pool.paragraphs += plan.get("innledning", "").split("\n\n")
        pool.situation += plan.get("situasjon", [])
        for area in plan["områder"]:
            pool.goals += (_freed(each, plan) for each in area.get("mål", []))
            pool.measures += (_freed(each, plan) for each in area.get("tiltak", []))
            pool.courses += area.get("kurs", [])
            pool.paragraphs += area.get("innledning", "").split("\n\n")
    for path in sorted((ROOT / "plans/strategi").glob("*.yml")):
        strategy = _read(path)
        pool.items[strategy["periode"]] = [
            f"{area['id']}/{goal['id']}" for area in strategy["områder"] for goal in area["hovedmål"]
        ]
    return pool


def _freed(item: Plain, plan: Plain) -> Plain:
    """The item as any plan may draw it: its edition named in what it follows, without its own id and number.

    The years of its deadline are counted from the first of the plan.
    """
    kept = {key: value for key, value in item.items() if key not in ("id", "nr")}
    if "følger" in kept:
        cited = [kept["følger"]] if isinstance(kept["følger"], str) else kept["følger"]
        kept["følger"] = [each if _EDITION.match(each) else f"{plan['strategi']}/{each}" for each in cited]
    if "frist" in kept:
        first = int(plan["periode"][:4])
        kept["frist"] = _YEAR.sub(lambda year: f"<{int(year[0]) - first}>", kept["frist"])
    return kept


def _write_union(folder: Path, number: int, county: str, pool: Pool, how: Make) -> None:
    random = how.random(number)
    name = f"Fagforbundet {random.choice(PLACES)}{random.choice(PLACES).lower()} {number}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fagforening.yml").write_text(
        f"navn: {name}\nnr: {number:04}\nfylke: {county}\n", encoding="utf-8"
    )
    earlier: list[str] = []
    for period in ("2023", "2024-2025") if how.has_earlier(number) else ("2024-2025",):
        plan = _plan(name, period, random, pool, earlier)
        earlier = [measure["nr"].replace(".", "-") for area in plan["områder"] for measure in area["tiltak"]]
        text = yaml.dump(plan, Dumper=_Plainly, allow_unicode=True, sort_keys=False, width=100)
        (folder / f"{period}.yml").write_text(text, encoding="utf-8")


def _plan(name: str, period: str, random: Random, pool: Pool, earlier: list[str]) -> Plain:
    """A plan of the period, in which some of the measures with `earlier` ids live on."""
    year = period[:4]
    by_area = random.random() < _REPORTED_BY_AREA
    areas = [_area(number, id_, period, random, pool) for number, id_ in enumerate(AREAS, start=1)]
    for measure in chain.from_iterable(area["tiltak"] for area in areas):
        if earlier and random.random() < _LIVES_ON:
            measure["viderefører"] = f"2023/{random.choice(earlier)}"
        if not by_area and random.random() < _REPORTED:
            status = random.choice(("gjennomført", "gjennomført", "delvis", "i gang", "utgått"))
            measure["status"] = [{"dato": f"{year}-11-20", "status": status, "grunn": "Meldt til styret."}]
    for area in areas if by_area else ():
        area["resultat"] = [{"dato": f"{year}-12-20", "status": "delvis", "grunn": "Meldt til årsmøtet."}]
    return {
        "periode": period,
        "strategi": period,
        "ordlyd": "gjengitt",
        "kilde": f"Handlingsplan {period}, {name}",
        "vedtak": [{"organ": "årsmøtet", "dato": f"{year}-0{random.randint(1, 3)}-15", "type": "vedtatt"}],
        "innledning": "\n\n".join(random.sample(pool.paragraphs, 8)),
        "situasjon": random.sample(pool.situation, 2),
        "områder": areas,
    }


def _area(number: int, id_: str, period: str, random: Random, pool: Pool) -> Plain:
    goals = random.sample(pool.goals, random.randint(2, 9))
    measures = random.sample(pool.measures, random.randint(3, 10))
    area = {
        "nr": f"3.{number}",
        "område": id_,
        "innledning": "\n\n".join(random.sample(pool.paragraphs, 3)),
        "mål": [{**_settled(goal, period), "id": f"{id_}-{n}"} for n, goal in enumerate(goals, start=1)],
        "tiltak": [
            {"nr": f"3.{number}.{n}", **_settled(measure, period)}
            for n, measure in enumerate(measures, start=1)
        ],
        **dict(_choices(id_, [each for each in pool.items[period] if each.startswith(f"{id_}/")], random)),
    }
    if id_ == "organisasjon":
        area["kurs"] = random.sample(pool.courses, random.randint(0, len(pool.courses)))
    return area


def _settled(item: Plain, period: str) -> Plain:
    """The item as a plan of the period writes it: without its own edition, in the years of the period."""
    settled = dict(item)
    if "følger" in item:
        settled["følger"] = [each.removeprefix(f"{period}/") for each in item["følger"]]
    if "frist" in item:
        first = int(period[:4])
        settled["frist"] = _YEAR_OF_PERIOD.sub(lambda year: str(first + int(year[1])), item["frist"])
    return settled


def _choices(area: str, goals: list[str], random: Random) -> Iterator[tuple[str, list[Plain]]]:
    """What the union does with the area's main goals: words one otherwise, gives one no priority."""
    reworded, declined = random.sample(goals, 2)
    if random.random() < _REWORDED:
        text = "Medlemmene merker at fagforeningen har tatt tak i dette."
        goal = reworded.removeprefix(f"{area}/")
        yield "avvik", [{"type": "ordlyd", "hovedmål": goal, "tekst": text}]
    if random.random() < _DECLINED:
        yield "ikke_prioritert", [{"følger": declined, "begrunnelse": "Styret har valgt andre oppgaver."}]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("unions", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0, help="draws otherwise")
    parser.add_argument("--earlier", type=float, default=0.5, help="share of unions with an earlier plan")
    wanted = parser.parse_args()
    make(wanted.folder, wanted.unions, Make(wanted.seed, wanted.earlier))
