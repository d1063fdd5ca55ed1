//! A store of format 1 becomes one of format 2, or stays what it was.

use std::path::{Path, PathBuf};
use std::thread;

use habeas::tracker::event::{Event, EventKind};
use habeas::tracker::store::check::check;
use habeas::tracker::store::index::Question;
use habeas::tracker::store::{Error, Store};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::date;
use super::store::store;

/// Format 1 as it was written; it never changes.
const FIRST: &str = "
    CREATE TABLE cases (reference TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE events (
        reference TEXT NOT NULL REFERENCES cases (reference),
        number INTEGER NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (reference, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE heads (
        reference TEXT PRIMARY KEY REFERENCES cases (reference),
        number INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE imports (
        id TEXT PRIMARY KEY,
        reference TEXT REFERENCES cases (reference),
        company TEXT,
        read_on TEXT NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER cases_are_kept BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER cases_stay BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER events_are_kept BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER imports_are_kept BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER imports_stay BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    PRAGMA user_version = 1;
";

/// Makes a store of format 1 with a case that was drafted and sent.
pub(super) fn first(home: &Path, reference: &str) {
    let raw = Connection::open(home.join("habeas.db")).expect("the file");
    raw.pragma_update(None, "journal_mode", "WAL").expect("set");
    raw.execute_batch(FIRST).expect("made");
    let body = format!(
        r#"{{"reference":"{reference}","company":"example-shop","company_name":"Example Shop","country":"FR","region":null,"right":"access","language":"fr","via":"email","address":"dpo@example.org","drafted":"2026-09-01"}}"#
    );
    raw.execute("INSERT INTO cases VALUES (?1, ?2)", [reference, &body]).expect("kept");
    let mut before = hash(&format!("{reference}\n{body}"));
    let events = [r#"{"kind":"drafted","on":"2026-09-01"}"#, r#"{"kind":"sent","on":"2026-09-10"}"#];
    for (index, event) in events.iter().enumerate() {
        before = hash(&format!("{before}\n{event}"));
        raw.execute(
            "INSERT INTO events VALUES (?1, ?2, ?3, ?4)",
            rusqlite::params![reference, index as i64 + 1, event, before],
        )
        .expect("kept");
    }
    raw.execute("INSERT INTO heads VALUES (?1, 2, ?2)", [reference, &before]).expect("kept");
    // Version 1 hashed the id and the body of an import.
    let body = r#""facts""#;
    let import = ["IM-7F3K2Q", reference, body, &hash(&format!("IM-7F3K2Q\n{body}"))];
    raw.execute("INSERT INTO imports VALUES (?1, ?2, NULL, '2026-10-01', ?3, ?4)", import).expect("kept");
}

fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn copies(home: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(home).expect("readable");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let is_copy =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("habeas-"));
    paths.filter(is_copy).collect()
}

#[test]
fn an_earlier_store_is_copied_and_then_migrated() {
    let home = tempfile::tempdir().expect("a folder");
    first(home.path(), "HB-7F3K2Q");
    let mut own = store(home.path());
    assert_eq!(own.case("HB-7F3K2Q").expect("there").events.len(), 2);
    let asked =
        Question { person: Some("FR").into(), today: date("2026-11-23"), with_waiting: false, limit: 9 };
    assert_eq!(own.agenda(asked).expect("computed").files.len(), 1);
    own.record("HB-7F3K2Q", Event::new(EventKind::Reminded, date("2026-11-23")), &[]).expect("recorded");
    let import = own.import::<String>("IM-7F3K2Q").expect("there");
    assert_eq!((import.reference.as_deref(), import.answer.as_str()), (Some("HB-7F3K2Q"), "facts"));
    drop(own);
    assert_eq!(check(home.path(), &mut |_, _| ()).expect("a store").faults(), 0);
    let copies = copies(home.path());
    assert_eq!(copies.len(), 1);
    let copy = Connection::open(&copies[0]).expect("the copy");
    let (version, events): (u32, u32) = (
        copy.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("read"),
        copy.query_row("SELECT count(*) FROM events", [], |row| row.get(0)).expect("read"),
    );
    assert_eq!((version, events), (1, 2), "the copy is the store as it was");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(copies[0].metadata().expect("there").permissions().mode() & 0o777, 0o600);
    }
}

/// The second format had no roster.
#[test]
fn the_second_store_is_copied_and_counted() {
    let home = tempfile::tempdir().expect("a folder");
    first(home.path(), "HB-7F3K2Q");
    drop(store(home.path()));
    copies(home.path()).iter().for_each(|copy| std::fs::remove_file(copy).expect("removed"));
    let raw = Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.execute_batch("DROP TABLE roster; PRAGMA user_version = 2;").expect("as it was");
    drop(raw);
    assert_eq!(store(home.path()).case("HB-7F3K2Q").expect("there").events.len(), 2);
    assert_eq!(check(home.path(), &mut |_, _| ()).expect("a store").faults(), 0);
    let copies = copies(home.path());
    assert!(copies.len() == 1 && copies[0].to_string_lossy().contains("habeas-2-"), "{copies:?}");
    let copy = Connection::open(&copies[0]).expect("the copy");
    let version: u32 = copy.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("read");
    assert_eq!(version, 2, "the copy is the store as it was");
}

#[test]
fn several_may_open_an_earlier_store_at_once() {
    let home = tempfile::tempdir().expect("a folder");
    first(home.path(), "HB-7F3K2Q");
    let path = home.path();
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                let event = Event::new(EventKind::Received, date("2026-09-11"));
                store(path).record("HB-7F3K2Q", event, &[]).expect("recorded");
            });
        }
    });
    assert_eq!(store(path).case("HB-7F3K2Q").expect("sound").events.len(), 8);
    assert_eq!(copies(path).len(), 1, "one of them migrated");
}

/// Whatever moment the first command of the new program is killed at, the store is one or the other, and whole.
#[test]
fn a_migration_that_is_killed_leaves_one_format_or_the_other() {
    let mut versions = std::collections::BTreeSet::new();
    for step in 0..16_u64 {
        let home = tempfile::tempdir().expect("a folder");
        first(home.path(), "HB-7F3K2Q");
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_habeas"));
        command.args(["status", "--home"]).arg(home.path()).stdout(std::process::Stdio::null());
        let mut child = command.spawn().expect("it starts");
        thread::sleep(std::time::Duration::from_millis(step * 2));
        let _ = child.kill();
        child.wait().expect("it ends");
        let raw = Connection::open(home.path().join("habeas.db")).expect("the file");
        let version: u32 = raw.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("read");
        versions.insert(version);
        drop(raw);
        assert_eq!(store(home.path()).case("HB-7F3K2Q").expect("whole").events.len(), 2, "{version}");
        assert_eq!(check(home.path(), &mut |_, _| ()).expect("a store").faults(), 0, "{version}");
        for copy in copies(home.path()) {
            let copy = Connection::open(copy).expect("the copy");
            let events: u32 =
                copy.query_row("SELECT count(*) FROM events", [], |row| row.get(0)).expect("whole");
            assert_eq!(events, 2);
        }
    }
    assert!(versions.contains(&1), "the first is killed before it does anything: {versions:?}");
}

#[test]
fn a_copy_that_is_there_is_never_overwritten() {
    let home = tempfile::tempdir().expect("a folder");
    first(home.path(), "HB-7F3K2Q");
    drop(store(home.path()));
    let kept = copies(home.path()).remove(0);
    std::fs::write(&kept, b"mine").expect("written");
    for name in ["habeas.db", "habeas.db-wal", "habeas.db-shm"] {
        let _ = std::fs::remove_file(home.path().join(name));
    }
    first(home.path(), "HB-7F3K2Q");
    drop(store(home.path()));
    assert_eq!(std::fs::read(&kept).expect("there"), b"mine");
    assert_eq!(copies(home.path()).len(), 2);
}

#[test]
fn a_newer_store_is_refused_by_its_version_and_not_changed() {
    let home = tempfile::tempdir().expect("a folder");
    first(home.path(), "HB-7F3K2Q");
    let raw = Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.pragma_update(None, "user_version", 4).expect("set");
    drop(raw);
    let before = std::fs::read(home.path().join("habeas.db")).expect("there");
    let refused = Store::open(home.path());
    assert!(matches!(&refused, Err(Error::Newer { found: 4 })));
    assert!(refused.expect_err("refused").to_string().contains("format 4; this one knows 3"));
    assert_eq!(std::fs::read(home.path().join("habeas.db")).expect("there"), before);
}
