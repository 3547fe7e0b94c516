"""Say how near a template is to a statement: by keywords, by words, by area.

Nothing is learnt or guessed. A word counts in each of its forms ("worrying",
"worries"). Small words tell nothing, nor do words that stand in many of the
sentences. A sentence that asks for the very act that somebody wants to leave
("watch less television") is near to nothing. Nor does a person tell anything by
themselves, nor half a phrase ("talk to my"), nor what a plain "not" refuses,
unless that is a feeling.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, final

import attrs

from stepwell._text import Token, normalise
from stepwell.catalog import Catalog, GoalTemplate
from stepwell.catalog.searching import keyword_hits
from stepwell.safety import SafetyClass
from stepwell.smart.category import read_category
from stepwell.smart.chunks import goal_tokens
from stepwell.smart.clauses import Part
from stepwell.smart.lexicon import Lexicon
from stepwell.smart.statement import Statement, read_statement

__all__ = ["Near", "near_templates"]

_COMMON_SHARE: Final = 10
_FEW: Final = 3
_SHORTEST: Final = 3
_MARK: Final = "."
_KEYWORD: Final = 2
_PEOPLE: Final = frozenset(
    {"anyone", "human", "k.close", "k.ex", "k.them", "kin", "plural_people", "role"}
)
_OPEN_ENDED: Final = frozenset({"det", "i", "my"})
_SMALL: Final = _PEOPLE | frozenset(
    {"det", "finite", "function", "i", "k.no", "light", "my", "neg", "plain", "prep", "pronoun"}
    | {"boundary", "self_word", "repeated", "span_many", "span_one", "time_word", "v.away", "what"}
)


@final
@attrs.frozen(kw_only=True)
class Near:
    """A template that is near to a statement, and what makes it so.

    Attributes
    ----------
    template
        The goal with its blanks.
    keywords
        The keywords of its focus that stand in the statement.
    words
        The words of the statement that stand in its sentence, as they were written.
    same_area
        Whether it belongs to the area that the review reads.
    """

    template: GoalTemplate
    keywords: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    same_area: bool = False

    @property
    def nearness(self) -> int:
        """How near it is: a keyword counts twice, a word or the area once."""
        return _KEYWORD * len(self.keywords) + len(self.words) + self.same_area

    @property
    def is_near(self) -> bool:
        """Whether it is near enough: a keyword, or one word and something beside it."""
        return bool(self.keywords) or (bool(self.words) and self.nearness > 1)


def near_templates(
    statement: Statement, category: str, templates: Mapping[str, GoalTemplate]
) -> list[Near]:
    """Return the templates near enough to a statement, the nearest first.

    Where two are as near, the one that comes first stays first.

    Parameters
    ----------
    statement
        The words, taken apart.
    category
        The area that the review reads in them.
    templates
        Where to look; a catalog brings keywords and areas with it.
    """
    lexicon = statement.lexicon
    spoken = [each for each in templates.values() if not _asks_for_the_same(each, statement)]
    bases = {each.code: _bases_in(_sentence(each), lexicon) for each in spoken}
    common = _common(bases.values())
    keywords = _keywords(statement, templates)
    told = tuple(_told(statement, common))
    found = []
    for each in spoken:
        words = tuple(word for word, forms in told if not forms.isdisjoint(bases[each.code]))
        own = keywords.get(each.focus, ())
        if words or own:
            area = _area(each, templates, lexicon)
            found.append(Near(template=each, keywords=own, words=words, same_area=area == category))
    near = (each for each in found if each.is_near)
    return sorted(near, key=lambda each: -each.nearness)


def _keywords(
    statement: Statement, templates: Mapping[str, GoalTemplate]
) -> dict[str, tuple[str, ...]]:
    """Return for each focus of a catalog its keywords in a statement, the longest first."""
    if not isinstance(templates, Catalog):
        return {}
    found: dict[str, dict[str, None]] = {}
    text = _unrefused_text(statement)
    for keyword, focus in keyword_hits(text, templates.focuses, locale=templates.locale):
        if _speaks(keyword, statement.lexicon):
            found.setdefault(focus, {})[keyword] = None
    return {focus: tuple(sorted(own, key=lambda word: -len(word))) for focus, own in found.items()}


def _speaks(keyword: str, lexicon: Lexicon) -> bool:
    """Say whether a keyword is a whole phrase that tells more than avoiding or a person."""
    tokens = goal_tokens(normalise(keyword, fold=True), lexicon)
    silent = {"k.no", "prep", "v.away"} | _PEOPLE | _OPEN_ENDED
    if not _OPEN_ENDED.isdisjoint(tokens[-1].labels):
        return False
    return any(token.labels.isdisjoint(silent) for token in tokens)


def _refused(statement: Statement) -> tuple[Part, ...]:
    """Return the runs that a plain "not" governs, where it is no feeling that they are about."""
    return tuple(part for part in statement.parts if _is_refusal(statement.narrowed(part)))


def _is_refusal(statement: Statement) -> bool:
    """Say whether the main run begins with a plain "not", and is about no feeling."""
    denies = any("neg" in token.labels for token in statement.body[:1])
    return denies and statement.at_head("away.feeling") is None


def _unrefused(statement: Statement) -> Iterator[Token]:
    """Yield the tokens that no plain "not" governs."""
    refused = {at for part in _refused(statement) for at in range(part.start, part.end)}
    return (token for at, token in enumerate(statement.tokens) if at not in refused)


def _unrefused_text(statement: Statement) -> str:
    """Return the text, with a mark in place of each run that a plain "not" governs."""
    text = statement.text.original
    for start, end in sorted(map(statement.span, _refused(statement)), reverse=True):
        text = f"{text[:start]} {_MARK} {text[end:]}"
    return text


def _area(template: GoalTemplate, templates: Mapping[str, GoalTemplate], lexicon: Lexicon) -> str:
    """Return the area of a template: its catalog's, or the one that its sentence speaks for."""
    if isinstance(templates, Catalog):
        return templates.category_of(template.focus).code
    sentence = read_statement(_sentence(template), lexicon)
    return read_category(sentence, SafetyClass.NOTHING_FOUND)


def _sentence(template: GoalTemplate) -> str:
    """Return the sentence of a template with its blanks left out."""
    return template.worded({blank.name: "," for blank in template.blanks})


def _told(statement: Statement, common: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the telling words of a statement, as written, with what each may come from."""
    seen: set[str] = set()
    for token in _unrefused(statement):
        bases = _bases(token.text, statement.lexicon)
        if _tells(token) and seen.isdisjoint(bases) and common.isdisjoint(bases):
            seen |= bases
            yield statement.text.original[token.start : token.end], bases


def _asks_for_the_same(template: GoalTemplate, statement: Statement) -> bool:
    """Say whether a template begins with an act that stands in the goal's own words."""
    lexicon = statement.lexicon
    tokens = goal_tokens(normalise(_sentence(template), fold=True), lexicon)
    first = next((token.text for token in tokens if "word" in token.labels), "")
    act = _bases(first, lexicon)
    acts = (token.text for token in statement.tokens if "v" in token.labels)
    return any(not act.isdisjoint(_bases(each, lexicon)) for each in acts)


def _common(sentences: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return what stands in so many sentences that it tells nothing."""
    kept = list(sentences)
    most = max(_FEW, len(kept) // _COMMON_SHARE)
    counts = Counter(base for bases in kept for base in bases)
    return frozenset(base for base, count in counts.items() if count > most)


def _bases_in(sentence: str, lexicon: Lexicon) -> frozenset[str]:
    """Return what the telling words of a sentence may come from."""
    tokens = goal_tokens(normalise(sentence, fold=True), lexicon)
    telling: Sequence[str] = [token.text for token in tokens if _tells(token)]
    return frozenset(base for word in telling for base in _bases(word, lexicon))


def _tells(token: Token) -> bool:
    """Say whether a word tells what a sentence is about."""
    return (
        "word" in token.labels
        and len(token.text) >= _SHORTEST
        and " " not in token.text
        and token.labels.isdisjoint(_SMALL)
    )


def _bases(word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return a word and all it may be a form of."""
    return frozenset({word, *_undone(word, lexicon.endings)})


def _undone(word: str, endings: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield a word with each ending taken off that it may have."""
    for gone, added, _ in endings:
        ending = added.removeprefix("=")
        stem = word.removesuffix(ending)
        if ending != added:
            stem = stem[:-1] if stem[-1:] == stem[-2:-1] else ""
        if word.endswith(ending) and len(stem) >= _SHORTEST - 1:
            yield stem + gone
