"""The words of a goal are judged by their grammar: what is wanted, by whom, how."""

from __future__ import annotations

import pytest

from stepwell.smart import RULES, Framing, Subject, Verdict, load_lexicon, review
from stepwell.smart.statement import read_statement

MET = Verdict.MET
PARTLY = Verdict.PARTLY
NOT_YET = Verdict.NOT_YET


class TestSpecific:
    """The named thing is what people mean by specific."""

    @pytest.mark.parametrize(
        "text",
        [
            "phone my sister",
            "I'd really love to phone my sister",
            "Patient will be able to phone her sister",
            "Mrs K. hopes to phone her sister",
            "BA: phone my sister",
            "When I get home, phone my sister",
            "This week I will phone my sister",
            "Work's been murder. I want to phone my sister",
            "1. Phone my sister - she's great",
            "score below 10 on the PHQ-9",
            "get my CORE score down",
            "rate my day 7/10",
            "walk every morning",
            "get up by 7",
            "stop lying on the sofa",
            "smoke no more than two cigarettes",
            "argue less with my wife",
            "stop moping and write two letters",
            "get my boss to sign the form",
            "get the council to rehouse us",
            "get promoted",
            "get a promotion",
            "go two weeks with no rows",
            "three lengths of the pool",
            "forage for mushrooms",
        ],
    )
    def test_met(self, text: str) -> None:
        """An observable act on something named, or a scale."""
        assert MET is review(text).verdicts.specific

    @pytest.mark.parametrize(
        "text",
        [
            "use coping skills",
            "exercise every day",
            "understand why Sundays are hard",
            "work out what I want",
            "identify my triggers",
            "be more social by joining something",
            "stop thinking about work",
            "stop overthinking emails",
            "get my wife to understand me",
            "healthy boundaries",
            "my partner to respect me",
            "avoid food",
            "handle criticism from strangers",
        ],
    )
    def test_partly(self, text: str) -> None:
        """A category, or an inner act."""
        assert PARTLY is review(text).verdicts.specific

    @pytest.mark.parametrize(
        "text",
        [
            "be happier",
            "improve my mood",
            "sleep better",
            "cope better",
            "understand myself",
            "less fatigue",
            "more energy",
            "be less anxious",
            "stop being so lazy",
            "everyone to like me",
            "people to be nicer",
            "my wife to be better",
            "my wife to be there",
            "be loved",
            "always be calm",
        ],
    )
    def test_not_yet(self, text: str) -> None:
        """A bare state or comparative."""
        assert NOT_YET is review(text).verdicts.specific

    def test_marks_first(self) -> None:
        """Marks before the goal say nothing."""
        assert MET is review("/ phone my sister").verdicts.specific

    def test_no_words(self) -> None:
        """Every rule can look at a text with no words, and none says that it is good."""
        lexicon = load_lexicon("en")
        assert lexicon is not None
        subject = Subject(statement=read_statement("", lexicon))
        found = {rule.code for rule in RULES if rule.judge(subject) is not None}
        assert {"ACH03", "REL04", "TIM06"} == found


class TestMeasurable:
    """Digits alone are no measure."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("walk at least twice", MET),
            ("be at my desk at 9", MET),
            ("get up within 10 minutes of the alarm", MET),
            ("PHQ-9 below 10", MET),
            ("mood score from 8 to 4", MET),
            ("taper the coffee", MET),
            ("join a choir", MET),
            ("get the landlord to fix the boiler", MET),
            ("be 20% calmer", PARTLY),
            ("mood from 3 to 6", PARTLY),
            ("track my PHQ-9", PARTLY),
            ("log my walks", PARTLY),
            ("fewer rows as recorded in my diary", PARTLY),
            ("twice as brave", PARTLY),
            ("be happier, confidence 8/10", NOT_YET),
            ("phone my sister whenever I am low", NOT_YET),
            ("argue less with my wife", NOT_YET),
            ("join", NOT_YET),
            ("join in", NOT_YET),
            ("join in more", NOT_YET),
        ],
    )
    def test_measurable(self, text: str, verdict: Verdict) -> None:
        """A rhythm, an amount, a scale with a target, or an act that is done once."""
        assert verdict is review(text).verdicts.measurable


class TestTraits:
    """How a goal is put."""

    @pytest.mark.parametrize(
        ("text", "framing"),
        [
            ("walk in the park", Framing.TOWARD),
            ("reduce avoidance", Framing.TOWARD),
            ("say no when I need to", Framing.TOWARD),
            ("anxiety from 4/10 to 8/10", Framing.TOWARD),
            ("walk from 3 to 1", Framing.TOWARD),
            ("stop smoking", Framing.AWAY),
            ("be less anxious", Framing.AWAY),
            ("I don't want to shout", Framing.AWAY),
            ("anxiety from 8/10 to 4/10", Framing.AWAY),
            ("I want this gone", Framing.AWAY),
            ("my boss to stop shouting", Framing.AWAY),
            ("read instead of scrolling", Framing.MIXED),
            ("swap crisps for fruit", Framing.MIXED),
        ],
    )
    def test_framing(self, text: str, framing: Framing) -> None:
        """What governs the main predicate decides."""
        assert framing is review(text).traits.framing

    @pytest.mark.parametrize(
        ("text", "single"),
        [
            ("walk and log it", True),
            ("identify and challenge thoughts", True),
            ("tidy the kitchen and the hall", True),
            ("swim or cycle on Saturdays", True),
            ("I should be better. Walk daily", True),
            ("I should be better. I should be good", False),
            ("walk and, and", True),
            ("sort my finances and then find a flat", False),
            ("visit Mum; fix the fence", False),
            ("be calmer, kinder", False),
            ("I want to walk, I want to sleep", False),
        ],
    )
    def test_single(self, text: str, single: bool) -> None:
        """Two aims that would each need a measure are two."""
        assert single is review(text).traits.single

    @pytest.mark.parametrize(
        ("text", "own"),
        [
            ("ask my boss for help", True),
            ("walk with my wife", True),
            ("my wife will listen", False),
            ("get promoted", False),
        ],
    )
    def test_own_control(self, text: str, own: bool) -> None:
        """What others do or grant lies in their hands."""
        assert own is review(text).traits.own_control

    @pytest.mark.parametrize(
        ("text", "absolutist", "hedged"),
        [
            ("always be early", True, False),
            ("walk every morning", False, False),
            ("maybe walk", False, True),
            ("walk as soon as possible", False, False),
        ],
    )
    def test_tone(self, text: str, absolutist: bool, hedged: bool) -> None:
        """A schedule is no absolute, and a way of speaking no maybe."""
        traits = review(text).traits
        assert (absolutist, hedged) == (traits.absolutist, traits.hedged)


class TestCategory:
    """Words speak for an area."""

    @pytest.mark.parametrize(
        ("text", "category"),
        [
            ("PHQ-9 below 10", "symptom_reduction"),
            ("name one emotion each evening", "emotional_awareness"),
            ("do my breathing exercise when stressed", "coping_skills"),
            ("have dinner with my wife", "relationships"),
            ("swim on Saturdays", "activity"),
            ("catch negative thoughts", "thought_patterns"),
            ("pay my rent on time", "other"),
            ("zzz", "other"),
        ],
    )
    def test_category(self, text: str, category: str) -> None:
        """The area that most words speak for."""
        assert category == review(text).category


class TestAsides:
    """Brackets, and brackets that never close."""

    @pytest.mark.parametrize("text", ["be happier (walk every day)", "be happier [walk every day]"])
    def test_evidence_counts(self, text: str) -> None:
        """What stands in brackets is evidence, not the goal."""
        verdicts = review(text).verdicts
        assert (NOT_YET, MET) == (verdicts.specific, verdicts.measurable)

    def test_open_bracket(self) -> None:
        """A bracket that never closes opens nothing."""
        assert NOT_YET is review("be happier :(").verdicts.specific
