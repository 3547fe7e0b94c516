"""Offer a person's goals to an app: one method for each act, and the views of the story."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Unpack, final

from stepwell._fields import identifier
from stepwell._text import language
from stepwell.decompose import Ladder
from stepwell.errors import FormatError
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import PHQ9, Instrument, Score
from stepwell.measures import Reading, Target
from stepwell.ports import Appended, Journal, Stream
from stepwell.progress import ProgressReport, report
from stepwell.safety import CrisisResources
from stepwell.serialization import dumps, loads
from stepwell.service.entries import Story, Told
from stepwell.service.recording import OnSafety, Recorder, check_hook, warn_unscreened
from stepwell.smart import Report, review
from stepwell.steps import Outcome, StepPlan
from stepwell.story import (
    AddGoal,
    CarePlan,
    ChangeAchievement,
    ChangeLifecycle,
    DismissFinding,
    PlaceGoal,
    RateGoal,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    StarGoal,
    as_of,
    replay,
)
from stepwell.typing import Clock, MakeId

__all__ = ["GoalBook"]


def _now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def _new_id() -> str:
    """Return an id that has never been returned before."""
    return uuid.uuid4().hex


@final
class GoalBook:
    """A person's goals, kept in a journal of the host's.

    Parameters
    ----------
    journal
        Any :class:`~stepwell.ports.Journal`.
    on_safety
        Called with every :class:`~stepwell.safety.SafetySignal`, before the
        entry is stored, so even if storing it does not succeed; never on
        replay, import or the book's own retries. A signal names the person, the
        entry, the field and the class, not the words. What it raises comes back
        as :class:`~stepwell.errors.SafetyHookFailed`, after the entry is stored.
    clock
        Returns the present moment; UTC from the system unless given.
    make_id
        Returns new ids; random ones unless given.
    zone
        The IANA name of the zone whose days count where none is stated.
    locale
        The language of what people write, such as ``"en"`` or ``"en-GB"``, for the
        safety screening. Where there is no reviewed lexicon for it, a
        :class:`~stepwell.errors.WordsNotScreened` warning says so at once.

    Examples
    --------
    >>> from stepwell.memory import MemoryJournal
    >>> book = GoalBook(MemoryJournal(), on_safety=print)
    >>> goal_id = book.add_goal("person-1", Goal("Walk in the park with Sam"))
    >>> book.plan("person-1").goal(goal_id).goal.statement
    'Walk in the park with Sam'
    """

    def __init__(  # noqa: PLR0913 - what a host injects, each by name
        self,
        journal: Journal,
        *,
        on_safety: OnSafety,
        clock: Clock = _now,
        make_id: MakeId = _new_id,
        zone: str = "UTC",
        locale: str = "en",
    ) -> None:
        """Keep what the host injects; see the class."""
        check_hook(on_safety)
        warn_unscreened(locale)
        self._journal = journal
        self._make_id = make_id
        self._locale = language(locale)
        self._recorder = Recorder(
            journal,
            on_safety=on_safety,
            clock=clock,
            make_id=make_id,
            zone=zone,
            locale=locale,
        )

    def add_goal(
        self,
        person: str,
        goal: Goal,
        *,
        steps: StepPlan | Ladder | None = None,
        goal_id: str | None = None,
        part_of: str | None = None,
        **told: Unpack[Told],
    ) -> str:
        """Set a goal and return its id.

        Parameters
        ----------
        person
            The opaque id of the person.
        goal
            What they want.
        steps
            The steps, as a plan or as the preview that
            :func:`~stepwell.decompose.ladder` returned.
        goal_id
            An id of the host's; a new one is made unless given.
        part_of
            The id of the goal it is a part of, if it is.
        **told
            See :class:`Told`.

        Raises
        ------
        DuplicateId
            If the id is taken in this plan.
        NotFound
            If the goal it is to be a part of is not there.
        """
        new_id = told.get("request_id") if goal_id is None else goal_id
        if new_id is None:
            new_id = self._make_id()
        plan = steps.plan if isinstance(steps, Ladder) else steps or StepPlan()
        request = AddGoal(goal_id=new_id, goal=goal, steps=plan, part_of=part_of)
        self.do(person, request, **told)
        return new_id

    def record_step(  # noqa: PLR0913 - each is a fact about one attempt
        self,
        person: str,
        goal_id: str,
        step_id: str,
        outcome: Outcome | str = Outcome.DONE,
        *,
        effort: int | None = None,
        note: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Record that a step was done, partly done or tried; return the plan."""
        request = RecordStep(
            goal_id=goal_id, step_id=step_id, outcome=outcome, effort=effort, note=note
        )
        return self.do(person, request, **told)

    def record_reading(
        self,
        person: str,
        reading: Reading,
        *,
        goal_id: str | None = None,
        note: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Record a number that was measured; return the plan."""
        request = RecordReading(reading=reading, goal_id=goal_id, note=note)
        return self.do(person, request, **told)

    def record_score(
        self, person: str, score: Score, *, note: str | None = None, **told: Unpack[Told]
    ) -> CarePlan:
        """Record an answered questionnaire; return the plan."""
        return self.do(person, RecordScore(score=score, note=note), **told)

    def rate_goal(
        self,
        person: str,
        goal_id: str,
        rating: int,
        *,
        note: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Record how near a goal feels, 0 to 10; return the plan."""
        return self.do(person, RateGoal(goal_id=goal_id, rating=rating, note=note), **told)

    def revise_target(
        self,
        person: str,
        goal_id: str,
        target: Target,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Give a goal another target from a day on; return the plan."""
        request = ReviseTarget(goal_id=goal_id, target=target, reason=reason)
        return self.do(person, request, **told)

    def change_lifecycle(
        self,
        person: str,
        goal_id: str,
        lifecycle: LifecycleStatus | str,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Put a goal on hold, take it up, complete it, let it go; return the plan."""
        request = ChangeLifecycle(goal_id=goal_id, lifecycle=lifecycle, reason=reason)
        return self.do(person, request, **told)

    def change_achievement(
        self,
        person: str,
        goal_id: str,
        achievement: AchievementStatus | str,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Say how a goal is going; return the plan."""
        request = ChangeAchievement(goal_id=goal_id, achievement=achievement, reason=reason)
        return self.do(person, request, **told)

    def star_goal(
        self, person: str, goal_id: str, *, starred: bool = True, **told: Unpack[Told]
    ) -> CarePlan:
        """Give a goal a star, or take it away; return the plan."""
        return self.do(person, StarGoal(goal_id=goal_id, starred=starred), **told)

    def park_goal(
        self, person: str, goal_id: str, *, reason: str | None = None, **told: Unpack[Told]
    ) -> CarePlan:
        """Put a goal on hold, with everything in it kept; return the plan."""
        on_hold = LifecycleStatus.ON_HOLD
        return self.change_lifecycle(person, goal_id, on_hold, reason=reason, **told)

    def take_up_goal(
        self, person: str, goal_id: str, *, reason: str | None = None, **told: Unpack[Told]
    ) -> CarePlan:
        """Begin with a goal, or go on with one that was parked; return the plan."""
        active = LifecycleStatus.ACTIVE
        return self.change_lifecycle(person, goal_id, active, reason=reason, **told)

    def place_goal(
        self, person: str, goal_id: str, *, part_of: str | None, **told: Unpack[Told]
    ) -> CarePlan:
        """Make a goal a part of another, or let it stand by itself; return the plan.

        Raises
        ------
        GoalCycle
            If the other goal is a part of this one; it names the goals.
        """
        return self.do(person, PlaceGoal(goal_id=goal_id, part_of=part_of), **told)

    def dismiss_finding(
        self,
        person: str,
        goal_id: str,
        code: str,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Put a finding of a review aside for good; return the plan.

        Raises
        ------
        RuleBroken
            If the finding is about safety, which stays.
        """
        return self.do(person, DismissFinding(goal_id=goal_id, code=code, reason=reason), **told)

    def do(self, person: str, request: Request, **told: Unpack[Told]) -> CarePlan:
        """Decide a request, store what follows from it, and return the plan.

        Parameters
        ----------
        person
            The opaque id of the person.
        request
            What is asked; see :data:`stepwell.story.Request`.
        **told
            See :class:`Told`.

        Raises
        ------
        RuleBroken
            If the request does not fit the plan; nothing is stored then.
        DuplicateId
            If something else was recorded under this id; nothing is stored then.
        VersionConflict
            If others kept writing to the stream through three retries.
        SafetyHookFailed
            If ``on_safety`` raised; the entry is stored all the same.
        """
        return self._recorder.record(person, request, told)

    def story(self, person: str) -> Story:
        """Return everything that was recorded about a person, in order."""
        return self._recorder.story(person)

    def plan(self, person: str) -> CarePlan:
        """Return the person's plan as it stands."""
        return replay(self.story(person))

    def plan_as_of(self, person: str, moment: datetime) -> CarePlan:
        """Return the person's plan as it was known at a moment."""
        return as_of(self.story(person), moment)

    def report(self, person: str, *, instruments: Iterable[Instrument] = (PHQ9,)) -> ProgressReport:
        """Return the three readings of every goal, each number explained.

        Parameters
        ----------
        person
            The opaque id of the person.
        instruments
            The questionnaires whose scales are known; name your own here.
        """
        return report(self.plan(person), instruments=instruments, locale=self._locale)

    def review(  # noqa: PLR0913 - what a review takes, each by name
        self,
        person: str,
        goal_id: str,
        *,
        today: date | None = None,
        crisis: CrisisResources | None = None,
        energy: int | None = None,
        open_goal: bool = False,
    ) -> Report:
        """Return a review of a goal, silent about what was put aside for it.

        Parameters
        ----------
        person, goal_id
            Whose goal, and which.
        today, crisis, energy, open_goal
            See :func:`stepwell.review`.
        """
        planned = self.plan(person).goal(goal_id)
        return review(
            planned.goal,
            today=today,
            locale=self._locale,
            crisis=crisis,
            dismissed=planned.dismissals,
            energy=energy,
            open_goal=open_goal,
        )

    def export(self, person: str) -> str:
        """Return everything that is stored about a person, as JSON text."""
        stream = identifier(person, path="person")
        return dumps(Stream(name=stream, records=tuple(self._journal.read(stream))), indent=1)

    def restore(self, text: str) -> Appended:
        """Store what :meth:`export` returned, in a journal that lacks it.

        Everything is checked before anything is stored. Restoring twice stores
        nothing the second time, and no signal is handed over.

        Raises
        ------
        FormatError
            If the text is not an export.
        VersionConflict, RecordClash
            If the journal holds another story of this person.
        """
        stream = loads(text)
        if not isinstance(stream, Stream):
            raise FormatError((("$.kind", "this is not an export of a person's story"),))
        return self._journal.append(stream.name, stream.records, expected=0)
