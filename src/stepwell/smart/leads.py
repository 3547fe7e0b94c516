"""Find what stands before a goal: wishes, asides, labels, adjuncts.

"So, after the summer, I'd love to be able to" is one lead-in of four pieces;
they are passed over one by one, until the word that the goal begins with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, final

import attrs

from stepwell._text import Token
from stepwell.smart.cues import CueFind
from stepwell.smart.turns import Turns

__all__ = ["Leads", "is_opener"]

_LEADING: Final = frozenset({"deadline", "frequency", "clock"})
_LABEL_REACH: Final = 7
_ADJUNCT_REACH: Final = 24
_LED_REACH: Final = 8
_SHORTEST: Final = 2
_WISHES: Final = frozenset({"i", "v", "will"})


def is_opener(token: Token) -> bool:
    """Say whether a word can open an adjunct ("after", "when", "instead")."""
    labels = token.labels
    opens = not labels.isdisjoint({"prep", "anchor", "instead"})
    return opens and labels.isdisjoint({"v.base", "link", "opener"})


@final
@attrs.frozen
class Leads:
    """The words, and what is known of their lead-ins.

    Attributes
    ----------
    tokens
        Chunked tokens.
    turns
        The turns of phrase among them.
    cues
        The cues among them, by the token they begin at.
    """

    tokens: Sequence[Token]
    turns: Turns
    cues: Mapping[int, CueFind]

    def is_wish(self, at: int) -> bool:
        """Say whether a plain wish begins here, as in "I'd like"."""
        return self._after_wish(at) > at and not self._is_relative(at)

    def is_led_wish(self, at: int) -> bool:
        """Say whether a short adjunct and a plain wish begin here ("one day I'd like")."""
        last = min(len(self.tokens), at + _LED_REACH)
        if at >= last or not is_opener(self.tokens[at]):
            return False
        comma = (here for here in range(at, last) if "mark" in self.tokens[here].labels)
        return any(self.is_wish(here) for here in range(at + 1, next(comma, last)))

    def is_news(self, at: int) -> bool:
        """Say whether the words here tell how things are."""
        return self.turns.end("background.forms", at) > at and not self.is_wish(at)

    def head(self, start: int, end: int) -> tuple[int, bool]:
        """Return where a run's goal begins, and whether a lead-in said it is wanted."""
        head, wished = start, False
        while True:
            after, says = self._after_one(head, end, labels=not wished)
            if after == head or after >= end:
                return head, wished
            head, wished = after, wished or says

    def _after_wish(self, at: int, end: int | None = None) -> int:
        """Return the place after a plain wish; one that is denied keeps its denial."""
        denied = self.turns.longest("wish.no", at, end)
        if denied is not None and denied.cut is not None:
            return denied.cut
        return self.turns.end("wish.open", at, end)

    def _is_relative(self, at: int) -> bool:
        """Say whether a wish only tells more of a word before it ("when I need to")."""
        return at > 0 and "relative" in self.tokens[at - 1].labels

    def _after_one(self, at: int, end: int, *, labels: bool) -> tuple[int, bool]:
        """Return the place after one more lead-in, and whether it tells of a wish."""
        after = max(self._after_wish(at, end), self.turns.end("lead_in.third", at, end))
        if after > at:
            return after, True
        if self.is_news(at):
            return at, False
        after, says = self._after_word(at, end)
        if after == at and labels:
            after = self._after_label(at, end)
        return (after if after > at else self._after_adjunct(at, end)), says

    def _after_word(self, at: int, end: int) -> tuple[int, bool]:
        """Return the place after a lead-in that is no plain wish of one's own."""
        aside = self.turns.end("lead_in.aside", at, end)
        after = self.turns.end("lead_in.wish", at, end)
        if max(aside, after) > at:
            words = self.tokens[at:after]
            says = any(not token.labels.isdisjoint(_WISHES) for token in words)
            return max(aside, after), says and after >= aside
        cue = self.cues.get(at)
        if cue is not None and cue.kind in _LEADING and not self._is_others(at):
            return self._after_cue(cue), False
        labels = self.tokens[at].labels
        if "mark" in labels and "lessens" not in labels:
            return at + 1, False
        return at, False

    def _after_cue(self, cue: CueFind) -> int:
        """Return the place after a leading cue, or where a wish begins in it."""
        wishes = (here for here in range(cue.start + 1, cue.end) if self.is_wish(here))
        return next(wishes, cue.end)

    def _is_others(self, at: int) -> bool:
        """Say whether it is somebody else who is to act ("for my son to call")."""
        return self.turns.end("control.other", at) > at

    def _after_label(self, at: int, end: int) -> int:
        """Return the place after "BA:" or "Improve mood:", or the same place."""
        for here in range(at, min(end - _SHORTEST, at + _LABEL_REACH)):
            if self.tokens[here].text == ":" and "regarding" not in self.tokens[here - 1].labels:
                return here + 1
        return at

    def _after_adjunct(self, at: int, end: int) -> int:
        """Return the place after "When I get up," or the same place."""
        if not is_opener(self.tokens[at]) or self._is_others(at):
            return at
        for here in range(at + 1, min(end - _SHORTEST, at + _ADJUNCT_REACH)):
            if self.tokens[here].text == ",":
                return here + 1
            if self.is_wish(here):
                return here
        return at
