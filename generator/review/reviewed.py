"""The whole review: two editions read, compared, told."""

from pathlib import Path

from generator.checks import is_private
from generator.history.discretion import discretion
from generator.language import Language
from generator.processes import collector_held_off
from generator.review.differences import union_differences
from generator.review.in_common import in_common
from generator.review.labels import labels
from generator.review.novelty import news, vanishing
from generator.review.sides import Sides, sides
from generator.review.summary import Summary
from generator.review.telling import Findings, told


@collector_held_off()
def reviewed(root: Path, revision: str, language: Language) -> Summary:
    """What the project at `root` does otherwise than where it forked from the revision.

    Raises NoSnapshotError where git cannot tell.
    """
    both = sides(root, revision)
    return told(_findings(both), both.foundation, language)


def _findings(both: Sides) -> Findings:
    unions = union_differences(both)
    found, gone = news(both, unions), vanishing(both, unions)
    before, now = both.before.ground.body, both.now.ground.body
    common = in_common(before, now, discretion(now.federation, is_private)) if before and now else ()
    return Findings(
        common=tuple(common),
        unions=unions,
        news=found,
        vanishing=gone,
        struck=both.struck,
        labels=labels(both, unions, found, gone),
    )
