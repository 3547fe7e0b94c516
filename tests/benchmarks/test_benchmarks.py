"""The benchmarks run and say what they promise; how fast anything is, is not tested."""

from __future__ import annotations

import json
from functools import reduce

import pytest

from stepwell import serialization
from stepwell.story import CarePlan, evolve, replay
from tests.benchmarks.__main__ import BENCHMARKS, main
from tests.benchmarks.codec import dumps_by_hand, loads_by_hand
from tests.benchmarks.reviewing import WORDS, checklist, wishes
from tests.benchmarks.stories import facts, story
from tests.benchmarks.timing import exponent_of


@pytest.mark.parametrize("name", BENCHMARKS)
def test_benchmark_prints_its_ratio(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each benchmark prints one JSON object with the keys that checks read."""
    main([name, "--json", "--n", "4", "--rounds", "1"])
    printed = json.loads(capsys.readouterr().out)

    assert [name] == list(printed)
    assert {"ours", "peer", "ratio", "n", "exponent"} == set(printed[name])


def test_table_has_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``--json`` there is a table."""
    main(["encode", "replay", "--n", "4", "--rounds", "1"])

    lines = capsys.readouterr().out.splitlines()

    assert ["encode", "replay"] == [line.split()[0] for line in lines[1:]]


def test_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is not there ends the command and says so."""
    with pytest.raises(SystemExit):
        main(["streaks"])

    assert "there is no benchmark streaks" in capsys.readouterr().err


def test_codec_peer_does_the_same_work() -> None:
    """The codec by hand writes what ours writes, and reads it back."""
    events = facts(12)

    assert [dumps_by_hand(event) for event in events] == [
        serialization.dumps(event) for event in events
    ]
    assert events == [loads_by_hand(serialization.dumps(event)) for event in events]


def test_stories_apply() -> None:
    """Everything in a benchmark's story applies, and both folds give the same plan."""
    records = story(30)

    assert () == replay(records).unapplied
    assert reduce(evolve, records, CarePlan()) == replay(records)


def test_wishes_have_their_length() -> None:
    """Each statement that is reviewed has 25 words, and any number of them can be had."""
    assert [WORDS] * 7 == [len(each.split()) for each in wishes(7)]


def test_checklist_finds_what_is_plain() -> None:
    """The peer that reviews are compared with does its simple work."""
    found = checklist("Walk twice a week by Friday because it matters")

    assert {
        "specific": True,
        "measurable": True,
        "achievable": False,
        "relevant": True,
        "time_bound": True,
        "words": 9,
    } == found


def test_exponent_is_that_of_the_times() -> None:
    """Times that grow with the square of the size have the exponent two."""
    assert exponent_of({10: 0.1, 100: 10.0, 1000: 1000.0}) == pytest.approx(2)
