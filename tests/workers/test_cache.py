"""What is kept comes back as it was, and a cache that somebody broke is as good as none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import VOCABULARY, vocabulary
from soaking import times

from generator.build import Read, Reader
from generator.files import read_sources
from generator.model import Field, Place, Source
from generator.workers.cache import Cache

SEEDS = Path(__file__).resolve().parents[1] / "shapes"
SOURCES = read_sources(SEEDS)[0]
READER = Reader({}, VOCABULARY)
READ = [READER(source) for source in SOURCES]


def _kept(folder: Path) -> list[Read | None]:
    cache = Cache(folder)
    return [cache.find(cache.key(READER, source)) for source in SOURCES]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache that knows every source."""
    cache = Cache(tmp_path / "cache")
    for source, read in zip(SOURCES, READ, strict=True):
        assert cache.find(cache.key(READER, source)) is None
        cache.keep(cache.key(READER, source), read)
    cache.save()
    return tmp_path / "cache"


def test_what_was_kept_comes_back_the_same(folder: Path) -> None:
    assert _kept(folder) == READ
    html = [block.html for article, _ in READ if article for section in article.sections for block in section.blocks]
    back = [b.html for kept in _kept(folder) if kept and kept[0] for s in kept[0].sections for b in s.blocks]
    assert [type(one) for one in back] == [type(one) for one in html]


def test_an_article_that_is_left_out_is_kept_with_its_error(tmp_path: Path) -> None:
    source = Source("seeds/x.txt", b"\xff\xfe\x00")
    read = READER(source)
    assert read[0] is None
    cache = Cache(tmp_path)
    cache.keep(cache.key(READER, source), read)
    cache.save()
    assert Cache(tmp_path).find(cache.key(READER, source)) == read


def test_a_key_depends_on_text_name_catalog_and_vocabulary() -> None:
    source = Source("seeds/a.txt", b"A text")
    readers = [
        READER,
        Reader({}, vocabulary("OpenAI: {kind: organization}")[0]),
        Reader({"seeds/a.txt": (Field("title", "Alpha", Place("catalog.yml")),)}, VOCABULARY),
    ]
    sources = [source, Source("seeds/b.txt", b"A text"), Source("seeds/a.txt", b"A text.")]
    cache = Cache(Path())
    keys = [cache.key(reader, source) for reader in readers] + [cache.key(READER, other) for other in sources[1:]]
    assert len(set(keys)) == len(keys)
    assert cache.key(READER, source) == keys[0]


def test_only_files_with_something_new_are_written_again(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    cache = Cache(folder)
    for source in SOURCES:
        assert cache.find(cache.key(READER, source))
    cache.keep(b"\x00" * 16, READ[0])
    cache.save()
    assert {path.name for path in folder.iterdir()} == {*before, "00"}
    assert all(path.stat().st_mtime_ns == times[path] for path in folder.iterdir() if path.name != "00")


@settings(max_examples=times(200, 600), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_broken_cache_gives_what_was_kept_or_nothing(folder: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(folder.iterdir())))
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    path.write_bytes(whole[:start] + data.draw(st.binary(max_size=40)) + whole[start + length :])
    try:
        assert all(found in (None, read) for found, read in zip(_kept(folder), READ, strict=True))
    finally:
        path.write_bytes(whole)


def test_a_file_of_the_cache_that_is_no_shard_is_passed_over(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
        path.mkdir()
    assert _kept(folder) == [None] * len(SOURCES)
