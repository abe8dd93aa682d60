"""The sheet that a map is drawn on: where the sky, the heading and the explanations stand."""

from dataclasses import dataclass

from constellation.maps.boxes import Box
from constellation.maps.forms import Form
from constellation.maps.network import Network
from constellation.maps.svg import text_line
from constellation.maps.text_widths import shortened, width, wrapped
from constellation.words import say

SERIF_ASCENT, SERIF_LINE = 1.04, 1.4
SANS_LINE = 1.22


@dataclass(frozen=True)
class Part:
    """A drawn part of the picture, its boxes and where it ends."""

    svg: str
    boxes: tuple[Box, ...]
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """`heading`: whether owner and date are drawn; `key`: whether signs and areas are explained."""

    form: Form
    heading: bool
    key: bool

    @property
    def top(self) -> float:
        """Where the sky's band begins."""
        return self.form.margin + (self.form.name_size * 3.9 if self.heading and not self.form.aside else 0)

    @property
    def centre(self) -> tuple[float, float]:
        reach = self.form.sky + self.form.band
        x = self.form.margin + reach if self.form.aside else self.form.width / 2
        return x, self.top + reach

    @property
    def under_sky(self) -> float:
        return self.top + 2 * (self.form.sky + self.form.band)

    @property
    def full(self) -> tuple[float, float]:
        """Left edge and width of what stands above and under the sky."""
        return self.form.margin + 4, self.form.width - 2 * self.form.margin - 8

    @property
    def aside(self) -> tuple[float, float]:
        """Left edge and width of the column beside the sky."""
        left = self.form.margin + 2 * (self.form.sky + self.form.band) + 52
        return left, self.form.width - self.form.margin - left - 12


def heading(sheet: Sheet, network: Network) -> Part:
    """The owner's name and the date, above the sky or at the head of the column beside it."""
    form = sheet.form
    left, room = sheet.aside if form.aside else sheet.full
    size = form.name_size * (2.4 if form.aside else 1.75)
    y = form.margin + (24 if form.aside else 0)
    parts, boxes = [], []
    for line in wrapped(network.owner or say("My network"), room, size, "serif", 2 if form.aside else 1):
        parts.append(text_line(line, left, y + SERIF_ASCENT * size, class_="serif", font_size=size))
        boxes.append(Box(left, y, left + width(line, size, "serif"), y + SERIF_LINE * size, "heading", line))
        y += SERIF_LINE * size
    small = form.name_size * (1.1 if form.aside else 1.0)
    date = shortened(network.date, room, small)
    if date:
        parts.append(text_line(date, left, y + small, class_="soft", font_size=small))
        boxes.append(Box(left, y, left + width(date, small), y + SANS_LINE * small, "heading", date))
        y += SANS_LINE * small
    return Part("".join(parts), tuple(boxes), y)
