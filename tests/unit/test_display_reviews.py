"""A review is shown safety first, then what is there, then a question."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from stepwell.display import to_html, to_text
from stepwell.errors import CrisisResourcesMissing
from stepwell.goals import Barrier, Goal
from stepwell.measures import at_least
from stepwell.messages import say
from stepwell.safety import CrisisResources
from stepwell.smart import Cue, CueKind, review

HELP = CrisisResources(text="Call 000 or go to the house on the corner.")


class TestReview:
    """What a person reads."""

    def test_a_wish_gets_one_question(self) -> None:
        """One is enough for today; a host finds the second in the report."""
        lines = to_text(review("get out more")).splitlines()

        assert "A look at this goal" == lines[0]
        assert "  “get out more”" == lines[1]
        assert 1 == sum(line.endswith("?") for line in lines)
        assert lines[-1].strip() == review("get out more").next_question

    def test_evidence_is_quoted_and_named(self) -> None:
        """In the order in which it was written."""
        text = to_text(review("walk 20 minutes with Sam every Tuesday"))

        assert "  how much            “20 minutes”" in text
        assert "  where or with whom  “with Sam”" in text
        assert text.index("“20 minutes”") < text.index("“with Sam”")

    def test_of_two_pieces_that_overlap_the_longer_is_marked(self) -> None:
        """So that no word is marked twice."""
        found = review("walk 20 minutes")
        inner = Cue(kind=CueKind.CLOCK, start=5, end=7, text="20")
        text = to_text(attrs.evolve(found, cues=(inner, *found.cues)))

        assert "how much  “20 minutes”" in text
        assert "at what time" not in text

    def test_a_whole_goal_needs_no_question(self) -> None:
        """It may stay as it is."""
        goal = Goal(
            "Phone my sister on Sunday evenings",
            why="I miss her",
            target=at_least(4, "times", due=date(2027, 3, 1)),
            importance=8,
            confidence=8,
        )

        assert to_text(review(goal, today=date(2027, 1, 4))).endswith(
            "Nothing to ask here; it can stay as it is."
        )

    def test_safety_comes_first_and_alone(self) -> None:
        """No verdict and no question stand beside it."""
        text = to_text(review("I want to die", crisis=HELP))

        assert HELP.text in text
        assert "“I want to die”" in text
        assert "what exactly" not in text
        assert say("review.specific.question") not in text

    def test_words_elsewhere_leave_the_statement_unquoted(self) -> None:
        """A harmless statement is no reason for what is said."""
        goal = Goal("Walk in the park", barriers=[Barrier("I want to die")])
        text = to_text(review(goal, crisis=HELP))

        assert HELP.text in text
        assert "Walk" not in text

    def test_without_resources_there_is_a_plain_sentence(self) -> None:
        """And a warning for the developer."""
        with pytest.warns(CrisisResourcesMissing):
            report = review("I want to die")

        assert "emergency number" in to_text(report)

    def test_html_marks_the_evidence(self) -> None:
        """Escaped, and never by colour alone."""
        page = to_html(review("walk <b>20 minutes</b> with Sam"))

        assert "<b>" not in page
        assert 'title="how much"' in page


def test_words_that_could_not_be_read_are_not_called_fine() -> None:
    """It says so first, and that nothing is said of them either way."""
    text = to_text(review("прогулка в парке"))

    assert text.index("could not be read here") < text.index("прогулка")
    assert "Nothing to ask here" not in text


def test_a_reason_that_could_not_be_read_is_told_too() -> None:
    """Whatever field it stands in."""
    text = to_text(review(Goal("Walk in the park with Sam", why="прогулка")))

    assert 1 == text.count("could not be read here")
