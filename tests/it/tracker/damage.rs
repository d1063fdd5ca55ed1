//! Damage is found wherever it is, and what is damaged is not written to.

use std::path::Path;

use habeas::tracker::case::Case;
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::tracker::store::check::{Fault, Health, check};
use habeas::tracker::store::{Error, Import, Store};
use rusqlite::Connection;

use super::date;
use super::store::opened;

fn looked(home: &Path) -> Result<Health, Error> {
    check(home, &mut |_, _| ())
}

/// A home with one case of two events, a proof and an import, packed as tightly as SQLite packs it.
fn small(home: &Path) {
    let mut own = opened(home);
    own.record("HB-7F3K2Q", Event::new(EventKind::Sent, date("2026-09-10")), &[]).expect("recorded");
    let import = Import {
        id: "IM-7F3K2Q".to_owned(),
        reference: Some("HB-7F3K2Q".to_owned()),
        company: Some("example-shop".to_owned()),
        read_on: date("2026-10-01"),
        answer: "facts".to_owned(),
    };
    own.keep_import(&import).expect("kept");
    drop(own);
    let raw = Connection::open(home.join("habeas.db")).expect("the file");
    raw.execute_batch("VACUUM").expect("packed");
    raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("taken in");
}

/// Offsets of every byte of the rows of a table: its one page, from the first row to the page's end.
fn bytes_of(home: &Path, names: &[&str]) -> Vec<usize> {
    let raw = Connection::open(home.join("habeas.db")).expect("the file");
    let size: u32 = raw.query_row("PRAGMA page_size", [], |row| row.get(0)).expect("read");
    let file = std::fs::read(home.join("habeas.db")).expect("readable");
    let mut offsets = Vec::new();
    for name in names {
        let root: u32 = raw
            .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [name], |row| row.get(0))
            .expect("a table");
        let page = ((root - 1) * size) as usize;
        let first = usize::from(u16::from_be_bytes(
            file.get(page + 5..page + 7).and_then(|two| two.try_into().ok()).expect("a page"),
        ));
        offsets.extend(page + first..page + size as usize);
    }
    offsets
}

#[test]
fn every_changed_byte_of_a_row_is_found() {
    let home = tempfile::tempdir().expect("a folder");
    small(home.path());
    assert_eq!(looked(home.path()).expect("a store").found, std::collections::BTreeMap::new());
    let path = home.path().join("habeas.db");
    let sound = std::fs::read(&path).expect("readable");
    let offsets =
        bytes_of(home.path(), &["cases", "events", "heads", "imports", "roster", "sqlite_autoindex_cases_1"]);
    assert!((600..4000).contains(&offsets.len()), "{}", offsets.len());
    let mut missed = Vec::new();
    for (step, offset) in offsets.iter().enumerate() {
        let mut damaged = sound.clone();
        damaged[*offset] ^= 1 << (step % 8);
        std::fs::write(&path, &damaged).expect("written");
        match looked(home.path()) {
            Ok(health) if health.faults() > 0 => {}
            Ok(_) => missed.push((*offset, step % 8)),
            Err(Error::Damaged { .. }) => {}
            Err(other) => panic!("{offset}: {other}"),
        }
        assert_eq!(std::fs::read(&path).expect("readable"), damaged, "byte {offset}: it was written to");
    }
    assert!(missed.is_empty(), "{} not found: {missed:?}", missed.len());
}

#[test]
fn every_changed_byte_of_a_proof_is_found() {
    let home = tempfile::tempdir().expect("a folder");
    small(home.path());
    let path = home.path().join("cases/HB-7F3K2Q/letter.txt");
    let sound = std::fs::read(&path).expect("readable");
    for offset in 0..sound.len() {
        for bit in 0..8 {
            let mut damaged = sound.clone();
            damaged[offset] ^= 1 << bit;
            std::fs::write(&path, &damaged).expect("written");
            let found = looked(home.path()).expect("a store").found;
            assert_eq!(found.keys().collect::<Vec<_>>(), [&Fault::ProofChanged]);
            assert_eq!(found[&Fault::ProofChanged], ["HB-7F3K2Q/letter.txt"]);
        }
    }
    std::fs::write(&path, [&sound[..], b"x"].concat()).expect("written");
    assert_eq!(looked(home.path()).expect("a store").faults(), 1);
}

/// Who deletes every row of a case, its head among them, leaves a chain that nothing contradicts.
#[test]
fn a_case_or_import_that_is_deleted_whole_is_found() {
    for (rows, places) in [
        (
            ["events", "heads", "agenda", "imports", "cases"].as_slice(),
            ["cases: 1/2", "imports: 0/1"].as_slice(),
        ),
        (["imports"].as_slice(), ["imports: 0/1"].as_slice()),
    ] {
        let home = tempfile::tempdir().expect("a folder");
        small(home.path());
        let other = Case { reference: "HB-222222".to_owned(), ..super::case(Via::Email) };
        let mut own = Store::open(home.path()).expect("a store");
        own.open_case(&other, Event::new(EventKind::Drafted, other.drafted), &[]).expect("opened");
        drop(own);
        let raw = Connection::open(home.path().join("habeas.db")).expect("the file");
        let query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let mut statement = raw.prepare(query).expect("a query");
        let guards = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        let guards: Vec<(String, String)> = guards.collect::<Result<_, _>>().expect("texts");
        for (name, _) in &guards {
            raw.execute_batch(&format!("DROP TRIGGER {name}")).expect("lifted");
        }
        for table in rows {
            raw.execute(&format!("DELETE FROM {table} WHERE reference = 'HB-7F3K2Q'"), []).expect("deleted");
        }
        for (_, text) in &guards {
            raw.execute_batch(text).expect("put back");
        }
        let health = looked(home.path()).expect("a store");
        assert_eq!(health.found[&Fault::Roster], places, "{rows:?}");
        assert_eq!(health.faults(), places.len(), "{:?}", health.found);
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once_and_notes_are_no_damage() {
    let home = tempfile::tempdir().expect("a folder");
    small(home.path());
    std::fs::write(home.path().join("cases/HB-7F3K2Q/stray.txt"), "x").expect("written");
    let health = looked(home.path()).expect("a store");
    assert_eq!(
        (health.faults(), health.found[&Fault::Unnamed].as_slice()),
        (0, ["HB-7F3K2Q/stray.txt".to_owned()].as_slice())
    );
    std::fs::remove_file(home.path().join("cases/HB-7F3K2Q/letter.txt")).expect("removed");
    let raw = Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.execute_batch(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER events_are_kept; DROP TRIGGER cases_stay;
         UPDATE events SET hash = upper(hash) WHERE number = 1;
         INSERT INTO imports VALUES ('IM-222222', 'HB-999999', NULL, '2026-01-01', '1', 'x');",
    )
    .expect("forced");
    drop(raw);
    let health = looked(home.path()).expect("a store");
    let found: Vec<Fault> = health.found.keys().copied().collect();
    assert_eq!(
        found,
        [
            Fault::Database,
            Fault::Event,
            Fault::Import,
            Fault::ProofMissing,
            Fault::Stray,
            Fault::Roster,
            Fault::Unnamed
        ]
    );
    assert_eq!((health.cases, health.events, health.imports), (1, 2, 2));
}

#[test]
fn a_lost_store_is_not_replaced_by_an_empty_one() {
    let home = tempfile::tempdir().expect("a folder");
    small(home.path());
    std::fs::remove_file(home.path().join("habeas.db")).expect("removed");
    assert!(matches!(Store::open(home.path()), Err(Error::Damaged { .. })));
    assert!(!home.path().join("habeas.db").exists());
    assert_eq!(looked(home.path()).expect("looked at").found.keys().collect::<Vec<_>>(), [&Fault::Database]);
}

#[test]
fn every_fault_is_told_in_every_language() {
    for language in habeas::wording::languages() {
        let wording = habeas::wording::Wording::of(language);
        for fault in Fault::ALL {
            assert!(wording.has(&format!("verify-{}", fault.id())), "{} in {}", fault.id(), language.code());
        }
    }
}

/// Many small transactions in a log that nobody took in, as a killed process leaves them.
fn logged(home: &Path) -> Vec<u8> {
    let mut own = opened(home);
    for _ in 0..6 {
        own.record("HB-7F3K2Q", Event::new(EventKind::Received, date("2026-09-10")), &[]).expect("recorded");
    }
    // Closing takes the log in; what lies there before that is what a kill leaves.
    let kept = tempfile::tempdir().expect("a folder");
    for name in ["habeas.db", "habeas.db-wal"] {
        std::fs::copy(home.join(name), kept.path().join(name)).expect("copied");
    }
    drop(own);
    for name in ["habeas.db", "habeas.db-wal"] {
        std::fs::copy(kept.path().join(name), home.join(name)).expect("put back");
    }
    let _ = std::fs::remove_file(home.join("habeas.db-shm"));
    std::fs::read(home.join("habeas.db-wal")).expect("a log")
}

#[test]
fn a_log_left_behind_is_taken_in_and_a_broken_one_is_not_dropped() {
    let home = tempfile::tempdir().expect("a folder");
    let log = logged(home.path());
    let database = std::fs::read(home.path().join("habeas.db")).expect("readable");
    let frame = 4096 + 24;
    let frames = (log.len() - 32) / frame;
    assert!(frames > 12, "{frames}");
    // Byte by byte would take long: bytes of every frame's head and of its page, but for the last transactions.
    for index in 0..frames / 2 {
        for within in [0, 3, 8, 12, 16, 20, 24, 100, 4000] {
            let mut broken = log.clone();
            broken[32 + index * frame + within] ^= 0x10;
            std::fs::write(home.path().join("habeas.db-wal"), &broken).expect("written");
            let health = looked(home.path()).expect("a store");
            assert_eq!(
                health.found.keys().collect::<Vec<_>>(),
                [&Fault::Log],
                "frame {index}, byte {within}"
            );
            assert!(matches!(Store::open(home.path()), Err(Error::Damaged { .. })));
            assert_eq!(std::fs::read(home.path().join("habeas.db-wal")).expect("there"), broken);
            assert_eq!(std::fs::read(home.path().join("habeas.db")).expect("there"), database);
        }
    }
    // The head is written and flushed before any frame: with frames of its own behind it, it was good once.
    for within in 0..32 {
        let mut broken = log.clone();
        broken[within] ^= 0x10;
        std::fs::write(home.path().join("habeas.db-wal"), &broken).expect("written");
        let health = looked(home.path()).expect("a store");
        assert_eq!(health.found.keys().collect::<Vec<_>>(), [&Fault::Log], "byte {within} of the head");
        assert_eq!(std::fs::read(home.path().join("habeas.db-wal")).expect("there"), broken);
    }
    // The very end cannot be told from a write that a kill cut short: it is noted.
    let mut cut = log.clone();
    cut.truncate(log.len() - 100);
    std::fs::write(home.path().join("habeas.db-wal"), &cut).expect("written");
    let health = looked(home.path()).expect("a store");
    assert_eq!((health.faults(), health.found.contains_key(&Fault::Unfinished)), (0, true));
}

/// A store is made whole before it gets its name: an empty one has lost what was in it.
#[test]
fn an_emptied_store_is_damage_and_stays_as_it_is() {
    for rest in [0, 1, 99] {
        let home = tempfile::tempdir().expect("a folder");
        drop(opened(home.path()));
        let path = home.path().join("habeas.db");
        let bytes = std::fs::read(&path).expect("readable");
        std::fs::write(&path, &bytes[..rest]).expect("written");
        assert!(matches!(Store::open(home.path()), Err(Error::Damaged { .. })), "{rest} bytes");
        let health = looked(home.path()).expect("a home");
        assert_eq!(health.found.keys().collect::<Vec<_>>(), [&Fault::Database], "{rest} bytes");
        assert_eq!(std::fs::read(&path).expect("there"), bytes[..rest]);
    }
}

#[test]
fn a_whole_log_is_taken_in_without_a_word() {
    let home = tempfile::tempdir().expect("a folder");
    logged(home.path());
    let health = looked(home.path()).expect("a store");
    assert_eq!((health.events, health.found.len()), (7, 0));
}

/// A pipe would never end, and a link leads out of the home.
#[cfg(unix)]
#[test]
fn nothing_but_a_regular_file_of_the_home_is_a_proof() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let (home, elsewhere) = (folder.path().join("home"), folder.path().join("elsewhere"));
    let mut own = opened(&home);
    let given = ("proof.txt".to_owned(), b"slip".to_vec());
    own.record("HB-7F3K2Q", Event::new(EventKind::Sent, date("2026-09-10")), std::slice::from_ref(&given))
        .expect("recorded");
    let (cases, out) = (home.join("cases/HB-7F3K2Q"), folder.path().join("copy"));
    let proof = cases.join("proof.txt");
    std::fs::write(&elsewhere, "slip").expect("written");
    for target in [Path::new("/dev/zero"), &elsewhere] {
        std::fs::remove_file(&proof).expect("it is ours");
        symlink(target, &proof).expect("a link");
        let health = looked(&home).expect("a store");
        assert_eq!(health.found.keys().collect::<Vec<_>>(), [&Fault::ProofUnreadable]);
        assert!(
            matches!(own.copy_to(&out, &mut |_, _| ()), Err(Error::NoFile { place }) if place.contains("proof.txt"))
        );
    }
    std::fs::remove_file(&proof).expect("it is ours");
    let made = std::process::Command::new("mkfifo").arg(&proof).status().expect("mkfifo runs");
    assert!(made.success());
    assert!(looked(&home).expect("a store").found.contains_key(&Fault::ProofUnreadable));
    assert!(matches!(own.copy_to(&out, &mut |_, _| ()), Err(Error::NoFile { .. })));
    std::fs::remove_file(&proof).expect("it is ours");
    // The folder of the case is a link: nothing is written through it, and nothing is said to be deleted.
    let outside = folder.path().join("outside");
    std::fs::rename(&cases, &outside).expect("moved");
    symlink(&outside, &cases).expect("a link");
    let before = std::fs::read_dir(&outside).expect("readable").count();
    let event = Event::new(EventKind::Received, date("2026-09-12"));
    assert!(matches!(own.record("HB-7F3K2Q", event, &[given]), Err(Error::NoFile { .. })));
    assert!(matches!(own.plan_forgetting("HB-7F3K2Q"), Err(Error::NoFile { .. })));
    assert_eq!(std::fs::read_dir(&outside).expect("readable").count(), before);
}
