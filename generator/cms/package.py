"""Sveltia's npm package: whether it is the one that we know, and what of it a page needs.

Run as `python -m generator.cms.package FILE FOLDER`, by `generator/cms/ensure-sveltia`.
"""

import base64
import hashlib
import json
import re
import sys
import tarfile
from pathlib import Path

KNOWN: dict[str, str] = json.loads(Path(__file__).with_name("sveltia.json").read_text(encoding="utf-8"))
"""The version, and the hash of the package as npm states it."""

_NEEDED = re.compile(
    r"package/(?:LICENSE\.txt|schema/sveltia-cms\.json|npm/index\.js|npm/chunks/[\w-]+\.js"
    r"|npm/assets/[\w.-]+\.(?:woff2|txt)|locales/da\.json)"
)


class WrongPackageError(Exception):
    """The file is not the package of that hash."""


def unpack(file: Path, folder: Path) -> None:
    """Puts what a page needs of the package into the folder.  Raises WrongPackageError."""
    content = file.read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    if found != KNOWN["integrity"]:
        raise WrongPackageError(found)
    with tarfile.open(file) as package:
        for member in package:
            if member.isfile() and _NEEDED.fullmatch(member.name):
                source = package.extractfile(member)
                to = folder / member.name.removeprefix("package/")
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(source.read() if source else b"")
    for words in (folder / "locales").glob("*.json"):
        text = words.read_text(encoding="utf-8")
        words.with_suffix(".js").write_text(f"export default {text};\n", encoding="utf-8")


if __name__ == "__main__":
    unpack(Path(sys.argv[1]), Path(sys.argv[2]))
