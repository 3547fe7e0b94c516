"""A catalog, a focus and a template are shown with cautions before anything to do."""

from __future__ import annotations

import pytest

from stepwell.catalog import (
    Aim,
    Blank,
    Catalog,
    CategoryEntry,
    Focus,
    GoalTemplate,
    builtin,
)
from stepwell.display import to_html, to_text
from stepwell.kindness import check_kind
from stepwell.measures import Measure
from stepwell.steps import StepPlan

CATALOG = builtin()
BARE = Focus(
    "beds",
    title="<b>Beds</b>",
    plain="Something green.",
    clinical="Gardening.",
    measure=Measure("times out there", unit="times", direction="increase"),
    steps=StepPlan.of("Look at one pot"),
)


class TestCatalog:
    """All areas."""

    def test_areas_with_their_focuses(self) -> None:
        """And how many templates each has."""
        lines = to_text(CATALOG).splitlines()

        assert "Goals you could start from" == lines[0]
        assert "    - A movement routine that fits you (7 to choose from)" in lines

    def test_cautions_of_an_area_come_before_its_focuses(self) -> None:
        """Each once."""
        text = to_text(CATALOG)
        area = text[text.index("Activity") :]

        assert area.index("ask your doctor first") < area.index("A movement routine")
        assert 1 == area.count("far more energy and far less sleep")

    def test_an_empty_one_says_so(self) -> None:
        """Kindly."""
        assert "There are no templates here yet." in to_text(Catalog())

    def test_an_area_without_focuses(self) -> None:
        """Its title and what it is."""
        entry = CategoryEntry("own:garden", title="Garden", plain="Green.", clinical="Green.")

        assert str(Catalog(categories=[entry])).endswith("  Garden\n    Green.")


class TestFocus:
    """One focus."""

    def test_cautions_come_before_steps(self) -> None:
        """What to heed, then what to do."""
        text = to_text(CATALOG.focus("exercise_routine"))

        assert text.index("ask your doctor first") < text.index("Small first steps")
        assert text.index("Small first steps") < text.index("What may get in the way")
        assert "own wording, not clinically reviewed, lejuez-2011" in text

    def test_plans_stand_under_what_they_are_for(self) -> None:
        """Read as one sentence."""
        text = to_text(CATALOG.focus("exercise_routine"))

        assert "- If it is wet or dark outside, then I will move to one song indoors." in text

    def test_a_bare_one(self) -> None:
        """A step without minutes, and no heading over nothing."""
        assert (
            "<b>Beds</b>\n"
            "  Something green.\n"
            "  Small first steps\n"
            "    - Look at one pot\n"
            "  what to count  times out there (times)\n"
            "  rests on       own wording, not clinically reviewed"
        ) == to_text(BARE)

    def test_html_is_escaped_and_cautions_are_announced(self) -> None:
        """Nothing in it is markup."""
        assert "<b>" not in to_html(BARE)
        assert 'role="note"' in CATALOG.focus("exercise_routine")._repr_html_()


class TestTemplate:
    """One template."""

    def test_blanks_in_brackets_and_what_fits_them(self) -> None:
        """Ranges, limits and suggestions."""
        lines = to_text(CATALOG["routine_short_walk"]).splitlines()

        assert "Walk [minutes] minutes along [route] on [days] or more days a week" == lines[0]
        assert any(line.endswith("5 to 15, in steps of 5; 10 to begin with") for line in lines)
        assert any("up to 60 characters" in line for line in lines)
        assert any(line.startswith("  may suit") for line in lines)

    def test_cautions_come_first(self) -> None:
        """Before any number that somebody could aim at."""
        template = CATALOG["routine_short_walk"]
        text = " ".join(to_text(template).split())

        assert text.index("If you are ill, pregnant") < text.index("5 to 15")
        assert text.index("far more energy") < text.index("5 to 15")
        assert "ill, pregnant" in template._repr_html_()

    def test_without_a_reason_and_without_fits(self) -> None:
        """No label stands alone."""
        template = GoalTemplate(
            "water_plants",
            statement="Water the plants {many_times} times a week",
            focus="beds",
            blanks=[Blank("many_times")],
            aim=Aim("many_times", unit="times"),
            weeks=4,
        )

        assert (
            "Water the plants [many times] times a week\n"
            "  many times                1 to 10, in steps of 1; 1 to begin with\n"
            "  weeks until a look at it  4"
        ) == str(template)

    def test_html(self) -> None:
        """The same in a notebook."""
        assert "Walk [minutes] minutes" in CATALOG["routine_short_walk"]._repr_html_()


@pytest.mark.parametrize("shown", [CATALOG, *CATALOG.focuses, *CATALOG.templates])
def test_every_view_is_kind(shown: Catalog | Focus | GoalTemplate) -> None:
    """Whatever is put together from kind parts."""
    assert () == check_kind(" ".join(to_text(shown).split()))
