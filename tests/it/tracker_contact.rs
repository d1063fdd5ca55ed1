//! What bounced letters teach, at the boundary of the room `tracker`.

use chrono::NaiveDate;
use habeas::directory::company::Company;
use habeas::directory::source::parse;
use habeas::directory::value::Kind;
use habeas::law::right::Right;
use habeas::tracker::case::{Case, CaseFile};
use habeas::tracker::contact::{Superseded, bounced, superseded, without_bounced};
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::wording::Language;

const MAILBOX: &str = "dpo@example.org";

/// What happened on which day of the month.
type Happened<'a> = &'a [(EventKind, u32)];

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).expect("a date")
}

/// A case sent to an address, and what happened on which day.
fn case(reference: &str, address: &str, events: Happened<'_>) -> CaseFile {
    let via = if address.contains('@') { Via::Email } else { Via::Post };
    let case = Case {
        reference: reference.to_owned(),
        company: "example-shop".to_owned(),
        company_name: "Example Shop".to_owned(),
        country: Some("FR".to_owned()),
        region: None,
        right: Right::Access,
        language: Language::ENGLISH,
        via,
        address: Some(address.to_owned()),
        drafted: day(1),
    };
    CaseFile::of(case, events.iter().map(|(kind, on)| Event::new(*kind, day(*on))).collect())
}

fn company(contacts: &[(&str, &str)]) -> Company {
    let contacts: String = contacts
        .iter()
        .map(|(kind, value)| {
            format!(
                "    - {{ purpose: rights, kind: {kind}, value: \"{value}\", source: \"https://example.org/p\", checked: 2026-01-01 }}\n"
            )
        })
        .collect();
    let text = format!(
        "- id: example-shop\n  name: Example Shop\n  category: retail\n  countries: [FR]\n  contacts:\n{contacts}  status: usable\n"
    );
    parse(&text, "own.yaml").expect("well formed").remove(0)
}

fn values(files: &[CaseFile]) -> Vec<String> {
    bounced(files).into_iter().map(|bounce| format!("{} {}", bounce.value, bounce.on)).collect()
}

#[test]
fn a_bounce_is_known_by_its_last_day_and_by_the_kind_of_address() {
    use EventKind::{Bounced, Sent};
    let first = case("HB-222222", MAILBOX, &[(Sent, 1), (Bounced, 2)]);
    let second = case("HB-333333", MAILBOX, &[(Sent, 3), (Bounced, 4)]);
    assert_eq!(values(&[first.clone(), second]), ["dpo@example.org 2026-09-04"]);
    let post = case("HB-444444", "1 rue de l’Essai, 69000 Lyon", &[(Sent, 1), (Bounced, 9)]);
    let shop = company(&[("email", MAILBOX), ("post", "1 rue de l’Essai\\n69000 Lyon")]);
    let bounces = bounced(&[first, post]);
    let (reachable, lowered) = without_bounced(&shop, &bounces);
    assert_eq!((reachable.contacts.len(), lowered.len()), (0, 2));
    assert_eq!(
        lowered.iter().map(|(contact, _)| contact.kind()).collect::<Vec<_>>(),
        [Kind::Email, Kind::Post]
    );
}

#[test]
fn only_a_later_letter_that_was_reacted_to_lifts_a_bounce() {
    use EventKind::{Acknowledged, Answered, Bounced, Received, Sent};
    let bounced = case("HB-222222", MAILBOX, &[(Sent, 1), (Bounced, 5)]);
    let cases: [(&str, Happened<'_>, bool); 6] = [
        ("sent before the bounce", &[(Sent, 2), (Answered, 20)], false),
        ("sent on the day of the bounce", &[(Sent, 5), (Answered, 20)], false),
        ("sent later, silence", &[(Sent, 6)], false),
        ("sent later, acknowledged", &[(Sent, 6), (Acknowledged, 7)], true),
        ("sent later, proven to have arrived", &[(Sent, 6), (Received, 7)], true),
        ("sent later, bounced too", &[(Sent, 6), (Bounced, 7), (Answered, 20)], false),
    ];
    for (what, events, lifts) in cases {
        let later = case("HB-333333", MAILBOX, events);
        assert_eq!(values(&[bounced.clone(), later]).is_empty(), lifts, "{what}");
    }
    let elsewhere = case("HB-333333", "other@example.org", &[(Sent, 6), (Answered, 20)]);
    assert_eq!(values(&[bounced.clone(), elsewhere]).len(), 1, "another address proves nothing");
    let same = case("HB-222222", MAILBOX, &[(Sent, 1), (Bounced, 5), (Answered, 20)]);
    assert_eq!(values(&[same]).len(), 1, "the answer need not owe anything to that address");
}

#[test]
fn a_bounce_recorded_by_mistake_is_none() {
    let mut file = case("HB-222222", MAILBOX, &[(EventKind::Sent, 1), (EventKind::Bounced, 5)]);
    file.recorded.push(Event { replaces: Some(2), ..Event::new(EventKind::Retracted, day(6)) });
    assert_eq!(values(&[CaseFile::of(file.case, file.recorded)]), Vec::<String>::new());
}

/// What comes back after a complaint is the complaint: the company's address is as good as it was.
#[test]
fn what_the_authority_did_not_get_says_nothing_of_the_company() {
    use EventKind::{Bounced, Complained, Refused, Reminded, Sent};
    let complained = case("HB-222222", MAILBOX, &[(Sent, 1), (Refused, 5), (Complained, 6), (Bounced, 7)]);
    assert!(values(&[complained]).is_empty());
    let reminded = case("HB-222222", MAILBOX, &[(Sent, 1), (Reminded, 6), (Bounced, 7)]);
    assert_eq!(values(&[reminded]).len(), 1, "the reminder went to the same address");
}

#[test]
fn what_bounced_is_the_address_given_last() {
    let mut file = case("HB-222222", MAILBOX, &[]);
    let given = Event {
        via: Some(Via::Email),
        to: Some("given@example.org".to_owned()),
        ..Event::new(EventKind::Addressed, day(2))
    };
    file.recorded.push(given);
    file.recorded.push(Event::new(EventKind::Sent, day(3)));
    file.recorded.push(Event::new(EventKind::Bounced, day(4)));
    let file = CaseFile::of(file.case, file.recorded);
    assert_eq!(values(std::slice::from_ref(&file)), ["given@example.org 2026-09-04"]);
    assert!(without_bounced(&company(&[("email", MAILBOX)]), &bounced(&[file])).1.is_empty());
}

#[test]
fn a_directory_that_moved_on_is_seen_while_a_case_is_open() {
    use EventKind::{Acknowledged, Answered, Sent};
    let open = case("HB-222222", MAILBOX, &[(Sent, 1), (Acknowledged, 2)]);
    let now = company(&[("email", "rgpd@example.org")]);
    let Some(Superseded::By(contact)) = superseded(&open, &now) else { panic!("it moved on") };
    assert_eq!(&*contact.value.value, "rgpd@example.org");
    assert_eq!(superseded(&open, &company(&[("post", "1 rue")])), Some(Superseded::Gone));
    let further = company(&[("email", "rgpd@example.org"), ("email", MAILBOX)]);
    assert_eq!(superseded(&open, &further), None, "it is still there");
    let ended = case("HB-222222", MAILBOX, &[(Sent, 1), (Answered, 2)]);
    assert_eq!(superseded(&ended, &now), None);
}
