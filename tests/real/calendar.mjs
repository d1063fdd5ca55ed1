// Reads calendars as a mail program does that uses ical.js, one after the other into one store keyed by UID,
// and prints what is then in it as JSON: by UID the day, the title, the text, the hour of each alarm, and what RFC 5545
// says of its revision. A revision with a lower sequence than the one in the store is ignored (RFC 5546, 2.1.5).
//
// Usage: node calendar.mjs FILE.ics…   Exit code 0: every file was read.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const store = {};
let added = 0;
for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (!(event.uid in store)) added += 1;
    else if (event.sequence < store[event.uid].sequence) continue;
    const alarms = component.getAllSubcomponents("valarm").map((alarm) => {
      const begins = event.startDate.clone();
      begins.isDate = false;
      begins.addDuration(alarm.getFirstPropertyValue("trigger"));
      return begins.toString();
    });
    store[event.uid] = {
      on: event.startDate.toString(), wholeDay: event.startDate.isDate,
      title: event.summary, text: event.description, alarms, sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      blocks: component.getFirstPropertyValue("transp") !== "TRANSPARENT",
    };
  }
}
console.log(JSON.stringify({ added, store }));
