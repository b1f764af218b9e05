"""Floor 1: how one wording became another, word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 3
"""How many words are shown on either side of a difference."""


@dataclass(frozen=True, slots=True)
class Step:
    """Words before, and what stands in their place after; the same where nothing changed."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether nothing changed here."""
        return self.before == self.after


def steps(before: Sequence[str], after: Sequence[str]) -> tuple[Step, ...]:
    """What leads from the words before to those after, in their order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(Step(tuple(before[i:j]), tuple(after[k:m])) for _, i, j, k, m in matcher.get_opcodes())


def share_kept(taken: Iterable[Step]) -> float:
    """The share of all words, before and after, that stayed: from 0 to 1."""
    all_steps = tuple(taken)
    words = sum(len(step.before) + len(step.after) for step in all_steps)
    return sum(2 * len(step.before) for step in all_steps if step.kept) / words if words else 1.0


def marked(taken: Iterable[Step]) -> str:
    """The steps in one line: `[-…-]` is what was taken out, `{+…+}` what was put in."""
    return " ".join(_marked(step) for step in taken)


def _marked(step: Step) -> str:
    if step.kept:
        words = step.before
        if len(words) > 2 * _AROUND:
            words = (*words[:_AROUND], "…", *words[-_AROUND:])
        return " ".join(words)
    left_out = f"[-{' '.join(step.before)}-]" if step.before else ""
    put_in = f"{{+{' '.join(step.after)}+}}" if step.after else ""
    return f"{left_out} {put_in}".strip()
