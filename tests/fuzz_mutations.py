"""Ways to spoil a source, chosen by dice: bytes, lines, keys, values, tokens, characters."""

import random
import re
from collections.abc import Callable

Mutation = Callable[[bytes, bytes, random.Random], bytes]

AWKWARD = [
    *(
        "\ufeff",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\u202e",
        "\u2028",
        "\x85",
        "\x00",
        "\x1b",
        "\u0301",
        "\U000e0041",
    ),
    *(
        "\t",
        "\r",
        "\r\n",
        "\n\n",
        "\n---\n",
        "\n...\n",
        "%YAML 9\n",
        "&a ",
        "*a ",
        "!x ",
        "<<: ",
        "? ",
        "- ",
        ": ",
        "# ",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "|",
        ">",
        "|9\n",
        "\\",
        "@",
        "`",
        "{{ 1 }}",
        "%s",
        "{n}",
        "<b>",
        "\u00a0",
        "\u3000",
    ),
    *(
        "å",
        "a\u030a",
        "ﬁ",
        "😀",
        "👩\u200d💻",
        "١٢٣",
        "²",
        "Ⅳ",
        "é" * 300,
        "1" * 400,
        "01819010001",
        "21 23 45 67",
    ),
    *(
        "a@b.no",
        "Ingrid Eksempelsen",
        "Hun er gravid",
        "31.02.2025",
        "9999999999",
        "0000-00-00",
        "-1",
        "1e999",
        ".nan",
    ),
]
VALUES = [
    "",
    "[]",
    "{}",
    "null",
    "0",
    "-1",
    "[[]]",
    "{a: b}",
    "[a, {b: c}]",
    "'x'",
    "|\n  x",
    "true",
    "2025",
    "x: y",
    "~",
]
KEY = re.compile(rb"(?<![A-Za-z_\x80-\xf4])([A-Za-z_\x80-\xf4]{1,30}):")


def mutated(content: bytes, other: bytes, dice: random.Random) -> bytes:
    """The content after one to four mutations."""
    for _ in range(dice.choice((1, 1, 1, 1, 2, 3))):
        content = dice.choice(MUTATIONS)(content, other, dice)
    return content


def _flip(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(content or b" ")
    for _ in range(dice.randint(1, 4)):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _cut(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    start = dice.randint(0, len(content))
    return content[:start] + content[start + dice.choice((1, 2, 10, 100, len(content))) :]


def _move_line(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    line = lines.pop(dice.randrange(len(lines)))
    lines.insert(dice.randint(0, len(lines)), line)
    return b"".join(lines)


def _repeat_line(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = dice.randrange(len(lines))
    return b"".join([*lines[:at], lines[at] * dice.choice((2, 2, 3, 200)), *lines[at:]])


def _delete_line(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = dice.randrange(len(lines))
    return b"".join([*lines[:at], *lines[at + dice.choice((1, 1, 5)) :]])


def _indent(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = dice.randrange(len(lines))
    lines[at] = (
        dice.choice((b" ", b"  ", b"\t", b"      ")) + lines[at]
        if dice.random() < 0.5
        else lines[at].lstrip()
    )
    return b"".join(lines)


def _rename_key(content: bytes, other: bytes, dice: random.Random) -> bytes:
    keys = list(KEY.finditer(content))
    names = KEY.findall(other) or [b"x"]
    if not keys:
        return content
    match = dice.choice(keys)
    name: bytes = dice.choice(names)
    return content[: match.start(1)] + name + content[match.end(1) :]


def _swap_value(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    keys = list(KEY.finditer(content))
    if not keys:
        return content
    match = dice.choice(keys)
    end = content.find(b"\n", match.end())
    rest = content[end:] if end >= 0 else b""
    return content[: match.end()] + b" " + dice.choice(VALUES).encode() + rest


def _splice(content: bytes, other: bytes, dice: random.Random) -> bytes:
    tokens = re.findall(rb"\S+\s*", other) or [b""]
    start = dice.randrange(len(tokens))
    at = dice.randint(0, len(content))
    return content[:at] + b"".join(tokens[start : start + dice.randint(1, 8)]) + content[at:]


def _splice_lines(content: bytes, other: bytes, dice: random.Random) -> bytes:
    theirs = other.splitlines(keepends=True) or [b""]
    start = dice.randrange(len(theirs))
    lines = content.splitlines(keepends=True)
    at = dice.randint(0, len(lines))
    return b"".join([*lines[:at], *theirs[start : start + dice.randint(1, 30)], *lines[at:]])


def _insert(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    at = dice.randint(0, len(text))
    return (text[:at] + dice.choice(AWKWARD) * dice.choice((1, 1, 1, 30)) + text[at:]).encode(
        "utf-8", "replace"
    )


def _reencode(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(dice.choice(("utf-16", "utf-16-le", "utf-8-sig", "latin-1", "utf-32")), "replace")


def _swell(content: bytes, _other: bytes, dice: random.Random) -> bytes:
    """A text of some hundred thousand letters in the place of a value."""
    keys = list(KEY.finditer(content))
    if not keys:
        return content
    match = dice.choice(keys)
    long = dice.choice(("x", "x ", "1", "1 ", "1.", "a-", "Å ", "\\", "é", "-", "1. mai 2025 og "))
    times = dice.choice((1_000, 30_000, 300_000)) // len(long)
    return content[: match.end()] + b" '" + (long * times).encode() + b"'\n" + content[match.end() :]


MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _cut, _move_line, _repeat_line, _delete_line, _indent, _rename_key, _swap_value),
    *(_rename_key, _swap_value, _splice, _splice_lines, _insert, _insert, _reencode, _swell),
)
