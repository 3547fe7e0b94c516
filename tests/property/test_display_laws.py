"""Laws of the views: nothing in them is markup, and both say the same."""

from __future__ import annotations

import unicodedata
from datetime import date
from html.parser import HTMLParser
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from stepwell.decompose import Ladder
from stepwell.display import to_html, to_text
from stepwell.display.html import render_html
from stepwell.display.text import render_text
from stepwell.display.views import Block, Items, Marked, Pairs, Say, Table, View, plain
from stepwell.goals import Barrier, Goal, IfThenPlan
from stepwell.instruments import Score
from stepwell.progress import report, roll_up
from stepwell.steps import StepPlan
from stepwell.story import Event, Recorded, goal_lists, replay, too_many
from tests.story_strategies import stories
from tests.strategies import days, goals, hostile_words, ladders, scores, step_plans, words

TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
TEXTS = hostile_words() | words()
Tag = tuple[str, list[tuple[str, str | None]]]


class Reader(HTMLParser):
    """What a browser makes of an HTML view."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self.odd: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tags."""
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        """Keep the texts."""
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """Keep what is neither a tag nor a text."""
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        """Keep what is neither a tag nor a text."""
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        """Keep what is neither a tag nor a text."""
        self.odd.append(data)

    @property
    def words(self) -> list[str]:
        """The words in order."""
        return [word for text in self.texts for word in text.split()]


@st.composite
def marked(draw: st.DrawFn) -> Marked:
    """Return words with some of them marked."""
    text = draw(TEXTS)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = zip(ends[::2], ends[1::2], strict=False)
    return Marked(text, tuple((start, end, draw(TEXTS)) for start, end in spans))


def blocks() -> st.SearchStrategy[Block]:
    """Return every kind of block but views."""
    row = st.tuples(TEXTS, TEXTS)
    return st.one_of(
        st.builds(Say, TEXTS, st.booleans()),
        st.builds(Pairs, st.lists(row, max_size=3).map(tuple)),
        st.builds(Items, st.lists(st.tuples(st.integers(0, 50), TEXTS), max_size=3).map(tuple)),
        st.builds(Table, row, st.lists(row, max_size=3).map(tuple)),
        marked(),
    )


def views() -> st.SearchStrategy[View]:
    """Return views with views inside."""
    return st.recursive(
        st.builds(View, TEXTS, st.lists(blocks(), max_size=3).map(tuple)),
        lambda inner: st.builds(View, TEXTS, st.tuples(inner) | st.tuples(inner, blocks())),
        max_leaves=4,
    )


def hostile_goals() -> st.SearchStrategy[Goal]:
    """Return goals in which every piece of free text is hostile."""
    plans = st.builds(IfThenPlan, when=TEXTS, then=TEXTS)
    barriers = st.builds(Barrier, TEXTS, plans=st.lists(plans, max_size=2).map(tuple))
    return st.builds(Goal, TEXTS, why=TEXTS, barriers=st.lists(barriers, max_size=2).map(tuple))


def harmless(value: Any) -> Any:
    """Return the same goal in harmless words."""
    tame = tuple(
        Barrier("a", plans=tuple(IfThenPlan(when="b", then="c") for _ in barrier.plans))
        for barrier in value.barriers
    )
    return Goal("d", why="e", barriers=tame)


@given(hostile_goals())
def test_words_never_become_markup(goal: Goal) -> None:
    """The tags are those of the same goal in harmless words, composed or not."""
    markup = to_html(goal)
    expected = Reader(to_html(harmless(goal))).tags

    assert expected == Reader(markup).tags
    assert expected == Reader(unicodedata.normalize("NFC", markup)).tags
    assert [] == Reader(markup).odd


@given(goals() | ladders() | scores() | step_plans())
def test_every_word_of_the_html_view_is_in_the_text_view(
    value: Goal | Ladder | Score | StepPlan,
) -> None:
    """In the same order, apart from the dashes of lists."""
    text = [word for word in to_text(value).split() if word != "-"]
    html = [word for word in Reader(to_html(value)).words if word != "-"]

    assert text == html


@given(views())
def test_text_lines_end_without_spaces(view: View) -> None:
    """And are lines: nothing in them breaks, rings or turns."""
    text = render_text(view)
    lines = text.split("\n")

    assert lines == [line.rstrip() for line in lines]
    assert lines == f"{text}\n".splitlines()
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in "".join(lines))
    assert not any(unicodedata.bidirectional(letter) in TURNS for letter in text)


@given(views())
def test_html_holds_every_text_as_it_is(view: View) -> None:
    """Read back by a browser it says what the blocks say."""
    read = "".join("".join(Reader(render_html(view)).texts).split())
    said = "".join("".join(_texts(view)).split())

    assert said == read
    assert "\x1b" not in render_html(view)


def _texts(view: View) -> list[str]:
    """Return every text of a view in order, evidence followed by its name."""
    found = [view.title]
    for block in view.blocks:
        if isinstance(block, View):
            found += _texts(block)
        elif isinstance(block, Say):
            found.append(block.text)
        elif isinstance(block, Marked):
            found += _pieces(block)
        elif isinstance(block, Items):
            found += [text for _, text in block.rows]
        else:
            lines = (block.head, *block.rows) if isinstance(block, Table) else block.rows
            found += [cell for line in lines for cell in line]
    return found


def _pieces(block: Marked) -> list[str]:
    """Return the words of a marked text with the names of the evidence in them."""
    found, at = [], 0
    for start, end, kind in block.spans:
        found += [block.text[at:start], block.text[start:end], kind]
        at = end
    return [*found, block.text[at:]]


@given(stories())
def test_every_story_can_be_shown(story: tuple[Recorded[Event], ...]) -> None:
    """As a plan and as a report, in both views, with the same tags for any words."""
    plan = replay(story)
    for value in (plan, report(plan), *plan.goals):
        assert to_text(value)
        assert [] == Reader(to_html(value)).odd


@given(stories(), days())
def test_every_list_and_roll_up_can_be_shown(
    story: tuple[Recorded[Event], ...], today: date
) -> None:
    """Lists, roll-ups and the finding, in both views, and no list loses a goal."""
    plan = replay(story)
    lists = goal_lists(plan, today=today)
    rolled = [roll_up(plan, each.id, "any") for each in plan.goals]
    found = too_many(plan, cap=1)
    for value in (lists, *rolled, *(() if found is None else (found,))):
        assert to_text(value)
        assert [] == Reader(to_html(value)).odd
    items = Reader(to_html(lists)).tags
    assert sum(map(len, attrs.astuple(lists, recurse=False))) == sum(t == "li" for t, _ in items)


@given(TEXTS)
def test_plain_keeps_every_letter_in_its_place(text: str) -> None:
    """So that a span still fits; and plain text stays as it is."""
    once = plain(text)

    assert len(text) == len(once)
    assert once == plain(once)
