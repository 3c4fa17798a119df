"""What a list of notes is called, in many languages.

In:  the words of a heading.
Out: whether they say that notes follow.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import names

NOTES = names(
    "aftanmálsgreinar alaviitteet anmerkungen anmärkningar atsauces bilješke dipnotlar eindnoten "
    "endnoten endnotes fodnoter footnotes fotnotar fotnoter fusnote fussnoten fußnoten išnašos "
    "jegyzetek loppuviitteet lábjegyzetek merknader märkused neðanmálsgreinar notar notas note noten "
    "noter notes notlar opombe pastabos piezīmes poznámky przypisy slutnoter sluttnotar sluttnoter "
    "sonnotlar viited viittaukset viitteet voetnoten végjegyzetek vēres σημειώσεις бележки виноски "
    "примечания примітки сноски белешки белешке напомене beleške napomene заўвагі ескертпелер nótaí noti "
    "shënime catatan qeydlər oharrak შენიშვნები ծանոթագրություններ टिप्पणियाँ هوامش الهوامش پی‌نوشت‌ها הערות "
    "注 註 注释 註釋 脚注 腳註 尾注 미주 각주"
) | {"chú thích", "ghi chú"}
"""What the list of notes is called, in small letters."""


def is_notes(words: str) -> bool:
    """Whether a heading says that notes follow."""
    return words.casefold().rstrip(":") in NOTES or words.lower().rstrip(":") in NOTES
