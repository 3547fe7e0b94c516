"""A draft is shown whole: the words, what was taken, what is unsure."""

from __future__ import annotations

from datetime import date

from stepwell.display import to_html, to_text
from stepwell.safety import CrisisResources
from stepwell.smart import suggest

MONDAY = date(2027, 1, 4)


class TestDraft:
    """What a person reads."""

    def test_says_every_part(self) -> None:
        """A draft applies as it is shown."""
        text = to_text(
            suggest("walk 20 minutes, 3 times a week until 1 March, 8/10 sure", today=MONDAY)
        )

        assert "  how much    “20 minutes”" in text
        assert "  confidence  “8/10 sure”" in text
        assert "  target         at least 20 minutes" in text
        assert "  how often      3 times per week" in text
        assert "  look at it on  2027-03-01" in text
        assert "  area           activity" in text
        assert "  confidence     8 of 10" in text

    def test_says_scale_and_start(self) -> None:
        """Where it begins, on what, and when."""
        text = to_text(suggest("bring my PHQ-9 from 18 to 9 starting Monday", today=MONDAY))

        assert "  measured as      PHQ-9" in text
        assert "  where it starts  18" in text
        assert "  from             2027-01-11" in text
        assert "  from   “starting Monday”" in text

    def test_once_is_said_as_once(self) -> None:
        """Not as one times."""
        assert "once per day" in to_text(suggest("meditate daily"))

    def test_doubts_stand_beside_their_words(self) -> None:
        """Or alone, where they are about the whole."""
        text = to_text(suggest("phone my sister, join a choir and paint 2 sheds"))

        assert "- “2 sheds”: Your words name this number alone." in text
        assert "- There are a few good aims here." in text

    def test_ends_with_what_it_is(self) -> None:
        """A preview."""
        assert to_text(suggest("walk")).endswith("every part of it can be changed.")

    def test_bare_words_have_no_empty_table(self) -> None:
        """Where nothing was taken."""
        assert "<table" not in to_html(suggest("zzz"))

    def test_without_a_goal_it_says_so(self) -> None:
        """Nothing could be kept."""
        assert to_text(suggest("a\x00b")).endswith("no goal to show from these words yet.")

    def test_safety_is_all_that_is_shown(self) -> None:
        """No words, no doubts, no preview."""
        text = to_text(suggest("I want to die", crisis=CrisisResources("Ring Kim.")))

        assert text.endswith("Ring Kim.")
        assert "preview" not in text

    def test_words_are_escaped(self) -> None:
        """They are never markup."""
        assert "<b>" not in to_html(suggest("<b>walk 20 minutes</b> 3 times a week"))
