"""A bag is what RFC 8493 says it is."""

from __future__ import annotations

import hashlib

from issuebrief.release.bag import bag_of

PAYLOAD = {"moon.pdf": b"%PDF", "source/50% of it\n.md": b"text"}


def test_every_file_has_its_checksum_and_the_tags_have_theirs() -> None:
    bag = bag_of(PAYLOAD, [("Source-Organization", "Harbour\nInstitute")])
    assert bag["data/moon.pdf"] == b"%PDF"
    for manifest, files in (
        ("manifest-sha256.txt", [name for name in bag if name.startswith("data/")]),
        (
            "tagmanifest-sha256.txt",
            ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt"],
        ),
    ):
        lines = [line.split("  ", 1) for line in bag[manifest].decode().splitlines()]
        named = {name.replace("%0A", "\n").replace("%25", "%"): digits for digits, name in lines}
        assert named == {name: hashlib.sha256(bag[name]).hexdigest() for name in files}
    assert bag["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert bag["bag-info.txt"].decode().splitlines() == [
        "Source-Organization: Harbour Institute",
        "Payload-Oxum: 8.2",
    ]


def test_the_same_files_give_the_same_bag_in_any_order() -> None:
    assert bag_of(PAYLOAD, []) == bag_of(dict(reversed(PAYLOAD.items())), [])
