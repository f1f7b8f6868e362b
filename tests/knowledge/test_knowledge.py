"""What articles say together, in whatever order they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from samples import article, citation, knowledge

from generator.knowledge import build_knowledge
from generator.model import Article

SHARED = citation(1, "One Work", "https://a.example/one")
ARTICLES = (
    article("seeds/a.txt", "First", ["Cloud Computing", "AI"], [SHARED, citation(2, "Two")]),
    article("seeds/b.txt", "Second", ["cloud-computing", "Law"], [replace(SHARED, title="One work")]),
    article("seeds/c.txt", "Same", ["AI"], [citation(1, "Two")], derived=True),
    article("seeds/d.txt", "Same", ["C++", "C"], derived=True),
    article("seeds/e.txt", "Third"),
    article("seeds/f.txt", "Third", ["Lost"]),
)


def _slugs(articles: Sequence[Article]) -> dict[str, str]:
    """The slug that each file gets."""
    return {one.path: one.slug for one in build_knowledge(articles)[0].articles}


@given(st.permutations(ARTICLES))
def test_the_order_of_articles_does_not_change_the_result(mixed: list[Article]) -> None:
    assert build_knowledge(mixed) == build_knowledge(ARTICLES)


def test_no_articles_are_an_empty_knowledge() -> None:
    found = knowledge()
    assert (found.articles, found.tags, found.references, dict(found.related)) == ((), (), (), {})


def test_articles_and_tags_are_sorted_by_slug_and_works_by_key() -> None:
    found, _ = build_knowledge(ARTICLES)
    for keys in (
        [one.slug for one in found.articles],
        [tag.slug for tag in found.tags],
        [work.key for work in found.references],
    ):
        assert keys == sorted(set(keys))
    assert list(found.article) == [one.slug for one in found.articles]
    assert list(found.tag) == [tag.slug for tag in found.tags]


def test_a_derived_title_that_another_article_has_gets_the_id_as_suffix() -> None:
    derived = [article(f"seeds/{name}.txt", "Same", derived=True) for name in ("b", "a")]
    assert _slugs(derived) == {"seeds/a.txt": "same", "seeds/b.txt": "same-b"}
    chosen = article("seeds/z.txt", "Same")
    assert _slugs([*derived, chosen]) == {"seeds/z.txt": "same", "seeds/a.txt": "same-a", "seeds/b.txt": "same-b"}


def test_a_chosen_address_that_another_article_has_is_an_error_that_names_both() -> None:
    one, other = article("seeds/a.txt", "Same"), article("seeds/b.txt", "same")
    found, (problem,) = build_knowledge([other, one])
    assert found.articles == (one,)
    assert (problem.code, problem.level, problem.place.path) == ("same-address", "error", "seeds/b.txt")
    assert problem.message == "the address articles/same/ is already taken by seeds/a.txt:1:1"
    assert "`slug:`" in problem.hint


def test_two_files_of_one_name_in_two_folders_are_an_error_that_names_both() -> None:
    one, other = article("seeds/a/x.txt", "One"), article("seeds/b/x.txt", "Other")
    found, (problem,) = build_knowledge([other, one])
    assert found.articles == (one,)
    assert problem.place.path == "seeds/b/x.txt"
    assert problem.message == "the file name x is already taken by seeds/a/x.txt:1:1"
    assert problem.hint == "rename one"


def test_no_article_is_lost_where_a_suffix_makes_the_address_of_another() -> None:
    chosen = article("seeds/c.txt", "Same x")
    derived = [article(f"seeds/{name}.txt", "Same", derived=True) for name in ("a", "x")]
    found, problems = build_knowledge([chosen, *derived])
    assert len(found.articles) + len(problems) == 3


def test_no_article_is_lost_where_two_ids_make_one_suffix() -> None:
    derived = [article(f"seeds/{name}.txt", "Same", derived=True) for name in ("a", "x-y", "x_y")]
    found, problems = build_knowledge(derived)
    assert len(found.articles) + len(problems) == 3


def test_spellings_of_a_tag_are_one_tag_named_as_the_first_file_has_it() -> None:
    found, _ = build_knowledge(ARTICLES)
    tag = found.tag["cloud-computing"]
    assert (tag.name, tag.spellings) == ("Cloud Computing", ("cloud-computing",))
    assert tag.articles == ("first", "second")
    assert [(other.slug, other.together) for other in tag.related] == [("law", 1), ("ai", 1)]


def test_an_article_keeps_the_order_of_its_tags() -> None:
    found, _ = build_knowledge(ARTICLES)
    assert [tag.name for tag in found.tags_of["first"]] == ["Cloud Computing", "AI"]
    assert [tag.name for tag in found.tags_of["same-d"]] == ["C++", "C"]
    assert found.tags_of["third"] == ()


def test_the_tags_of_an_article_that_is_left_out_are_left_out_too() -> None:
    assert "lost" not in build_knowledge(ARTICLES)[0].tag


def test_tag_and_article_agree_both_ways() -> None:
    found, _ = build_knowledge(ARTICLES)
    by_tag = {(tag.slug, slug) for tag in found.tags for slug in tag.articles}
    assert by_tag == {(tag.slug, slug) for slug, tags in found.tags_of.items() for tag in tags}


def test_an_article_finds_its_works_by_their_numbers() -> None:
    found, _ = build_knowledge(ARTICLES)
    assert {number: work.key for number, work in found.works_of["first"].items()} == {1: "one-work", 2: "two"}
    assert found.works_of["second"][1] is found.works_of["first"][1]
    assert found.works_of["first"][1].articles == ("first", "second")


def test_articles_are_related_by_shared_works_and_tags() -> None:
    found, _ = build_knowledge(ARTICLES)
    assert [(other.slug, other.because) for other in found.related["first"]] == [
        ("same", "shares AI, and 1 reference"),
        ("second", "shares Cloud Computing, and 1 reference"),
    ]
    assert "third" not in found.related
