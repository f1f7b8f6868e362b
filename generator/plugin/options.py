"""MkDocs's configuration in, the options of the plugin out, and the keys in it that are almost a known one."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config import config_options
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings

from generator.text.nearest import Speller


class SeedbedConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """The plugin's options in mkdocs.yml."""

    seeds = config_options.Type(str, default="seeds")
    jobs = config_options.Type(int, default=0)
    workers = config_options.Type(str, default="")
    cache = config_options.Type(str, default=".cache/seedbed")
    search = config_options.Type(bool, default=True)
    compress = config_options.Type(bool, default=False)
    guide = config_options.Type(bool, default=False)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """MkDocs's own findings, and which option is meant by a key that is almost one."""
        failed, warnings = super().validate()
        return failed, [
            *warnings,
            *((key, f"did you mean `{near}`?") for key, near in misspelt(self, SeedbedConfig())),
        ]


MEANINGS: Mapping[str, str] = {
    "seeds": "The folder of articles, beside `mkdocs.yml`.",
    "jobs": "Processes that read articles; 0 is one for each core.",
    "workers": "The address of a Dask scheduler on whose cluster articles are read, such as `tcp://10.0.0.5:8786`.",
    "cache": "The folder for what reading gave, so that the next build reads only what changed; empty for none.",
    "search": "Whether the full text can be searched.",
    "compress": "Whether a `.gz` is written beside every text file, for servers that send it.",
    "guide": "Whether the site has this guide, for those who write its articles.",
}
"""What each option decides."""


def misspelt(config: Config, known: Config) -> list[tuple[str, str]]:
    """The keys that a configuration should not have, each with the known one that is meant."""
    speller = Speller(known)
    return [(key, near) for key in sorted(set(config) - set(known)) if (near := speller.nearest(key))]
