"""Say for every idea of the subject which names carry it, and what a later part brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["CARRIED", "DETAILS", "KINDS", "LATER", "LOGS", "ROOMS"]

KINDS: Final[Mapping[str, str]] = {
    "categories": "Six areas",
    "focuses": "Eighteen focuses",
    "roles": "What goals can do",
    "strategies": "Ways of going about it",
    "details": "What these ways are made of",
    "long_term": "What may grow over months",
    "questions": "What people ask",
    "needs": "What people often come with",
}

DETAILS: Final[Mapping[str, tuple[str, str]]] = {
    "details.realistic": ("Realistic and relevant", "strategies.collaborate_with_therapist"),
    "details.tailored": ("Tailored to the person", "strategies.collaborate_with_therapist"),
    "details.agreed": ("Agreed with a therapist", "strategies.collaborate_with_therapist"),
    "details.reviewed": ("Looked at together, regularly", "strategies.collaborate_with_therapist"),
    "details.journal": ("Keep a journal and reflect", "strategies.track_progress"),
    "details.victories": ("Celebrate small victories", "strategies.track_progress"),
    "details.setbacks": ("Setbacks are part of it", "strategies.stay_flexible"),
    "details.adjust": ("Look again and adjust", "strategies.stay_flexible"),
    "details.effort": ("Effort counts beside achievement", "strategies.self_compassion"),
    "details.not_linear": ("Progress is not a straight line", "strategies.patience"),
    "details.fluctuates": ("Mood and motivation rise and dip", "strategies.patience"),
    "details.own_pace": ("The person’s own pace", "strategies.patience"),
}
"""Parts of an idea: what each is called, and the idea of the catalog it belongs to."""

_FIND: Final = "stepwell.catalog.Catalog.find"
_FILL: Final = "stepwell.catalog.Catalog.fill"
_CAUTIONS: Final = "stepwell.catalog.Catalog.cautions"
_FOCUS: Final = "stepwell.catalog.Focus"
_CATEGORY: Final = "stepwell.goals.Category"
_IDEAS: Final = "stepwell.catalog.Ideas"
_PLAN: Final = "stepwell.goals.IfThenPlan"
_BARRIER: Final = "stepwell.goals.Barrier"
_GOAL: Final = "stepwell.goals.Goal"
_HORIZON: Final = "stepwell.goals.Horizon"
_BOOK: Final = "stepwell.service.GoalBook"
_REPORT: Final = "stepwell.progress.report"
_REVIEW: Final = "stepwell.smart.review"
_ROLL_UP: Final = "stepwell.progress.roll_up"
_TRAJECTORY: Final = "stepwell.progress.trajectory"
_CATEGORIES: Final = ("stepwell.catalog.CategoryEntry", _CATEGORY, _FIND)
_GROWS: Final = (_HORIZON, f"{_BOOK}.place_goal", _ROLL_UP)

CARRIED: Final[Mapping[str, tuple[str, ...]]] = {
    "categories.symptom_reduction": _CATEGORIES,
    "categories.emotional_awareness": _CATEGORIES,
    "categories.coping_skills": _CATEGORIES,
    "categories.relationships": _CATEGORIES,
    "categories.activity": _CATEGORIES,
    "categories.thought_patterns": _CATEGORIES,
    "focuses.triggers_and_patterns": (_FOCUS, _FILL, _TRAJECTORY),
    "focuses.coping_when_symptoms_arise": (_FOCUS, _FILL, _PLAN),
    "focuses.exploring_medication": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.label_emotions": (_FOCUS, _FILL),
    "focuses.link_thoughts_feelings_behaviour": (_FOCUS, _FILL),
    "focuses.mindfulness_with_emotions": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.replace_unhealthy_strategies": (_FOCUS, _FILL, _CAUTIONS, _PLAN),
    "focuses.stress_reduction": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.resilience": (_FOCUS, _FILL, _CAUTIONS, _BARRIER, _PLAN),
    "focuses.communicate_needs": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.rebuild_connections": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.healthy_boundaries": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.exercise_routine": (_FOCUS, _FILL, _CAUTIONS, "stepwell.catalog.Fit"),
    "focuses.realistic_fitness_goals": (
        _FOCUS,
        _FILL,
        _CAUTIONS,
        "stepwell.catalog.Blank",
        "stepwell.decompose.ladder",
    ),
    "focuses.physical_health_and_mood": (_FOCUS, _FILL, _CAUTIONS, _TRAJECTORY),
    "focuses.recognise_distortions": (_FOCUS, _FILL),
    "focuses.restructure_thoughts": (_FOCUS, _FILL, _CAUTIONS),
    "focuses.balanced_perspective": (_FOCUS, _FILL),
    "roles.direction": (_GOAL, _HORIZON, "stepwell.smart.Framing"),
    "roles.motivation": (_GOAL, f"{_BOOK}.star_goal"),
    "roles.measurement": ("stepwell.measures.Measure", "stepwell.measures.Target", _REPORT),
    "roles.empowerment": (
        f"{_BOOK}.revise_target",
        f"{_BOOK}.park_goal",
        f"{_BOOK}.change_lifecycle",
    ),
    "strategies.collaborate_with_therapist": ("stepwell.goals.LifecycleStatus", _REVIEW),
    "strategies.break_into_steps": ("stepwell.steps.StepPlan", "stepwell.decompose.ladder"),
    "strategies.track_progress": (f"{_BOOK}.record_step", f"{_BOOK}.record_reading", _REPORT),
    "strategies.stay_flexible": (f"{_BOOK}.revise_target", f"{_BOOK}.take_up_goal"),
    "strategies.self_compassion": ("stepwell.steps.Outcome", "stepwell.kindness.check_kind"),
    "strategies.patience": (_TRAJECTORY, "stepwell.progress.NotEnoughData", _HORIZON),
    "details.realistic": (_REVIEW, "stepwell.smart.Criterion"),
    "details.tailored": (_FILL, "stepwell.catalog.Fit", "stepwell.catalog.Catalog.with_templates"),
    "details.agreed": (),
    "details.reviewed": (_REPORT, "stepwell.story.as_of"),
    "details.journal": (f"{_BOOK}.record_step", f"{_BOOK}.story"),
    "details.victories": (),
    "details.setbacks": ("stepwell.steps.Outcome", _BARRIER, _PLAN),
    "details.adjust": (f"{_BOOK}.revise_target", "stepwell.story.TargetVersion"),
    "details.effort": ("stepwell.steps.Outcome", f"{_BOOK}.record_step"),
    "details.not_linear": (_TRAJECTORY, "stepwell.metrics.theil_sen"),
    "details.fluctuates": ("stepwell.metrics.reliable_change_index", f"{_BOOK}.rate_goal"),
    "details.own_pace": (f"{_BOOK}.park_goal", "stepwell.story.too_many"),
    "long_term.resilience": _GROWS,
    "long_term.healthy_relationships": _GROWS,
    "long_term.balanced_lifestyle": _GROWS,
    "long_term.coping_in_daily_life": (*_GROWS, _PLAN),
    "questions.common_goals": (_IDEAS, _FIND),
    "questions.personal_goals": ("stepwell.discovery.discover", "stepwell.discovery.Answers"),
    "questions.long_term_goals": (_HORIZON, "stepwell.story.goal_lists", _ROLL_UP),
    "questions.accountability": (_IDEAS,),
    "questions.mindfulness": (_IDEAS, _CAUTIONS),
    "questions.smart_goals": (_REVIEW, "stepwell.smart.Verdicts"),
    "questions.motivational_interviewing": (_GOAL, "stepwell.discovery.follow_up"),
    "questions.cognitive_behavioural": (_IDEAS, _FILL),
    "needs.mood": (_IDEAS, _FIND),
    "needs.coping": (_IDEAS, _FIND),
    "needs.self_esteem": (_IDEAS, _FIND),
    "needs.support_network": (_IDEAS, _FIND),
    "needs.negative_thoughts": (_IDEAS, _FIND),
}
"""The names that carry each idea; nothing where none does so far."""

_AGREEMENT: Final = "agreement with a therapist"
_TOGETHER: Final = "reviews held together"

LATER: Final[Mapping[str, tuple[str, ...]]] = {
    "roles.empowerment": (_AGREEMENT,),
    "strategies.collaborate_with_therapist": (_AGREEMENT, _TOGETHER),
    "strategies.break_into_steps": ("the next small step", "a week with room in it"),
    "strategies.track_progress": ("log entries",),
    "strategies.stay_flexible": ("moves to choose from when a goal is not reached",),
    "strategies.self_compassion": ("warm words for effort and for coming back",),
    "strategies.patience": ("coming back after an absence",),
    "details.agreed": (_AGREEMENT,),
    "details.reviewed": (_TOGETHER,),
    "details.journal": ("log entries, reflections among them",),
    "details.victories": ("acknowledgements",),
    "details.setbacks": ("coming back after an absence",),
    "details.adjust": ("easing a step with a reason",),
    "details.effort": ("acknowledgements",),
    "details.fluctuates": ("log entries of mood",),
    "details.own_pace": ("rest, for a step or for everything",),
    "questions.accountability": ("supporters and check-ins that the person chooses",),
    "questions.mindfulness": ("log entries of practice",),
    "questions.cognitive_behavioural": ("log entries of thoughts",),
}
"""What a later part brings, in words."""

LOGS: Final[Mapping[str, str]] = {
    "trigger": "log entries of triggers, and the patterns in them",
    "coping_used": "log entries of what was used, and what brought ease",
    "medication_question": "log entries of questions for a prescriber",
    "emotion": "log entries of feelings, with their strength",
    "thought_record": "log entries of thoughts, and how belief in them shifts",
    "practice": "log entries of practice, and what came with it",
    "reflection": "log entries of reflection",
    "contact": "log entries of contact, and what it was like",
    "activity": "log entries of activity, beside mood",
    "mood": "log entries of mood, beside activity",
}
"""What a later part brings for each kind of log entry that a focus names."""

ROOMS: Final[Mapping[str, str]] = {"stepwell.care": _AGREEMENT}
"""Rooms that are to come: once one is there, some idea is carried by it."""
