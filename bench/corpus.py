"""Makes a project with any number of unions: the same bytes for the same number.

Each plan draws its goals, measures, deadlines, roles and paragraphs from those of the real plans,
so that sizes, words and faults are theirs; unions are spread over all counties.
Run as `python -m bench.corpus 1000 FOLDER`.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
PLACES = ("Berg", "Dal", "Fjell", "Fjord", "Haug", "Lund", "Nes", "Os", "Sund", "Vik", "Voll", "Øy")

Plain = dict[str, Any]
"""A plan as YAML has it, every scalar a string."""


class _Plainly(yaml.CDumper):
    """Writes what is drawn twice out twice, for plans have no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Never an alias."""
        del data
        return True


@dataclass(slots=True)
class Pool:
    """What the real plans hold, to draw from."""

    plans: list[Plain] = field(default_factory=list)
    goals: list[Plain] = field(default_factory=list)
    measures: list[Plain] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def make(folder: Path, unions: int) -> None:
    """Writes the project with so many unions below the folder."""
    for name in ("plans/forbund.yml", "plans/strategi", "templates", "mkdocs.yml", "docs/om", "docs/hjelp",
                 "docs/assets", "generator"):  # fmt: skip
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target)
    federation = _read(ROOT / "plans/forbund.yml")
    counties = [county["id"] for county in federation["fylker"]]
    pool = _pool()
    for number in range(unions):
        _write_union(folder / f"plans/fagforeninger/forening-{number:04}", number, counties, pool)


def _read(path: Path) -> Plain:
    with path.open(encoding="utf-8") as file:
        plain: Plain = yaml.load(file, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
        return plain


def _pool() -> Pool:
    pool = Pool()
    for path in sorted((ROOT / "plans/fagforeninger").glob("*/20*.yml")):
        plan = _read(path)
        pool.plans.append(plan)
        pool.paragraphs += plan.get("innledning", "").split("\n\n")
        for area in plan["områder"]:
            pool.goals += area.get("mål", [])
            pool.measures += area.get("tiltak", [])
            pool.paragraphs += area.get("innledning", "").split("\n\n")
    return pool


def _write_union(folder: Path, number: int, counties: list[str], pool: Pool) -> None:
    random = Random(number)
    name = f"Fagforbundet {random.choice(PLACES)}{random.choice(PLACES).lower()} {number}"
    folder.mkdir(parents=True, exist_ok=True)
    county = counties[number % len(counties)]
    (folder / "fagforening.yml").write_text(
        f"navn: {name}\nnr: {number:04}\nfylke: {county}\n", encoding="utf-8"
    )
    plan = _plan(name, random, pool)
    text = yaml.dump(plan, Dumper=_Plainly, allow_unicode=True, sort_keys=False, width=100)
    (folder / "2024-2025.yml").write_text(text, encoding="utf-8")


def _plan(name: str, random: Random, pool: Pool) -> Plain:
    areas = ("heltid", "tjenester", "organisasjon", "fag", "allianser", "digitalisering")
    return {
        "periode": "2024-2025",
        "strategi": "2024-2025",
        "ordlyd": "gjengitt",
        "kilde": f"Handlingsplan 2024–2025, {name}",
        "vedtak": [{"organ": "årsmøtet", "dato": f"2024-0{random.randint(1, 3)}-15", "type": "vedtatt"}],
        "innledning": "\n\n".join(random.sample(pool.paragraphs, 8)),
        "områder": [*(_area(number, id_, random, pool) for number, id_ in enumerate(areas, start=1))],
    }


def _area(number: int, id_: str, random: Random, pool: Pool) -> Plain:
    goals = random.sample(pool.goals, random.randint(2, 9))
    measures = random.sample(pool.measures, random.randint(3, 10))
    return {
        "nr": f"3.{number}",
        "område": id_,
        "innledning": "\n\n".join(random.sample(pool.paragraphs, 3)),
        "mål": [{**goal, "id": f"{id_}-{n}"} for n, goal in enumerate(goals, start=1)],
        "tiltak": [*_measures(number, measures, random)],
    }


def _measures(area: int, drawn: list[Plain], random: Random) -> Iterator[Plain]:
    for n, measure in enumerate(drawn, start=1):
        kept = {key: value for key, value in measure.items() if key not in ("id", "nr")}
        if random.random() < 0.3:  # noqa: PLR2004 - about a third is reported
            kept["status"] = [
                {"dato": "2025-01-20", "status": random.choice(("gjennomført", "delvis")), "grunn": "Meldt."}
            ]
        yield {"nr": f"3.{area}.{n}", **kept}


if __name__ == "__main__":
    make(Path(sys.argv[2]), int(sys.argv[1]))
