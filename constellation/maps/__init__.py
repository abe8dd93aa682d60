"""Maps: a network as a picture (SVG) and as an equal list; pure, data in and text out."""
