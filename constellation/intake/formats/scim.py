"""People as SCIM (RFC 7643 and 7644): a list response, one user, or a list of users."""

from collections.abc import Iterator
from typing import Any

from constellation.intake.formats.json import about_break, decoded, without_list
from constellation.intake.formats.json_lists import Walk, walked
from constellation.intake.formats.limits import LIMITS, Limits
from constellation.intake.formats.records import Records, flat, scalar
from constellation.intake.formats.text import Remark
from constellation.intake.reading import INFO, WARNING
from constellation.intake.tables import RawTable, Unreadable
from constellation.words import mark, say, say_count

USER, PATCH = "urn:ietf:params:scim:schemas:core:2.0:user", "patchop"
SECRET = {"password", "x509certificates"}
# the last word of a schema's name → what a message of that schema is, in words
OTHER_MESSAGES = {
    "group": mark("a group"),
    "error": mark("an error message"),
    "schema": mark("a description of fields"),
    "resourcetype": mark("a description of a kind of record"),
    "serviceproviderconfig": mark("a description of the service"),
    "searchrequest": mark("a question"),
    "bulkrequest": mark("a list of changes"),
    "bulkresponse": mark("the answer to a list of changes"),
}


def scim_tables(text: str, name: str, remarks: list[Remark], limits: Limits = LIMITS) -> Iterator[RawTable]:
    """One table of the users; changes, groups and other messages are remarks, for they are no people.

    Column names are dotted, as `name.givenName`; those of an extension begin with its name, as
    `enterprise.department`.  The primary or else the work value of several stands first.
    """
    walk = walked(text)
    remarks += about_break(walk)
    if not walk.lists:
        raise Unreadable(without_list(name, walk))
    remarks += about_pages(walk)
    records = Records(name, limits)
    for line, item in resources(walk):
        if is_user(item):
            records.add(line, cells_of(item))
        else:
            remarks.append(about_other(item, line))
    yield records.table(remarks)


def resources(walk: Walk) -> Iterator[tuple[int, Any]]:
    """Every message with its line; of a list response those within it."""
    listed = [found for found in walk.lists if found.path in ((), ("Resources",))]
    if not listed:
        yield 1, decoded(walk.text)  # one message: what lists it has are its own
    for found in listed:
        for line, item in found.items:
            inner = item.get("Resources") if isinstance(item, dict) else None
            yield from ((line, one) for one in inner) if isinstance(inner, list) else [(line, item)]


def schemas_of(item: Any) -> list[str]:
    schemas = item.get("schemas") if isinstance(item, dict) else None
    return [str(schema).lower() for schema in schemas] if isinstance(schemas, list) else []


def is_user(item: Any) -> bool:
    """Whether a message is a user: by its schemas, or by a user name where it names none."""
    if not isinstance(item, dict):
        return False
    schemas = schemas_of(item)
    if schemas:
        return USER in schemas
    return "username" in {key.lower() for key in item}


def cells_of(user: dict[str, Any]) -> list[tuple[str, str]]:
    """The named texts of a user."""
    pairs: list[tuple[str, str]] = []
    for key, value in user.items():
        if key == "schemas" or key.lower() in SECRET:
            continue
        name = short_name(key) if key.lower().startswith("urn:") else key
        if isinstance(value, list) and value and all(isinstance(item, dict) and "value" in item for item in value):
            pairs.append((name, chosen_first(value)))
        else:
            pairs += flat(value, name)
    return pairs


def short_name(schema: str) -> str:
    """The word that names an extension.

    >>> short_name("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
    'enterprise'
    """
    words = [word for word in schema.split(":") if word]
    lowered = [word.lower() for word in words]
    if "extension" in lowered[:-1]:
        return words[lowered.index("extension") + 1]
    return words[-1]


def chosen_first(items: list[dict[str, Any]]) -> str:
    """Several values as lines: the primary first, then those for work."""
    ordered = sorted(items, key=lambda item: (item.get("primary") is not True, str(item.get("type")).lower() != "work"))
    return "\n".join(scalar(item.get("display") if is_reference(item) else item["value"]) for item in ordered)


def is_reference(item: dict[str, Any]) -> bool:
    """Whether a value is the id of something else that has a name to show, such as a group."""
    return "$ref" in item and bool(item.get("display"))


def about_pages(walk: Walk) -> list[Remark]:
    """A warning where the response is one page of several."""
    answer: dict[str, Any] = {path[0].lower(): value for path, value in walk.beside.items() if len(path) == 1}
    here = sum(len(found.items) for found in walk.lists if found.path == ("Resources",))
    total, start, size = (whole(answer.get(key)) for key in ("totalresults", "startindex", "itemsperpage"))
    if total <= here:
        return []
    size = size or here or 1
    page, pages = (max(1, start) - 1) // size + 1, -(-total // size)
    found = say_count(
        "page {page:,} of {pages:,}: {n} more person is in other pages",
        "page {page:,} of {pages:,}: {n} more people are in other pages",
        total - here,
        page=page,
        pages=pages,
    )
    done = say_count("the {n} of this page is read", "the {n} of this page are read", here)
    return [(1, found, done, say("fetch the other pages and read them too"), WARNING)]


def whole(value: Any) -> int:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def about_other(item: Any, line: int) -> Remark:
    """What a message is that is no user."""
    last = [schema.rsplit(":", 1)[-1] for schema in schemas_of(item)]
    if PATCH in last:
        changes = "; ".join(change(one) for one in operations(item)) or say("nothing")
        found, done = say("a change message: {changes}", changes=changes), say("no person in it, nothing changed")
        return (line, found, done, say("make the change in the source and export the list again"), WARNING)
    words = next((OTHER_MESSAGES[word] for word in last if word in OTHER_MESSAGES), mark("a message that is no user"))
    return (line, say(words), say("left out: no person"), "", INFO)


def operations(item: dict[str, Any]) -> list[Any]:
    found = item.get("Operations") or item.get("operations")
    return found if isinstance(found, list) else []


def change(operation: Any) -> str:
    """A change in words.

    >>> change({"op": "Replace", "path": "active", "value": "False"})
    'replace active by False'
    """
    if not isinstance(operation, dict):
        return say("an operation that is no object")
    verb = str(operation.get("op", "change")).lower()
    path, value = operation.get("path"), operation.get("value")
    shown = ", ".join(f"{key} {text}" if key else text for key, text in flat(value, "")) if value is not None else ""
    if verb == "replace" and path and shown:
        return say("replace {attribute} by {value}", attribute=path, value=shown)
    return " ".join(filter(None, (verb, str(path), shown))) if path else f"{verb} {shown}"
