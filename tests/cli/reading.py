"""Tables written to a folder and read from it."""

from constellation.cli.files import find_files, load_inputs
from constellation.packs import load

PACK = load("umass")


def read_tables(folder, rules=None, simulate=False, **tables):
    """The inputs of a folder that holds these tables, each given as text or bytes."""
    for name, content in tables.items():
        content = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.csv").write_bytes(content)
    return load_inputs(find_files(folder, {}), PACK, rules or {}, simulate, seed=1)


def sentences(inputs):
    """The notes as they are printed."""
    return [f"{note.place}: {note.sentence}" for note in inputs.notes]
