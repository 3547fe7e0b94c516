"""Say what was asked, where it went wrong and what to do; never a person's words.

Every error descends from :class:`StepwellError`. The first branch says whose
fault it is: :class:`RuleBroken` is the request's, :class:`JournalError` the
adapter's, :class:`FormatError` the stored data's. All data travel as
positional ``args``, so every error survives pickle and copy.
"""

from __future__ import annotations

__all__ = [
    "CrisisResourcesMissing",
    "DuplicateId",
    "FormatError",
    "GoalCycle",
    "JournalError",
    "MetricError",
    "NotFound",
    "OutsideScale",
    "RecordClash",
    "RuleBroken",
    "SafetyHookFailed",
    "StepCycle",
    "StepwellError",
    "StepwellWarning",
    "UnitMismatch",
    "UnknownMessage",
    "VersionConflict",
    "WordsNotScreened",
]


class StepwellError(Exception):
    """The root of every error this library raises."""


class RuleBroken(StepwellError, ValueError):
    """A request or a value broke a rule.

    Parameters
    ----------
    code
        The permanent code of the rule, such as ``"goal.statement.empty"``.
    path
        Where in the value, such as ``"goal.target.due"``.
    advice
        What was found (only numbers and codes) and what to do.
    """

    def __init__(self, code: str, path: str, advice: str) -> None:
        super().__init__(code, path, advice)
        self.code = code
        self.path = path
        self.advice = advice

    def __str__(self) -> str:
        """Return the place, what to do, and the code of the rule."""
        return f"{self.path}: {self.advice} [{self.code}]"


class OutsideScale(RuleBroken):
    """A number lies outside the scale of its measure, or between its steps."""


class UnitMismatch(RuleBroken):
    """A number came in another unit than its measure has."""


class DuplicateId(RuleBroken):
    """Two things in one place carry the same id."""


class NotFound(RuleBroken, LookupError):
    """An id names nothing in this place."""


class StepCycle(RuleBroken):
    """Steps wait for each other in a circle.

    Parameters
    ----------
    path
        Where the steps stand.
    cycle
        The ids of the steps on the circle; the first is repeated at the end.
    """

    def __init__(self, path: str, cycle: tuple[str, ...]) -> None:
        advice = (
            f"these steps wait for each other: {' -> '.join(cycle)}; take one of these links away"
        )
        super().__init__("steps.cycle", path, advice)
        self.cycle = cycle

    def __reduce__(self) -> tuple[type[StepCycle], tuple[str, tuple[str, ...]]]:
        """Return how to make this error again, for pickle and copy."""
        return StepCycle, (self.path, self.cycle)


class GoalCycle(RuleBroken):
    """Goals are part of each other in a circle.

    Parameters
    ----------
    path
        Where the link stands.
    cycle
        The ids of the goals on the circle; the first is repeated at the end.
    """

    def __init__(self, path: str, cycle: tuple[str, ...]) -> None:
        links = " -> ".join(cycle)
        advice = f"these goals are part of each other: {links}; take one of these links away"
        super().__init__("goal.cycle", path, advice)
        self.cycle = cycle

    def __reduce__(self) -> tuple[type[GoalCycle], tuple[str, tuple[str, ...]]]:
        """Return how to make this error again, for pickle and copy."""
        return GoalCycle, (self.path, self.cycle)


class MetricError(StepwellError, ValueError):
    """A formula was given something it cannot compute with; says what it needs."""


class FormatError(StepwellError, ValueError):
    """Stored or sent data cannot be read.

    Parameters
    ----------
    problems
        Pairs of path and problem, such as ``("$.data.target.low", "expected a
        number, got str")``.
    """

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """Return one ``path: problem`` a line."""
        return "\n".join(f"{path}: {problem}" for path, problem in self.problems)


class UnknownMessage(StepwellError, LookupError):
    """No sentence has this id in this locale, or a blank in it was not filled."""


class JournalError(StepwellError):
    """A journal could not do what was asked of it."""


class VersionConflict(JournalError):
    """Somebody else wrote to the stream first, or the expected version never was.

    Parameters
    ----------
    stream
        The stream that was written to.
    expected
        The version that the writer believed to be current.
    actual
        The version that is current.
    """

    def __init__(self, stream: str, expected: int, actual: int) -> None:
        super().__init__(stream, expected, actual)
        self.stream = stream
        self.expected = expected
        self.actual = actual

    def __str__(self) -> str:
        """Return both versions and what to do."""
        return (
            f"stream {self.stream!r} is at version {self.actual}, not {self.expected}; "
            "read it again, decide again, then append"
        )


class RecordClash(JournalError):
    """A record id is held already, with other content or with only part of its batch.

    Parameters
    ----------
    stream
        The stream that was written to.
    record_id
        The id that is held already.
    """

    def __init__(self, stream: str, record_id: str) -> None:
        super().__init__(stream, record_id)
        self.stream = stream
        self.record_id = record_id

    def __str__(self) -> str:
        """Return the id and what to do."""
        return (
            f"stream {self.stream!r} already holds record {self.record_id!r}, "
            "but not this whole batch as it was given; give new content new ids"
        )


class SafetyHookFailed(StepwellError):
    """The host's ``on_safety`` raised; the entry itself was kept.

    Parameters
    ----------
    signals
        The signals that did not arrive; they hold no words, so deliver these.
    """

    def __init__(self, signals: tuple[object, ...]) -> None:
        super().__init__(signals)
        self.signals = signals

    def __str__(self) -> str:
        """Return how many signals did not arrive and what to do."""
        return (
            f"on_safety raised for {len(self.signals)} signal(s); the entry is recorded, "
            "so deliver what stands in `signals` by another way, and mend the hook"
        )


class StepwellWarning(UserWarning):
    """The root of every warning this library gives."""


class WordsNotScreened(StepwellWarning):
    """Nothing screens the words of this language: there is no reviewed lexicon for it."""


class CrisisResourcesMissing(StepwellWarning):
    """A person had to be shown the plain fallback: the host gave no crisis resources."""
