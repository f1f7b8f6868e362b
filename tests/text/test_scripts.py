"""Letters that look like Latin ones are known for what they are."""

from __future__ import annotations

import pytest

from generator.text.scripts import latin_form, mixes_scripts, other_script


@pytest.mark.parametrize(
    ("name", "latin", "script", "mixed"),
    [
        ("АI", "AI", "Cyrillic", True),
        ("ΟpenAI", "OpenAI", "Greek", True),
        ("ОРЕС", "OPEC", "Cyrillic", False),
        ("Россия", "Poccия", "Cyrillic", False),
        ("机器学习AI", "", "", False),
        ("β-VAE", "", "", False),
        ("İstanbul", "", "", False),
        ("", "", "", False),
    ],
)
def test_look_alikes(name: str, latin: str, script: str, mixed: bool) -> None:
    assert (latin_form(name), other_script(name), mixes_scripts(name)) == (latin, script, mixed)
