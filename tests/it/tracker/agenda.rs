//! The agenda: which cases want attention next, from the index and from the events alike.

use chrono::Days;
use habeas::tracker::agenda::{Day, day};
use habeas::tracker::case::{Case, CaseFile};
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::tracker::next_step::{NextStep, Turn};
use habeas::tracker::status::{Standing, standing};
use habeas::tracker::store::check::{Fault, check};
use habeas::tracker::store::index::{Agenda, Question};
use habeas::tracker::store::{History, Store};

use super::store::{other, store};
use super::{date, file};

fn question(today: &str) -> Question<'static> {
    Question { person: Some("FR").into(), today: date(today), with_waiting: false, limit: 100 }
}

fn listed(agenda: &Agenda) -> Vec<&str> {
    agenda.files.iter().map(|file| file.case.reference.as_str()).collect()
}

#[test]
fn a_day_holds_whatever_day_it_is_today() {
    use EventKind::{
        Answered, AuthorityReplied, Bounced, Closed, Complained, FollowedUp, IdentityRequested, Refused,
        Reminded, Sent,
    };
    let wanted = |events: &[(EventKind, &str)]| day(&file(Via::Email, events), Some("FR"));
    let on = |on: &str, late: Option<&str>| Some(Day::On { day: date(on), late: late.map(date) });
    let sent = (Sent, "2026-09-10");
    assert_eq!(wanted(&[]), Some(Day::Now), "a draft");
    assert_eq!(wanted(&[sent]), on("2026-10-12", Some("2026-10-15")));
    assert_eq!(wanted(&[sent, (Bounced, "2026-09-11")]), Some(Day::Now));
    // A later letter that came back waits for no deadline, and the case can still become late.
    let returned = wanted(&[sent, (Reminded, "2026-09-12"), (Bounced, "2026-09-13")]).expect("it is wanted");
    assert_eq!(returned.key(), "2026-09-13");
    assert_eq!(returned.late(), wanted(&[sent]).and_then(Day::late));
    assert_eq!(wanted(&[sent, (IdentityRequested, "2026-09-11")]), Some(Day::Now));
    assert_eq!(wanted(&[sent, (Answered, "2026-10-01")]), Some(Day::Now));
    assert_eq!(wanted(&[sent, (Refused, "2026-10-01")]), Some(Day::Now));
    assert_eq!(wanted(&[sent, (Reminded, "2026-10-20")]), on("2026-11-03", Some("2026-10-15")));
    assert_eq!(wanted(&[sent, (Reminded, "2026-10-01")]), on("2026-10-12", Some("2026-10-15")), "too early");
    assert_eq!(wanted(&[sent, (Complained, "2026-11-10")]), on("2027-02-16", Some("2026-10-15")));
    assert_eq!(wanted(&[sent, (Refused, "2026-10-01"), (Complained, "2026-11-10")]), on("2027-02-16", None));
    let replied =
        [sent, (Refused, "2026-10-01"), (Complained, "2026-11-10"), (AuthorityReplied, "2026-12-01")];
    assert_eq!(wanted(&replied), on("2027-03-05", None));
    let incomplete = [sent, (Answered, "2026-10-01"), (FollowedUp, "2026-10-20")];
    assert_eq!(wanted(&incomplete), on("2026-11-03", None));
    assert_eq!(wanted(&[sent, (Closed, "2026-10-01")]), None);
    let nowhere = day(&file(Via::Email, &[sent]), None);
    assert!(nowhere.is_some());
}

#[test]
fn late_comes_first_then_by_day_and_waiting_is_counted() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = store(home.path());
    let (draft, history) = other("HB-222222", "2026-09-10");
    let draft = (draft, history.into_iter().take(1).collect());
    let cases = vec![
        draft,
        other("HB-333333", "2026-11-20"),
        other("HB-444444", "2026-10-25"),
        other("HB-555555", "2026-09-10"),
        other("HB-666666", "2026-09-01"),
    ];
    own.append_cases(cases).expect("kept");
    let agenda = own.agenda(question("2026-11-23")).expect("readable");
    assert_eq!(listed(&agenda), ["HB-666666", "HB-555555", "HB-444444", "HB-222222"]);
    assert_eq!((agenda.more, agenda.waiting), (0, 1));
    let all = own.agenda(Question { with_waiting: true, ..question("2026-11-23") }).expect("readable");
    assert_eq!(listed(&all), ["HB-666666", "HB-555555", "HB-444444", "HB-333333", "HB-222222"]);
    let first = own.agenda(Question { limit: 2, ..question("2026-11-23") }).expect("readable");
    assert_eq!((listed(&first), first.more, first.waiting), (vec!["HB-666666", "HB-555555"], 2, 1));
    own.record("HB-666666", Event::new(EventKind::Closed, date("2026-11-23")), &[]).expect("recorded");
    own.record("HB-333333", Event::new(EventKind::Answered, date("2026-11-23")), &[]).expect("recorded");
    let agenda = own.agenda(question("2026-11-23")).expect("readable");
    assert_eq!(listed(&agenda), ["HB-555555", "HB-444444", "HB-222222", "HB-333333"]);
    let elsewhere = Question { person: Some("DE").into(), ..question("2026-11-23") };
    assert_eq!(own.agenda(elsewhere).expect("computed anew").files.len(), 4);
}

/// The index against a list made from all events, over a year and many histories: the same cases, late ones
/// first, and the same number waiting.
#[test]
fn the_index_says_what_the_events_say() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = store(home.path());
    own.append_cases(histories()).expect("kept");
    let files = own.cases().expect("sound");
    let mut today = date("2026-01-01");
    while today < date("2027-12-01") {
        for with_waiting in [false, true] {
            let asked = Question { person: Some("FR").into(), today, with_waiting, limit: 1000 };
            let agenda = own.agenda(asked).expect("readable");
            let standings: Vec<Standing> =
                agenda.files.iter().map(|file| standing(file, Some("FR"), today)).collect();
            let late: Vec<i64> = standings.iter().map(|standing| standing.overdue_days).collect();
            assert!(late.is_sorted_by(|one, other| one >= other), "{today}: {late:?}");
            let open =
                files.iter().filter(|file| standing(file, Some("FR"), today).next != NextStep::Nothing);
            assert_eq!(agenda.files.len() as u64 + agenda.waiting, open.count() as u64, "{today}");
            let acted = files.iter().filter(|file| must_be_shown(&standing(file, Some("FR"), today)));
            for file in acted {
                assert!(agenda.files.contains(file), "{today}: {} is missing", file.case.reference);
            }
            assert_eq!(agenda, by_reading(&files, asked), "{today}");
        }
        today = today + Days::new(13);
    }
}

fn must_be_shown(standing: &Standing) -> bool {
    let waits = standing.next.turn() == Turn::Theirs;
    standing.next != NextStep::Nothing && (!waits || standing.overdue_days > 0)
}

/// The same list from all events, as somebody would make it who has no index.
fn by_reading(files: &[CaseFile], asked: Question<'_>) -> Agenda {
    let near = asked.today + Days::new(7);
    let mut rows = Vec::new();
    let mut waiting = 0;
    for (index, file) in files.iter().enumerate() {
        let Some(day) = day(file, asked.person) else { continue };
        let late = day.late().filter(|late| *late < asked.today);
        let key = if late.is_some() { String::new() } else { day.key() };
        if late.is_some() || asked.with_waiting || day == Day::Now || key <= near.to_string() {
            rows.push((late.is_none(), late, key, day.late(), index));
        } else {
            waiting += 1;
        }
    }
    rows.sort();
    let files = rows
        .into_iter()
        .map(|(_, _, _, _, index)| files.get(index).expect("its own index").clone())
        .collect();
    Agenda { files, more: 0, waiting }
}

fn histories() -> Vec<(Case, History)> {
    use EventKind::{
        Answered, AuthorityReplied, Bounced, Closed, Complained, Extended, FollowedUp, IdentityRequested,
        Refused, Reminded,
    };
    let tails: [&[(EventKind, u64)]; 14] = [
        &[],
        &[(Bounced, 1)],
        &[(IdentityRequested, 3)],
        &[(Refused, 20), (Closed, 25), (Complained, 30)],
        &[(Extended, 20)],
        &[(Reminded, 40)],
        &[(Reminded, 40), (Complained, 60)],
        &[(Refused, 20)],
        &[(Refused, 20), (Complained, 30)],
        &[(Answered, 25)],
        &[(Closed, 50)],
        &[(Answered, 25), (FollowedUp, 30)],
        &[(Answered, 25), (FollowedUp, 30), (Answered, 40)],
        &[(Refused, 20), (Complained, 30), (AuthorityReplied, 70)],
    ];
    let mut cases = Vec::new();
    for (number, tail) in tails.iter().cycle().take(60).enumerate() {
        let sent = date("2026-01-10") + Days::new(number as u64 * 6);
        let (case, mut history) = other(&format!("HB-{number:06}"), &sent.to_string());
        history.extend(
            tail.iter().map(|(kind, after)| (Event::new(*kind, sent + Days::new(*after)), Vec::new())),
        );
        cases.push((case, history));
    }
    cases
}

#[test]
fn a_row_that_somebody_changed_changes_no_status() {
    let home = tempfile::tempdir().expect("a folder");
    let mut own = store(home.path());
    own.append_cases(vec![other("HB-222222", "2026-09-10")]).expect("kept");
    own.agenda(question("2026-09-11")).expect("computed");
    drop(own);
    let raw = rusqlite::Connection::open(home.path().join("habeas.db")).expect("the file");
    raw.execute_batch("UPDATE agenda SET day = '2020-01-01', late = '2020-01-01'").expect("forced");
    drop(raw);
    let mut own: Store = store(home.path());
    let agenda = own.agenda(question("2026-09-11")).expect("readable");
    let found = standing(&agenda.files[0], Some("FR"), date("2026-09-11"));
    assert_eq!((found.overdue_days, found.next), (0, NextStep::Wait));
    drop(own);
    let health = check(home.path(), &mut |_, _| ()).expect("a store");
    assert_eq!(health.found.keys().collect::<Vec<_>>(), [&Fault::Agenda]);
    let mut own = store(home.path());
    own.drop_agenda().expect("dropped");
    assert_eq!(listed(&own.agenda(question("2026-09-11")).expect("computed anew")), Vec::<&str>::new());
    drop(own);
    assert_eq!(check(home.path(), &mut |_, _| ()).expect("a store").faults(), 0);
}
