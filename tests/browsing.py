"""What must hold of a page in a browser, and at which widths and themes it is looked at."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (360, 800, 1440)
THEMES = ("light", "dark")
