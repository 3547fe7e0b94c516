"""Score a questionnaire: total, band, and the flags of single items.

An :class:`Instrument` is a value, so a host can define its own. Scoring rules
and ranges are shipped, item wording is not. A flag stands apart from the total:
a low total can carry one, and too many unanswered items never hide one.
"""

from __future__ import annotations

from stepwell.instruments.scoring import Instrument
from stepwell.instruments.shipped import PHQ9, flags_raised, instrument_named
from stepwell.instruments.values import Band, ItemFlag, Score

__all__ = [
    "PHQ9",
    "Band",
    "Instrument",
    "ItemFlag",
    "Score",
    "flags_raised",
    "instrument_named",
]
