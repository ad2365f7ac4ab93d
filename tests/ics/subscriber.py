"""Subscribes to the calendars in a folder, one after another, with Python's icalendar, and prints what it learns from each.

It keeps what it has, as RFC 5546 (2.1.4, 2.1.5) says: of one UID the greater SEQUENCE stands, then the later DTSTAMP. What a calendar does
not have any more stays: only a cancellation takes it away.
"""

import sys
from pathlib import Path

from icalendar import Calendar

kept = {}


def version(event):
    return event.get("SEQUENCE", 0), event.decoded("DTSTAMP")


def learn(event):
    old = kept.get(event["UID"])
    if old is not None and version(event) <= version(old):
        return "kept" if event.to_ical() == old.to_ical() else "overlooked"
    kept[event["UID"]] = event
    if event.get("STATUS") == "CANCELLED":
        return "cancelled"
    return "new" if old is None else "changed"


for file in sorted(Path(sys.argv[1]).glob("*.ics")):
    print(file.name)
    for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
        assert not event.errors, event.errors
        begins = event["DTSTART"].to_ical().decode()
        print(f"{learn(event)} {event['UID']} {event['SEQUENCE']} {begins} {event['SUMMARY']} {event.get('LOCATION', '')}")
