"""Floor 2: silences: a rule that shall not speak at one place, for a reason that is written there."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic, Rule, Severity, Silence, did_you_mean, message

SILENCE_WITHOUT_REASON = Rule(
    name="silence-without-reason",
    text=message(
        "An exception gives no reason.\n\n"
        "Write “grunn:” beside “regel:”, so that the next board knows why the rule does not count here."
    ),
    severity=Severity.WARNING,
)
SILENCE_OF_NOTHING = Rule(
    name="silence-of-nothing",
    text=message("An exception silences nothing: the rule has nothing to say there.\n\nDelete it."),
    severity=Severity.WARNING,
)
SILENCE_UNKNOWN_RULE = Rule(
    name="silence-unknown-rule", text=message("An exception names a rule that does not exist.")
)
SILENCE_NOT_ALLOWED = Rule(
    name="silence-not-allowed",
    text=message(
        "An exception names a rule that cannot be silenced.\n\n"
        "What such a rule finds cannot be published, for nobody could tell what it means."
    ),
)
SILENCE_RULES = (
    SILENCE_NOT_ALLOWED,
    SILENCE_OF_NOTHING,
    SILENCE_UNKNOWN_RULE,
    SILENCE_WITHOUT_REASON,
)


def silence(
    found: Iterable[Diagnostic],
    silences: Iterable[Silence],
    rules: Mapping[str, Rule],
    is_blind: Callable[[str], bool] = lambda _: False,
) -> Iterator[Diagnostic]:
    """What is left of the found when the silences have had their say, and what is wrong with those.

    A rule that `is_blind` this time could find nothing, so that nothing can be said of its silences.
    """
    sound: list[Silence] = []
    for each in silences:
        faults = list(_faults(each, rules))
        yield from faults
        if not any(fault.severity is Severity.ERROR for fault in faults):
            sound.append(each)
    used: set[Silence] = set()
    for diagnostic in found:
        silencing = {each for each in sound if _silences(each, diagnostic)}
        used |= silencing
        if not silencing:
            yield diagnostic
    for each in sound:
        if each not in used and not is_blind(each.rule):
            text = message("Nothing here breaks the rule “{rule}”.", rule=each.rule)
            hint = message("Delete the exception.")
            yield Diagnostic(position=each.position, rule=SILENCE_OF_NOTHING, message=text, hint=hint)


def _silences(one: Silence, diagnostic: Diagnostic) -> bool:
    return one.rule == diagnostic.rule.name and one.span.holds(diagnostic.position)


def _faults(one: Silence, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    rule = rules.get(one.rule)
    if rule is None:
        known = [each.name for each in rules.values() if each.silenceable]
        text = message("There is no rule “{found}”.", found=one.rule)
        hint = did_you_mean(one.rule, known)
        yield Diagnostic(position=one.position, rule=SILENCE_UNKNOWN_RULE, message=text, hint=hint)
    elif not rule.silenceable:
        text = message("The rule “{rule}” cannot be silenced.", rule=one.rule)
        hint = message("Correct what it found instead.")
        yield Diagnostic(position=one.position, rule=SILENCE_NOT_ALLOWED, message=text, hint=hint)
    if not one.reason:
        text = message("The exception from “{rule}” has no reason.", rule=one.rule)
        hint = message("Write “grunn: …” beside it.")
        yield Diagnostic(position=one.position, rule=SILENCE_WITHOUT_REASON, message=text, hint=hint)
