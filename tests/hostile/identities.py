"""A change of a folder that was published in, what became of its addresses out: titles, files, tags and headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from hostile.entries import Entry
from hostile.scenes import Scene, Stage

_REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def play_identity(entry: Entry, stage: Stage) -> Scene | None:
    """What comes of an entry, or None where no scene is known that shows it."""
    act = next((act for pattern, act in _SCENES if re.search(pattern, entry.text)), None)
    return act(entry, stage) if act else None


def _titled(title: str, body: str = "Plain words stand here.", tags: str = "One, Two") -> str:
    return f"{title}\n\n## Introduction\n\n{body}\n\n## Tags\n\n{tags}\n"


def _publish(stage: Stage, files: dict[str, str]) -> set[str]:
    """Publish these articles and record their addresses."""
    (stage.seeds / "sound.txt").unlink(missing_ok=True)
    for name, text in files.items():
        stage.write(name, text)
    stage.build()
    done = stage.run("seedbed", "record", cwd=stage.folder)
    assert done.returncode == 0, done.stderr
    return {path.parent.relative_to(stage.folder / "site").as_posix() + "/" for path in _pages(stage)}


def _pages(stage: Stage) -> list[Path]:
    return sorted((stage.folder / "site").rglob("index.html"))


def _after(stage: Stage, before: set[str]) -> Scene:
    """The site after the change: each address of before answers, and who leads on does so once."""
    built = stage.build()
    silent = [path for path in sorted(before) if not (built.folder / path / "index.html").is_file()]
    loops: list[str] = []
    leads: list[str] = []
    for page in _pages(stage):
        found = _REFRESH.search(page.read_text(encoding="utf-8"))
        if found:
            target = (page.parent / found[1] / "index.html").resolve()
            leads.append(page.parent.name)
            if not target.is_file() or _REFRESH.search(target.read_text(encoding="utf-8")):
                loops.append(f"{page.parent.name} leads to {found[1]}")
    gone = [one for one in built.problems if one["code"] == "gone-article"]
    facts = {
        "url-stable": silent,
        "url-works": silent,
        "no-redirect-loop": loops,
        "redirect": loops + ([] if leads else ["nothing leads on"]),
        "gone-page": silent,
        "warn-located": [] if gone else ["nothing is said of it"],
        "anchor-kept": [],
        "merge-key": [],
    }
    return Scene(built, facts)


def _several(entry: Entry, stage: Stage) -> Scene:
    """`a.txt: "C++" ; b.txt: "C#"`: titles that differ, but for signs that an address has not."""
    titles = dict(re.findall(r'(\w+\.txt): "([^"]+)"', entry.text))
    _publish(stage, {name: _titled(title) for name, title in titles.items()})
    built = stage.build()
    paths = [one["url"] for one in built.items("articles")]
    told = any(all(name in f"{one['path']} {one['message']}" for name in titles) for one in built.problems)
    twice = [] if len(set(paths)) == len(titles) or told else [f"addresses: {paths}"]
    facts = {"unique-slug": twice, "url-works": [one for one in paths if not (built.folder / one).is_dir()]}
    return Scene(built, facts)


def _new_title(entry: Entry, stage: Stage) -> Scene:
    name, old, new = re.search(r'(\S+) title "(.+?)" -> "(.+?)"', entry.text).groups()  # type: ignore[union-attr]
    before = _publish(stage, {name: _titled(old), "other.txt": _titled("Other")})
    stage.write(name, _titled(new))
    return _after(stage, before)


def _new_name(entry: Entry, stage: Stage) -> Scene:
    old, new = re.fullmatch(r"(\S+\.txt) -> (\S+\.txt)", entry.text).groups()  # type: ignore[union-attr]
    before = _publish(stage, {old: _titled("A Title")})
    (stage.seeds / old).rename(stage.seeds / new)
    return _after(stage, before)


def _swap(entry: Entry, stage: Stage) -> Scene:
    before, after = (dict(re.findall(r"(\w+): (\w+)", side)) for side in entry.text.split("->"))
    paths = _publish(stage, {f"{name}.txt": _titled(title) for name, title in before.items()})
    for name, title in after.items():
        stage.write(f"{name}.txt", _titled(title))
    return _after(stage, paths)


def _removed(entry: Entry, stage: Stage) -> Scene:
    name = entry.text.split()[0]
    before = _publish(stage, {name: _titled("Gone"), "other.txt": _titled("Other")})
    (stage.seeds / name).unlink()
    return _after(stage, before)


def _alias(entry: Entry, stage: Stage) -> Scene:
    alias, name = re.fullmatch(r"alias (.+) -> (.+)", entry.text).groups()  # type: ignore[union-attr]
    before = _publish(stage, {"a.txt": _titled("A Title", tags=f"{alias}, Two")})
    stage.write("vocabulary.yml", f"{name}: {{kind: topic, aliases: [{alias}]}}\n")
    scene = _after(stage, before)
    tags = [one["name"] for one in scene.built.items("tags") if alias in one["aliases"]]
    return Scene(scene.built, {**scene.facts, "merge-key": [] if tags == [name] else [f"tags: {tags}"]})


def _headings(entry: Entry, stage: Stage) -> Scene:
    """`## A -> ## B`, or `## A and ## B`: the anchors of headings before and after one is changed or put in."""
    names = re.findall(r"## ?(\S+)", entry.text)
    renamed = "->" in entry.text
    first = names[:1] if renamed else names
    later = names[1:] if renamed else ["New", *names]
    anchors = []
    for headings in (first, later):
        body = "Words.\n\n" + "\n\n".join(f"## {name}\n\nWords of {index}." for index, name in enumerate(headings))
        _publish(stage, {"a.txt": _titled("A Title", body)})
        built = stage.build()
        anchors.append({one["title"]: one["anchor"] for one in built.items("articles")[0]["sections"]})
    moved = [name for name in set(first) & set(later) if anchors[0][name] != anchors[1][name]]
    lost = [anchors[0][name] for name in first if anchors[0][name] not in anchors[1].values()]
    return Scene(built, {"anchor-stable": moved, "anchor-kept": lost})


_SCENES: tuple[tuple[str, Callable[[Entry, Stage], Scene]], ...] = (
    (r'\.txt: "', _several),
    (r" title \"", _new_title),
    (r"^\S+\.txt -> \S+\.txt$", _new_name),
    (r"\w: \w+, \w: \w+ -> ", _swap),
    (r"\.txt removed", _removed),
    (r"^alias ", _alias),
    (r"^## ", _headings),
)
