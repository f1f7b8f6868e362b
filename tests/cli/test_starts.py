"""What a new article and a new knowledge base begin with."""

from __future__ import annotations

import pytest
import yaml

from generator.build import read_all
from generator.cli.starts import SECTIONS, start_article, start_site
from generator.files.folders import read_templates
from generator.model import DataFile, Source

WRITTEN = {
    "Introduction": "Oracle rents out capacity in Texas.",
    "Conclusion": "The contract ends in 2030.",
    "Summary": "Oracle rents out capacity until 2030.",
    "Meta Description": "Who rents capacity in Texas.",
    "Tags": "Oracle, Texas",
    "Reference Links": "- A Report - https://www.iso.org/report",
}


@pytest.mark.parametrize("title", ["Chips: Who Pays?", "Introduction", "# 1. { x }", "no", "'\"", "Ünïcode 名"])
def test_a_skeleton_keeps_its_title_and_is_well_once_it_is_written(title: str) -> None:
    file = start_article(title)
    text = file.data.decode()
    for heading, words in WRITTEN.items():
        text = text.replace(f"\n{heading}\n", f"\n{heading}\n{words}\n", 1)
    knowledge, problems = read_all([Source(file.path, text.encode())])
    assert [article.title for article in knowledge.articles] == [title]
    assert problems == ()


def test_a_skeleton_as_it_is_has_a_warning_for_each_heading_and_nothing_to_publish() -> None:
    file = start_article("A Title")
    knowledge, problems = read_all([Source(file.path, file.data)])
    assert len([problem for problem in problems if problem.code == "empty-section"]) == len(SECTIONS)
    assert [block for article in knowledge.articles for section in article.sections for block in section.blocks] == []


def test_a_skeleton_is_named_by_its_address() -> None:
    assert start_article("C++  and\nC#").path == "c-plus-plus-and-c-sharp.txt"


def test_a_name_is_put_in_and_all_else_stays() -> None:
    files = [DataFile("dot-a/dot-b.yml", b"@@site_name\nurl: ${{ x }} {{ y }}\n"), DataFile("c", b"# @@name")]
    started = start_site("No: one", files)
    assert [file.path for file in started] == [".a/.b.yml", "c"]
    assert yaml.safe_load(started[0].data.replace(b"{{ y }}", b""))["site_name"] == "No: one"
    assert b"${{ x }} {{ y }}" in started[0].data
    assert started[1].data == b"# No: one"


def test_every_template_of_a_new_site_is_filled_in() -> None:
    files = start_site("Weights", read_templates("init"))
    assert {"mkdocs.yml", "README.md", ".gitignore", ".github/workflows/site.yml", "seeds/vocabulary.yml"} <= {
        file.path for file in files
    }
    assert not [file.path for file in files if b"@@" in file.data]
