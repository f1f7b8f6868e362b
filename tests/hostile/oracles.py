"""The name of an oracle and a Case in, complaints out: the register of all ways of judging."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.cases import Case, NotJudged

Oracle = Callable[[Case], Iterator[str]]
_ORACLES: dict[str, Oracle] = {}


def oracle(*names: str) -> Callable[[Oracle], Oracle]:
    """Enter a function under the names of what it judges."""

    def enter(judge: Oracle) -> Oracle:
        _ORACLES.update(dict.fromkeys(names, judge))
        return judge

    return enter


def judge(case: Case, name: str) -> list[str]:
    """What is wrong with a case by one oracle: what its scenario found, or else what the oracle of that name finds.

    Raises NotJudged where there is neither.
    """
    if name in case.facts:
        return list(case.facts[name])
    if name not in _ORACLES:
        raise NotJudged(f"no scenario and no oracle is known that judges {name}")
    return list(_ORACLES[name](case))
