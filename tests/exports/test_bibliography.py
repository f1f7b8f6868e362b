"""Citations, read back by other people's readers."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from samples import article

from generator.exports.bibliography import (
    FORMATS,
    Entry,
    EntryKind,
    Format,
    article_entry,
    as_apa,
    as_bibtex,
    as_csl_json,
    as_ris,
    work_entry,
)
from generator.model import Reference
from generator.settings import Settings
from generator.text import slug

PUBLISHED = Settings("A & B", site_url="https://a.example/base/")
PAGE = Entry(
    key="a-title",
    title="A Title",
    kind="page",
    authors=("A. Editor", "Research and Co"),
    site="My Base",
    date="2026-05-03",
    url="https://a.example/articles/a-title/",
)
HARD = [
    "{", "}", "}}{", "{{Braces}}", "\\", "\\textbf{x}", "\\}", "100% sure", "R&D", "C#", "$5 and $6", "a_b", "~", "x^2",
    "a -- b --- c", "``so''", "'''", "?`!`", "<<so>>,,", "a, b and c", "@misc{x,", "% no comment", "= {x},", '"so"',
    "ER  - ", "TY  - BOOK", "two\nlines", "two\r\n\r\nlines", "  spaces  ", "tab\there", "null\0byte", "bell\x07",
    "\x85next", "line\u2028separator", "Zürich – Ærø", "机器学习", "שלום עולם", "مرحبا", "\u202eevil", "🙂", "a\ud800b",
    "\udcff", "é", "e\u0301", "a\u00a0b", "zero\u200bwidth", "￾",
]  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(HARD),
    st.text(st.characters(), min_size=1, max_size=40),
    st.text("{}\\%$&#_~^-'`\"<>?!,@= \nab", min_size=1, max_size=30),
).filter(lambda text: bool(text.split()))
URL = st.sampled_from(["", "https://a.example/", "https://a.example/x_y%20z?a=1&b={}#f~".replace("{}", "%7B%7D")])
DATE = st.one_of(st.just(""), st.dates().map(lambda date: date.isoformat()))


@st.composite
def _entries(draw: st.DrawFn) -> list[Entry]:
    """Entries as works and articles with any texts make them."""
    found: dict[str, Entry] = {}
    for _ in range(draw(st.integers(0, 3))):
        title, publisher, date = draw(TEXT), draw(st.one_of(st.just(""), TEXT)), draw(DATE)
        if draw(st.booleans()):
            entry = work_entry(Reference(slug(title), title, (title,), draw(URL), publisher, ()))
        else:
            authors = tuple(draw(st.lists(TEXT, max_size=3)))
            one = replace(article("seeds/a.txt", title, date=date), authors=authors)
            entry = article_entry(one, Settings(draw(TEXT), site_url=draw(st.sampled_from(["", PUBLISHED.site_url]))))
        found[entry.key] = entry
    return list(found.values())


def _tex_reader() -> LatexNodes2Text:
    """Python's reader of TeX, and three signs of LaTeX's that it lacks or takes for another."""
    signs = {"textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}"}
    context = get_default_latex_context_db()
    context.add_context_category("ascii", macros=[MacroTextSpec(*pair) for pair in signs.items()], prepend=True)
    return LatexNodes2Text(latex_context=context)


def _read_bibtex(text: str) -> list[Entry]:
    plain = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert not plain.failed_blocks
    assert not plain.comments
    assert not plain.strings
    assert not plain.preambles
    tex = _tex_reader()
    found = []
    for entry in plain.entries:
        fields = {field.key: field.value for field in entry.fields}
        known = {name: tex.latex_to_text(fields.get(name, "")) for name in ("title", "howpublished", "publisher")}
        assert entry.entry_type == "misc"
        month = " jan feb mar apr may jun jul aug sep oct nov dec".split(" ").index(fields.get("month", ""))
        found.append(
            Entry(
                key=entry.key,
                kind="page" if "howpublished" in fields else "work",
                title=known["title"],
                authors=tuple(tex.latex_to_text(name) for name in fields.get("author", [])),
                site=known["howpublished"],
                publisher=known["publisher"],
                date=f"{fields['year']}-{month:02}-{int(fields['day']):02}" if month else "",
                url=fields.get("url", ""),
            )
        )
    return found


def _read_csl(text: str) -> list[Entry]:
    return [
        Entry(
            key=item["id"],
            title=item["title"],
            kind=KINDS[item["type"]],
            authors=tuple(name["literal"] for name in item.get("author", [])),
            site=item.get("container-title", ""),
            publisher=item.get("publisher", ""),
            date="-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]).zfill(10)
            if "issued" in item
            else "",
            url=item.get("URL", ""),
        )
        for item in json.loads(text)
    ]


def _read_ris(text: str) -> list[Entry]:
    assert text.count("\r\n") == text.count("\n") == text.count("\r")
    return [
        Entry(
            key=item["id"],
            title=item["title"],
            kind=KINDS[item["type_of_reference"]],
            authors=tuple(item.get("authors", [])),
            site=item.get("secondary_title", ""),
            publisher=item.get("publisher", ""),
            date=item.get("date", "").replace("/", "-"),
            url=item.get("urls", [""])[0],
        )
        for item in rispy.loads(text)
    ]


KINDS: dict[str, EntryKind] = {"document": "work", "GEN": "work", "webpage": "page", "ELEC": "page"}
READERS = {"BibTeX": _read_bibtex, "CSL-JSON": _read_csl, "RIS": _read_ris}


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.suffix)
@settings(deadline=None)
@given(entries=_entries())
def test_what_is_written_is_read_back_as_it_was(format: Format, entries: list[Entry]) -> None:
    text = format.write(entries)
    assert text.encode().decode() == text
    assert READERS[format.name](text) == entries


@settings(deadline=None)
@given(TEXT)
def test_a_title_stays_as_it_is_but_for_white_space_and_signs_that_no_file_holds(title: str) -> None:
    entry = work_entry(Reference("x", title, (title,), "", "", ()))
    assert entry.title == re.sub(r"[\0-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", " ".join(title.split()))


@settings(deadline=None)
@given(_entries())
def test_braces_close_for_a_reader_that_knows_no_escapes(entries: list[Entry]) -> None:
    """BibTeX itself counts a brace after a backslash, too."""
    depth = 0
    for sign in as_bibtex(entries):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


def test_bibtex_says_what_is_known_and_nothing_else() -> None:
    assert as_bibtex([PAGE, Entry("alone", "50% of {it}")]) == (
        "@misc{a-title,\n"
        "  author = {{A. Editor} and {Research and Co}},\n"
        "  title = {{A Title}},\n"
        "  howpublished = {{My Base}},\n"
        "  year = {2026},\n"
        "  month = may,\n"
        "  day = {3},\n"
        "  url = {https://a.example/articles/a-title/},\n"
        "}\n"
        "\n"
        "@misc{alone,\n"
        "  title = {{50\\% of \\textbraceleft{}it\\textbraceright{}}},\n"
        "}\n"
    )


def test_csl_json_says_what_is_known_and_nothing_else() -> None:
    assert json.loads(as_csl_json([PAGE, Entry("alone", "It", publisher="Reuters")])) == [
        {
            "id": "a-title",
            "type": "webpage",
            "author": [{"literal": "A. Editor"}, {"literal": "Research and Co"}],
            "title": "A Title",
            "container-title": "My Base",
            "issued": {"date-parts": [[2026, 5, 3]]},
            "URL": "https://a.example/articles/a-title/",
        },
        {"id": "alone", "type": "document", "title": "It", "publisher": "Reuters"},
    ]


def test_ris_says_what_is_known_and_nothing_else() -> None:
    assert as_ris([PAGE, Entry("alone", "It", publisher="Reuters")]).split("\r\n") == [
        "TY  - ELEC",
        "ID  - a-title",
        "AU  - A. Editor",
        "AU  - Research and Co",
        "TI  - A Title",
        "T2  - My Base",
        "PY  - 2026",
        "DA  - 2026/05/03",
        "UR  - https://a.example/articles/a-title/",
        "ER  - ",
        "TY  - GEN",
        "ID  - alone",
        "TI  - It",
        "PB  - Reuters",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.suffix)
def test_nothing_to_cite_is_an_empty_file(format: Format) -> None:
    assert format.write([]).strip() in ("", "[]")
    assert READERS[format.name](format.write([])) == []


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (
            PAGE,
            "A. Editor, & Research and Co. (2026, May 3). *A Title*. My Base. https://a.example/articles/a-title/",
        ),
        (replace(PAGE, authors=("A. Editor",), url=""), "A. Editor. (2026, May 3). *A Title*. My Base."),
        (replace(PAGE, authors=("Acme Inc.",), date=""), f"Acme Inc. (n.d.). *A Title*. My Base. {PAGE.url}"),
        (replace(PAGE, authors=(), url=""), "*A Title*. (2026, May 3). My Base."),
        (replace(PAGE, authors=(), title="Who Pays?", site="Base!"), f"*Who Pays?* (2026, May 3). Base! {PAGE.url}"),
        (Entry("x", "Alone"), "*Alone*. (n.d.)."),
    ],
)
def test_a_citation_reads_as_the_apa_has_it(entry: Entry, wanted: str) -> None:
    cited = as_apa(entry)
    assert f"{cited.before}*{cited.title}*{cited.after}" == wanted


@pytest.mark.parametrize(
    ("number", "wanted"),
    [(3, "1, 2, & 3. "), (20, "18, 19, & 20. "), (21, "18, 19, . . . 21. ")],
)
def test_of_more_than_twenty_authors_the_apa_names_the_first_nineteen_and_the_last(number: int, wanted: str) -> None:
    cited = as_apa(Entry("x", "It", authors=tuple(str(n) for n in range(1, number + 1))))
    assert cited.before.endswith(f"{wanted}(n.d.). ")


def test_an_article_is_a_page_of_the_site_and_has_an_address_only_where_the_site_has_one() -> None:
    one = replace(article("seeds/a.txt", "机 R&D", date="2026-05-03"), authors=("A. Editor",))
    entry = article_entry(one, PUBLISHED)
    assert entry == Entry(
        key="机-r-and-d",
        title="机 R&D",
        kind="page",
        authors=("A. Editor",),
        site="A & B",
        date="2026-05-03",
        url="https://a.example/base/articles/%E6%9C%BA-r-and-d/",
    )
    assert article_entry(one, replace(PUBLISHED, site_url="")) == replace(entry, url="")
    assert article_entry(one, replace(PUBLISHED, index="index.html")).url == f"{entry.url}index.html"


def test_a_work_is_what_its_reference_says() -> None:
    work = Reference("a-work", "A Work", ("A Work", "a work"), "https://a.example/", "Reuters", ())
    assert work_entry(work) == Entry("a-work", "A Work", publisher="Reuters", url="https://a.example/")
