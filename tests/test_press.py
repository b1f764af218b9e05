"""The press: what templates print is encoded, and looked at once."""

from pathlib import Path

from generator.addresses import Address
from generator.language import Language
from generator.press import Press, Templates

HERE = Address("index.md")


def pressed(tmp_path: Path, template: str, view: object) -> str:
    (tmp_path / "it.md").write_text(template, encoding="utf-8")
    return Press(tmp_path, Language("nb")).page("it", view, HERE).text


def test_plan_text_is_encoded_once_wherever_it_is_printed(tmp_path: Path) -> None:
    macro = "{% macro twice(words) %}{{ words }}{{ words }}{% endmacro %}"
    block = "{% set put %}{{ view }}{% endset %}"
    template = f"{macro}{block}{{{{ view }}}} {{{{ twice(view) }}}} {{{{ put }}}} {{{{ view ~ '' }}}} <b>"
    assert pressed(tmp_path, template, "<&") == "&#60;&#38; &#60;&#38;&#60;&#38; &#60;&#38; &#60;&#38; <b>"


def test_a_piece_is_printed_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "piece.md").write_text("<i>{{ view }}</i>", encoding="utf-8")
    (tmp_path / "it.md").write_text("{{ view }} {{ body }}", encoding="utf-8")
    press = Press(tmp_path, Language("nb"))
    body = press.piece("piece", "<", HERE)
    assert press.page("it", "<", HERE, body=body).text == "&#60; <i>&#60;</i>"


def test_jinja_still_asks_how_to_print() -> None:
    """Where this fails, pages are as safe, and slower: Jinja renamed what `EncodedOnce` overrides."""
    code = Templates(autoescape=True, finalize=str).compile("{{ view }}", raw=True)
    assert "environment.finalize(" in code
    assert "yield escape(" not in code
