"""Laws that hold for any text whatever: nothing raises, nothing is lost, order does not matter."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import FileSystemLoader
from samples import VOCABULARY

from generator.articles import read_article
from generator.articles.dress import undress
from generator.articles.names import role_of
from generator.build import build_site
from generator.facts import find_facts
from generator.files import TEMPLATES
from generator.model import Article, Problem, Source
from generator.render import Renderer
from generator.settings import DEFAULTS
from generator.sources.decoding import read_lines
from generator.text import fold, slug
from generator.text.sentences import sentence_spans
from generator.values import show_value
from generator.vocabulary.entities import find_mentions

RENDERER = Renderer(FileSystemLoader(TEMPLATES / "pages"), DEFAULTS)
PROFILE = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéñøßçабвгд机器学习ابت", min_size=2, max_size=9)
SENTENCE = st.lists(WORDS, min_size=1, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")
MARKS = [
    "- ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "## ",
    "### ",
    "• ",
    "    ",
    "\t",
    "|",
    "```",
    "---",
    "**",
    "[1] ",
    "(1) ",
    "",
]
LINE = st.one_of(
    SENTENCE,
    st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(word.capitalize() for word in words)),
    st.tuples(st.sampled_from(MARKS), SENTENCE).map("".join),
    st.tuples(st.sampled_from(MARKS), st.sampled_from(MARKS), WORDS).map("".join),
    st.lists(WORDS, min_size=1, max_size=5).map(lambda cells: "| " + " | ".join(cells) + " |"),
    st.sampled_from(["", "", "|---|---|", "```", "===", "---", "Introduction", "Tags", "Summary", "Reference Links"]),
    st.sampled_from(["Meta Description", "Sources:", "**Background**", "1. Conclusion", "TL;DR: yes", "Tags: a, b; c"]),
)
TEXT = st.lists(LINE, max_size=40).map("\n".join)

STATED = st.lists(
    st.one_of(
        st.sampled_from(
            ["$", "US$", "€", "Rs. ", "USD ", "half a", "a", "two", "up to ", "about ", "~", "+", "%", "."]
        ),
        st.sampled_from([" billion", " million", "bn", "B", "k", " lakh crore", " dollars", " percent", " GW", "-MW"]),
        st.sampled_from([" to ", "-", "–", " and ", " or ", "between ", "from ", "by ", "since ", "the end of ", ", "]),
        st.sampled_from(
            ["May ", "Sept. ", "Q3 ", "H2 ", "FY", "fiscal ", "first half of ", "2026", "1999", "31 ", "12"]
        ),
        st.sampled_from([" chips", " Nvidia GPUs", " homes", "OpenAI", "Oracle Corp.", "’s ", "STARGATE", "the "]),
        st.integers(0, 10**12).map(str),
        st.integers(0, 10**12).map("{:,}".format),
        st.text(max_size=3),
    ),
    max_size=14,
).map("".join)


class _Words(HTMLParser):
    """All that a page shows or carries: text, addresses, descriptions."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.found += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += "".join(value or "" for key, value in attrs if key in ("href", "datetime"))


def _read(text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    return read_article(Source("seeds/any.txt", text.encode("utf-8", "surrogatepass")))


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text.casefold() if sign.isalpha())


def _shown(text: str) -> str:
    """The words on the article's page down to how to cite it, with what its problems say was left out."""
    site = build_site([Source("seeds/any.txt", text.encode())])
    pages = [draft.page() for draft in site.pages if draft.kind == "article"]
    html = [RENDERER.render_page(page).html.partition('<section class="sb-cite"')[0] for page in pages]
    words = "".join(_Words(part).found for part in html) + "".join(page.description for page in pages)
    return words + "".join(problem.message for problem in site.problems)


@PROFILE
@given(st.one_of(st.text(max_size=400), TEXT))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    article, problems = _read(text)
    assert article is not None or any(problem.level == "error" for problem in problems)


@PROFILE
@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    article, problems = read_article(Source("seeds/any.txt", data))
    assert article is not None or any(problem.level == "error" for problem in problems)


@PROFILE
@given(TEXT)
def test_no_letter_is_lost_between_file_and_page(text: str) -> None:
    article, _ = _read(text)
    if article is None:
        return
    lost = _letters(text) - _letters(_shown(text))
    names = [undress(line.split(":")[0]).title for line in text.splitlines()]
    furniture = "".join(name for name in names if role_of(name) != "body")
    assert lost - _letters(furniture) == Counter(), lost


@PROFILE
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Mn")), max_size=300))
def test_no_letter_of_a_paragraph_is_lost(text: str) -> None:
    line = " ".join(text.split())
    if not line or html.unescape(line) != line:
        return
    article = f"A Title\n\nIntroduction\n\nHere: {line} so it was.\n\nSummary\n\nIt was."
    assert _letters(line) - _letters(_shown(article)) == Counter()


@PROFILE
@given(TEXT)
def test_line_ends_of_any_kind_read_alike(text: str) -> None:
    assert _read(text.replace("\n", "\r\n")) == _read(text)
    assert _read(text.replace("\n", "\r")) == _read(text)


@PROFILE
@given(TEXT)
def test_problems_point_into_the_file(text: str) -> None:
    lines, _ = read_lines(Source("seeds/any.txt", text.encode()))
    assert lines is not None
    for problem in _read(text)[1]:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1].text) + 1


@PROFILE
@given(st.lists(TEXT, min_size=2, max_size=4), st.randoms())
def test_the_order_of_files_changes_nothing(texts: list[str], random: object) -> None:
    sources = [Source(f"seeds/{number}.txt", text.encode()) for number, text in enumerate(texts)]
    site = build_site(sources)
    mixed = list(sources)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    again = build_site(mixed)
    assert list(again.data()) == list(site.data())
    again_shown, shown = ([RENDERER.render_page(draft.page()) for draft in one.pages] for one in (again, site))
    assert again_shown == shown


@PROFILE
@given(st.text(max_size=60))
def test_a_slug_is_portable_and_stays_itself(name: str) -> None:
    found = slug(name)
    assert found
    assert slug(found) == found
    assert len(found.encode()) <= 82
    assert not re.search(r'[\x00-\x20/\\:*?"<>|%#.]', found)
    assert fold(found) == fold(name)


@PROFILE
@given(st.lists(st.text(min_size=1, max_size=20), max_size=12))
def test_tags_and_articles_agree_and_slugs_are_unique(names: list[str]) -> None:
    listed = "\n".join(f"- {' '.join(name.split())}" for name in names)
    site = build_site([Source("seeds/a.txt", f"A Base\n\nTags\n\n{listed}\n".encode("utf-8", "replace"))])
    slugs = [tag.slug for tag in site.knowledge.tags]
    assert len(slugs) == len(set(slugs))
    assert all(tag.articles == ("a-base",) for tag in site.knowledge.tags)


@PROFILE
@given(st.one_of(st.text(max_size=200), STATED))
def test_facts_of_any_text_lie_in_it_in_order_and_apart(text: str) -> None:
    end = 0
    for fact in find_facts(text):
        assert end <= fact.start < fact.end <= len(text)
        end = fact.end


@PROFILE
@given(STATED)
def test_facts_of_any_text_can_be_shown_and_a_range_goes_up(text: str) -> None:
    for fact in find_facts(text):
        assert show_value(fact)
        if isinstance(fact.value, str):
            assert re.fullmatch(
                r"(?:[0-9]{4}(?:-[0-9]{2}){0,2}|\.\.)(?:/(?:[0-9]{4}(?:-[0-9]{2}){0,2}|\.\.))?", fact.value
            )
        else:
            assert fact.high is None or fact.high > fact.value


@PROFILE
@given(st.one_of(st.text(max_size=200), STATED))
def test_mentions_of_any_text_lie_in_it_in_order(text: str) -> None:
    start = 0
    for mention in find_mentions(text, VOCABULARY):
        assert start <= mention.start < mention.end <= len(text)
        start = mention.start


@PROFILE
@given(st.one_of(st.text(max_size=200), STATED, TEXT))
def test_the_sentences_of_any_text_cover_it(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentence_spans(text)) == text
