"""The commands for authors and owners, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run


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
