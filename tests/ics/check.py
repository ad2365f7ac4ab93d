"""Reads a calendar as Python's icalendar does, and prints one line for every event: its UID, beginning, end and title."""

import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    times = [event.decoded(name).isoformat() for name in ("DTSTART", "DTEND")]
    assert event.decoded("DTSTAMP").utcoffset().total_seconds() == 0
    print(event["UID"], *times, event["SUMMARY"])
