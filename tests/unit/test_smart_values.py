"""What a cue comes to: an amount, a rhythm, a score, an hour, a day."""

from __future__ import annotations

from datetime import date, time

import pytest

from stepwell.smart import (
    Amount,
    CueKind,
    CueValue,
    Rhythm,
    ScoreChange,
    Starting,
    review,
)

MONDAY = date(2027, 1, 4)


def value(text: str, kind: CueKind, today: date | None = MONDAY) -> CueValue:
    """Return what the first cue of a kind comes to."""
    return next(cue.value for cue in review(text, today=today).cues if cue.kind is kind)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("walk 20 minutes", Amount(20, 20, "minutes")),
        ("walk 30 mins", Amount(30, 30, "minutes")),
        ("walk 2\u20133 miles", Amount(2, 3, "miles")),
        ("walk 10,000 steps", Amount(10_000, 10_000, "steps")),
        ("walk 10k steps", Amount(10_000, 10_000, "steps")),
        ("jog 5k", Amount(5, 5, "k")),
        ("walk twenty-five minutes", Amount(25, 25, "minutes")),
        ("write two hundred words", Amount(200, 200, "words")),
        ("read a dozen pages", Amount(12, 12, "pages")),
        ("walk for half an hour", Amount(0.5, 0.5, "hour")),
        ("walk an hour and a half", Amount(1.5, 1.5, "hour")),
        ("drink two and a half litres", Amount(2.5, 2.5, "litres")),
        ("be half as busy", Amount(0.5, 0.5)),
        ("be double the size", Amount(2, 2)),
        ("cut smoking by a third", Amount(1 / 3, 1 / 3)),
        ("keep two thirds", Amount(2 / 3, 2 / 3)),
        ("cut spending by 50 %", Amount(50, 50, "%")),
        ("save \u00a320 a week", Amount(20, 20, "\u00a3")),
        ("walk from 5 to 20 minutes", Amount(5, 20, "minutes")),
        ("cut from 9 hrs to 5 hrs", Amount(5, 9, "hours")),
        ("eat zero sweets", None),
        ("walk 1\u00bd miles", Amount(1.5, 1.5, "miles")),
        ("walk \u00be mile", Amount(0.75, 0.75, "mile")),
        (f"walk {'9' * 400} miles", None),
    ],
)
def test_amount(text: str, found: CueValue) -> None:
    """An amount is a number or a range with its unit written out."""
    assert found == value(text, CueKind.QUANTITY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("walk three nights a week", Rhythm(3, "week")),
        ("walk daily", Rhythm(1, "day")),
        ("walk twice daily", Rhythm(2, "day")),
        ("walk twice a month", Rhythm(2, "month")),
        ("walk on Mondays", Rhythm(1, "week")),
        ("walk every Sunday", Rhythm(1, "week")),
        ("walk every second Tuesday", Rhythm(0.5, "week")),
        ("walk Monday and Friday", Rhythm(2, "week")),
        ("walk Mon\u2013Fri", Rhythm(5, "week")),
        ("walk Sunday to Thursday", Rhythm(5, "week")),
        ("walk Mon/Wed/Fri", Rhythm(3, "week")),
        ("walk every other day", Rhythm(0.5, "day")),
        ("walk once every 2 weeks", Rhythm(0.5, "week")),
        ("walk the first Monday of every month", Rhythm(1, "month")),
        ("walk 5 days out of 7", Rhythm(5, "week")),
        ("walk 3 days out of 5", None),
        ("walk 3x/wk", Rhythm(3, "week")),
        ("stretch BD", Rhythm(2, "day")),
        ("stretch in the mornings", Rhythm(1, "morning")),
        ("walk most days", None),
        ("walk 0 times a week", None),
        ("walk on at least five nights", None),
        ("walk with every meal", Rhythm(1, "meal")),
        ("walk on rest days", None),
    ],
)
def test_rhythm(text: str, found: CueValue) -> None:
    """A rhythm is so many times in a period; "most days" is none."""
    assert found == value(text, CueKind.FREQUENCY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PHQ-9 from 18 to 9", ScoreChange(9, 18, "PHQ-9")),
        ("phq9 below ten", ScoreChange(10, None, "PHQ-9")),
        ("GAD-7 from 15 to under 8", ScoreChange(8, 15, "GAD-7")),
        ("Y-BOCS under 12", ScoreChange(12, None, "Y-BOCS")),
        ("QIDS to 5", ScoreChange(5, None, "QIDS")),
        ("mood 7/10", ScoreChange(7)),
        ("go from an 8 to a 4", ScoreChange(4, 8)),
        ("mood 1.2.3/4.5.6", None),
        ("PHQ-9 down by 5 points", Amount(5, 5, "points")),
    ],
)
def test_score(text: str, found: CueValue) -> None:
    """A score says where to, where from and of what; a step down is an amount."""
    assert found == value(text, CueKind.SCORE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up by 6.30 am", time(6, 30)),
        ("up by 10:45", time(10, 45)),
        ("up at seven", time(7)),
        ("up at 7 in the morning", time(7)),
        ("bed at 10 pm", time(22)),
        ("bed at 9 at night", time(21)),
        ("bed at 12 pm", time(12)),
        ("bed at 12 am", time(0)),
        ("bed by midnight", time(0)),
        ("bed at half past ten", time(10, 30)),
        ("up by half nine", time(9, 30)),
        ("bed by quarter to eleven", time(10, 45)),
        ("bed by 99:99", None),
        ("bed by 99:10", None),
        ("bed at 1,000,000 pm", None),
        ("bed at 1:2:3", None),
    ],
)
def test_clock(text: str, found: CueValue) -> None:
    """An hour with no half of the day stays as it is."""
    assert found == value(text, CueKind.CLOCK)


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("by 12 June", date(2027, 6, 12)),
        ("by 3 January", date(2028, 1, 3)),
        ("by 1 March 2029", date(2029, 3, 1)),
        ("by 31 June", None),
        ("by the 3rd of June", date(2027, 6, 3)),
        ("by the 9th", date(2027, 1, 9)),
        ("before the 2nd", date(2027, 2, 2)),
        ("before my 30th birthday", None),
        ("on my 2nd attempt", None),
        ("by 9th", date(2027, 1, 9)),
        ("6 weeks from 1 Feb", date(2027, 3, 15)),
        ("starting 1 Feb for 6 weeks", date(2027, 3, 15)),
        ("6 weeks from the start of term", None),
        ("by the 31st", date(2027, 1, 31)),
        ("by 2027-06-03", date(2027, 6, 3)),
        ("by 23/6/2027", date(2027, 6, 23)),
        ("by 6/23/27", date(2027, 6, 23)),
        ("by 3/4/2027", None),
        ("by 31/10", date(2027, 10, 31)),
        ("by 10/10", date(2027, 10, 10)),
        ("by 3/4", None),
        ("by 31/31", None),
        ("by Friday", date(2027, 1, 8)),
        ("by Monday", date(2027, 1, 11)),
        ("by Friday night", date(2027, 1, 8)),
        ("next Friday", None),
        ("next Monday", date(2027, 1, 11)),
        ("a week on Friday", date(2027, 1, 15)),
        ("by Friday week", date(2027, 1, 15)),
        ("for the next three Sundays", date(2027, 1, 24)),
        ("by tomorrow evening", date(2027, 1, 5)),
        ("today", date(2027, 1, 4)),
        ("in May", date(2027, 5, 31)),
        ("in January", date(2027, 1, 31)),
        ("in February 2028", date(2028, 2, 29)),
        ("by the end of May", date(2027, 5, 31)),
        ("by mid-June", date(2027, 6, 15)),
        ("by June", None),
        ("by the end of 2028", date(2028, 12, 31)),
        ("by mid 2028", None),
        ("this week", date(2027, 1, 10)),
        ("next week", date(2027, 1, 17)),
        ("by next week", None),
        ("by the end of next week", date(2027, 1, 17)),
        ("this month", date(2027, 1, 31)),
        ("next month", date(2027, 2, 28)),
        ("in the next month", date(2027, 2, 3)),
        ("by month end", date(2027, 1, 31)),
        ("by EOD", date(2027, 1, 4)),
        ("for the rest of the year", date(2027, 12, 31)),
        ("within six weeks", date(2027, 2, 15)),
        ("within 2-3 weeks", date(2027, 1, 25)),
        ("in the next fortnight", date(2027, 1, 18)),
        ("in a month", date(2027, 2, 3)),
        ("two weeks from today", date(2027, 1, 18)),
        ("within 48 hours", date(2027, 1, 6)),
        ("in a couple of weeks", None),
        ("for 6/52", date(2027, 2, 15)),
        ("within 9999999999 years", None),
        ("by Christmas Eve", date(2027, 12, 24)),
        ("by Halloween 2028", date(2028, 10, 31)),
        ("by New Year's Day", date(2028, 1, 1)),
        ("by Easter", None),
        ("from now until Friday", date(2027, 1, 8)),
        ("from 3 March to 5 April", date(2027, 4, 5)),
        ("before the panel on Tuesday", date(2027, 1, 5)),
        ("from Monday", Starting(date(2027, 1, 11))),
        ("starting tomorrow", Starting(date(2027, 1, 5))),
        ("starting soon", None),
        ("by the time the nights draw in", None),
    ],
)
def test_deadline(when: str, found: CueValue) -> None:
    """A date or horizon is the day that it ends on; nothing where it is not plain."""
    assert found == value(f"walk {when}", CueKind.DEADLINE)


@pytest.mark.parametrize(
    ("when", "today", "found"),
    [
        ("by 29 February", date(2027, 1, 4), date(2028, 2, 29)),
        ("next month", date(2027, 12, 4), date(2028, 1, 31)),
        ("in May", date(2027, 6, 4), date(2028, 5, 31)),
        ("by the 31st", date(2027, 4, 30), date(2027, 5, 31)),
        ("next month", date(9999, 12, 4), None),
        ("in May", date(9999, 6, 4), None),
        ("this week", date(9999, 12, 31), None),
        ("by Friday", date(9999, 12, 31), None),
    ],
)
def test_edges_of_the_calendar(when: str, today: date, found: CueValue) -> None:
    """A year turns over, and the calendar ends."""
    assert found == value(f"walk {when}", CueKind.DEADLINE, today)


def test_no_today() -> None:
    """Without a day to count from, a horizon is no date."""
    assert None is value("walk by Friday", CueKind.DEADLINE, None)


def test_person_has_no_value() -> None:
    """A person or place comes to nothing."""
    assert None is value("walk with Sam", CueKind.PLACE_OR_PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "walk at least twenty five minutes",
        "walk about twenty-five minutes",
        "up to twenty five minutes",
    ],
)
def test_a_number_of_two_words_is_one_number(text: str) -> None:
    """Also behind words that set a limit; five minutes is something else."""
    (cue,) = review(text).cues

    assert Amount(25, 25, "minutes") == cue.value
