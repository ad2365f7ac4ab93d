// Subscribes to the calendars in tests/fixtures/ics, one after another, with npm ical.js, and fails unless it learns from each what
// subscriber.txt says; the tests of crates/publish ask Python's icalendar the same (subscriber.py, which says by which rule).
//
//   node tests/ics/subscriber.mjs
import { deepStrictEqual } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";

const folder = fileURLToPath(new URL("../fixtures/ics", import.meta.url));
const kept = new Map();

const isLater = (one, other) => {
  const [now, then] = [one, other].map((event) => event.getFirstPropertyValue("dtstamp"));
  const [sequence, before] = [one, other].map((event) => event.getFirstPropertyValue("sequence") ?? 0);
  return sequence > before || (sequence === before && now.compare(then) > 0);
};

const learn = (event) => {
  const uid = event.getFirstPropertyValue("uid");
  const old = kept.get(uid);
  if (old && !isLater(event, old)) return event.toString() === old.toString() ? "kept" : "overlooked";
  kept.set(uid, event);
  if (event.getFirstPropertyValue("status") === "CANCELLED") return "cancelled";
  return old ? "changed" : "new";
};

const said = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ics")).sort()) {
  said.push(file);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const value = (key) => event.getFirstPropertyValue(key) ?? "";
    said.push([learn(event), value("uid"), value("sequence"), value("dtstart").toICALString(), value("summary"), value("location")].join(" "));
  }
}
deepStrictEqual(said, readFileSync(join(folder, "subscriber.txt"), "utf8").trimEnd().split("\n"));
