"""Hidden, slipped and scattered words are heard, and look-alikes are left in peace."""

from __future__ import annotations

import pytest

from stepwell.safety import SafetyClass, safety_message, screen, screen_spans

NOW = SafetyClass.RESPOND_NOW
TALK = SafetyClass.TALK_TO_CLINICIAN
NOTHING = SafetyClass.NOTHING_FOUND


class TestSpelling:
    """Words that are not written as the dictionary does."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("stop wantin 2 die", NOW),
            ("i jst wna die", NOW),
            ("hruting myslef", NOW),
            ("no more suicde plans", NOW),
            ("stop my setraline", TALK),
            ("quit my antidepresants", TALK),
            ("quit my antideppressants", TALK),
            ("try meditation instead of scrolling", NOTHING),
            ("stop my meditation group", NOTHING),
            ("gain 2 friends", NOTHING),
            ("stop hunting bargains", NOTHING),
        ],
    )
    def test_slips(self, text: str, found: SafetyClass) -> None:
        """One slip in a guarded word, and words by their sound; never a word of its own."""
        assert found is screen(text)

    @pytest.mark.parametrize(
        "word", ["su*cide", "s*icid*", "k*ll myself", "want to d*e", "su#cide"]
    )
    def test_stars(self, word: str) -> None:
        """Letters under stars are filled in, and the span quotes what was written."""
        text = f"stop this: {word}"
        (span,) = screen_spans(text)
        assert (NOW, True) == (span.safety, text[span.start : span.end] in word)

    @pytest.mark.parametrize("text", ["f*** this", "s*** happens", "five * stars", "d** it"])
    def test_other_stars(self, text: str) -> None:
        """Too few letters, or another word, is nothing."""
        assert NOTHING is screen(text)


class TestPairs:
    """Two cues that say little apart."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("I drink all day; as of Monday not a drop", TALK),
            ("as of Monday not a drop. I drink all day", TALK),
            ("as of Monday not a drop", NOTHING),
            ("be with my mum again. She died in May", NOW),
            ("be with my mum again at Easter", NOTHING),
            ("be with my mum again " + "and then walk some more " * 9 + "she died", NOTHING),
        ],
    )
    def test_both(self, text: str, found: SafetyClass) -> None:
        """Both within a few words, in either order."""
        assert found is screen(text)


class TestAmounts:
    """Paces in the shapes that people and notes give them."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("get from 82 kg to 72 kg in three weeks", TALK),
            ("get from 82 to 72 kg in three weeks", TALK),
            ("get from 82 kg to 72 kg in six months", NOTHING),
            ("go from 60 to 70 kg in three weeks", NOTHING),
            ("be 20 pounds lighter four weeks from now", TALK),
            ("be 20 pounds lighter a year from now", NOTHING),
            ("wt loss of 8 kg in 3/52", TALK),
            ("lose 8 kg in 3/12", NOTHING),
            ("lose half a stone in four weeks", NOTHING),
            ("lose half a stone a week", TALK),
            ("lose half a kilo a week", NOTHING),
            ("lift 5 kg more each week", NOTHING),
            ("spend 30 pounds less a week", NOTHING),
            ("to 70 kg", NOTHING),
            ("count calories and stay under 900", TALK),
            ("count calories and stay under 2200", NOTHING),
        ],
    )
    def test_paces(self, text: str, found: SafetyClass) -> None:
        """More than 1 kg a week, however it is said; never a barbell or money."""
        assert found is screen(text)


class TestBody:
    """Signs from the body."""

    def test_talk(self) -> None:
        """Pain in the chest is for a doctor, and the message speaks of one."""
        found = screen("I get chest pain on the stairs")
        assert (TALK, True) == (found, "doctor" in safety_message(found))

    def test_with_a_doctor(self) -> None:
        """Somebody who is on the way there needs no message."""
        assert NOTHING is screen("see my GP about my chest pain")
