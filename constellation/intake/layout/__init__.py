"""Where a table begins and ends: preamble, header, rows, totals and trailers."""

from constellation.intake.layout.body import Frame, frame_of, frames_of
from constellation.intake.layout.header import Header, find_header

__all__ = ["Frame", "frame_of", "frames_of", "Header", "find_header"]
