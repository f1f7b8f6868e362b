"""What the catalog says of which article."""

from __future__ import annotations

import pytest

from generator.articles.catalog import Catalog, read_catalog
from generator.model import Problems, Source

PATHS = ("seeds/one.txt", "seeds/deep/two.md")


def _read(text: str | bytes) -> tuple[Catalog, Problems]:
    return read_catalog(Source("seeds/catalog.yml", text if isinstance(text, bytes) else text.encode()), PATHS)


def test_no_catalog_says_nothing() -> None:
    assert read_catalog(None, PATHS) == ({}, ())


@pytest.mark.parametrize(
    ("name", "path"), [("one", "seeds/one.txt"), ("one.txt", "seeds/one.txt"), ("two.md", "seeds/deep/two.md")]
)
def test_an_entry_names_a_file_with_or_without_its_suffix(name: str, path: str) -> None:
    catalog, problems = _read(f"{name}:\n  title: A Title\n  tags: [a, b]\n")
    assert list(catalog) == [path]
    assert [(f.name, f.value) for f in catalog[path]] == [("title", "A Title"), ("tags", "a"), ("tags", "b")]
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [("onne.txt", "did you mean one.txt?"), ("quite-another", "remove the entry, or add the file")],
)
def test_an_entry_without_a_file_is_a_warning_with_the_nearest_name(name: str, hint: str) -> None:
    catalog, (problem,) = _read(f"one: {{title: T}}\n{name}:\n  title: U\n")
    assert list(catalog) == ["seeds/one.txt"]
    assert (problem.code, problem.level, problem.hint) == ("unknown-file", "warning", hint)
    assert problem.place.path == "seeds/catalog.yml"
    assert name in problem.message


@pytest.mark.parametrize(
    ("text", "code"),
    [("one: {title: *x}", "yaml"), ("- one", "yaml"), (b"\xff\xfe\x00\x00", "encoding")],
)
def test_a_catalog_that_cannot_be_read_is_an_error_and_says_nothing(text: str | bytes, code: str) -> None:
    catalog, (problem,) = _read(text)
    assert catalog == {}
    assert (problem.code, problem.level) == (code, "error")


@pytest.mark.parametrize(
    ("key", "code", "hint"),
    [("titel", "misspelt-key", "did you mean `title`?"), ("layout", "unknown-key", "known keys: title, slug")],
)
def test_a_key_that_is_not_used_is_named_with_the_one_that_is_meant(key: str, code: str, hint: str) -> None:
    catalog, (problem,) = _read(f"one:\n  {key}: T\n")
    assert catalog == {"seeds/one.txt": ()}
    assert (problem.code, problem.place.line, problem.place.column, problem.width) == (code, 2, 3, len(key))
    assert problem.hint.startswith(hint)
