"""What a build left behind: its pages, and the weight of its files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Weight:
    """Files below a folder: pages that readers see, all files, bytes, and those of the largest page."""

    pages: int
    files: int
    bytes: int
    largest: int


def addresses(site: Path) -> frozenset[str]:
    """The pages of the site; the one for what is not found is none that readers look for."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return frozenset(each for each in found if each.endswith("index.html"))


def weight(folder: Path) -> Weight:
    """How heavy the folder is."""
    sizes = {file: file.stat().st_size for file in folder.rglob("*") if file.is_file()}
    pages = [size for file, size in sizes.items() if file.name == "index.html"]
    return Weight(len(pages), len(sizes), sum(sizes.values()), max(pages, default=0))


def digest(folder: Path) -> dict[str, str]:
    """The content of each file below the folder, as a hash."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }
