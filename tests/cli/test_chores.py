"""The commands for authors and owners, as a person runs them."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run

from generator.values import show_date


def test_a_new_knowledge_base_builds_at_once_without_a_complaint(tmp_path: Path, run: Run) -> None:
    made = run("seedbed", "init", "weights-and-measures", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    base = tmp_path / "weights-and-measures"
    done = run("seedbed", "build", "--strict", cwd=base)
    assert done.returncode == 0, done.stderr
    assert "1 article, 3 tags, 1 reference, 0 errors, " in done.stderr
    assert "<title>Weights And Measures</title>" in (base / "site" / "index.html").read_text(encoding="utf-8")
    assert (base / "site" / "contributing" / "index.html").is_file()
    words = " ".join(path.read_text(encoding="utf-8") for path in base.rglob("*") if path.suffix in (".txt", ".yml"))
    assert "OpenAI" not in words
    assert run("seedbed", "init", "weights-and-measures", cwd=tmp_path).returncode == 3


def test_a_name_of_its_own_is_taken_as_it_is(tmp_path: Path, run: Run) -> None:
    assert run("seedbed", "init", "kb", "--name", "W & M: <all>", cwd=tmp_path).returncode == 0
    done = run("seedbed", "build", cwd=tmp_path / "kb")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "kb" / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>W &amp; M: &lt;all&gt;</title>" in page
    assert "<all>" not in page


def test_a_new_article_is_told_by_its_path_and_never_replaces_another(project: Path, run: Run) -> None:
    made = run("seedbed", "new", "Who Pays for Chips", cwd=project)
    assert made.stdout == "seeds/who-pays-for-chips.txt\n"
    assert (project / "seeds" / "who-pays-for-chips.txt").is_file()
    again = run("seedbed", "new", "Who pays for chips", cwd=project)
    assert again.returncode == 3
    assert (
        again.stderr
        == "error: seeds/who-pays-for-chips.txt is there already; choose another title, or edit that file\n"
    )
    assert run("seedbed", "check", made.stdout.strip(), "--strict", cwd=project).returncode == 1


@pytest.mark.parametrize("words", [("new", "?!"), ("init", "kb", "--name", "-")])
def test_a_name_without_a_letter_is_wrong_usage(project: Path, run: Run, words: tuple[str, ...]) -> None:
    done = run("seedbed", *words, cwd=project)
    assert done.returncode == 2
    assert "needs a letter or a digit" in done.stderr


def test_an_export_holds_the_pages_the_data_and_the_hand_written_pages(project: Path, run: Run) -> None:
    (project / "docs" / "mine.md").write_text("# Mine\n", encoding="utf-8")
    done = run("seedbed", "export", "../out", cwd=project / "docs")
    assert done.returncode == 2
    done = run("seedbed", "export", "out", cwd=project)
    assert done.returncode == 0, done.stderr
    docs = project / "out" / "docs"
    assert (docs / "mine.md").read_text(encoding="utf-8") == "# Mine\n"
    assert (docs / "data" / "articles.json").is_file()
    assert (docs / "articles" / "bare-headings" / "index.md").is_file()
    assert done.stdout == f"out: {len(list(docs.rglob('index.md')))} pages; build them there with `mkdocs build`\n"
    assert run("seedbed", "export", "out", cwd=project).returncode == 3


def test_an_export_with_a_bad_article_has_the_others_and_says_so(project: Path, run: Run) -> None:
    (project / "seeds" / "bad.txt").write_bytes(b"\x00\x01")
    done = run("seedbed", "export", "out", cwd=project)
    assert done.returncode == 1
    assert "`seedbed check` names them" in done.stderr
    assert (project / "out" / "docs" / "articles" / "bare-headings" / "index.md").is_file()


@pytest.fixture
def cited(project: Path) -> Iterator[tuple[Path, str]]:
    """A knowledge base that cites one page that is there and one that is not, and where they are."""
    (project / "page.html").write_text("A page.", encoding="utf-8")
    handler = partial(_Quiet, directory=str(project))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        at = f"http://127.0.0.1:{server.server_port}"
        shutil.rmtree(project / "seeds")
        (project / "seeds").mkdir()
        text = f"Chips\n\nIntroduction\nIt is so.\n\nSources\n- One Page - {at}/page.html\n- Another Page - {at}/none\n"
        (project / "seeds" / "a.txt").write_text(text, encoding="utf-8")
        yield project, at
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: Any) -> None:
        """Say nothing."""


def test_what_references_answer_is_kept_and_shown_beside_them(cited: tuple[Path, str], run: Run) -> None:
    project, at = cited
    done = run("seedbed", "check-links", "--allow-private", "--pause", "0", cwd=project)
    today = datetime.now(UTC).date().isoformat()
    assert (done.returncode, done.stdout) == (0, f"{at}/none: 404\n")
    assert done.stderr == "2 links asked: 1 seen alive, 1 gone, 0 that did not say\n"
    kept = yaml.safe_load((project / "seeds" / "links.yml").read_text(encoding="utf-8"))
    assert {url: {key: str(value) for key, value in visit.items()} for url, visit in kept.items()} == {
        f"{at}/none": {"gone": today, "why": "404"},
        f"{at}/page.html": {"seen": today},
    }
    checked = run("seedbed", "check", cwd=project)
    assert "seeds/a.txt:8:3: note: the address of “Another Page” was gone on " in checked.stdout
    assert run("seedbed", "build", cwd=project).returncode == 0
    for page in ("articles/chips", "references"):
        html = (project / "site" / page / "index.html").read_text(encoding="utf-8")
        assert f"seen alive {show_date(today)}" in html
        assert f"gone on {show_date(today)}" in html
    works = json.loads((project / "site" / "data" / "references.json").read_text(encoding="utf-8"))["items"]
    assert [(work["title"], work["seen"], work["gone"]) for work in works] == [
        ("Another Page", None, today),
        ("One Page", today, None),
    ]


def test_what_was_asked_lately_is_not_asked_again_and_what_is_no_longer_cited_goes(
    cited: tuple[Path, str], run: Run
) -> None:
    project, at = cited
    links = project / "seeds" / "links.yml"
    links.write_text(
        f"{at}/page.html: {{seen: 2999-01-01}}\nhttps://a.example/: {{seen: 2026-01-01}}\n", encoding="utf-8"
    )
    done = run("seedbed", "check-links", "--allow-private", "--pause", "0", "--days", "30", cwd=project)
    assert done.stderr == "1 link asked: 0 seen alive, 1 gone, 0 that did not say\n"
    assert sorted(yaml.safe_load(links.read_text(encoding="utf-8"))) == [f"{at}/none", f"{at}/page.html"]


def test_this_machine_is_not_asked_unless_that_is_said(cited: tuple[Path, str], run: Run) -> None:
    project, _ = cited
    done = run("seedbed", "check-links", cwd=project)
    assert done.stdout.count(": it is in a private network") == 2
