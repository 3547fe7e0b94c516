"""Hold the words and forms of one language, read from its data files.

The engine knows no English: which words are acts, what stands for a date and
what comes before a goal are data under ``en/``. A host can pass a lexicon of
its own to :func:`stepwell.smart.review`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final, final

import attrs

from stepwell._patterns import Forms, compile_forms
from stepwell._text import Vocabulary, language

__all__ = ["AT_HEADS", "Areas", "Lexicon", "load_lexicon"]

_SHORT: Final = 2
_LOCALES: Final = frozenset({"en"})
_FILES: Final = ("words", "cues", "grammar", "categories", "protecting")
_NO_FORMS: Final = frozenset({"parts", "words"})
AT_HEADS: Final = frozenset(
    {
        "away.feeling",
        "away.head",
        "away.toward",
        "background.forms",
        "control.other",
        "control.own",
        "lead_in.aside",
        "lead_in.third",
        "lead_in.wish",
        "single.echo",
        "single.means",
        "single.motion",
        "single.things",
        "track.head",
        "track.once",
        "wish.no",
        "wish.open",
    }
)
"""The names of the forms that are asked for only where a goal or a clause may begin."""

_VALUES: Final = (
    "numbers",
    "roles",
    "units",
    "periods",
    "plurals",
    "rhythms",
    "days",
    "ends",
    "parts_of_year",
    "months",
    "weekdays",
    "feasts",
    "hours",
    "instruments",
    "many",
)


@final
@attrs.frozen(kw_only=True)
class Areas:
    """What speaks for a category beside single words.

    Attributes
    ----------
    classes
        For each word the classes that ``forms`` may name.
    forms
        Turns of phrase, tagged by the category that they speak for and how loudly.
    others
        For a class of people the category of a goal that is theirs to reach.
    act, rest
        The category of an act for which nothing speaks, and of anything else.
    """

    classes: Mapping[str, frozenset[str]]
    forms: Forms
    others: Mapping[str, str]
    act: str
    rest: str


@final
@attrs.frozen(kw_only=True)
class Lexicon:
    """What the review knows of one language.

    Attributes
    ----------
    vocabulary
        The classes of words.
    chunks, chunk_order
        Runs that are read as one word (a date, an amount, a questionnaire), and
        which goes first where two fit. Their tags are the labels of the word.
    cues
        Forms by kind of cue; a kind that stands earlier is stronger.
    strength
        For each kind of cue in ``cues`` how strong it is, 0 the strongest.
    grammar
        Forms tagged by what they tell, looked for everywhere: ``"hedged.forms"``, ...
    heads
        Forms that are asked for only at some words, where a goal or a clause may
        begin: ``"away.head"``, ``"lead_in.wish"``, ...
    categories
        For each word the category that it speaks for, and how loudly.
    areas
        What else speaks for a category: turns of phrase, and what to fall back on.
    values
        What words come to: numbers, units, periods, days, months, hours, and so on.
    endings
        How words change: what is taken off the end, what is put there ("=" for the
        last letter once more), and the name of the form.
    """

    vocabulary: Vocabulary
    chunks: Forms
    chunk_order: Mapping[str, int]
    cues: Forms
    strength: Mapping[str, int]
    grammar: Forms
    heads: Forms
    categories: Mapping[str, tuple[tuple[str, float], ...]]
    areas: Areas
    values: Mapping[str, Mapping[str, Any]]
    endings: tuple[tuple[str, str, str], ...] = ()


@cache
def load_lexicon(locale: str) -> Lexicon | None:
    """Return the lexicon of a locale, or nothing where there is none.

    >>> load_lexicon("xx") is None
    True
    """
    spoken = language(locale)
    if spoken not in _LOCALES:
        return None
    return _lexicon(*(_table(spoken, name) for name in _FILES))


def _table(locale: str, name: str) -> dict[str, Any]:
    """Return one data file."""
    file = resources.files("stepwell.smart").joinpath(locale, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _lexicon(
    words: Mapping[str, Any],
    cues: Mapping[str, Any],
    grammar: Mapping[str, Any],
    categories: Mapping[str, Any],
    protecting: Mapping[str, Any],
) -> Lexicon:
    """Return a lexicon from its five files."""
    tags = [":".join(filter(None, (cue["kind"], cue.get("value")))) for cue in cues["cues"]]
    return Lexicon(
        vocabulary=_with_classes(_vocabulary(words), protecting["words"]),
        chunks=compile_forms(cues["chunks"].items()),
        chunk_order={names: place for place, names in enumerate(cues["chunks"])},
        cues=compile_forms(
            ((tag, cue["forms"]) for tag, cue in zip(tags, cues["cues"], strict=True)),
            parts=cues["parts"],
        ),
        strength=_strength(tags),
        grammar=_grammar(grammar, protecting, heads=False),
        heads=_grammar(grammar, protecting, heads=True),
        categories=_weights(categories["words"], _endings(words)),
        areas=_areas(categories, _endings(words)),
        values={name: words[name] for name in _VALUES},
        endings=_endings(words),
    )


def _grammar(*grammars: Mapping[str, Any], heads: bool) -> Forms:
    """Return the forms of some grammars that are looked for at heads, or the others."""
    named = (
        (f"{room}.{row}", lines)
        for grammar in grammars
        for room, rows in grammar.items()
        if room not in _NO_FORMS
        for row, lines in rows.items()
    )
    wanted = ((name, lines) for name, lines in named if (name in AT_HEADS) is heads)
    parts = {name: lines for grammar in grammars for name, lines in grammar["parts"].items()}
    return compile_forms(wanted, parts=parts)


def _strength(tags: Sequence[str]) -> dict[str, int]:
    """Return for each tag the place of its kind: firm and loose deadlines are one kind."""
    kinds = list(dict.fromkeys(tag.partition(":")[0] for tag in tags))
    return {tag: kinds.index(tag.partition(":")[0]) for tag in tags}


def _vocabulary(words: Mapping[str, Any]) -> Vocabulary:
    """Return the classes of all words and of all forms of the verbs."""
    found: dict[str, set[str]] = {}
    for name, members in words["words"].items():
        for word in members:
            found.setdefault(word, set()).add(name)
    irregular = {
        form: (base, name) for name, row in words["forms"].items() for form, base in row.items()
    }
    for kind, bases in words["verbs"].items():
        for form, name in _verb_forms(bases, _endings(words), irregular):
            found.setdefault(form, set()).update({"v", f"v.{kind}", f"v.{name}"})
    return Vocabulary(
        {word: frozenset(names) for word, names in found.items()},
        endings=tuple(
            (ending, name) for ending, names in words["endings"].items() for name in names
        ),
        short=frozenset(words["short"]),
    )


def _with_classes(vocabulary: Vocabulary, classes: Mapping[str, Sequence[str]]) -> Vocabulary:
    """Return the vocabulary with more classes; no word loses one, nor what its ending tells."""
    found = dict(vocabulary.words)
    for name, members in classes.items():
        for word in members:
            found[word] = found.get(word, vocabulary.labels(word)) | {name}
    return attrs.evolve(vocabulary, words=found)


def _verb_forms(
    bases: Sequence[str],
    endings: Sequence[tuple[str, str, str]],
    irregular: Mapping[str, tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    """Yield every form of some verbs with the name of the form."""
    known = set(bases)
    for base in bases:
        yield base, "base"
        yield from _inflected(base, endings)
    for form, (base, name) in irregular.items():
        if base in known:
            yield form, name


def _inflected(base: str, endings: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield a word with each ending that fits it; nothing is taken off two letters."""
    for gone, added, name in endings:
        if base.endswith(gone) and (not gone or len(base) > _SHORT):
            stem = base[: len(base) - len(gone)]
            yield stem + added.replace("=", stem[-1:]), name


def _endings(words: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Return how words change."""
    return tuple((gone, added, name) for gone, added, name in words["inflect"])


def _weights(
    table: Mapping[str, Mapping[str, Sequence[str]]],
    endings: Sequence[tuple[str, str, str]],
) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for each word, in all its forms, the categories it speaks for."""
    found: dict[str, dict[str, float]] = {}
    for category, rows in table.items():
        for weight, members in rows.items():
            for word in members:
                for form in {word, *(form for form, _ in _inflected(word, endings))}:
                    loud = found.setdefault(form, {})
                    loud[category] = max(float(weight), loud.get(category, 0.0))
    return {word: tuple(loud.items()) for word, loud in found.items()}


def _areas(table: Mapping[str, Any], endings: Sequence[tuple[str, str, str]]) -> Areas:
    """Return the turns of phrase that speak for a category, and the classes they name."""
    classes: dict[str, set[str]] = {}
    for name, members in table["classes"].items():
        for word in members:
            for form in {word, *(form for form, _ in _inflected(word, endings))}:
                classes.setdefault(form, set()).add(f"a.{name}")
    forms = compile_forms(
        (f"{weight} {category}", lines)
        for category, rows in table["forms"].items()
        for weight, lines in rows.items()
    )
    default = table["default"]
    frozen = {word: frozenset(names) for word, names in classes.items()}
    others = {f"a.{name}": category for name, category in table["others"].items()}
    return Areas(classes=frozen, forms=forms, others=others, **default)
