"""The floors of the house: every module names its floor, and imports only point down."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter

import pytest

from tests.source_trees import trees

FLOORS = (
    ("generator", "generator.value_types"),
    (
        "generator.alphabet",
        "generator.catalogue",
        "generator.clock",
        "generator.diagnostics",
        "generator.markup",
        "generator.page_html",
        "generator.processes",
        "generator.texts",
        "generator.whole_files",
        "generator.word_steps",
        "generator.words",
    ),
    (
        "generator.deadline_words",
        "generator.fetching",
        "generator.forge",
        "generator.kept",
        "generator.language",
        "generator.periods",
        "generator.reading_rules",
        "generator.silences",
        "generator.steps",
        "generator.yaml_faults",
    ),
    ("generator.deadlines", "generator.forms", "generator.nodes"),
    ("generator.entries", "generator.model", "generator.sources", "generator.untrusted"),
    (
        "generator.address_lists",
        "generator.code_owners",
        "generator.fields",
        "generator.read_before",
        "generator.roles",
    ),
    ("generator.parse",),
    (
        "generator.addresses",
        "generator.coverage",
        "generator.history",
        "generator.load",
        "generator.standing",
    ),
    ("generator.due", "generator.labels", "generator.lasting", "generator.matching", "generator.thread"),
    ("generator.checks", "generator.importer", "generator.views"),
    ("generator.exports", "generator.federated"),
    ("generator.examination", "generator.press", "generator.schema"),
    (
        "generator.forge_setting",
        "generator.media",
        "generator.pages",
        "generator.publish",
        "generator.reports",
        "generator.search",
    ),
    ("generator.made_pages", "generator.translated_site", "generator.union_memory", "generator.writing"),
    ("generator.cms", "generator.guest_data", "generator.issues", "generator.pipeline", "generator.shares"),
    (
        "generator.copies",
        "generator.mkdocs_build",
        "generator.papers",
        "generator.preview",
        "generator.staged_plans",
    ),
    ("generator.console", "generator.engine", "generator.extracts", "generator.review"),
    ("generator.commands",),
    ("generator.cli", "generator.mkdocs_hook"),
)
"""Modules and packages, lowest floor first; the package itself holds only the version."""

PACKAGES = (
    "generator.model",
    "generator.importer",
    "generator.issues",
    "generator.parse",
    "generator.history",
    "generator.checks",
    "generator.cms",
    "generator.views",
    "generator.exports",
    "generator.matching",
    "generator.media",
    "generator.pages",
    "generator.preview",
    "generator.reports",
    "generator.review",
    "generator.schema",
    "generator.search",
    "generator.writing",
    "generator.commands",
)
TREES = trees()
PRINTERS = {"print", "echo", "secho"}
CLOCKS = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "time": {"gmtime", "localtime", "monotonic", "time", "time_ns"},
}
"""What asks the clock, by the class or module that it belongs to."""


def _home(module: str) -> str:
    """The package on a floor that the module belongs to, or the module itself."""
    return next((each for each in PACKAGES if module.startswith(f"{each}.")), module)


def _floor(module: str) -> int:
    return next(number for number, modules in enumerate(FLOORS) if _home(module) in modules)


def _imports(tree: ast.Module) -> Iterator[str]:
    """The project's modules that the tree imports, also those for type checkers alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in TREES)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: an import says where it comes from in full"
            named = [f"{node.module}.{each.name}" for each in node.names]
            yield from (each if each in TREES else str(node.module) for each in named if _ours(node.module))


def _ours(module: str | None) -> bool:
    return module is not None and module.split(".")[0] == "generator"


GRAPH = {module: sorted(set(_imports(tree))) for module, tree in TREES.items()}


def test_every_module_stands_on_exactly_one_floor() -> None:
    listed = [module for modules in FLOORS for module in modules]
    assert sorted(listed) == sorted({_home(module) for module in TREES})


@pytest.mark.parametrize("module", [module for modules in FLOORS[1:] for module in modules])
def test_the_docstring_names_the_floor(module: str) -> None:
    top = len(FLOORS) - 1
    named = re.match(r"(?:Floor (\d+)|(Top) floor): ", ast.get_docstring(TREES[module]) or "")
    assert named is not None
    assert (top if named[2] else int(named[1])) == _floor(module)


def test_every_module_has_a_docstring() -> None:
    assert [module for module, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_imports_point_down_or_to_a_sibling() -> None:
    wrong = [
        f"{module} (floor {_floor(module)}) imports {other} (floor {_floor(other)})"
        for module, others in GRAPH.items()
        for other in others
        if _floor(other) >= _floor(module) and not (_home(module) == _home(other) != module)
        if not (module in PACKAGES and _home(other) == module)
    ]
    assert wrong == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    order = list(TopologicalSorter(GRAPH).static_order())
    assert sorted(order) == sorted(TREES)


def test_no_function_imports() -> None:
    functions = [
        (module, node)
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef)
    ]
    found = [
        f"{module}:{inner.lineno}"
        for module, node in functions
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
        or (isinstance(inner, ast.Call) and _name(inner.func) in ("__import__", "import_module"))
    ]
    assert found == []


def test_no_module_is_named_like_one_of_the_standard_library() -> None:
    assert [module for module in TREES if module.rsplit(".", 1)[-1] in sys.stdlib_module_names] == []


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _places(names: set[str]) -> set[str]:
    """The modules that name one of these functions of another module."""
    return {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and _name(node) in names
    }


def test_only_the_console_prints() -> None:
    assert _places(PRINTERS) == {"generator.console"}


def test_only_the_console_reads_or_writes_the_terminal() -> None:
    found = {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout", "sys.stderr", "sys.stdin")
    }
    assert found == {"generator.console"}


def _clock_calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS.get(_name(node.value), ()):
            yield ast.unparse(node)


def test_only_the_clock_asks_what_day_it_is() -> None:
    found = {module: sorted(set(_clock_calls(tree))) for module, tree in TREES.items()}
    assert {module: calls for module, calls in found.items() if calls} == {
        "generator.clock": ["datetime.datetime.now"]
    }


def test_nobody_imports_a_clock_by_its_bare_name() -> None:
    found = [
        f"{module}: {ast.unparse(node)}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "time"
    ]
    assert found == []
