"""The unions in one small file, which the field that finds a union fetches when it is touched."""

import json
from collections.abc import Mapping, Sequence

from generator.model import County, Union


def union_list(inside: Mapping[County, Sequence[Union]]) -> str:
    """The counties' names, and a line a union: its id, its name, its number, its county by place.

    What is another site's has its whole address too.
    """
    counties = json.dumps([county.name for county in inside], ensure_ascii=False)
    lines = [
        json.dumps(_listed(each, at), ensure_ascii=False, separators=(",", ":"))
        for at, unions in enumerate(inside.values())
        for each in unions
    ]
    unions = ",\n".join(lines)
    return f'{{"fylker": {counties},\n"fagforeninger": [\n{unions}\n]}}\n'


def _listed(union: Union, county: int) -> list[str | int]:
    elsewhere = [union.home.folder] if union.home else []
    return [union.id, union.name, union.number or "", county, *elsewhere]
