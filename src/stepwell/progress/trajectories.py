"""Read a series of scores: what changed, whether reliably, and which way it runs.

:func:`trajectory` takes plain numbers and an instrument and answers with numbers
that explain themselves. What cannot be said is said to be so: too few readings,
or no published threshold.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from stepwell._fields import several
from stepwell._shown import Shown
from stepwell.errors import RuleBroken
from stepwell.instruments import Instrument
from stepwell.measures import Measure, Reading
from stepwell.progress.explained import Answer
from stepwell.progress.questions import QUESTIONS
from stepwell.progress.series import Series

__all__ = ["Trajectory", "of_series", "trajectory"]


@final
@attrs.frozen(kw_only=True)
class Trajectory(Shown):
    """What a series of scores says, number by number.

    Attributes
    ----------
    series
        The numbers themselves.
    change
        Last minus first, in points of the scale.
    reliable
        ``"improved"``, ``"unchanged"`` or ``"deteriorated"``: whether the change
        is larger than the noise of the instrument.
    response
        Whether the score of a symptom questionnaire is at most half of the
        first one.
    band
        The band of the last score, for clinicians.
    trend
        The Theil-Sen slope: points a reading, or points a week where days are
        known.
    """

    series: Series
    change: Answer
    reliable: Answer
    response: Answer
    band: Answer
    trend: Answer

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers, in the order in which they are shown."""
        return self.change, self.reliable, self.response, self.band, self.trend


def trajectory(
    scores: Iterable[float | Reading], scale: Instrument | Measure, *, locale: str = "en"
) -> Trajectory:
    """Return what a series of scores says, each number explained.

    Parameters
    ----------
    scores
        Numbers in time order, or readings, which are put in the order of their
        days. Any length: what needs more says so.
    scale
        The instrument the scores come from, or a measure of your own. Reliable
        change and bands need an instrument that has them published.
    locale
        The language of the sentences.

    Raises
    ------
    OutsideScale
        If a score is not on the scale.
    RuleBroken
        If a reading is of another measure, a score is not a finite number, or
        the scale is neither an instrument nor a measure.

    Examples
    --------
    >>> from stepwell.instruments import PHQ9
    >>> shown = trajectory([18, 16, 17, 12], PHQ9)
    >>> shown.change.value, shown.reliable.value, shown.response.value
    (-6.0, 'improved', False)
    """
    if not isinstance(scale, Instrument | Measure):
        advice = f"expected an Instrument or a Measure, got {type(scale).__name__}"
        raise RuleBroken("trajectory.scale", "scale", advice)
    given = several(scores, path="scores")
    measure = scale.measure if isinstance(scale, Instrument) else scale
    instrument = scale if isinstance(scale, Instrument) else None
    readings = [each for each in given if isinstance(each, Reading)]
    if readings:
        return of_series(_dated(given, readings, measure, instrument, locale))
    amounts = tuple(
        measure.check(each, path=f"scores[{at}]")
        for at, each in enumerate(given)
        if not isinstance(each, Reading)
    )
    series = Series(measure=measure, instrument=instrument, amounts=amounts, locale=locale)
    return of_series(series)


def of_series(series: Series) -> Trajectory:
    """Return what a series says."""
    return Trajectory(series=series, **{name: ask(series) for name, ask in QUESTIONS.items()})


def _dated(
    given: tuple[object, ...],
    readings: list[Reading],
    measure: Measure,
    instrument: Instrument | None,
    locale: str,
) -> Series:
    """Return readings as a series in the order of their days."""
    if len(readings) != len(given):
        advice = "give readings or plain numbers, not both"
        raise RuleBroken("trajectory.mixed", "scores", advice)
    if any(reading.measure != measure for reading in readings):
        advice = "a reading is of another measure than the scale; use one scale at a time"
        raise RuleBroken("trajectory.measure", "scores", advice)
    ordered = sorted(readings, key=lambda reading: reading.on)
    return Series(
        measure=measure,
        instrument=instrument,
        amounts=tuple(reading.amount for reading in ordered),
        days=tuple(reading.on for reading in ordered),
        locale=locale,
    )
