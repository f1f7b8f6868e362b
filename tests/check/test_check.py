"""Advice on one article, and advice that needs every article."""

from __future__ import annotations

from dataclasses import replace

from samples import VOCABULARY, article

from generator.articles import read_article
from generator.check import check_article, check_articles
from generator.model import Problems, Source
from generator.text.sketches import sketch_text

WORDS = (
    "The landlord builds the halls and the substation, and the tenant brings the chips and pays for what they draw. "
)


def _check(text: str) -> Problems:
    source = Source("seeds/a.txt", text.encode())
    found, problems = read_article(source)
    assert found
    return check_article(source, found, problems)


def test_a_sound_article_has_no_problems() -> None:
    assert _check("A Title\n\nIntroduction\nSome words stand here.\n") == ()
    assert check_articles([article("seeds/a.txt")]) == ()


def test_an_article_without_a_body_is_a_warning_at_its_file() -> None:
    (problem,) = _check("Summary\nSome words stand here.\n")
    assert (problem.code, problem.level, problem.place.path) == ("no-body", "warning", "seeds/a.txt")


def test_everything_that_is_looked_for_in_one_article_is_found() -> None:
    text = (
        f"## Introduction\n{WORDS}\n\n{WORDS}\n\nIt costs [insert amount].\n\n## References\n- https://example.org/a\n"
    )
    assert [problem.code for problem in _check(text)] == ["placeholder", "bare-address", "repeated-paragraph"]


def test_chat_that_the_reader_left_out_is_not_told_twice() -> None:
    assert _check("A Title\n\nIntroduction\nSome words stand here.\n\nI hope this helps!\n") == ()


def test_two_articles_with_almost_the_same_text_are_named_at_the_later_one() -> None:
    one, two, three = (
        replace(article(f"seeds/{name}.txt"), sketch=sketch_text([text]))
        for name, text in (("c", WORDS * 2), ("a", "Another text. " * 9), ("b", WORDS * 2 + "So it is."))
    )
    (problem,) = check_articles([one, two, three])
    assert (problem.code, problem.place.path) == ("similar-article", "seeds/c.txt")
    assert problem.message == "the article says almost the same as seeds/b.txt, word for word"


def test_problems_are_in_the_order_of_files_not_of_titles() -> None:
    found = [article("seeds/b.txt", "A", tags=["Gas"]), article("seeds/a.txt", "B", tags=["Power"])]
    assert [problem.place.path for problem in check_articles(found, VOCABULARY)] == ["seeds/a.txt", "seeds/b.txt"]
