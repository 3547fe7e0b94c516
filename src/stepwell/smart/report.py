"""Name what a review can find: findings, verdicts, traits, and cues with their values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum, unique
from typing import Final, TypeAlias, final

import attrs

__all__ = [
    "Amount",
    "Criterion",
    "Cue",
    "CueKind",
    "CueValue",
    "Finding",
    "Framing",
    "Origin",
    "Rhythm",
    "ScoreChange",
    "Severity",
    "Starting",
    "Traits",
    "Verdict",
    "Verdicts",
]


@unique
class Verdict(StrEnum):
    """How far a criterion is there; ``not_assessed`` says nothing either way."""

    MET = "met"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NOT_ASSESSED = "not_assessed"


@unique
class Severity(StrEnum):
    """How much a finding asks for: nothing, a thought, a look, an answer first."""

    INFO = "info"
    SUGGESTION = "suggestion"
    ATTENTION = "attention"
    SAFETY = "safety"


@unique
class Origin(StrEnum):
    """Where the evidence comes from: a field that was filled in, or the words."""

    FIELD = "field"
    TEXT = "text"


@unique
class Framing(StrEnum):
    """Which way a goal points: toward something, away from it, or both."""

    TOWARD = "toward"
    AWAY = "away"
    MIXED = "mixed"


@unique
class Criterion(StrEnum):
    """What a finding is about: safety, the five of SMART, and the tone."""

    SAFETY = "safety"
    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"
    FRAMING = "framing"
    SINGLE = "single"
    OWN_CONTROL = "own_control"
    ABSOLUTIST = "absolutist"
    SELF_CRITICAL = "self_critical"
    HEDGED = "hedged"


@unique
class CueKind(StrEnum):
    """What a piece of wording tells."""

    DEADLINE = "deadline"
    FREQUENCY = "frequency"
    QUANTITY = "quantity"
    SCORE = "score"
    CLOCK = "clock"
    PLACE_OR_PERSON = "place_or_person"


@final
@attrs.frozen
class Amount:
    """A number, or a range, with its unit; shortened units are written out."""

    low: float
    high: float
    unit: str = ""


@final
@attrs.frozen
class Rhythm:
    """So many times in each period."""

    times: float
    period: str


@final
@attrs.frozen
class ScoreChange:
    """A number on a scale: where from, where to, and of which instrument."""

    to: float
    start: float | None = None
    instrument: str | None = None


@final
@attrs.frozen
class Starting:
    """The day that something starts on, where no end is named."""

    on: date


CueValue: TypeAlias = Amount | Rhythm | ScoreChange | Starting | date | time | None
"""What a cue comes to; nothing where it cannot be worked out."""


@final
@attrs.frozen
class Cue:
    """A piece of the statement that carries evidence, quoted exactly.

    Attributes
    ----------
    kind
        What it tells.
    start, end
        Where it stands: ``statement[start:end]``.
    text
        The words themselves.
    value
        What they come to, where that can be worked out.
    """

    kind: CueKind
    start: int
    end: int
    text: str
    value: CueValue = None


@final
@attrs.frozen(kw_only=True)
class Finding:
    """One rule's outcome: what, why, and a question that may help.

    Attributes
    ----------
    code
        The permanent code of the rule; see :data:`stepwell.smart.RULES`.
    criterion
        What it is about.
    verdict
        How far that is there.
    severity
        How much it asks for.
    origin
        Whether it rests on a field or on the words.
    span
        The part of the statement it rests on, if there is one.
    reason
        Why, in a sentence.
    question
        What to ask, if anything; only safety findings cannot be dismissed.
    dismissible
        Whether the person may put it aside.
    path
        The field it is about, such as ``"goal.target.due"``.
    """

    code: str
    criterion: Criterion
    verdict: Verdict
    severity: Severity
    origin: Origin
    span: tuple[int, int] | None
    reason: str
    question: str | None
    dismissible: bool = True
    path: str = "goal.statement"


_LETTERS: Final = ("specific", "measurable", "achievable", "relevant", "time_bound")


@final
@attrs.frozen(kw_only=True)
class Verdicts:
    """The five of SMART side by side, never summed.

    >>> verdicts = Verdicts(specific=Verdict.MET)
    >>> verdicts["specific"], dict(verdicts)["relevant"]
    (<Verdict.MET: 'met'>, <Verdict.NOT_ASSESSED: 'not_assessed'>)
    """

    specific: Verdict = Verdict.NOT_ASSESSED
    measurable: Verdict = Verdict.NOT_ASSESSED
    achievable: Verdict = Verdict.NOT_ASSESSED
    relevant: Verdict = Verdict.NOT_ASSESSED
    time_bound: Verdict = Verdict.NOT_ASSESSED

    def __getitem__(self, name: str) -> Verdict:
        """Return the verdict on one criterion."""
        if name not in _LETTERS:
            raise KeyError(name)
        verdict: Verdict = getattr(self, name)
        return verdict

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the criteria."""
        return iter(_LETTERS)

    def __len__(self) -> int:
        """Return how many criteria there are."""
        return len(_LETTERS)

    def keys(self) -> tuple[str, ...]:
        """Return the names of the criteria."""
        return _LETTERS

    def values(self) -> tuple[Verdict, ...]:
        """Return the verdicts."""
        return tuple(self[name] for name in _LETTERS)

    def items(self) -> tuple[tuple[str, Verdict], ...]:
        """Return the criteria with their verdicts."""
        return tuple((name, self[name]) for name in _LETTERS)


@final
@attrs.frozen(kw_only=True)
class Traits:
    """How a goal is put; none of these is a fault.

    Attributes
    ----------
    framing
        Which way it points.
    single
        Whether it is one aim.
    own_control
        Whether it lies in the person's own hands.
    absolutist
        Whether it allows for nothing less than always, never, everyone.
    self_critical
        Whether it is hard on the person.
    hedged
        Whether it is put with a maybe.
    """

    framing: Framing = Framing.TOWARD
    single: bool = True
    own_control: bool = True
    absolutist: bool = False
    self_critical: bool = False
    hedged: bool = False
