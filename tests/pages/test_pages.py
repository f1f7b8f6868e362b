"""Which pages there are, and what they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from urllib.parse import unquote

import pytest
from samples import article, citation, knowledge, problem, section

from generator.codes import CODES
from generator.exports.bibliography import FORMATS, Apa, article_entry
from generator.files import TEMPLATES
from generator.knowledge import Knowledge
from generator.ledger import read_ledger
from generator.model import Article, Source, TocEntry
from generator.pages import plan_site
from generator.pages.overview import NEWEST, TOP_TAGS
from generator.pages.partnerships import PER_PAGE as PAIRS_PER_PAGE
from generator.pages.records import Card, Link, Page, Row, Work
from generator.pages.redirects import plan_former
from generator.pages.views import letter_of, listed
from generator.paths import PER_PAGE, REFERENCES_PER_PAGE
from generator.settings import DEFAULTS, Settings
from generator.text.sentences import sentence_anchor

SHARED = citation(1, "A Shared Work", "https://a.example/shared", "Reuters")
PAYS = "OpenAI pays Oracle up to $300 billion for 4.5 GW by 2027."
SELLS = "Nvidia sells OpenAI 400,000 chips for $10 billion in May 2026."
DIFFER = "Reports differ on what OpenAI pays Oracle: one gives $20 billion, while another gives $60 billion."
SINCE = "Oracle has rented out 200 MW to OpenAI since 2024 for €2 billion."
ARTICLES = (
    article(
        "seeds/a.txt",
        "Alpha",
        ["AI", "Zoos"],
        [SHARED, citation(2, "Alone")],
        date="2025-01-02",
        states=[PAYS, SINCE],
    ),
    article(
        "seeds/b.txt",
        "Beta",
        ["ai", "3D"],
        [replace(SHARED, title="A shared work")],
        date="2026-03-04",
        states=[SELLS],
    ),
    replace(article("seeds/c.txt", "Gamma", ["AI"], date="2026-03-04", summary=""), former_slugs=("old-gamma",)),
    article("seeds/d.txt", "delta", derived=True),
)


def _pages(found: Knowledge, settings: Settings = DEFAULTS) -> dict[str, Page]:
    pages = [draft.page() for draft in plan_site(found, (problem("derived-title"), problem("no-tags")), settings)]
    by_path = {page.path: page for page in pages}
    assert len(by_path) == len(pages), "two pages have one path"
    return by_path


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return _pages(knowledge(*ARTICLES))


def _linked(value: object) -> Iterator[str]:
    """Every path within the site that a value leads to."""
    if isinstance(value, Link | Card):
        yield value.path
    if isinstance(value, Work) and value.page:
        yield value.page
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _linked(item)
    elif is_dataclass(value) and not isinstance(value, Article):
        for field in fields(value):
            yield from _linked(getattr(value, field.name))


def test_figures_that_differ_stand_side_by_side_on_their_page_and_on_that_of_the_pair() -> None:
    pages = _pages(knowledge(article("seeds/a.txt", "Alpha", states=[PAYS, DIFFER])))
    (shown,) = pages["figures/differences/"].values["differences"]
    assert [value.text for value in shown.claims[0].values] == ["USD 20 billion", "USD 60 billion"]
    assert (shown.about.text, shown.claims[0].sentence, shown.claims[0].source.text) == ("Alpha", DIFFER, "Alpha")
    assert pages["partnerships/openai--oracle/"].values["differences"] == [shown]


def test_there_is_a_template_for_each_kind_of_page_and_no_other(pages: dict[str, Page]) -> None:
    templates = {path.stem for path in (TEMPLATES / "pages").glob("*.html") if not path.name.startswith("_")}
    differing = _pages(knowledge(article("seeds/a.txt", states=[DIFFER])))
    records, _ = read_ledger(Source("seeds/ledger.yml", b"articles/no-more/: gone"))
    gone = plan_former((), records, knowledge())
    assert templates == {page.kind for page in (*pages.values(), *differing.values())} | {draft.kind for draft in gone}


def test_the_pages_of_a_small_site_are_these(pages: dict[str, Page]) -> None:
    assert list(pages) == [
        "",
        "articles/",
        "articles/alpha/",
        "articles/beta/",
        "articles/delta/",
        "articles/gamma/",
        "organizations/",
        "organizations/nvidia/",
        "organizations/openai/",
        "organizations/oracle/",
        "partnerships/",
        "partnerships/nvidia--openai/",
        "partnerships/openai--oracle/",
        "figures/",
        "figures/capacity/",
        "figures/quantities/",
        "timeline/",
        "timeline/2024/",
        "timeline/2026/",
        "timeline/2027/",
        "explore/",
        "tags/",
        "tags/3d/",
        "tags/ai/",
        "tags/zoos/",
        "references/",
        "references/a-shared-work/",
        "about/",
        "about/problems/",
        "search/",
        "articles/old-gamma/",
        "data/",
    ]


def test_a_site_without_articles_has_its_lists_all_the_same() -> None:
    assert list(_pages(knowledge())) == [
        "",
        "articles/",
        "organizations/",
        "partnerships/",
        "figures/",
        "figures/capacity/",
        "figures/quantities/",
        "timeline/",
        "explore/",
        "tags/",
        "references/",
        "about/",
        "about/problems/",
        "search/",
        "data/",
    ]


def test_a_site_without_an_index_has_no_search_page() -> None:
    assert "search/" in _pages(knowledge())
    assert "search/" not in _pages(knowledge(), Settings(search=""))


def test_every_link_leads_to_a_page_and_every_page_has_a_title_and_a_description(pages: dict[str, Page]) -> None:
    linked = [path for page in pages.values() for path in _linked(page.values)]
    assert len(linked) > 30
    assert {path.partition("#")[0] for path in linked} <= set(pages)
    assert all(page.title and page.description for page in pages.values())


def test_articles_are_listed_newest_first_then_by_title_and_undated_ones_last(pages: dict[str, Page]) -> None:
    assert [card.title for card in pages["articles/"].values["articles"]] == ["Beta", "Gamma", "Alpha", "delta"]
    assert [card.title for card in pages[""].values["newest"]] == ["Beta", "Gamma", "Alpha", "delta"]


def test_the_overview_counts_and_names_the_most_used(pages: dict[str, Page]) -> None:
    values = pages[""].values
    assert [(link.number, link.text) for link in values["counts"]] == [
        (4, "articles"),
        (3, "organisations"),
        (2, "partnerships"),
        (6, "figures"),
        (3, "tags"),
        (2, "references"),
    ]
    assert values["period"] == ("January 2025", "March 2026")
    assert [(tag.text, tag.number) for tag in values["tags"]] == [("AI", 3), ("3D", 1), ("Zoos", 1)]
    assert [(work.title, work.number) for work in values["works"]] == [("A Shared Work", 2)]
    assert [(link.text, link.number) for link in values["organizations"]] == [
        ("OpenAI", 2),
        ("Oracle", 1),
        ("Nvidia", 1),
    ]
    assert values["more"] == 0
    assert (
        pages[""].description
        == "Seedbed: 4 articles, 3 organisations, 2 partnerships, 6 figures, 3 tags, 2 references."
    )


def test_the_overview_shows_the_largest_figure_of_each_pair_the_years_and_what_is_ahead(pages: dict[str, Page]) -> None:
    values = pages[""].values
    assert (values["amounts"].currency, [(row.value.text, row.who.text) for row in values["amounts"].money]) == (
        "USD",
        [("up to USD 300 billion", "OpenAI and Oracle"), ("USD 10 billion", "Nvidia and OpenAI")],
    )
    assert [(row.value.text, row.who.text) for row in values["amounts"].capacity] == [("4.5 GW", "OpenAI and Oracle")]
    assert [(year.text, year.number) for _, year in values["years"].marks] == [("2024", 1), ("2026", 1), ("2027", 1)]
    assert [(row.when.text, row.who.text) for row in values["ahead"].rows] == [("by 2027", "OpenAI and Oracle")]
    assert [len(picture.spots) for picture in values["maps"]] == [3, 3]


def test_figures_are_listed_largest_first_and_dollars_before_other_currencies(pages: dict[str, Page]) -> None:
    shown = {path: [row.value for row in pages[path].values["rows_shown"]] for path in pages if path[:7] == "figures"}
    assert shown == {
        "figures/": ["up to USD 300 billion", "USD 10 billion", "EUR 2 billion"],
        "figures/capacity/": ["4.5 GW", "200 MW"],
        "figures/quantities/": ["400,000 chips"],
    }
    assert [(link.text, link.path, link.number) for link in pages["figures/"].values["kinds"]] == [
        ("Money", "figures/", 3),
        ("Capacity", "figures/capacity/", 2),
        ("Quantities", "figures/quantities/", 1),
    ]


def test_a_row_has_its_figure_marked_in_its_sentence_and_leads_there(pages: dict[str, Page]) -> None:
    row: Row = pages["figures/"].values["rows_shown"][0]
    assert (row.before, row.quote, row.after) == ("OpenAI pays Oracle up to ", "$300 billion", " for 4.5 GW by 2027.")
    assert row.link == Link("Alpha", f"articles/alpha/#{sentence_anchor(PAYS)}", "Introduction")
    assert [link.path for link in row.parties] == ["organizations/openai/", "organizations/oracle/"]


def test_an_organisation_shows_its_figures_dates_articles_and_those_named_with_it(pages: dict[str, Page]) -> None:
    page = pages["organizations/openai/"]
    assert page.description == "A lab. Named in 2 articles, 3 times."
    assert [row.value for row in page.values["figures"]] == [
        "up to USD 300 billion",
        "USD 10 billion",
        "EUR 2 billion",
        "4.5 GW",
        "200 MW",
    ]
    assert [row.value for row in page.values["dates"]] == ["from 2024", "May 2026", "by 2027"]
    assert [(link.text, times) for link, times in page.values["others"]] == [("Oracle", 2), ("Nvidia", 1)]
    assert [card.title for card in page.values["articles"]] == ["Beta", "Alpha"]
    assert pages["organizations/nvidia/"].description == "Named in 1 article, 1 time."


def test_organisations_are_listed_by_articles_then_by_mentions(pages: dict[str, Page]) -> None:
    rows = pages["organizations/"].values["organizations"]
    assert [(link.text, mentions) for link, _, mentions in rows] == [("OpenAI", 3), ("Oracle", 2), ("Nvidia", 1)]
    assert rows[0][1] == "A lab."


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("It began in 2024.", "2024"),
        ("It ends by 2029.", "2029"),
        ("It has run since 2016.", "2016"),
        ("It runs from 2027 to 2029.", "2029"),
        ("It came in the second half of 2026.", "2026"),
        ("It came on 3 May 2026.", "2026"),
    ],
)
def test_a_period_stands_in_the_year_in_which_it_ends_or_began_if_open(sentence: str, year: str) -> None:
    found = _pages(knowledge(article("seeds/a.txt", states=[sentence])))
    assert [path for path in found if path.startswith("timeline/2")] == [f"timeline/{year}/"]
    assert [row.before for _, _, rows in found[f"timeline/{year}/"].values["groups"] for row in rows]


def test_the_figures_and_the_dates_of_a_year_go_on_on_further_pages() -> None:
    many = [f"Oracle paid ${number} million in 2026." for number in range(1, 152)]
    found = _pages(knowledge(article("seeds/a.txt", states=many)))
    assert [len(found[path].values["rows_shown"]) for path in ("figures/", "figures/page/2/")] == [100, 51]
    for path, number in (("timeline/2026/", 150), ("timeline/2026/page/2/", 1)):
        ((anchor, title, rows),) = found[path].values["groups"]
        assert (anchor, title, len(rows)) == ("year", "2026, without a month", number)
    assert found["articles/a/"].values["figures_left"] == 151 - len(found["articles/a/"].values["figures"])


def test_a_year_shows_its_dates_by_month_and_a_column_leads_to_the_first_of_each() -> None:
    days = [f"Oracle paid $5 on {day} {month} 2026." for month in ("March", "May") for day in range(1, 29)]
    found = _pages(knowledge(*(article(f"seeds/{name}.txt", states=days) for name in "abc")))
    first, second = found["timeline/2026/"].values, found["timeline/2026/page/2/"].values
    assert [(anchor, title, len(rows)) for anchor, title, rows in first["groups"]] == [
        ("month-3", "March 2026", 84),
        ("month-5", "May 2026", 66),
    ]
    assert [(anchor, len(rows)) for anchor, _, rows in second["groups"]] == [("month-5", 18)]
    assert [(link.text, link.number, link.path) for _, link in first["months"].marks] == [
        ("Mar", 84, "timeline/2026/#month-3"),
        ("May", 84, "timeline/2026/#month-5"),
    ]


def test_a_pair_shows_how_much_and_when_and_each_sentence_once(pages: dict[str, Page]) -> None:
    values = pages["partnerships/openai--oracle/"].values
    assert [(row.value.text, row.who.text, row.hedge) for row in values["amounts"].money] == [
        ("up to USD 300 billion", "", "up_to")
    ]
    assert [(row.when.text, row.note.split(", ")[-2:]) for row in values["dates"].rows] == [
        ("from 2024", ["200 MW", "EUR 2 billion"]),
        ("by 2027", ["up to USD 300 billion", "4.5 GW"]),
    ]
    assert len({link.path for _, _, _, link in values["evidence"]}) == len(values["evidence"]) == 2


def test_an_organisation_shows_its_pairs_and_pictures_by_the_name_of_the_other(pages: dict[str, Page]) -> None:
    values = pages["organizations/oracle/"].values
    assert [(link.text, link.path) for link, _, _ in values["ties"]] == [("OpenAI", "partnerships/openai--oracle/")]
    assert [(row.who.text, row.who.path) for row in values["amounts"].money] == [
        ("OpenAI", "partnerships/openai--oracle/")
    ]
    assert [row.who.text for row in values["ahead"].rows] == ["OpenAI"]


def test_a_tag_that_is_a_term_shows_its_description_its_parent_and_its_organisation() -> None:
    found = _pages(knowledge(article("seeds/a.txt", tags=["oracle", "Public Cloud", "Cloud"], states=[PAYS])))
    assert found["tags/oracle/"].title == "Oracle"
    assert found["tags/oracle/"].values["organization"].path == "organizations/oracle/"
    assert [row.value for row in found["tags/oracle/"].values["figures"]] == ["up to USD 300 billion", "4.5 GW"]
    assert found["tags/public-cloud/"].values["parent"].path == "tags/cloud/"
    assert found["tags/cloud/"].values["parent"] is None
    assert found["tags/cloud/"].description.startswith("Computers of others. 1 article on Cloud")
    assert [kind for kind, _, _ in found["tags/"].values["kinds"]] == ["organization", "topic"]
    assert found["organizations/oracle/"].values["tag"].path == "tags/oracle/"


def test_a_tag_shows_each_figure_once() -> None:
    states = ["Oracle paid OpenAI $5 billion.", "OpenAI got $5 billion of Oracle.", "Oracle paid OpenAI €5 billion."]
    found = _pages(knowledge(article("seeds/a.txt", tags=["Oracle"], states=states)))
    assert [row.value for row in found["tags/oracle/"].values["figures"]] == ["USD 5 billion", "EUR 5 billion"]


def test_the_overview_has_an_organisation_among_organisations_and_not_among_tags() -> None:
    values = _pages(knowledge(article("seeds/a.txt", tags=["Oracle", "Cloud"], states=[PAYS])))[""].values
    assert [tag.text for tag in values["tags"]] == ["Cloud"]
    assert [link.text for link in values["organizations"]] == ["Oracle"]


def test_the_overview_stops_at_the_newest_articles_and_the_most_used_tags() -> None:
    many = [article(f"seeds/{n:02}.txt", tags=[f"Tag {n:02}"]) for n in range(TOP_TAGS + 2)]
    values = _pages(knowledge(*many))[""].values
    assert (len(values["newest"]), values["more"]) == (NEWEST, TOP_TAGS + 2 - NEWEST)
    assert len(values["tags"]) == TOP_TAGS


def test_the_owner_may_describe_the_site() -> None:
    found = _pages(knowledge(*ARTICLES), Settings("My Base", "All about clouds."))
    assert found[""].description == "All about clouds."
    assert found["articles/"].description == "All articles of My Base: 4 articles, newest first."


def test_a_list_goes_on_on_further_pages() -> None:
    found = _pages(knowledge(*(article(f"seeds/{n:03}.txt", tags=["AI"]) for n in range(PER_PAGE + 1))))
    for base, title in (("articles/", "Articles"), ("tags/ai/", "AI")):
        first, last = found[base], found[f"{base}page/2/"]
        assert (len(first.values["articles"]), len(last.values["articles"])) == (PER_PAGE, 1)
        assert (first.values["previous"], first.values["next"]) == (None, f"{base}page/2/")
        assert (last.values["previous"], last.values["next"]) == (base, None)
        assert [link.path for link in first.values["further"]] == [f"{base}page/2/"]
        assert last.values["further"] == []
        assert (first.title, last.title) == (title, f"{title}, page 2")
        assert last.description == f"{first.description} Page 2 of 2."
        assert last.values["total"] == PER_PAGE + 1


def test_the_references_go_on_on_further_pages() -> None:
    cited = [citation(n, f"Work {n:03}") for n in range(1, REFERENCES_PER_PAGE + 2)]
    found = _pages(knowledge(article("seeds/a.txt", citations=cited)))
    assert [len(found[path].values["works"]) for path in ("references/", "references/page/2/")] == [200, 1]
    assert found["references/page/2/"].title == "References, page 2"
    assert found["articles/a/"].values["cited"][-1].page == "references/page/2/#r-work-201"


def test_tags_stand_under_their_letters_and_digits_come_first(pages: dict[str, Page]) -> None:
    letters = [(letter, [tag.text for tag in group]) for letter, group in pages["tags/"].values["letters"]]
    assert letters == [("0–9", ["3D"]), ("A", ["AI"]), ("Z", ["Zoos"])]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("cloud", "C"),
        ("“quoted”", "Q"),
        (".NET", "N"),
        ("3D", "0–9"),
        ("éclair", "É"),
        ("ßig", "S"),
        ("机器", "机"),
        ("🙂", "0–9"),
    ],
)
def test_the_letter_of_a_tag_is_its_first_sign_that_is_one(name: str, wanted: str) -> None:
    assert letter_of(name) == wanted


def test_a_tag_shows_its_articles_neighbours_and_works(pages: dict[str, Page]) -> None:
    page = pages["tags/ai/"]
    assert page.title == "AI"
    assert page.description == "3 articles on AI, often beside 3D and Zoos."
    assert [card.title for card in page.values["articles"]] == ["Beta", "Gamma", "Alpha"]
    assert page.values["tag"].spellings == ("ai",)
    assert [(tag.text, together) for tag, together, _ in page.values["related"]] == [("3D", 1), ("Zoos", 1)]
    assert [work.title for work in page.values["works"]] == ["A Shared Work", "Alone"]
    assert page.values["works_left"] == 0


@pytest.mark.parametrize(("names", "wanted"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")])
def test_names_are_listed_as_in_a_sentence(names: list[str], wanted: str) -> None:
    assert listed(names) == wanted


def test_only_a_work_that_several_articles_cite_has_a_page(pages: dict[str, Page]) -> None:
    page = pages["references/a-shared-work/"]
    assert page.description == "Cited by 2 articles: A Shared Work"
    assert page.values["work"].spellings == ("A shared work",)
    assert [link.path for link in page.values["work"].cited_by] == ["articles/alpha/#ref-1", "articles/beta/#ref-1"]
    works = {work.title: work for work in pages["references/"].values["works"]}
    assert (works["A Shared Work"].page, works["Alone"].page) == ("references/a-shared-work/", "")
    assert works["Alone"].anchor == "r-alone"


def test_an_article_shows_its_own_words_for_a_work_and_who_else_cites_it(pages: dict[str, Page]) -> None:
    (entry,) = pages["articles/beta/"].values["cited"]
    assert (entry.title, entry.publisher, entry.anchor) == ("A shared work", "Reuters", "ref-1")
    assert entry.page == "references/a-shared-work/"
    assert entry.cited_elsewhere == 1
    assert [work.page for work in pages["articles/alpha/"].values["cited"]] == [
        "references/a-shared-work/",
        "references/#r-alone",
    ]


def test_an_article_shows_its_tags_neighbours_and_date(pages: dict[str, Page]) -> None:
    page = pages["articles/alpha/"]
    assert [(tag.text, tag.path, tag.number) for tag in page.values["tags"]] == [
        ("AI", "tags/ai/", 3),
        ("Zoos", "tags/zoos/", 1),
    ]
    assert [(link.text, link.note) for link in page.values["related"]] == [
        ("Beta", "shares AI, and 1 reference"),
        ("Gamma", "shares AI"),
    ]
    assert (page.date, page.description, page.values["minutes"]) == ("2025-01-02", "A description.", 1)


def test_an_article_says_how_to_cite_it_and_each_link_holds_what_is_shown() -> None:
    settings = Settings("My Base", site_url="https://a.example/")
    values = _pages(knowledge(*ARTICLES), settings)["articles/alpha/"].values
    assert values["apa"] == Apa("", "Alpha", ". (2025, January 2). My Base. https://a.example/articles/alpha/")
    assert [(one.name, one.file) for one in values["downloads"]] == [
        ("BibTeX", "alpha.bib"),
        ("CSL-JSON", "alpha.csl.json"),
        ("RIS", "alpha.ris"),
    ]
    for download, format in zip(values["downloads"], FORMATS, strict=True):
        start, _, text = download.link.partition(",")
        assert start == f"data:{format.media};charset=utf-8"
        assert unquote(text) == format.write([article_entry(ARTICLES[0], settings)])
        assert download.shown.splitlines() == unquote(text).splitlines()
        assert "\r" not in download.shown
        assert "https://a.example/articles/alpha/" in download.shown


def test_minutes_are_those_of_a_reader_of_230_words_a_minute() -> None:
    long = replace(section("Long"), words=1150)
    assert _pages(knowledge(article("seeds/a.txt", sections=[long])))["articles/a/"].values["minutes"] == 5


def test_the_table_of_contents_nests_and_has_what_the_page_adds(pages: dict[str, Page]) -> None:
    levels = {"One": 3, "Two": 2, "Three": 3, "Four": 4}
    found = [section("", "Before."), *(section(title, level=level) for title, level in levels.items())]
    page = _pages(knowledge(article("seeds/a.txt", sections=found, summary="")))["articles/a/"]
    below = (TocEntry("Three", "s-three"), TocEntry("Four", "s-four"))
    assert page.toc == (
        TocEntry("One", "s-one"),
        TocEntry("Two", "s-two", below),
        TocEntry("Cite this page", "cite"),
    )
    assert [entry.anchor for entry in pages["articles/alpha/"].toc] == [
        "summary",
        "figures",
        "s-introduction",
        "references",
        "related",
        "cite",
    ]


def test_a_page_says_how_the_site_is_made_and_what_articles_lack(pages: dict[str, Page]) -> None:
    values = pages["about/"].values
    assert dict(values["lacks"]) == {
        "a title of their own": 1,
        "a date": 1,
        "an author": 4,
        "a summary": 1,
        "tags": 1,
        "references": 2,
    }
    assert (values["total"], values["works"], values["linked"]) == (4, 2, 1)
    assert values["levels"] == [("error", 0), ("warning", 1), ("note", 1)]


def test_a_long_title_does_not_make_a_long_description() -> None:
    title = "A work with a very long title " * 10
    works = [article(f"seeds/{name}.txt", tags=["T" * 80], citations=[citation(1, title)]) for name in "ab"]
    assert all(len(page.description) <= 160 for page in _pages(knowledge(*works)).values())


def test_a_preview_shows_what_is_wrong_with_an_article_and_a_site_does_not() -> None:
    found = knowledge(*ARTICLES)
    wrong = (problem("bad-date", "seeds/a.txt"), problem("no-tags", "seeds/a.txt"), problem("no-tags", "seeds/b.txt"))
    for preview, codes in ((False, []), (True, ["bad-date", "no-tags"])):
        pages = {draft.path: draft.page() for draft in plan_site(found, wrong, Settings(preview=preview))}
        assert [one.code for one in pages["articles/alpha/"].values["problems"]] == codes
        assert pages["articles/delta/"].values["problems"] == []


def test_the_problems_page_explains_every_code(pages: dict[str, Page]) -> None:
    page = pages["about/problems/"]
    assert [entry["code"].code for entry in page.values["codes"]] == list(CODES)
    assert [entry.anchor for entry in page.toc] == [f"p-{code}" for code in CODES]


def test_names_that_hold_commas_are_kept_apart_on_the_page() -> None:
    articles = [
        replace(article("seeds/a.txt", "A"), authors=("Moreau, Jean", "Ada Example")),
        replace(article("seeds/b.txt", "B"), authors=("Ben Sample", "Ada Example")),
    ]
    pages = _pages(knowledge(*articles))
    assert pages["articles/a/"].values["byline"] == "Moreau, Jean; Ada Example"
    assert pages["articles/b/"].values["byline"] == "Ben Sample, Ada Example"


def test_many_pairs_stand_on_several_pages() -> None:
    found = knowledge(*ARTICLES)
    (pair, *_) = found.partnerships
    many = tuple(replace(pair, id=f"a{number:04}--b") for number in range(PAIRS_PER_PAGE + 1))
    pages = _pages(replace(found, partnerships=many, disagreements=()))
    assert len(pages["partnerships/"].values["pairs"]) == PAIRS_PER_PAGE
    assert len(pages["partnerships/page/2/"].values["pairs"]) == 1
    assert pages["partnerships/"].values["next"] == "partnerships/page/2/"
