"""A review says what is there, asks one kind question, and puts safety first."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from stepwell.dismissals import Dismissal
from stepwell.display import to_text
from stepwell.errors import CrisisResourcesMissing, NotFound, OutsideScale, RuleBroken
from stepwell.goals import Goal
from stepwell.kindness import assert_kind
from stepwell.measures import Measure, at_least, at_most
from stepwell.messages import message_ids, say
from stepwell.safety import CrisisResources, SafetyClass
from stepwell.smart import (
    RULES,
    Criterion,
    Evidence,
    Framing,
    Origin,
    Report,
    Rule,
    Severity,
    Subject,
    Traits,
    Verdict,
    Verdicts,
    load_lexicon,
    review,
)
from stepwell.smart.enough import Strictness, is_enough, strictness_for
from tests.refusals import NO_TEXT, ODD, all_that_is_said, broken

CRISIS: Final = CrisisResources("Ring Kim.")
MOOD: Final = Measure("mood", unit="points", direction="increase")
MET = Verdict.MET
PARTLY = Verdict.PARTLY
NOT_YET = Verdict.NOT_YET
OPEN = Verdict.NOT_ASSESSED


def codes(report: Report) -> list[str]:
    """Return the codes of the findings, in order."""
    return [finding.code for finding in report.findings]


def quoted(text: str, code: str) -> str | None:
    """Return the words that a finding rests on."""
    found = next(each for each in review(text).findings if each.code == code)
    return None if found.span is None else text[found.span[0] : found.span[1]]


class TestWords:
    """What the words alone say."""

    @pytest.mark.parametrize(
        ("text", "verdicts"),
        [
            ("phone my sister on Friday at 6 pm", (MET, MET, MET)),
            ("use a coping skill every night", (PARTLY, MET, NOT_YET)),
            ("be happier", (NOT_YET, NOT_YET, NOT_YET)),
            ("be 50% happier before the move", (NOT_YET, PARTLY, PARTLY)),
            ("book a GP appointment", (MET, MET, NOT_YET)),
        ],
    )
    def test_verdicts(self, text: str, verdicts: tuple[Verdict, ...]) -> None:
        """Specific, measurable and time-bound are read from the words."""
        found = review(text).verdicts
        assert verdicts == (found.specific, found.measurable, found.time_bound)

    def test_rulers_are_never_guessed(self) -> None:
        """Achievable and relevant are for the person to say."""
        found = review("walk 5 km a day because it matters to me").verdicts
        assert (OPEN, OPEN) == (found.achievable, found.relevant)

    @pytest.mark.parametrize(
        ("text", "code", "words"),
        [
            ("walk every day", "TIM05", "every day"),
            ("walk by Friday", "TIM03", "by Friday"),
            ("stop worrying", "FRA02", "stop"),
            ("cut down on sugar", "FRA01", "cut down"),
            ("get my boss to listen", "OWN01", "get my boss to listen"),
            ("always be on time", "ABS01", "always"),
            ("stop being so lazy", "SEL01", "stop being so lazy"),
            ("maybe walk", "HED01", "maybe"),
            ("be happier", "MEA05", None),
            ("sort my finances and find a flat", "SIN01", None),
        ],
    )
    def test_evidence(self, text: str, code: str, words: str | None) -> None:
        """A finding quotes what it rests on."""
        assert words == quoted(text, code)

    def test_traits(self) -> None:
        """How it is put stands beside the verdicts."""
        traits = review("Maybe stop being so lazy; never be late").traits
        assert (Framing.AWAY, True, True, True) == (
            traits.framing,
            traits.absolutist,
            traits.hedged,
            traits.self_critical,
        )

    def test_replacement_is_no_fault(self) -> None:
        """An ending with its own replacement is asked nothing."""
        assert not {"FRA01", "FRA02"} & set(codes(review("read instead of scrolling")))

    @pytest.mark.parametrize(
        "text",
        [
            "stop being gay",
            "stop being autistic",
            "stop being in debt",
            "stop being late",
            "stop being around my brother",
            "stop being hit",
            "stop being independent",
            "stop feeling used by my family",
            "get rid of my phone",
            "get rid of the people upstairs",
        ],
    )
    def test_not_everything_that_somebody_is_is_a_feeling(self, text: str) -> None:
        """Who somebody is, and what others do to them, is no feeling that comes and goes."""
        assert "FRA02" not in codes(review(text, crisis=CRISIS))

    @pytest.mark.parametrize(
        "text",
        [
            "stop being so anxious",
            "stop being sad all the time",
            "stop feeling numb",
            "stop feeling so alone",
            "be less lonely",
            "not be on edge",
            "no more crying",
            "less guilt about resting",
            "get rid of this fear",
        ],
    )
    def test_a_feeling_is_one_of_a_closed_class(self, text: str) -> None:
        """Where a feeling is to be gone, the finding says so."""
        assert "FRA02" in codes(review(text))

    @pytest.mark.parametrize("asks", sorted({each.asks for each in RULES if each.asks}))
    def test_nobody_is_watched(self, asks: str) -> None:
        """No question sets an onlooker beside the person."""
        asked = say(asks, rating="3").lower()
        assert not {word for word in ("film", "watch", "camera", "record") if word in asked}

    def test_only_in_brackets(self) -> None:
        """Words in brackets are read where there are no others."""
        assert NOT_YET is review("(be happier)").verdicts.specific


class TestFields:
    """Structured evidence comes first."""

    @pytest.mark.parametrize(
        ("fields", "name", "verdict"),
        [
            ({"confidence": 7}, "achievable", MET),
            ({"confidence": 6}, "achievable", PARTLY),
            ({"importance": 6, "why": "fun"}, "relevant", PARTLY),
            ({"importance": 7, "why": "fun"}, "relevant", MET),
            ({"why": "fun"}, "relevant", MET),
            ({"importance": 7}, "relevant", PARTLY),
            ({"target": at_least(20, "minutes")}, "measurable", MET),
            ({"target": at_least(20, "minutes")}, "time_bound", NOT_YET),
            ({"target": at_least(20, "minutes", due=date(2027, 3, 1))}, "time_bound", MET),
            (
                {"measure": Measure("mood", unit="points", direction="increase")},
                "measurable",
                PARTLY,
            ),
        ],
    )
    def test_verdict(self, fields: dict[str, Any], name: str, verdict: Verdict) -> None:
        """Each field answers its criterion."""
        assert verdict is review(Goal("Be happier", **fields)).verdicts[name]

    def test_silences_words(self) -> None:
        """Where a field answers, the words are not asked."""
        goal = Goal("Be happier", target=at_least(7, "points", due=date(2027, 3, 1)))
        found = {finding.criterion: finding.origin for finding in review(goal).findings}
        assert (Origin.FIELD, Origin.FIELD) == (
            found[Criterion.MEASURABLE],
            found[Criterion.TIME_BOUND],
        )

    def test_amount_in_words_beats_a_bare_measure(self) -> None:
        """A measure with no target is asked about only where the words name no amount."""
        measure = Measure("walking", unit="minutes", direction="increase")
        assert "MEA02" in codes(review(Goal("Walk for 20 minutes", measure=measure)))

    def test_rating_in_question(self) -> None:
        """A question about confidence names the rating and asks why it is not lower."""
        report = review(Goal("Phone my sister by Friday", confidence=5, why="I miss her"))
        assert report.next_question is not None
        assert report.next_question.startswith("You said 5.")

    @pytest.mark.parametrize(
        ("fields", "question"),
        [
            ({"confidence": 0, "why": "fun"}, "What would make it one step easier?"),
            ({"confidence": 9, "importance": 0}, "What would matter to you right now?"),
        ],
    )
    def test_rated_zero(self, fields: dict[str, Any], question: str) -> None:
        """Nothing lies below 0, so nobody is asked why it is not lower."""
        asked = review(Goal("Walk in the park by Friday", **fields)).next_question
        assert asked is not None
        assert_kind(asked)
        assert asked.startswith("You said 0")
        assert asked.endswith(question)
        assert "not lower" not in asked

    @pytest.mark.parametrize(
        "lifecycle", ["completed", "cancelled", "rejected", "entered-in-error"]
    )
    def test_closed(self, lifecycle: str) -> None:
        """A goal that is over is asked nothing, about its day or about its words."""
        day_before = at_least(20, "minutes", due=date(2027, 3, 1))
        goal = Goal("Be happier", target=day_before, confidence=3, lifecycle=lifecycle)
        report = review(goal, today=date(2027, 5, 1))
        assert "TIM02" not in codes(report)
        assert (None, (), ()) == (
            report.next_question,
            report.questions,
            tuple(each.question for each in report.findings if each.question),
        )

    @pytest.mark.parametrize("lifecycle", ["proposed", "planned", "active", "on-hold"])
    def test_open(self, lifecycle: str) -> None:
        """A goal that is not over may be asked something."""
        assert review(Goal("Be happier", lifecycle=lifecycle)).questions

    def test_closed_is_screened(self) -> None:
        """Safety comes first even then."""
        goal = Goal("I want to die", lifecycle="cancelled")
        assert SafetyClass.RESPOND_NOW is review(goal, crisis=CRISIS).safety

    @pytest.mark.parametrize(
        ("today", "code"),
        [
            (date(2027, 3, 2), "TIM02"),
            (date(2027, 3, 1), "TIM01"),
            (None, "TIM01"),
        ],
    )
    def test_day_gone_by(self, today: date | None, code: str) -> None:
        """A day before today is looked at again, in neutral words."""
        goal = Goal("Walk", target=at_least(20, "minutes", due=date(2027, 3, 1)))
        assert code in codes(review(goal, today=today))

    def test_no_day_to_go_by(self) -> None:
        """A goal with no day has none behind it."""
        assert "TIM06" in codes(review(Goal("Walk"), today=date(2027, 3, 2)))

    def test_met_already(self) -> None:
        """A baseline that meets the target is asked about, and comes after strengths."""
        goal = Goal("Be happier", target=at_most(3, "glasses"), baseline=2)
        report = review(goal)
        assert ("MEA07", Severity.ATTENTION) == (
            report.findings[0].code,
            report.findings[0].severity,
        )
        assert report.next_question is not None
        assert report.next_question.endswith("hold it there, or choose another number?")

    def test_own_category(self) -> None:
        """A category that the goal names is kept."""
        assert "own:music" == review(Goal("Sing", category="own:music")).category


class TestOrder:
    """Strengths first, then at most two questions."""

    def test_strengths_first(self) -> None:
        """What is there already is read first."""
        report = review(Goal("be happier by Friday", confidence=8))
        assert ["ACH01", "TIM03"] == [each.code for each in report.strengths]
        assert report.strengths == report.findings[:2]

    def test_two_questions(self) -> None:
        """However much is open, two questions are enough."""
        report = review("I should always be happier and richer, my wife must help")
        assert 2 == len(report.questions)
        assert report.questions[0] == report.next_question

    def test_nothing_to_ask(self) -> None:
        """Silence is a good answer."""
        goal = Goal("Phone my sister every Sunday until 1 June", confidence=8, why="I miss her")
        assert (None, ()) == (review(goal).next_question, review(goal).questions)


class TestSafety:
    """Safety is first and apart."""

    def test_quality_stays_silent(self) -> None:
        """Beside a safety finding there is no other, and no question."""
        report = review("be happier and stop cutting", crisis=CRISIS)
        assert (["SAF01"], ()) == (codes(report), report.questions)

    def test_message_first(self) -> None:
        """The next thing to say is the safety message, with the host's resources."""
        report = review("I want to die", crisis=CRISIS)
        assert report.next_question is not None
        assert report.next_question.endswith("Ring Kim.")

    def test_without_resources(self) -> None:
        """The developer is warned where the host gave no crisis resources."""
        with pytest.warns(CrisisResourcesMissing):
            review("I want to die")

    def test_clinician(self) -> None:
        """A medicine changed alone asks for a talk, not for a better goal."""
        report = review("come off sertraline by Friday")
        assert (SafetyClass.TALK_TO_CLINICIAN, ["SAF02"]) == (report.safety, codes(report))

    def test_finding(self) -> None:
        """A safety finding quotes the words, and cannot be dismissed."""
        text = "be well, no more self-harm"
        (found,) = review(text, crisis=CRISIS).findings
        assert found.span is not None
        assert ("self-harm", False, Severity.SAFETY) == (
            text[slice(*found.span)],
            found.dismissible,
            found.severity,
        )

    def test_other_fields(self) -> None:
        """Every field is screened; a finding there names the field."""
        report = review(Goal("Walk", why="everyone would be better off without me"), crisis=CRISIS)
        (found,) = report.findings
        assert ("goal.why", None) == (found.path, found.span)

    def test_verdicts_remain(self) -> None:
        """The verdicts are there for those who need them; nothing is shown of them."""
        assert MET is review("stop cutting by 1 May", crisis=CRISIS).verdicts.time_bound

    def test_rules_cannot_leave_it_out(self) -> None:
        """Safety is no rule: without any rules it is still there."""
        assert ["SAF01"] == codes(review("I want to die", rules=(), crisis=CRISIS))

    @pytest.mark.parametrize("text", ["\U0001f49b\U0001f49b", "\u4f60\u597d", "\ud83d", "123"])
    def test_not_assessed(self, text: str) -> None:
        """What cannot be read is not judged, and that is said."""
        report = review(text)
        assert (SafetyClass.NOT_ASSESSED, Verdicts(), Traits(), "other", (), None) == (
            report.safety,
            report.verdicts,
            report.traits,
            report.category,
            report.cues,
            report.next_question,
        )
        assert "SAF03" == report.findings[0].code

    def test_emoji_beside_words(self) -> None:
        """An emoji in another field takes nothing from the words."""
        assert SafetyClass.NOTHING_FOUND is review(Goal("Walk", why="\U0001f49b")).safety


class TestRefused:
    """What cannot be reviewed."""

    @pytest.mark.parametrize(
        ("text", "code"),
        [("", "review.empty"), (" \n\u3000", "review.empty"), ("x" * 10_001, "review.too_long")],
    )
    def test_length(self, text: str, code: str) -> None:
        """Empty and endless texts are refused."""
        assert (code, "goal_or_text") == broken(lambda: review(text))

    def test_type(self) -> None:
        """Something else than a goal or a text is refused."""
        assert ("review.type", "goal_or_text") == broken(lambda: review(NO_TEXT))

    def test_says_no_words(self) -> None:
        """A refusal repeats nothing of what was written."""
        with pytest.raises(RuleBroken) as caught:
            review("secret " * 2000)
        assert "secret" not in all_that_is_said(caught.value)


class TestTable:
    """The rules are a table."""

    def test_codes_are_unique(self) -> None:
        """No two rules share a code."""
        assert len(RULES) == len({rule.code for rule in RULES})

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
    def test_documented(self, rule: Any) -> None:
        """Every rule has a meaning, a sentence, and a question that exists."""
        known = set(message_ids())
        assert rule.meaning
        assert f"review.reason.{rule.code}" in known
        assert rule.asks is None or rule.asks in known

    def test_own_rules(self) -> None:
        """A host can leave rules out; what is not asked is not assessed."""
        rules = tuple(rule for rule in RULES if rule.criterion is not Criterion.SPECIFIC)
        assert OPEN is review("be happier", rules=rules).verdicts.specific

    def test_own_rule_with_own_sentences(self) -> None:
        """A host can add a check, and say itself what it found."""

        def never(_subject: Subject) -> Evidence:
            """Find something every time (made up)."""
            return Evidence()

        mine = Rule(
            code="OWN90",
            criterion=Criterion.RELEVANT,
            verdict=Verdict.PARTLY,
            severity=Severity.SUGGESTION,
            origin=Origin.TEXT,
            judge=never,
            reason="Our own reason.",
            question="Our own question?",
        )
        report = review("walk", rules=(mine,))
        assert [("OWN90", "Our own reason.", "Our own question?")] == [
            (each.code, each.reason, each.question) for each in report.findings
        ]

    def test_own_lexicon(self) -> None:
        """A host can hand in a lexicon."""
        lexicon = load_lexicon("en")
        assert lexicon is not None
        mine = attrs.evolve(lexicon, categories={"kite": (("activity", 9.0),)})
        assert "activity" == review("a kite", lexicon=mine).category
        assert "other" == review("a budget for rest", lexicon=mine).category

    def test_unknown_locale(self) -> None:
        """There is no lexicon for every language."""
        assert load_lexicon("xx") is None


class TestValues:
    """A report's values."""

    def test_verdicts_are_a_mapping(self) -> None:
        """The five are read by name, as a mapping or as attributes."""
        verdicts = Verdicts(specific=MET)
        assert dict(verdicts) == dict(verdicts.items())
        assert (5, MET, OPEN) == (len(verdicts), verdicts.values()[0], verdicts["relevant"])
        assert list(verdicts.keys()) == list(verdicts)

    def test_no_other_verdict(self) -> None:
        """There is no sixth letter."""
        with pytest.raises(KeyError):
            Verdicts()["keys"]

    def test_questions_are_kind(self) -> None:
        """Whatever is asked passes the kindness check."""
        for text in ("I should always be happier", "get my wife to stop", "stop crying, maybe"):
            report = review(text)
            for sentence in (*report.questions, *(each.reason for each in report.findings)):
                assert_kind(sentence)


class TestPuttingAside:
    """Everything but safety can be put aside, and stays so."""

    def test_it_is_asked_no_more(self) -> None:
        """The next question comes up, and the verdict stays as it is."""
        before = review("be happier")
        after = before.dismiss("SPE03", "wide is fine")

        assert before.verdicts == after.verdicts
        assert before.questions[1] == after.next_question
        assert ["SPE03"] == [each.code for each in after.put_aside]
        assert (Dismissal("SPE03", "wide is fine"),) == after.dismissals

    def test_the_next_review_remembers(self) -> None:
        """Also where what was put aside no longer applies."""
        aside = review("be happier").dismiss("SPE03").dismissals
        again = review("be happier", dismissed=aside)
        better = review("phone my sister on Friday", dismissed=aside)

        assert ["SPE03"] == [each.code for each in again.put_aside]
        assert ((), aside) == (better.put_aside, better.dismissals)

    def test_safety_stays(self) -> None:
        """Neither here nor in the next review can it be put aside."""
        report = review("I want to die", crisis=CRISIS)
        aside = [Dismissal("SAF01")]

        assert ("finding.safety", "code") == broken(lambda: report.dismiss("SAF01"))
        assert report.findings == review("I want to die", crisis=CRISIS, dismissed=aside).findings

    def test_what_is_not_there(self) -> None:
        """Is not found, rather than remembered by mistake."""
        refused = broken(lambda: review("be happier").dismiss("TIM01"), kind=NotFound)

        assert ("finding.unknown", "code") == refused

    @pytest.mark.parametrize(
        ("code", "reason", "refused"),
        [
            (NO_TEXT, None, ("text.type", "dismissal.code")),
            (" ", None, ("text.empty", "dismissal.code")),
            ("TIM06", NO_TEXT, ("text.type", "dismissal.reason")),
            ("TIM06", " ", ("text.empty", "dismissal.reason")),
        ],
    )
    def test_what_is_no_dismissal(self, code: Any, reason: Any, refused: tuple[str, str]) -> None:
        """A code is needed; a reason is not, but an empty one is none."""
        assert refused == broken(lambda: Dismissal(code, reason))

    def test_dismissals_are_values(self) -> None:
        """A bare code is none."""
        assert ("several.type", "dismissed[0]") == broken(
            lambda: review("be happier", dismissed=["SPE03"])  # type: ignore[list-item]
        )


class TestEnough:
    """How much is looked for bends to the energy there is."""

    @pytest.mark.parametrize(
        ("text", "energy", "open_goal", "enough"),
        [
            ("be happier", 0, False, False),
            ("use a coping skill", 3, False, True),
            ("use a coping skill", 4, False, False),
            ("use a coping skill every night", None, False, True),
            ("use a coping skill every night", 7, False, False),
            ("phone my sister on Friday at 6 pm", 10, False, True),
            ("use a coping skill", None, True, True),
            ("use a coping skill", 7, True, False),
            ("phone my sister", 7, True, True),
            ("be happier", 5, True, False),
        ],
    )
    def test_enough(self, text: str, energy: int | None, open_goal: bool, enough: bool) -> None:
        """An act with little energy; a number or time as well; all three with much."""
        assert enough is review(text, energy=energy, open_goal=open_goal).enough

    @pytest.mark.parametrize("text", ["I want to die", "come off sertraline", "прогулка"])
    def test_never_beside_safety_or_unread(self, text: str) -> None:
        """An answer comes first, and what could not be read is not judged."""
        assert False is review(text, energy=1, crisis=CRISIS).enough

    def test_little_energy_brings_few_questions(self) -> None:
        """One at most, and none where it is enough for today."""
        assert 1 == len(review("be happier", energy=1).questions)
        assert 2 == len(review("be happier", energy=8).questions)
        assert () == review("use a coping skill", energy=1).questions
        assert None is review("use a coping skill", energy=1).next_question

    @pytest.mark.parametrize("energy", [-1, 11])
    def test_energy_is_on_a_ruler(self, energy: int) -> None:
        """From 0 to 10."""
        refused = broken(lambda: review("be happier", energy=energy), kind=OutsideScale)

        assert ("whole.outside_scale", "energy") == refused

    def test_how_much_is_looked_for_grows_with_energy(self) -> None:
        """Gentle up to 3, full from 7, and usual between, as where nobody said."""
        expected = [Strictness.GENTLE] * 4 + [Strictness.USUAL] * 3 + [Strictness.FULL] * 4

        assert expected == [strictness_for(energy) for energy in range(11)]
        assert Strictness.USUAL is strictness_for(None)

    def test_what_is_no_energy(self) -> None:
        """It is refused by its own name, in silence about what was given."""
        assert ("whole.type", "energy") == broken(lambda: strictness_for(ODD))

    @pytest.mark.parametrize(
        "safety", [each for each in SafetyClass if each is not SafetyClass.NOTHING_FOUND]
    )
    def test_no_report_is_enough_unless_nothing_was_found(self, safety: SafetyClass) -> None:
        """Whoever put it together, and whatever its verdicts are."""
        enough = review("phone my sister on Friday at 6 pm")

        assert enough.enough
        assert not attrs.evolve(enough, safety=safety).enough

    @pytest.mark.parametrize("safety", SafetyClass)
    def test_no_report_asks_where_somebody_needs_an_answer(self, safety: SafetyClass) -> None:
        """Not even one whose findings hold questions."""
        asking = attrs.evolve(review("be happier"), safety=safety)

        assert safety.calls_for_answer is (asking.questions == ())

    def test_a_strength_leaves_nothing_to_do(self) -> None:
        """What is met and yet to be looked at, as a host's rule may find, is none."""
        report = review("phone my sister on Friday at 6 pm")
        findings = tuple(
            attrs.evolve(each, severity=Severity.ATTENTION) for each in report.findings
        )

        assert () != report.strengths
        assert () == attrs.evolve(report, findings=findings).strengths

    def test_it_is_said_where_somebody_said_how_today_is(self) -> None:
        """And not otherwise."""
        text = "use a coping skill every night"
        quiet, asked = to_text(review(text, energy=1)), to_text(review(text, energy=5))

        assert "This is enough to begin with today. Anything" in " ".join(quiet.split())
        assert "This is enough to begin with today." in " ".join(asked.split())
        assert asked.endswith("?")
        assert "enough to begin" not in to_text(review(text))


class TestOpenGoals:
    """A goal may be left open: nobody is asked for a number or a day."""

    @pytest.mark.parametrize("strictness", Strictness)
    def test_a_goal_is_open_only_where_somebody_says_so(self, strictness: Strictness) -> None:
        """Otherwise number and time count as they do for every goal."""
        an_act = Verdicts(specific=Verdict.MET)

        assert (strictness is Strictness.GENTLE) is is_enough(an_act, strictness)
        assert is_enough(an_act, strictness, open_goal=True)

    def test_number_and_day_are_not_asked_for(self) -> None:
        """What is there is still told, and the verdicts stay."""
        usual, opened = review("use a coping skill"), review("use a coping skill", open_goal=True)
        about = {each.criterion: each.question for each in opened.findings}

        assert usual.verdicts == opened.verdicts
        assert None is about[Criterion.MEASURABLE] is about[Criterion.TIME_BOUND]
        assert {Severity.INFO} == {
            each.severity for each in opened.findings if each.criterion is not Criterion.SPECIFIC
        }
        assert about[Criterion.SPECIFIC] == opened.next_question
        assert 1 == len(opened.questions)


class TestOwnRules:
    """A host's rule is looked at before it is trusted."""

    @pytest.mark.parametrize("rules", [None, "SPE01", ["SPE01"], [RULES[0], 3]])
    def test_rules_are_rules(self, rules: Any) -> None:
        """Nothing else is taken for one."""
        assert "several.type" == broken(lambda: review("walk", rules=rules))[0]

    def test_no_rule_speaks_for_safety(self) -> None:
        """Nor calls anything safe."""
        own = attrs.evolve(RULES[0], criterion=Criterion.SAFETY, code="SAF01")

        assert ("rules.safety", "rules[0].criterion") == broken(lambda: review("walk", rules=[own]))

    @pytest.mark.parametrize(
        ("evidence", "code"),
        [
            (True, "rules.evidence"),
            ("walk", "rules.evidence"),
            (Evidence(span=(0, 5)), "rules.span"),
            (Evidence(span=(2, 2)), "rules.span"),
            (Evidence(span=(-1, 2)), "rules.span"),
        ],
    )
    def test_what_a_rule_returns_is_evidence_in_the_words(self, evidence: Any, code: str) -> None:
        """A span that lies elsewhere would quote nothing."""
        own = attrs.evolve(RULES[0], code="OWN99", judge=lambda _: evidence, reason="Mine.")

        assert (code, "rules[OWN99].judge") == broken(lambda: review("walk", rules=[own]))

    @pytest.mark.parametrize("given", [{"lexicon": {}}, {"lexicon": 3}, {"open_goal": "yes"}])
    def test_what_is_of_another_kind_is_refused(self, given: dict[str, Any]) -> None:
        """By name."""
        (name,) = given

        assert ("value.type", name) == broken(lambda: review("walk", **given))
