"""Put into the text of a Word file what Pandoc would drop.

In:  the tree of a text whose changes are resolved.
Out: the tree with numbers at the beginning of paragraphs, text boxes behind the paragraphs that they are
     anchored in, each equation by itself, and marks at pictures, cross-references and words in other
     languages.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.fields import mark_references
from issuebrief.word_import.documents.marks import (
    ALL,
    CLOSE_BOX,
    OPEN_BOX,
    language_mark,
    paragraph_mark,
    picture_mark,
)
from issuebrief.word_import.documents.model import SourcePicture
from issuebrief.word_import.documents.ooxml import (
    BOX,
    EQUATION,
    PARAGRAPH_FORMAT,
    SOFT_HYPHEN,
    P,
    R,
    T,
    attribute,
    child,
    name,
    parents_in,
    run_of,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

CHOICES, CHOICE, FALLBACK = map(name, ("mc:AlternateContent", "mc:Choice", "mc:Fallback"))
EQUATIONS = name("m:oMathPara")
SHOWN = frozenset((BOX, name("a:blip"), name("v:imagedata"), T, EQUATION))
"""What makes one of several forms of a thing worth keeping."""
DRAWINGS = frozenset(map(name, ("w:drawing", "w:pict", "w:object")))
FILES = (name("r:embed"), name("r:id"))
"""What names the file of a picture that is in the document; `r:link` names one elsewhere."""
PICTURES = frozenset(map(name, ("a:blip", "v:imagedata")))


def choose_alternatives(tree: Element) -> None:
    """Keep one of the forms that Word offers of a thing to programs of several ages: the first that shows."""
    for outer in list(tree.iter()):
        for place, inner in reversed(list(enumerate(outer))):
            if inner.tag != CHOICES:
                continue
            forms = [form for form in inner if form.tag in (CHOICE, FALLBACK)]
            best = next((form for form in forms if any(part.tag in SHOWN for part in form.iter())), None)
            chosen = best if best is not None else (forms[0] if forms else ())
            outer.remove(inner)
            for offset, part in enumerate(list(chosen)):
                outer.insert(place + offset, part)


def clean_text(tree: Element) -> int:
    """Take out soft hyphens and the signs that marks are made of; how many soft hyphens there were."""
    count = 0
    for word in tree.iter(T):
        text = word.text or ""
        count += text.count(SOFT_HYPHEN)
        word.text = ALL.sub("", text.replace(SOFT_HYPHEN, ""))
    for run in tree.iter(R):
        for sign in run.findall(name("w:softHyphen")):
            run.remove(sign)
            count += 1
    return count


def strike_once(tree: Element) -> None:
    """Words that are struck through twice are struck through: Pandoc knows no other."""
    for twice in tree.iter(name("w:dstrike")):
        twice.tag = name("w:strike")


def divide_equations(tree: Element) -> None:
    """Give each of several equations that stand below one another a place of its own: Pandoc joins them."""
    from xml.etree.ElementTree import Element

    for outer in list(tree.iter()):
        for display in [each for each in outer if each.tag == EQUATIONS]:
            several = display.findall(EQUATION)
            for place, equation in enumerate(several[1:], list(outer).index(display) + 1):
                display.remove(equation)
                alone = Element(EQUATIONS)
                alone.append(equation)
                outer.insert(place, alone)


def _above(element: Element, parents: Mapping[Element, Element]) -> list[Element]:
    found = []
    while element in parents:
        element = parents[element]
        found.append(element)
    return found


def mark_languages(tree: Element, language: str) -> dict[str, str]:
    """Mark runs in other languages; the first words in each. Pure signs and numbers are in none."""
    usual = language.partition("-")[0].lower()
    found: dict[str, str] = {}
    for run in tree.iter(R):
        given = attribute(child(run, "w:rPr", "w:lang"), "w:val").partition("-")[0].lower()
        if not given or given in (usual, "x", "zxx"):
            continue
        for word in run.findall(name("w:t")):
            text = word.text or ""
            inner = text.strip()
            if any(letter.isalpha() for letter in inner):
                found.setdefault(given, inner)
                before, _, after = text.partition(inner)
                word.text = before + language_mark(given, inner) + after
    return found


def mark_pictures(tree: Element, numbers: Mapping[Element, int]) -> list[SourcePicture]:
    """Number the pictures in the order of the text; what the file says of each."""
    found: list[SourcePicture] = []
    for paragraph in list(tree.iter(P)):
        for run in [run for run in paragraph.iter(R) if any(part.tag in DRAWINGS for part in run)]:
            for drawing in [part for part in run if part.tag in DRAWINGS]:
                if not any(part.get(key) for part in drawing.iter() for key in FILES if part.tag in PICTURES):
                    continue
                described = [attribute_of(part) for part in drawing.iter()]
                crop = next(iter(drawing.iter(name("a:srcRect"))), None)
                is_cropped = crop is not None and any(value.strip("0") for value in crop.attrib.values())
                mark = run_of(picture_mark(len(found))).find(T)
                assert mark is not None
                run.insert(list(run).index(drawing), mark)
                alternative = next((text for text in described if text), "")
                found.append(SourcePicture(alternative, is_cropped, numbers.get(paragraph, 0)))
    return found


def attribute_of(element: Element) -> str:
    """The alternative text that an element of a drawing holds."""
    if element.tag == name("wp:docPr"):
        return element.get("descr", "") or element.get("title", "")
    return element.get("alt", "") if element.tag == name("v:shape") else ""


def lift_boxes(tree: Element) -> int:
    """Put the content of text boxes behind the paragraphs that they are anchored in; how many there were."""
    parents = parents_in(tree)
    count = 0
    for box in list(tree.iter(BOX)):
        above = _above(box, parents)
        host = next((element for element in above if element.tag == P), None)
        drawing = next((element for element in above if element.tag in DRAWINGS), None)
        if host is None or drawing is None:
            continue
        for holder in above[: above.index(drawing)]:
            if box in list(holder):
                holder.remove(box)
        if not text_of(box).strip() and not any(part.tag in PICTURES for part in box.iter()):
            continue
        outer = parents[host]
        place = list(outer).index(host) + 1
        while place < len(outer) and outer[place].get("boxed") == "yes":
            place += 1
        content = [_paragraph(OPEN_BOX), *box, _paragraph(CLOSE_BOX)]
        for offset, part in enumerate(content):
            part.set("boxed", "yes")
            outer.insert(place + offset, part)
            parents[part] = outer
        count += 1
    return count


def _paragraph(text: str) -> Element:
    from xml.etree.ElementTree import Element

    paragraph = Element(P)
    paragraph.append(run_of(text))
    return paragraph


def number_paragraphs(tree: Element, numbers: Mapping[Element, int]) -> list[tuple[int, str]]:
    """Put its number at the beginning of each paragraph that has one; the references to pages on the way."""
    pages: list[tuple[int, str]] = []
    for paragraph in list(tree.iter(P)):
        pages += [(numbers.get(paragraph, 0), page) for page in mark_references(paragraph)]
        if paragraph in numbers:
            place = 1 if len(paragraph) and paragraph[0].tag == PARAGRAPH_FORMAT else 0
            paragraph.insert(place, run_of(paragraph_mark(numbers[paragraph])))
    return pages


def main_language(trees: Sequence[Element], stated: str) -> str:
    """The language that most letters are in; runs that name none are in the stated one."""
    letters: Counter[str] = Counter()
    for tree in trees:
        for run in tree.iter(R):
            given = attribute(child(run, "w:rPr", "w:lang"), "w:val")
            letters[given or stated] += len(text_of(run))
    return letters.most_common(1)[0][0] if letters else stated
