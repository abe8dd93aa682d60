"""Calendars become busy times per person in local time; damage is said and nothing runs for ever."""

import random
from datetime import date, datetime

import pytest

from constellation.intake.lists.calendar import Busy, read_calendar
from constellation.intake.lists.weekly import weekly_availability

TERM = {"start": date(2018, 9, 1), "end": date(2018, 12, 20)}


def calendar(*lines: str) -> bytes:
    """A calendar with one entry of these lines, organized by Mei Wang."""
    entry = ["BEGIN:VEVENT", "UID:1", *lines, "ORGANIZER:mailto:MWANG@univ.example", "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", *entry, "END:VCALENDAR", ""]).encode()


def starts(data: bytes) -> list[str]:
    return [f"{one.start:%m-%d %H:%M}" for one in read_calendar(data, **TERM).busy]


def said(data: bytes) -> str:
    return "; ".join(f"{row}: {done}" for row, _, done, _, _ in read_calendar(data, **TERM).remarks)


def test_a_class_repeats_until_its_last_day_and_leaves_out_the_holiday():
    data = calendar(
        "DTSTART;TZID=America/New_York:20181112T090000",
        "DURATION:PT50M",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20181128T235959Z",
        "EXDATE;TZID=America/New_York:20181121T090000",
    )

    found = starts(data)

    assert found == ["11-12 09:00", "11-14 09:00", "11-19 09:00", "11-26 09:00", "11-28 09:00"]


def test_a_zone_named_by_windows_is_the_same_as_its_common_name():
    lines = ["DURATION:PT50M", "RRULE:FREQ=WEEKLY;COUNT=9"]

    windows = read_calendar(calendar("DTSTART;TZID=Eastern Standard Time:20181022T090000", *lines), **TERM)
    common = read_calendar(calendar("DTSTART;TZID=America/New_York:20181022T090000", *lines), **TERM)

    assert windows.busy == common.busy
    assert {one.start.hour for one in windows.busy} == {9}  # before and after the clocks change
    assert windows.zone == "America/New_York"


def test_a_time_in_another_zone_is_told_in_the_zone_of_the_calendar():
    data = calendar("DTSTART:20181001T130000Z", "DTEND:20181001T140000Z").replace(
        b"BEGIN:VEVENT", b"X-WR-TIMEZONE:America/New_York\r\nBEGIN:VEVENT"
    )

    reading = read_calendar(data, **TERM)

    assert reading.busy == [Busy("mwang@univ.example", datetime(2018, 10, 1, 9), datetime(2018, 10, 1, 10))]


@pytest.mark.parametrize("free", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"])
def test_an_entry_that_is_free_or_cancelled_is_not_busy(free):
    once = ["DTSTART:20181001T130000", "DTEND:20181001T140000"]

    assert starts(calendar(*once)) == ["10-01 13:00"]
    assert starts(calendar(*once, free)) == []


def test_everybody_invited_is_busy_but_for_who_declined_and_for_rooms():
    data = calendar(
        "DTSTART:20181001T130000",
        "DTEND:20181001T140000",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:abrown@univ.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:lstjohn@univ.example",
        "ATTENDEE;CUTYPE=ROOM:mailto:hall5@univ.example",
    )

    reading = read_calendar(data, **TERM)

    assert [one.person for one in reading.busy] == ["abrown@univ.example", "mwang@univ.example"]


def test_busy_periods_are_read_and_free_ones_are_not():
    lines = [
        "BEGIN:VFREEBUSY",
        "ATTENDEE:mailto:abrown@univ.example",
        "FREEBUSY;FBTYPE=BUSY:20181001T130000Z/PT1H,20181002T130000Z/20181002T150000Z",
        "FREEBUSY;FBTYPE=FREE:20181003T130000Z/PT1H",
        "FREEBUSY:20181004T130000Z/PT1H",
        "END:VFREEBUSY",
    ]
    data = "\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode()

    reading = read_calendar(data, **TERM)

    assert [f"{one.start:%m-%d %H:%M}–{one.end:%H:%M}" for one in reading.busy] == [
        "10-01 13:00–14:00",
        "10-02 13:00–15:00",
        "10-04 13:00–14:00",
    ]


def test_a_moved_meeting_is_busy_at_its_new_time_only():
    moved = b"BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20181008T130000\nDTSTART:20181009T150000\nDURATION:PT1H\n"
    moved += b"ORGANIZER:mailto:mwang@univ.example\nEND:VEVENT\n"
    data = calendar("DTSTART:20181001T130000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")
    data = data.replace(b"END:VCALENDAR", moved + b"END:VCALENDAR")

    assert starts(data) == ["10-01 13:00", "10-09 15:00", "10-15 13:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55;BYSECOND=0,10,20,30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=4",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=HOURLY;COUNT=99999999999",
    ],
)
def test_a_rule_that_would_never_end_stops_at_once(rule):
    found = starts(calendar("DTSTART:19700101T130000", "DURATION:PT1H", f"RRULE:{rule}"))

    assert found == []


def test_a_rule_that_is_not_followed_is_said_with_its_row():
    data = calendar("DTSTART:20180901T130000", "DURATION:PT1S", "RRULE:FREQ=SECONDLY")

    assert said(data) == "2: an entry was left out: it repeats more than 20,000 times"


def test_a_zone_defined_to_change_every_second_does_not_stop_the_reading():
    zone = b"BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=SECO\n NDLY\n"
    zone += b"TZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT"
    data = calendar("DTSTART;TZID=Odd:20181001T130000", "DURATION:PT1H").replace(b"BEGIN:VEVENT", zone)

    assert starts(data) == ["10-01 13:00"]
    assert "a definition of a time zone was left out" in said(data)


def test_a_broken_entry_is_said_and_the_next_one_is_read():
    data = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:soon
END:VEVENT
BEGIN:VEVENT
DTSTART:20181001T130000
DTEND:20181001T140000
END:VEVENT
END:VCALENDAR
"""

    assert starts(data) == ["10-01 13:00"]
    assert said(data) == "2: an entry has no start that can be read and was left out"


def test_entries_that_are_never_closed_are_counted():
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20181001T130000\n"

    assert said(data) == "0: 1 of 1 entries cannot be read"


def test_what_an_event_is_about_is_never_kept():
    data = calendar(
        "DTSTART:20181001T130000", "DTEND:20181001T140000", "SUMMARY:Visit to the clinic", "LOCATION:clinic"
    )

    assert "clinic" not in repr(read_calendar(data, **TERM))


def test_every_calendar_of_other_programs_is_read_without_a_traceback(shared_data):
    files = sorted((shared_data / "ics").rglob("*.ics"))

    readings = {
        path.name: read_calendar(path.read_bytes(), start=date(1990, 1, 1), end=date(2030, 1, 1)) for path in files
    }

    assert len(readings) == 33
    assert len(readings["valid_EXDATE-IN-UTC.ics"].busy) == 85
    assert len(readings["issue_27_multiple_periods_in_freebusy_multiple_freebusies.ics"].busy) == 8
    silent = [name for name, reading in readings.items() if not reading.busy and not reading.remarks]
    assert silent == ["bom_calendar.ics", "calendar_with_unicode.ics", "empty.ics", "example.ics", "time.ics"]


def test_the_teaching_calendar_keeps_each_hour_it_was_written_with(shared_data):
    data = (shared_data / "messy_made/27_teaching_calendar.ics").read_bytes()

    reading = read_calendar(data, **TERM)

    hours = {one.person: one.start.hour for one in reading.busy}
    assert hours["cabdulla1@univ.example"] == 10
    assert hours["opapadop3@univ.example"] == 12
    assert "machterb0@univ.example" not in hours  # her entry is transparent
    assert reading.remarks == []


@pytest.mark.parametrize("seed", range(3))
def test_damaged_calendars_never_raise(shared_data, seed):
    chance = random.Random(seed)
    files = [path for path in sorted((shared_data / "ics").rglob("*.ics")) if path.name != "valid_Standup.ics"]

    for path in files:
        data = bytearray(path.read_bytes())
        for _ in range(chance.randrange(1, 9)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        read_calendar(bytes(data[: chance.randrange(len(data) // 2, len(data) + 1)]), **TERM)


def test_a_half_day_is_free_in_the_weeks_in_which_nothing_touches_it():
    busy = [
        Busy("mwang@univ.example", datetime(2018, 9, 3, 9), datetime(2018, 9, 3, 12, 30)),
        Busy("mwang@univ.example", datetime(2018, 9, 10, 9), datetime(2018, 9, 10, 10)),
        Busy("mwang@univ.example", datetime(2018, 9, 14, 0), datetime(2018, 9, 15, 0)),
    ]

    table = weekly_availability(busy, start=date(2018, 9, 3), end=date(2018, 9, 30))["mwang@univ.example"]

    assert table["Mon morning"] == 0.5
    assert table["Mon afternoon"] == 0.75
    assert table["Fri morning"] == table["Fri afternoon"] == 0.75
    assert table["Tue morning"] == 1.0
    assert len(table) == 10
