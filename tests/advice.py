"""Words with a slip and paragraphs with leftovers in, how many of them the checks name out: part of `make quality`.

`tests/cases/leftovers/tuned.yml` is what the finder of leftovers was written with; `held-out.yml` only measures.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml
from click.testing import CliRunner
from typos import TYPOS, typo

from generator.articles import read_article
from generator.articles.fields import FIELD_NAMES, field_name
from generator.articles.names import ROLE_NAMES, is_known
from generator.check import check_article
from generator.check.spellings import check_spellings
from generator.cli import cli
from generator.codes import CODES
from generator.files import read_sources
from generator.model import Article, Problems, Source
from generator.vocabulary import NO_VOCABULARY, Vocabulary, read_vocabulary

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "leftovers"
LEFTOVERS = {"chat-leftover", "chat-phrase", "generator-mark", "tracked-address", "placeholder", "repeated-paragraph"}
EXTRAS = read_sources(ROOT / "seeds")[1]
VOCABULARY = read_vocabulary(EXTRAS.vocabulary)[0]
ARTICLE = """\
A Lease in Texas

Introduction
Oracle rents out halls to one tenant, who pays by the year.
{0}
Conclusion
The lease ends in 2041, and nobody knows what comes after it.
"""
Hinted = Callable[[str, str], bool]


@dataclass(frozen=True)
class Slip:
    """A word with one slip of the hand, and the word that was meant."""

    kind: str
    word: str
    meant: str


def _read(text: str, vocabulary: Vocabulary = NO_VOCABULARY) -> tuple[Article, Problems]:
    source = Source("seeds/lease.txt", text.encode())
    article, problems = read_article(source, (), vocabulary)
    assert article
    return article, (*problems, *check_article(source, article, problems))


def _names_section(word: str, meant: str) -> bool:
    """A heading of the owner's kind: a bare line, with its text on the next."""
    _, problems = _read(ARTICLE.format(f"{word}\nOracle, Crusoe"))
    return any(p.code == "misspelt-section" and f"“{meant.title()}”" in p.hint for p in problems)


def _names_tag(word: str, meant: str) -> bool:
    article, _ = _read(ARTICLE.format(f"Tags\nLeases, {word}, Land"), VOCABULARY)
    problems = check_spellings([article], VOCABULARY)
    return any(
        p.code in ("similar-tag", "unknown-tag") and f"“{word}”" in p.message and meant in p.hint for p in problems
    )


def _names_key(word: str, meant: str) -> bool:
    _, problems = _read(f"---\n{word}: Texas\n---\n{ARTICLE.format('')}")
    return any(p.code == "misspelt-key" and f"`{meant}`" in p.hint for p in problems)


def _names_option(word: str, meant: str) -> bool:
    return f"'{meant}'" in CliRunner().invoke(cli, ["build", word]).output


def _names_command(word: str, meant: str) -> bool:
    return f"`{meant}`" in CliRunner().invoke(cli, [word]).output


def _names_code(word: str, meant: str) -> bool:
    return f"`{meant}`" in CliRunner().invoke(cli, ["explain", word]).output


HINTED: dict[str, Hinted] = {
    "section": _names_section,
    "tag": _names_tag,
    "key": _names_key,
    "option": _names_option,
    "command": _names_command,
    "code": _names_code,
}


def slips(number: int, seed: int = 20260503) -> Iterator[Slip]:
    """So many words with a slip, of all kinds in turn; a word that is another right one is no slip."""
    chance = random.Random(seed)
    build: Any = cli.commands["build"]
    options = [name for option in build.params if isinstance(option, click.Option) for name in option.opts]
    roles = ("summary", "description", "tags", "references")
    names = {
        "section": [name.title() for role in roles for name in ROLE_NAMES[role] if len(name) > 3],  # type: ignore[index]
        "tag": sorted({term.name for term in VOCABULARY.terms if len(term.name) > 3}),
        "key": list(FIELD_NAMES),
        "option": sorted(name for name in options if name.startswith("--")),
        "command": sorted(cli.commands),
        "code": list(CODES),
    }
    kinds = ("section", "tag", "option", "section", "tag", "option", "section", "tag", "key", "code", "tag", "command")
    made = 0
    while made < number:
        kind = kinds[made % len(kinds)]
        meant = chance.choice(names[kind])
        word = typo(meant, TYPOS[chance.randrange(len(TYPOS))], chance.randrange(10**9))
        right = word in names[kind] or is_known(word) or bool(field_name(word)) or bool(VOCABULARY.find(word))
        if not right and word.strip("-") and word.startswith("--" if kind == "option" else ""):
            made += 1
            yield Slip(kind, word, meant)


def missed(words: Sequence[Slip]) -> list[Slip]:
    """Those of which no message names the word that was meant."""
    return [slip for slip in words if not HINTED[slip.kind](slip.word, slip.meant)]


def leftovers(group: str) -> list[tuple[str, str]]:
    """The code and the text of each paragraph of a group; no code where nothing was left."""
    entries = yaml.safe_load((CASES / f"{group}.yml").read_text(encoding="utf-8"))
    return [("", entry) if isinstance(entry, str) else (entry["code"], entry["text"]) for entry in entries]


def codes_in(paragraph: str) -> set[str]:
    """The codes of leftovers that an article with this paragraph gets."""
    text = ARTICLE.replace("\n{0}\n", "\n\n{0}\n\n").replace("Introduction\n", "## Introduction\n\n")
    _, problems = _read(text.replace("Conclusion\n", "## Conclusion\n\n").format(paragraph))
    return LEFTOVERS & {problem.code for problem in problems}


def clean_articles() -> list[tuple[str, set[str]]]:
    """Every article in which nothing was left, by name, with the codes of leftovers that it gets all the same."""
    checked = [(f"clean {number}", codes_in(text)) for number, (_, text) in enumerate(leftovers("clean"), 1)]
    for folder in (ROOT / "seeds", ROOT / "tests" / "shapes"):
        for source in read_sources(folder)[0]:
            _, problems = _read(source.data.decode())
            checked.append((source.path, LEFTOVERS & {problem.code for problem in problems}))
    return checked


def main() -> None:
    """Print a table, and what was missed."""
    words = list(slips(600))
    for kind in HINTED:
        own = [slip for slip in words if slip.kind == kind]
        wrong = missed(own)
        print(f"slips in {kind + 's':<14} {len(own) - len(wrong):>4} of {len(own):>3} named")  # noqa: T201
        if "-v" in sys.argv:
            print(*(f"  {slip}" for slip in wrong), sep="\n")  # noqa: T201
    for group in ("tuned", "held-out"):
        paragraphs = leftovers(group)
        found = sum(code in codes_in(text) for code, text in paragraphs)
        print(f"leftovers, {group:<12} {found:>4} of {len(paragraphs):>3} found")  # noqa: T201
    checked = clean_articles()
    alarms = sum(bool(codes) for _, codes in checked)
    print(f"clean articles          {alarms:>4} of {len(checked):>3} with a false alarm")  # noqa: T201


if __name__ == "__main__":
    main()
