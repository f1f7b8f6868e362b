"""The command line in, what the addresses of references answer out, kept beside the articles: `seedbed check-links`."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click

from generator import files as disk
from generator.cli.projects import config_option, seeds_folder
from generator.cli.proofs import find_visits
from generator.files import folders
from generator.knowledge.visits import is_due, renew_visit, write_visits
from generator.model import DataFile
from generator.text import count

_days = click.option("--days", type=click.IntRange(min=0), default=0, help="Leave out what was asked in so many days.")
_pause = click.option(
    "--pause", type=click.FloatRange(min=0), default=1, show_default=True, help="Seconds between questions to one host."
)
_patience = click.option(
    "--patience", type=click.FloatRange(min=1), default=20, show_default=True, help="Seconds to wait for an answer."
)
_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Ask private networks and this machine, too; whoever writes an article then chooses what is asked there.",
)


@click.command("check-links")
@config_option
@click.option("--seeds", metavar="DIR", help="The folder of articles, instead of the configured one.")
@_days
@_pause
@_patience
@_private
def check_links(
    config_file: str, seeds: str | None, days: int, pause: float, patience: float, allow_private: bool
) -> None:
    """Ask whether the pages that references name are there. The answers are kept in links.yml beside the articles,
    and the site shows them. No other command asks the web.
    """
    from generator.cli.asking import Answer, Manners, ask_all

    folder = Path(seeds) if seeds else seeds_folder(config_file)
    sources, extras, _ = disk.read_sources(folder)
    today = datetime.now(UTC).date().isoformat()
    visits = {visit.url: visit for visit in find_visits(sources, extras)}
    due = [url for url, visit in visits.items() if is_due(visit, today, days)]
    states: Counter[str] = Counter()

    def tell(url: str, answer: Answer) -> None:
        visits[url] = renew_visit(visits[url], answer.state, answer.why, today)
        states[answer.state] += 1
        if answer.state != "seen":
            click.echo(f"{url}: {answer.why}")

    try:
        ask_all(due, Manners(pause=pause, patience=patience, private=allow_private), tell)
    finally:  # what was answered before Ctrl-C is kept, too
        folders.renew_file(folder, extras.links, DataFile("links.yml", write_visits(visits.values())))
    said = ", ".join(f"{states[state]} {words}" for state, words in _WORDS.items())
    click.echo(f"{count(len(due), 'link')} asked: {said}", err=True)


_WORDS = {"seen": "seen alive", "gone": "gone", "tried": "that did not say"}
