"""The questionnaires that are shipped, with where their numbers come from."""

from __future__ import annotations

from typing import Final

from stepwell.instruments.scoring import Instrument
from stepwell.instruments.values import Band, ItemFlag, Score
from stepwell.measures import Direction

__all__ = ["PHQ9", "flags_raised", "instrument_named"]

PHQ9: Final = Instrument(
    code="phq9",
    name="PHQ-9",
    n_items=9,
    item_low=0,
    item_high=3,
    direction=Direction.DECREASE,
    bands=(
        Band("minimal", 0),
        Band("mild", 5),
        Band("moderate", 10),
        Band("moderately severe", 15),
        Band("severe", 20),
    ),
    flags=(ItemFlag("item9", 9),),
    max_missing=2,
    reliable_change=6,
    caseness=10,
    remission_below=5,
    source=(
        "bands and cut-off: kroenke-2001; up to 2 unanswered items: nhs-data-dictionary; "
        "reliable change of 6 points: nhs-talking-therapies; remission below 5: coley-2020"
    ),
)
"""The nine-item Patient Health Questionnaire, 0 to 27, higher is worse."""

_SHIPPED: Final[dict[str, Instrument]] = {PHQ9.code: PHQ9}


def flags_raised(score: Score) -> tuple[str, ...]:
    """Return the flags that are up by a score's own word or by its answers.

    A score that was made by hand, or read from elsewhere, may carry answers
    without their flags; where the instrument is shipped, the answers count.
    """
    known = _SHIPPED.get(score.instrument)
    found = () if known is None else known.flags_up(score.items)
    return tuple(dict.fromkeys((*score.flags, *found)))


def instrument_named(name: str) -> Instrument | None:
    """Return the shipped instrument that goes by a name, or nothing.

    Spaces, dashes and letter case make no difference.

    >>> instrument_named("phq - 9").name
    'PHQ-9'
    """
    return _SHIPPED.get("".join(letter for letter in name.casefold() if letter.isalnum()))
