"""Dates, rhythms, amounts, scores, hours and places are told apart."""

from __future__ import annotations

import pytest

from stepwell.smart import Verdict, review


def cues(text: str) -> list[tuple[str, str]]:
    """Return the kinds and words of the cues in a text."""
    return [(str(cue.kind), cue.text) for cue in review(text).cues]


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
            "by 31/10",
            "until my next review (22/4)",
            "for 6/52",
            "tmrw",
            "b4 Friday",
            "2day",
            "by EOD",
            "by month end",
            "over the next five meetings",
            "before my assessment",
            "at my 12-week review",
            "until payday",
            "by the time the clocks go back",
            "on the 3rd of June",
            "when I see her on the 9th",
            "within 48 hours",
            "a week on Friday",
            "before I turn forty",
            "this time next year",
            "in the new year",
            "for the rest of the month",
            "x 4 weeks",
            "every Tuesday until 1 March",
            "this fall",
            "before the panel on Tuesday",
            "by next contact",
            "through Mother's Day",
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
            "over the coming weeks",
            "once I've passed my test",
            "once I'm living on my own",
            "as the project unfolds",
            "across the remaining sessions",
            "throughout this episode of care",
            "in the middle phase of treatment",
            "commencing after the audit",
            "from now on",
            "once the loan is paid off",
            "while my mum is away",
            "until d/c",
            "post surgery",
            "before he dies",
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
            "while the kettle boils",
            "when the adverts come on",
            "before I go to bed",
            "once I'm home",
            "before that I want tea",
            "at Sunday lunches",
            "in the Monday huddle",
            "every time I wake",
            "when I feel ready",
            "Mon-Fri",
            "most nights",
            "for my husband to notice",
            "in the baby's room",
            "till I get there",
            "for the last two years",
            "and look after the baby",
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
            (
                "walk every Tuesday until 1 March",
                [("frequency", "every Tuesday"), ("deadline", "until 1 March")],
            ),
            (
                "walk every Monday and Friday till Easter",
                [("frequency", "every Monday and Friday"), ("deadline", "till Easter")],
            ),
            ("cut spending by 50 %", [("quantity", "by 50 %")]),
            ("sleep at 85%", [("quantity", "at 85%")]),
            ("walk 2x wk", [("frequency", "2x wk")]),
            ("swim 3x/wk", [("frequency", "3x/wk")]),
            ("stretch q week", [("frequency", "q week")]),
            ("stretch BD", [("frequency", "BD")]),
            ("stretch 10 mins TDS", [("quantity", "10 mins"), ("frequency", "TDS")]),
            ("walk for 2 hrs", [("quantity", "2 hrs")]),
            ("swim mon + thurs", [("frequency", "mon + thurs")]),
            ("swim Mon/Wed/Fri", [("frequency", "Mon/Wed/Fri")]),
            ("swim on dry days", [("frequency", "on dry days")]),
            ("swim sat mornings", [("frequency", "sat mornings")]),
            ("stretch 5/7", [("frequency", "5/7")]),
            ("stretch morning and night", [("frequency", "morning and night")]),
            ("stretch 4 evenings out of 7", [("frequency", "4 evenings out of 7")]),
            (
                "swim on Thursdays from 2 to 4",
                [("frequency", "on Thursdays"), ("clock", "from 2 to 4")],
            ),
            ("up by half nine", [("clock", "by half nine")]),
            (
                "ring Jo at 8 tomorrow",
                [("place_or_person", "Jo"), ("clock", "at 8"), ("deadline", "tomorrow")],
            ),
            ("walk from 5 to 20 minutes", [("quantity", "from 5 to 20 minutes")]),
            ("cut from 9 hrs to 5 hrs", [("quantity", "from 9 hrs to 5 hrs")]),
            ("cut my beers from six to two", [("quantity", "from six to two")]),
            ("save \u00a320 a week", [("quantity", "\u00a320"), ("frequency", "a week")]),
            ("halve my screen hours", [("quantity", "halve")]),
            ("say one thing a day", [("quantity", "one thing"), ("frequency", "a day")]),
            ("attend 8 of 10 groups", [("quantity", "8 of 10 groups")]),
            ("get 9 on the GAD", [("score", "9 on the GAD")]),
            ("stretch every AM", [("frequency", "every AM")]),
            ("pain under a 5", [("score", "pain under a 5")]),
            ("go from like a nine to a six", [("score", "from like a nine to a six")]),
            ("PHQ-9 down by 5 points", [("score", "PHQ-9 down by 5 points")]),
            ("cope with a seven-month gap", []),
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
            ("walk round Heaton Park", ["round Heaton Park"]),
            ("lunch with Hope", ["with Hope"]),
            ("phone my sister in Leeds", ["my sister in Leeds"]),
            ("sit on the bench outside the library", ["on the bench outside the library"]),
            ("landlord to mend the tap", ["landlord"]),
            ("share it with CPN", ["with CPN"]),
            ("tell partner, calmly", ["partner"]),
            ("plan w/ key worker", ["w/ key worker"]),
            ("rest around my in-laws", ["around my in-laws"]),
            ("smile at my mother-in-law", ["at my mother-in-law"]),
            ("avoid the canteen less", ["the canteen"]),
            ("say hi in the corner shop", ["in the corner shop"]),
            ("ask my boss park the van", ["my boss"]),
            ("my roommate should listen", ["my roommate"]),
            ("think nobody at the office hates me", ["at the office"]),
            ("frame nan's letters", []),
            ("see Karen's plan", ["Karen"]),
            ("worry less about the dentist", []),
            ("fill in the housing form", []),
            ("handle the school run", []),
            ("find my key", []),
            ("learn some Spanish", []),
            ("cry less in front of the kids", ["the kids"]),
            ("look at my bank balance", []),
            ("be a boss", []),
            ("sit with friends", []),
            ("with staff, rest", []),
        ],
    )
    def test_place_or_person(self, text: str, found: list[str]) -> None:
        """Named and definite people and places count, categories do not."""
        assert found == [words for kind, words in cues(text) if kind == "place_or_person"]

    def test_background_is_no_evidence(self) -> None:
        """A rhythm in the reasons is none of the goal."""
        assert [] == cues("walk more because I cry every day")

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("My wife says I drink each day, so I want two dry nights", ["two dry nights"]),
            ("I've been off since May and I want to ring Jo", ["Jo"]),
            ("I told nobody in August. I want to tell Sam", ["Sam"]),
            ("I hid from Sue, and I'd like to stop by Friday", ["by Friday"]),
            ("it happens a lot, in Leeds, and I want to swim", []),
            ("once I've moved, I want to swim", ["once I've moved"]),
            ("I want to swim with Al, it was good in May", ["with Al"]),
            ("we had rows for two weeks", ["for two weeks"]),
            ("I want to swim - my boss is off on Monday - and I want Al", ["Al"]),
            ("I want to swim with Al and it was good in May, then", ["with Al"]),
            ("I want to swim (my GP said 20 minutes)", []),
            ("swim by Friday, cos my GP was worried", ["by Friday"]),
        ],
    )
    def test_news_is_no_evidence(self, text: str, found: list[str]) -> None:
        """What a clause tells beside the wish is none of it; alone, it is the goal."""
        assert found == [words for _, words in cues(text)]
