"""The safe HTML of an article's blocks in, CommonMark with the same words and links out.

Tables and struck text are written as GitHub writes them. Ids, and links within the page, have no form in Markdown and
are left out; the words stay.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import zip_longest

_TAG = re.compile(r"<(/?)([a-z]+\d?)([^<>]*)>")  # <td class="sb-right">
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_SENTENCE = re.compile(r"</?span[^<>]*>")
_LABEL = re.compile(r'<pre><span class="sb-code-label">([^<>]*)</span>')
_SPECIAL = re.compile(r"[`*\[\]<\\_~&!]")
_ENTITY = re.compile(r"&#?\w+;")
_LINE_START = re.compile(
    r"(#{1,6})(?=\s|$)|([-+])(?=\s|$)|(>)|(\d{1,9})(?=[.)](?:\s|$))|(?=([=|:\-])[-=:|\s]*$)"
)  # a heading, an item, a quote, a numbered item, an underline or the second line of a table
_RUNS = re.compile(r"`+")
_VOID = frozenset({"br", "hr"})
_LISTS = frozenset({"ul", "ol"})
_BLOCKS = frozenset({"p", "ul", "ol", "blockquote", "pre", "table", "div", "hr"})
_STRESS = {"strong": "**", "em": "*", "s": "~~"}
_EDGES = string.punctuation + string.whitespace
_ALIGNED = {"sb-left": ":---", "sb-center": ":---:", "sb-right": "---:"}


def write_markdown(html: str) -> str:
    """The Markdown of a run of blocks, without a line end at its end."""
    return _write_blocks(_read(html).children)


def escape_text(text: str) -> str:
    """Plain text as one line of Markdown in which every sign stands for itself."""
    return _mend_starts(_escape(" ".join(text.split())))


@lru_cache(maxsize=1 << 14)  # the same tags come in every article
def write_link(text: str, url: str) -> str:
    """A link whose text is plain."""
    return f"[{_escape(text)}]({_target(url)})"


@dataclass(slots=True)
class _Element:
    """A tag with what stands in it: elements, and text with its entities resolved."""

    tag: str
    attributes: dict[str, str]
    children: list[_Element | str] = field(default_factory=list)


def _read(html: str) -> _Element:
    """The elements of HTML that is known to be well formed."""
    html = _SENTENCE.sub("", _LABEL.sub(r"<pre><b>\1</b>", html) if "<pre>" in html else html)
    open_ones = [_Element("", {})]
    end = 0
    for tag in _TAG.finditer(html):
        if tag.start() > end:
            open_ones[-1].children.append(unescape(html[end : tag.start()]))
        end = tag.end()
        if tag[1]:
            open_ones.pop()
            continue
        # Strong within strong is no stronger, and would only make more stars.
        known = tag[2] not in _STRESS or all(one.tag != tag[2] for one in open_ones)
        element = _Element(
            tag[2] if known else "", {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[3])}
        )
        open_ones[-1].children.append(element)
        if element.tag not in _VOID:
            open_ones.append(element)
    if end < len(html):
        open_ones[-1].children.append(unescape(html[end:]))
    return open_ones[0]


def _write_blocks(children: Sequence[_Element | str], between: str = "\n\n") -> str:
    """Blocks one after another; runs of words among them are paragraphs."""
    written: list[str] = []
    words: list[_Element | str] = []
    before: tuple[str, bool] = ("", False)
    for child in [*children, None]:
        if child is not None and (isinstance(child, str) or child.tag not in _BLOCKS):
            words.append(child)
            continue
        if paragraph := _paragraph(words):
            written.append(paragraph)
            before = ("", False)
        words = []
        if child is not None:
            # Two lists of one kind in a row would become one: the second takes the other marker.
            before = (child.tag, child.tag in _LISTS and before == (child.tag, False))
            if block := _write_block(child, other=before[1]):
                written.append(block)
    return between.join(written)


def _write_block(element: _Element, other: bool) -> str:
    if element.tag == "p":
        return _paragraph(element.children)
    if element.tag in _LISTS:
        return _list(element, other)
    if element.tag == "blockquote":
        return "\n".join(f"> {line}".rstrip() for line in _write_blocks(element.children).split("\n"))
    if element.tag == "pre":
        return _code_block(element)
    if element.tag == "table":
        return _table(element)
    return "***" if element.tag == "hr" else _write_blocks(element.children)


def _paragraph(children: Sequence[_Element | str]) -> str:
    return _mend_starts(_write_words(children).strip())


def _list(element: _Element, other: bool) -> str:
    """A list; without paragraphs in its items it is tight."""
    items = [child for child in element.children if isinstance(child, _Element)]
    loose = any(isinstance(child, _Element) and child.tag == "p" for item in items for child in item.children)
    written: list[str] = []
    for number, item in enumerate(items, int(element.attributes.get("start", "1"))):
        marker = ("*" if other else "-") if element.tag == "ul" else f"{number}{')' if other else '.'}"
        text = _write_blocks(item.children, "\n\n" if loose else "\n")
        inner = text.replace("\n", "\n" + " " * (len(marker) + 1))
        written.append(re.sub(r"(?m)^ +$", "", f"{marker} {inner}".rstrip()))
    return ("\n\n" if loose else "\n").join(written)


def _code_block(element: _Element) -> str:
    label = "".join(_text(child) for child in element.children if isinstance(child, _Element) and child.tag == "b")
    code = "".join(_text(child) for child in element.children if isinstance(child, _Element) and child.tag == "code")
    sign = "~" if "`" in label else "`"
    longest = max((len(run) for run in re.findall(re.escape(sign) + "+", code)), default=0)
    fence = sign * max(3, longest + 1)
    label = label.replace("\\", "\\\\").replace("&", "\\&")
    return f"{fence}{label}\n{code}{'' if code.endswith(chr(10)) or not code else chr(10)}{fence}"


def _table(element: _Element) -> str:
    """A table with bars; one without a row is nothing."""
    rows = [
        [cell for cell in row.children if isinstance(cell, _Element)]
        for part in element.children
        if isinstance(part, _Element)
        for row in part.children
        if isinstance(row, _Element)
    ]
    if not rows:
        return ""
    line = "| " + " | ".join(_ALIGNED.get(cell.attributes.get("class", ""), "---") for cell in rows[0]) + " |"
    shown = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join([shown[0], line, *shown[1:]])


def _cell(element: _Element) -> str:
    return _write_words(element.children).strip().replace("|", "\\|")


def _write_words(children: Sequence[_Element | str], before: str = "", after: str = "") -> str:
    """Running text between the signs on its left and right."""
    written = ""
    for child, next_one in zip_longest(children, children[1:], fillvalue=after):
        if isinstance(child, str):
            written += _escape(child)
        else:
            written += _write_inline(child, (written or before)[-1:], _text(next_one)[:1])
    return written


def _write_inline(element: _Element, before: str, after: str) -> str:
    """One element of running text, between the signs on its left and right."""
    if element.tag == "br":
        return "\\"
    if element.tag == "code":
        return _code(_text(element))
    if element.tag in _STRESS:
        return _stressed(element, before, after)
    address = element.attributes.get("href", "")
    if element.tag != "a" or not address or address.startswith("#"):
        return _write_words(element.children, before, after)
    plain = _text(element)
    if plain == address and ":" in address and not _ENTITY.search(address):
        return f"<{address}>"
    return f"[{_write_words(element.children, '[', ']')}]({_target(address)})"


def _stressed(element: _Element, before: str, after: str) -> str:
    """Words between stars, or between underscores where a star stands before them; bare where neither would be seen.

    What opens and closes stress depends on the signs on both sides of it, so that `a*"b"*` is none.
    """
    mark = _STRESS[element.tag]
    if before == mark[0]:
        mark = mark.replace("*", "_")
    words = _write_words(element.children, mark, mark[0])
    opens = words[:1].isalnum() or before == "" or before in _EDGES
    closes = words[-1:].isalnum() or after == "" or after in _EDGES
    if not words.strip() or not (opens and closes) or before == mark[0] or (mark[0] == "_" and after.isalnum()):
        return _write_words(element.children, before, after)
    return f"{mark}{words}{mark}"


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in _RUNS.findall(text)), default=0) + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip()) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _target(url: str) -> str:
    url = _ENTITY.sub(lambda entity: "\\" + entity[0], url)
    return f"<{url}>" if set(url) & set("() ") or not url else url


def _text(element: _Element | str) -> str:
    return element if isinstance(element, str) else "".join(_text(child) for child in element.children)


def _escape(text: str) -> str:
    """The text with a backslash before each sign that would mean something there."""
    return _SPECIAL.sub(_escape_sign, text)


def _escape_sign(found: re.Match[str]) -> str:
    sign, text, end = found[0], found.string, found.end()
    before, after = text[found.start() - 1 : found.start()], text[end : end + 1]
    if sign == "\\":
        means = not after.isalnum()  # C:\dir
    elif sign == "_":
        means = not (before.isalnum() and after.isalnum())  # snake_case
    elif sign == "~":
        means = not (before.isspace() and after.isalnum())  # ~5 GW
    elif sign == "&":
        means = _ENTITY.match(text, end - 1) is not None
    else:
        means = sign != "!" or not after  # a link that follows would become a picture
    return "\\" + sign if means else sign


def _mend_starts(text: str) -> str:
    """The text with a backslash before what would make one of its lines something else than words."""
    if "\n" in text:
        return "\n".join(_mend_starts(line) for line in text.split("\n"))
    found = None if text[:1].isalpha() else _LINE_START.match(text)
    if not found:
        return text
    return f"{found[4]}\\{text[found.end() :]}" if found[4] else f"\\{text}"
