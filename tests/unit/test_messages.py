"""Every sentence the library can say is kind, is said once, and is asked for by its id."""

from __future__ import annotations

import string
import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

from stepwell import messages
from stepwell._text import normalise
from stepwell.errors import RuleBroken, UnknownMessage
from stepwell.kindness import check_kind
from stepwell.messages import locales, message_ids, say, templates

SENTENCES = [(locale, *found) for locale in locales() for found in templates(locale)]


def files(locale: str) -> dict[str, dict[str, Any]]:
    """Return the message files of a locale by name."""
    folder = resources.files(messages).joinpath(locale)
    return {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir()}


def blanks(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return name, format and conversion of every blank of a sentence."""
    return [found[1:] for found in string.Formatter().parse(text) if found[1] is not None]


def _is_plain(name: str | None, how: list[str | None]) -> bool:
    """Say whether a blank is a plain name that can be handed to ``say``."""
    return str(name).isidentifier() and name not in {"audience", "locale"} and not any(how)


class TestSentences:
    """The sentences themselves."""

    @pytest.mark.parametrize(
        ("locale", "message_id", "audience", "text"),
        SENTENCES,
        ids=[f"{locale}-{message_id}-{audience}" for locale, message_id, audience, _ in SENTENCES],
    )
    def test_is_kind(self, locale: str, message_id: str, audience: str, text: str) -> None:
        """No sentence shames, rushes, compares or commands, whoever reads it."""
        found = [(f.code, text[f.start : f.end]) for f in check_kind(text, locale)]

        assert (message_id, audience, []) == (message_id, audience, found)

    def test_there_are_some(self) -> None:
        """The loop above has something to look at."""
        assert "review.time_bound.question" in message_ids()

    @pytest.mark.parametrize("locale", locales())
    def test_ids_are_unique_across_files(self, locale: str) -> None:
        """No file silently replaces a sentence of another."""
        counts = Counter(key for table in files(locale).values() for key in messages._flat(table))

        assert [] == [message_id for message_id, count in counts.items() if count > 1]
        assert len(counts) == len(message_ids(locale))

    @pytest.mark.parametrize("locale", locales())
    def test_no_two_are_alike(self, locale: str) -> None:
        """One thing is said in one place, for persons and for clinicians alike."""
        counts = Counter(normalise(text).text.strip() for _, _, text in templates(locale))

        assert [] == [text for text, count in counts.items() if count > 1]

    @pytest.mark.parametrize(
        ("locale", "message_id", "audience", "text"), SENTENCES, ids=range(len(SENTENCES))
    )
    def test_blanks_are_plain_names(
        self, locale: str, message_id: str, audience: str, text: str
    ) -> None:
        """A blank is a name and nothing else, and none that :func:`say` takes itself."""
        odd = [name for name, *how in blanks(text) if not _is_plain(name, how)]

        assert (locale, message_id, audience, []) == (locale, message_id, audience, odd)

    @pytest.mark.parametrize(
        ("locale", "message_id", "audience", "text"), SENTENCES, ids=range(len(SENTENCES))
    )
    def test_every_sentence_can_be_said(
        self, locale: str, message_id: str, audience: Any, text: str
    ) -> None:
        """With its blanks filled, each sentence comes out without a brace left."""
        filled = {str(name): "7" for name, *_ in blanks(text)}

        said = say(message_id, audience=audience, locale=locale, **filled)

        assert text.format_map(filled) == said
        assert not {"{", "}"} & set(said)

    @pytest.mark.parametrize("locale", locales())
    def test_nothing_stands_beside_the_wordings(self, locale: str) -> None:
        """Each id has a text for the person, perhaps one for a clinician, and no more."""
        found = [(audience, bool(text.strip())) for _, audience, text in templates(locale)]

        assert {("person", True), ("clinician", True)} >= set(found)
        assert len(message_ids(locale)) == found.count(("person", True))


class TestSay:
    """Asking for one sentence."""

    def test_by_its_id(self) -> None:
        """The sentence comes as it is written in the file."""
        expected = "When would be a kind moment to look at how it went?"

        assert expected == say("review.time_bound.question")

    def test_without_a_wording_for_clinicians(self) -> None:
        """A clinician reads what the person reads."""
        both = {message_id for message_id, audience, _ in templates() if audience == "clinician"}
        shared = next(i for i, _, text in templates() if i not in both and not blanks(text))

        assert say(shared) == say(shared, audience="clinician")

    def test_ids_are_sorted(self) -> None:
        """The list of ids does not depend on the order of files."""
        assert sorted(message_ids()) == list(message_ids())

    def test_a_region_changes_nothing(self) -> None:
        """A sentence is in a language."""
        asked = "review.time_bound.question"

        assert say(asked) == say(asked, locale="en-GB") == say(asked, locale="EN")

    def test_an_unknown_audience(self) -> None:
        """Nobody reads words meant for another by mistake."""
        with pytest.raises(UnknownMessage, match="person or clinician"):
            say("lists.cap", audience="robot")  # type: ignore[arg-type]  # the point

    def test_a_locale_that_is_no_text(self) -> None:
        """Is refused."""
        with pytest.raises(RuleBroken, match="locale"):
            say("lists.cap", locale=None)  # type: ignore[arg-type]  # the point

    def test_unknown_id(self) -> None:
        """The id is told, and where to look."""
        with pytest.raises(UnknownMessage, match=r"no message 'review\.streak' in locale 'en'"):
            say("review.streak")

    @pytest.mark.parametrize("ask", [message_ids, templates])
    def test_unknown_locale(self, ask: Any) -> None:
        """The locales there are, are named."""
        with pytest.raises(UnknownMessage, match="no sentences in locale 'xx'; there are en"):
            ask("xx")

    def test_say_in_an_unknown_locale(self) -> None:
        """No other language is put in its place."""
        with pytest.raises(UnknownMessage, match="no sentences in locale 'xx'"):
            say("review.time_bound.question", locale="xx")

    def test_an_open_blank(self) -> None:
        """A blank that was not filled is named; what was filled in is not shown."""
        message_id, name = next(
            (message_id, str(blanks(text)[0][0]))
            for message_id, _, text in templates()
            if blanks(text)
        )

        with pytest.raises(UnknownMessage, match=f"needs the blank '{name}'") as caught:
            say(message_id, other="my words")

        assert "my words" not in str(caught.value)
        assert caught.value.__cause__ is None

    def test_braces_in_a_filling_are_left_alone(self) -> None:
        """What goes into a blank is never read as a blank."""
        message_id, text = next((i, text) for i, _, text in templates() if len(blanks(text)) == 1)

        filled = {str(blanks(text)[0][0]): "{x} {0.__class__}"}
        said = say(message_id, audience="person", locale="en", **filled)

        assert "{x} {0.__class__}" in said
