"""The command line in, a site, a report or a server out: `seedbed build`, `serve`, `check`, and the chores beside."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any, TextIO, get_args

import click
import jinja2

from generator import __version__, workers
from generator import files as disk
from generator.build import Read, Reader
from generator.cli import chores
from generator.cli.inquiry import check_links
from generator.cli.projects import config_option, load_project, seeds_folder
from generator.cli.proofs import mend_all, proofread
from generator.codes import CODES
from generator.model import Extras, Source
from generator.reports import Form, read_texts, report, summary_line
from generator.reports.manual import explain as explain_code
from generator.reports.manual import list_codes
from generator.text import count
from generator.text.nearest import Speller

WELL, PROBLEMS, USAGE, ENVIRONMENT, INTERRUPTED, CLOSED = 0, 1, 2, 3, 130, 141
"""Exit codes: well; errors, or warnings under --strict; wrong usage; the disk; Ctrl-C; nobody reads the output."""

_seeds = click.option("--seeds", metavar="DIR", help="The folder of articles, instead of the configured one.")
_strict = click.option("--strict", is_flag=True, help="Take warnings for errors, and then publish nothing.")


class _Commands(click.Group):
    """Commands that are found by a word that is almost their name, to be named in the message."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that the first word names. Raises UsageError with the nearest name."""
        near = "" if args[0] in self.commands else Speller(self.commands).nearest(args[0])
        if near:
            raise click.UsageError(f"there is no command {args[0]}; did you mean `{near}`?", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="seedbed")
def cli() -> None:
    """Turn a folder of research articles into a browsable knowledge-base site."""


@cli.command()
@config_option
@_seeds
@click.option("--site-dir", "-d", metavar="DIR", help="Where to publish, instead of the configured folder.")
@_strict
@click.option("--no-search", is_flag=True, help="Leave out the full-text index.")
@click.option("--compress", is_flag=True, help="Write a .gz beside every text file, for servers that send it.")
@click.option("--no-cache", is_flag=True, help="Read every article again, whatever an earlier build kept.")
@click.option(
    "--jobs", "-j", type=click.IntRange(min=0), default=0, help="Processes that read articles; 0: one a core."
)
@click.option("--workers", metavar="ADDRESS", help="Read articles on a Dask cluster: the address of its scheduler.")
def build(
    config_file: str,
    seeds: str | None,
    site_dir: str | None,
    strict: bool,
    no_search: bool,
    compress: bool,
    no_cache: bool,
    jobs: int,
    workers: str | None,
) -> None:
    """Build the site. The one published before stays until the new one is whole."""
    from mkdocs.commands.build import build as build_site

    config, plugin = load_project(
        config_file, seeds, site_dir=str(Path(site_dir).absolute()) if site_dir else None, strict=strict or None
    )
    plugin.config.jobs = jobs or plugin.config.jobs
    plugin.config.workers = workers or plugin.config.workers
    plugin.config.compress = compress or plugin.config.compress
    plugin.config.cache = "" if no_cache else plugin.config.cache
    plugin.config.search = plugin.config.search and not no_search
    plugin.tick = _Progress()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_site(config)
    finally:
        gc.freeze()  # the process ends: freeing every sentence of the site one by one would take a tenth of the build
        config.plugins.on_shutdown()
        plugin.tick.close()
        if plugin.failure:
            raise _Environment(disk.explain(plugin.failure))


@cli.command()
@config_option
@click.option("--dev-addr", "-a", metavar="HOST:PORT", help="Where to serve.  [default: 127.0.0.1:8000]")
def serve(config_file: str, dev_addr: str | None) -> None:
    """Preview the site; it is built again whenever an article or a template is saved."""
    from mkdocs.commands.serve import serve as serve_site

    config, plugin = load_project(config_file)
    disk.read_sources(Path(config.config_file_path).parent / plugin.config.seeds)
    host, _, port = (dev_addr or "127.0.0.1:8000").rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise click.UsageError(f"{dev_addr} is not HOST:PORT")
    serve_site(config_file, dev_addr=dev_addr)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
@config_option
@click.option("--format", "form", type=click.Choice(get_args(Form)), default="text", help="How to print problems.")
@click.option("--fix", is_flag=True, help="Put right in the files what can be put right for certain.")
@_strict
def check(paths: tuple[Path, ...], config_file: str, form: Form, fix: bool, strict: bool) -> None:
    """Say what is wrong with the articles, without building. PATHs are files or folders; else all articles."""
    started = time.monotonic()
    gc.disable()  # what a check makes, it keeps
    folders = list(paths) or [seeds_folder(config_file)]
    sources, extras, problems = disk.read_paths(folders)
    if fix and _mend(sources, extras):
        sources, extras, problems = disk.read_paths(folders)
    counts, found = proofread(sources, extras, _read)
    problems = tuple(sorted((*problems, *found)))
    texts = read_texts(problems, (*sources, *extras.sources))
    if text := report(problems, form, texts, _takes_colour(sys.stdout)):
        click.echo(text)
    if mendable := sum(bool(problem.edits) for problem in problems):
        click.echo(f"seedbed check --fix puts {mendable} of these right", err=form != "text")
    click.echo(summary_line(counts, problems, time.monotonic() - started), err=form != "text")
    gc.freeze()  # as a build does
    bad = ("error", "warning") if strict else ("error",)
    sys.exit(PROBLEMS if any(problem.level in bad for problem in problems) else WELL)


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a problem's CODE means, with an example and its remedy; without CODE, list them all."""
    if code is None:
        click.echo(list_codes())
        return
    if code not in CODES:
        near = Speller(CODES).nearest(code)
        hint = f"did you mean `{near}`?" if near else "`seedbed explain` lists them"
        raise click.UsageError(f"there is no code {code}; {hint}")
    click.echo(explain_code(CODES[code]))


for _command in (*chores.COMMANDS, check_links):
    cli.add_command(_command)


def main() -> None:
    """Run the command line, and turn every way in which it can end into an exit code and one message."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    output = sys.stdout
    try:
        cli.main(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; the published site is as it was", err=True)
        sys.exit(INTERRUPTED)
    except SystemExit:
        if sys.stdout is not output:  # click put another there: who read it has enough, as `| head` has
            sys.exit(CLOSED)
        raise
    except (MemoryError, BrokenExecutor):
        click.echo("error: not enough memory; free some, or give the build fewer --jobs", err=True)
        sys.exit(ENVIRONMENT)
    except jinja2.TemplateError as error:  # one of these is an OSError, too
        click.echo(f"error in a template: {error}", err=True)
        sys.exit(PROBLEMS)
    except _Environment:  # MkDocs has said it
        sys.exit(ENVIRONMENT)
    except UnicodeDecodeError as error:
        click.echo(f"error: a page in the folder of hand-written pages is not UTF-8: {error}", err=True)
        sys.exit(PROBLEMS)
    except (disk.SiteError, OSError) as error:
        click.echo(f"error: {disk.explain(error)}", err=True)
        sys.exit(ENVIRONMENT)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        sys.exit(getattr(error, "code", PROBLEMS))


def _mend(sources: Sequence[Source], extras: Extras) -> bool:
    """Write the files that edits change, and say how many were made in each; whether there are any."""
    before = {source.path: source.data for source in (*sources, *extras.sources)}
    mended = mend_all(sources, extras, _read)
    for source, number in mended:
        disk.replace_file(Path(source.path), before[source.path], source.data)
        click.echo(f"{source.path}: {count(number, 'place')} put right", err=True)
    return bool(mended)


def _read(reader: Reader, sources: Sequence[Source]) -> Iterator[Read]:
    """Read every source, in a process a core where there are many."""
    return workers.read_sources(reader, sources, os.cpu_count() or 1)


def _takes_colour(stream: TextIO) -> bool:
    """Whether somebody looks at it who wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class _Environment(Exception):
    """A failure of the disk that MkDocs reported in its own way."""


class _Progress:
    """A bar for each long stage of a build, at a terminal only."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._stage = ""

    def __call__(self, stage: str, total: int) -> None:
        if not sys.stderr.isatty() or total < 100:
            return
        if stage != self._stage:
            self.close()
            self._stage = stage
            self._bar = click.progressbar(length=total, label=stage, file=sys.stderr)
        if self._bar is not None:
            self._bar.update(1)
            if self._bar.finished:
                self.close()

    def close(self) -> None:
        """End the bar's line."""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None
