"""The README's pictures are the window's own; here only how they are made small is looked at."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QColor, QImage

from app.scripts.screenshots import PICTURES, SCENES, palette_of, small


def test_every_scene_has_its_picture_and_it_is_small() -> None:
    for name, *_ in SCENES:
        path = PICTURES / f"{name}.png"
        assert path.exists(), f"make screenshots has not been run for {name}"
        assert path.stat().st_size < 150_000


def test_a_rare_but_different_colour_is_kept() -> None:
    greys = {0xFF000000 | grey << 16 | grey << 8 | grey: 1000 - grey for grey in range(254)}
    many = {0xFF000000 | red << 16: 5 for red in range(1, 200)}
    green = 0xFF00FF00
    kept, index = palette_of(Counter({**greys, **many, green: 1}))
    assert len(kept) == 256
    assert kept[index[green]] == green


def test_few_colours_stay_as_they_are() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#0b6e5f"))
    image.setPixelColor(1, 1, QColor("#fbefd9"))
    made = small(image)
    assert made.pixelColor(1, 1).name() == "#fbefd9"
    assert made.pixelColor(0, 0).name() == "#0b6e5f"
