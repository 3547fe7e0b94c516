"""Ask a series of numbers five questions; each is answered, or it is said why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from stepwell._text import plain_number
from stepwell.errors import MetricError
from stepwell.measures import Direction
from stepwell.metrics import Better, classify_change, theil_sen
from stepwell.progress.explained import Answer
from stepwell.progress.figures import rough_digits
from stepwell.progress.series import Series

__all__ = ["QUESTIONS"]

_FOR_CHANGE: Final = 2
_FOR_TREND: Final = 3
_DAYS_IN_WEEK: Final = 7
_PARTS: Final = 100
_HALF: Final = 50
_BETTER: Final[dict[Direction, Better]] = {
    Direction.DECREASE: "lower",
    Direction.INCREASE: "higher",
}


def _change(series: Series) -> Answer:
    """Return last minus first."""
    if len(series.amounts) < _FOR_CHANGE:
        return series.lacks("change", _FOR_CHANGE)
    first, last = series.amounts[0], series.amounts[-1]
    by = round(last, series.digits) - round(first, series.digits)
    moved = "lower" if by < 0 else "higher" if by > 0 else "same"
    return series.answer(
        "change",
        last - first,
        wording=f"change.{moved}",
        variant="last minus first",
        source="arithmetic",
        inputs=(first, last),
        first=series.shown(first),
        last=series.shown(last),
        by=series.shown(abs(by)),
    )


def _reliable(series: Series) -> Answer:
    """Return whether the change is larger than the noise of the instrument."""
    better = _BETTER.get(series.measure.direction)
    if series.instrument is None or series.instrument.reliable_change is None or better is None:
        return series.cannot("reliable", "no_threshold")
    if len(series.amounts) < _FOR_CHANGE:
        return series.lacks("reliable", _FOR_CHANGE)
    first, last = series.amounts[0], series.amounts[-1]
    threshold = series.instrument.reliable_change
    found = classify_change(last - first, threshold, better=better, boundary="inclusive")
    return series.answer(
        "reliable",
        found,
        wording=f"reliable.{found}",
        variant=f"a fixed threshold of {plain_number(threshold, digits=3)} points or more",
        source=series.instrument.source,
        inputs=(first, last, threshold),
        change=series.shown(last - first),
        threshold=plain_number(threshold, digits=3),
    )


def _response(series: Series) -> Answer:
    """Return whether the score of a symptom questionnaire is at most half of the first."""
    if series.instrument is None:
        return series.cannot("response", "no_response")
    if series.measure.direction is not Direction.DECREASE:
        return series.cannot("response", "not_a_symptom_scale")
    if len(series.amounts) < _FOR_CHANGE:
        return series.lacks("response", _FOR_CHANGE)
    first, last = series.amounts[0], series.amounts[-1]
    if first <= 0 or series.measure.low not in {None, 0.0}:
        return series.cannot("response", "no_share")
    share = 100 * last / first
    halved = last <= first / 2
    as_shown = (round(share) <= _HALF) == halved
    return series.answer(
        "response",
        halved,
        wording="response.above" if last > first else "response.share",
        variant="last at most 50 % of first",
        source="response as a fall of 50 % or more: coley-2020",
        inputs=(first, last),
        percent=plain_number(share, digits=0 if as_shown else 3),
    )


def _band(series: Series) -> Answer:
    """Return the band of the last score."""
    if series.instrument is None or not series.instrument.bands:
        return series.cannot("band", "no_bands")
    if not series.amounts:
        return series.lacks("band", 1)
    last = series.amounts[-1]
    band = series.instrument.band(last)
    if band is None:
        return series.cannot("band", "no_bands")
    return series.answer(
        "band",
        band,
        wording="band",
        variant="bands of the instrument",
        source=series.instrument.source,
        inputs=(last,),
        last=series.shown(last),
        low=plain_number(series.instrument.low),
        high=plain_number(series.instrument.high),
        band=band,
    )


def _trend(series: Series) -> Answer:
    """Return the Theil-Sen slope."""
    if len(series.amounts) < _FOR_TREND:
        return series.lacks("trend", _FOR_TREND)
    weeks = [(day - series.days[0]).days / _DAYS_IN_WEEK for day in series.days]
    times: Sequence[float] = weeks or range(len(series.amounts))
    try:
        slope = theil_sen(times, series.amounts).slope
    except MetricError:
        return series.cannot("trend", "one_day")
    level = _is_level(series, slope * (times[-1] - times[0]))
    moved = "level" if level else "down" if slope < 0 else "up"
    return series.answer(
        "trend",
        slope,
        wording=f"trend.{moved}.{'weeks' if weeks else 'readings'}",
        variant="Theil-Sen slope: the median of all pairwise slopes",
        source="theil-1950; sen-1968",
        days=series.days,
        slope=plain_number(slope if level else abs(slope), digits=rough_digits(slope)),
    )


def _is_level(series: Series, moved: float) -> bool:
    """Say whether a slope adds up to less than the grain of the scale, first to last."""
    return not moved or abs(moved) < _grain(series)


def _grain(series: Series) -> float:
    """Return a step of the scale, or a hundredth of it, or of the largest number."""
    measure = series.measure
    if measure.step is not None:
        return measure.step
    if measure.low is not None and measure.high is not None:
        return (measure.high - measure.low) / _PARTS
    return max(map(abs, series.amounts)) / _PARTS


QUESTIONS: Final[dict[str, Callable[[Series], Answer]]] = {
    "change": _change,
    "reliable": _reliable,
    "response": _response,
    "band": _band,
    "trend": _trend,
}
"""What is asked of every series, in the order in which the answers are shown."""
