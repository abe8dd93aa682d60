"""How Sphinx turns docs/ into pages: `make docs`."""

project = "Constellation"
author = "The Constellation contributors"
copyright = "2026, The Constellation contributors"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "Constellation"
