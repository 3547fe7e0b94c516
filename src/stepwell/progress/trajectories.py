"""Read a series of scores: what changed, whether reliably, and which way it runs.

:func:`trajectory` takes plain numbers and an instrument and answers with numbers
that explain themselves. What cannot be said is said to be so: too few readings,
or no published threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, final

import attrs

from stepwell._fields import CODE, several
from stepwell._shown import Shown
from stepwell._text import plain_number
from stepwell.errors import MetricError, RuleBroken
from stepwell.instruments import Instrument
from stepwell.measures import Direction, Measure, Reading
from stepwell.messages import fill, say
from stepwell.metrics import Better, classify_change, theil_sen
from stepwell.progress.explained import Answer, Explained, NotComputable, NotEnoughData

__all__ = ["Series", "Trajectory", "trajectory"]

_FOR_CHANGE: Final = 2
_FOR_TREND: Final = 3
_DAYS_IN_WEEK: Final = 7
_BETTER: Final[dict[Direction, Better]] = {
    Direction.DECREASE: "lower",
    Direction.INCREASE: "higher",
}


@final
@attrs.frozen(kw_only=True)
class Series:
    """Numbers on one scale, in the order in which they are true.

    Attributes
    ----------
    measure
        The scale they lie on.
    instrument
        The questionnaire behind them; unset where there is none.
    amounts
        The numbers, first to last.
    days
        The local day of each; empty where no days are known.
    entries
        The id of the record behind each; empty for plain numbers.
    locale
        The language of what is said about them.
    """

    measure: Measure
    instrument: Instrument | None = None
    amounts: tuple[float, ...]
    days: tuple[date, ...] = ()
    entries: tuple[str, ...] = attrs.field(default=(), metadata=CODE)
    locale: str = attrs.field(default="en", metadata=CODE)

    def answer(  # noqa: PLR0913 - each is a part of one explanation
        self,
        name: str,
        value: float | str,
        *,
        wording: str,
        variant: str,
        source: str,
        inputs: Sequence[float] | None = None,
        **blanks: str,
    ) -> Explained:
        """Return an explained number about this series."""
        texts = {
            "name": self.measure.name,
            "unit": self.measure.unit,
            "count": str(len(self.amounts)),
            **blanks,
        }
        message = f"trajectory.{wording}"
        return Explained(
            name=name,
            value=value,
            sentence=fill(message, texts, locale=self.locale),
            for_clinician=fill(message, texts, audience="clinician", locale=self.locale),
            rule=say(f"rule.{name}", locale=self.locale),
            variant=variant,
            source=source,
            inputs=tuple(self.amounts if inputs is None else inputs),
            entries=self.entries,
        )

    def cannot(self, name: str, because: str) -> NotComputable:
        """Return why a number has no meaning for this series."""
        sentence = say(f"cannot.{because}", locale=self.locale, name=self.measure.name)
        return NotComputable(name=name, because=sentence)

    def lacks(self, name: str, needed: int) -> NotEnoughData:
        """Return how many readings a number needs."""
        return NotEnoughData(name=name, needed=needed, have=len(self.amounts))


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
        Whether a symptom score is at most half of the first one.
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
    return Trajectory(series=series, **{name: ask(series) for name, ask in _QUESTIONS.items()})


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


def _change(series: Series) -> Answer:
    """Return last minus first."""
    if len(series.amounts) < _FOR_CHANGE:
        return series.lacks("change", _FOR_CHANGE)
    first, last = series.amounts[0], series.amounts[-1]
    moved = "same" if last == first else "lower" if last < first else "higher"
    return series.answer(
        "change",
        last - first,
        wording=f"change.{moved}",
        variant="last minus first",
        source="arithmetic",
        inputs=(first, last),
        first=plain_number(first),
        last=plain_number(last),
        by=plain_number(abs(last - first)),
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
        variant=f"a fixed threshold of {plain_number(threshold)} points or more",
        source=series.instrument.source,
        inputs=(first, last, threshold),
        change=plain_number(last - first),
        threshold=plain_number(threshold),
    )


def _response(series: Series) -> Answer:
    """Return whether a symptom score is at most half of the first one."""
    if series.measure.direction is not Direction.DECREASE:
        return series.cannot("response", "not_a_symptom_scale")
    if len(series.amounts) < _FOR_CHANGE:
        return series.lacks("response", _FOR_CHANGE)
    first, last = series.amounts[0], series.amounts[-1]
    if first <= 0 or series.measure.low not in {None, 0.0}:
        return series.cannot("response", "no_share")
    return series.answer(
        "response",
        last <= first / 2,
        wording="response",
        variant="last at most 50 % of first",
        source="response as a fall of 50 % or more: depression trials, see clinical background",
        inputs=(first, last),
        percent=plain_number(100 * last / first, digits=0),
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
        last=plain_number(last),
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
    moved = "level" if plain_number(slope) == "0" else "down" if slope < 0 else "up"
    return series.answer(
        "trend",
        slope,
        wording=f"trend.{moved}.{'weeks' if weeks else 'readings'}",
        variant="Theil-Sen slope: the median of all pairwise slopes",
        source="Sen 1968; Theil 1950",
        slope=plain_number(abs(slope)),
    )


_QUESTIONS: Final[dict[str, Callable[[Series], Answer]]] = {
    "change": _change,
    "reliable": _reliable,
    "response": _response,
    "band": _band,
    "trend": _trend,
}
