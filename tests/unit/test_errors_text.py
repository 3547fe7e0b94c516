"""Every error says where, what to do, and by which rule; data travel beside the text."""

from __future__ import annotations

import pytest

from stepwell.errors import (
    DuplicateId,
    FormatError,
    JournalError,
    MetricError,
    NotFound,
    OutsideScale,
    RecordClash,
    RuleBroken,
    SafetyHookFailed,
    StepCycle,
    StepwellError,
    UnitMismatch,
    UnknownMessage,
    VersionConflict,
)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            RuleBroken("text.empty", "goal.why", "write a few words"),
            "goal.why: write a few words [text.empty]",
        ),
        (
            StepCycle("steps", ("a", "b", "a")),
            (
                "steps: these steps wait for each other: a -> b -> a; "
                "take one of these links away [steps.cycle]"
            ),
        ),
        (
            FormatError((("$.kind", "not known"), ("$.data.low", "expected a number"))),
            "$.kind: not known\n$.data.low: expected a number",
        ),
        (
            VersionConflict("p1", 3, 5),
            "stream 'p1' is at version 5, not 3; read it again, decide again, then append",
        ),
        (
            RecordClash("p1", "r7"),
            (
                "stream 'p1' already holds record 'r7', but not this whole batch as it was given; "
                "give new content new ids"
            ),
        ),
        (
            SafetyHookFailed(("one", "two")),
            (
                "on_safety raised for 2 signal(s); the entry is recorded, "
                "so deliver what stands in `signals` by another way, and mend the hook"
            ),
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "text",
)
def test_text(error: StepwellError, text: str) -> None:
    """What was asked, what was found, what to do."""
    assert text == str(error)


@pytest.mark.parametrize(
    ("kind", "families"),
    [
        (RuleBroken, (ValueError,)),
        (OutsideScale, (RuleBroken,)),
        (UnitMismatch, (RuleBroken,)),
        (DuplicateId, (RuleBroken,)),
        (NotFound, (RuleBroken, LookupError)),
        (StepCycle, (RuleBroken,)),
        (MetricError, (ValueError,)),
        (FormatError, (ValueError,)),
        (UnknownMessage, (LookupError,)),
        (VersionConflict, (JournalError,)),
        (RecordClash, (JournalError,)),
    ],
)
def test_whose_fault_it_is(
    kind: type[StepwellError], families: tuple[type[Exception], ...]
) -> None:
    """A handler for the natural built-in catches it, and so does one for its family."""
    assert issubclass(kind, (StepwellError,))
    assert all(issubclass(kind, family) for family in families)


def test_a_rule_is_told_apart_by_its_parts() -> None:
    """Code, path and advice are attributes."""
    error = NotFound("step.unknown", "step_id", "see the ids")

    assert ("step.unknown", "step_id", "see the ids") == (error.code, error.path, error.advice)
