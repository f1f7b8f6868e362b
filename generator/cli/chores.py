"""The command line in, files for an author or an owner out: `seedbed new`, `init`, `export` and `record`."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import click

from generator import files
from generator.cli.projects import config_option, load_project, seeds_folder
from generator.cli.starts import start_article, start_site
from generator.files import folders
from generator.ledger import read_ledger, write_ledger
from generator.model import DataFile
from generator.render.portable import SCRIPTS, STYLES, portable_files
from generator.sources.decoding import MAX_BYTES
from generator.text import count


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
    files = start_site(called, folders.read_templates("init", "hosting"))
    folders.fill_folder(folder, files)
    click.echo(f"{folder}: {len(files)} files; go there, and run `seedbed build`")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@config_option
@click.option("--seeds", metavar="DIR", help="The folder of articles, instead of the configured one.")
def export(folder: Path, config_file: str, seeds: str | None) -> None:
    """Write the pages into DIR as Markdown that MkDocs, ProperDocs and Zensical build without Seedbed's plugin."""
    from generator.build import other_files
    from generator.plugin import NAVIGATION, page_renderer
    from generator.plugin.guide import read_guide

    config, plugin = load_project(config_file, seeds)
    site, settings = plugin.read_site(config, index="")
    renderer = page_renderer(settings)
    written = {file.path: file for file in read_guide() if plugin.config.guide}
    written |= {file.path: file for file in folders.read_folder(Path(config.docs_dir))}
    navigation = (*NAVIGATION, *(path for path in written if path.endswith(".md")))
    data = (
        file for file in chain(*other_files(site, settings, renderer)) if not file.path.endswith(".md")
    )  # twins of pages
    beside = (*data, *folders.read_theme(STYLES + SCRIPTS), *written.values())
    pages = portable_files((renderer.render_page(draft.page()) for draft in site.pages), navigation, settings)
    folders.fill_folder(folder, [*pages, *(DataFile(f"docs/{file.path}", file.data) for file in beside)])
    click.echo(f"{folder}: {len(site.pages)} pages; build them there with `mkdocs build`")
    if any(problem.level == "error" for problem in site.problems):
        click.echo("some articles have errors; `seedbed check` names them", err=True)
        sys.exit(1)


@click.command()
@config_option
@click.option("--seeds", metavar="DIR", help="The folder of articles, instead of the configured one.")
def record(config_file: str, seeds: str | None) -> None:
    """Write the address of every page into ledger.yml beside the articles, and keep those that were there before.

    An address in it never goes unanswered: the page there leads on, or says that it is gone.
    """
    config, plugin = load_project(config_file, seeds)
    folder = Path(config.config_file_path).parent / plugin.config.seeds
    _, extras, _ = files.read_sources(folder)
    records, problems = read_ledger(extras.ledger)
    if any(problem.level == "error" for problem in problems):
        raise files.SiteError("the ledger cannot be read; `seedbed check` says why. It is left as it is")
    site, _ = plugin.read_site(config)
    pages = [draft.path for draft in site.pages if draft.kind not in ("gone", "redirect")]
    data = write_ledger(records, pages, site.knowledge.articles, folder.name)
    if len(data) > MAX_BYTES:
        raise files.SiteError(f"the ledger would have {len(data):,} bytes, and at most {MAX_BYTES:,} are read")
    folders.renew_file(folder, extras.ledger, DataFile("ledger.yml", data))
    click.echo(f"{count(len(pages), 'page')} recorded; commit {folder.name}/ledger.yml")


def _need_letters(text: str, what: str) -> None:
    if not any(sign.isalnum() for sign in text):
        raise click.UsageError(f"{what} needs a letter or a digit")


COMMANDS: tuple[click.Command, ...] = (new, init, export, record)
