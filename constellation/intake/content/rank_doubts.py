"""What should be asked about titles, by the names that the tables of ranks use for it."""

from constellation.words import mark, say

DOUBTS = {
    "one word": mark("one word: as a title it may be an added appointment; in a column of ranks it is the rank"),
    "a chair": mark("the title of a chair does not say the rank; another row may"),
    "two ranks": mark("two ranks are named: the lower one was taken"),
    "extension": mark("an extension post: whether it is a faculty appointment differs between universities"),
    "without tenure": mark("without tenure: whether on the tenure track is not said"),
    "a kind": mark("a kind of faculty, not a rank"),
    "apl.": mark("an extraordinary (apl.) professor: taken as adjunct"),
    "Seniorprofessor": mark("a Seniorprofessor is as a rule retired"),
    "Privatdozent": mark("a Privatdozent may teach without holding a post"),
    "Akademischer Rat": mark("an Akademischer Rat is permanent academic staff without a professorship"),
    "agrégé": mark("in Canada an associate professor; in France a teacher of the secondary grade"),
    "titular": mark("in Spain an associate professor; in much of Latin America a full professor"),
    "asociado": mark("in Spain a part-time lecturer; in Latin America an associate professor"),
    "adjunto": mark("in Latin America a rank below associate, elsewhere an adjunct"),
    "professor adjunto": mark("in Brazil a rank between assistant and associate"),
    "universitetslektor": mark("a Swedish lektor is between senior lecturer and associate professor"),
    "adjunkt": mark("a Danish adjunkt is an assistant professor, a Swedish one a lecturer"),
    "lektor": mark("in Denmark a lektor is an associate professor"),
    "apulaisprofessori": mark("a Finnish apulaisprofessori is an assistant or an associate professor"),
    "docent": mark("in the Netherlands a docent is a lecturer"),
    "docente": mark("a docente is any teacher"),
    "助教": mark("in Japan an assistant professor; in China a teaching assistant"),
    "ассистент": mark("a Russian assistant stands below a docent"),
    "أستاذ مساعد": mark("in Egypt this is an associate professor"),
    "مدرس": mark("in Egypt an assistant professor; elsewhere a teacher"),
    "adjunct": mark('only "adjunct" is given: assistant, associate or full is not known'),
    "visiting": mark('only "visiting" is given: assistant, associate or full is not known'),
    "affiliate": mark('only "affiliate" is given: assistant, associate or full is not known'),
    "courtesy": mark('only "courtesy" is given: assistant, associate or full is not known'),
    "collab": mark('only "collab" is given: taken as collaborating professor'),
    "rank not given": mark("assistant, associate or full is not known"),
    "named": mark("a named professorship: taken as a full professor"),
    "clinical": mark('only "clinical" is given: assistant, associate or full is not known'),
    "research": mark('only "research" is given: assistant, associate or full is not known'),
    "teaching": mark('only "teaching" is given: assistant, associate or full is not known'),
}


def doubt_of(name: str) -> str:
    """The doubt in words; blank for none.

    >>> doubt_of("docente"), doubt_of("")
    ('a docente is any teacher', '')
    """
    return say(DOUBTS[name]) if name else ""
