"""A bad input that is no text of an article in, what a build made of it out: folders, configuration, command lines."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import CONFIG, Run

from hostile.built import Built, tree
from hostile.entries import Entry
from hostile.in_reports import MISSING

GOOD = "A Sound Article\n\nIntroduction\nPlain words stand here.\n\nTags\nOne, Two\n"
MARKER = "planted-marker"
"""What stands in files that no build may read."""


@dataclass(frozen=True)
class Scene:
    """What a build left, what it said, and what an oracle cannot find out from these."""

    built: Built
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Stage:
    """A knowledge base of one sound article, in a folder of its own."""

    folder: Path
    run: Run

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    def write(self, name: str, text: str) -> None:
        """Put an article into the folder."""
        (self.seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (self.seeds / name).write_bytes(text.encode("utf-8", "surrogatepass"))

    def build(self, *options: str, **environment: str) -> Built:
        """Build it."""
        done = self.run("seedbed", "build", "--no-search", *options, cwd=self.folder, **environment)
        return Built(self.folder / "site", done.returncode, done.stdout + done.stderr)


def set_up(folder: Path, run: Run) -> Stage:
    """The stage, and a file outside it that must not be read."""
    stage = Stage(folder / "base", run)
    (stage.folder / "docs").mkdir(parents=True)
    (stage.folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "secret.txt").write_text(MARKER, encoding="utf-8")
    stage.write("sound.txt", GOOD)
    return stage


def play(entry: Entry, stage: Stage) -> Scene | None:
    """What comes of an entry, or None where no scene is known that shows it."""
    act = next((act for fits, act in _SCENES if fits(entry)), None)
    return act(entry, stage) if act else None


def kept_when_strict(entry: Entry, files: Mapping[str, bytes], stage: Stage) -> list[str]:
    """What of the published site a strict build with these files changed."""
    built = stage.build()
    assert built.returncode == 0, built.said
    before = tree(stage.folder / "site")
    for name, data in files.items():
        stage.write(name, "")
        (stage.seeds / name).write_bytes(data)
    built = stage.build("--strict")
    changed = ["a strict build ended well"] if not built.returncode else []
    return changed + (["the published site has changed"] if tree(stage.folder / "site") != before else [])


def _link(entry: Entry, stage: Stage) -> Scene:
    """`content/name -> target`: a link in the folder of articles."""
    name, target = re.fullmatch(r"content/(\S+) -> (\S+)", entry.text).groups()  # type: ignore[union-attr]
    os.symlink(stage.seeds if target == "content" else target, stage.seeds / name)
    return _built(entry, stage)


def _folder(entry: Entry, stage: Stage) -> Scene:
    """`content/x.txt/ is a directory`."""
    (stage.seeds / entry.text.split("/")[1]).mkdir()
    return _built(entry, stage)


def _deep(entry: Entry, stage: Stage) -> Scene:
    """An article two hundred folders down."""
    stage.write("/".join(["d"] * 200) + "/a.txt", GOOD.replace("Sound", "Deep"))
    return _built(entry, stage)


def _growing(entry: Entry, stage: Stage) -> Scene:
    """A file that somebody else writes to all the time while it is read."""
    path, end = stage.seeds / "a.txt", threading.Event()
    path.write_bytes(b"words " * 400_000)

    def grow() -> None:
        while not end.wait(0.01) and path.stat().st_size < 50_000_000:
            with path.open("ab") as file:
                file.write(b"words " * 10_000)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        return _built(entry, stage)
    finally:
        end.set()
        writer.join()


def _beside(entry: Entry, stage: Stage) -> Scene:
    """`content/page.html with <script>…`: a file of another kind among the articles."""
    name, text = re.fullmatch(r"content/(\S+) with (.*)", entry.text, re.S).groups()  # type: ignore[union-attr]
    stage.write(name, text)
    return _absent(entry, stage, text)


def _picture(entry: Entry, stage: Stage) -> Scene:
    """A picture among the articles: SVG as it stands, or a photograph with the name given."""
    is_svg = "<svg" in entry.text
    stage.write("picture.svg" if is_svg else entry.text.split()[0], entry.text)
    return _absent(entry, stage, entry.text)


def _absent(entry: Entry, stage: Stage, text: str) -> Scene:
    scene = _built(entry, stage)
    found = [path for path, data in tree(stage.folder / "site").items() if text.encode() in data]
    return Scene(scene.built, {**scene.facts, "no-exec": [f"{path} holds it" for path in found]})


def _yaml(entry: Entry, stage: Stage) -> Scene:
    """YAML that an editor writes: as the vocabulary, as the catalog, and as the front matter of an article."""
    stage.write("vocabulary.yml", entry.text)
    stage.write("catalog.yml", entry.text)
    stage.write("front.txt", f"---\n{entry.text}\n---\n\nIntroduction\nWords.\n")
    scene = _built(entry, stage)
    ran = [f"{path.name} was made" for path in stage.folder.rglob("pwned*")]
    facts: dict[str, list[str]] = {"no-exec": ran}
    if "error-located" in entry.oracles:
        wrong = {one["path"] for one in scene.built.problems if one["level"] == "error" and one["hint"]}
        told = {one["path"] for one in scene.built.problems if one["code"] not in MISSING}
        silent = {"seeds/vocabulary.yml", "seeds/catalog.yml", "seeds/front.txt"} - told
        facts["error-located"] = [f"nothing is said of {path}" for path in sorted(silent)]
        facts["error-located"] += [] if "seeds/vocabulary.yml" in wrong else ["no error in the vocabulary"]
    return Scene(scene.built, {**scene.facts, **facts})


def _onto_itself(entry: Entry, stage: Stage) -> Scene:
    """Publishing into the project's own folders, each of which holds what no build wrote."""
    before = tree(stage.folder)
    facts: dict[str, list[str]] = {"error-located": [], "no-deletion": []}
    built = None
    for folder in (".", "seeds", "docs", "..", "seeds/site"):
        built = stage.build("--site-dir", folder)
        if built.returncode not in (2, 3) or not re.search(r"--site-dir|'site_dir'", built.said):
            facts["error-located"].append(f"--site-dir {folder} ends with {built.returncode}: {built.said}")
        if {path: data for path, data in tree(stage.folder).items() if path in before} != before:
            facts["no-deletion"].append(f"--site-dir {folder} changed files")
    assert built
    return Scene(Built(stage.folder / "site", built.returncode, built.said), facts)


def _archives(entry: Entry, stage: Stage) -> Scene:
    """Every archive that a build writes; there is none but packed single files, which name no member."""
    built = stage.build("--compress")
    kinds = (".zip", ".tar", ".tgz", ".tar.gz", ".7z", ".whl")
    found = [path for path in tree(built.folder) if path.endswith(kinds)]
    named = [path for path, data in tree(built.folder).items() if path.endswith(".gz") and data[3] & 8]
    return Scene(built, {"within-root": found + named})


def _built(entry: Entry, stage: Stage) -> Scene:
    """A build of the folder as it stands, with what is wrong with it whatever the entry is about."""
    built = stage.build()
    read = [path for path, data in tree(built.folder).items() if MARKER.encode() in data]
    facts = {"no-file-read": read}
    if {"time", "memory"} & set(entry.oracles):
        slow = list(_slow(stage))
        facts |= {"time": slow, "memory": slow}
    return Scene(built, facts)


def _slow(stage: Stage) -> Iterator[str]:
    """Whether reading the folder takes longer, or more memory, than one that people write."""
    done = stage.run(
        "python", "-c", _MEASURE, str(stage.seeds), cwd=stage.folder, PYTHONPATH=str(Path(__file__).parents[2])
    )
    seconds, megabytes = map(float, done.stdout.split())
    if seconds > 2 or megabytes > 512:
        yield f"{seconds:.1f} s, {megabytes:.0f} MB"


_MEASURE = """
import resource, sys, time
from pathlib import Path
from generator import files
from generator.build import read_all
start = time.process_time()
sources, extras, _ = files.read_sources(Path(sys.argv[1]))
read_all(sources, extras)
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

_Scenes = tuple[tuple[Callable[[Entry], bool], Callable[[Entry, Stage], Scene]], ...]
_SCENES: _Scenes = (
    (lambda entry: entry.field == "config", _yaml),
    (lambda entry: entry.field == "cli", _onto_itself),
    (lambda entry: entry.field == "export", _archives),
    (lambda entry: entry.field == "image_bytes", _picture),
    (lambda entry: entry.field == "tree" and entry.setup == "symlink", _link),
    (lambda entry: entry.field == "tree" and entry.setup == "mkdir", _folder),
    (lambda entry: entry.field == "tree" and entry.setup == "deep", _deep),
    (lambda entry: entry.field == "tree" and entry.setup == "race", _growing),
    (lambda entry: entry.field == "tree" and " with <" in entry.text, _beside),
)
