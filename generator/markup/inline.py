"""The tokens of a parsed paragraph in, the same tokens with addresses linked and sentences marked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.model import Sentence
from generator.text import collapse, unique
from generator.text.sentences import sentence_anchor, sentence_spans
from generator.text.urls import URL, safe_url, trim_url

MAX_STRESS = 8
"""So deep stress may be nested; what reads the page goes down with each level."""
_STRESS = frozenset({"em", "strong", "s"})
_NUMBERED_REFERENCE = re.compile(r"\[\^?(\d{1,3}(?:[ \t]*[,;][ \t]*\d{1,3}){0,20})\]")  # [1], [^1], [1, 3]
_SCHEME = re.compile(r"(?<![A-Za-z0-9])https?$", re.I)


def read_address(state: StateInline, silent: bool) -> bool:
    """A bare web address, before anything in it is taken for emphasis."""
    if not state.src.startswith("://", state.pos) or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(state.src[max(state.pos - 6, 0) : state.pos])
    if not scheme:
        return False
    start = state.pos - len(scheme[0])
    found = URL.match(state.src, start)
    address = trim_url(found[0]) if found else ""
    href = safe_url(address)
    if not href or start + len(address) <= state.pos:
        return False
    if not silent:
        state.pending = state.pending[: len(state.pending) - len(scheme[0])]
        state.push("link_open", "a", 1).attrs = {"href": href}
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos = start + len(address)
    return True


def flatten_stress(state: StateCore) -> None:
    """Stress within stress within stress is taken off where it goes deeper than a reader can see."""
    for token in state.tokens:
        depth = 0
        kept: list[Token] = []
        for child in token.children or ():
            if child.tag not in _STRESS:
                kept.append(child)
                continue
            depth += max(child.nesting, 0)
            if depth <= MAX_STRESS:
                kept.append(child)
            depth += min(child.nesting, 0)
        token.children = kept if token.children else token.children


def link_texts(state: StateCore) -> None:
    """Make links of addresses without a scheme, and of `[n]` where the article has a reference n."""
    numbers: frozenset[int] = state.env.get("numbers", frozenset())
    for token in state.tokens:
        children = token.children or []
        if token.type != "inline" or not any(
            t.type in ("image", "link_open") or "www." in t.content or "[" in t.content for t in children
        ):
            continue
        linked: list[Token] = []
        depth = 0
        empty = False
        for child in children:
            depth += child.nesting if child.type in ("link_open", "link_close") else 0
            if child.type == "link_open" and not child.attrs.get("href"):
                empty = True  # [words]() leads nowhere
            elif child.type == "link_close" and empty:
                empty = False
            elif child.type == "image" and depth:
                linked.append(_text(picture_text(child)))
            else:
                linked += [child] if child.type != "text" or depth else _split_links(child, numbers)
        token.children = linked


def _split_links(token: Token, numbers: frozenset[int]) -> list[Token]:
    text = token.content
    spans: list[tuple[int, int, str, str]] = []
    for found in URL.finditer(text):
        address = trim_url(found[0])
        if href := safe_url(address):
            spans.append((found.start(), found.start() + len(address), href, address))
    for found in _NUMBERED_REFERENCE.finditer(text):
        if found[1].isdigit() and int(found[1]) in numbers:
            spans.append((found.start(), found.end(), f"#ref-{int(found[1])}", f"[{found[1]}]"))
            continue
        for number in re.finditer(r"\d+", found[1]):
            if int(number[0]) in numbers:
                start, end = (found.start(1) + at for at in number.span())
                spans.append((start, end, f"#ref-{int(number[0])}", number[0]))
    result: list[Token] = []
    end = 0
    for start, stop, href, shown in sorted(spans):
        if start < end:
            continue
        result += [_text(text[end:start]), Token("link_open", "a", 1, attrs={"href": href})]
        result += [_text(shown), Token("link_close", "a", -1)]
        end = stop
    return [*result, _text(text[end:])]


def mark_sentences(state: StateCore) -> None:
    """Put each sentence of running text into an element with an id; one that ends amid a link goes on after it."""
    anchors: dict[str, int] | None = state.env.get("anchors")
    if anchors is None:
        return
    for token in state.tokens:
        if token.type == "inline" and token.children:
            parts = _sentence_parts(token.children)
            marked: list[Token] = []
            sentences: list[Sentence] = []
            for part in parts:
                text = collapse(visible_text(part))
                if text:
                    anchor = unique(sentence_anchor(text), anchors)
                    sentences.append(Sentence(anchor, text))
                    part = [Token("span_open", "span", 1, attrs={"id": anchor}), *part, Token("span_close", "span", -1)]
                marked += part
            token.children = marked
            token.meta["sentences"] = tuple(sentences)


def _sentence_parts(children: Sequence[Token]) -> list[list[Token]]:
    """The tokens of a paragraph, one list a sentence. Only plain text outside links and emphasis is divided."""
    text = visible_text(children)
    cuts = [end for _, end in sentence_spans(text)][:-1]
    ends = frozenset(cuts)
    parts: list[list[Token]] = [[]]
    at = depth = 0
    for child in children:
        depth += child.nesting
        shown = visible_text([child])
        if child.type == "text" and depth == 0:
            rest, start = child.content, at
            for cut in cuts[bisect_right(cuts, at) : bisect_right(cuts, at + len(shown))]:
                parts[-1].append(_text(rest[: cut - start]))
                rest, start = rest[cut - start :], cut
                parts.append([])
            if rest:
                parts[-1].append(_text(rest))
        else:
            parts[-1].append(child)
            if depth == 0 and at + len(shown) in ends and shown:
                parts.append([])
        at += len(shown)
    return [part for part in parts if part]


def visible_text(tokens: Sequence[Token]) -> str:
    """The words that a reader sees, on one line a block."""
    parts: list[str] = []
    for token in tokens:
        if token.children is not None:
            parts.append(visible_text(token.children))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        else:
            parts.append(token.content)
        if token.block and token.nesting <= 0:
            parts.append(" ")
    return "".join(parts) if parts and not tokens[0].block else collapse("".join(parts))


def picture_text(token: Token) -> str:
    """The words that stand for a picture."""
    return collapse(visible_text(token.children or [])) or "picture"


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
