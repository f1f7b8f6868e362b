"""The plugin's options, and keys that are almost one."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.options import SeedbedConfig, misspelt


def _warnings(**options: Any) -> list[tuple[str, str]]:
    config = SeedbedConfig()
    config.load_dict(options)
    failed, warnings = config.validate()
    assert failed == []
    return [(key, str(message)) for key, message in warnings]


def test_known_options_are_fine() -> None:
    assert _warnings(seeds="articles", jobs=2) == []


@pytest.mark.parametrize(("key", "meant"), [("seds", "seeds"), ("job", "jobs"), ("cahce", "cache")])
def test_an_option_that_is_almost_one_is_named_with_the_one_that_is_meant(key: str, meant: str) -> None:
    assert _warnings(**{key: "x"})[-1] == (key, f"did you mean `{meant}`?")


def test_an_option_that_is_like_none_is_named_without_a_guess() -> None:
    assert [key for key, _ in _warnings(colour="red")] == ["colour"]


def test_a_key_of_mkdocs_is_found_by_a_slip() -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "site_nmae": "B", "my_own": "C"})
    assert misspelt(config, MkDocsConfig()) == [("site_nmae", "site_name")]
