//! What was forgotten is nowhere in the home.

use std::path::{Path, PathBuf};

use habeas::tracker::event::{Event, EventKind};
use habeas::tracker::store::check::check;
use habeas::tracker::store::{Error, Import, Store};

use super::date;
use super::migration::first;
use super::store::{opened, other, store};

/// Words that stand in what is to be forgotten and nowhere else.
const MARKER: &str = "quincunx-marmalade";

#[test]
fn what_was_forgotten_is_nowhere_in_the_home() {
    let home = tempfile::tempdir().expect("a folder");
    first(home.path(), "HB-222222");
    let mut own = store(home.path());
    own.append_cases(vec![other("HB-333333", "2026-02-01")]).expect("kept");
    mark(&mut own, "HB-222222");
    let report = home.path().join("imports/IM-222222/report.html");
    std::fs::create_dir_all(report.parent().expect("a folder")).expect("made");
    std::fs::write(&report, MARKER).expect("written");
    assert!(!holding(home.path(), MARKER).is_empty());
    assert!(holding(home.path(), "HB-222222").len() >= 3, "store, file and the copy of the migration");
    let plan = own.plan_forgetting("HB-222222").expect("a plan");
    assert_eq!((plan.events, plan.imports.len(), plan.old_copies.len()), (3, 2, 1));
    let names: Vec<&str> = plan.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["cases/HB-222222/proof.txt", "imports/IM-222222/report.html"]);
    assert!(!holding(home.path(), MARKER).is_empty(), "a plan deletes nothing");
    own.forget(&plan).expect("forgotten");
    assert_eq!(holding(home.path(), MARKER), Vec::<PathBuf>::new(), "while the store is open");
    drop(own);
    for word in [MARKER, "HB-222222", "IM-222222"] {
        assert_eq!(holding(home.path(), word), Vec::<PathBuf>::new());
    }
    let mut own = store(home.path());
    assert!(matches!(own.plan_forgetting("HB-222222"), Err(Error::NoCase { .. })));
    assert_eq!(own.case("HB-333333").expect("untouched").events.len(), 2);
    own.record("HB-333333", Event::new(EventKind::Closed, date("2026-03-01")), &[]).expect("it goes on");
    drop(own);
    assert_eq!(check(home.path(), &mut |_, _| ()).expect("a store").faults(), 0);
}

#[test]
fn an_import_is_forgotten_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    mark(&mut own, "HB-7F3K2Q");
    let plan = own.plan_forgetting("IM-222222").expect("a plan");
    assert_eq!((plan.events, plan.imports.as_slice()), (0, ["IM-222222".to_owned()].as_slice()));
    own.forget(&plan).expect("forgotten");
    assert!(matches!(own.import::<String>("IM-222222"), Err(Error::NoImport { .. })));
    assert_eq!(own.case("HB-7F3K2Q").expect("untouched").events.len(), 2);
}

#[test]
fn what_was_interrupted_between_store_and_files_is_finished_by_its_name() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    let folder = own.case_folder("HB-444444");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::write(folder.join("letter.txt"), MARKER).expect("left behind");
    let plan = own.plan_forgetting("HB-444444").expect("a folder that no case names");
    assert_eq!((plan.events, plan.files.len()), (0, 1));
    own.forget(&plan).expect("finished");
    assert!(!folder.exists());
    for outside in ["..", "HB-../..", "cases", ""] {
        assert!(matches!(own.plan_forgetting(outside), Err(Error::NoCase { .. })), "{outside}");
    }
}

#[test]
fn nobody_forgets_by_hand() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = opened(home.path());
    own.append_cases(vec![other("HB-222222", "2026-02-01")]).expect("kept");
    own.forget(&own.plan_forgetting("HB-222222").expect("a plan")).expect("forgotten");
    drop(own);
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    assert!(raw.execute("DELETE FROM events", []).is_err(), "the triggers are back");
    assert!(raw.execute("DELETE FROM cases", []).is_err());
    assert!(raw.execute("DELETE FROM imports", []).is_ok_and(|rows| rows == 0), "there are none");
}

fn mark(own: &mut Store, reference: &str) {
    let event = Event { to: Some(MARKER.to_owned()), ..Event::new(EventKind::Received, date("2026-09-12")) };
    own.record(reference, event, &[("proof.txt".to_owned(), MARKER.as_bytes().to_vec())]).expect("recorded");
    let import = Import {
        id: "IM-222222".to_owned(),
        reference: Some(reference.to_owned()),
        company: None,
        read_on: date("2026-10-01"),
        answer: MARKER.repeat(500),
    };
    own.keep_import(&import).expect("kept");
}

/// Every file under a folder that holds these bytes, or has them in its path.
fn holding(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path, word));
        } else {
            let bytes = std::fs::read(&path).expect("readable");
            if bytes.windows(word.len()).any(|window| window == word.as_bytes()) {
                found.push(path);
            }
        }
    }
    found
}

/// A killed migration leaves whole copies of the store: they hide nothing from forgetting.
#[test]
fn what_an_interrupted_run_left_is_noted_and_goes_too() {
    let home = tempfile::tempdir().expect("a folder");
    let own = opened(home.path());
    drop(own);
    let store_bytes = std::fs::read(home.path().join("habeas.db")).expect("readable");
    std::fs::create_dir(home.path().join(".habeas-one")).expect("made");
    std::fs::write(home.path().join(".habeas-one/habeas.db"), &store_bytes).expect("written");
    std::fs::write(home.path().join(".habeas-two"), &store_bytes).expect("written");
    std::fs::write(home.path().join(".habeas-three"), "another's profile").expect("written");
    let health = check(home.path(), &mut |_, _| ()).expect("a store");
    let left = health.found.get(&habeas::tracker::store::check::Fault::Leftover).map(Vec::len);
    assert_eq!((health.faults(), left), (0, Some(3)));
    let mut own = store(home.path());
    let plan = own.plan_forgetting("HB-7F3K2Q").expect("a plan");
    own.forget(&plan).expect("forgotten");
    assert_eq!(holding(home.path(), "HB-7F3K2Q"), Vec::<PathBuf>::new());
    assert!(home.path().join(".habeas-three").exists(), "it holds nothing of the case");
}
