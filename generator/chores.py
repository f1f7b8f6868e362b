"""The command line in, files for an author or an owner out: `seedbed new` and `init`."""

from __future__ import annotations

from pathlib import Path

import click

from generator import folders
from generator.projects import config_option, seeds_folder
from generator.starts import start_article, start_site


@click.command()
@click.argument("title")
@config_option
@click.option("--seeds", metavar="DIR", help="The folder of articles, instead of the configured one.")
def new(title: str, config_file: str, seeds: str | None) -> None:
    """Start an article: a file with its title and the headings to write under. Prints the path."""
    _need_letters(title, "a title")
    folder = Path(seeds) if seeds else seeds_folder(config_file)
    click.echo(folders.add_file(folder, start_article(title)))


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the knowledge base is called.  [default: the folder's name]")
def init(folder: Path, name: str | None) -> None:
    """Start a knowledge base in DIR, on any subject, ready to build. DIR must be empty or not exist."""
    called = name or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    _need_letters(called, "a name")
    files = start_site(called, folders.read_templates("init"))
    folders.fill_folder(folder, files)
    click.echo(f"{folder}: {len(files)} files; go there, and run `seedbed build`")


def _need_letters(text: str, what: str) -> None:
    if not any(sign.isalnum() for sign in text):
        raise click.UsageError(f"{what} needs a letter or a digit")


COMMANDS: tuple[click.Command, ...] = (new, init)
