//! Real counterpart of `tracker::calendar`: ical.js, which mail and calendar programs read files with.
//!
//! The same file read twice changes nothing, and what is read is what was written: days, alarms, and texts
//! with every character that has to be escaped or stands where a line is folded. A file of a later day moves what
//! moved and cancels what ended.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{Days, NaiveDate};
use habeas::tracker::calendar::{Entry, calendar, revisions};
use serde_json::Value;

const WHATS: [&str; 5] = ["due", "safe", "court-open", "austrian-year", "acknowledgement"];

#[test]
#[ignore = "needs node and the packages of tests/real/package.json (tests/run installs them)"]
fn a_calendar_program_reads_what_was_written_and_nothing_twice() {
    let entries = entries();
    let history = |entries: &[Entry]| vec![Vec::new(), entries.to_vec()];
    let file = written("deadlines.ics", history(&entries));
    let read = read(&[&file, &file]);
    assert_eq!(read["added"], entries.len(), "the second reading adds nothing: {read}");
    for entry in &entries {
        let uid = format!("{}-{}@habeas.invalid", entry.reference.to_lowercase(), entry.what);
        let found = &read["store"][&uid];
        assert_eq!(found["on"], entry.on.to_string(), "{uid}");
        assert_eq!(found["wholeDay"], true, "{uid}");
        assert_eq!(found["title"], entry.title.as_str(), "{uid}");
        assert_eq!(found["text"], entry.text.as_str(), "{uid}");
        let before = entry.on - Days::new(1);
        assert_eq!(found["alarms"], serde_json::json!([format!("{before}T09:00:00")]), "{uid}");
        assert_eq!((&found["sequence"], &found["status"]), (&2.into(), &"CONFIRMED".into()), "{uid}");
    }
}

/// In whatever order the files are read, what ended stays cancelled and what moved stays where it moved.
#[test]
#[ignore = "needs node and the packages of tests/real/package.json (tests/run installs them)"]
fn a_calendar_program_cancels_what_ended_and_moves_what_moved() {
    let one: Vec<Entry> = entries().into_iter().take(WHATS.len()).collect();
    let moved = Entry { on: one[1].on + Days::new(30), ..one[1].clone() };
    let later = [moved.clone()].into_iter().chain(one[2..].to_vec()).collect::<Vec<_>>();
    let before = written("before.ics", vec![Vec::new(), one.clone()]);
    let after = written("after.ics", vec![Vec::new(), one.clone(), later]);
    for files in [[&before, &after], [&after, &before]] {
        let read = read(&files);
        let found = |entry: &Entry| {
            let uid = format!("{}-{}@habeas.invalid", entry.reference.to_lowercase(), entry.what);
            read["store"][&uid].clone()
        };
        assert_eq!(read["added"], one.len());
        let ended = found(&one[0]);
        assert_eq!((&ended["status"], &ended["sequence"]), (&"CANCELLED".into(), &3.into()), "{ended}");
        assert_eq!((&ended["alarms"], &ended["blocks"]), (&serde_json::json!([]), &false.into()), "{ended}");
        assert_eq!(found(&moved)["on"], moved.on.to_string());
        assert_eq!(found(&one[2])["sequence"], 2, "what stayed as it was is no newer revision");
    }
}

/// Writes the calendar of a case after each of its events.
fn written(name: &str, after_each: Vec<Vec<Entry>>) -> PathBuf {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut cases: BTreeMap<String, Vec<Vec<Entry>>> = BTreeMap::new();
    for (index, entries) in after_each.into_iter().enumerate() {
        for entry in entries {
            let case = cases.entry(entry.reference.clone()).or_default();
            case.resize(case.len().max(index + 1), Vec::new());
            case.get_mut(index).expect("it was made long enough").push(entry);
        }
    }
    let all: Vec<_> = cases.into_values().flat_map(revisions).collect();
    std::fs::write(&file, calendar(&all, today)).expect("the folder is ours");
    file
}

/// Has the files read one after the other into one store.
fn read(files: &[&PathBuf]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/calendar.mjs");
    let output = Command::new("node").arg(script).args(files).output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Entries whose texts fold at every place, inside words of several bytes, and hold what RFC 5545 escapes.
fn entries() -> Vec<Entry> {
    let first = NaiveDate::from_ymd_opt(2026, 12, 28).expect("a date");
    let mut entries = Vec::new();
    for shift in 0..40_usize {
        for (index, what) in WHATS.into_iter().enumerate() {
            entries.push(Entry {
                reference: format!("HB-{shift:06}"),
                what,
                on: first + Days::new((shift * WHATS.len() + index) as u64),
                title: format!("{}Réponse due : « Société Exemple », suite ; \\ fin", "x".repeat(shift)),
                text: format!("{}Première ligne,\nœuvre à l’été ; deux\\n : 日本語 🗓 fin", "é".repeat(shift)),
            });
        }
    }
    entries
}
