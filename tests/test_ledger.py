"""Every address ever published answers: with its page, with a way to it, or by saying that it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from samples import article

from generator.ledger import Former, check_ledger, find_former, read_ledger, write_ledger
from generator.model import Place, Source

OLD = "A Title\n\nIntroduction\nPlain words stand here.\n\nTags\nOne, Two\n"


def _read(text: str) -> tuple[list[str], list[str]]:
    records, problems = read_ledger(Source("seeds/ledger.yml", text.encode()))
    return [f"{one.path} {one.file or one.target or one.is_gone}" for one in records], [one.code for one in problems]


def test_a_record_says_whose_it_is_or_where_it_leads_or_that_it_is_gone() -> None:
    text = "articles/a/: a.txt\narticles/b/: -> articles/a/\narticles/c/: gone\ntags/x/:\n"
    wanted = ["articles/a/ seeds/a.txt", "articles/b/ articles/a/", "articles/c/ True", "tags/x/ False"]
    assert _read(text) == (wanted, [])


@pytest.mark.parametrize("path", ["../a/", "/a/", "a//b/", "a/b", "a/../b/", "./", "http://x/", ".git/", "a\\b/"])
def test_what_is_no_address_of_a_page_is_an_error(path: str) -> None:
    assert _read(f"{path}: gone\n") == ([], ["no-address-of-page"])
    assert _read(f"a/: '-> {path}'\n") == ([], ["no-address-of-page"])


def _former(text: str, *articles: tuple[str, str]) -> dict[str, str]:
    records, _ = read_ledger(Source("seeds/ledger.yml", text.encode()))
    found = [article(path, title) for path, title in articles]
    paths = {"tags/x/", *(f"articles/{one.slug}/" for one in found)}
    return {one.path: one.target for one in find_former(records, found, paths)}


def test_an_article_with_a_new_title_is_found_by_its_file() -> None:
    assert _former("articles/old/: a.txt", ("seeds/a.txt", "New")) == {"articles/old/": "articles/new/"}


def test_titles_that_are_swapped_leave_nothing_behind() -> None:
    assert _former("articles/x/: a.txt\narticles/y/: b.txt", ("seeds/a.txt", "Y"), ("seeds/b.txt", "X")) == {}


def test_ways_are_one_step_long_and_end() -> None:
    text = "a/: -> b/\nb/: -> c/\nc/: -> tags/x/\nd/: -> e/\ne/: -> d/\nf/: -> nowhere/\n"
    assert _former(text) == {"a/": "tags/x/", "b/": "tags/x/", "c/": "tags/x/", "d/": "", "e/": "", "f/": ""}


def test_only_an_article_that_nobody_has_settled_is_told() -> None:
    text = "articles/a/: a.txt\narticles/b/: gone\narticles/c/: -> tags/x/\narticles/d/: d.txt\ntags/z/:\n"
    records, _ = read_ledger(Source("seeds/ledger.yml", text.encode()))
    problems = check_ledger(records, [article("seeds/d.txt", "Other")])
    assert [(one.code, one.place) for one in problems] == [("gone-article", Place("seeds/ledger.yml", 1, 1))]


def test_what_is_written_is_read_again_and_nothing_is_forgotten() -> None:
    before = "articles/b/: -> articles/a/\narticles/gone/: gone\narticles/a/: old.txt\n"
    records, _ = read_ledger(Source("seeds/ledger.yml", before.encode()))
    found = [article("seeds/a b#c.txt", "A")]
    data = write_ledger(records, ["", "articles/a/", "tags/c-sharp/"], found, "seeds")
    again, problems = read_ledger(Source("seeds/ledger.yml", data))
    assert problems == ()
    assert [(one.path, one.file, one.target, one.is_gone) for one in again] == [
        ("articles/a/", "seeds/a b#c.txt", "", False),
        ("articles/b/", "", "articles/a/", False),
        ("articles/gone/", "", "", True),
        ("tags/c-sharp/", "", "", False),
    ]
    assert write_ledger(again, ["articles/a/"], found, "seeds") == data


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), st.sets(st.sampled_from("abcdefgh")))
def test_every_address_has_a_page_or_one_step_to_one_or_none(ways: dict[str, str], there: set[str]) -> None:
    text = "".join(f"{name}/: -> {way}/\n" for name, way in sorted(ways.items()))
    records, _ = read_ledger(Source("seeds/ledger.yml", text.encode()))
    paths = {f"{name}/" for name in there}
    former: tuple[Former, ...] = find_former(records, [], paths)
    assert {one.path for one in former} == {f"{name}/" for name in ways} - paths
    assert {one.target for one in former} <= paths | {""}


def test_record_and_build_answer_for_every_address(tmp_path: Path, run: Run) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: B\nsite_url: https://b.example/\ntheme: seedbed\nplugins: [seedbed]\n"
    )
    for name in ("a", "b"):
        (tmp_path / "seeds" / f"{name}.txt").write_text(OLD.replace("A Title", f"Title {name}"))
    said = run("seedbed", "record", cwd=tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    addresses = [line.split(":")[0] for line in (tmp_path / "seeds" / "ledger.yml").read_text().splitlines()[2:]]
    assert {"articles/title-a/", "tags/one/"} < set(addresses)
    (tmp_path / "seeds" / "a.txt").write_text(OLD.replace("A Title", "Another Title").replace("One, Two", "Three"))
    (tmp_path / "seeds" / "b.txt").unlink()
    built = run("seedbed", "build", "--no-search", cwd=tmp_path)
    assert built.returncode == 0
    assert "warning: the article at articles/title-b/ is gone" in built.stderr
    site = tmp_path / "site"
    assert [one for one in addresses if not (site / one / "index.html").is_file()] == []
    moved, gone = ((site / "articles" / name / "index.html").read_text() for name in ("title-a", "title-b"))
    assert 'http-equiv="refresh" content="0; url=../another-title/"' in moved
    assert 'rel="canonical" href="https://b.example/articles/another-title/"' in moved
    assert "This article was withdrawn" in gone
    assert '<meta name="robots" content="noindex">' in gone
    sitemap = (site / "sitemap.xml").read_text()
    assert "another-title" in sitemap
    assert "title-b" not in sitemap
    assert "title-a" not in sitemap.replace("another-title", "")
    ledger = (tmp_path / "seeds" / "ledger.yml").read_text()
    run("seedbed", "record", cwd=tmp_path)
    assert set(ledger.splitlines()) <= set((tmp_path / "seeds" / "ledger.yml").read_text().splitlines())
    assert "articles/another-title/: a.txt" in (tmp_path / "seeds" / "ledger.yml").read_text()
