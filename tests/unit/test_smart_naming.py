"""What the words of a goal name: determiners, number and definiteness tell."""

from __future__ import annotations

import pytest

from stepwell.smart import Verdict, review

_MET = Verdict.MET
_PARTLY = Verdict.PARTLY
_NOT_YET = Verdict.NOT_YET


def _verdicts(cases: dict[Verdict, list[str]]) -> list[tuple[str, Verdict]]:
    """Return each text with the verdict that it stands under."""
    return [(text, verdict) for verdict, texts in cases.items() for text in texts]


class TestNaming:
    """How much a noun names."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        _verdicts(
            {
                _MET: [
                    "visit the lighthouse",
                    "send off my application",
                    "finish the translation",
                    "join the Thursday spin class",
                    "mend his bus pass holder",
                    "varnish two chairs",
                ],
                _PARTLY: [
                    "borrow something from the library shelves",
                    "some sort of craft on Tuesdays",
                    "any boat by July",
                    "practise self-compassion exercises",
                ],
                _NOT_YET: [
                    "reduction of sadness",
                    "40% more courtesy",
                    "a third less misery",
                    "something that feels like living",
                    "whatever is broken fixed",
                ],
            }
        ),
    )
    def test_noun(self, text: str, verdict: Verdict) -> None:
        """A known thing is met, one left open is partly, a bare quality is not yet."""
        assert verdict is review(text).verdicts.specific

    @pytest.mark.parametrize(
        ("text", "verdict"),
        _verdicts(
            {
                _MET: ["post the parcel like my sister does", "repaint the gate"],
                _PARTLY: [
                    "talk to myself like I would to a friend",
                    "quit pushing myself",
                ],
            }
        ),
    )
    def test_likened_and_reflexive(self, text: str, verdict: Verdict) -> None:
        """What something is likened to names nothing, nor does oneself."""
        assert verdict is review(text).verdicts.specific

    def test_taking_oneself_somewhere(self) -> None:
        """A place that one takes oneself to can be seen."""
        assert _MET is review("take myself to the museum").verdicts.specific


class TestStates:
    """Where a state can be seen."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        _verdicts(
            {
                _MET: ["be at the school gate with Femi", "be in the choir room"],
                _NOT_YET: ["be at peace", "be in control", "be calm at the office"],
            }
        ),
    )
    def test_being_somewhere(self, text: str, verdict: Verdict) -> None:
        """Being in a known place is seen; being some way is not."""
        assert verdict is review(text).verdicts.specific

    def test_staying_until(self) -> None:
        """Staying on until something ends takes nothing from the act beside it."""
        assert _MET is review("sit with the choir and stay till the end").verdicts.specific


class TestAlone:
    """Acts with no object."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        _verdicts(
            {
                _MET: [
                    "swim across to the island",
                    "hop off at Bank",
                    "hoover",
                    "kneel before bed each night",
                    "count to thirty when the lift doors close",
                ],
                _PARTLY: ["read", "socialise", "join in", "cook"],
            }
        ),
    )
    def test_alone(self, text: str, verdict: Verdict) -> None:
        """A phrase, a rhythm or a dose makes a bare act plain."""
        assert verdict is review(text).verdicts.specific


class TestEnds:
    """What is to end or to become less."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        _verdicts(
            {
                _MET: [
                    "quit cola",
                    "give up lemonade",
                    "reduce the overtime",
                    "reduce overtime to 3 hours a week",
                    "no more than two lazy-pig lie-ins a week",
                    "I never want to shout at the twins again",
                    "go two days without crisps",
                ],
                _PARTLY: [
                    "reduce overtime",
                    "less telly",
                    "no more takeaways",
                    "go a day without hating this body",
                    "stop picking at myself",
                ],
                _NOT_YET: ["sort my head and my diary out", "less dread"],
            }
        ),
    )
    def test_ends(self, text: str, verdict: Verdict) -> None:
        """Ending a thing is seen; lessening one leaves open how much."""
        assert verdict is review(text).verdicts.specific


class TestOthers:
    """What others are to do."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        _verdicts(
            {
                _MET: [
                    "my brother to drive me to the clinic",
                    "be given a locker",
                ],
                _PARTLY: [
                    "I want them to ring more often",
                    "she comes back",
                ],
                _NOT_YET: ["everyone to admire me"],
            }
        ),
    )
    def test_others(self, text: str, verdict: Verdict) -> None:
        """An act with no object and no time is half told."""
        assert verdict is review(text).verdicts.specific


class TestOpeners:
    """Openers that put a wish in a roundabout way."""

    @pytest.mark.parametrize(
        "text",
        [
            "it would be lovely if I could paint the shed",
            "would be great if the scales read 70 kg by May",
            "wouldn't it be nice if I could ring Anil",
            "could I maybe visit the abbey",
            "might post the letter on Friday",
            "someone like me ought to be able to change a tyre",
            "what I'd give to see the harbour lights with Joan",
            "truth be told I'd phone the vicar",
            "oh I dunno, ring the plumber",
            "I'd settle for walking to the mill",
            "Client requests to visit the chapel",
            "try and email the tutor",
        ],
    )
    def test_opener(self, text: str) -> None:
        """The act behind the opener is judged."""
        assert _MET is review(text).verdicts.specific


class TestNone:
    """None of something is no amount."""

    @pytest.mark.parametrize("text", ["zero rows", "have zero bad days", "zero panics, ever"])
    def test_none(self, text: str) -> None:
        """None of something counts nothing out."""
        assert _NOT_YET is review(text).verdicts.measurable
