"""A bad environment in, what a build in it came to out: caches, clocks, limits, streams, disks not as usual."""

from __future__ import annotations

import errno
import os
import random
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from soaking import COVERED

from hostile.built import Built, tree
from hostile.entries import Entry
from hostile.meddling import meddle
from hostile.scenes import GOOD, Scene, Stage

_SEEDBED = Path(sys.executable).parent / "seedbed"


def play_environment(entry: Entry, stage: Stage) -> Scene | None:
    """What comes of an entry, or None where no scene is known that shows it."""
    act = next((act for pattern, act in _SCENES if re.search(pattern, f"{entry.name}: {entry.text}")), None)
    return act(entry, stage) if act else None


def _same(stage: Stage, built: Built, before: dict[str, bytes]) -> Scene:
    after = tree(built.folder)
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    return Scene(built, {"byte-identical": changed, "byte-identical-or-error-env": changed})


def _published(stage: Stage) -> dict[str, bytes]:
    """The site as a plain build publishes it."""
    for index in range(4):
        stage.write(f"more{index}.txt", GOOD.replace("Sound", f"Sound {index}"))
    built = stage.build()
    assert built.returncode == 0, built.said
    return tree(built.folder)


def _spoilt_cache(entry: Entry, stage: Stage) -> Scene:
    """Bytes flipped, files cut off, values of another program: one spoiling after the other, and a build after each."""
    before = _published(stage)
    source = random.Random(entry.text)
    spoil: dict[str, Callable[[bytes], bytes]] = {
        "flip": lambda data: bytes(byte ^ (index == len(data) // 2) << 3 for index, byte in enumerate(data)),
        "cut": lambda data: data[: source.randrange(len(data))],
        "version": lambda data: data[:32][::-1] + b"\x81\xa1a\x01",
    }
    kind = next(
        (kind for kind, word in (("flip", "flipped"), ("cut", "cut")) if word in entry.name + entry.text), "version"
    )
    for path in (stage.folder / ".cache").rglob("*"):
        if path.is_file():
            path.write_bytes(spoil[kind](path.read_bytes()))
    return _same(stage, stage.build(), before)


def _times(entry: Entry, stage: Stage) -> Scene:
    """Files from the future, as after a clock that was put back."""
    before = _published(stage)
    for path in [*stage.seeds.iterdir(), *(stage.folder / ".cache").rglob("*")]:
        os.utime(path, (4_000_000_000, 4_000_000_000))
    return _same(stage, stage.build(), before)


def _same_second(entry: Entry, stage: Stage) -> Scene:
    """An edit that leaves size and time of a file as they were."""
    _published(stage)
    path = stage.seeds / "sound.txt"
    told = path.stat()
    path.write_text(GOOD.replace("Plain words", "Other words"), encoding="utf-8")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    built = stage.build()
    shown = built.html("articles/a-sound-article/").text
    return Scene(built, {"sees-change": [] if "Other words" in shown else ["the old words are shown"]})


def _variables(**environment: str) -> Callable[[Entry, Stage], Scene]:
    def act(entry: Entry, stage: Stage) -> Scene:
        stage.write("ünïcode.txt", "Ein Tïtel\n\nIntroduction\nWörter.\n")
        before = _published(stage)
        return _same(stage, stage.build("--no-cache", **environment), before)

    return act


def _epochs(entry: Entry, stage: Stage) -> Scene:
    """Every value that is given for the day of a build."""
    before = _published(stage)
    facts: dict[str, list[str]] = {"byte-identical-or-error-env": []}
    built = stage.build()
    for value in re.findall(r"[^\s,\"]+|(?<=\")(?=\")", entry.text):
        built = stage.build("--no-cache", SOURCE_DATE_EPOCH=value)
        told = built.returncode == 3 and "Traceback" not in built.said and "SOURCE_DATE_EPOCH" in built.said
        if not told and (built.returncode or tree(built.folder) != before):
            facts["byte-identical-or-error-env"].append(f"{value!r}: {built.returncode} {built.said}")
    return Scene(built, facts)


def _zones(entry: Entry, stage: Stage) -> Scene:
    before = _published(stage)
    changed: list[str] = []
    built = stage.build()
    for zone in re.findall(r"TZ=(\S+)", entry.text):
        built = stage.build("--no-cache", TZ=zone)
        changed += [path for path, data in tree(built.folder).items() if before.get(path) != data]
    return Scene(built, {"byte-identical": changed})


def _shell(stage: Stage, line: str) -> Built:
    line = f"unset {COVERED}; {line.replace('seedbed', str(_SEEDBED))}"
    done = stage.run("bash", "-c", line, cwd=stage.folder)
    return Built(stage.folder / "site", done.returncode, done.stdout + done.stderr)


def _masks(entry: Entry, stage: Stage) -> Scene:
    before = _published(stage)
    changed: list[str] = []
    modes: list[str] = []
    built = stage.build()
    for mask in re.findall(r"\b0\d\d\b", entry.text):
        built = _shell(stage, f"umask {mask}; seedbed build --no-search --no-cache")
        changed += [path for path, data in tree(built.folder).items() if before.get(path) != data]
        for path in built.folder.rglob("*"):
            if path.stat().st_mode & 0o777 != (0o755 if path.is_dir() else 0o644):
                modes.append(f"{path.name} {path.stat().st_mode:o}")
    return Scene(built, {"byte-identical": changed, "modes-fixed": modes})


def _order(entry: Entry, stage: Stage) -> Scene:
    before = _published(stage)
    built = stage.build("--no-cache", **meddle(stage.folder.parent / "meddled", "_shuffled(3)"))
    return _same(stage, built, before)


def _clock(entry: Entry, stage: Stage) -> Scene:
    before = _published(stage)
    built = stage.build("--no-cache", **meddle(stage.folder.parent / "meddled", "_clock_goes_back()"))
    return _same(stage, built, before)


def _failed(stage: Stage, built: Built, before: dict[str, bytes]) -> Scene:
    """The judgement of a build that the disk made fail: one message, exit code 3, and the site as it was."""
    told = built.returncode == 3 and re.search(r"(?m)^(?:error: )?[^\n]+; [^\n]+$", built.said)
    kept = [] if tree(built.folder) == before else ["the published site has changed"]
    facts = {"site-kept": kept, "error-env": [] if told else [f"exit code {built.returncode}: {built.said}"]}
    return Scene(built, facts)


def _renames(entry: Entry, stage: Stage) -> Scene:
    before = _published(stage)
    stage.write("new.txt", GOOD.replace("Sound", "New"))
    scenes = []
    for name in re.findall(r"E[A-Z]{3,}", entry.text):
        call = f"_fail_nth_call(1, {getattr(errno, name)}, {str(stage.folder)!r}, {{'os.rename'}})"
        built = stage.build("--no-cache", **meddle(stage.folder.parent / "meddled", "_without_exchange()", call))
        scenes.append(_failed(stage, built, before))
    facts = {name: [one for scene in scenes for one in scene.facts[name]] for name in ("site-kept", "error-env")}
    return Scene(scenes[-1].built, facts)


def _read_only(entry: Entry, stage: Stage) -> Scene:
    _published(stage)
    before = tree(stage.seeds)
    stage.seeds.chmod(0o555)
    built = stage.build("--no-cache")
    stage.seeds.chmod(0o755)
    facts = [] if built.returncode == 0 and tree(stage.seeds) == before else [built.said]
    return Scene(built, {"builds-ok": facts})


def _small_files(entry: Entry, stage: Stage) -> Scene:
    before = _published(stage)
    stage.write("new.txt", GOOD.replace("Sound", "New"))
    return _failed(stage, _shell(stage, "ulimit -f 16; seedbed build --no-search --no-cache"), before)


def _little_memory(entry: Entry, stage: Stage) -> Scene:
    found = re.search(r"RLIMIT_AS (\d+) MB", entry.name)
    _published(stage)
    for index in range(1000):
        stage.write(f"many/m{index}.txt", GOOD.replace("Sound", f"Many {index}"))
    built = _shell(
        stage, f"ulimit -v {int(found[1]) * 1024 if found else 524288}; seedbed build --no-search --no-cache"
    )
    bad = built.returncode not in (0, 3) or "Traceback" in built.said
    return Scene(built, {"builds-ok-or-error-env": [f"{built.returncode}: {built.said[-2000:]}"] if bad else []})


def _closed_pipe(entry: Entry, stage: Stage) -> Scene:
    _published(stage)
    ends = []
    for command in ("build --no-search", "check", "explain"):
        done = stage.run("bash", "-c", f"set -o pipefail; {_SEEDBED} {command} 2>err | head -0", cwd=stage.folder)
        said = (stage.folder / "err").read_text(encoding="utf-8")
        if done.returncode not in (0, 141) or "Traceback" in said or "BrokenPipe" in said:
            ends.append(f"{command}: {done.returncode} {said}")
    return Scene(stage.build(), {"exit-ok": ends, "no-traceback": ends})


def _bare(entry: Entry, stage: Stage) -> Scene:
    _published(stage)
    done = stage.run("env", "-i", str(_SEEDBED), "build", "--no-search", cwd=stage.folder)
    built = Built(stage.folder / "site", done.returncode, done.stdout + done.stderr)
    return Scene(built, {"builds-ok": [] if built.returncode == 0 else [built.said]})


def _blind_to_case(entry: Entry, stage: Stage) -> Scene:
    for index, name in enumerate(("Alpha", "ALPHA", "alpha", "Straße", "STRASSE")):
        stage.write(f"case{index}.txt", GOOD.replace("A Sound Article", name))
    built = stage.build()
    folded = [unicodedata.normalize("NFC", path).casefold() for path in tree(built.folder)]
    twice = sorted({path for path in folded if folded.count(path) > 1})
    told = built.returncode == 0 or all("seeds/" in one["message"] for one in built.problems if one["level"] == "error")
    return Scene(built, {"builds-ok-or-both-locations": twice + ([] if told else [built.said])})


_SCENES: tuple[tuple[str, Callable[[Entry, Stage], Scene]], ...] = (
    (r"cache: (?:one byte|truncated|from another)", _spoilt_cache),
    (r"future mtime", _times),
    (r"mtime equal", _same_second),
    (r"RLIMIT_AS", _little_memory),
    (r"RLIMIT_FSIZE", _small_files),
    (r"EPIPE", _closed_pipe),
    (r"PYTHONIOENCODING", _variables(PYTHONIOENCODING="ascii", LC_ALL="C")),
    (r"TZ=", _zones),
    (r"umask", _masks),
    (r"disorderfs|directory order", _order),
    (r"SOURCE_DATE_EPOCH", _epochs),
    (r"faketime|clock jumps", _clock),
    (r"publish rename", _renames),
    (r"mode 0555", _read_only),
    (r"casefold", _blind_to_case),
    (r"env -i", _bare),
)
