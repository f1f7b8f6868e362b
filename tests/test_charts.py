"""Where the parties and ties of the map are drawn."""

from __future__ import annotations

from samples import article, knowledge

from generator.charts import HEIGHT, WIDTH, draw_map

KNOWN = knowledge(
    article("seeds/a.txt", "Alpha", states=["OpenAI pays Oracle up to $300 billion for 4.5 GW by 2027."]),
    article("seeds/b.txt", "Beta", states=["Nvidia sells OpenAI 400,000 chips for $10 billion in May 2026."]),
    article("seeds/c.txt", "Gamma", states=["OpenAI signed a contract with Oracle."]),
)


def test_every_tie_ends_at_the_spots_of_its_parties_and_inside_the_picture() -> None:
    spots, strokes = draw_map(KNOWN.partnerships, 10)
    places = {spot.slug: (spot.x, spot.y) for spot in spots}
    assert len(set(places.values())) == len(spots) == 3
    assert [(s.x1, s.y1, s.x2, s.y2) for s in strokes] == [(*places[s.pair.a], *places[s.pair.b]) for s in strokes]
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in places.values())


def test_a_tie_of_more_articles_is_wider_and_a_party_with_more_ties_larger() -> None:
    spots, strokes = draw_map(KNOWN.partnerships, 10)
    widths = {stroke.pair.id: stroke.width for stroke in strokes}
    sizes = {spot.slug: spot.size for spot in spots}
    assert widths["openai--oracle"] > widths["nvidia--openai"]
    assert sizes["openai"] > sizes["oracle"] > sizes["nvidia"]


def test_only_the_parties_with_most_ties_are_drawn_and_only_ties_between_them() -> None:
    spots, strokes = draw_map(KNOWN.partnerships, 2)
    assert {spot.slug for spot in spots} == {"openai", "oracle"}
    assert [stroke.pair.id for stroke in strokes] == ["openai--oracle"]


def test_a_party_tied_to_none_of_those_drawn_is_left_out() -> None:
    lone = knowledge(article("seeds/a.txt", "Alpha", states=["OpenAI signed a contract with Oracle."]))
    assert draw_map(lone.partnerships, 1) == ((), ())


def test_no_ties_make_an_empty_map() -> None:
    assert draw_map((), 5) == ((), ())
