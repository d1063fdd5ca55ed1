//! What is handed on (`--share-safe`): no identifier of the person or of others is left in it, in whatever form it is written
//! and wherever it stands, and the figures stay.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use habeas::directory::Directory;
use habeas::directory::known::KnownNames;
use habeas::directory::source;
use habeas::finding::{Code, Finding, Place, Position};
use habeas::import::answer::Answer;
use habeas::import::container::Received;
use habeas::import::coverage::State;
use habeas::import::record::{Moment, Precision, Record, Role, Zone};
use habeas::law::category::{Category, Origin};
use habeas::paper::Typesetter;
use habeas::report::model::{Report, Topic};
use habeas::report::page::Page;
use habeas::report::{html, pdf, spreadsheet, text};
use habeas::wording::{Language, report_languages};

use super::output::{report_of, said};
use super::sample;

/// What names somebody, in the forms in which data hold it.
const SEEDS: [&str; 14] = [
    "camille",
    "exemplar",
    "zoé",
    "zoe",
    "rue de l’aubépine",
    "aubepine",
    "0655512345",
    "+33 6 55 51 23 45",
    "55512345",
    "cust-77120934",
    "203.0.113.77",
    "pixel-7f3a",
    "y2ftawxsz",
    "%63amille",
];

/// A row with what is seeded in it: its place, its category, its fields.
type Seeded = (&'static str, Category, &'static [(&'static str, &'static str)]);

fn seeded() -> Answer {
    let mut answer = sample::answer();
    let rows: [Seeded; 6] = [
        (
            "Camille.Exemplar/profile.csv",
            Category::Identity,
            &[("first", "Camille"), ("last", "Exemplar"), ("born", "1987-02-03")],
        ),
        (
            "contact.csv",
            Category::Contact,
            &[("mail", "camille.exemplar@example.org"), ("phone", "+33 6 55 51 23 45")],
        ),
        ("address.csv", Category::Address, &[("street", "3 rue de l’Aubépine"), ("zip", "69001")]),
        ("others.csv", Category::Others, &[("recipient", "Zoé Martinet")]),
        (
            "camille.exemplar%40example.org.json",
            Category::Unknown,
            &[
                ("raw", "Y2FtaWxsZS5leGVtcGxhckBleGFtcGxlLm9yZw=="),
                ("url", "https://shop.example/?u=%63amille&p=0655512345"),
            ],
        ),
        (
            "orders.csv",
            Category::Purchases,
            &[("camille.exemplar@example.org", "1"), ("note", "ca|mille; tel 06-555-12345")],
        ),
    ];
    for (file, category, fields) in rows {
        let fields = fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let roles = vec![
            (Role::Identifier, "CUST-77120934".into()),
            (Role::IpAddress, "203.0.113.77".into()),
            (Role::Device, "Pixel-7F3A of Camille".into()),
            (Role::Query, "flat in rue de l'aubepine".into()),
            (Role::Location, "3 rue de l’Aubépine".into()),
            (Role::Inference, "Likely buyer: Camille Exemplar".into()),
            (Role::Inference, "Gardening".into()),
            (Role::Recipient, "List for zoe".into()),
        ];
        answer.totals.add(&Record {
            roles,
            fields,
            title: Some("Camille".into()),
            ..sample::record(file, 1, category, Origin::Given, "order of camille")
        });
    }
    answer
        .accounts
        .iter_mut()
        .for_each(|account| account.path = format!("camille.exemplar@example.org/{}", account.path));
    answer.received.iter_mut().for_each(|received| received.name = "camille-exemplar.zip".to_owned());
    answer
}

/// The same report in every form it leaves in.
fn outputs(report: &Report) -> [String; 5] {
    let page = Page::of(report);
    [
        html::render(report).expect("the page renders"),
        text::render(report, 1_000),
        spreadsheet::render(report),
        serde_json::to_string(report).expect("a report is data"),
        said(&pdf::document(&page, report.today, &Typesetter::new())),
    ]
}

#[test]
fn no_seeded_identifier_survives_in_what_is_handed_on() {
    let known = [
        "Camille Exemplar",
        "camille.exemplar@example.org",
        "3 rue de l’Aubépine\n69001 LYON",
        "+33 6 55 51 23 45",
    ];
    let known: Vec<String> = known.map(str::to_owned).to_vec();
    for language in report_languages() {
        let mut open = report_of(&seeded(), language);
        "habeas --home /home/camille/cases".clone_into(&mut open.program);
        let closed = open.clone().without_identity(&known, &|_| false);
        let before = outputs(&open).join("\n").to_lowercase();
        for seed in ["camille", "exemplar", "203.0.113.77", "cust-77120934", "y2ftawxsz"] {
            assert!(before.contains(seed), "{seed} is not seeded");
        }
        for output in outputs(&closed) {
            let output = output.to_lowercase();
            let letters: String = output.chars().filter(|letter| letter.is_alphanumeric()).collect();
            for seed in SEEDS {
                // Three letters stand in ordinary words ("zoeken").
                let survives = if seed.chars().count() > 3 {
                    output.contains(seed)
                } else {
                    output.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == seed)
                };
                assert!(!survives, "{language}: {seed} survives");
            }
            assert!(!letters.contains("camilleexemplar") && !letters.contains("0655512345"), "split");
            assert!(!output.contains("hb-7f3k2q"), "the case names the person too");
        }
        let shown = text::render(&closed, 100);
        assert!(shown.contains("Gardening"), "what was concluded stays where it names nobody");
        let figures = |report: &Report| {
            (report.summary.records, report.conclusions.distinct, report.fingerprint.clone())
        };
        assert_eq!(figures(&open), figures(&closed), "the figures stay");
        assert!(
            closed
                .summary
                .facts
                .iter()
                .all(|fact| fact.topic != Topic::Oldest || fact.category != Some(Category::Identity))
        );
    }
}

#[test]
fn the_same_value_has_the_same_pseudonym() {
    let closed = report_of(&seeded(), Language::ENGLISH).without_identity(&[], &|_| false);
    let mut seen = BTreeMap::new();
    let open = report_of(&seeded(), Language::ENGLISH);
    let pairs =
        open.holdings.iter().zip(&closed.holdings).flat_map(|(one, other)| one.rows.iter().zip(&other.rows));
    for (one, other) in pairs {
        for ((_, value), (_, mask)) in one.fields.iter().zip(&other.fields) {
            assert_eq!(seen.entry(value.clone()).or_insert_with(|| mask.clone()), mask, "{value}");
        }
    }
    assert!(seen.len() > 50);
}

/// What the profile says of the person.
const KNOWN: [&str; 4] =
    ["Camille Exemplar", "camille.exemplar@example.org", "+33 6 55 51 23 45", "4242 4242 4242 4242"];

/// The person and somebody else, written in every way that programs and people write.
fn forms() -> Vec<String> {
    let hexadecimal = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let entities = |text: &str| text.chars().map(|c| format!("&#{};", u32::from(c))).collect::<String>();
    let escapes = |text: &str| text.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect::<String>();
    let quoted = |text: &str| text.bytes().map(|byte| format!("={byte:02X}")).collect::<String>();
    let mut forms: Vec<String> = [
        "Camille",
        "CAMILLE EXEMPLAR",
        "Exemplar Camille",
        "EXEMPLAR, Camille",
        "camille-exemplar",
        "camille_exemplar",
        "camille+exemplar",
        "c.exemplar",
        "mycamilleshop",
        "Camillé",
        "Ｃａｍｉｌｌｅ",
        "C a m i l l e",
        "c-a-m-i-l-l-e",
        "C.A.M.I.L.L.E.",
        "ca-mille",
        "ca|mille",
        "cam\u{200b}ille",
        "cam\u{ad}ille",
        "ellimac",
        "ralpmexE",
        "Zoé",
        "Z o é",
        "z.o.e.",
        "ZOE",
        "camille.exemplar@example.org",
        "camille.exemplar%40example.org",
        "camille(at)example.org",
        "0655512345",
        "06 55 51 23 45",
        "06.55.51.23.45",
        "06-55-51-23-45",
        "06/55/51/23/45",
        "(06) 5551-2345",
        "+33 6 55 51 23 45",
        "+33 (0)6 55 51 23 45",
        "0033655512345",
        "655512345",
        "4242424242424242",
        "4242 4242 4242 4242",
        "4242-4242-4242-4242",
        "4242.4242.4242.4242",
        "CUST 7712 0934",
        "cust-77120934",
        "7712.0934",
        "203.0.113.77",
        "3 rue de l’Aubépine",
        "RUE DE L'AUBEPINE",
        "Martinet",
        "téniatram",
    ]
    .map(str::to_owned)
    .to_vec();
    for name in ["Camille", "Camille Exemplar", "zoé martinet", "id: Camille", "is:Camille!"] {
        forms.extend([
            STANDARD.encode(name),
            URL_SAFE_NO_PAD.encode(name),
            hexadecimal(name),
            hexadecimal(name).to_uppercase(),
            percent(name),
            entities(name),
            escapes(name),
            quoted(name),
        ]);
    }
    forms
}

/// An answer in which each of some forms stands wherever a text of the answer may stand.
fn answer_saying(forms: &[String]) -> Answer {
    let mut answer = sample::answer();
    let people: [(Category, &[(&str, &str)]); 4] = [
        (Category::Identity, &[("first", "Camille"), ("last", "Exemplar")]),
        (Category::Others, &[("recipient", "Zoé Martinet")]),
        (Category::Address, &[("street", "3 rue de l’Aubépine")]),
        (Category::Identifiers, &[("number", "CUST-77120934")]),
    ];
    for (row, (category, fields)) in (1..).zip(people) {
        let fields = fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let roles = vec![(Role::IpAddress, "203.0.113.77".into())];
        let record = sample::record("who.csv", row, category, Origin::Given, "row");
        answer.totals.add(&Record { fields, roles, ..record });
    }
    let every = Role::ALL;
    for form in forms {
        for category in [Category::Inferences, Category::Purchases, Category::Others, Category::Unknown] {
            let roles = every.iter().map(|role| (*role, format!("about {form}").into())).collect();
            let fields =
                vec![(form.into(), form.into()), ("note".into(), format!("for {form}, at noon").into())];
            let record = sample::record(form, 1, category, Origin::Inferred, form);
            answer.totals.add(&Record { roles, fields, title: Some(form.into()), ..record });
        }
        let received = answer.received.first().cloned().expect("the sample was received");
        answer.received.push(Received { name: format!("{form}.zip"), ..received });
        if let Some(company) = &mut answer.company {
            company.evidence.push(form.to_owned());
        }
    }
    for (account, form) in answer.accounts.iter_mut().zip(forms.iter().cycle()) {
        account.path = format!("{form}/{}", account.path);
        account.format = form.clone().into();
        let place = |position| Place::at(format!("{form}.csv"), position);
        let sheet = place(Position::Sheet(form.to_owned(), 3));
        let path = place(Position::Path(format!("/{form}/0")));
        account.findings = vec![
            Finding::new(Code::DateUnreadable, sheet).with("column", form),
            Finding::new(Code::DuplicateContent, path).with("original", form),
        ];
    }
    answer
}

#[test]
fn no_form_of_an_identifier_survives_wherever_it_stands() {
    let known = KNOWN.map(str::to_owned);
    let forms = forms();
    assert!(forms.len() > 80, "{} forms", forms.len());
    let mut faults = Vec::new();
    for some in forms.chunks(sample::answer().accounts.len()) {
        let open = report_of(&answer_saying(some), Language::ENGLISH);
        let page = unescaped(&html::render(&open).expect("the page renders"));
        for form in some {
            let shown = habeas::report::shown::visible(form).to_lowercase();
            assert!(page.contains(&shown), "{form} is not seeded");
        }
        for output in outputs(&open.without_identity(&known, &|_| false)) {
            let outputs = [unescaped(&output), output.to_lowercase()];
            for (form, output) in
                some.iter().flat_map(|form| outputs.iter().map(move |output| (form, output)))
            {
                for written in [form.to_lowercase(), habeas::report::shown::visible(form).to_lowercase()] {
                    if output.contains(&written) {
                        faults.push(format!("{form} survives: {}", around(output, &written)));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a page says when its entities are read, in lower case.
fn unescaped(page: &str) -> String {
    let page = page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    page.replace("&#x2f;", "/").replace("&amp;", "&").to_lowercase()
}

fn around<'a>(output: &'a str, written: &str) -> &'a str {
    let at = output.find(written).unwrap_or(0);
    let from = (0..=at.saturating_sub(60)).rev().find(|at| output.is_char_boundary(*at)).unwrap_or(0);
    let to =
        (at + written.len()..output.len()).find(|at| output.is_char_boundary(*at)).unwrap_or(output.len());
    output.get(from..to).unwrap_or_default()
}

/// The names of the companies this program knows, as the command asks for them.
fn known_names() -> KnownNames {
    KnownNames::of(&Directory::new(source::built_in().expect("readable"), Vec::new()))
}

/// The report without identity of an answer in which a recipe knows every file, or none.
fn closed_saying(records: &[Record<'_>], names: &KnownNames) -> Report {
    let mut answer = sample::answer();
    records.iter().for_each(|record| answer.totals.add(record));
    let open = report_of(&answer, Language::ENGLISH);
    open.without_identity(&KNOWN.map(str::to_owned), &|name| names.has(name))
}

fn mapped_file() -> String {
    let answer = sample::answer();
    let described = answer.accounts.iter().find(|account| account.state == State::Mapped);
    described.expect("a recipe knows a file").path.clone()
}

/// Anything may stand in a column of segments, also in one that a recipe knows: notes and tags are written by people.
#[test]
fn of_conclusions_only_everyday_words_stay() {
    let names = known_names();
    let leaks = [
        "Dupont",
        "dupont",
        "Petit",
        "friend of sophie martin",
        "lives in rue des lilas 7",
        "client dupont impoli et sa femme corinne aussi",
        "habite 14 rue des tanneurs à quimperlé",
        "Ana Sá",
        "Pedro Co",
        "fans of lalie_vdb",
        "né le 19/03/87",
        "born 19.03",
        "22 34 56 78",
        "47 52 24 n 3 32 59 w",
        "محمد الفاسي",
        "Amie de Hortense Duvalier",
        "Habite Villeurbanne",
        "Née le 3 avril 1980",
        "Propriétaire de la AB-123-CD",
        "ottoline.gansberg",
        "Call Sophie Martin at Kerampuilh before delivery",
        "Season 2024-2025",
        "l a l i e",
        // Brands are names of people, and any word may have a legal form behind it.
        "Conrad Nielsen",
        "Marcel Boulanger",
        "Married to Douglas",
        "Couple: Lydia and Marcel",
        "Fans of Netflix",
        "Couple Zebediah Wrenfield SA",
        "friend of Quillon Starkwater KG",
        "Client Otto SE",
        "Lives in Elko NV",
        "Stadt Entenhausen AG",
    ];
    let stays = [
        "Gardening",
        "Night owls",
        "age 25-34",
        "High value customer",
        "Heavy buyer (top 10%)",
        "Intérêt pour le jardin",
        "Passionnés de cuisine",
        "Frequent buyer",
    ];
    for file in [mapped_file(), "unknown.csv".to_owned()] {
        let record = |text: &'static str| Record {
            roles: vec![(Role::Inference, text.into())],
            ..sample::record(&file, 1, Category::Inferences, Origin::Inferred, "row")
        };
        let closed = closed_saying(&leaks.into_iter().chain(stays).map(record).collect::<Vec<_>>(), &names);
        let listed: Vec<&str> = closed.conclusions.entries.iter().map(|entry| entry.text.as_str()).collect();
        assert_eq!(
            leaks.into_iter().filter(|text| listed.contains(text)).collect::<Vec<_>>(),
            [""; 0],
            "{file}"
        );
        assert_eq!(
            stays.into_iter().filter(|text| !listed.contains(text)).collect::<Vec<_>>(),
            [""; 0],
            "{file}"
        );
        // Lines of a paper are broken, and short names stand within other words.
        for output in outputs(&closed).map(|output| letters(&output)) {
            let seeds = leaks.into_iter().map(letters).filter(|seed| seed.chars().count() > 7);
            assert_eq!(seeds.filter(|seed| output.contains(seed)).collect::<Vec<_>>(), [""; 0], "{file}");
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A date in the row of an account or a card may be that of a birth.
#[test]
fn no_date_stays_where_a_birth_may_stand() {
    let at = sample::day(1957, 4, 12).and_hms_opt(0, 0, 0).expect("a time");
    for category in [Category::Identity, Category::Account, Category::Loyalty] {
        let when = Some(Moment { at, precision: Precision::Day, zone: Zone::Unknown });
        let record = sample::record("x.csv", 1, category, Origin::Given, "row");
        let closed = closed_saying(&[Record { when, ..record }], &known_names());
        for output in outputs(&closed) {
            assert!(!output.contains("1957-04") && !output.contains("April 1957"), "{category:?}: {output}");
        }
    }
}

/// A legal form of two letters is a family name as well.
#[test]
fn of_recipients_nobody_described_only_companies_stay() {
    let names = known_names();
    for (role, text, is_to_stay) in [
        (Role::Recipient, "Exemplia Ads SAS", true),
        (Role::Recipient, "Exemplia Ads S.A.", true),
        (Role::Source, "Netflix", true),
        (Role::Recipient, "Ana Sá", false),
        (Role::Recipient, "ANA SA", false),
        (Role::Source, "Pedro Co", false),
        (Role::Recipient, "Me Hortense Duvalier, huissier", false),
        (Role::Source, "hugo duvalier", false),
        (Role::Recipient, "Marcel", false),
        (Role::Recipient, "Otto", false),
        (Role::Recipient, "Otto GmbH", true),
        (Role::Recipient, "SARL Exemplia et Fils", true),
        (Role::Recipient, "Mme Aurelie Vasquier EURL", false),
        (Role::Recipient, "Your aunt Vasquier BV", false),
        (Role::Source, "Rue Vasquier 12 SCI", false),
        (Role::Source, "Vasquierstrasse 12 AG", false),
        (Role::Recipient, "Exemplia 24 AG", true),
        // The form is that of natural persons.
        (Role::Recipient, "Quillon Starkwater KG", false),
        (Role::Recipient, "Quillon Starkwater e.K.", false),
        (Role::Recipient, "Quillon Starkwater, Einzelunternehmen", false),
        (Role::Source, "Starkwater & Söhne OHG", false),
        (Role::Source, "EI Hortense Duvalier", false),
        (Role::Recipient, "Eenmanszaak Duvalier", false),
        (Role::Recipient, "Exemplia GmbH & Co. KG", true),
    ] {
        let record = sample::record("unknown.csv", 1, Category::Recipients, Origin::Observed, "row");
        let record = Record { roles: vec![(role, text.into())], ..record };
        let closed = closed_saying(&[record], &names);
        let lists = [&closed.sharing.recipients, &closed.sharing.sources];
        let stands = lists.iter().any(|list| list.entries.iter().any(|entry| entry.text == text));
        assert_eq!(stands, is_to_stay, "{text}");
    }
    // A recipe says that a column is of companies; who trades under a name of their own stands there, too.
    for (text, is_to_stay) in
        [("Quillon Starkwater e.K.", false), ("Starkwater EI", false), ("Exemplia", true)]
    {
        let record = sample::record(&mapped_file(), 1, Category::Recipients, Origin::Observed, "row");
        let closed =
            closed_saying(&[Record { roles: vec![(Role::Recipient, text.into())], ..record }], &names);
        let stands = closed.sharing.recipients.entries.iter().any(|entry| entry.text == text);
        assert_eq!(stands, is_to_stay, "{text}");
    }
}

/// Where a table has no header, or a tree keeps people by their names, the name of a field is what somebody is called.
#[test]
fn of_the_names_of_fields_sheets_and_kinds_only_known_ones_stay() {
    let names = known_names();
    let leaks = [
        "Thorvald Kjeldsen",
        "Marie Petit",
        "dupontel",
        "contacts.Aurélie Bonnot",
        "lalie_vdb",
        "LOY-8823",
        "14 rue des Tanneurs",
        "Login Anatole Dupontel",
    ];
    let stays = ["Date de commande", "order_id", "Prénom", "postalCode"];
    let mut answer = sample::answer();
    for name in leaks.into_iter().chain(stays) {
        let place = Place::at("unknown.xlsx".to_owned(), Position::Sheet(name.to_owned(), 3));
        answer.totals.add(&Record {
            fields: vec![(name.into(), "x".into())],
            place: std::borrow::Cow::Owned(place.clone()),
            ..sample::record("unknown.csv", 1, Category::Purchases, Origin::Observed, name)
        });
        if let Some(account) = answer.accounts.first_mut() {
            account.findings.push(Finding::new(Code::DateUnreadable, place).with("column", name));
        }
    }
    let open = report_of(&answer, Language::ENGLISH);
    let said = serde_json::to_string(&open).expect("data");
    assert!(leaks.iter().all(|name| said.contains(name)), "they are seeded");
    let closed = open.without_identity(&[], &|company| names.has(company));
    let said = serde_json::to_string(&closed).expect("data");
    assert_eq!(stays.into_iter().filter(|name| !said.contains(name)).collect::<Vec<_>>(), [""; 0]);
    for output in outputs(&closed).map(|output| letters(&output)) {
        let seeds = leaks.into_iter().map(letters);
        assert_eq!(seeds.filter(|seed| output.contains(seed)).collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn what_names_nobody_stays_readable() {
    let plain = [
        "Gardening",
        "Age 25-34",
        "Demographics:Uomini",
        "In-Market:Baby Products",
        "Heavy buyer (top 10%)",
        "Intérêt pour le jardin",
    ];
    for text in plain {
        let mut answer = sample::answer();
        let described = answer.accounts.iter().find(|account| account.state == State::Mapped);
        let file = described.expect("a recipe knows a file").path.clone();
        let roles = vec![(Role::Inference, text.into()), (Role::Recipient, text.into())];
        answer.totals.add(&Record {
            roles,
            ..sample::record(&file, 1, Category::Inferences, Origin::Inferred, "row")
        });
        let closed =
            report_of(&answer, Language::ENGLISH).without_identity(&KNOWN.map(str::to_owned), &|_| false);
        let stands = |list: &habeas::report::model::List| list.entries.iter().any(|entry| entry.text == text);
        assert!(stands(&closed.conclusions) && stands(&closed.sharing.recipients), "{text}");
    }
}
