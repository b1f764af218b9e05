"""Stands for WeasyPrint where there is no Pango: a site without PDFs, which `bench.media` measures."""

raise OSError("Pango is left out")
