"""Dates, rhythms, amounts, scores, hours and places are told apart and worked out."""

from __future__ import annotations

from datetime import date, time

import pytest

from stepwell.smart import (
    Amount,
    CueKind,
    CueValue,
    Rhythm,
    ScoreChange,
    Verdict,
    review,
)

MONDAY = date(2027, 1, 4)


def cues(text: str) -> list[tuple[str, str]]:
    """Return the kinds and words of the cues in a text."""
    return [(str(cue.kind), cue.text) for cue in review(text).cues]


def value(text: str, kind: CueKind, today: date | None = MONDAY) -> CueValue:
    """Return what the first cue of a kind comes to."""
    return next(cue.value for cue in review(text, today=today).cues if cue.kind is kind)


class TestTime:
    """A date or horizon is a deadline; a rhythm, an hour and a latency are none."""

    @pytest.mark.parametrize(
        "when",
        [
            "by the end of next week",
            "before the end of May",
            "by mid-September",
            "in the next fortnight",
            "for a fortnight",
            "by Sunday night",
            "this weekend",
            "before Friday's session",
            "before our next meeting",
            "until Easter",
            "over half term",
            "by the 3rd of June",
            "by 03/06/2027",
            "by 2027-06-03",
            "within 90 days",
            "between now and Christmas",
            "by tomorrow evening",
            "in May",
            "by Valentine's Day",
            "at my next appointment",
            "by session ten",
            "for the whole of Lent",
            "by the time of my review on 4 July",
            "from now until Friday",
            "in two weeks' time",
            "for the next three Sundays",
            "by Oct 12",
            "this term",
            "before the month is out",
            "today",
        ],
    )
    def test_deadline(self, when: str) -> None:
        """A date or a bounded horizon is time-bound."""
        assert Verdict.MET is review(f"write one page {when}").verdicts.time_bound

    @pytest.mark.parametrize(
        "when",
        [
            "before I go back to work",
            "when I get back from holiday",
            "once my leg heals",
            "before my mum's operation",
            "while my sister is staying",
            "after the exams",
            "by discharge",
            "as the evenings get lighter",
            "as soon as the clinic calls",
            "before the baby is born",
            "starting next week",
            "from tomorrow",
            "over the next few weeks",
            "during treatment",
            "by the end of therapy",
            "ahead of the tribunal",
            "prior to my move",
            "until my benefits come through",
            "till the house is sold",
            "after I finish probation",
            "by the time my maternity leave ends",
            "over the course of the group",
            "until I feel better",
            "during the step-down phase",
            "before the anxiety eases off",
        ],
    )
    def test_anchor(self, when: str) -> None:
        """An event, a start or a vague horizon is partly time-bound."""
        assert Verdict.PARTLY is review(f"write one page {when}").verdicts.time_bound

    @pytest.mark.parametrize(
        "when",
        [
            "every Sunday",
            "after dinner",
            "before bed",
            "when I feel anxious",
            "when my heart races",
            "within five minutes of waking",
            "by 9 pm",
            "soon",
            "one day",
            "in the mornings",
            "when someone criticises me",
            "before each meal",
            "while I cook",
            "during panic attacks",
            "until the panic",
            "for 20 minutes",
            "by talking to my GP",
            "by the sea",
            "before going out",
            "before an argument",
            "as often as I can",
            "instead of scrolling until the move",
            "ahead",
            "prior to bed",
            "in bed, once",
            "come",
            "over dinner",
        ],
    )
    def test_no_deadline(self, when: str) -> None:
        """A rhythm, an hour, a latency, a moment of every day is not."""
        assert Verdict.NOT_YET is review(f"write one page {when}").verdicts.time_bound


class TestKinds:
    """Each cue is quoted, and of one kind."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("walk 3x/week", [("frequency", "3x/week")]),
            ("apply for two jobs a week", [("quantity", "two jobs"), ("frequency", "a week")]),
            ("list three early signs of a dip", [("quantity", "three early signs")]),
            ("drink no more than 2 glasses", [("quantity", "no more than 2 glasses")]),
            ("list 3 bits of evidence", [("quantity", "3 bits of evidence")]),
            ("PHQ-9 from 18 to 9", [("score", "PHQ-9 from 18 to 9")]),
            ("from 7/10 to 4/10", [("score", "from 7/10 to 4/10")]),
            ("up by 10:45", [("clock", "by 10:45")]),
            ("swim 5 whole miles nonstop", [("quantity", "5 whole miles")]),
            ("confidence 7/10, walk", []),
            ("get up within 10 minutes of the alarm", []),
            ("try the 5-4-3-2-1 exercise", []),
            ("phone one", []),
            ("name two, please", []),
        ],
    )
    def test_kind(self, text: str, found: list[tuple[str, str]]) -> None:
        """Numbers count for what they count."""
        assert found == cues(text)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("walk with Sam", ["with Sam"]),
            ("walk in the park", ["in the park"]),
            ("dinner with Lena and the boys", ["with Lena and the boys"]),
            ("dinner with Lena and Tom Lee", ["with Lena and Tom Lee"]),
            ("dinner with Lena and the rest", ["with Lena"]),
            ("dinner with Lena and", ["with Lena"]),
            ("dinner with Lena and talk", ["with Lena"]),
            ("ring my new boss", ["my new boss"]),
            ("rest at home", ["at home"]),
            ("cope at work parties", []),
            ("plan w/ my sponsor", ["w/ my sponsor"]),
            ("plan and/or walk", []),
            ("plan with therapist", ["with therapist"]),
            ("be with friends", []),
            ("ring mum", ["mum"]),
            ("be a better mum", []),
            ("water the garden plants", []),
            ("dance on the one", []),
            ("sit in the old, park", []),
            ("walk. Sam waits", []),
            ("WALK WITH SAM", []),
            ("Mr Lee walks", []),
            ("use DBT, see Al", ["Al"]),
            ("smile at this boss", []),
            ("eat in the", []),
        ],
    )
    def test_place_or_person(self, text: str, found: list[str]) -> None:
        """Named and definite people and places count, categories do not."""
        assert found == [words for kind, words in cues(text) if kind == "place_or_person"]

    def test_background_is_no_evidence(self) -> None:
        """A rhythm in the reasons is none of the goal."""
        assert [] == cues("walk more because I cry every day")


class TestValues:
    """What a cue comes to."""

    @pytest.mark.parametrize(
        ("text", "kind", "found"),
        [
            ("walk 20 minutes", CueKind.QUANTITY, Amount(20, 20, "minutes")),
            ("walk 2\u20133 miles", CueKind.QUANTITY, Amount(2, 3, "miles")),
            ("walk 10,000 steps", CueKind.QUANTITY, Amount(10_000, 10_000, "steps")),
            ("be half as busy", CueKind.QUANTITY, Amount(0.5, 0.5, "as")),
            ("be double the mum", CueKind.QUANTITY, None),
            ("walk three nights a week", CueKind.FREQUENCY, Rhythm(3, "week")),
            ("walk daily", CueKind.FREQUENCY, Rhythm(1, "day")),
            ("walk on Mondays", CueKind.FREQUENCY, None),
            ("walk Monday and Friday", CueKind.FREQUENCY, Rhythm(2, "week")),
            ("walk twice a month", CueKind.FREQUENCY, Rhythm(2, "month")),
            ("PHQ-9 from 18 to 9", CueKind.SCORE, ScoreChange(9, 18, "phq - 9")),
            ("mood 7/10", CueKind.SCORE, ScoreChange(7)),
            ("mood 1.2.3/4.5.6", CueKind.SCORE, None),
            ("up by 6.30 am", CueKind.CLOCK, time(6, 30)),
            ("up by 10:45", CueKind.CLOCK, time(10, 45)),
            ("bed at 10 pm", CueKind.CLOCK, time(22)),
            ("bed at 12 pm", CueKind.CLOCK, time(12)),
            ("bed by midnight", CueKind.CLOCK, time(0)),
            ("bed at half past ten", CueKind.CLOCK, None),
            ("bed by 99:99", CueKind.CLOCK, None),
            ("walk with Sam", CueKind.PLACE_OR_PERSON, None),
            ("walk by 12 June", CueKind.DEADLINE, date(2027, 6, 12)),
            ("walk by 3 January", CueKind.DEADLINE, date(2028, 1, 3)),
            ("walk by 1 March 2029", CueKind.DEADLINE, date(2029, 3, 1)),
            ("walk by 31 June", CueKind.DEADLINE, None),
            ("walk by Friday", CueKind.DEADLINE, date(2027, 1, 8)),
            ("walk by Monday", CueKind.DEADLINE, date(2027, 1, 11)),
            ("walk tomorrow", CueKind.DEADLINE, date(2027, 1, 5)),
            ("walk within six weeks", CueKind.DEADLINE, date(2027, 2, 15)),
            ("walk this week", CueKind.DEADLINE, None),
            ("walk by Easter", CueKind.DEADLINE, None),
            ("walk within 9999999999 years", CueKind.DEADLINE, None),
        ],
    )
    def test_value(self, text: str, kind: CueKind, found: CueValue) -> None:
        """Numbers with units, rhythms, hours and days; nothing where it is not plain."""
        assert found == value(text, kind)

    def test_no_today(self) -> None:
        """Without a day to count from, a horizon is no date."""
        assert None is value("walk by Friday", CueKind.DEADLINE, None)
