"""What each encoding is called after: the languages that it was made for."""

from constellation.words import mark, say

LANGUAGES = {
    "cp1252": mark("Western European"),
    "mac_roman": mark("Western European, old Macintosh"),
    "cp1254": mark("Turkish"),
    "cp1250": mark("Central European"),
    "iso8859-2": mark("Central European"),
    "iso8859-15": mark("Western European"),
    "cp850": mark("Western European, old DOS"),
    "cp1257": mark("Baltic"),
    "gb18030": mark("Chinese"),
    "big5hkscs": mark("traditional Chinese"),
    "cp932": mark("Japanese"),
    "euc_jp": mark("Japanese"),
    "cp949": mark("Korean"),
    "cp1251": mark("Cyrillic"),
    "koi8-r": mark("Cyrillic"),
    "cp866": mark("Cyrillic, old DOS"),
    "cp1253": mark("Greek"),
    "cp1255": mark("Hebrew"),
    "cp1256": mark("Arabic"),
}


def language_of(codec: str) -> str:
    """In words what an encoding is for; blank for one that is for all languages, or unknown.

    >>> language_of("cp1254"), language_of("utf-16-le")
    ('Turkish', '')
    """
    return say(LANGUAGES.get(codec, ""))
