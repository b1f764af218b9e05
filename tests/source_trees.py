"""The generator's source as syntax trees."""

import ast
from pathlib import Path

import generator

SOURCE = Path(generator.__file__).parent


def trees() -> dict[str, ast.Module]:
    """The syntax tree of every module, by its dotted name."""
    return {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
