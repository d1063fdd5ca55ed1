//! The store: what was recorded is there again, what was changed is noticed, writers lose nothing.

use std::path::Path;

use habeas::tracker::case::{Case, CaseFile};
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::tracker::store::{Error, File, Import, Store};

use super::{case, date};

pub(super) fn store(home: &Path) -> Store {
    Store::open(home).expect("a store")
}

/// A store with one drafted case.
pub(super) fn opened(home: &Path) -> Store {
    let mut store = store(home);
    let drafted = Event::new(EventKind::Drafted, date("2026-09-01"));
    store
        .open_case(&case(Via::Email), drafted, &[("letter.txt".to_owned(), b"text".to_vec())])
        .expect("a case");
    store
}

#[test]
fn what_was_recorded_is_there_when_the_store_is_opened_again() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    own.record("HB-7F3K2Q", Event::new(EventKind::Sent, date("2026-09-10")), &[]).expect("recorded");
    let other = store(home.path());
    let file = other.case("HB-7F3K2Q").expect("the case");
    let kinds: Vec<_> = file.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::Drafted, EventKind::Sent]);
    let evidence = file.events[0].files.first().expect("the letter");
    let kept = std::fs::read(other.case_folder("HB-7F3K2Q").join(&evidence.name)).expect("kept");
    assert_eq!(kept, b"text");
    assert!(matches!(other.case("HB-XXXXXX"), Err(Error::NoCase { .. })));
}

#[test]
fn of_two_plans_that_saw_the_same_only_one_is_carried_out() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut one, mut other) = (opened(home.path()), store(home.path()));
    let attempted = Event::new(EventKind::Attempted, date("2026-09-10"));
    one.record_after("HB-7F3K2Q", 1, &attempted).expect("the first");
    assert!(matches!(other.record_after("HB-7F3K2Q", 1, &attempted), Err(Error::Changed { .. })));
    assert_eq!(other.case("HB-7F3K2Q").expect("sound").events.len(), 2);
}

#[test]
fn lost_last_events_and_changed_imports_are_noticed() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    own.record("HB-7F3K2Q", Event::new(EventKind::Sent, date("2026-09-10")), &[]).expect("recorded");
    let import = Import {
        id: "IM-7F3K2Q".to_owned(),
        reference: None,
        company: None,
        read_on: date("2026-09-10"),
        answer: "facts".to_owned(),
    };
    own.keep_import(&import).expect("kept");
    assert_eq!(own.import::<String>("IM-7F3K2Q").expect("there"), import);
    drop(own);
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.execute_batch(
        "DROP TRIGGER events_stay; DELETE FROM events WHERE number = 2;
         DROP TRIGGER imports_are_kept; UPDATE imports SET body = replace(body, 'facts', 'other')",
    )
    .expect("forced");
    drop(raw);
    let damaged = store(home.path());
    assert!(matches!(damaged.case("HB-7F3K2Q"), Err(Error::Damaged { .. })));
    assert!(matches!(damaged.import::<String>("IM-7F3K2Q"), Err(Error::Damaged { .. })));
}

#[cfg(unix)]
#[test]
fn everything_in_the_home_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().expect("a folder");
    let home = parent.path().join("home");
    let _store = opened(&home);
    let mut folders = vec![home];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        assert_eq!(folder.metadata().expect("there").permissions().mode() & 0o777, 0o700, "{folder:?}");
        for entry in std::fs::read_dir(&folder).expect("readable") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
                assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o600, "{path:?}");
            }
        }
    }
    assert!(files >= 2, "the store and the letter");
}

#[test]
fn a_changed_event_breaks_the_chain_and_tables_refuse_changes() {
    let home = tempfile::tempdir().expect("a folder");
    drop(opened(home.path()));
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    for change in [
        "UPDATE events SET body = '{}'",
        "DELETE FROM events",
        "DELETE FROM cases",
        "UPDATE cases SET body = ''",
    ] {
        assert!(raw.execute(change, []).is_err(), "{change}");
    }
    raw.execute_batch("DROP TRIGGER events_are_kept; UPDATE events SET body = replace(body, '2026', '2025')")
        .expect("forced");
    drop(raw);
    assert!(matches!(store(home.path()).case("HB-7F3K2Q"), Err(Error::Damaged { .. })));
}

#[test]
fn a_newer_store_and_a_file_that_is_none_are_refused_and_left_alone() {
    let home = tempfile::tempdir().expect("a folder");
    drop(opened(home.path()));
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.pragma_update(None, "user_version", 99).expect("set");
    drop(raw);
    assert!(matches!(Store::open(home.path()), Err(Error::Newer { found: 99 })));

    let other = tempfile::tempdir().expect("a folder");
    std::fs::write(other.path().join("habeas.db"), b"this is no database, whatever its name says")
        .expect("written");
    assert!(matches!(Store::open(other.path()), Err(Error::Damaged { .. })));
    let kept = std::fs::read(other.path().join("habeas.db")).expect("there");
    assert_eq!(kept, b"this is no database, whatever its name says");
}

#[test]
fn writers_at_the_same_time_lose_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    drop(opened(home.path()));
    let path = home.path();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut own = store(path);
                for _ in 0..10 {
                    own.record("HB-7F3K2Q", Event::new(EventKind::Received, date("2026-09-10")), &[])
                        .expect("recorded");
                }
            });
        }
    });
    assert_eq!(store(path).case("HB-7F3K2Q").expect("a sound chain").events.len(), 41);
}

/// A case of another reference, drafted and sent.
pub(super) fn other(reference: &str, sent: &str) -> (Case, Vec<(Event, Vec<File>)>) {
    let case = Case { reference: reference.to_owned(), ..case(Via::Email) };
    let drafted = Event::new(EventKind::Drafted, date("2026-01-01"));
    let letter = vec![("letter.txt".to_owned(), reference.as_bytes().to_vec())];
    (case, vec![(drafted, letter), (Event::new(EventKind::Sent, date(sent)), Vec::new())])
}

#[test]
fn many_cases_go_in_together_or_not_at_all() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    own.append_cases(vec![other("HB-222222", "2026-02-01"), other("HB-333333", "2026-02-02")]).expect("kept");
    assert_eq!(own.case("HB-333333").expect("there").events.len(), 2);
    let taken = own.append_cases(vec![other("HB-444444", "2026-02-01"), other("HB-222222", "2026-02-01")]);
    assert!(matches!(taken, Err(Error::Taken { reference }) if reference == "HB-222222"));
    let twice = own.append_cases(vec![other("HB-555555", "2026-02-01"), other("HB-555555", "2026-02-01")]);
    assert!(matches!(twice, Err(Error::Taken { .. })));
    for outside in ["../../HB-2", "HB-../x", "hb-222222", ""] {
        assert!(matches!(own.append_cases(vec![other(outside, "2026-02-01")]), Err(Error::NoName { .. })));
    }
    let (case, _) = other("HB-666666", "2026-02-01");
    let escaping = vec![("../letter.txt".to_owned(), Vec::new())];
    let drafted = Event::new(EventKind::Drafted, date("2026-01-01"));
    assert!(matches!(own.append_cases(vec![(case, vec![(drafted, escaping)])]), Err(Error::NoName { .. })));
    let references: Vec<String> =
        own.cases().expect("sound").into_iter().map(|file: CaseFile| file.case.reference).collect();
    assert_eq!(references, ["HB-7F3K2Q", "HB-222222", "HB-333333"], "and nothing of what was refused");
    assert!(!own.case_folder("HB-444444").exists());
}

#[test]
fn nothing_is_appended_behind_a_loss() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    own.record("HB-7F3K2Q", Event::new(EventKind::Sent, date("2026-09-10")), &[]).expect("recorded");
    drop(own);
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.execute_batch("DROP TRIGGER events_stay; DELETE FROM events WHERE number = 2").expect("forced");
    drop(raw);
    let mut own = store(home.path());
    let again = own.record("HB-7F3K2Q", Event::new(EventKind::Sent, date("2026-09-11")), &[]);
    assert!(matches!(again, Err(Error::Damaged { .. })));
}

#[test]
fn a_store_without_room_says_so_and_keeps_what_it_has() {
    let home = tempfile::tempdir().expect("a folder");
    drop(opened(home.path()));
    // A limit of pages stays with the connection that set it, so the store is filled through its own file.
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    let pages: u32 = raw.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("counted");
    raw.pragma_update(None, "max_page_count", pages).expect("set");
    let body = "x".repeat(20_000);
    let full =
        raw.execute("INSERT INTO imports VALUES ('IM-222222', NULL, NULL, '2026-01-01', ?1, '')", [body]);
    assert!(matches!(Error::from(full.expect_err("no room")), Error::Full));
    assert_eq!(Error::Full.to_string(), "no space is left for the store, or its disk refuses to write");
    drop(raw);
    assert_eq!(store(home.path()).case("HB-7F3K2Q").expect("whole").events.len(), 1);
}

#[test]
fn which_cases_have_an_answer_is_known_without_reading_the_answers() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    assert!(!own.is_imported("HB-7F3K2Q").expect("readable"));
    let import = Import {
        id: "IM-7F3K2Q".to_owned(),
        reference: Some("HB-7F3K2Q".to_owned()),
        company: None,
        read_on: date("2026-09-10"),
        answer: "facts".to_owned(),
    };
    own.keep_import(&import).expect("kept");
    assert!(own.is_imported("HB-7F3K2Q").expect("readable"));
    assert_eq!(own.imported().expect("readable").into_iter().collect::<Vec<_>>(), ["HB-7F3K2Q"]);
}

/// An answer to a question that was never put would stop the clock for ever.
#[test]
fn an_answer_follows_a_question_of_its_kind() {
    use habeas::tracker::possible::{Impossible, impossible};
    let day = |on: &str| date(on);
    let asked = Event::new(EventKind::ClarificationRequested, day("2026-01-12"));
    let sent = Event::new(EventKind::Sent, day("2026-01-06"));
    let first = Event::new(EventKind::Drafted, day("2026-01-05"));
    let recorded = [first, sent, asked];
    let told =
        |kind, on| impossible(&recorded, &Event::new(kind, day(on)), day("2026-01-05"), day("2026-06-01"));
    assert_eq!(told(EventKind::ClarificationProvided, "2026-01-10"), Some(Impossible::NotAsked));
    assert_eq!(told(EventKind::IdentityProvided, "2026-01-14"), Some(Impossible::NotAsked));
    assert_eq!(told(EventKind::ClarificationProvided, "2026-01-12"), None);
}
