"""Where the marks of pictures are drawn: in proportion, within the picture, no name over another."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from samples import article, knowledge

from generator.charts.axis import MOST_TICKS, Axis, choose_ticks, moment_of
from generator.charts.bars import Bar, draw_bars
from generator.charts.columns import LEAST, draw_columns
from generator.charts.lanes import Lane, draw_lanes, end_of
from generator.charts.maps import LABEL, Map, Spot, draw_map, draw_narrow_map, label_of
from generator.model import Partnership, Tie, TieEvidence

Draw = Callable[[tuple[Partnership, ...], int], Map]
KNOWN = knowledge(
    article("seeds/a.txt", "Alpha", states=["OpenAI pays Oracle up to $300 billion for 4.5 GW by 2027."]),
    article("seeds/b.txt", "Beta", states=["Nvidia sells OpenAI 400,000 chips for $10 billion in May 2026."]),
    article("seeds/c.txt", "Gamma", states=["OpenAI signed a contract with Oracle."]),
).partnerships
both = pytest.mark.parametrize("draw", [draw_map, draw_narrow_map])


def _ring(total: int, sign: str) -> tuple[Partnership, ...]:
    """So many parties with names as long as can be, each tied to the next."""
    slugs = [f"p{number:02}" for number in range(total)]
    names = {slug: f"{slug} {sign * 40}" for slug in slugs}
    tie = Tie("supply", "p00", "p01", False, "announced")
    pairs = [tuple(sorted((slug, slugs[(place + 1) % total]))) for place, slug in enumerate(slugs)]
    return tuple(
        Partnership(f"{a}--{b}", a, b, (names[a], names[b]), ("supply",), (TieEvidence("x", "", "t", "", tie),), ())
        for a, b in sorted(set(pairs))
    )


def _box(spot: Spot) -> tuple[float, float, float, float]:
    """The room of a name of 15 units: left, right, top, bottom."""
    left, right = label_of(spot)
    return left, right, spot.label_y - 12, spot.label_y + 4


@both
@pytest.mark.parametrize("sign", ["m", "云"])
@pytest.mark.parametrize("total", [3, 4, 5, 8, 11, 17, 18])
def test_no_name_on_a_map_is_over_another_or_over_a_spot_or_out_of_the_picture(
    draw: Draw, total: int, sign: str
) -> None:
    drawn = draw(_ring(total, sign), total)
    assert len(drawn.spots) == total
    for spot in drawn.spots:
        left, right, top, bottom = _box(spot)
        assert len(spot.name) <= LABEL
        assert top >= 0
        assert bottom <= drawn.height
        assert drawn.left <= spot.x - spot.size
        assert spot.x + spot.size <= drawn.left + drawn.width
        assert drawn.left <= left < right <= drawn.left + drawn.width
    for one, other in combinations(drawn.spots, 2):
        left, right, top, bottom = _box(one)
        other_left, other_right, other_top, other_bottom = _box(other)
        assert right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
        assert not (left < other.x < right and top < other.y < bottom)
        assert abs(one.x - other.x) >= one.size + other.size or abs(one.y - other.y) >= one.size + other.size


@both
def test_every_tie_ends_at_the_spots_of_its_parties(draw: Draw) -> None:
    drawn = draw(KNOWN, 10)
    places = {spot.slug: (spot.x, spot.y) for spot in drawn.spots}
    assert len(set(places.values())) == len(drawn.spots) == 3
    for stroke in drawn.strokes:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", stroke.path)]
        ends = {tuple(numbers[:2]), tuple(numbers[-2:])}
        assert ends == {places[stroke.pair.a], places[stroke.pair.b]}


def test_an_arc_of_the_narrow_map_stays_in_the_picture() -> None:
    drawn = draw_narrow_map(_ring(18, "m"), 18)
    for stroke in drawn.strokes:
        found = re.fullmatch(r"M([\d.]+) [\d.]+A([\d.]+) [\d.]+ 0 0 1 [\d.]+ [\d.]+", stroke.path)
        assert found
        assert float(found[1]) + float(found[2]) + stroke.width <= drawn.width


@both
def test_a_tie_of_more_articles_is_wider_and_a_party_with_more_ties_larger(draw: Draw) -> None:
    drawn = draw(KNOWN, 10)
    widths = {stroke.pair.id: stroke.width for stroke in drawn.strokes}
    sizes = {spot.slug: spot.size for spot in drawn.spots}
    assert widths["openai--oracle"] > widths["nvidia--openai"]
    assert sizes["openai"] > sizes["oracle"] > sizes["nvidia"]


@both
def test_only_the_parties_with_most_ties_are_drawn_and_only_ties_between_them(draw: Draw) -> None:
    drawn = draw(KNOWN, 2)
    assert {spot.slug for spot in drawn.spots} == {"openai", "oracle"}
    assert [stroke.pair.id for stroke in drawn.strokes] == ["openai--oracle"]


@both
def test_a_party_tied_to_none_of_those_drawn_is_left_out_and_no_ties_make_an_empty_map(draw: Draw) -> None:
    lone = tuple(pair for pair in KNOWN if pair.id == "openai--oracle")
    assert (draw(lone, 1).spots, draw(lone, 1).strokes) == ((), ())
    assert (draw((), 5).spots, draw((), 5).strokes) == ((), ())


def test_bars_are_as_long_as_their_amounts_and_a_range_adds_to_its_lower_end() -> None:
    assert draw_bars([(500, None), (250, None), (100, 200)]) == (Bar(100, 0), Bar(50, 0), Bar(20, 20))
    assert draw_bars([(5, 10), (8, None)]) == (Bar(50, 50), Bar(80, 0))
    assert draw_bars([(0, None)]) == (Bar(0, 0),)
    assert draw_bars([]) == ()


def test_columns_are_as_high_as_their_numbers_and_stand_in_slots_of_one_width() -> None:
    columns = draw_columns({2020: 50, 2022: 100, 2023: 1}, 2020, 2023)
    assert [(column.key, column.slot, column.height) for column in columns] == [
        (2020, 0, 50),
        (2022, 50, 100),
        (2023, 75, LEAST),
    ]
    for column in columns:
        assert column.slot < column.x < column.x + column.width < column.slot + column.slot_width <= 100
        assert column.y + column.height == 100
    assert draw_columns({}, 0, 0) == ()


@pytest.mark.parametrize(
    ("iso", "moment"),
    [("2026", 2026.5), ("2026-01", 2026.0425), ("2026-12-31", 2026.9986), ("2024-03-01", 2024.1653)],
)
def test_a_date_stands_in_the_middle_of_what_it_names(iso: str, moment: float) -> None:
    assert moment_of(iso) == moment


@pytest.mark.parametrize("span", range(1, 151))
def test_an_axis_has_at_most_six_labels_which_stand_within_it(span: int) -> None:
    axis = Axis(1950, 1949 + span)
    ticks = axis.ticks()
    assert 1 <= len(ticks) <= MOST_TICKS
    assert all(0 < tick.x < 100 for tick in ticks)
    assert [tick.label for tick in ticks] == [str(year) for year in choose_ticks(1950, 1949 + span)]


def test_a_lane_reaches_from_end_to_end_and_an_open_one_to_that_of_the_axis() -> None:
    axis, lanes = draw_lanes(["2026/2029", "../2027", "2028/..", "2028"])
    assert axis == Axis(2026, 2029)
    assert lanes == (
        Lane(12.5, 87.5, (12.5, 87.5), False),
        Lane(0, 37.5, (37.5,), True),
        Lane(62.5, 100, (62.5,), True),
        Lane(62.5, 62.5, (62.5,), False),
    )


def test_an_axis_reaches_back_to_a_given_day_and_not_beyond_it() -> None:
    axis, (begun, due) = draw_lanes(["2016/2027", "../2029"], since="2026-07-04")
    assert axis == Axis(2026, 2029)
    assert begun == Lane(0, 37.5, (37.5,), False)
    assert due == Lane(0, 87.5, (87.5,), True)
    assert draw_lanes([], since="2026-07-04") == (Axis(2026, 2026), ())
    assert draw_lanes([])[1] == ()


@pytest.mark.parametrize(
    ("period", "end"), [("../2029", "2029"), ("2027/..", "2027"), ("2027/2028-06", "2028-06"), ("2026-05", "2026-05")]
)
def test_the_end_of_a_period_is_the_last_date_it_names(period: str, end: str) -> None:
    assert end_of(period) == end
