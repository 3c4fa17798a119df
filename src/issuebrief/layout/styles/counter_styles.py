"""Counters in the digits of the language, whose numbers never become longer than a line or two.

In:  numbers of counters, the counter styles of style sheets, and the numbering system of the brief.
Out: the signs for them, digits in that system; plain digits where a style would take too many.

`decimal` thus means the digits of the brief, in a house's own theme as well.

A style that repeats its signs takes as many as the number is large: one text of n items would take n² signs.
CSS Counter Styles 3 (section 3.1.2) lets a user agree on such a limit, of 60 or more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.css.counters import CounterStyle

from issuebrief.numbering_systems import EUROPEAN, in_system

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 200
"""The most signs that a number takes."""

LARGEST = 10_000
"""The largest number that is made of repeated signs at all."""


Counter = dict[str, Any]
"""The descriptors of a counter style, by name."""

CounterName = str | tuple[str, ...]
"""The name of a counter style, or the function and the signs of one without a name."""


class BoundedCounterStyle(CounterStyle):  # type: ignore[misc]
    """WeasyPrint's counter styles, with a limit to what a number takes, and the digits of a language."""

    def __init__(self, styles: Mapping[str, Counter] | None = None, digits: str = EUROPEAN) -> None:
        super().__init__(styles or {})
        self.digits = digits

    def render_value(
        self,
        counter_value: int,
        counter_name: CounterName | None = None,
        counter: Counter | None = None,
        previous_types: list[str] | None = None,
    ) -> str:
        """The signs of a number."""
        if (
            abs(counter_value) > LARGEST
            and counter_name != "decimal"
            and self._repeats(counter_name, counter)
        ):
            return self.render_value(counter_value, "decimal")
        signs: str = super().render_value(counter_value, counter_name, counter, previous_types)
        if len(signs) > LONGEST and counter_name != "decimal":
            return self.render_value(counter_value, "decimal")
        return in_system(signs, self.digits)

    def copy(self) -> BoundedCounterStyle:
        """The same styles, to which others can be added."""
        return BoundedCounterStyle(super().copy(), self.digits)

    def _repeats(self, name: CounterName | None, counter: Counter | None) -> bool:
        counter = counter or self.resolve_counter(name)
        system = ((counter or {}).get("system") or (None, "symbolic", None))[1]
        return system in ("symbolic", "additive")
