"""A Case in, what goes wrong while a reader searches for it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hostile.cases import Case
from hostile.oracles import oracle


@oracle("no-exec-in-search")
def nothing_runs_in_search(case: Case) -> Iterator[str]:
    """Its longest word is typed, it is found, and nothing runs."""
    word = max(re.findall(r"\w+", case.entry.text), key=lambda word: ("findme" in word, len(word), word))
    seen = case.search(word)
    yield from seen.executions
    if word not in seen.page["found"]:
        yield f"{word} is not found"
