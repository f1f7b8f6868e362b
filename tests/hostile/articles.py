"""Entries in, a folder of articles out that holds each in every field it names, so that one build meets them all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.articles import read_article
from generator.model import Source
from hostile.entries import TEXT_FIELDS, Entry

FORMS = ("text", "front")
"""How an article says things: by its sections, or by its front matter, where a value may be anything."""
ADDRESSES = ("reference_url", "image_url")
FIELDS = {
    *TEXT_FIELDS,
    *ADDRESSES,
    "article",
    "file_bytes",
    "front_matter",
    "reference_links",
    "date",
    "filename",
    "stats",
}
"""The fields that an article has; everything else needs a scenario of its own."""

_MARKED = {
    "section_heading": "## {start} {text} {end}\n\nWords below the heading.",
    "table_cell": "| Name | Value |\n|---|---|\n| {start} {text} {end} | 1 |",
    "list_item": "- {start} {text} {end}\n- another",
    "code_span": "Here `{start} {text} {end}` stands.",
    "fence_info": "```{start} {text} {end}\ncode\n```",
    "image_alt": "![{start} {text} {end}](https://example.org/picture.png)",
}
"""Fields inside the text, with a mark on either side by which what became of them is found."""


def mark(field: str, end: bool = False) -> str:
    """The word before a field inside the text, or the one after it."""
    return f"kx{TEXT_FIELDS.index(field)}{'z' if end else 'a'}"


def write_seeds(entries: Iterable[Entry], folder: Path) -> None:
    """Write the articles of every entry that an article can hold, and the vocabulary and catalog they need."""
    folder.mkdir(parents=True)
    terms: dict[str, dict[str, object]] = {}
    catalog: dict[str, dict[str, object]] = {}
    for entry in entries:
        if entry.field not in FIELDS and entry.field != "any-text":
            continue
        for name, data in article_files(entry).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
            if entry.field in ("any-text", "article", "file_bytes") and read_article(Source(name, data))[0]:
                catalog[name] = {"slug": Path(name).stem}  # many titles are alike, or are alike but for their signs
        if "entity" in entry.fields:
            terms |= {one_line(entry.text): {"kind": "organization", "aliases": [f"Alias {one_line(entry.text)}"]}}
        if entry.field == "reference_url":
            terms[f"Home of {entry.id}"] = {"kind": "organization", "homepage": entry.text}
    for name, values in (("vocabulary.yml", terms), ("catalog.yml", catalog)):
        lines = [
            f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in values.items()
        ]
        (folder / name).write_bytes("".join(lines).encode("utf-8", "surrogatepass"))


def article_files(entry: Entry) -> Mapping[str, bytes]:
    """The files that hold one entry, by name."""
    if entry.field == "file_bytes":
        return {f"{entry.stem}.txt": entry.data}
    if entry.field == "filename":
        name = entry.text.replace("/", "_")
        return {f"{entry.stem}/{name}": _article({}, entry).encode()}
    texts = {f"{entry.stem}-text.txt": _article(dict.fromkeys(entry.fields, entry.text), entry)}
    if set(entry.fields) & {
        "title",
        "summary",
        "meta_description",
        "tags",
        "author",
        "reference_text",
        "reference_url",
    }:
        texts[f"{entry.stem}-front.txt"] = _with_front_matter(entry)
    return {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}


def one_line(text: str) -> str:
    """The text on one line, as a field of one line holds it."""
    return " ".join(text.split())


def _article(fields: Mapping[str, str], entry: Entry) -> str:
    """An article in plain text that has the fields given, and plain words in all others."""
    if "article" in fields:
        return fields["article"]
    given = {name: one_line(text) for name, text in fields.items()}
    parts = [f"---\n{fields['front_matter']}"] if "front_matter" in fields else []
    if "front_matter" in fields:
        parts = [fields["front_matter"]]
    parts += [fields.get("title", f"Article of {entry.id}") or "Untitled"]
    parts += [f"Date: {given['date']}"] if "date" in fields else []
    parts += [f"Authors: {given['author']}"] if "author" in fields else []
    parts += ["## Introduction\n\nPlain words stand here, and OpenAI signed with Oracle."]
    parts += [f"## Body\n\n{fields['body']}"] if "body" in fields else []
    parts += [f"## Figures\n\nOpenAI spent ${given['stats']} billion in 2025."] if "stats" in fields else []
    for name, shape in _MARKED.items():
        if name in fields:
            text = shape.format(start=mark(name), end=mark(name, end=True), text=given[name])
            parts.append(text if name == "section_heading" else f"## Part {name.replace('_', ' ')}\n\n{text}")
    parts += [f"## Named\n\nHere {given['entity']} is named."] if "entity" in fields else []
    for name in ADDRESSES:
        if name in fields:
            parts.append(_body_addresses(fields[name], image=name == "image_url"))
    parts += [f"## Summary\n\n{fields.get('summary', 'A summary stands here.')}"]
    parts += [f"## Meta Description\n\n{given.get('meta_description', f'What {entry.id} is about.')}"]
    parts += [f"## Tags\n\n{fields.get('tags', 'One, Two')}"]
    parts += [f"## Reference Links\n\n{_references(fields, entry)}"]
    return "\n\n".join(parts) + "\n"


def _references(fields: Mapping[str, str], entry: Entry) -> str:
    if "reference_links" in fields:
        return fields["reference_links"]
    listed = [f"- A work for {entry.id} - https://example.org/{entry.stem}"]
    if "reference_text" in fields:
        listed.append(f"- {one_line(fields['reference_text'])} - https://example.org/{entry.stem}/text")
    if "reference_url" in fields:
        url = fields["reference_url"]
        listed += [f"- {url}", f"- Titled {entry.id} - {url}", f"- [Linked {entry.id}]({url})", f"- <{url}>"]
    return "\n".join(listed)


def _body_addresses(url: str, image: bool) -> str:
    """An address in every place where running text may have one."""
    shapes = (
        ("![picture]({})",) if image else ("[link]({})", "<{}>", "bare {} word", "![picture]({})", "[x]: {}\n\n[x]")
    )
    return "## Addresses\n\n" + "\n\n".join(shape.format(url) for shape in shapes)


def _with_front_matter(entry: Entry) -> str:
    """The same entry in front matter, each value in quotes as JSON writes them, so that it is exactly the text."""
    keys = {"title": "title", "summary": "summary", "meta_description": "description", "author": "authors"}
    values: dict[str, object] = {keys[name]: entry.text for name in entry.fields if name in keys}
    values.setdefault("title", f"Article of {entry.id} in front matter")
    if "tags" in entry.fields:
        values["tags"] = [entry.text, "Other"]
    works = [{"title": f"A work for {entry.id}", "url": f"https://example.org/{entry.stem}"}]
    if "reference_text" in entry.fields:
        works.append({"title": entry.text, "url": f"https://example.org/{entry.stem}/front"})
    if "reference_url" in entry.fields:
        works.append({"title": f"Fronted {entry.id}", "url": entry.text})
    values["references"] = works
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return f"---\n{front}\n---\n\n## Introduction\n\nPlain words stand here.\n"
