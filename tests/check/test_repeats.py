"""Which paragraphs say again what an earlier one says."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from samples import block

from generator.check.repeats import find_repeats
from generator.model import Block, BlockKind

TEXT = "The landlord builds the halls and the substation, and the tenant brings the chips, the racks and the cooling."


def _blocks(*texts: str) -> list[Block]:
    return [replace(block(text), line=10 * number) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "again",
    [
        TEXT,
        TEXT.upper(),
        TEXT.replace(",", ""),
        TEXT.replace("and the cooling", "and the pumps"),
        f"{TEXT} So it is.",
    ],
)
def test_a_paragraph_that_says_the_same_or_almost_is_named_with_the_first(again: str) -> None:
    (problem,) = find_repeats(_blocks(TEXT, "Other words.", again), "seeds/a.txt")
    assert (problem.code, problem.place.line) == ("repeated-paragraph", 30)
    assert problem.message.endswith("repeats the one in line 10")


@pytest.mark.parametrize(
    "other",
    [
        "The landlord builds the halls.",
        "The tenant builds the halls and the cooling, and the landlord brings the chips, the racks and the substation.",
        f"{TEXT} " + "But nobody has said who pays for the line that leads to the grid, or when it is to be built.",
    ],
)
def test_a_paragraph_that_says_something_else_is_not(other: str) -> None:
    assert find_repeats(_blocks(TEXT, other), "seeds/a.txt") == ()


def test_rows_that_differ_in_their_numbers_alone_are_not() -> None:
    rows = [
        f"Hall {n} opened in {2020 + n} and draws {n * 50} MW from the grid, which is all it needs."
        for n in range(1, 4)
    ]
    assert find_repeats(_blocks(*rows), "seeds/a.txt") == ()


@pytest.mark.parametrize("kind", ["table", "code"])
def test_tables_and_code_are_let_be(kind: BlockKind) -> None:
    blocks = [replace(one, kind=kind) for one in _blocks(TEXT, TEXT)]
    assert find_repeats(blocks, "seeds/a.txt") == ()


def test_every_further_copy_is_named_with_the_first_of_all() -> None:
    problems = find_repeats(_blocks(TEXT, TEXT, TEXT), "seeds/a.txt")
    assert [problem.place.line for problem in problems] == [20, 30]
    assert all("line 10" in problem.message for problem in problems)


def test_many_paragraphs_take_no_longer_each() -> None:
    blocks = _blocks(*(f"{TEXT} {number} {number * 7} {number * 11}" for number in range(3000)))
    begun = time.process_time()
    find_repeats(blocks, "seeds/a.txt")
    assert time.process_time() - begun < 2
