"""What two sequences have in common."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from issuebrief.compare.sequences import in_common

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(WORDS, WORDS)
def test_pairs_are_equal_and_increase_in_both(old: list[str], new: list[str]) -> None:
    pairs = in_common(old, new)
    assert all(old[at] == new[to] for at, to in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in itertools.pairwise(pairs))


@given(WORDS)
def test_a_sequence_has_all_in_common_with_itself(words: list[str]) -> None:
    assert in_common(words, words) == [(place, place) for place in range(len(words))]


def test_what_was_put_in_leaves_the_rest_paired() -> None:
    old, new = ["a", "b", "a", "c", "d", "a", "b"], ["a", "b", "a", "x", "c", "d", "y", "a", "b"]
    assert [new[to] for _, to in in_common(old, new)] == old


def test_long_sequences_without_anchors_are_given_up() -> None:
    old, new = ["a", "b"] * 5_000, ["b", "c", "c"] * 5_000
    assert len(in_common(old, new)) <= 1


def test_comparing_does_not_grow_with_the_product_of_lengths() -> None:
    class Counted:
        """A word that counts how often it is compared."""

        times = 0

        def __init__(self, value: int) -> None:
            self.value = value

        def __hash__(self) -> int:
            return self.value % 7  # alike in all that is looked at first

        def __eq__(self, other: object) -> bool:
            Counted.times += 1
            return isinstance(other, Counted) and self.value == other.value

    def times(length: int) -> int:
        Counted.times = 0
        words = [(number * 7919) % 97 for number in range(length)]
        in_common([Counted(word) for word in words], [Counted(word) for word in reversed(words)])
        return Counted.times

    assert times(4_000) < 3 * times(2_000)
