"""How fast Seedbed builds beside MkDocs with Material and beside Hugo, on the same made-up articles: `make bench`.

    PYTHONPATH=tests .venv/bin/python tests/benchmarks/build.py [--articles 1000] [--rounds 3] [--only NAME]...

Whole processes are timed from outside, one after the other in every round, so that a noisy machine is as noisy to all.
What counts are the ratios of their medians. The table goes to `bench.json`, with what the machine is.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from large import write_corpus
from pagefind_bin import get_executable

BIN = Path(sys.executable).parent
EDITED = "000007.txt"
TENTH = "seedbed, cold, a tenth"
SEEDBED = "site_name: Large\nsite_url: https://large.example/\ndocs_dir: docs\ntheme: seedbed\nplugins:\n  - seedbed\n"
MATERIAL = "site_name: Large\nsite_url: https://large.example/\ntheme: material\nplugins:\n  - search\n  - tags\n"
HUGO = 'baseURL = "https://large.example/"\ntitle = "Large"\n[taxonomies]\ntag = "tags"\n'
HEAD = "<html lang='en'><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"
LINK = "<a href='{{ .RelPermalink }}'>{{ .Title }}</a>"
SINGLE = HEAD + "{{ .Content }}\n{{ range .GetTerms `tags` }}" + LINK + "{{ end }}"
LISTED = HEAD + "\n{{ range .Pages }}" + LINK + "{{ end }}"


@dataclass
class Contestant:
    """A command in a folder, what is done before it, and how long and how large each run of it was."""

    name: str
    command: list[str]
    folder: Path
    before: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run the command once, as a whole process."""
        self.before()
        started = time.monotonic()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(self.command, cwd=self.folder, stdout=said, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(process.pid, 0)
            took = time.monotonic() - started
            if os.waitstatus_to_exitcode(status):
                said.seek(0)
                sys.exit(f"{self.name} failed:\n{said.read().decode(errors='replace')[-2000:]}")
        self.seconds.append(took)
        self.megabytes.append(used.ru_maxrss / 1024)


def contestants(root: Path, number: int) -> Iterator[Contestant]:
    """The builds that are compared, in the order in which each round runs them."""
    ours, theirs, hugo = root / "seedbed", root / "material", root / "hugo"
    tenth = root / "tenth"
    for folder, articles in ((ours, number), (tenth, number // 10)):
        write_corpus(folder / "seeds", articles)
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(SEEDBED, encoding="utf-8")
    _copy(
        ours / "seeds", theirs / "docs", "---\ntitle: {title}\ndescription: {description}\ntags: [{tags}]\n---\n{body}"
    )
    (theirs / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    (theirs / "docs" / "index.md").write_text("# Large\n", encoding="utf-8")
    _copy(
        ours / "seeds",
        hugo / "content",
        '---\ntitle: "{title}"\ndescription: "{description}"\ntags: [{tags}]\n---\n{body}',
    )
    (hugo / "hugo.toml").write_text(HUGO, encoding="utf-8")
    (hugo / "layouts" / "_default").mkdir(parents=True)
    (hugo / "layouts" / "_default" / "single.html").write_text(SINGLE, encoding="utf-8")
    (hugo / "layouts" / "_default" / "list.html").write_text(LISTED, encoding="utf-8")
    seedbed = str(BIN / "seedbed")

    def forget() -> None:
        for folder in (ours, tenth):
            for path in (folder / "site", folder / ".cache"):
                shutil.rmtree(path, ignore_errors=True)

    yield Contestant("seedbed, check", [seedbed, "check"], ours, forget)
    yield Contestant(TENTH, [seedbed, "build", "--no-search"], tenth, forget)
    yield Contestant("seedbed, cold", [seedbed, "build", "--no-search"], ours, forget)
    yield Contestant("seedbed, nothing changed", [seedbed, "build", "--no-search"], ours)
    yield Contestant(
        "seedbed, one edit", [seedbed, "build", "--no-search"], ours, lambda: _edit(ours / "seeds" / EDITED)
    )
    yield Contestant("seedbed, cold, search", [seedbed, "build"], ours, forget)
    yield Contestant("seedbed, one edit, search", [seedbed, "build"], ours, lambda: _edit(ours / "seeds" / EDITED))
    yield Contestant("hugo", [str(BIN / "hugo"), "--quiet", "--destination", "public", "--cleanDestinationDir"], hugo)
    yield Contestant("pagefind on hugo", [str(get_executable()), "--site", "public"], hugo)
    yield Contestant("mkdocs, material", [str(BIN / "mkdocs"), "build", "--quiet"], theirs)


def main() -> None:
    """Run every contestant in turn, round after round, and print medians, spread, memory and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", default=[], help="contestants whose name starts so")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        every = [
            c
            for c in contestants(Path(folder), chosen.articles)
            if not chosen.only or c.name.startswith(tuple(chosen.only))
        ]
        for number in range(chosen.rounds):
            for one in every:
                one.run()
                print(f"round {number + 1}: {one.name:<28}{one.seconds[-1]:>8.1f} s", file=sys.stderr)
    _report(every, chosen.articles)


def _report(every: list[Contestant], articles: int) -> None:
    took = {one.name: median(one.seconds) for one in every}
    print(f"{articles:,} articles, {len(every[0].seconds)} rounds, {_machine()}")
    for one in every:
        spread = f"{min(one.seconds):.1f} to {max(one.seconds):.1f}"
        memory = f"{max(one.megabytes):>6.0f} MB in the largest process"
        print(f"{one.name:<28}{took[one.name]:>8.1f} s  {spread:>16}  {memory}")
    indexed = took.get("hugo", 0) + took.get("pagefind on hugo", 0)
    ratios = {
        "P1 cold / hugo (bar 1.0)": ("seedbed, cold", took.get("hugo")),
        "P1 cold / material (bar 0.2)": ("seedbed, cold", took.get("mkdocs, material")),
        "P2 cold, search / hugo and pagefind (bar 1.0)": ("seedbed, cold, search", indexed),
        "P3 one edit / hugo (bar 0.25)": ("seedbed, one edit", took.get("hugo")),
        "P3 one edit, search / hugo and pagefind (bar 0.35)": ("seedbed, one edit, search", indexed),
        "P4 cold / a tenth of the articles (bar 11)": ("seedbed, cold", took.get(TENTH)),
    }
    found = {name: round(took[mine] / other, 2) for name, (mine, other) in ratios.items() if mine in took and other}
    for name, ratio in found.items():
        print(f"{name:<54}{ratio:>6.2f}")
    largest = max(
        (max(one.megabytes) for one in every if one.name in ("seedbed, cold", "seedbed, one edit")), default=0
    )
    print(f"{'P4 MB in the largest process (bar 600 at 10,000)':<54}{largest:>6.0f}")
    print(f"{'P6 seconds of a check (bar 3 at 1,000)':<54}{took.get('seedbed, check', 0):>6.1f}")
    kept = {
        "machine": _machine(), "articles": articles, "ratios": found,
        "seconds": {one.name: [round(second, 2) for second in one.seconds] for one in every},
        "megabytes": {one.name: round(max(one.megabytes)) for one in every},
    }  # fmt: skip
    Path("bench.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _edit(path: Path) -> None:
    """Change a word of one article."""
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("\nSummary\n", f"\nEdited in {time.monotonic_ns()} steps.\n\nSummary\n"), encoding="utf-8"
    )


def _copy(seeds: Path, folder: Path, shape: str) -> None:
    """The same articles as Markdown with front matter."""
    folder.mkdir(parents=True)
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        body, _, rest = text.partition("\nMeta Description\n")
        description, _, rest = rest.partition("\n\nTags\n")
        tags, _, references = rest.partition("\n\nReference Links\n")
        title, _, body = body.partition("\n")
        page = shape.format(
            title=title, description=description, tags=tags, body=f"{body}\n\n## References\n\n{references}"
        )
        (folder / f"{path.stem}.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
