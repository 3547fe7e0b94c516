"""Where keeping away protects somebody, nobody talks them out of it."""

from __future__ import annotations

from typing import Final

import attrs
import pytest

from stepwell._patterns import Find
from stepwell.goals import Goal
from stepwell.messages import say
from stepwell.safety import CrisisResources, SafetyClass
from stepwell.smart import RULES, Criterion, Evidence, load_lexicon, review
from stepwell.smart.protecting import Protection, harm_find, protection_find
from stepwell.smart.statement import Statement, read_statement
from tests.protecting_cases import NEAR_MISSES, PROTECTED, THREATS

CRISIS: Final = CrisisResources("Ring Kim.")
HANDS: Final = say("review.own_control.question")
WAYS: Final = (say("review.framing.question"), say("review.feeling.question"))
HARD_DAY: Final = say("review.absolutist.question")
CLOSER: Final = {say(f"review.{name}.question") for name in ("specific", "measurable", "target")}


def read(text: str) -> Statement:
    """Return a text taken apart."""
    lexicon = load_lexicon("en")
    assert lexicon is not None
    return read_statement(text, lexicon)


def asked(goal_or_text: Goal | str) -> set[str | None]:
    """Return all questions of a review, also those that are kept for later."""
    return {each.question for each in review(goal_or_text, crisis=CRISIS).findings}


class TestWords:
    """What the forms hear."""

    @pytest.mark.parametrize(("text", "what"), PROTECTED)
    def test_protects(self, text: str, what: str) -> None:
        """Keeping away is heard with what it protects from."""
        found = protection_find(read(text))
        assert found is not None
        assert Protection(what) is found[0]

    @pytest.mark.parametrize("text", THREATS)
    def test_threatens(self, text: str) -> None:
        """What others do is heard where nobody keeps away."""
        assert isinstance(harm_find(read(text)), Find)

    @pytest.mark.parametrize("text", NEAR_MISSES)
    def test_near_miss(self, text: str) -> None:
        """Words of the same kind that protect from nothing are left alone."""
        statement = read(text)
        assert (None, None) == (protection_find(statement), harm_find(statement))

    def test_there_are_enough(self) -> None:
        """Each kind of protection has cases, and so has what is no protection."""
        assert {*Protection} == {what for _, what in PROTECTED}
        assert len(PROTECTED) + len(THREATS) >= 60
        assert len(NEAR_MISSES) >= 40

    def test_facing_what_was_avoided_is_no_protection(self) -> None:
        """An end to avoiding is not an avoidance."""
        assert protection_find(read("avoid the pub")) is not None
        assert protection_find(read("stop avoiding the pub")) is None

    def test_a_threat_counts_also_where_avoiding_is_to_end(self) -> None:
        """Somebody who wants to avoid less may still be hurt."""
        assert harm_find(read("stop avoiding dad's temper")) is not None


class TestQuestions:
    """What is not asked then."""

    @pytest.mark.parametrize("text", [*THREATS, "never go back to him", "not go back to him"])
    def test_harm_from_others(self, text: str) -> None:
        """Nothing is asked about one's own hands, the other way, a hard day, or closer detail."""
        assert asked(text).isdisjoint({HANDS, *WAYS, HARD_DAY, *CLOSER})

    @pytest.mark.parametrize("text", [text for text, _ in PROTECTED])
    def test_protection(self, text: str) -> None:
        """Nobody is asked what they would do in place of keeping away, or how it would look."""
        assert asked(text).isdisjoint({*WAYS, HARD_DAY, *CLOSER})

    def test_the_finding_stays(self) -> None:
        """What was found is told; only the question is not asked."""
        report = review("get my husband to stop shouting at me")
        found = [each for each in report.findings if each.criterion is Criterion.OWN_CONTROL]
        assert [("OWN01", None)] == [(each.code, each.question) for each in found]

    def test_a_threat_in_another_field(self) -> None:
        """It counts wherever it is written."""
        alone = Goal("get my partner to listen to me")
        beside = Goal("get my partner to listen to me", why="I keep winding my dad up")
        assert SafetyClass.NOTHING_FOUND is review(beside).safety
        assert HANDS in asked(alone)
        assert HANDS not in asked(beside)

    @pytest.mark.parametrize(
        ("text", "question"),
        [
            ("get my boss to listen to me", HANDS),
            ("avoid my emails", WAYS[0]),
            ("stop worrying about my health", WAYS[1]),
            ("never be late", HARD_DAY),
        ],
    )
    def test_others_are_asked_as_before(self, text: str, question: str) -> None:
        """Without a threat and without protection the questions stay."""
        assert question in asked(text)

    def test_own_control_in_relapse(self) -> None:
        """Somebody else's drinking is no harm by itself: what is in one's hands may help."""
        assert HANDS in asked("get my sister to stop smoking")

    @pytest.mark.parametrize(("text", "questions"), [("\U0001f600", 1), ("not go back to him", 0)])
    def test_a_rule_of_a_host(self, text: str, questions: int) -> None:
        """A host's own rule about framing is hushed too, where the words can be read."""
        rule = next(each for each in RULES if each.code == "FRA01")
        always = attrs.evolve(rule, judge=lambda _: Evidence())
        report = review(text, rules=[always])
        assert questions == len(report.questions)


class TestVocabulary:
    """What the words of protecting.toml bring."""

    def test_no_word_loses_what_its_ending_tells(self) -> None:
        """An unlisted word keeps the classes of its ending beside the new one."""
        labels = next(token.labels for token in read("blackmailing").tokens)
        assert {"k.harms", "v.ing"} <= labels
