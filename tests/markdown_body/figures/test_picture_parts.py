"""Pictures side by side, as parts of one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, set_text
from validators import A_2A, UA_1, page_validation, spoken_aloud

if TYPE_CHECKING:
    from pathlib import Path

ROW = '![Bars](a.svg "Before"){#fig-one} ![A tower](b.svg "After"){#fig-two}'


def drawings(folder: Path) -> None:
    """A drawing that is wide, `a.svg`, and one that is high, `b.svg`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, width, height in (("a", 40, 20), ("b", 20, 30)):
        shown = f'<path d="M0 0h{width}v{height}H0z" fill="#0f0"/>'
        size = f'viewBox="0 0 {width} {height}"'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shown}</svg>'
        (folder / f"{name}.svg").write_text(svg)


@pytest.mark.parametrize(
    "caption", ["\nTwo of them. {#fig-all .wide}", "\n:   Two of them. {#fig-all .wide}"]
)
def test_parts_have_letters_and_captions_and_are_referred_to_by_them(tmp_path: Path, caption: str) -> None:
    drawings(tmp_path)
    body = f"{ROW}{caption}\n\nLook at [](#fig-two), and at [](#fig-all) as a whole."
    text = facts_of(tmp_path, body).text.replace("\u00a0", " ")
    assert "(a) Before" in text
    assert "(b) After" in text
    assert "Figure 1 Two of them." in text
    assert "Look at Figure 1 (b), and at Figure 1 as a whole." in text


def test_a_size_given_to_a_part_is_told(tmp_path: Path) -> None:
    drawings(tmp_path)
    outcome, _ = set_text(tmp_path, "![Bars](a.svg){width=20%} ![A tower](b.svg)\n\nWords.")
    (problem,) = outcome.problems
    assert (problem.code, problem.place and problem.place.line) == ("picture.size", 8)


def test_a_file_with_parts_keeps_its_standards(tmp_path: Path) -> None:
    drawings(tmp_path)
    outcome, pdf = set_text(tmp_path, f"Words.\n\n{ROW}\nTwo of them.\n\nMore words.")
    assert outcome.problems == ()
    assert [*page_validation(pdf, UA_1), *page_validation(pdf, A_2A), *spoken_aloud(pdf)] == []


def test_a_very_narrow_part_has_room_for_the_words_below_it(tmp_path: Path) -> None:
    drawings(tmp_path)
    (tmp_path / "c.svg").write_text((tmp_path / "b.svg").read_text("utf-8").replace("0 0 20 30", "0 0 5 40"))
    row = '![Bars](a.svg "Before") ![A mast](c.svg "The mast of the old ferry")\n:   Both, from the sea.'
    facts = facts_of(tmp_path, f"Words.\n\n{row}\n\nMore words.")
    (first,) = [line.text for line in facts.lines if line.text.startswith("(b)")]
    assert len(first.split()) > 1
