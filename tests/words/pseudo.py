"""A language that is none: whatever goes through the catalogue is told by its brackets and its wide letters."""

import gettext
import re

import pytest

GAP = re.compile(r"(\{[^{}]*\})")
WIDE = {ord(letter): ord(letter) + 0xFEE0 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}
OURS = re.compile(r"[A-Za-z_]{2,}")


class Pseudo(gettext.NullTranslations):
    """Letters of a sentence are written wide, its gaps stay: what is left in plain letters was never said."""

    def gettext(self, message):
        parts = GAP.split(message)
        return "⟦" + "".join(part if GAP.fullmatch(part) else part.translate(WIDE) for part in parts) + "⟧"

    def ngettext(self, msgid1, msgid2, n):
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setattr("constellation.words.catalogue.catalogue", lambda code: Pseudo())


def unsaid(text, data):
    """The words in plain letters that are not among the data."""
    return sorted(set(OURS.findall(text)) - set(data))
