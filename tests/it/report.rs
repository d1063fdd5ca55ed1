//! Tests of the room `report` at its boundary: an answer in, a report, a page and a text out.

mod audit;
mod comparing;
mod facts;
mod handed_on;
mod hostile;
mod newcomer;
mod output;
mod page_one;
mod people;
pub(crate) mod sample;
pub(crate) mod several;

use std::collections::BTreeMap;
use std::path::PathBuf;

use habeas::directory::company::RecipientRole;
use habeas::import::answer::Answer;
use habeas::import::coverage::{Coverage, State};
use habeas::import::record::{Moment, Precision, Record, Role, Zone};
use habeas::import::totals::{CategoryTotals, Sum, Totals};
use habeas::law::article::Regime;
use habeas::law::category::{Category, Origin};
use habeas::law::content::{Point, Presence};
use habeas::report::model::{Context, Money, Report, Step, Topic};
use habeas::report::words::{Words, role_id};
use habeas::report::{html, shown, text};
use habeas::wording::{Language, Wording, keys, languages, report_languages};
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;

fn report(language: Language) -> Report {
    Report::build(&sample::answer(), &sample::context(language))
}

fn page(report: &Report) -> String {
    html::render(report).expect("a page")
}

#[test]
fn the_text_says_the_same_as_before() {
    for language in languages() {
        let file =
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/report/shop.{language}.txt"));
        let said = text::render(&report(language), 80);
        if std::env::var_os("HABEAS_BLESS").is_some() {
            std::fs::write(&file, &said).expect("the file is ours");
        }
        let expected = std::fs::read_to_string(&file).expect("HABEAS_BLESS=1 writes it");
        assert_eq!(said, expected, "HABEAS_BLESS=1 takes the new text; read the difference first");
    }
}

#[test]
fn the_text_fits_the_width() {
    for width in [40, 80, 120] {
        for line in text::render(&report(Language::FRENCH), width).lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn every_term_of_the_closed_lists_has_words() {
    let mut terms: Vec<String> = Vec::new();
    for category in Category::ALL {
        terms.extend([format!("category-{}", category.id()), format!("category-{}-about", category.id())]);
    }
    for point in Point::ALL {
        terms.extend([format!("content-{}", point.id()), format!("content-{}-about", point.id())]);
    }
    for state in State::ALL {
        terms.extend([format!("state-{}", state.id()), format!("state-{}-about", state.id())]);
    }
    terms.extend(Origin::ALL.iter().map(|origin| format!("origin-{}", origin.id())));
    terms.extend(Topic::ALL.iter().map(|topic| format!("report-fact-{}", topic.id())));
    terms.extend(Presence::ALL.iter().map(|presence| format!("presence-{}", presence.id())));
    terms.extend(Role::ALL.iter().map(|role| format!("role-{}", role_id(*role))));
    terms.extend(RecipientRole::ALL.iter().map(|role| format!("recipient-role-{}", role.id())));
    for language in report_languages() {
        let missing: Vec<_> = terms.iter().filter(|key| !Wording::of(language).has_itself(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

#[test]
fn no_sentence_is_missing_from_an_output() {
    let empty = Report::build(&nothing(), &bare(Language::FRENCH));
    for language in report_languages() {
        for report in [report(language), empty.clone()] {
            let page = readable(&page(&report));
            // Sentences of findings belong to the room that makes them.
            let holes: Vec<&str> =
                page.split('[').skip(1).filter(|rest| !rest.starts_with("finding-")).collect();
            assert!(
                holes.iter().all(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase())),
                "{holes:?}"
            );
            assert!(!page.contains("{$") && !page.contains("{ $"));
        }
    }
}

#[test]
fn page_one_tells_the_five_most_telling_facts_in_order() {
    let topics: Vec<Topic> = report(Language::ENGLISH).summary.facts.iter().map(|fact| fact.topic).collect();
    assert_eq!(
        topics,
        [Topic::Inferences, Topic::Recipients, Topic::Special, Topic::Others, Topic::Obtained]
    );
}

#[test]
fn every_fact_says_where_it_was_read() {
    for fact in report(Language::ENGLISH).summary.facts {
        let may_lack_a_place = [Topic::Special].contains(&fact.topic);
        assert!(may_lack_a_place || !fact.places.is_empty(), "{:?}", fact.topic);
    }
}

#[test]
fn unbelievable_dates_do_not_move_since_when() {
    let report = report(Language::ENGLISH);
    let since = report.summary.since.map(|since| since.date());
    let mut answer = sample::answer();
    for year in [1, 1601, 1899, 1970, 2107] {
        let at = sample::day(year, 1, 1).and_hms_opt(0, 0, 0).expect("a time");
        let when = Some(Moment { at, precision: Precision::Second, zone: Zone::Utc });
        let record = sample::record("odd.csv", 1, Category::Purchases, Origin::Given, "order");
        answer.totals.add(&Record { when, ..record });
    }
    let odd = Report::build(&answer, &sample::context(Language::ENGLISH));
    let months = |date: Option<chrono::NaiveDate>| date.map(|date| date.format("%Y-%m").to_string());
    assert_eq!(months(odd.summary.since.map(|since| since.date())), months(since));
    assert!(odd.summary.until.is_some_and(|until| until.date() <= odd.today));
    assert_eq!(odd.summary.records, report.summary.records + 5, "they are counted all the same");
}

#[test]
fn announced_recipients_are_compared_by_name() {
    let sharing = report(Language::FRENCH).sharing;
    let found: Vec<bool> = sharing.announced.iter().map(|announced| announced.found.is_some()).collect();
    assert_eq!(found, [true, false, true, false]);
    assert_eq!(sharing.unannounced, 284);
}

#[test]
fn gaps_are_what_was_not_found() {
    let report = report(Language::FRENCH);
    let presence = |point: Point| {
        report.gaps.points.iter().find(|found| found.point == point).map(|found| found.presence)
    };
    assert_eq!(report.gaps.points.len(), Point::owed(Regime::Eu).count());
    assert_eq!(presence(Point::Recipients), Some(Presence::Found));
    assert_eq!(presence(Point::AutomatedDecisions), Some(Presence::Partly));
    assert_eq!(presence(Point::Retention), Some(Presence::NotFound));
    let absent: Vec<Category> = report.gaps.absent_categories.iter().map(|absent| absent.category).collect();
    assert_eq!(absent, [Category::Support, Category::Consent]);
    assert_eq!(report.gaps.empty_files.len(), 2);
    assert_eq!(report.gaps.refused_files, ["Paiement.Moyens.zip!/cartes.csv"]);
    assert_eq!(report.gaps.absent_files, ["Boutique.Avis.1.csv"]);
    assert_eq!(report.gaps.documents, ["Lettre.pdf"]);
}

/// Words by which a page would judge in law, in every language a report can be read in.
const VERDICTS: [&str; 26] = [
    "illegal",
    "unlawful",
    "violation",
    "breach",
    "infringe",
    "illégal",
    "illicite",
    "infraction",
    "rechtswidrig",
    "verstoß",
    "gesetzwidrig",
    "ilegal",
    "ilícit",
    "infracción",
    "vulnera",
    "illecit",
    "illegitt",
    "violazione",
    "onrechtmatig",
    "onwettig",
    "inbreuk",
    "overtreding",
    "infração",
    "violação",
    "niezgodne z prawem",
    "bezprawn",
];

#[test]
fn a_report_is_in_the_readers_language_throughout() {
    let english = Wording::of(Language::ENGLISH);
    let fixed: Vec<(String, String)> = keys(Language::ENGLISH)
        .into_iter()
        .map(|key| (english.say(&key), key))
        .filter(|(said, _)| said.split_whitespace().count() >= 3 && !said.contains(['{', '$']))
        .map(|(said, key)| (key, said))
        .collect();
    assert!(fixed.len() > 200, "{} sentences", fixed.len());
    for language in report_languages().into_iter().filter(|language| *language != Language::ENGLISH) {
        for answer in [sample::answer(), sample::hostile(), nothing()] {
            let report = Report::build(&answer, &sample::context(language));
            let said = readable(&page(&report)) + &text::render(&report, 1_000);
            for (key, sentence) in &fixed {
                assert!(
                    !said.contains(sentence.as_str()),
                    "{language}: {key} is said in English: {sentence}"
                );
            }
        }
    }
}

#[test]
fn no_output_gives_a_verdict() {
    for language in report_languages() {
        let report = report(language);
        let said = (readable(&page(&report)) + &text::render(&report, 80)).to_lowercase();
        for verdict in VERDICTS {
            assert!(!said.contains(verdict), "{language}: {verdict}");
        }
    }
}

#[test]
fn the_case_gives_the_next_command() {
    let report = report(Language::ENGLISH);
    let first = report.summary.steps.first().cloned();
    assert_eq!(first, Some(Step::Command { command: "habeas follow-up HB-7F3K2Q".to_owned() }));
    assert!(text::render(&report, 80).contains("12 days late"));
}

#[test]
fn coverage_sums_to_the_whole() {
    let ledger = report(Language::ENGLISH).ledger;
    let shares: u16 = ledger.states.iter().map(|share| share.per_mille).sum();
    let files: u64 = ledger.states.iter().map(|share| share.count).sum();
    assert!(ledger.adds_up);
    assert_eq!((shares, files), (1_000, ledger.coverage.members));
    assert_eq!(ledger.members.len() as u64, ledger.coverage.members);
    assert_eq!(ledger.members[0].state, State::Refused, "what needs a look comes first");
}

#[test]
fn similar_findings_are_one_line() {
    let findings = report(Language::ENGLISH).findings;
    let dates =
        findings.groups.iter().find(|group| group.finding.code.id() == "date-unreadable").expect("a group");
    assert_eq!((dates.count, dates.places.len()), (2, 2));
    assert_eq!(findings.groups[0].finding.code.id(), "member-encrypted", "the gravest comes first");
    assert_eq!(findings.total, 4);
}

#[test]
fn the_page_asks_for_nothing() {
    let page = page(&report(Language::FRENCH));
    assert!(page.contains("default-src 'none'"));
    for attribute in ["src=", "href=", "action=", "srcset=", "poster=", "url("] {
        for value in page.split(attribute).skip(1).map(|rest| rest.trim_start_matches('"')) {
            assert!(value.starts_with('#') || value.starts_with("data:,"), "{attribute} leaves the page");
        }
    }
    assert!(!page.contains(" style=\"") && !page.contains("@import"));
}

#[test]
fn hostile_text_stays_text() {
    let report = Report::build(&sample::hostile(), &sample::context(Language::ENGLISH));
    let page = page(&report);
    assert!(page.contains("&lt;script&gt;window.broken") && !page.contains("<script>window.broken"));
    assert!(page.contains("{{ 7*7 }}{% raw %}"), "nothing in the data is evaluated");
    assert!(!page.contains("\" onload=") && !page.contains("<img"));
    assert!(page.contains("a⟨U+202E⟩b") && !page.contains('\u{202e}'));
    let text = text::render(&report, 80);
    assert!(text.contains("esc⟨U+001B⟩[2Jape") && !text.contains('\u{1b}'));
}

#[test]
fn long_values_are_cut_and_counted() {
    assert_eq!(shown::visible_within("abcdef", 4), "abcd… (+2)");
    assert_eq!(shown::visible_within("abcd", 4), "abcd");
}

#[test]
fn long_lists_say_what_they_leave_out() {
    let page = readable(&page(&report(Language::ENGLISH)));
    assert!(page.contains("Showing 50 of 1,284."));
    assert!(page.contains("Showing 50 of 3,417."));
}

#[test]
fn a_list_that_could_not_be_made_does_not_say_that_nothing_came() {
    let mut answer = nothing();
    answer.totals.add(&sample::record("s.json", 1, Category::Search, Origin::Observed, "search"));
    for (language, said, denied) in [
        (Language::ENGLISH, "See the rows under “Searches”", "No search was found"),
        (Language::FRENCH, "Voyez les lignes de la rubrique", "Aucune recherche n’a été trouvée"),
    ] {
        let text = text::render(&Report::build(&answer, &bare(language)), 1_000);
        assert!(text.contains(said) && !text.contains(denied), "{text}");
        let nothing = text::render(&Report::build(&nothing(), &bare(language)), 1_000);
        assert!(nothing.contains(denied), "{nothing}");
    }
}

#[test]
fn a_place_that_is_two_numbers_is_explained() {
    let place = |field: &'static str, value: &'static str| {
        let mut answer = nothing();
        let record = sample::record("p.json", 1, Category::Location, Origin::Observed, "place");
        let roles = vec![(Role::Location, value.into())];
        answer.totals.add(&Record { fields: vec![(field.into(), value.into())], roles, ..record });
        text::render(&Report::build(&answer, &bare(Language::ENGLISH)), 1_000)
    };
    let explained = |said: &str| said.matches("Typed into a map, latitude first").count();
    assert_eq!(explained(&place("place", "48.85, 2.35")), 1, "in the list");
    assert_eq!(explained(&place("latitudeE7", "488500000")), 1, "in the rows");
    assert_eq!(explained(&place("city", "Lyon, Part-Dieu")), 0);
}

#[test]
fn money_is_written_as_readers_expect() {
    let sums = |language: Language| {
        let report = report(language);
        let holding = report.holdings.into_iter().find(|holding| holding.category == Category::Purchases);
        Words::of(language).money(&holding.expect("purchases").sums[0])
    };
    assert_eq!(sums(Language::ENGLISH), "€64,027.26");
    assert_eq!(sums(Language::FRENCH), "64\u{202f}027,26\u{a0}€");
    for (code, said) in [
        ("de", "64.027,26\u{a0}€"),
        ("es", "64.027,26\u{a0}€"),
        ("it", "64.027,26\u{a0}€"),
        ("nl", "€\u{a0}64.027,26"),
        ("pl", "64\u{a0}027,26\u{a0}€"),
        ("pt", "64\u{a0}027,26\u{a0}€"),
    ] {
        assert_eq!(sums(code.parse().expect("a language")), said);
    }
    // A yen has no parts, a dinar a thousand.
    for (code, said) in [("JPY", "599"), ("TND", "599.000"), ("CHF", "599.00")] {
        let total = "599.00".parse().expect("a number");
        let money = Money { currency: Some(code.to_owned()), total, count: 1, overflowed: false };
        let written = Words::of(Language::ENGLISH).money(&money);
        assert_eq!(written.replace(code, "").trim(), said, "{code}");
    }
}

#[test]
fn the_json_is_the_report() {
    let json = serde_json::to_value(report(Language::FRENCH)).expect("a report is data");
    assert_eq!(json["company"], "Bazar Exemple");
    assert_eq!(json["conclusions"]["distinct"], 41);
    assert_eq!(json["conclusions"]["entries"][0]["place"]["position"]["row"], 1);
    assert_eq!(json["gaps"]["points"][0]["presence"], "not-found");
    assert_eq!(json["ledger"]["coverage"]["members"], 14);
}

fn nothing() -> Answer {
    Answer::default()
}

fn bare(language: Language) -> Context {
    Context {
        company: None,
        controller: None,
        holds: Vec::new(),
        shares_with: Vec::new(),
        case: None,
        ..sample::context(language)
    }
}

/// The text of a page, roughly: no tags, no style, no script, entities decoded.
fn readable(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, rest)| rest);
    let body = body.split("<script>").next().unwrap_or_default();
    let mut text = String::new();
    for part in body.split('<') {
        text.push(' ');
        text.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x2f;", "/")
        .replace("&amp;", "&")
}

/// An answer in which every text is one of `texts`.
fn written_with(texts: &[String]) -> (Answer, Context) {
    let mut answer = sample::answer();
    answer.totals = Totals::default();
    let mut context = sample::context(Language::ENGLISH);
    for (row, text) in (1..).zip(texts) {
        let text = format!("{row:02}{text}");
        let said = || text.clone().into();
        answer.totals.add(&Record {
            roles: Role::ALL.iter().map(|role| (*role, said())).collect(),
            fields: vec![(said(), said())],
            title: Some(said()),
            ..sample::record(&text, row, Category::Unknown, Origin::Unknown, &text)
        });
        context.shares_with.iter_mut().for_each(|announced| {
            announced.name.clone_from(&text);
            announced.role.clone_from(&text);
            announced.source.clone_from(&text);
        });
        context.company = Some(text.clone());
        answer.accounts.iter_mut().for_each(|account| account.path.clone_from(&text));
    }
    (answer, context)
}

/// Totals as no import would make them and a damaged store might hold them.
fn any_totals() -> impl Strategy<Value = CategoryTotals> {
    // The import's own sums are plain additions; no answer comes near their end.
    let count = || 0..=u64::MAX / 256;
    let origins = [count(), count(), count(), count(), count()];
    let months = proptest::collection::btree_map("[0-9]{0,5}-[0-9]{0,3}|.{0,4}", any::<u64>(), 0..8);
    let amounts = proptest::collection::btree_map(".{0,4}", (any::<i64>(), 0..12_u32), 0..4);
    let moment = proptest::option::of((-100_000..1_000_000_i32).prop_map(moment));
    (count(), origins, months, amounts, moment.clone(), moment).prop_map(
        |(records, origins, months, amounts, first, last)| CategoryTotals {
            records,
            origins: Origin::ALL.iter().copied().zip(origins).collect(),
            kinds: months.clone(),
            months,
            first,
            last,
            amounts: amounts
                .into_iter()
                .map(|(currency, (value, scale))| {
                    (currency, Sum { total: Decimal::new(value, scale), ..Sum::default() })
                })
                .collect(),
            years: BTreeMap::new(),
            samples: Vec::new(),
        },
    )
}

fn moment(days: i32) -> Moment {
    let date = chrono::NaiveDate::from_num_days_from_ce_opt(days).expect("within the calendar");
    Moment {
        at: date.and_time(chrono::NaiveTime::MIN),
        precision: Precision::Second,
        zone: Zone::Offset(days),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_figure_breaks_the_report(totals in proptest::collection::vec(any_totals(), 0..4), coverage in any::<[u32; 6]>()) {
        let mut answer = sample::answer();
        answer.totals.categories = Category::ALL.iter().copied().zip(totals).collect();
        let [mapped, generic, opaque, refused, ignored, empty] = coverage.map(u64::from);
        answer.coverage = Coverage { mapped, generic, opaque, refused, ignored, empty, ..answer.coverage };
        for language in languages() {
            let report = Report::build(&answer, &sample::context(language));
            for holding in &report.holdings {
                let shares: u16 = holding.origins.iter().map(|share| share.per_mille).sum();
                prop_assert!(holding.origins.is_empty() || shares == 1_000);
                prop_assert!(holding.first.is_none_or(|first| first.date() <= report.today));
            }
            prop_assert!(!page(&report).is_empty() && !text::render(&report, 0).is_empty());
        }
    }

    #[test]
    fn no_text_breaks_out_of_the_page(texts in proptest::collection::vec("(\\PC|[<>\"'&{}%#/]|.){0,40}", 1..6)) {
        let (answer, context) = written_with(&texts);
        let hostile = page(&Report::build(&answer, &context));
        // A letter in their place could make a code of the text, which is shown in another way.
        let tame: Vec<String> = texts.iter().map(|text| text.replace(['<', '>', '"', '\'', '&'], "¤")).collect();
        let (answer, context) = written_with(&tame);
        let report = Report::build(&answer, &context);
        let tame = page(&report);
        for mark in ["<", ">", "\"", "<script"] {
            prop_assert_eq!(hostile.matches(mark).count(), tame.matches(mark).count(), "{}", mark);
        }
        prop_assert!(!text::render(&report, 40).is_empty());
    }
}
