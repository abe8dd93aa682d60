"""What a column of gender says; never anything else, and never a name."""

from collections.abc import Collection

MEN = frozenset(
    [
        "m",
        "male",
        "man",
        "men",
        "masculine",
        "masculin",
        "masculino",
        "maschio",
        "männlich",
        "maennlich",
        "mann",
        "hombre",
        "homem",
        "homme",
        "uomo",
        "erkek",
        "mężczyzna",
        "mand",
        "муж",
        "мужской",
        "мужчина",
        "男",
        "男性",
        "남",
        "남성",
        "남자",
        "ذكر",
    ]
)
WOMEN = frozenset(
    [
        "f",
        "female",
        "woman",
        "women",
        "feminine",
        "féminin",
        "feminino",
        "femenino",
        "femmina",
        "weiblich",
        "frau",
        "w",
        "vrouw",
        "mujer",
        "mulher",
        "femme",
        "donna",
        "kadın",
        "kadin",
        "kobieta",
        "kvinde",
        "kvinna",
        "kvinne",
        "nainen",
        "жен",
        "женский",
        "женщина",
        "女",
        "女性",
        "여",
        "여성",
        "여자",
        "أنثى",
    ]
)
SPANISH = frozenset({"h", "hombre", "mujer"})  # where H stands for hombre, M stands for mujer


def read_gender(text: str, others: Collection[str] = ()) -> str:
    """M or F where the text says so in a known language; any other answer stays as it was written.

    `others`: what else the column holds.  With an `H` in it the column is Spanish and a bare `M` is not a man for
    sure: then it is blank, to be asked.

    >>> [read_gender(text) for text in ("male", "weiblich", "女", " Kadın ", "Non-binary", "Prefer not to say", "")]
    ['M', 'F', 'F', 'F', 'Non-binary', 'Prefer not to say', '']
    >>> read_gender("M", others=("H", "M"))
    ''
    """
    word = text.strip().casefold().rstrip(".")
    if word == "m" and any(other.strip().casefold() in SPANISH for other in others):
        return ""
    if word in MEN:
        return "M"
    return "F" if word in WOMEN else text.strip()
