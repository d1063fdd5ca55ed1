//! Strangers' values in the views of several answers, and cells of a megabyte: they stay text, and the terminal gets no control
//! characters. The report of one answer is held to the same in `report.rs` and `output.rs`.

use habeas::import::record::{Record, Role};
use habeas::law::category::{Category, Origin};
use habeas::report::model::{Context, Report};
use habeas::report::network::{Network, Told};
use habeas::report::page::Page;
use habeas::report::several::{Read, Several};
use habeas::report::shown::visible;
use habeas::report::{html, spreadsheet, text};
use habeas::wording::Language;

use super::sample;
use super::several::{answer_of, around, comparison, thing, told};

/// What strangers might write to be more than text.
const HOSTILE: [&str; 12] = [
    "<script>window.broken=1</script>",
    "\"><img src=x onerror=window.broken=1>",
    "' onmouseover='window.broken=1",
    "javascript:window.broken=1",
    "</title><svg onload=window.broken=1>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "=HYPERLINK(\"https://x.example.org\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u{1b}[2J\u{1b}]0;owned\u{7}",
    "a\u{202e}b\u{2066}c\u{200b}d",
    "line\r\nbreak\u{0}\u{85}\u{2028}",
    "--><!--]]>&lt;&#x3c;",
];

fn pages_saying(value: &str) -> [Page; 3] {
    let language = Language::ENGLISH;
    let record = |row, title| Record {
        roles: vec![(Role::Recipient, title), (Role::Inference, value.into())],
        ..thing(row, Category::Purchases, value, value)
    };
    let (before, after) = (record(1, value.into()), record(2, format!("{value}2").into()));
    let mut of_company = around(language, true);
    of_company.company = Some(value.to_owned());
    let shops = [&before, &after].map(|record| Read {
        import: "IM-A".to_owned(),
        read_on: sample::day(2026, 9, 1),
        report: Report::build(
            &answer_of(std::slice::from_ref(record)),
            &Context { company: Some(value.to_owned()), ..sample::context(language) },
        ),
    });
    // The id of an import is ours.
    let told = [
        Told { import: "IM-A".to_owned(), ..told(value, &[value], &[value]) },
        told("Jardin", &[value], &[]),
    ];
    [
        Page::of_comparison(&comparison(
            std::slice::from_ref(&before),
            std::slice::from_ref(&after),
            &of_company,
        )),
        Page::of_network(&Network::of(&told, language, sample::day(2026, 11, 23), "habeas")),
        Page::of_several(&Several::of(&shops, 1, language, sample::day(2026, 11, 23), "habeas")),
    ]
}

#[test]
fn a_strangers_value_stays_text_in_every_view() {
    let tame: Vec<[usize; 3]> = pages_saying("tame").iter().map(|page| marks(&shown(page))).collect();
    for value in HOSTILE {
        for (page, tame) in pages_saying(value).iter().zip(&tame) {
            let page_shown = shown(page);
            assert_eq!(&marks(&page_shown), tame, "{value:?} is more than text");
            for active in
                ["<script>window", "<img", "<svg onload", "href=\"javascript:", "\u{202e}", "\u{1b}"]
            {
                assert!(!page_shown.contains(active), "{value:?}: {active}");
            }
            let plain = text::set(page, 80);
            let control = plain.chars().find(|letter| letter.is_control() && *letter != '\n');
            assert_eq!(control, None, "{value:?} reaches the terminal");
            assert!(!plain.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{2028}']), "{value:?}");
        }
    }
}

fn shown(page: &Page) -> String {
    html::set(page).expect("a page")
}

/// How often the marks of markup stand in a page.
fn marks(page: &str) -> [usize; 3] {
    ["<", ">", "\""].map(|mark| page.matches(mark).count())
}

#[test]
fn a_cell_of_a_megabyte_is_cut_with_its_length_and_the_page_stays_small() {
    let long = "m".repeat(1_000_000);
    let roles =
        [Role::Inference, Role::Recipient, Role::Source, Role::Identifier, Role::Location, Role::Query];
    let record = Record {
        title: Some(long.as_str().into()),
        roles: roles.map(|role| (role, long.as_str().into())).to_vec(),
        fields: vec![(long.as_str().into(), long.as_str().into()), ("short".into(), long.as_str().into())],
        ..sample::record("long.csv", 1, Category::Purchases, Origin::Given, "order")
    };
    let report = Report::build(&answer_of(&[record]), &sample::context(Language::ENGLISH));
    let page = html::render(&report).expect("a page");
    assert!(page.len() < 200_000 && text::render(&report, 80).len() < 100_000, "{}", page.len());
    assert!(page.contains("m… (+"), "how much is left out is said");
    assert!(
        spreadsheet::render(&report).lines().all(|line| line.len() < 32_767),
        "a cell a spreadsheet can hold"
    );
    for page in pages_saying(&long) {
        assert!(shown(&page).len() < 200_000, "{}", page.cover.title);
    }
}

/// A tower of marks paints over what stands beside it, and a row of fillers looks like none.
#[test]
fn marks_are_no_tower_and_fillers_are_seen() {
    let shown = visible(&format!("Z{}", "\u{301}".repeat(200)));
    assert_eq!(shown, format!("Z{}⟨+194⟩", "\u{301}".repeat(6)));
    for tower in ["\u{20dd}", "\u{489}", "\u{305}\u{332}\u{336}"] {
        let shown = visible(&format!("A{} Ltd", tower.repeat(60)));
        assert!(shown.chars().count() < 20 && shown.ends_with("⟩ Ltd"), "{shown}");
    }
    for filler in ['\u{2800}', '\u{1160}', '\u{115f}', '\u{3164}', '\u{ffa0}'] {
        let shown = visible(&filler.to_string().repeat(250));
        assert!(
            shown.starts_with(&format!("⟨U+{:04X}⟩", u32::from(filler))) && shown.ends_with("⟨+247⟩"),
            "{shown}"
        );
    }
    // What languages are written with stays.
    for written in ["Nguyễn", "re\u{301}sume\u{301}", "שָׁלוֹם", "क्षत्रिय", "ที่นี่", "མཁྱེན་རབ", "👩\u{200d}🔬"]
    {
        assert!(!visible(written).contains("⟨+"), "{written}");
    }
}
