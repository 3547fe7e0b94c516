"""Judge from the words how specific a goal is.

What raters mean by specific is the *named thing* ("take statins every night",
not "take medication"): an observable act on something named is met; an act on
a category, or an inner act, is partly; a bare state or comparative is not yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from stepwell._text import Token
from stepwell.smart.aims import aims_in, narrowed, pieces_of
from stepwell.smart.clauses import Part
from stepwell.smart.measures_in import has_instrument, has_scale, is_bare_share, is_latency
from stepwell.smart.report import Verdict
from stepwell.smart.statement import Statement
from stepwell.smart.traits import away_find, control_find, tone_find

__all__ = ["specific_in"]

_ACT: Final = frozenset({"v.act", "v.once"})
_EMPTY: Final = frozenset({"comparative", "more", "plain", "n", "x", "fraction", "times", "share"})
_VAGUE: Final = _EMPTY | {"global_thing", "global_state", "abstract", "self_word"}
_CATEGORY: Final = _VAGUE | {"category_thing", "kin", "role", "anyone", "what"}
_INWARD: Final = frozenset({"v.inner", "v.cope", "v.change"})
_ORDER: Final = (Verdict.NOT_YET, Verdict.PARTLY, Verdict.MET)
_EASING: Final = frozenset({"v.away", "neg", "comparative", "more", "light", "particle", "plain"})


def specific_in(statement: Statement) -> Verdict:
    """Return whether the words name an act or an outcome that one could see."""
    if not statement.body:
        return Verdict.NOT_ASSESSED
    if has_instrument(statement) or _has_named_score(statement):
        return Verdict.MET
    if statement.at_head("track.without") is not None:
        return Verdict.MET
    return _best(_of_aim(statement, aim) for aim in aims_in(statement))


def _of_aim(statement: Statement, aim: Part) -> Verdict:
    """Judge one run: its best piece, a little less where another piece names nothing."""
    found = [_of_piece(narrowed(statement, piece)) for piece in pieces_of(statement, aim)]
    best = _best(found)
    return Verdict.PARTLY if best is Verdict.MET and Verdict.NOT_YET in found else best


def _best(found: Iterable[Verdict]) -> Verdict:
    """Return the verdict that says most."""
    return max(found, key=_ORDER.index)


def _of_piece(statement: Statement) -> Verdict:
    """Judge one act or state."""
    control = control_find(statement)
    if control is not None:
        return _of_others(statement, control.end)
    if away_find(statement) is not None:
        return _away(statement)
    return _toward(statement)


def _has_named_score(statement: Statement) -> bool:
    """Say whether a score on a stated scale is aimed at."""
    return any(
        has_scale(statement, find) and any("ratio" in t.labels for t in statement.at(find))
        for find in statement.evidence("score")
    )


def _of_others(statement: Statement, end: int) -> Verdict:
    """Judge what somebody else is to do, by the verb that it comes to."""
    words = statement.tokens[statement.head : end]
    if tone_find(statement, "absolutist") or any("anyone" in t.labels for t in words):
        return Verdict.NOT_YET
    granted = [t for t in words if "granted" in t.labels]
    if granted:
        return Verdict.NOT_YET if "v.inner" in granted[-1].labels else Verdict.MET
    if any("grant" in t.labels for t in words):
        return Verdict.MET
    return _by_others(statement.tokens[end - 1 : statement.parts[0].end])


def _by_others(words: Sequence[Token]) -> Verdict:
    """Judge somebody else's act by its verb."""
    at = next((k for k, t in enumerate(words) if _is_plain_verb(t)), None)
    if at is None:
        vague = any(not t.labels.isdisjoint(_VAGUE) for t in words)
        return Verdict.NOT_YET if vague else Verdict.MET
    if "v.state" in words[at].labels and words[at].labels.isdisjoint(_ACT):
        return Verdict.NOT_YET
    if words[at].labels.isdisjoint(_ACT) or _asks_why(words[at + 1 :]):
        return Verdict.PARTLY
    return Verdict.MET


def _is_plain_verb(token: Token) -> bool:
    """Say whether a word is a verb and no comparative ("better")."""
    return "v" in token.labels and "comparative" not in token.labels


def _asks_why(words: Sequence[Token]) -> bool:
    """Say whether a clause with why, what or how follows at once."""
    return any("what" in t.labels for t in words[:2])


def _away(statement: Statement) -> Verdict:
    """Judge what is to end or to become less."""
    replaced = _replacement(statement)
    if replaced is not None:
        return replaced
    words = _object(statement)
    inward = any(_is_inward(t) for t in words[1:2]) or any("be_verb" in t.labels for t in words[:2])
    if _is_counted(statement) or (_is_named(statement) and not inward):
        return Verdict.MET
    if tone_find(statement, "self_critical") is not None:
        return Verdict.NOT_YET
    rest = [t for t in words if t.labels.isdisjoint(_EASING)]
    if all(not t.labels.isdisjoint(_VAGUE | {"v.state"}) for t in rest):
        return Verdict.NOT_YET
    first = rest[0]
    if "v" in first.labels:
        concrete = not first.labels.isdisjoint(_ACT) and len(rest) > 1
        return Verdict.MET if concrete else Verdict.PARTLY
    return Verdict.PARTLY if _all(rest, _CATEGORY) else Verdict.MET


def _is_inward(token: Token) -> bool:
    """Say whether a word is an inner act and no other."""
    return "v.inner" in token.labels and token.labels.isdisjoint(_ACT)


def _replacement(statement: Statement) -> Verdict | None:
    """Judge the act that is to take the place of another ("stop X and do Y")."""
    part = statement.parts[0]
    for at in range(part.head + 1, part.end - 1):
        joins = "and" in statement.tokens[at].labels
        if joins and "v.base" in statement.tokens[at + 1].labels:
            later = attrs.evolve(part, head=at + 1)
            return _toward(attrs.evolve(statement, parts=(later,)))
    return None


def _toward(statement: Statement) -> Verdict:
    """Judge an act or a state by its verb and by what the verb is about."""
    head, rest = _head(statement)
    if not _is_verb(head, rest):
        return _thing(statement, [head, *rest])
    thing = _until_boundary(rest)
    if _is_state(head, thing):
        return _state(rest)
    vague = _is_vague(thing) if thing else head.labels.isdisjoint(_ACT)
    if not head.labels.isdisjoint({"v.cope", "v.change"}) and vague and not _is_named(statement):
        return Verdict.NOT_YET
    if _asks_why(_after(statement, head)) and not _is_named(statement):
        return Verdict.PARTLY
    if head.labels.isdisjoint(_ACT) and not head.labels.isdisjoint(_INWARD):
        return Verdict.NOT_YET if vague else Verdict.PARTLY
    return _act(statement, head, thing)


def _act(statement: Statement, head: Token, thing: Sequence[Token]) -> Verdict:
    """Judge an observable act by its object."""
    if _is_named(statement):
        return Verdict.MET
    if thing and not _is_category(thing):
        return Verdict.MET
    if _all(thing, _EMPTY) and "category_verb" not in head.labels and _is_timed(statement):
        return Verdict.MET
    if "better_verb" in head.labels and any("comparative" in t.labels for t in thing):
        return Verdict.NOT_YET
    return Verdict.PARTLY


def _is_category(thing: Sequence[Token]) -> bool:
    """Say whether an object is a category: its last word, or every word, is one."""
    last = next((t for t in reversed(thing) if t.labels.isdisjoint(_EMPTY)), None)
    return last is None or not last.labels.isdisjoint(_CATEGORY)


def _state(rest: Sequence[Token]) -> Verdict:
    """Judge being or feeling some way: only what one would do makes it partly."""
    return Verdict.PARTLY if any(_is_doing(t) for t in rest) else Verdict.NOT_YET


def _is_doing(token: Token) -> bool:
    """Say whether a word is an act in its -ing form."""
    return "v.ing" in token.labels


def _thing(statement: Statement, words: Sequence[Token]) -> Verdict:
    """Judge a goal that is put as a thing, with no verb."""
    kept = [t for t in words if t.labels.isdisjoint(_EMPTY | {"v.ed", "boundary", "mark"})]
    if _all(kept[:2], _VAGUE):
        return Verdict.NOT_YET
    if _is_named(statement) or _is_timed(statement):
        return Verdict.MET
    return Verdict.PARTLY


def _head(statement: Statement) -> tuple[Token, list[Token]]:
    """Return the head of the goal, adverbs before it skipped, and the words after it."""
    words = _plain_words(statement)
    at = next((k for k, t in enumerate(words) if not _is_adverb(t)), 0)
    return words[at], words[at + 1 :]


def _is_adverb(token: Token) -> bool:
    """Say whether a word only colours the verb that follows."""
    return "v" not in token.labels and not token.labels.isdisjoint({"absolute", "more", "plain"})


def _is_verb(head: Token, rest: Sequence[Token]) -> bool:
    """Say whether the goal begins with a verb; an unknown word may be one."""
    if not head.labels.isdisjoint(_VAGUE | {"category_thing"}) and "v.base" not in head.labels:
        return False
    return "v" in head.labels or (bool(rest) and "cap" not in head.labels)


def _is_state(head: Token, thing: Sequence[Token]) -> bool:
    """Say whether the verb is one of being or feeling some way."""
    if "be_verb" in head.labels:
        return True
    if "v.state" not in head.labels:
        return False
    return bool(thing) and _is_vague(thing)


def _is_vague(thing: Sequence[Token]) -> bool:
    """Say whether an object names nothing; "up" and "out" belong to the verb."""
    return _all(thing, _VAGUE) and "particle" not in thing[0].labels


def _all(words: Sequence[Token], labels: frozenset[str]) -> bool:
    """Say whether every word has one of some labels."""
    return all(not token.labels.isdisjoint(labels) for token in words)


def _after(statement: Statement, head: Token) -> list[Token]:
    """Return the tokens of the goal after its head."""
    return [t for t in statement.body if t.start > head.start]


def _until_boundary(words: Sequence[Token]) -> list[Token]:
    """Return the object: the first words between two joining words that mean something."""
    first: list[Token] = []
    for segment in _segments(words):
        kept = [t for t in segment if "function" not in t.labels or "what" in t.labels] or segment
        if any(t.labels.isdisjoint(_EMPTY) for t in kept):
            return kept
        first = first or kept
    return first


def _segments(words: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the words between prepositions, up to a mark or a new clause."""
    segment: list[Token] = []
    for token in words:
        if not token.labels.isdisjoint({"mark", "ends_object"}):
            break
        if "boundary" in token.labels:
            yield segment
            segment = []
        else:
            segment.append(token)
    yield segment


def _is_boundary(token: Token) -> bool:
    """Say whether the object of a verb ends here."""
    return not token.labels.isdisjoint({"boundary", "mark"})


def _object(statement: Statement) -> list[Token]:
    """Return the content words of an ending or lessening."""
    return _until_boundary(_plain_words(statement))


def _is_counted(statement: Statement) -> bool:
    """Say whether an amount of something is named."""
    return any(not is_bare_share(statement.at(f)) for f in statement.evidence("quantity"))


def _is_timed(statement: Statement) -> bool:
    """Say whether a rhythm, an hour or a latency is named."""
    return bool(statement.evidence("frequency", "clock")) or any(
        is_latency(statement.at(find)) for find in statement.evidence("none")
    )


def _is_named(statement: Statement) -> bool:
    """Say whether the goal names a person, a place or an amount of something."""
    part = statement.parts[0]
    inside = [f for f in statement.finds if part.head <= f.start < part.end]
    return any(
        find.kind == "place_or_person"
        or (find.kind == "quantity" and _counts_thing(statement.at(find)))
        for find in inside
    )


def _counts_thing(words: Sequence[Token]) -> bool:
    """Say whether an amount is of something that is named."""
    return len(words) > 1 and not is_bare_share(words) and not _all(words[1:], _CATEGORY)


def _plain_words(statement: Statement) -> list[Token]:
    """Return the words of the goal that are no evidence of time, amount or degree."""
    part = statement.parts[0]
    timed = {
        at
        for find in statement.finds
        if find.kind != "place_or_person"
        for at in range(find.start, find.end)
    }
    kept = [
        statement.tokens[at]
        for at in range(part.head, part.end)
        if at not in timed and _is_plain(statement.tokens[at])
    ]
    return kept or list(statement.body)


def _is_plain(token: Token) -> bool:
    """Say whether a word has a meaning of its own, or joins two that have."""
    if _is_boundary(token):
        return True
    return "word" in token.labels and token.labels.isdisjoint({"det", "pronoun"})
