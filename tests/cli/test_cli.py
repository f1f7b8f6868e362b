"""The commands as a person runs them: exit codes, messages, and a site that stays whole."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import Run

from generator.codes import CODES
from generator.reports.manual import explain, list_codes

SEEDBED = str(Path(sys.executable).parent / "seedbed")
GOOD = """A Title

Introduction
Some words stand here.

Summary
A summary.

Meta Description
All is well.

Tags
One, Two
"""


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_ends_with_one_line_that_counts(project: Path, run: Run) -> None:
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1].startswith("3 articles, 10 tags, 4 references, 0 errors, 1 warning, 8 notes, ")
    assert (project / "site" / "index.html").is_file()


def test_one_bad_article_is_left_out_and_the_others_are_published(project: Path, run: Run) -> None:
    (project / "seeds" / "bad.txt").write_bytes(b"\xff\xfe\x00\x00T\x00")
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 1
    assert "seeds/bad.txt:1:1: error: the file is UTF-32 [encoding]" in done.stderr
    assert "1 error" in done.stderr
    articles = json.loads((project / "site" / "data" / "articles.json").read_text(encoding="utf-8"))["items"]
    assert len(articles) == 3


def test_strict_build_with_a_warning_leaves_the_published_site_as_it_was(project: Path, run: Run) -> None:
    assert run("seedbed", "build", cwd=project).returncode == 0
    before = _tree(project / "site")
    (project / "seeds" / "new.txt").write_text(GOOD, encoding="utf-8")
    for command in (("seedbed", "build", "--strict"), ("mkdocs", "build", "--strict")):
        assert run(*command, cwd=project).returncode == 1
        assert _tree(project / "site") == before
        assert [path.name for path in project.iterdir() if path.name.startswith(".")] == [".cache"]


def test_build_that_fails_half_way_leaves_the_published_site_as_it_was(project: Path, run: Run) -> None:
    assert run("seedbed", "build", cwd=project).returncode == 0
    before = _tree(project / "site")
    (project / "docs" / "broken.md").write_text("---\ntemplate: no-such.html\n---\n# Broken\n", encoding="utf-8")
    assert run("seedbed", "build", cwd=project).returncode == 1
    assert _tree(project / "site") == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == [".cache"]


def test_killed_build_leaves_the_published_site_and_the_next_one_cleans_up(project: Path, run: Run) -> None:
    assert run("seedbed", "build", cwd=project).returncode == 0
    before = _tree(project / "site")
    for number in range(40):
        (project / "seeds" / f"more-{number}.txt").write_text(
            GOOD.replace("A Title", f"Title {number}"), encoding="utf-8"
        )
    process = subprocess.Popen([SEEDBED, "build"], cwd=project, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(project.glob(".site.*.next")) and time.monotonic() < deadline:
        time.sleep(0.005)
    process.kill()
    process.wait()
    assert _tree(project / "site") == before
    assert run("seedbed", "build", cwd=project).returncode == 0
    assert not list(project.glob(".site.*"))
    assert len(_tree(project / "site")) > len(before)


def test_interrupted_build_says_so_and_cleans_up(project: Path) -> None:
    for number in range(150):
        (project / "seeds" / f"more-{number}.txt").write_text(
            GOOD.replace("A Title", f"Title {number}"), encoding="utf-8"
        )
    command = [SEEDBED, "build", "--jobs", "1"]
    process = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(project.glob(".site.*.next")) and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.strip().splitlines()[-1] == "stopped; the published site is as it was"
    assert "Traceback" not in said
    assert not (project / "site").exists()
    assert not list(project.glob(".site.*"))


def test_folder_with_foreign_files_is_not_replaced(project: Path, run: Run) -> None:
    (project / "site").mkdir()
    (project / "site" / "letter.txt").write_text("mine", encoding="utf-8")
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 3
    assert "holds files that Seedbed did not write" in done.stderr
    assert (project / "site" / "letter.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_without_permission_is_one_message(project: Path, run: Run) -> None:
    project.chmod(0o555)
    done = run("seedbed", "build", cwd=project)
    project.chmod(0o755)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_missing_folders_and_files_are_told_plainly(tmp_path: Path, run: Run) -> None:
    done = run("seedbed", "build", cwd=tmp_path)
    assert (done.returncode, "there is no mkdocs.yml here" in done.stderr) == (2, True)
    assert run("seedbed", "check", "nowhere", cwd=tmp_path).returncode == 3
    assert run("seedbed", "build", "--no-such-option", cwd=tmp_path).returncode == 2
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ntheme: seedbed\nplugins: [seedbed]\n", encoding="utf-8")
    done = run("seedbed", "build", cwd=tmp_path)
    assert (done.returncode, "there is no folder seeds/" in done.stderr) == (3, True)
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ntheme: seedbed\n", encoding="utf-8")
    assert run("seedbed", "build", cwd=tmp_path).returncode == 2


def test_empty_folder_of_articles_makes_a_site_that_says_so(project: Path, run: Run) -> None:
    for path in (project / "seeds").iterdir():
        path.unlink()
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 0
    assert "There are no articles yet" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_hand_written_page_with_the_address_of_a_generated_one_is_an_error(project: Path, run: Run) -> None:
    (project / "docs" / "tags").mkdir()
    (project / "docs" / "tags" / "index.md").write_text("# Mine\n", encoding="utf-8")
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 1
    assert "tags/index.md in docs/ would get the address of a generated page: /tags/" in done.stderr


def test_two_articles_with_one_title_are_an_error_that_names_both(project: Path, run: Run) -> None:
    for name in ("one", "two"):
        (project / "seeds" / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    done = run("seedbed", "check", cwd=project)
    assert done.returncode == 1
    assert "seeds/two.txt:1:1: error: the address articles/a-title/ is already taken by seeds/one.txt" in done.stdout


def test_check_prints_text_json_sarif_and_commands_for_github(project: Path, run: Run) -> None:
    (project / "seeds" / "bad.txt").write_text(GOOD + "\nReferences\n- Work - javascript:alert(1)\n", encoding="utf-8")
    text = run("seedbed", "check", cwd=project)
    assert text.returncode == 1
    assert "seeds/bad.txt:16:10: error: “javascript:alert(1)” is not an address" in text.stdout
    items = json.loads(run("seedbed", "check", "--format", "json", cwd=project).stdout)["items"]
    assert [item["code"] for item in items if item["level"] == "error"] == ["unsafe-url"]
    sarif = json.loads(run("seedbed", "check", "--format", "sarif", cwd=project).stdout)
    places = [
        r["locations"][0]["physicalLocation"]["region"] for r in sarif["runs"][0]["results"] if r["level"] == "error"
    ]
    assert places == [{"startLine": 16, "startColumn": 10, "endColumn": 29}]
    github = run("seedbed", "check", "--format", "github", cwd=project)
    assert "::error file=seeds/bad.txt,line=16,col=10,endColumn=29,title=unsafe-url::“javascript:" in github.stdout
    assert all(line.startswith("::") for line in github.stdout.splitlines())


def test_check_shows_the_line_with_carets_and_every_problem_of_the_run(project: Path, run: Run) -> None:
    (project / "seeds" / "bad.txt").write_text(GOOD + "\nReferences\n- 作品 - javascript:alert(1)\n", encoding="utf-8")
    (project / "seeds" / "catalog.yml").write_text("bare.txt: {titel: X}\nnone: {}\n", encoding="utf-8")
    shown = run("seedbed", "check", cwd=project).stdout
    assert "\n    16 | - 作品 - javascript:alert(1)\n       |          ^^^^^^^^^^^^^^^^^^^\n  hint: give an" in shown
    assert "\n     1 | bare.txt: {titel: X}\n       |            ^^^^^\n  hint: did you mean `title`?" in shown
    assert "\nseeds/catalog.yml: 0 errors, 2 warnings\n" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("variable", "value", "coloured"), [("X", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)]
)
def test_colours_are_for_a_terminal_whose_owner_wants_them(
    project: Path, variable: str, value: str, coloured: bool
) -> None:
    leader, follower = pty.openpty()
    environment = {key: word for key, word in os.environ.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm", variable: value}
    process = subprocess.Popen([SEEDBED, "check"], cwd=project, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while piece := _read_piece(leader):
        shown += piece
    assert process.wait(timeout=60) == 0
    assert b"no-" in shown
    assert (b"\x1b[1;33mwarning:\x1b[0m" in shown) == coloured
    assert (b"\x1b[" in shown) == coloured


SLIPS = GOOD.replace("Summary", "Summry").replace("stand here.", "stand here 【4†source】.").replace("\n", "\r\n")


def test_check_writes_nothing_unless_it_is_asked_to(project: Path, run: Run) -> None:
    (project / "seeds" / "slips.txt").write_bytes(SLIPS.encode())
    before = _tree(project)
    done = run("seedbed", "check", cwd=project)
    assert "\nseedbed check --fix puts 2 of these right\n" in done.stdout
    assert _tree(project) == before


def test_check_puts_right_what_it_can_once_and_for_all(project: Path, run: Run) -> None:
    (project / "seeds" / "slips.txt").write_bytes(SLIPS.encode())
    before = _tree(project)
    done = run("seedbed", "check", "--fix", cwd=project)
    assert done.stderr == "seeds/slips.txt: 2 places put right\n"
    assert "misspelt-section" not in done.stdout
    after = before | {"seeds/slips.txt": GOOD.replace("\n", "\r\n").encode()}
    assert _tree(project) == after
    again = run("seedbed", "check", "--fix", cwd=project)
    assert (again.stderr, _tree(project)) == ("", after)


def test_check_puts_nothing_right_through_a_link(project: Path, run: Run) -> None:
    (project / "letter.txt").write_bytes(SLIPS.encode())
    (project / "seeds" / "slips.txt").symlink_to(project / "letter.txt")
    done = run("seedbed", "check", "--fix", cwd=project)
    assert (done.returncode, done.stderr) == (1, "")
    assert "it is a link to another file [unreadable]" in done.stdout
    assert (project / "letter.txt").read_bytes() == SLIPS.encode()


def test_explain_tells_of_one_code_or_lists_them_all(tmp_path: Path, run: Run) -> None:
    assert run("seedbed", "explain", "no-tags", cwd=tmp_path).stdout == explain(CODES["no-tags"]) + "\n"
    assert run("seedbed", "explain", cwd=tmp_path).stdout == list_codes() + "\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["explain", "no-tgas"], "there is no code no-tgas; did you mean `no-tags`?"),
        (["explain", "zzz"], "there is no code zzz; `seedbed explain` lists them"),
        (["chekc"], "there is no command chekc; did you mean `check`?"),
        (["zzz"], "No such command 'zzz'"),
        (["check", "--stict"], "Did you mean '--strict'?"),
    ],
)
def test_a_mistyped_word_on_the_command_line_is_wrong_usage_with_the_right_one(
    words: list[str], hint: str, tmp_path: Path, run: Run
) -> None:
    done = run("seedbed", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr


def test_check_of_one_file_and_strict(project: Path, run: Run) -> None:
    assert run("seedbed", "check", "seeds/markdown.md", cwd=project).returncode == 0
    assert run("seedbed", "check", "seeds/wrapped.txt", cwd=project).returncode == 0
    assert run("seedbed", "check", "seeds/wrapped.txt", "--strict", cwd=project).returncode == 1


def test_no_search_leaves_the_index_out(project: Path, run: Run) -> None:
    assert run("seedbed", "build", cwd=project).returncode == 0
    assert (project / "site" / "pagefind" / "pagefind.js").is_file()
    assert "/search/" in (project / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert run("seedbed", "build", "--no-search", cwd=project).returncode == 0
    assert not (project / "site" / "pagefind").exists()
    assert not (project / "site" / "search").exists()
    for path in (project / "site").rglob("*.html"):
        assert "search/" not in path.read_text(encoding="utf-8"), path


def test_without_pagefind_the_build_says_what_to_do_and_publishes_nothing(project: Path, run: Run) -> None:
    (project / "pagefind_bin.py").write_text("raise ImportError\n", encoding="utf-8")
    done = run("seedbed", "build", cwd=project, PYTHONPATH=str(project))
    assert done.returncode == 3
    assert "the full-text index needs Pagefind, which is not installed or not made for this platform" in done.stderr
    assert "--no-search" in done.stderr
    assert not (project / "site").exists()
    assert run("seedbed", "build", "--no-search", cwd=project, PYTHONPATH=str(project)).returncode == 0


def test_compress_writes_a_packed_file_beside_every_page_and_only_if_asked(project: Path, run: Run) -> None:
    for words, packed in (((), False), (("--compress",), True)):
        assert run("seedbed", "build", "--no-search", *words, cwd=project).returncode == 0
        pages = list((project / "site").rglob("*.html"))
        assert {path.with_name(f"{path.name}.gz").is_file() for path in pages} == {packed}


def test_progress_is_shown_at_a_terminal_only_and_ends_its_line(project: Path, run: Run) -> None:
    for number in range(120):
        text = GOOD.replace("A Title", f"Title {number}")
        (project / "seeds" / f"more-{number}.txt").write_text(text, encoding="utf-8")
    assert "Reading articles" not in run("seedbed", "build", cwd=project).stderr
    leader, follower = pty.openpty()
    process = subprocess.Popen([SEEDBED, "build"], cwd=project, stdout=follower, stderr=follower)
    os.close(follower)
    shown = b""
    while piece := _read_piece(leader):
        shown += piece
    assert process.wait(timeout=60) == 0
    assert b"Reading articles" in shown
    assert b"Writing pages" in shown
    assert re.search(rb"\n123 articles, ", shown)


def _read_piece(handle: int) -> bytes:
    """What a terminal shows next; nothing once the other end is closed."""
    try:
        return os.read(handle, 65536)
    except OSError:
        return b""


def test_messages_survive_a_terminal_that_is_not_utf8(project: Path, run: Run) -> None:
    done = run("seedbed", "check", cwd=project, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_serve_shows_an_article_its_next_version_and_what_is_wrong_with_it(project: Path) -> None:
    command = [SEEDBED, "serve", "--dev-addr", "127.0.0.1:8765"]
    process = subprocess.Popen(command, cwd=project, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    address = "http://127.0.0.1:8765/articles/bare-headings/"
    try:
        assert "There are two suppliers in this example" in _fetch(address, "two suppliers")
        article = project / "seeds" / "bare.txt"
        article.write_text(
            article.read_text(encoding="utf-8").replace("two suppliers", "three suppliers"), encoding="utf-8"
        )
        page = _fetch(address, "three suppliers")
        assert "There are three suppliers in this example" in page
        assert "Only the preview shows this." in page
        assert "<strong>note</strong> in line 14, column 17: the tag “C++” is not in the vocabulary" in page
        assert '"en"' in _fetch("http://127.0.0.1:8765/pagefind/pagefind-entry.json", '"en"')
        assert "bare-headings" in _fetch("http://127.0.0.1:8765/data/articles.json", "bare-headings")
        assert 'aria-current="page">Tags</a>' in _fetch("http://127.0.0.1:8765/tags/", "</html>")
        article.write_bytes(b"\xff\xfe\x00\x00T\x00")
        page = _fetch(address, "the file is UTF-32")
        assert "<strong>error</strong> in line 1, column 1: the file is UTF-32" in page
        assert "There are three suppliers in this example" in page
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _fetch(address: str, until: str) -> str:
    """The page, asked for until it holds the words or half a minute has passed."""
    deadline = time.monotonic() + 30
    text = ""
    while until not in text and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except OSError:
            pass
        time.sleep(0.1)
    return text
