"""The kind of each line, and where one runs on into the next."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from samples import lines

from generator.markup import lines as module
from generator.markup.lines import BULLET, FENCE, NUMBER, RULE, is_terminated, line_kinds, runs_on, wrap_width

Find = Callable[[str], re.Match[str] | None]


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (BULLET.match, "- one", "-one"),
        (BULLET.match, "  •one", "one •"),
        (BULLET.match, "– one", "– "),
        (NUMBER.match, "1. Cost", "1.5 Cost"),
        (NUMBER.match, "(12) Cost", "2026. Cost"),
        (FENCE.match, "```python", "``python"),
        (FENCE.match, "~~~~", "~~"),
        (FENCE.match, "```", "```a```"),
        (RULE.match, "- - -", "--"),
        (RULE.match, "===", "=-="),
        (RULE.match, "***  ", "*** x"),
        (module._QUOTE.match, "  > so", "    > so"),
        (module._DELIMITERS.match, "|---|:--:|", "|---|x|"),
        (module._DELIMITERS.match, "--- | ---", "a | b"),
        (module._TERMINAL.search, "It is.", "It is"),
        (module._TERMINAL.search, "It is.”[1][2]", "It is, [1]x"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 8000 + "x",
        "`" * 8000 + "a`",
        ".[1]" * 8000 + "x",
        pytest.param("|---|" + " " * 8000 + "x", id="a row of a table that ends in many spaces"),
        pytest.param(" " * 8000 + "x", id="a line that starts with many spaces"),
    ],
)
def test_no_pattern_takes_long_over_a_long_line(text: str) -> None:
    begun = time.process_time()
    for pattern in (BULLET, NUMBER, FENCE, RULE, module._QUOTE, module._DELIMITERS):
        pattern.match(text)
    module._TERMINAL.search(text)
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["Words", "", "  "], "text blank blank"),
        (["- one", "2) two", "• three"], "item item item"),
        (["> so"], "quote"),
        (["---", "***", "a"], "rule rule text"),
        (["a | b", "---|---", "1 | 2", "", "1 | 2"], "table table table blank text"),
        (["| a |"], "table"),
        (["a | b", "words"], "text text"),
        (["```python", "- x", "", "```", "- y"], "code code code code item"),
        (["````", "```", "````"], "code code code"),
        (["~~~", "```", "~~~"], "code code code"),
        (["```", "- x"], "fence item"),
        (["```", "x", "``` y"], "fence text fence"),
        ([], ""),
    ],
)
def test_each_line_has_a_kind(given: list[str], wanted: str) -> None:
    assert line_kinds(lines(*given)) == tuple(wanted.split())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is so.", True),
        ("Is it?”", True),
        ("These are:", True),
        ("so it is。", True),
        ("as said.[12]  ", True),
        ("(an aside)", True),
        ("the end of", False),
        ("one, two,", False),
        ("", False),
    ],
)
def test_a_sentence_a_lead_in_and_a_quotation_are_terminated(text: str, wanted: bool) -> None:
    assert is_terminated(text) is wanted


@pytest.mark.parametrize(
    ("before", "after", "width", "wanted"),
    [
        ("the end of", "a line", 0, True),
        ("It ends.", "and goes on", 0, False),
        ("A Title", "Another Title", 0, False),
        ("x" * 70, "Microsoft says", 72, True),
        ("x" * 50, "Microsoft says", 72, False),
        ("", "words", 72, False),
        ("words", "  ", 72, False),
    ],
)
def test_a_line_runs_on_where_the_next_word_had_no_room(before: str, after: str, width: int, wanted: bool) -> None:
    assert runs_on(before, after, width) is wanted


WRAPPED = (
    "OpenAI is reducing its dependence on the cloud of one company by",
    "moving to others, which the market has taken as a sign that the",
    "time of exclusive contracts is over.",
)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (WRAPPED, len(WRAPPED[0])),
        (WRAPPED[:2], 0),
        (("A whole paragraph stands on this one line, and it ends.", "So does this."), 0),
        ((*WRAPPED, "x" * 121), 0),
        (("so short", "and wrapped", "and again"), 0),
        ((), 0),
    ],
)
def test_a_text_is_wrapped_where_lines_run_on_twice(given: tuple[str, ...], wanted: int) -> None:
    text = lines(*given)
    assert wrap_width(text, line_kinds(text)) == wanted
