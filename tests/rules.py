"""The rules that the generator's source can report, read from its syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import generator

SOURCE = Path(generator.__file__).parent


def trees() -> dict[str, ast.Module]:
    """The syntax tree of every module, by its dotted name."""
    return {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def reported() -> set[str]:
    """Every rule name: the argument `rule` of each call of something that takes one."""
    nodes = [node for tree in trees().values() for node in ast.walk(tree)]
    takers = {name: index for node in nodes for name, index in _takers(node)}
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Call) and _called(node) in takers:
            found.update(_rule(node, takers[_called(node)]))
    return found


def _takers(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Functions with a parameter `rule` and its index in a call; classes with such a field."""
    if isinstance(node, ast.FunctionDef):
        names = [each.arg for each in node.args.args if each.arg != "self"]
        if "rule" in names:
            yield node.name, names.index("rule")
    if isinstance(node, ast.ClassDef):
        fields = [each.target for each in node.body if isinstance(each, ast.AnnAssign)]
        names = [each.id for each in fields if isinstance(each, ast.Name)]
        if "rule" in names:
            yield node.name, names.index("rule")


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _rule(call: ast.Call, index: int) -> Iterator[str]:
    """The rule in a call; none where it is the caller's own parameter, handed on."""
    named = [each.value for each in call.keywords if each.arg == "rule"]
    match named or call.args[index : index + 1]:
        case [ast.Constant(value=str(rule))]:
            yield rule
        case [ast.Name(id="rule")]:
            pass
        case _:
            message = f"the rule in line {call.lineno} is no constant: {ast.unparse(call)}"
            raise AssertionError(message)
