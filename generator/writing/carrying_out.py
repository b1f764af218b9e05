"""An edit carried out: the file written, or nothing."""

from pathlib import Path

from generator.diagnostics import Diagnostic, errors, message
from generator.model import Body, Plan
from generator.publish import RefusedError
from generator.writing import files
from generator.writing.consequences import Consequences
from generator.writing.edited import Edit
from generator.writing.reported import Source


class UnsoundError(Exception):
    """The plan would have errors that it does not have now; nothing was written."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__()
        self.found = found


def carry_out(root: Path, body: Body, edit: Edit) -> tuple[Diagnostic, ...]:
    """Writes the plan with the change; what the rules find in it since.

    Raises RefusedError where the source cannot be changed so, and UnsoundError where it would have errors.
    """
    before = source_of(root, body, edit.plan)
    if before.plan() is None:
        raise RefusedError(message("There is an error in {path}. Correct that first.", path=before.name))
    after = edit.applied(before)
    if after is None:
        raise RefusedError(
            message(
                "Nothing can be changed in {path} as it is written. Run planverk fmt on it, or write it by "
                "hand. Nothing was written.",
                path=before.name,
            )
        )
    found = Consequences(root, body).of(before, after)
    if errors(found):
        raise UnsoundError(errors(found))
    files.replace_all([(root / before.name, after.raw, before.raw)])
    return found


def source_of(root: Path, body: Body, plan: Plan) -> Source:
    """The source of a plan of the body, as it is."""
    name = plan.position.file
    languages = {union.id: union.language for union in body.unions}
    return Source(name, (root / name).read_bytes(), plan.union, languages[plan.union])
