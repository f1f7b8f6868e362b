"""Settings, commands and limits in, the parts of the guide that list them out: `make guide` writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from inspect import cleandoc

import click
from conftest import ROOT

from generator import articles, model
from generator.articles import names, seeds
from generator.cli import cli
from generator.plugin.options import MEANINGS, SeedbedConfig
from generator.sources import decoding
from generator.text import sentences
from generator.values import show_kinds

FOLDER = ROOT / "site_templates" / "guide"
_LIST = re.compile(r"(?:^\|.*\n)+|^### (?s:.*)", re.MULTILINE)
"""A table, or everything from the first command on."""


def written() -> dict[str, str]:
    """Each page that has a list in it, as it should be."""
    found: dict[str, str] = {}
    for (page, heading), text in _lists().items():
        whole = found.get(page) or (FOLDER / page).read_text(encoding="utf-8")
        found[page] = _with(whole, heading, text)
    return found


def _lists() -> dict[tuple[str, str], str]:
    """For each page and heading the list that stands below."""
    return {
        ("articles.md", "Words for the parts"): _table(
            ("part", "its names"), ((role, ", ".join(words)) for role, words in names.ROLE_NAMES.items())
        ),
        ("vocabulary.md", "The kinds"): _table(
            ("kind", "stands under"), ((f"`{kind}`", show_kinds(kind)) for kind in model.KINDS)
        ),
        ("configuration.md", "Options of the plugin"): _table(
            ("option", "default", "meaning"),
            ((f"`{name}`", f"`{_yaml(option.default)}`", MEANINGS[name]) for name, option in SeedbedConfig._schema),
        ),
        ("limits.md", "Sizes"): _table(
            ("what", "most"),
            (
                ("an article", f"{decoding.MAX_BYTES:,} bytes, {seeds.MAX_CHARACTERS:,} characters"),
                ("its lines", f"{seeds.MAX_LINES:,}"),
                ("a sentence in which something is looked for", f"{sentences.LONGEST:,} characters"),
                ("a meta description that is shown whole", f"{articles.DESCRIPTION_LENGTH:,} characters"),
            ),
        ),
        ("commands.md", "The commands"): "\n".join(_commands()),
    }


def _commands() -> Iterator[str]:
    for name, command in cli.commands.items():
        context = click.Context(command, info_name=f"seedbed {name}")
        yield f"### seedbed {name}\n"
        yield f"{cleandoc(command.help or '')}\n"
        yield f"    {command.get_usage(context).removeprefix('Usage: ')}\n"
        records = [param.get_help_record(context) for param in command.params]
        for options, text in filter(None, records):
            if text:
                yield f"- `{options}`: {' '.join(text.split())}"
        yield ""


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)) + "\n"


def _yaml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) or '""'


def _with(page: str, heading: str, text: str) -> str:
    """The page with another list below a heading; what else stands there stays."""
    start = page.index(f"\n## {heading}\n")
    end = page.find("\n## ", start + 1)
    part = page[start:] if end < 0 else page[start:end]
    return page[:start] + _LIST.sub(lambda _: text, part, count=1) + page[start + len(part) :]


if __name__ == "__main__":
    for page, text in written().items():
        if "--write" in sys.argv:
            (FOLDER / page).write_text(text.rstrip() + "\n", encoding="utf-8")
