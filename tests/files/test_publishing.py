"""A site is replaced in one step, whoever else builds at the same time, and whatever a dead build left."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.files import SiteError, publishing, write_data
from generator.files.publishing import Staging, keep_apart, keep_articles
from generator.model import DataFile

HOLD = """
import sys
from pathlib import Path
from generator.files.publishing import Staging
staging = Staging(Path(sys.argv[1]))
staging.make()
print(staging.folder, flush=True)
sys.stdin.read()
"""
"""A build that goes on until it is killed."""


def _site(folder: Path, content: str) -> Path:
    """A site as a build leaves it."""
    write_data(folder, (DataFile("data/articles.json", b"{}"), DataFile("index.html", content.encode())))
    return folder


def _staged(site: Path, content: str) -> Staging:
    staging = Staging(site)
    staging.make()
    _site(staging.folder, content)
    return staging


@pytest.fixture(params=[True, False], ids=["with the exchange call", "without the exchange call"])
def exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both kinds of systems."""
    if not request.param:
        monkeypatch.setattr(publishing, "_exchange", lambda one, other: False)
    return bool(request.param)


@pytest.fixture
def living() -> Iterator[Callable[[Path], tuple[Path, subprocess.Popen[str]]]]:
    """Begins a build of a site in another process: its folder, and the process."""
    begun = []

    def begin(site: Path) -> tuple[Path, subprocess.Popen[str]]:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        begun.append(process)
        assert process.stdout
        return Path(process.stdout.readline().strip()), process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def test_a_site_is_built_in_an_empty_folder_beside_it(tmp_path: Path) -> None:
    one, other = Staging(tmp_path / "deep" / "site"), Staging(tmp_path / "deep" / "site")
    for staging in (one, other):
        staging.make()
        assert staging.folder.parent == tmp_path / "deep"
        assert staging.folder.name.startswith(".site.")
        assert list(staging.folder.iterdir()) == []
    assert one.folder != other.folder
    one.discard()
    other.discard()


def test_a_folder_with_foreign_files_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.txt").write_text("years of work")
    with pytest.raises(SiteError, match="site/ holds files that Seedbed did not write"):
        Staging(site).make()
    assert list(tmp_path.rglob("*")) == [site, site / "thesis.txt"]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_site_that_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    site = tmp_path / "site"
    if kind == "file":
        site.touch()
    else:
        site.symlink_to(_site(tmp_path / "other", "other"))
    with pytest.raises(SiteError, match="site is not a folder"):
        Staging(site).make()


@pytest.mark.parametrize(
    ("site", "seeds"), [("seeds", "seeds"), ("seeds/site", "seeds"), (".", "seeds"), ("x/../seeds", "seeds")]
)
def test_a_site_is_not_where_the_articles_are(tmp_path: Path, site: str, seeds: str) -> None:
    keep_apart(tmp_path / "site", tmp_path / seeds)
    with pytest.raises(SiteError, match="would be in one place"):
        keep_apart(tmp_path / site, tmp_path / seeds)


@pytest.mark.parametrize("listed", ['{"items": [{}]}', '{"items": [', "[]", "[" * 100_000])
def test_a_site_with_articles_or_a_list_that_is_spoilt_is_not_replaced_by_one_without(
    tmp_path: Path, listed: str
) -> None:
    site = _site(tmp_path / "site", "old")
    keep_articles(site, 0)
    (site / "data" / "articles.json").write_text(listed)
    keep_articles(site, 1)
    with pytest.raises(SiteError, match="no article is left"):
        keep_articles(site, 0)


def test_the_folder_of_a_living_build_is_kept_and_that_of_a_killed_one_removed(
    tmp_path: Path, living: Callable[[Path], tuple[Path, subprocess.Popen[str]]]
) -> None:
    site = tmp_path / "site[1]"
    folder, process = living(site)
    _site(folder, "half")
    _staged(site, "new").publish()
    assert set(tmp_path.iterdir()) == {site, folder}
    process.kill()
    process.wait()
    _staged(site, "newer").publish()
    assert set(tmp_path.iterdir()) == {site}


def test_what_stood_aside_when_a_build_was_killed_is_the_site_again(tmp_path: Path) -> None:
    _site(tmp_path / ".site.0a1b.old", "old")
    staging = _staged(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    _site(tmp_path / ".site.0a1c.old", "older")
    staging.publish()
    _staged(tmp_path / "site", "newer").publish()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", [".other.1.next", ".site", "site.next", ".site.mine.next", ".site.1.next.txt"])
def test_folders_of_others_are_kept(tmp_path: Path, name: str) -> None:
    kept = _site(tmp_path / name, "kept")
    _staged(tmp_path / "site", "new").publish()
    assert (kept / "index.html").read_text() == "kept"


def test_a_system_that_locks_no_folders_builds_and_removes_nothing_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_lock", lambda folder, **options: None)
    left = _site(tmp_path / ".site.1.next", "left")
    _staged(tmp_path / "site", "new").publish()
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert set(tmp_path.iterdir()) == {tmp_path / "site", left}


@pytest.mark.usefixtures("exchange")
def test_a_first_site_is_published_where_there_was_none(tmp_path: Path) -> None:
    _staged(tmp_path / "site", "new").publish()
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert list(tmp_path.iterdir()) == [tmp_path / "site"]


@pytest.mark.usefixtures("exchange")
def test_publishing_replaces_the_old_site_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "old")
    (site / "gone.html").touch()
    _staged(site, "new").publish()
    assert (site / "index.html").read_text() == "new"
    assert not (site / "gone.html").exists()
    assert list(tmp_path.iterdir()) == [site]


@pytest.mark.usefixtures("exchange")
def test_publishing_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        Staging(site).publish()
    assert (site / "index.html").read_text() == "old"
    assert list(tmp_path.iterdir()) == [site]


@pytest.mark.usefixtures("exchange")
def test_eight_that_publish_at_once_all_do_and_the_site_is_one_of_theirs(tmp_path: Path) -> None:
    site = tmp_path / "site"
    barrier = threading.Barrier(8)

    def publish(number: int) -> None:
        staging = _staged(site, f"{number}")
        barrier.wait()
        staging.publish()

    for _ in range(20):
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(publish, range(8)))
        assert (site / "index.html").read_text() in "01234567"
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_exchange_call_swaps_two_folders_or_does_nothing(tmp_path: Path) -> None:
    one, other = _site(tmp_path / "one", "one"), _site(tmp_path / "other", "other")
    swapped = publishing._exchange(one, other)
    assert (one / "index.html").read_text() == ("other" if swapped else "one")
    assert (other / "index.html").read_text() == ("one" if swapped else "other")
    assert not publishing._exchange(one, tmp_path / "none")
    assert one.is_dir()


def test_a_discarded_folder_is_gone_and_may_be_discarded_again(tmp_path: Path) -> None:
    staging = _staged(tmp_path / "site", "half")
    staging.discard()
    staging.discard()
    assert list(tmp_path.iterdir()) == []
