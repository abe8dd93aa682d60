"""Which language the command speaks: the one that is asked for, else the one of the environment."""

import re
from collections.abc import Mapping, Sequence

from constellation.words import LANGUAGES, say

OPTION = "--language"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_asked(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """What `--language` asks for, None where it is not given, and the words without it, wherever it stands.

    The help is in the reader's language too, so this is known before any option is read.

    >>> language_asked(["read", "--language", "es", "a.csv"]), language_asked(["read", "--", "--language=es"])
    (('es', ['read', 'a.csv']), (None, ['read', '--', '--language=es']))
    """
    options = words[: words.index("--")] if "--" in words else words
    for at, word in enumerate(options):
        name, sign, code = word.partition("=")
        if name == OPTION and (sign or at + 1 < len(options)):
            after = at + 1 if sign else at + 2
            return code if sign else options[at + 1], [*words[:at], *words[after:]]
    return None, list(words)


def known_language(wanted: str) -> str | None:
    """The language of a code such as es, es_MX or es-ES.UTF-8; None where there is no catalogue of it.

    >>> known_language("es_MX.UTF-8"), known_language("C.UTF-8"), known_language("fr")
    ('es', 'en', None)
    """
    code = re.split(r"[-_.@]", wanted.strip().casefold())[0]
    return "en" if code in ("c", "posix") else code if code in LANGUAGES else None


def language_around(variables: Mapping[str, str]) -> str:
    """The language that the environment names, as gettext looks for it; English where none fits.

    >>> language_around({"LANGUAGE": "fr:es", "LANG": "en_US.UTF-8"}), language_around({"LANG": "fr_FR"})
    ('es', 'en')
    """
    named = next((text for name in VARIABLES if (text := variables.get(name))), "")
    return next((code for word in named.split(":") if (code := known_language(word))), "en")


def unknown_language(wanted: str) -> str:
    known = ", ".join(LANGUAGES)
    return say("--language {code}: this language is not known; use one of {known}.", code=wanted, known=known)
