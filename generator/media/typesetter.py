"""Floor 12: a program that makes PDFs, run by itself: `typesetter.py JOBS`, a file of them in JSON.

Apart, for WeasyPrint looks for Pango when it is imported, and keeps the memory that papers took.
Imports nothing from the project, and fetches nothing: neither files nor addresses.
"""

import json
import os
import sys
from pathlib import Path

NO_PANGO = 69
"""What the program ends with where the system lacks what WeasyPrint needs; `typesetting` knows it too."""

try:
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]
except OSError:
    sys.exit(NO_PANGO)

_NOTHING = URLFetcher(allowed_protocols=())


def main(jobs: Path) -> None:
    """Makes each paper; a file bears its name only when it is whole."""
    wanted = json.loads(jobs.read_text(encoding="utf-8"))
    sheet = CSS(string=wanted["css"], url_fetcher=_NOTHING)
    for job in wanted["papers"]:
        pdf = Path(job["pdf"])
        half = pdf.with_name(f"{pdf.stem}.{os.getpid()}.half")
        paper = HTML(string=job["html"], url_fetcher=_NOTHING)
        paper.write_pdf(half, stylesheets=[sheet], pdf_variant="pdf/ua-1")
        half.replace(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
