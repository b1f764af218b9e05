"""Plans and strategies as StratML: valid, nothing lost, and what is followed is in the strategy's file."""

from xml.etree.ElementTree import Element, fromstring

from xmlschema import XMLSchema

from tests.project import ROOT
from tests.test_open_data import Document, built, documents

__all__ = ["built"]

NAMESPACE = {"s": "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"}


def files(built: dict[str, bytes]) -> dict[str, Element]:
    return {
        path: fromstring(content)  # noqa: S314 - our own
        for path, content in built.items()
        if path.startswith("data/v1/") and path.endswith(".xml")
    }


def test_every_file_is_valid(built: dict[str, bytes]) -> None:
    """By a schema of our own, which is narrower than the standard's: see tests/schemas/README.md."""
    rules = XMLSchema(str(ROOT / "tests/schemas/stratml-as-written.xsd"))
    found = {path: built[path] for path in files(built)}
    assert len(found) > 3
    for path, content in found.items():
        assert [f"{path}: {fault.reason}" for fault in rules.iter_errors(content.decode())] == []


def texts(of: Element, path: str) -> list[str]:
    return [each.text or "" for each in of.iterfind(path, NAMESPACE)]


def test_a_plan_keeps_its_items_deadlines_and_reports(built: dict[str, bytes]) -> None:
    found = files(built)
    for path, plan in documents(built).items():
        if "/planer/" in path:
            compare(plan, found[path.replace(".json", ".xml")])


def compare(plan: Document, root: Element) -> None:
    areas = plan["omrader"]
    items = [item for area in areas for key in ("hovedmal", "mal", "tiltak") for item in area[key]]
    reported = [
        report["status"]
        for area in areas
        for each in (
            area["resultater"],
            *(item["statuser"] for key in ("mal", "tiltak") for item in area[key]),
        )
        for report in each
    ]
    said = texts(root, ".//s:Objective/s:Description")
    assert [each["tekst"] for each in items if each["tekst"] not in said] == []
    results = ".//s:ActualResult/s:Descriptor/s:DescriptorValue"
    assert texts(root, results) == reported
    assert texts(root, "s:StrategicPlanCore/s:Goal/s:Name") == [area["tittel"] for area in areas]
    followed = {"_" + to["id"].replace("/", "--") for item in items for to in item["folger"]}
    assert followed <= set(texts(root, ".//s:ReferentIdentifier"))


def test_what_plans_follow_is_identified_in_the_strategys_own_file(built: dict[str, bytes]) -> None:
    found = files(built)
    strategies = {
        each
        for path, root in found.items()
        if "/strategi/" in path
        for each in texts(root, ".//s:Identifier")
    }
    wanted = {each for root in found.values() for each in texts(root, ".//s:ReferentIdentifier")}
    assert wanted
    assert wanted <= strategies
