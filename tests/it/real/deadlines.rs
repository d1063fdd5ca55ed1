//! Real counterpart of `tracker::calendar`: ical.js, which mail and calendar programs read files with.
//!
//! The same file read twice changes nothing, and what is read is what was written: days, alarms, and texts
//! with every character that has to be escaped or stands where a line is folded.

use std::path::Path;
use std::process::Command;

use chrono::{Days, NaiveDate};
use habeas::tracker::calendar::{Entry, calendar};
use serde_json::Value;

const WHATS: [&str; 5] = ["due", "safe", "court-open", "austrian-year", "acknowledgement"];

#[test]
#[ignore = "needs node and the packages of tests/real/package.json (tests/run installs them)"]
fn a_calendar_program_reads_what_was_written_and_nothing_twice() {
    let entries = entries();
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("deadlines.ics");
    std::fs::write(&file, calendar(&entries, today)).expect("the folder is ours");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/calendar.mjs");
    let output = Command::new("node").arg(script).args([&file, &file]).output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
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
    }
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
