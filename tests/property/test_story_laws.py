"""A story adds up the same way in every order of work, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from stepwell.errors import StepwellError
from stepwell.story import (
    CarePlan,
    Event,
    Recorded,
    Request,
    Stamp,
    as_of,
    decide,
    evolve,
    replay,
)
from tests.story_strategies import events, moments, requests, stamps, stories
from tests.strategies import days

Story = tuple[Recorded[Event], ...]
NOW = datetime(2032, 1, 1, tzinfo=UTC)


def appended(story: Story, event: Event, *, at: datetime = NOW) -> Story:
    """Return a story with one more event."""
    version = len(story) + 1
    return (*story, Recorded(id=f"r{version}", version=version, recorded_at=at, event=event))


def ids_kept(plan: CarePlan) -> Iterator[str]:
    """Yield the record ids that can be found in a plan, each as often as it is there."""
    for planned in plan.goals:
        yield from (version.entry for version in planned.targets)
        facts = (planned.attempts, planned.ratings, planned.readings, planned.changes)
        for several in (*facts, planned.dismissed):
            yield from (each.id for each in several)
    for others in (plan.scores, plan.readings, plan.unapplied, plan.unread):
        yield from (each.id for each in others)


@given(story=stories())
def test_replay_is_the_fold_of_evolve(story: Story) -> None:
    """One pass and one step at a time give the same plan."""
    assert reduce(evolve, story, CarePlan()) == replay(story)


@given(story=stories())
def test_no_event_is_lost(story: Story) -> None:
    """Every event is in effect, unapplied or unread, and in one of them only."""
    plan = replay(story)

    assert sorted(each.id for each in story) == sorted(ids_kept(plan))


@given(story=stories())
def test_what_is_set_aside_is_kept_to_the_letter(story: Story) -> None:
    """Unapplied and unread events are the recorded ones themselves, in their order."""
    plan = replay(story)
    aside = {each.id for each in (*plan.unapplied, *plan.unread)}

    both = sorted((*plan.unapplied, *plan.unread), key=lambda each: each.version)

    assert [each for each in story if each.id in aside] == both


@given(story=stories())
def test_a_plan_stands_at_the_last_version(story: Story) -> None:
    """The version of a plan is that of the last record, whether it applied or not."""
    assert len(story) == replay(story).version


@given(story=stories(), event=events())
def test_evolve_changes_no_plan_in_place(story: Story, event: Event) -> None:
    """The plan before an event is the same after it."""
    before, again = replay(story), replay(story)

    evolve(before, appended(story, event)[-1])

    assert again == before


@given(story=stories(), moment=moments(), later=st.lists(events(), max_size=3))
def test_as_of_never_sees_the_future(story: Story, moment: datetime, later: list[Event]) -> None:
    """Nothing that is recorded after a moment changes how the plan was known then."""
    longer, after = story, moment.astimezone(UTC) + timedelta(microseconds=1)
    for event in later:
        longer = appended(longer, event, at=after)

    assert as_of(story, moment) == as_of(longer, moment)


@given(story=stories(), moment=moments())
def test_as_of_sees_everything_up_to_a_moment(story: Story, moment: datetime) -> None:
    """The moment itself belongs to what is known."""
    latest = moment.astimezone(UTC)
    known = [each for each in story if each.recorded_at.astimezone(UTC) <= latest]

    assert replay(known) == as_of(story, moment)


@given(story=stories(), request=requests(), stamp=stamps())
def test_what_is_decided_applies(story: Story, request: Request, stamp: Stamp) -> None:
    """An event that decide lets through is never set aside by evolve."""
    plan = replay(story)
    try:
        (event,) = decide(plan, request, stamp).events
    except StepwellError:
        return

    after = evolve(plan, appended(story, event)[-1])

    assert (plan.unapplied, plan.unread) == (after.unapplied, after.unread)


@given(story=stories(), day=days())
def test_the_target_in_force_was_set_by_that_day(story: Story, day: date) -> None:
    """A version is in force from its day on, until one of a later day, or a later record."""
    for planned in replay(story).goals:
        started = [version for version in planned.targets if version.since <= day]
        latest = max((version.since for version in started), default=None)
        last = [version for version in started if version.since == latest][-1:]

        assert last == [
            version for version in [planned.target_version_on(day)] if version is not None
        ]
