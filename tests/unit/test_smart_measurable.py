"""What can be counted or seen done, in people's own ways of putting it."""

from __future__ import annotations

import pytest

from stepwell.smart import Verdict, review


class TestCounted:
    """A rhythm, an amount, or an act that is over when it is done."""

    @pytest.mark.parametrize(
        "text",
        [
            "Client will book a hearing test at the audiology clinic",
            "Pt to complete sleep diary nightly until next appt",
            "She'll walk the dog round the block after tea each day",
            "since the op I'm stuck in, and I want to get to the corner shop by Friday",
            "tell my line manager about my diagnosis",
            "return the library books",
            "hand in my dissertation",
            "phone the dentist",
            "finish painting the hallway",
            "walk 20 minutes",
            "run 5k",
            "meditate 10 minutes a day",
            "have lunch with Dev",
            "the council to mend the fence",
            "put the bins out on Thursdays",
            "change the bed sheets this weekend",
            "eat breakfast every day",
            "ask Karen to cover my Tuesday shift",
            "no phone after 9pm",
            "no more than 10 units a week",
            "get through one whole day without checking the door",
            "teach my son to ride his bike by summer",
            "renew my passport",
            "increase daily steps from 3000 to 6000",
            "reduce drinking to two nights a week",
            "Client will schedule 2 pleasant activities per week",
        ],
    )
    def test_measurable(self, text: str) -> None:
        """A rhythm, an amount, or an act that is over when it is done."""
        assert Verdict.MET is review(text).verdicts.measurable


class TestHalf:
    """A scale or a record with no target."""

    @pytest.mark.parametrize(
        "text",
        [
            "log my mood",
            "track my spending on the Monzo app",
        ],
    )
    def test_measurable(self, text: str) -> None:
        """A scale or a record with no target."""
        assert Verdict.PARTLY is review(text).verdicts.measurable


class TestOpen:
    """Nothing to count, and nothing that is ever done."""

    @pytest.mark.parametrize(
        "text",
        [
            "Pt will utilise healthy coping mechanisms",
            "Client will identify triggers for low mood",
            "Pt will demonstrate improved self-esteem",
            "Patient to experience fewer depressive symptoms",
            "everything is too much and I just want to feel like me again",
            "I'm knackered all the time, I'd love more energy",
            "It goes round and round, so I'd like to stop replaying conversations in my head",
            "stop texting my ex",
            "find ways to calm down",
            "be a better version of myself",
            "when I wake in the night, write my worries on the pad instead of lying there",
            "play my guitar again",
            "see my friends more",
            "manage my emotions",
            "control my temper",
            "manage my money better",
            "live a normal life",
            "my kids to be happy",
            "get my husband to understand what depression is",
            "people to like me",
            "my mum stops commenting on my weight",
            "sit with Mum in the garden",
            "get into a routine",
            "eat regularly",
            "do some gardening",
            "be more organised at work by planning my day",
            "be more productive",
            "become independent",
            "ask for help when I need it",
            "lift my depression",
            "anxiety under control",
            "better work life balance",
            "less time on my phone",
            "rely less on alcohol",
            "to not feel so alone",
            "stop worrying",
            "stop worrying about money",
            "worry less about what people think",
            "be a proper mum",
            "improve communication with my wife",
            "strengthen family relationships",
            "increase physical activity",
            "reduce alcohol intake",
            "Client will engage in pleasurable activities",
            "Explore feelings about the divorce",
            "process the loss of my dad",
            "learn to say no",
        ],
    )
    def test_measurable(self, text: str) -> None:
        """Nothing to count, and nothing that is ever done."""
        assert Verdict.NOT_YET is review(text).verdicts.measurable


class TestScales:
    """Capitals before a score stand for a scale, and halving is half a measure."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("XYZQ from 40 to 20", Verdict.MET),
            ("mood from 4 to 2", Verdict.PARTLY),
            ("halve my takeaways", Verdict.PARTLY),
            ("halving the rows with Sam", Verdict.PARTLY),
            ("stop the tablets by Friday", Verdict.MET),
            ("ask Ann about it when I see her on 9 May", Verdict.MET),
            ("ring Ann when I can", Verdict.MET),
            ("ring Ann when it rains", Verdict.NOT_YET),
            ("read instead of scrolling", Verdict.NOT_YET),
            ("my aunt to mend the gate", Verdict.MET),
            ("my aunt to stop ringing me", Verdict.NOT_YET),
        ],
    )
    def test_measurable(self, text: str, verdict: Verdict) -> None:
        """A scale with a target, a share with no base."""
        assert verdict is review(text).verdicts.measurable
