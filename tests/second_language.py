"""A second language, so that a test can hear in which one a sentence is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any, Final

import attrs
import pytest

from stepwell import messages
from stepwell.messages import templates

__all__ = ["spoken", "unheard"]

_MARK: Final = "\N{DOUBLE DAGGER} "
_SENTENCES: Final = ("sentence", "for_clinician", "because", "rule", "explanation")
"""The fields of an answer that hold a sentence."""


@contextmanager
def spoken() -> Iterator[str]:
    """Give a locale in which every sentence is the English one behind a mark."""
    tongues: dict[str, dict[str, dict[str, str]]] = {"en": {}, "marked": {}}
    for message_id, audience, text in templates("en"):
        tongues["en"].setdefault(message_id, {})[audience] = text
        tongues["marked"].setdefault(message_id, {})[audience] = f"{_MARK}{text}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "_sentences", tongues.__getitem__)
        yield "marked"


def unheard(*answers: Any) -> list[str]:
    """Return the sentences of some answers that are not in the second language."""
    texts = [
        each
        for answer in answers
        for name, each in attrs.asdict(answer, recurse=False).items()
        if name in _SENTENCES and not isinstance(each, Enum)
    ]
    assert texts, "there is nothing to hear"
    return [text for text in texts if not text.startswith(_MARK)]
