//! Several answers: two of one company compared, who shares with whom, what each company holds.

use habeas::import::Visitor as _;
use habeas::import::answer::Answer;
use habeas::import::record::{Amount, Moment, Precision, Record, Role, Zone};
use habeas::law::category::{Category, Origin};
use habeas::law::retention::{REASONS, reasons};
use habeas::paper::Typesetter;
use habeas::report::comparison::again::Known;
use habeas::report::comparison::pairing::Difference;
use habeas::report::comparison::reading::{Leftovers, Marks, Shared};
use habeas::report::comparison::{Around, Compared, Comparison, Erasure, Tally, compare};
use habeas::report::model::{AnnouncedRecipient, Report};
use habeas::report::network::{Network, Teller, Told};
use habeas::report::page::{Block, Page, short};
use habeas::report::several::{Read, Several};
use habeas::report::words::role_id;
use habeas::report::{html, pdf, text};
use habeas::wording::{Language, Wording, report_languages};
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};

use super::output::said;
use super::sample;

/// A record with a title and one more field.
pub(super) fn thing<'a>(row: u64, category: Category, title: &'a str, value: &'a str) -> Record<'a> {
    Record {
        title: Some(title.into()),
        fields: vec![
            ("Article".into(), title.into()),
            ("Etat".into(), value.into()),
            ("Vide".into(), "".into()),
        ],
        ..sample::record("a.csv", row, category, Origin::Observed, "order")
    }
}

pub(super) fn answer_of(records: &[Record<'_>]) -> Answer {
    let mut answer = Answer::nothing();
    records.iter().for_each(|record| answer.totals.add(record));
    answer
}

fn difference(first: &[Record<'_>], second: &[Record<'_>]) -> Difference {
    let marks = |records: &[Record<'_>]| {
        let mut marks = Marks::default();
        records.iter().for_each(|record| marks.record(record));
        vec![marks]
    };
    let shared = Shared::of(marks(first), marks(second));
    let mut left = Leftovers::new(&shared.first);
    first.iter().for_each(|record| left.record(record));
    let left = vec![left];
    let known = Known::of(&left, std::collections::BTreeSet::new());
    let mut right = Leftovers::of_later(&shared.second, &known);
    second.iter().for_each(|record| right.record(record));
    Difference::of(&shared, left, vec![right])
}

pub(super) fn around(language: Language, erasure: bool) -> Around {
    Around {
        language,
        today: sample::day(2026, 11, 23),
        program: "habeas".to_owned(),
        company_id: Some("bazar-exemple".to_owned()),
        company: Some("Bazar Exemple".to_owned()),
        country: Some("FR".to_owned()),
        erasure: erasure
            .then(|| Erasure { case: Some("HB-7F3K2Q".to_owned()), sent: Some(sample::day(2026, 9, 10)) }),
    }
}

fn compared<'a>(import: &'a str, answer: &'a Answer) -> Compared<'a> {
    Compared { import, case: None, read_on: sample::day(2026, 9, 1), answer }
}

pub(super) fn comparison(first: &[Record<'_>], second: &[Record<'_>], around: &Around) -> Comparison {
    let (one, other) = (answer_of(first), answer_of(second));
    compare(compared("IM-A", &one), compared("IM-B", &other), Ok(difference(first, second)), around)
}

fn before() -> Vec<Record<'static>> {
    vec![
        thing(1, Category::Purchases, "Lampe", "livré"),
        thing(2, Category::Purchases, "Table", "en cours"),
        thing(3, Category::Purchases, "Savon", "livré"),
        thing(4, Category::Purchases, "Savon", "livré"),
        thing(5, Category::Inferences, "Aime le jardin", "oui"),
    ]
}

fn after() -> Vec<Record<'static>> {
    vec![
        thing(9, Category::Purchases, "Savon", "livré"),
        thing(8, Category::Purchases, "Lampe", "livré"),
        thing(7, Category::Purchases, "Table", "livré"),
        thing(6, Category::Purchases, "Chaise", "en cours"),
    ]
}

#[test]
fn records_are_the_same_changed_appeared_or_vanished() {
    let comparison = comparison(&before(), &after(), &around(Language::ENGLISH, false));
    let tally = Tally { same: 2, changed: 1, appeared: 1, vanished: 2 };
    assert_eq!(comparison.records, Some(tally));
    assert_eq!((tally.before(), tally.after()), (comparison.first.records, comparison.second.records));
    let changed = comparison.changed.first().expect("the table");
    assert_eq!(changed.title.as_deref(), Some("Table"));
    assert_eq!(changed.fields, [("Etat".to_owned(), "en cours".to_owned(), "livré".to_owned())]);
    assert_eq!((changed.before.to_string(), changed.after.to_string()), ("a.csv:2".into(), "a.csv:7".into()));
    let titles = |shown: &[habeas::report::comparison::Shown]| {
        shown.iter().filter_map(|shown| shown.sample.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&comparison.appeared), ["Chaise"]);
    assert_eq!(titles(&comparison.vanished), ["Savon", "Aime le jardin"]);
    assert!(comparison.still_there.is_empty(), "no erasure, nothing that should be gone");
    let again = self::comparison(&before(), &before(), &around(Language::ENGLISH, false));
    assert_eq!(again.records, Some(Tally { same: 5, ..Tally::default() }));
}

#[test]
fn the_only_one_of_its_kind_changed_whatever_it_is_called() {
    let profile = |name: &'static str| Record {
        title: Some(name.into()),
        fields: vec![("Nom".into(), name.into())],
        ..sample::record("profil.csv", 1, Category::Identity, Origin::Given, "profile")
    };
    let comparison =
        comparison(&[profile("Exemple")], &[profile("Modèle")], &around(Language::ENGLISH, false));
    assert_eq!(comparison.records, Some(Tally { changed: 1, ..Tally::default() }));
    let numbered = |row: u64, title: &'static str, number: &'static str| Record {
        roles: vec![(Role::Identifier, number.into())],
        ..thing(row, Category::Identifiers, title, "x")
    };
    let first = [numbered(1, "a", "N1"), numbered(2, "b", "N2"), numbered(3, "c", "N3")];
    let second =
        [numbered(1, "d", "N2"), numbered(2, "e", "N1"), numbered(3, "f", "N4"), numbered(4, "g", "N5")];
    let told = self::comparison(&first, &second, &around(Language::ENGLISH, false));
    assert_eq!(told.records, Some(Tally { same: 0, changed: 2, appeared: 2, vanished: 1 }));
    let titles: Vec<_> = told.changed.iter().filter_map(|changed| changed.title.as_deref()).collect();
    assert_eq!(titles, ["d", "e"]);
}

#[test]
fn after_an_erasure_what_is_still_there_is_named_with_the_reasons_for_it() {
    let mut first = before();
    first.push(thing(6, Category::Browsing, "page", "x"));
    let mut second = after();
    second.push(thing(6, Category::Browsing, "page", "x"));
    for language in report_languages() {
        let comparison = comparison(&first, &second, &around(language, true));
        let still: Vec<_> =
            comparison.still_there.iter().map(|still| (still.category, still.records)).collect();
        assert_eq!(still, [(Category::Purchases, 3), (Category::Browsing, 1)]);
        assert!(comparison.still_there[0].reasons.iter().any(|reason| reason.id == "fr-online-contract"));
        assert!(comparison.still_there[1].reasons.is_empty(), "no law lets the pages looked at stay");
        let page = Page::of_comparison(&comparison);
        let said = text::set(&page, 100);
        for reason in &comparison.still_there[0].reasons {
            assert!(said.contains(reason.provision), "{language}: {}", reason.provision);
        }
        let shown = html::set(&page).expect("a page");
        let command = "answer <span class=\"reference\">HB-7F3K2Q</span> refusal";
        assert!(shown.contains("L213-1") && shown.contains(command), "{language}");
        for word in ["illegal", "unlawful", "illégal", "illicite"] {
            assert!(!said.to_lowercase().contains(word), "{language}: {word}");
        }
    }
}

#[test]
fn a_reason_that_asks_for_an_amount_is_cited_with_the_amounts_that_are_known() {
    let bought = |row: u64, amount: Option<&str>| Record {
        amount: amount.map(|amount| Amount {
            value: amount.parse().expect("a number"),
            currency: Some("EUR".to_owned().into()),
        }),
        ..thing(row, Category::Purchases, "Lampe", "x")
    };
    let said = |amounts: [Option<&str>; 2], language: Language| {
        let records: Vec<_> = (1..).zip(amounts).map(|(row, amount)| bought(row, amount)).collect();
        let comparison = comparison(&records, &records, &around(language, true));
        let page = Page::of_comparison(&comparison);
        (comparison, text::set(&page, 100).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    for language in report_languages() {
        let (comparison, low) = said([Some("70"), Some("4.97")], language);
        let known = comparison.still_there[0].amounts.first().map(|sum| (sum.total.to_string(), sum.count));
        assert_eq!(known, Some(("74.97".to_owned(), 2)));
        let below = Wording::of(language).say_with("compare-reason-below", &[("least", "§")]);
        let below = below.split('§').next().unwrap_or_default().trim();
        let (_, high) = said([Some("70"), Some("50")], language);
        let (_, none) = said([None, None], language);
        assert!(low.contains(below) && !high.contains(below) && !none.contains(below), "{language}: {below}");
        let unknown = Wording::of(language).say_count_with("compare-reason-amounts", 0, &[("sum", "")]);
        assert!(none.contains(&unknown) && !low.contains(&unknown), "{language}: {unknown}");
    }
    // A refund hides how much was paid, and a record without an amount may be of any.
    for amounts in [[Some("500"), Some("-450")], [Some("70"), None]] {
        let (_, unsure) = said(amounts, Language::ENGLISH);
        assert!(!unsure.contains("Even together"), "{unsure}");
    }
    let (_, low) = said([Some("70"), Some("4.97")], Language::ENGLISH);
    assert!(
        low.contains("2 amounts are known here, together €74.97. Even together that is less than €120.00."),
        "{low}"
    );
    let (_, french) = said([Some("70"), Some("50")], Language::FRENCH);
    assert!(french.contains("RGPD ; art."), "a list has its no-break space: {french}");
}

#[test]
fn a_reason_has_a_provision_a_source_and_words() {
    for reason in REASONS {
        assert!(reason.exception.starts_with("17(3)"), "{}", reason.id);
        assert!(!reason.source.is_empty() && !reason.provision.is_empty(), "{}", reason.id);
        for language in report_languages() {
            assert!(
                Wording::of(language).has(&format!("retention-{}", reason.id)),
                "{language} {}",
                reason.id
            );
        }
    }
    let german = reasons(Category::Purchases, Some("DE"));
    assert!(german.iter().all(|reason| reason.country.is_none()), "no law of another country is cited");
    for category in [Category::Inferences, Category::Advertising, Category::Browsing, Category::Recipients] {
        assert!(reasons(category, Some("FR")).is_empty(), "{category:?}");
    }
}

#[test]
fn without_the_answers_themselves_their_sums_are_compared() {
    let (one, other) = (answer_of(&before()), answer_of(&after()));
    let around = around(Language::ENGLISH, true);
    let gone = Err("the answer is not where it was".to_owned());
    let comparison = compare(compared("IM-A", &one), compared("IM-B", &other), gone, &around);
    assert_eq!((comparison.records, comparison.first.records, comparison.second.records), (None, 5, 4));
    assert_eq!(comparison.still_there.first().map(|still| still.records), Some(4));
    let said = text::set(&Page::of_comparison(&comparison), 100);
    assert!(said.contains("not record by record: the answer is not where it was"), "{said}");
}

#[test]
fn lists_say_what_appeared_and_vanished() {
    let named = |row: u64, role: Role, name: &'static str| Record {
        roles: vec![(role, name.into())],
        ..thing(row, Category::Recipients, name, "x")
    };
    let first = [named(1, Role::Recipient, "Exemplia Ads"), named(2, Role::Recipient, "Pub Modèle")];
    let second = [named(1, Role::Recipient, "Exemplia Ads"), named(2, Role::Inference, "Jardinier")];
    let comparison = comparison(&first, &second, &around(Language::FRENCH, false));
    let lists: Vec<_> = comparison
        .lists
        .iter()
        .map(|list| (list.role, list.same, list.appeared.clone(), list.vanished.clone()))
        .collect();
    let text = |text: &str| vec![text.to_owned()];
    assert_eq!(
        lists,
        [(Role::Inference, 0, text("Jardinier"), vec![]), (Role::Recipient, 1, vec![], text("Pub Modèle"))]
    );
}

/// One page of each kind.
pub(crate) fn pages(language: Language) -> [Page; 3] {
    [
        Page::of_comparison(&comparison(&before(), &after(), &around(language, true))),
        Page::of_network(&network(language)),
        Page::of_several(&several(language)),
    ]
}

#[test]
fn every_page_of_several_answers_says_all_and_asks_for_nothing() {
    for language in report_languages() {
        for page in pages(language) {
            let shown = html::set(&page).expect("a page");
            for (what, said) in [("text", text::set(&page, 80)), ("page", shown.clone())] {
                assert!(
                    !said.contains("[compare-") && !said.contains("[sharing-"),
                    "{language} {what}: {said}"
                );
                assert!(
                    !said.contains("[several-") && !said.contains("[report-"),
                    "{language} {what}: {said}"
                );
            }
            for line in text::set(&page, 80).lines() {
                assert!(line.chars().count() <= 80, "{line}");
            }
            assert!(!shown.contains("href=\"http") && !shown.contains("src="), "nothing is asked for");
            assert!(shown.contains("default-src 'none'"), "the policy stands");
        }
    }
}

pub(super) fn told(company: &str, recipients: &[&str], announced: &[&str]) -> Told {
    let mut answer = Answer::nothing();
    for (row, name) in (1..).zip(recipients) {
        let roles = vec![(Role::Recipient, (*name).into())];
        answer.totals.add(&Record { roles, ..thing(row, Category::Recipients, name, "x") });
    }
    let roles = vec![(Role::Source, "Fichier Exemple".into())];
    answer.totals.add(&Record { roles, ..thing(1, Category::Recipients, "s", "x") });
    let report = Report::build(&answer, &sample::context(Language::ENGLISH));
    Told {
        import: format!("IM-{company}"),
        read_on: sample::day(2026, 9, 1),
        company: company.to_owned(),
        recipients: report.sharing.recipients,
        sources: report.sharing.sources,
        announced: announced
            .iter()
            .map(|name| AnnouncedRecipient {
                name: (*name).to_owned(),
                role: "advertising".to_owned(),
                source: "https://shop.example.org/privacy".to_owned(),
                checked: sample::day(2026, 2, 6),
            })
            .collect(),
    }
}

fn network(language: Language) -> Network {
    let told = [
        told("Bazar", &["Exemplia Ads Ltd", "<b>Pub</b>"], &["EXEMPLIA ADS S.à r.l.", "Banque d’Exemple"]),
        told("Jardin", &["Exemplia Ads"], &[]),
    ];
    Network::of(&told, language, sample::day(2026, 11, 23), "habeas")
}

#[test]
fn a_later_answer_of_a_company_tells_a_link_in_place_of_the_earlier_one() {
    let earlier = told("Bazar", &["Exemplia Ads"], &[]);
    let later = Told { import: "IM-later".to_owned(), ..earlier.clone() };
    let network = Network::of(&[earlier, later], Language::ENGLISH, sample::day(2026, 11, 23), "habeas");
    let link = network.links.iter().find(|link| link.to == "Exemplia Ads").expect("a link");
    let [Teller::Answer { import, .. }] = link.told_by.as_slice() else { panic!("{:?}", link.told_by) };
    assert_eq!((import.as_str(), network.answered[0].imports.len()), ("IM-later", 2));
}

#[test]
fn who_shares_with_whom_is_told_with_who_told_it() {
    let network = network(Language::ENGLISH);
    let others: Vec<_> = network
        .others
        .iter()
        .map(|other| (other.name.as_str(), other.receives_from, other.supplies))
        .collect();
    let exemplia = others.iter().filter(|(name, ..)| name.to_lowercase().starts_with("exemplia"));
    assert_eq!(exemplia.map(|it| (it.1, it.2)).collect::<Vec<_>>(), [(2, 0)], "one company, however written");
    assert!(others.contains(&("Fichier Exemple", 0, 2)), "{others:?}");
    assert_eq!(network.shared(), 2);
    let links: Vec<_> = network.links.iter().filter(|link| link.from == "Bazar").collect();
    assert_eq!(links.len(), 3, "two of the answer, one announced besides");
    let both = links.iter().find(|link| link.told_by.len() == 2).expect("announced and answered");
    assert!(
        matches!(both.told_by[0], Teller::Answer { .. }) && matches!(both.told_by[1], Teller::Notice { .. })
    );
    // Bazar's second recipient, Jardin's, and the source of both were not announced; a bank was announced only.
    assert_eq!(network.told(), (4, 1, 1));
    let page = html::set(&Page::of_network(&network)).expect("a page");
    assert!(page.contains("<desc id=\"network-text\">") && page.contains("class=\"line-source\""));
    assert!(page.contains("&lt;b&gt;Pub&lt;") && !page.contains("<b>Pub"), "a name is no markup");
    let said = text::set(&Page::of_network(&network), 200);
    assert!(said.contains("answer of Bazar, once (a.csv, row 1)"), "{said}");
    assert!(said.contains("notice of Bazar: advertising (https://shop.example.org/privacy"), "{said}");
}

#[test]
fn a_picture_holds_no_more_than_can_be_read_and_says_so() {
    let names: Vec<String> = (0..90).map(|at| format!("Annonceur {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = [told("Bazar", &names, &[])];
    let network = Network::of(&told, Language::ENGLISH, sample::day(2026, 11, 23), "habeas");
    assert_eq!(network.links.len(), 91);
    let page = Page::of_network(&network);
    let picture = page.sections[0].blocks.iter().find_map(|block| match block {
        Block::Picture(picture) => Some(picture),
        _ => None,
    });
    let picture = picture.expect("a picture");
    assert_eq!(picture.nodes.len(), 37);
    assert_eq!(picture.lines.len(), 36);
    assert!(text::set(&page, 100).contains("more than a picture holds"));
}

fn bought(row: u64, year: i32, amount: &str, currency: Option<&'static str>) -> Record<'static> {
    let at = sample::day(year, 5, 1).and_hms_opt(0, 0, 0).expect("a time");
    Record {
        when: Some(Moment { at, precision: Precision::Day, zone: Zone::Unknown }),
        amount: Some(Amount { value: amount.parse().expect("a number"), currency: currency.map(Into::into) }),
        ..thing(row, Category::Purchases, "Savon", "livré")
    }
}

pub(super) fn several(language: Language) -> Several {
    let shops = [
        ("Bazar", vec![bought(1, 2024, "10.50", Some("EUR")), bought(2, 2024, "-0.50", Some("EUR"))]),
        (
            "Jardin",
            vec![
                bought(1, 2025, "3", Some("EUR")),
                bought(2, 2024, "7", Some("GBP")),
                bought(3, 2024, "1", None),
            ],
        ),
    ];
    let read = shops.map(|(company, records)| {
        let context =
            habeas::report::model::Context { company: Some(company.to_owned()), ..sample::context(language) };
        Read {
            import: format!("IM-{company}"),
            read_on: sample::day(2026, 9, 1),
            report: Report::build(&answer_of(&records), &context),
        }
    });
    Several::of(&read, 1, language, sample::day(2026, 11, 23), "habeas")
}

#[test]
fn companies_stand_side_by_side_with_what_was_spent_per_year_and_shop() {
    let several = several(Language::ENGLISH);
    let order: Vec<_> = several.companies.iter().map(|held| (held.company.as_str(), held.records)).collect();
    assert_eq!(order, [("Jardin", 3), ("Bazar", 2)]);
    assert_eq!(several.categories.len(), 1);
    assert_eq!(several.categories[0].holders, [("Jardin".to_owned(), 3), ("Bazar".to_owned(), 2)]);
    let spent: Vec<_> = several
        .purchases
        .iter()
        .map(|spent| {
            let sums = spent
                .sums
                .iter()
                .map(|sum| format!("{} {}", sum.total.normalize(), sum.currency.as_deref().unwrap_or("?")));
            (spent.year, spent.company.as_str(), sums.collect::<Vec<_>>().join(" "))
        })
        .collect();
    let expected = [
        (Some(2025), "Jardin", "3 EUR".to_owned()),
        (Some(2024), "Bazar", "10 EUR".to_owned()),
        (Some(2024), "Jardin", "1 ? 7 GBP".to_owned()),
    ];
    assert_eq!(spent, expected);
    let origins: u64 = several.companies.iter().flat_map(|held| held.origins.values()).sum();
    assert_eq!(origins, 5, "every record has its origin");
    let said = text::set(&Page::of_several(&several), 100);
    assert!(said.contains("observed: 3") && said.contains("given by you: 0"), "{said}");
    assert!(
        said.contains("What 2 companies hold about you") && said.contains("habeas report IM-Jardin"),
        "{said}"
    );
    assert!(said.contains("1 earlier answer"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_sums_of_a_comparison_hold(
        first in proptest::collection::vec((0..4_usize, 0..5_usize, 0..3_usize), 0..40),
        second in proptest::collection::vec((0..4_usize, 0..5_usize, 0..3_usize), 0..40),
        erasure in any::<bool>(),
    ) {
        const TITLES: [&str; 5] = ["", "a", "b", "c", "d"];
        const VALUES: [&str; 3] = ["x", "y", ""];
        let categories = [Category::Purchases, Category::Search, Category::Consent, Category::Inferences];
        let records = |seeds: &[(usize, usize, usize)]| -> Vec<Record<'static>> {
            let record = |(row, (category, title, value)): (u64, &(usize, usize, usize))| {
                thing(row, categories[*category], TITLES[*title], VALUES[*value])
            };
            (1..).zip(seeds).map(record).collect()
        };
        let (one, other) = (records(&first), records(&second));
        let comparison = comparison(&one, &other, &around(Language::ENGLISH, erasure));
        let tally = comparison.records.expect("both were read");
        prop_assert_eq!(tally.before(), one.len() as u64);
        prop_assert_eq!(tally.after(), other.len() as u64);
        for change in &comparison.categories {
            let count = |records: &[Record<'_>]| records.iter().filter(|record| record.category == change.category).count() as u64;
            let tally = change.records.expect("both were read");
            prop_assert_eq!((tally.before(), tally.after()), (count(&one), count(&other)));
        }
        let still: u64 = comparison.still_there.iter().map(|still| still.records).sum();
        prop_assert_eq!(still, if erasure { tally.same + tally.changed } else { 0 });
        prop_assert_eq!(comparison.changed.len() as u64, tally.changed);
    }
}

#[test]
fn every_output_of_a_view_is_of_the_same_facts() {
    let typesetter = Typesetter::new();
    let models = |language: Language| {
        let comparison = comparison(&before(), &after(), &around(language, true));
        let models = [
            serde_json::to_value(&comparison),
            serde_json::to_value(network(language)),
            serde_json::to_value(several(language)),
        ];
        models.map(|model| model.expect("a view is data")["fingerprint"].as_str().expect("a text").to_owned())
    };
    let known = models(Language::ENGLISH);
    assert!(known[0] != known[1] && known[1] != known[2], "they differ in what they say");
    for language in report_languages() {
        assert_eq!(models(language), known, "the language changes no fact");
        for (page, fingerprint) in pages(language).iter().zip(&known) {
            let mark = short(fingerprint);
            let shown = html::set(page).expect("a page");
            let printed = said(&pdf::document(page, sample::day(2026, 11, 23), &typesetter));
            let plain = text::set(page, 1_000);
            for output in [&shown, &printed, &plain] {
                assert!(output.contains(mark), "{language}: {mark}");
                for figure in &page.cover.figures {
                    // The text for the terminal says the figures in its sentences.
                    assert!(
                        std::ptr::eq(output, &plain) || output.contains(&figure.figure),
                        "{}",
                        figure.label
                    );
                }
            }
            for fact in &page.cover.facts {
                let sentence = format!("{} {}", fact.figure, fact.sentence);
                assert!(printed.contains(&sentence) && plain.contains(&sentence), "{language}: {sentence}");
            }
        }
    }
    let other = comparison(&before(), &before(), &around(Language::ENGLISH, true));
    assert_ne!(other.fingerprint, known[0], "other records are other facts");
}

#[test]
fn every_number_on_page_one_of_a_view_is_counted_again() {
    let number = |text: &str| -> u64 {
        text.chars().filter(char::is_ascii_digit).collect::<String>().parse().expect("a number")
    };
    let figures = |page: &Page| page.cover.figures.iter().map(|it| number(&it.figure)).collect::<Vec<_>>();
    let fact = |page: &Page, leads_to: &str| {
        let mut facts = page.cover.facts.iter().filter(|fact| fact.leads_to == leads_to);
        facts.next().map(|fact| number(&fact.figure))
    };
    let language = Language::ENGLISH;
    let [compared, shared, held] = pages(language);

    // Two answers: the records shown, as all of these few are, and the entries of each list.
    let model = comparison(&before(), &after(), &around(language, true));
    let same = model.records.map_or(0, |records| records.same);
    let shown = [model.changed.len(), model.appeared.len(), model.vanished.len()].map(|count| count as u64);
    assert_eq!(figures(&compared), [&[same][..], &shown].concat());
    assert_eq!(same + shown[0] + shown[2], before().len() as u64, "and they are all of the earlier");
    assert_eq!(same + shown[0] + shown[1], after().len() as u64, "and of the later answer");
    let still = fact(&compared, "still-there").expect("something is still there");
    assert_eq!(still, rows_of(&compared, "still-there", 1).iter().sum::<u64>());
    for list in &model.lists {
        let anchor = format!("list-{}", role_id(list.role));
        let counts = [list.appeared.len(), list.vanished.len()].map(|count| count as u64);
        assert!(fact(&compared, &anchor).is_none_or(|count| counts.contains(&count)), "{anchor}");
    }

    // Who shares with whom: the rows of the tables the facts lead to.
    let model = network(language);
    assert_eq!(
        fact(&shared, "others"),
        Some(model.others.iter().filter(|it| it.receives_from > 1 || it.supplies > 1).count() as u64)
    );
    let told =
        shared.cover.facts.iter().filter(|fact| fact.leads_to == "links").map(|fact| number(&fact.figure));
    assert_eq!(told.sum::<u64>(), model.links.len() as u64, "told by an answer, by a notice, or by both");

    // Several companies: their rows, summed.
    let model = several(language);
    let records: u64 = model.companies.iter().map(|held| held.records).sum();
    assert_eq!(figures(&held)[..3], [model.companies.len() as u64, records, model.categories.len() as u64]);
    for fact in &held.cover.facts {
        let figure = number(&fact.figure);
        let counts = model.companies.iter().flat_map(|held| {
            [held.conclusions.count, held.recipients.count, held.special, held.others, held.records]
        });
        assert!(counts.max() >= Some(figure) && figure > 0, "{}", fact.sentence);
    }
}

/// The numbers of a column of the first table in a section.
fn rows_of(page: &Page, section: &str, column: usize) -> Vec<u64> {
    let section = page.sections.iter().find(|it| it.id == section).expect("a section");
    let table = section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = table.expect("a table");
    let cells = table.rows.iter().map(|row| row.get(column).expect("a column"));
    cells.map(|cell| cell.sort.parse().expect("a number")).collect()
}
