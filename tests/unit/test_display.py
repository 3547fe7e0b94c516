"""A value shows itself as plain text and as HTML, and both say the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html.parser import HTMLParser

import attrs
import pytest

from stepwell.decompose import ladder
from stepwell.display import to_html, to_text, view_of
from stepwell.display.html import render_html
from stepwell.display.text import render_text
from stepwell.display.views import Block, Items, Marked, Pairs, Say, Table, View
from stepwell.errors import RuleBroken
from stepwell.goals import AchievementStatus, Barrier, Goal, IfThenPlan, LifecycleStatus
from stepwell.instruments import PHQ9
from stepwell.measures import Measure, Reading, Target, at_least, at_most, between, maintain
from stepwell.progress import report, trajectory
from stepwell.steps import Outcome, Step, StepPlan
from stepwell.story import (
    CarePlan,
    Event,
    GoalAdded,
    GoalRated,
    LifecycleChanged,
    ReadingRecorded,
    Recorded,
    ScoreRecorded,
    Stamp,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
    replay,
)
from tests.refusals import SECRET, broken

WALK = Measure("walking", unit="minutes", direction="increase", low=0)
FULL = Goal(
    "Walk in the park with Sam",
    category="activity",
    why="I feel more like myself outdoors",
    target=at_least(20, "minutes", due=date(2027, 3, 1)),
    importance=8,
    confidence=6,
    barriers=(
        Barrier("no company"),
        Barrier("rain", plans=(IfThenPlan(when="it rains", then="go to the market hall"),)),
    ),
    lifecycle=LifecycleStatus.ON_HOLD,
    achievement=AchievementStatus.IMPROVING,
)


class Words(HTMLParser):
    """A reader of the words in an HTML view."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        """Keep the words between two tags."""
        self.words += data.split()


def stamp(day: int) -> Stamp:
    """Return a stamp of a day in January."""
    return Stamp(by="p", at=datetime(2027, 2, 1, tzinfo=UTC), day=date(2027, 1, day), zone="UTC")


def plan(*events: Event) -> CarePlan:
    """Return what these events add up to."""
    at = datetime(2027, 2, 1, tzinfo=UTC)
    return replay(
        Recorded(id=f"r{version}", version=version, recorded_at=at, event=event)
        for version, event in enumerate(events, start=1)
    )


def added(goal_id: str = "walk", *, steps: StepPlan | None = None) -> GoalAdded:
    """Return that somebody set a goal."""
    goal = Goal("Walk", target=at_least(20, "minutes"))
    return GoalAdded(goal_id=goal_id, goal=goal, steps=steps or StepPlan(), stamp=stamp(4))


def read(amount: float, day: int) -> ReadingRecorded:
    """Return that somebody walked."""
    reading = Reading(amount, measure=WALK, on=date(2027, 1, day))
    return ReadingRecorded(reading=reading, goal_id="walk", stamp=stamp(day))


class TestText:
    """What a terminal shows."""

    def test_a_full_goal(self) -> None:
        """Its words, then what is around it, aligned."""
        assert to_text(FULL).startswith(
            """\
Walk in the park with Sam
  why            I feel more like myself outdoors
  target         at least 20 minutes
  look at it on  2027-03-01
  area           activity
  importance     8 of 10
  confidence     6 of 10
  status         resting
  how it goes    getting easier
"""
        )

    def test_barriers_keep_their_order(self) -> None:
        """Each with its plans under it."""
        assert to_text(FULL).endswith(
            """
  What may get in the way
    - no company
    - rain
      - If it rains, then I will go to the market hall."""
        )

    def test_a_bare_goal_is_one_line(self) -> None:
        """Nothing that is unset is shown."""
        assert "Call Sam" == to_text(Goal("Call Sam"))

    def test_a_category_of_ones_own(self) -> None:
        """Is shown as words."""
        assert "Sow\n  area  winter garden" == to_text(Goal("Sow", category="own:winter_garden"))

    @pytest.mark.parametrize(
        ("target", "shown"),
        [
            (at_least(20, "minutes"), "at least 20 minutes"),
            (at_most(1, "hours"), "at most 1 hour"),
            (between(0, 1, "pages"), "0 to 1 page"),
            (at_most(2.5, "glasses"), "at most 2.5 glasses"),
            (between(7, 9, "hours"), "7 to 9 hours"),
            (maintain(7, "hours", give=1), "hold between 6 and 8 hours"),
            (maintain(7, "hours"), "hold at 7 hours"),
            (at_least(0.005, "kilometres"), "at least 0.005 kilometres"),
        ],
        ids=["at_least", "one_hour", "one_page", "at_most", "between", "give", "steady", "small"],
    )
    def test_targets(self, target: Target, shown: str) -> None:
        """Each kind in words."""
        assert f"Rest\n  target  {shown}" == to_text(Goal("Rest", target=target))

    def test_parts_stand_under_their_whole(self) -> None:
        """Wherever they were written."""
        steps = StepPlan(
            (
                Step("desk", id="d", part_of="t", minutes=12.5),
                Step("rest", id="r"),
                Step("tidy", id="t"),
                Step("shelf", id="s", part_of="t"),
            )
        )

        assert """\
Steps
  - rest
  - tidy
    - desk (12.5 min)
    - shelf""" == to_text(steps)

    def test_a_ladder(self) -> None:
        """Each rung with its reason."""
        lines = to_text(ladder(5, 20, unit="minutes")).splitlines()

        assert "From here to there" == lines[0]
        assert "  5 minutes   Where you are now, so the first rung is one you know." == lines[1]
        assert "  20 minutes  Where you would like to get to, whenever it suits you." == lines[4]

    def test_a_trajectory_leaves_out_what_has_no_meaning(self) -> None:
        """And says once what is missing."""
        assert """\
walking
  readings  5
  change    Not enough written down yet to say: it takes 2, and there is 1.\
""" == to_text(trajectory([5], WALK))

    def test_a_trajectory_of_nothing(self) -> None:
        """Has no line of numbers."""
        assert "readings" not in to_text(trajectory([], WALK))

    def test_an_explained_number(self) -> None:
        """With everything it rests on."""
        assert """\
PHQ-9: 18 at the start, 12 now, 6 lower.
  how it is worked out  The last number minus the first.
  variant (version)     last minus first (1)
  worked out from       18, 12
  source                arithmetic""" == to_text(trajectory([18, 12], PHQ9).change)

    def test_no_number(self) -> None:
        """A sentence says why."""
        shown = trajectory([18], PHQ9)

        assert to_text(shown.change).startswith("Not enough written down yet")
        assert to_text(trajectory([5], WALK).band).startswith("walking has no named stretch")

    def test_a_score_with_a_flag(self) -> None:
        """The flag comes before the total, whatever the total says."""
        lines = to_text(PHQ9.score([0, None, *[0] * 6, 1])).splitlines()

        assert "phq9" == lines[0]
        assert lines[1].startswith("  One answer here asks for somebody's attention today")
        assert lines[2].startswith("  total  1.125 (1 answer was left blank")

    @pytest.mark.parametrize(
        ("items", "shown"),
        [
            ([1] * 9, "9"),
            (
                [1] * 7 + [None, 2],
                "10.125 (1 answer was left blank: the mean of the others stands in for it)",
            ),
            (
                [1] * 7 + [None] * 2,
                "9 (2 answers were left blank: the mean of the others stands in for each)",
            ),
        ],
    )
    def test_a_total_says_when_it_is_prorated(self, items: list[int | None], shown: str) -> None:
        """So that it can be worked out again."""
        assert f"total {shown}" in " ".join(to_text(PHQ9.score(items)).split())

    def test_a_flag_is_told_once_and_also_by_the_answers_alone(self) -> None:
        """A score that was made elsewhere may carry no flags of its own."""
        score = attrs.evolve(PHQ9.score([1] * 9), flags=())

        assert 1 == to_text(score).count("asks for somebody's attention")

    def test_a_score_without_a_total(self) -> None:
        """Shows none."""
        assert "phq9\n  left blank  9" == to_text(PHQ9.score([None] * 9))

    def test_str_is_the_text_view(self) -> None:
        """So that print shows something."""
        assert to_text(FULL) == str(FULL)


class TestStory:
    """Plans and reports."""

    def test_an_empty_plan(self) -> None:
        """Is a beginning."""
        assert (
            "Your plan\n  Nothing is written down yet. A first small wish is enough to begin with."
            == to_text(CarePlan())
        )

    def test_a_plan_without_goals_says_what_it_holds(self) -> None:
        """It is empty before anything is written down, and then never called so."""
        unknown = UnknownEvent(kind="mood_noted", schema=1, body="{}", problem="unknown")
        alone = ReadingRecorded(
            reading=Reading(5, measure=WALK, on=date(2027, 1, 5)), stamp=stamp(5)
        )
        score = ScoreRecorded(score=PHQ9.score([1] * 9), stamp=stamp(5))

        assert """\
Your plan
  questionnaires answered  2
  numbers on their own     1
  Records kept that nothing here rests on: 1.""" == to_text(plan(score, score, alone, unknown))
        assert "Your plan\n  Records kept that nothing here rests on: 1." == to_text(plan(unknown))
        assert "Nothing is written down yet" not in to_text(plan(added(), score))

    def test_a_plan_shows_every_target_it_had(self) -> None:
        """Once there is more than one."""
        eased = TargetRevised(
            goal_id="walk", target=at_least(10, "minutes"), reason="a cold", stamp=stamp(11)
        )
        steps = StepPlan.of("Shoes")

        assert """\
Your plan
  Walk
    target  at least 10 minutes
    from        target               reason
    2027-01-04  at least 20 minutes
    2027-01-11  at least 10 minutes  a cold
    Steps
      - Shoes""" == to_text(plan(added(steps=steps), eased))
        assert "2027-01-04" not in to_text(plan(added()))

    def test_a_report(self) -> None:
        """What was done, how it is rated, and symptoms, side by side."""
        told = plan(
            added(steps=StepPlan.of("Shoes")),
            StepRecorded(goal_id="walk", step_id="step-1", outcome=Outcome.DONE, stamp=stamp(5)),
            read(20, 5),
            GoalRated(goal_id="walk", rating=3, stamp=stamp(5)),
            GoalRated(goal_id="walk", rating=5, stamp=stamp(6)),
            LifecycleChanged(goal_id="walk", lifecycle=LifecycleStatus.COMPLETED, stamp=stamp(7)),
            ScoreRecorded(score=PHQ9.score([1] * 9), stamp=stamp(5)),
        )
        text = to_text(report(told))

        assert text.startswith(
            """\
How it has been going
  One answer asks for somebody's attention, whatever the totals say: PHQ-9 on
  2027-01-05. If that is still so today, please turn to somebody today.
  Walk
    status  completed
    tries          Times you went for it: 1 (1 done).
    steps          Steps done so far: 1 of 1.
    at the target  Readings that reached the target of their day: 1 of 1.
    your rating    How near it feels: 3 at the start, 5 now, 2 nearer.
    walking
      readings  20
"""
        )
        assert "  How the symptoms went\n    PHQ-9\n      readings      9\n" in text

    def test_a_quiet_goal(self) -> None:
        """Is fine."""
        text = to_text(report(plan(added())))

        assert "    Steps done" not in text
        assert text.endswith("Nothing is recorded for this yet, and that is fine.")

    def test_a_goal_and_its_progress_show_themselves(self) -> None:
        """Alone, as in a whole plan."""
        told = plan(added())

        assert "Walk\n  target  at least 20 minutes" == to_text(told.goals[0])
        assert to_text(report(told).goals[0]).startswith("Walk\n")

    def test_an_empty_report(self) -> None:
        """Says so."""
        assert to_text(report(CarePlan())).endswith("A first small wish is enough to begin with.")

    def test_what_is_kept_is_mentioned(self) -> None:
        """And then the report is not called empty."""
        unknown = UnknownEvent(kind="mood_noted", schema=1, body="{}", problem="unknown")
        text = to_text(report(plan(unknown)))

        assert "How it has been going\n  Records kept that nothing here rests on: 1." == text

    def test_a_questionnaire_without_its_scale_is_mentioned(self) -> None:
        """By its code."""
        told = plan(ScoreRecorded(score=PHQ9.score([1] * 9), stamp=stamp(5)))

        assert "Answered as well, and kept without a number here: phq9." in to_text(
            report(told, instruments=())
        )

    def test_a_score_without_a_total_is_mentioned(self) -> None:
        """And its flag comes first; the report is not called empty."""
        told = plan(ScoreRecorded(score=PHQ9.score([1] * 4 + [None] * 4 + [2]), stamp=stamp(5)))
        text = " ".join(to_text(report(told)).split())

        assert text.startswith("How it has been going One answer asks for somebody's attention")
        assert text.endswith("Answered, with more left blank than a total allows: PHQ-9.")
        assert "Nothing is written down yet" not in text

    def test_several_flags_share_one_strong_line(self) -> None:
        """With each day."""
        score = PHQ9.score([1] * 9)
        told = plan(*(ScoreRecorded(score=score, stamp=stamp(day)) for day in (5, 12)))
        view = view_of(report(told)).blocks[0]

        assert isinstance(view, Say)
        assert view.strong
        assert "PHQ-9 on 2027-01-05, PHQ-9 on 2027-01-12" in view.text

    def test_prorated_totals_are_marked_in_a_report(self) -> None:
        """Each with how many items were left blank."""
        items: list[int | None] = [2, 2, 1, 1, 1, 1, 1, 0, None]
        told = plan(
            ScoreRecorded(score=PHQ9.score([0] * 9), stamp=stamp(5)),
            ScoreRecorded(score=PHQ9.score(items), stamp=stamp(6)),
        )

        assert "readings      0, 10.125 (1 left blank)\n" in to_text(report(told))

    def test_a_report_with_nothing_to_show_is_not_called_empty(self) -> None:
        """Something is kept: a goal that was written down by mistake."""
        mistake = LifecycleChanged(
            goal_id="walk", lifecycle=LifecycleStatus.ENTERED_IN_ERROR, stamp=stamp(5)
        )

        assert (
            "How it has been going\n  There is nothing to show here now; what was written is kept."
            == to_text(report(plan(added(), mistake)))
        )


class TestHtml:
    """What a notebook shows."""

    def test_repr_html_is_the_html_view(self) -> None:
        """So that a notebook shows something."""
        assert to_html(FULL) == FULL._repr_html_()

    @pytest.mark.parametrize(
        "value",
        [
            FULL,
            ladder(5, 20, unit="minutes"),
            trajectory([18, 16, 17, 12], PHQ9),
            trajectory([18, 12], PHQ9).change,
            PHQ9.score([1] * 9),
            StepPlan.of("one", "two"),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_it_says_what_the_text_says(self, value: object) -> None:
        """Word for word."""
        words = [word for word in to_text(value).split() if word != "-"]

        assert words == Words(to_html(value)).words

    @pytest.mark.parametrize(
        ("block", "markup"),
        [
            (Say("1 < 2"), "1 &lt; 2</p>"),
            (Say("now", strong=True), 'role="note"><strong>now</strong></p>'),
            (Pairs((("<i>", "a & b"),)), "&lt;i&gt;</th>"),
            (Items(((0, "a"), (1, "'x'"))), '><li dir="auto">&#x27;x&#x27;</li></ol></li></ol>'),
            (Table(("<a>", "b"), (('"', "c"),)), "&lt;a&gt;</th>"),
            (Marked("walk <b>"), "walk &lt;b&gt;</blockquote>"),
            (View("<u>", (Say("in"),)), "<strong>&lt;u&gt;</strong>"),
        ],
        ids=["say", "strong", "pairs", "items", "table", "marked", "view"],
    )
    def test_blocks_are_escaped(self, block: Block, markup: str) -> None:
        """Whatever stands in them."""
        assert markup in render_html(View("title", (block,)))

    def test_evidence_is_underlined_and_named(self) -> None:
        """Colour is never the only carrier."""
        marked = Marked("walk 20 minutes daily", ((5, 15, "amount"), (16, 21, "how <often>")))
        markup = render_html(View("", (marked,)))

        assert 2 == markup.count("<mark ")
        assert ">20 minutes</mark> <small " in markup
        assert ">amount</small> " in markup
        assert 'title="how &lt;often&gt;"' in markup
        assert markup.endswith("</small></blockquote></section>")

    def test_a_mark_alone_does_not_join_the_markup(self) -> None:
        """A long stroke over ``>`` would be another letter in a composed document."""
        assert "<strong>&#824;x</strong>" in render_html(View("\u0338x"))


class TestLayout:
    """How blocks are laid out in text."""

    def test_evidence_stands_under_the_words(self) -> None:
        """Quoted as it was written."""
        marked = Marked("walk 20 minutes", ((5, 15, "amount"),))

        assert "t\n  “walk 20 minutes”\n  amount  “20 minutes”" == render_text(View("t", (marked,)))
        assert "t\n  “walk”" == render_text(View("t", (Marked("walk"),)))

    def test_a_deep_tree_is_indented_as_in_html(self) -> None:
        """To a depth of eight, or a few thousand parts would fill megabytes."""
        rows = tuple((depth, "part") for depth in range(3000))
        lines = render_text(View("t", (Items(rows),))).splitlines()

        assert "  " + "  " * 7 + "- part" == lines[8] == lines[-1]

    def test_long_words_stay_whole(self) -> None:
        """And others wrap at a width that can be read."""
        lines = render_text(View("t", (Say("word " * 30 + "x" * 200),))).splitlines()

        assert f"  {'x' * 200}" == lines[-1]
        assert all(len(line) <= 80 for line in lines[:-1])

    def test_the_second_column_hangs(self) -> None:
        """Under its first line."""
        text = render_text(View("t", (Pairs((("label", "word " * 30),)),)))

        assert text.splitlines()[2].startswith("         word")

    def test_nothing_is_a_line_of_nothing(self) -> None:
        """Without spaces at its end."""
        view = View("", (Say(""), Pairs((("label", ""),)), Items(((1, ""),)), Pairs(())))

        assert ["", "", "  label", "    -"] == render_text(view).split("\n")

    def test_controls_do_not_reach_the_terminal(self) -> None:
        """Nor do marks that turn what stands beside them."""
        view = View("a\x1b[31mb\u202ec\nd\u2028e\x00", (Marked("\x07x", ((0, 2, "k"),)),))

        assert "a\ufffd[31mb\u200bc d e\ufffd" == render_text(view).split("\n")[0]
        assert "\x07" not in render_html(view)


def test_there_is_no_view_of_just_anything() -> None:
    """The kind is named, never what it holds."""
    assert ("display.unknown", "value") == broken(lambda: view_of(SECRET))
    with pytest.raises(RuleBroken, match="there is no view of str"):
        to_html(SECRET)


class TestQuiet:
    """When nothing is said, and when it is said that nothing is there."""

    def test_a_reading_alone_is_shown_alone(self) -> None:
        """Although it does not reach the target."""
        text = to_text(report(plan(added(), read(5, 5))))

        assert "Nothing is recorded" not in text
        assert "readings  5" in text

    def test_one_rating_is_neither_nothing_nor_a_change(self) -> None:
        """Silence until there is a second one."""
        rated = GoalRated(goal_id="walk", rating=3, stamp=stamp(5))

        assert "How it has been going\n  Walk" == to_text(report(plan(added(), rated)))
