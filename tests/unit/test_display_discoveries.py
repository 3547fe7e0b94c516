"""What comes next is shown with safety first and cautions before reasons."""

from __future__ import annotations

import attrs

from stepwell.discovery import Answers, discover
from stepwell.display import to_html, to_text
from stepwell.safety import CrisisResources

SAID = Answers(hopes=["to see my friends"], challenges=(), values=["my garden"])
CHOSEN = attrs.evolve(SAID, chosen="routine_short_walk")


def shown(answers: Answers) -> str:
    """Return the text view on one line."""
    return " ".join(to_text(discover(answers)).split())


def test_a_question() -> None:
    """Under what it is about."""
    lines = str(discover(Answers())).splitlines()

    assert "Finding a goal of your own" == lines[0]
    assert lines[1].startswith("  What do you hope could be a little different?")


def test_safety_alone() -> None:
    """No other sentence is there."""
    ours = CrisisResources("<b>Page one</b>")
    found = discover(Answers(hopes=["suicidal thoughts"]), crisis=ours)

    assert 2 == len(to_html(found).split("Thank you for writing this down."))
    assert "&lt;b&gt;Page one&lt;/b&gt;" in to_html(found)
    assert "?" not in to_text(found)


def test_safety_stays_in_sight_when_the_questions_go_on() -> None:
    """First the message, once, then the question."""
    ours = CrisisResources("Page one")
    heard = Answers(hopes=["suicidal thoughts"])
    text = to_text(discover(heard, crisis=ours, heard=heard))

    assert 1 == text.count("Page one")
    assert text.index("Page one") < text.index("What weighs on your days")


def test_words_that_cannot_be_read() -> None:
    """It says so, and asks on."""
    text = shown(Answers(hopes=["прогулка в парке"]))

    assert "These words could not be read here" in text
    assert "What weighs on your days" in text


def test_goals_with_cautions_before_reasons() -> None:
    """Each under its sentence."""
    text = shown(SAID)

    assert text.index("on 2 or more days") < text.index("ask your doctor first")
    assert text.index("ask your doctor first") < text.index('You wrote "garden"')


def test_areas_where_nothing_matches() -> None:
    """All six."""
    text = shown(Answers(hopes=(), challenges=(), values=()))

    assert 6 == text.count(" - ")


def test_a_follow_up_comes_before_the_next_question() -> None:
    """What speaks for a number, then the next one."""
    text = shown(attrs.evolve(CHOSEN, importance=8))

    assert text.index("What makes it 8 rather than 6?") < text.index("How sure do you feel")


def test_what_was_chosen_and_what_is_smaller() -> None:
    """Down to one small step."""
    text = shown(attrs.evolve(CHOSEN, importance=(), confidence=4))

    assert "Walk 10 minutes along [for example: the canal path] on 2 or more days a week" in text
    assert "Walk 5 minutes along [for example: the canal path] on 1 or more days a week" in text
    assert "A first step that is smaller still: Lay out comfortable shoes" in text


def test_cautions_come_before_what_was_chosen() -> None:
    """As they do before every goal that is offered."""
    done = attrs.evolve(CHOSEN, importance=8, confidence=8)
    text = shown(done)

    assert text.index("ask your doctor first") < text.index("Walk 10 minutes along")


def test_another_goal_without_a_step() -> None:
    """Where it matters less."""
    text = shown(attrs.evolve(CHOSEN, importance=2))

    assert "another goal may matter more" in text
    assert "smaller still" not in text


def test_a_caution_is_shown_once() -> None:
    """Before the first goal that it is about; the same wall of words twice is read by nobody."""
    text = shown(attrs.evolve(CHOSEN, importance=(), confidence=4))

    assert 1 == text.count("ask your doctor first")
    assert text.index("ask your doctor first") < text.index("Walk 10 minutes")
