"""A command line as a document writes it in, what is wrong with it out."""

from __future__ import annotations

import re
import shlex

import click
from conftest import ROOT

from generator.cli import cli

_TARGETS = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)
MAKE = frozenset(_TARGETS.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
"""The targets that `make` lists."""


def command_fault(line: str) -> str:
    """Nothing if the line calls a command of Seedbed, or a target of its Makefile, with options that it has."""
    words = shlex.split(line, comments=True)
    if words[0] == "make":
        unknown = [word for word in words[1:] if word not in MAKE and "=" not in word]
        return f"there is no target {unknown[0]}" if unknown else ""
    assert words[0] == "seedbed", line
    if words[1:2] == ["--version"] or words[1:2] == ["--help"]:
        return ""
    command = cli.commands.get(words[1]) if words[1:] else None
    if command is None:
        return "there is no such command"
    try:
        command.make_context(words[1], words[2:])
    except click.UsageError as error:
        return error.format_message()
    return ""
