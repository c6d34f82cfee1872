"""What stayed in place, and two rows as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapportage.compare.order import kept_in_order, woven


def moved(old: str, new: str, weights: dict[str, int] | None = None) -> str:
    pairs = [(old.index(one), new.index(one)) for one in old if one in new]
    kept = kept_in_order(pairs, [(weights or {}).get(old[at], 1) for at, _ in pairs])
    return "".join(old[at] for at, to in pairs if (at, to) not in kept)


def test_what_is_lightest_is_what_moved() -> None:
    assert moved("abcd", "bcda") == "a"
    assert moved("abcd", "bcda", {"a": 9}) == "bcd"
    assert moved("abc", "axc") == ""


@given(st.permutations("abcdefg"))
def test_what_was_kept_stands_in_the_same_order(new: list[str]) -> None:
    old = "abcdefg"
    kept = kept_in_order([(at, new.index(one)) for at, one in enumerate(old)], [1] * 7)
    assert kept == sorted(kept)
    assert [to for _, to in kept] == sorted(to for _, to in kept)
    rows = list(woven(old, new, kept))
    assert [was for was, _ in rows if was] == list(old)
    assert [now for _, now in rows if now] == new
    assert all(was == now for was, now in rows if was and now)
