"""A folder that a build published in, its pages and data files read as a browser and a program read them out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

_UNSEEN = ("script", "style", "title", "template")


class Html(HTMLParser):
    """One page: its elements, ids, metadata, and the text that a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Mapping[str, str]]] = []
        self.text = ""
        self.title = ""
        self.scripts: list[tuple[str, str]] = []
        self._inside: list[str] = []
        self.feed(text)
        self.close()

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def meta(self) -> dict[str, str]:
        """The metadata by name or property."""
        return {
            attributes.get("name") or attributes.get("property", ""): attributes.get("content", "")
            for tag, attributes in self.elements
            if tag == "meta"
        }

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self.elements.append((tag, attributes))
        if tag in _UNSEEN:
            self._inside.append(tag)
            if tag == "script":
                self.scripts.append((attributes.get("type", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text += data
        elif self._inside[-1] == "title":
            self.title += data
        elif self._inside[-1] == "script":
            kind, text = self.scripts[-1]
            self.scripts[-1] = (kind, text + data)


@dataclass(frozen=True)
class Built:
    """What a build left: a folder, an exit code, and what it said."""

    folder: Path
    returncode: int
    said: str
    connections: tuple[str, ...] = ()
    """Where the build asked the network for something."""

    @cached_property
    def problems(self) -> list[dict[str, Any]]:
        return self.items("problems")

    @cached_property
    def articles(self) -> dict[str, dict[str, Any]]:
        """The articles by the path of their source."""
        return {article["source"]: article for article in self.items("articles")}

    def items(self, name: str) -> list[dict[str, Any]]:
        """The items of a data file."""
        items: list[dict[str, Any]] = json.loads((self.folder / "data" / f"{name}.json").read_bytes())["items"]
        return items

    def html(self, url: str) -> Html:
        """The page at an address within the site."""
        return read_html(self.folder / re.split("[?#]", url)[0] / "index.html")

    def pages(self) -> Iterator[tuple[str, Html]]:
        """Every page with its path."""
        for path in sorted(self.folder.rglob("*.html")):
            yield path.relative_to(self.folder).as_posix(), read_html(path)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its path."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.folder).as_posix(), path.read_bytes()


@lru_cache(maxsize=4096)
def read_html(path: Path) -> Html:
    """The page in a file."""
    return Html(path.read_text(encoding="utf-8"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; empty where there is none."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
