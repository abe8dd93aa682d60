"""Who takes part in an entry of a calendar, by e-mail."""

from typing import Any


def people_at(entry: Any, owner: str) -> list[str]:
    """E-mails of who is there: attendees who have not declined, and the organizer of an event."""
    attendees = entry.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    present = [_mail(one) for one in attendees if str(one.params.get("PARTSTAT", "")).upper() != "DECLINED"]
    if "ORGANIZER" in entry and (entry.name == "VEVENT" or not present):
        present.append(_mail(entry["ORGANIZER"]))
    return sorted({mail for mail in present if mail}) or [owner]


def _mail(address: Any) -> str:
    if str(getattr(address, "params", {}).get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE"):
        return ""
    words = str(address).strip().lower().removeprefix("mailto:").strip()
    return words if "@" in words else ""


def owner_of(calendars: list[Any]) -> str:
    """Whose calendar it is, by its name; blank where that is no address."""
    names = [str(calendar.get("X-WR-CALNAME", "")).strip().lower() for calendar in calendars]
    return next((name for name in names if "@" in name and " " not in name), "")
