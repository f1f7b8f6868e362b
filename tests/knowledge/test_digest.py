"""Which sentences say most of what several articles have in common."""

from __future__ import annotations

from samples import evidence

from generator.knowledge.digest import choose_sentences

SHARED = "OpenAI buys computing capacity from Oracle under a contract of several years."
OTHER = "Oracle opened a small office beside the river and painted every door there blue."
FIGURE = "OpenAI buys computing capacity from Oracle under a contract worth $300 billion."


def test_a_sentence_whose_words_several_articles_use_is_chosen_first() -> None:
    articles = [("a", [evidence(OTHER), evidence(SHARED)]), ("b", [evidence(SHARED.replace("several", "five"))])]
    assert choose_sentences(articles, 1)[0][1].text.startswith("OpenAI buys computing capacity")


def test_each_article_gives_one_sentence_at_most() -> None:
    articles = [("a", [evidence(SHARED), evidence(FIGURE)]), ("b", [evidence(OTHER)])]
    assert sorted(slug for slug, _ in choose_sentences(articles, 5)) == ["a", "b"]


def test_a_sentence_with_a_figure_wins_over_one_like_it_without() -> None:
    assert choose_sentences([("a", [evidence(SHARED), evidence(FIGURE)])], 1)[0][1].text == FIGURE


def test_the_order_of_articles_does_not_change_the_choice() -> None:
    articles = [("a", [evidence(SHARED)]), ("b", [evidence(OTHER)]), ("c", [evidence(FIGURE)])]
    assert choose_sentences(articles, 2) == choose_sentences(articles[::-1], 2)


def test_no_articles_give_no_sentences() -> None:
    assert choose_sentences([], 3) == []
    assert choose_sentences([("a", [])], 3) == []
