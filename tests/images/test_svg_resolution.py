"""Pictures in a drawing are judged by the room that they take, however they are moved and scaled."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image

from issuebrief.images.svg_resolution import pixels_to_unit


def _picture(width: int, height: int) -> str:
    target = BytesIO()
    Image.new("RGB", (width, height)).save(target, "PNG")
    return f"data:image/png;base64,{b64encode(target.getvalue()).decode()}"


def _drawing(inner: str) -> float | None:
    return pixels_to_unit(fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'))


@pytest.mark.parametrize(
    ("inner", "density"),
    [
        ('<image width="100" height="50" href="{}"/>', 2.0),
        ('<g transform="translate(5 5) scale(4)"><image width="100" height="50" href="{}"/></g>', 0.5),
        ('<g transform="rotate(30)"><image width="100" height="50" href="{}"/></g>', 2.0),
        ('<image width="400" height="50" href="{}"/>', 2.0),
        ('<image width="400" height="50" preserveAspectRatio="none" href="{}"/>', 0.5),
        ('<image href="{}"/>', 1.0),
        ('<image width="100" height="50" href="{}"/><image width="400" height="200" href="{}"/>', 0.5),
        ('<rect width="5" height="5"/>', None),
        ('<image width="5" height="5" href="data:image/png;base64,AAAA"/>', None),
    ],
)
def test_the_fewest_pixels_to_a_unit(inner: str, density: float | None) -> None:
    assert _drawing(inner.replace("{}", _picture(200, 100))) == (
        density if density is None else pytest.approx(density)
    )
