"""Documents say their kind and schema, and nothing in them is guessed."""

from __future__ import annotations

import json
import traceback
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import attrs
import pytest

from stepwell.catalog import builtin
from stepwell.discovery import Answers
from stepwell.errors import FormatError
from stepwell.goals import Barrier, Category, Goal, IfThenPlan
from stepwell.instruments import PHQ9
from stepwell.measures import Measure, Reading, at_least
from stepwell.ports import Record, Stream
from stepwell.serialization import decode_event, dumps, encode_event, kind_of, loads
from stepwell.serialization.converter import _converter
from stepwell.serialization.problems import _told
from stepwell.steps import Step, StepPlan
from stepwell.story import (
    CarePlan,
    GoalAdded,
    GoalRated,
    Recorded,
    Stamp,
    StepRecorded,
    UnknownEvent,
)
from stepwell.typing import JSON

CANARY = "canary-7261"
STAMP = Stamp(by="p", at=datetime(2027, 1, 4, 9, tzinfo=UTC), day=date(2027, 1, 4), zone="UTC")
MINUTES = Measure(CANARY, unit="minutes", direction="increase", low=0, high=60, step=5)
FULL = Goal(
    CANARY,
    category="activity",
    why=CANARY,
    target=at_least(20, "minutes", due=date(2027, 3, 1)),
    measure=MINUTES,
    baseline=5,
    start=date(2027, 1, 4),
    importance=8,
    confidence=6,
    barriers=(Barrier(CANARY, plans=(IfThenPlan(when=CANARY, then=CANARY),)),),
)
ADDED = GoalAdded(
    goal_id="g",
    goal=FULL,
    steps=StepPlan((Step(CANARY, id="s1", minutes=1.5), Step(CANARY, id="s2", after=("s1",)))),
    stamp=STAMP,
)
ATTEMPT = StepRecorded(
    goal_id="g", step_id="s1", outcome="partly", effort=3, note=CANARY, stamp=STAMP
)
ROW = Record(
    stream="p",
    version=1,
    id="r1",
    kind="mood_logged",
    schema=3,
    recorded_at=STAMP.at,
    payload={"note": CANARY, "": None, "large": 2**70},
)


class Words(str):
    """Text of another class, as arrays and enumerations hand it out."""

    __slots__ = ()


@pytest.fixture(autouse=True)
def _from_scratch() -> None:
    """Begin each test with no converter, so that it sees the hooks being made too."""
    _converter.cache_clear()


def document(value: Any) -> Any:
    """Return a document in plain parts."""
    return json.loads(dumps(value))


def told(error: BaseException) -> str:
    """Return everything an error says, in a log and in a debugger."""
    return "".join(traceback.format_exception(error)) + repr(error)


def problems(plain: Any) -> tuple[tuple[str, str], ...]:
    """Return the problems for which a document is refused; none of them holds words."""
    text = plain if isinstance(plain, (str, bytes)) else json.dumps(plain)
    with pytest.raises(FormatError) as caught:
        loads(text)
    assert CANARY not in told(caught.value)
    return caught.value.problems


def with_data(value: Any, path: str, new: Any) -> Any:
    """Return a document with something else at a path of its data."""
    plain = document(value)
    *parents, last = (int(key) if key.isdigit() else key for key in path.split("."))
    inside = plain["data"]
    for key in parents:
        inside = inside[key]
    inside[last] = new
    return plain


class TestDocuments:
    """The outside of every document."""

    def test_the_shape(self) -> None:
        """A document has a kind, a schema and data, in this order."""
        assert (
            '{"kind":"if_then_plan","schema":1,"data":{"when":"it rains","then":"go indoors"}}'
        ) == dumps(IfThenPlan(when="it rains", then="go indoors"))

    def test_indented(self) -> None:
        """Indenting is for people, and ends no line with a space."""
        text = dumps(IfThenPlan(when="a", then="b"), indent=1)

        assert '{\n "kind": "if_then_plan",\n "schema": 1,' == "\n".join(text.split("\n")[:3])

    def test_bytes_are_utf8(self) -> None:
        """What a file or a request holds can be read as it is."""
        goal = Goal("\u5c71 walk")

        assert goal == loads(dumps(goal).encode())

    @pytest.mark.parametrize(
        "value",
        [
            CarePlan(),
            STAMP,
            CANARY,
            None,
            Recorded(id="r", version=1, recorded_at=STAMP.at, event=ATTEMPT),
        ],
    )
    def test_what_has_no_document(self, value: Any) -> None:
        """A fold, a part and a plain text are not stored on their own."""
        with pytest.raises(FormatError) as caught:
            dumps(value)

        assert f"$: {type(value).__name__} has no document of its own" == str(caught.value)

    @pytest.mark.parametrize(
        "payload", [{"a": {1}}, {"a": float("nan")}, {"a": STAMP}, {"a": 10**5_000}]
    )
    def test_a_payload_beyond_json(self, payload: Any) -> None:
        """A record made by hand that holds more than JSON is one clear error."""
        with pytest.raises(
            FormatError, match=r"^\$\.data: this holds more than plain, finite JSON"
        ):
            dumps(attrs.evolve(ROW, payload=payload))

    def test_a_payload_without_end(self) -> None:
        """A payload that holds itself is not written."""
        endless: dict[str, Any] = {}
        endless["again"] = endless

        with pytest.raises(FormatError, match="more than plain, finite JSON"):
            dumps(attrs.evolve(ROW, payload=endless))

    @pytest.mark.parametrize(
        "text",
        [
            " ",
            "{",
            "nul",
            '{"kind":"goal"',
            b"\xff\xfe",
            b"",
            "\ufeff{}",
            "'a'",
            "{} {}",
            "x" * 99,
        ],
    )
    def test_no_json(self, text: str | bytes) -> None:
        """What is not JSON is told with its place at most."""
        ((where, problem),) = problems(text)

        assert "$" == where
        assert problem.startswith("this is not whole JSON")

    @pytest.mark.parametrize(
        ("text", "where"),
        [("{", " at character 1"), ('{"kind" 1}', " at character 8"), (b"\xff", "")],
    )
    def test_where_it_is_no_json(self, text: str | bytes, where: str) -> None:
        """The place is told where there is one."""
        assert (("$", f"this is not whole JSON{where}"),) == problems(text)

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
    def test_no_finite_number(self, number: str) -> None:
        """NaN and the infinities are refused, also where any JSON may stand."""
        text = dumps(ROW).replace(str(2**70), number)

        assert (("$", "a number here is not finite"),) == problems(text)

    @pytest.mark.parametrize("text", ['{"schema":1,"kind":"goal","schema":1,"data":{}}'])
    def test_a_field_twice(self, text: str) -> None:
        """Where a field stands twice, nobody chooses one of them."""
        assert (("$", "a field stands twice in one object"),) == problems(text)

    def test_nested_without_end(self) -> None:
        """A hundred thousand brackets are one clear error."""
        assert (("$", "nested too deeply"),) == problems("[" * 100_000)

    @pytest.mark.parametrize(
        "plain",
        [
            None,
            [CANARY],
            7,
            {},
            {"kind": "goal", "schema": 1},
            {"kind": "goal", "schema": 1, "data": {}, CANARY: 1},
        ],
    )
    def test_another_shape(self, plain: Any) -> None:
        """Kind, schema and data, no less and no more."""
        assert (("$", "expected an object with kind, schema and data"),) == problems(plain)

    @pytest.mark.parametrize("kind", [CANARY, "", None, 1, ["goal"], {"goal": 1}, "Goal"])
    def test_an_unknown_kind(self, kind: Any) -> None:
        """A kind is one of the codes; the error does not repeat it."""
        plain = {**document(FULL), "kind": kind}

        assert (("$.kind", "this kind is not known to this version"),) == problems(plain)

    @pytest.mark.parametrize("schema", [0, 2, -1, 10**30])
    def test_another_schema(self, schema: int) -> None:
        """A newer document is refused whole, not read in part."""
        plain = {**document(FULL), "schema": schema}

        assert (("$.schema", f"schema {schema} is not 1, the one this version reads"),) == problems(
            plain
        )

    @pytest.mark.parametrize("schema", [True, 1.0, "1", None, CANARY, [1]])
    def test_what_resembles_a_schema(self, schema: Any) -> None:
        """True and 1.0 are not 1."""
        plain = {**document(FULL), "schema": schema}

        assert (("$.schema", f"expected int, got {type(schema).__name__}"),) == problems(plain)


class TestScalars:
    """What codecs let through by default is refused here."""

    def test_none_is_no_text(self) -> None:
        """Nothing is not the word None."""
        assert (("$.data.statement", "expected str, got NoneType"),) == problems(
            with_data(FULL, "statement", None)
        )

    def test_a_number_is_no_text(self) -> None:
        """3 is not the word 3."""
        assert (("$.data.why", "expected str, got int"),) == problems(with_data(FULL, "why", 3))

    def test_true_is_no_whole_number(self) -> None:
        """True is not 1."""
        assert (("$.data.importance", "expected int, got bool"),) == problems(
            with_data(FULL, "importance", True)
        )

    def test_true_is_no_number(self) -> None:
        """True is not 1.0."""
        assert (("$.data.baseline", "expected a number, got bool"),) == problems(
            with_data(FULL, "baseline", True)
        )

    @pytest.mark.parametrize("number", [1.9, 1.0, -0.0])
    def test_a_fraction_is_no_whole_number(self, number: float) -> None:
        """1.9 is not 1, and neither is 1.0."""
        assert (("$.data.importance", "expected int, got float"),) == problems(
            with_data(FULL, "importance", number)
        )

    @pytest.mark.parametrize("text", ["3", "", " 3 ", "nan"])
    def test_text_is_no_number(self, text: str) -> None:
        """The word 3 is not 3, with or without a fraction."""
        assert (("$.data.importance", "expected int, got str"),) == problems(
            with_data(FULL, "importance", text)
        )
        assert (("$.data.target.low", "expected a number, got str"),) == problems(
            with_data(FULL, "target.low", text)
        )

    def test_false_in_words_is_no_truth_value(self) -> None:
        """The word false is text; no field takes it for a truth value."""
        score = with_data(PHQ9.score([1] * 9), "items.0", "false")

        assert (("$.data.items[0]", "expected int, got str"),) == problems(score)

    def test_a_whole_number_is_a_number(self) -> None:
        """1 may stand where 1.0 may, as JSON has one kind of number."""
        read = loads(json.dumps(with_data(FULL, "baseline", 10)))

        assert attrs.evolve(FULL, baseline=10.0) == read

    def test_a_number_too_large_for_a_fraction(self) -> None:
        """What a float cannot hold is not cut to fit."""
        assert (("$.data.baseline", "expected a finite number"),) == problems(
            with_data(FULL, "baseline", 10**400)
        )

    @pytest.mark.parametrize(
        "moment",
        ["2027-01-04T09:00:00", "2027-01-04", "2027-01-04 09:00"],
    )
    def test_a_naive_moment(self, moment: str) -> None:
        """A moment without an offset could be any of two dozen."""
        assert (("$.data.stamp.at", "this moment has no UTC offset"),) == problems(
            with_data(ATTEMPT, "stamp.at", moment)
        )

    @pytest.mark.parametrize("moment", [1_799_053_200, None, True, CANARY, "", ["2027"], 1.5])
    def test_no_moment(self, moment: Any) -> None:
        """A number is not taken for seconds since 1970."""
        assert (("$.data.stamp.at", "expected a moment in ISO 8601"),) == problems(
            with_data(ATTEMPT, "stamp.at", moment)
        )

    @pytest.mark.parametrize(
        "day",
        [
            "2027-1-4",
            "20270104",
            "2027-W01-1",
            "2027-02-30",
            "2027-01-04T00:00:00Z",
            "\u0662\u0660\u0662\u0667-01-04",
            "2027-01-04\n",
            20_270_104.0,
            None,
            True,
            CANARY,
        ],
    )
    def test_no_day(self, day: Any) -> None:
        """A day has one way to be written, and the calendar has to know it."""
        assert (("$.data.stamp.day", "expected a day written as YYYY-MM-DD"),) == problems(
            with_data(ATTEMPT, "stamp.day", day)
        )

    @pytest.mark.parametrize("code", ["Partly", "PARTLY", "", CANARY])
    def test_an_unknown_code(self, code: str) -> None:
        """A code is exactly one of those listed."""
        assert (("$.data.outcome", "expected one of done, partly, tried"),) == problems(
            with_data(ATTEMPT, "outcome", code)
        )

    def test_a_code_is_text(self) -> None:
        """A number is no code."""
        assert (("$.data.outcome", "expected str, got int"),) == problems(
            with_data(ATTEMPT, "outcome", 0)
        )

    @pytest.mark.parametrize("several", ["", "s1", {}, {"s1": 1}, None, 1])
    def test_only_a_list_holds_several(self, several: Any) -> None:
        """Letters of a text and keys of an object are not taken for things."""
        found = f"expected a list, got {type(several).__name__}"

        assert (("$.data.steps.steps[1].after", found),) == problems(
            with_data(ADDED, "steps.steps.1.after", several)
        )
        assert (("$.data.goal.barriers", found),) == problems(
            with_data(ADDED, "goal.barriers", several)
        )

    @pytest.mark.parametrize("thing", ["", CANARY, [], [["when", "a"]], 1, True])
    def test_only_an_object_holds_fields(self, thing: Any) -> None:
        """A text and a list are no values with fields."""
        found = f"expected an object, got {type(thing).__name__}"

        assert (("$.data.target", found),) == problems(with_data(FULL, "target", thing))

    @pytest.mark.parametrize("payload", [[], CANARY, None, 1])
    def test_a_payload_is_an_object(self, payload: Any) -> None:
        """A record holds a mapping, whatever is in it."""
        found = f"expected an object, got {type(payload).__name__}"

        assert (("$.data.payload", found),) == problems(with_data(ROW, "payload", payload))


class TestWhatIsRefusedInside:
    """A value's own rules hold for documents too."""

    def test_every_problem_is_told(self) -> None:
        """One reading of the error is enough to mend the document."""
        plain = document(ADDED)
        plain["data"]["goal"]["importance"] = "8"
        plain["data"]["steps"]["steps"][1]["minutes"] = True
        plain["data"]["stamp"]["at"] = CANARY

        assert {
            "$.data.goal.importance",
            "$.data.steps.steps[1].minutes",
            "$.data.stamp.at",
        } == {where for where, _ in problems(plain)}

    def test_the_rule_is_named(self) -> None:
        """A broken rule gives its own path and code, besides the place in the document."""
        ((where, problem),) = problems(with_data(ADDED, "goal.importance", 11))

        assert "$.data.goal" == where
        assert problem.startswith("goal.importance: 11 is outside 0 to 10")
        assert problem.endswith("[whole.outside_scale]")

    @pytest.mark.parametrize(
        ("value", "path", "new", "code"),
        [
            (FULL, "statement", " ", "text.empty"),
            (FULL, "statement", "x" * 10_001, "text.too_long"),
            (FULL, "statement", "a\x00", "text.not_storable"),
            (FULL, "statement", "a\ud800", "text.not_storable"),
            (FULL, "category", CANARY, "goal.category"),
            (FULL, "start", "2028-01-01", "goal.due_before_start"),
            (FULL, "target.kind", "at_most", "target.ends"),
            (FULL, "target.unit", "pages", "goal.target.unit"),
            (FULL, "measure.high", 10, "measure.outside_scale"),
            (Reading(10, measure=MINUTES, on=STAMP.day), "amount", 61, "measure.outside_scale"),
            (Reading(10, measure=MINUTES, on=STAMP.day), "amount", 11, "measure.between_steps"),
            (ADDED, "steps.steps.1.id", "s1", "step.duplicate"),
            (ADDED, "steps.steps.1.after", ["s9"], "step.unknown"),
            (ADDED, "steps.steps.1.after", ["s2"], "steps.cycle"),
            (Stream(name="p", records=(ROW,)), "records.0.version", 2, "stream.order"),
            (Stream(name="p", records=(ROW,)), "name", "q", "stream.order"),
        ],
    )
    def test_one_clear_error(self, value: Any, path: str, new: Any, code: str) -> None:
        """Each gives the code of its rule."""
        assert [True] == [
            problem.endswith(f"[{code}]") for _, problem in problems(with_data(value, path, new))
        ]

    def test_one_record_id_twice(self) -> None:
        """An export in which two records share an id is refused."""
        plain = document(Stream(name="p", records=(ROW,)))
        plain["data"]["records"].append({**plain["data"]["records"][0], "version": 2})

        ((where, problem),) = problems(plain)

        assert "$.data" == where
        assert problem.endswith("[record.duplicate]")

    def test_a_missing_field(self) -> None:
        """What has no default has to be there."""
        plain = document(ATTEMPT)
        del plain["data"]["stamp"]["zone"]

        assert (("$.data.stamp.zone", "this field is missing"),) == problems(plain)

    @pytest.mark.parametrize(
        ("path", "where"),
        [
            ("new", "$.data"),
            ("stamp.new", "$.data.stamp"),
            ("goal.target.new", "$.data.goal.target"),
        ],
    )
    def test_an_extra_field(self, path: str, where: str) -> None:
        """What nobody knows is counted, not named: a name may be somebody's."""
        plain = with_data(ADDED, path, CANARY)

        assert ((where, "1 field(s) here are not known to this version"),) == problems(plain)

    def test_an_extra_column(self) -> None:
        """A record has its parts, and any mapping as its payload; beside these, nothing."""
        plain = with_data(ROW, "new", CANARY)

        assert (("$.data", "1 field(s) here are not known to this version"),) == problems(plain)

    def test_an_error_of_another_kind_gives_its_class_alone(self) -> None:
        """Whatever a value may raise, its text may hold words and stays inside."""
        assert "cannot be read (RuntimeError)" == _told(RuntimeError(CANARY))


class TestEvents:
    """Payloads of records, for journals."""

    def test_the_parts_of_a_record(self) -> None:
        """A payload is the data of the document."""
        assert ("step_recorded", 1, document(ATTEMPT)["data"]) == encode_event(ATTEMPT)

    @pytest.mark.parametrize(
        ("kind", "schema", "problem"),
        [
            ("mood_logged", 1, "kind is not known to this version"),
            ("goal", 1, "kind is not known to this version"),
            ("step_recorded", 2, "schema is not known to this version"),
            ("step_recorded", 1, "$.note: expected str, got list"),
        ],
    )
    def test_what_cannot_be_read_is_kept(self, kind: str, schema: int, problem: str) -> None:
        """An unknown kind, a newer schema, and damage: kept to the letter, with why."""
        payload: dict[str, JSON] = {**encode_event(ATTEMPT)[2], "note": [CANARY]}
        event = decode_event(kind, schema, payload)

        assert isinstance(event, UnknownEvent)
        assert problem == event.problem
        assert (kind, schema, payload) == encode_event(event)

    def test_a_mapping_that_cannot_change_is_a_payload(self) -> None:
        """An adapter may hand out any mapping."""
        kind, schema, payload = encode_event(ATTEMPT)

        assert ATTEMPT == decode_event(kind, schema, MappingProxyType(payload))
        assert isinstance(decode_event(CANARY, 1, MappingProxyType(payload)), UnknownEvent)

    def test_an_unknown_event_can_be_shown_as_a_document(self) -> None:
        """It is written with its own kind and schema."""
        event = decode_event("mood_logged", 7, {"a": 1})

        assert '{"kind":"mood_logged","schema":7,"data":{"a":1}}' == dumps(event)
        assert ("mood_logged", 7) == kind_of(event)

    def test_text_of_another_class_is_written_plainly(self) -> None:
        """Text out of an array or an enumeration is read back, not set aside."""
        event = GoalRated(goal_id=Words("g"), rating=3, note=Words("sun"), stamp=STAMP)
        payload = encode_event(event)[2]

        assert [str, str] == [type(payload["goal_id"]), type(payload["note"])]
        assert event == decode_event(*encode_event(event))

    def test_a_payload_from_before_a_field_was_there(self) -> None:
        """What is not in an older payload is unset, and nothing is set aside."""
        payload: Any = encode_event(ADDED)[2]
        del payload["part_of"], payload["goal"]["horizon"]

        assert ADDED == decode_event("goal_added", 1, payload)

    def test_a_category_is_written_as_its_code(self) -> None:
        """Codes in a payload are bare text."""
        plain: Any = encode_event(ADDED)[2]

        assert (str, "activity") == (type(plain["goal"]["category"]), plain["goal"]["category"])
        assert Category.ACTIVITY is FULL.category


def test_what_was_skipped_is_not_what_was_never_asked() -> None:
    """An empty list and null are two things, also where one code or number is expected."""
    skipped = Answers(hopes=["to sleep"], area=(), chosen=(), importance=(), confidence=4)
    data = json.loads(dumps(skipped))["data"]

    assert (["to sleep"], None) == (data["hopes"], data["values"])
    assert ([], 4) == (data["importance"], data["confidence"])
    assert skipped == loads(dumps(skipped))


@pytest.mark.parametrize("odd", [["3"], [3], {}, 3.5, "3", True])
def test_a_number_that_may_be_skipped_is_nothing_else(odd: JSON) -> None:
    """Neither a list of something nor a text."""
    document = json.loads(dumps(Answers()))
    document["data"]["importance"] = odd

    with pytest.raises(FormatError, match=r"\$\.data\.importance"):
        loads(json.dumps(document))


def test_a_template_of_a_host_is_kept_whole() -> None:
    """With its blanks and its aim, so that own templates can live in a file."""
    template = builtin().templates[0]

    assert template == loads(dumps(template))
