"""The name of a configuration file in, MkDocs's configuration and the plugin in it out, for every command."""

from __future__ import annotations

import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.files import SiteError

os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")  # Material's banner about its own future is not ours to show

config_option = click.option(
    "--config-file", "-f", default="mkdocs.yml", show_default=True, metavar="FILE", help="The site's configuration."
)


def load_project(config_file: str, seeds: str | None = None, **overrides: Any) -> tuple[Any, Any]:
    """MkDocs's configuration and the plugin in it; a mistake in either is wrong usage."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    _log_plainly()
    _check_day()
    if not Path(config_file).is_file():
        raise click.UsageError(f"there is no {config_file} here; go to the site's folder, or give --config-file")
    try:
        config = load_config(config_file, **{key: value for key, value in overrides.items() if value is not None})
    except (ConfigurationError, Abort) as error:  # MkDocs has said what, where it aborts
        raise click.UsageError(error.format_message()) from error
    if "seedbed" not in config.plugins:
        raise click.UsageError(f"{config_file} does not name the plugin; add `seedbed` under `plugins:`")
    plugin = config.plugins["seedbed"]
    if seeds:
        plugin.config.seeds = str(Path(seeds).absolute())
    return config, plugin


def seeds_folder(config_file: str) -> Path:
    """The folder of articles that the configuration names, or `seeds` where there is no configuration."""
    if not Path(config_file).is_file():
        return Path("seeds")
    config, plugin = load_project(config_file)
    return Path(os.path.relpath(Path(config.config_file_path).parent / plugin.config.seeds))


def _check_day() -> None:
    """Raises SiteError where the day that reproducible builds are given is none; MkDocs would stop amid its work."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "0")
    try:
        datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is “{given}”; give it the seconds since 1970 as a whole number, or unset it"
        raise SiteError(message) from error


def _log_plainly() -> None:
    """Show MkDocs's warnings and the plugin's messages, without the rest of what MkDocs says while it works."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_for_people)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _is_for_people(record: logging.LogRecord) -> bool:
    """Whether to show what MkDocs logs: warnings, the plugin's own words, and where it serves."""
    said = record.levelno >= logging.WARNING or record.name.endswith("plugins.seedbed")
    return said or (record.name == "mkdocs.livereload" and "Serving on" in str(record.msg))
