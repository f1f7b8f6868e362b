"""Advice that needs every article."""

from __future__ import annotations

from samples import article, knowledge

from generator.check import check_knowledge


def test_a_sound_article_has_no_problems() -> None:
    assert check_knowledge(knowledge(article("seeds/a.txt"))) == ()


def test_an_article_without_a_body_is_a_warning_at_its_file() -> None:
    (problem,) = check_knowledge(knowledge(article("seeds/a.txt", sections=())))
    assert (problem.code, problem.level, problem.place.path) == ("no-body", "warning", "seeds/a.txt")


def test_problems_are_in_the_order_of_files_not_of_titles() -> None:
    found = knowledge(article("seeds/b.txt", "A", sections=()), article("seeds/a.txt", "B", sections=()))
    assert [problem.place.path for problem in check_knowledge(found)] == ["seeds/a.txt", "seeds/b.txt"]
