//! A backup is a home: whole, private, checked.

use std::path::Path;

use habeas::tracker::event::{Event, EventKind};
use habeas::tracker::store::check::{Fault, check};
use habeas::tracker::store::{Error, Store};

use super::date;
use super::store::{opened, other};

fn nothing(_: u64, _: u64) {}

fn copied(own: &Store, out: &Path) -> Result<habeas::tracker::store::check::Health, Error> {
    own.copy_to(out, &mut nothing)
}

#[test]
fn a_copy_is_a_home_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (home, out) = (folder.path().join("home"), folder.path().join("deep/copy"));
    let mut own = opened(&home);
    own.append_cases(vec![other("HB-222222", "2026-02-01")]).expect("kept");
    std::fs::write(home.join("profile.yaml"), "language: fr\n").expect("written");
    std::fs::create_dir_all(home.join("recipes/old")).expect("made");
    std::fs::write(home.join("recipes/old/shop.yaml"), "x").expect("written");
    std::fs::create_dir_all(home.join("imported")).expect("made");
    std::fs::write(home.join("imported/cnil.jsonl"), "x").expect("written");
    std::fs::write(home.join("cases/HB-222222/stray.txt"), "nobody names it").expect("written");
    let health = copied(&own, &out).expect("a copy");
    assert_eq!((health.cases, health.events, health.proofs, health.faults()), (2, 3, 2, 0));
    assert!(out.join("imported/cnil.jsonl").is_file());
    assert!(out.join("recipes/old/shop.yaml").is_file() && out.join("profile.yaml").is_file());
    assert!(!out.join("cases/HB-222222/stray.txt").exists(), "only what events name");
    assert_private(&out);
    own.record("HB-222222", Event::new(EventKind::Answered, date("2026-02-20")), &[]).expect("recorded");
    let mut other = Store::open(&out).expect("a home");
    assert_eq!(other.case("HB-222222").expect("there").events.len(), 2, "as it was then");
    other
        .record("HB-222222", Event::new(EventKind::Closed, date("2026-02-20")), &[])
        .expect("it works at once");
    let left: Vec<_> = std::fs::read_dir(folder.path().join("deep")).expect("readable").collect();
    assert_eq!(left.len(), 1, "no scratch is left");
}

#[cfg(unix)]
fn assert_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(folder), 0o700, "{}", folder.display());
    for entry in std::fs::read_dir(folder).expect("readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            assert_private(&path)
        } else {
            assert_eq!(mode(&path), 0o600, "{}", path.display())
        }
    }
}

#[test]
fn a_copy_never_replaces_anything_and_never_lies_inside() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let own = opened(&home);
    std::fs::create_dir(folder.path().join("there")).expect("made");
    assert!(matches!(copied(&own, &folder.path().join("there")), Err(Error::CopyExists)));
    for inside in ["copy", "cases/copy", "new/folder/copy", "cases/../copy"] {
        assert!(matches!(copied(&own, &home.join(inside)), Err(Error::CopyInside)), "{inside}");
    }
    assert!(!home.join("new").exists());
}

#[test]
fn a_copy_that_would_not_be_whole_is_not_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let own = opened(&home);
    let letter = home.join("cases/HB-7F3K2Q/letter.txt");
    std::fs::write(&letter, "tExt").expect("changed");
    assert!(matches!(copied(&own, &folder.path().join("copy")), Err(Error::CopyFaulty { faults: 1 })));
    std::fs::remove_file(&letter).expect("removed");
    assert!(matches!(copied(&own, &folder.path().join("copy")), Err(Error::CopyFaulty { faults: 1 })));
    assert!(!folder.path().join("copy").exists());
    let health = check(&home, &mut nothing).expect("a store");
    assert_eq!(health.found.keys().collect::<Vec<_>>(), [&Fault::ProofMissing]);
}

#[test]
fn a_copy_made_while_others_write_is_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let own = opened(&home);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut writer = Store::open(&home).expect("a store");
            for number in 0..40_u8 {
                let proof = vec![("proof.bin".to_owned(), vec![number; 2000])];
                let event = Event::new(EventKind::Received, date("2026-09-10"));
                writer.record("HB-7F3K2Q", event, &proof).expect("recorded");
            }
        });
        for number in 0..4 {
            let health = copied(&own, &folder.path().join(format!("copy-{number}"))).expect("a copy");
            assert_eq!((health.faults(), health.events), (0, health.proofs));
        }
    });
}
