//! Tests of the search of the room `directory`: what people type, and what they mean.

use std::collections::BTreeSet;

use habeas::directory::Directory;
use habeas::directory::index::{Entry, Index, Stamp, build};
use habeas::directory::search::{By, Found};
use habeas::directory::source::{built_in, built_in_near, parse};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};
use proptest::sample::Index as Position;

/// Queries and the ids that are meant.
pub(crate) fn misspelt() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../directory/misspelt.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').expect("query, tab, id"))
}

/// Of the misspelt names, those for which the company that is meant is not among the first three.
pub(crate) fn missed(first_three: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let misses = misspelt().map(|(query, meant)| (query, meant, first_three(query)));
    let misses = misses.filter(|(_, meant, found)| !found.iter().any(|id| id == meant));
    misses.map(|(query, meant, found)| format!("{query}: {meant} is not in {found:?}")).collect()
}

#[test]
fn of_two_hundred_misspelt_names_the_right_company_is_among_the_first_three_for_190() {
    let directory = Directory::new(built_in().expect("readable"), Vec::new());
    assert_eq!(misspelt().count(), 200);
    let unknown: BTreeSet<_> =
        misspelt().map(|(_, id)| id).filter(|id| directory.by_id(id).is_none()).collect();
    assert!(unknown.is_empty(), "companies.yaml has no such ids: {unknown:?}");
    let missed = missed(|query| {
        directory.search(query, "FR").iter().take(3).map(|found| found.company.id().to_owned()).collect()
    });
    assert!(missed.len() <= 10, "{} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn a_site_a_mailbox_or_a_number_finds_the_company_that_has_it() {
    let directory = Directory::new(built_in().expect("readable"), Vec::new());
    for (typed, meant) in [
        ("fnac.com", "fnac"),
        ("nike.com", "nike"),
        ("www.zalando.fr", "zalando"),
        ("https://www.nike.com/fr/help/privacy", "nike"),
        ("PRIVACY@nike.com", "nike"),
        ("somebody@nike.com", "nike"),
        ("431 810 621", "sncf-connect"),
        ("43181062100012", "sncf-connect"),
        ("e.leclerc", "e-leclerc"),
        ("super u", "systeme-u"),
        ("magasin u", "systeme-u"),
        ("oui sncf", "sncf-connect"),
        ("voyages sncf", "sncf-connect"),
        ("ouigo", "sncf-voyageurs"),
        ("otto versand", "otto-handel"),
        ("sosh", "orange"),
        ("edouard leclerc", "e-leclerc"),
        ("m&s", "marksandspencer"),
    ] {
        let found = ids(&directory.search(typed, "FR"));
        assert!(found.iter().take(3).any(|id| id == meant), "{typed}: {found:?}");
    }
    for nobody in ["431810622", "4318106", "no.where", "a@b", "@", "..", "example.co.uk"] {
        let found = directory.search(nobody, "FR");
        assert!(found.iter().all(|found| !matches!(found.matched.by, By::Contact | By::Siren)), "{nobody}");
    }
}

#[test]
fn what_is_found_among_few_is_found_among_all() {
    let all = Directory::new(built_in().expect("readable"), Vec::new());
    for (query, _) in misspelt() {
        let few = Directory::new(built_in_near(query, "FR").expect("readable"), Vec::new());
        assert_eq!(ids(&few.search(query, "FR")), ids(&all.search(query, "FR")), "{query}");
    }
}

/// Companies of an invented directory: id, name, country, status and further keys.
fn directory(companies: &[(&str, &str, &str, &str, &str)]) -> Directory {
    let record = |(id, name, country, status, more): &(&str, &str, &str, &str, &str)| {
        format!(
            "- {{ id: {id}, name: \"{name}\", category: retail, countries: [{country}], status: {status}{more} }}\n"
        )
    };
    let text: String = companies.iter().map(record).collect();
    Directory::new(Vec::new(), parse(&text, "own.yaml").expect("well formed"))
}

fn ids(found: &[Found<'_>]) -> Vec<String> {
    found.iter().map(|found| found.company.id().to_owned()).collect()
}

/// The one invented shop, found by what was typed, and why.
fn why(typed: &str) -> Option<(By, String, usize)> {
    let shop = directory(&[(
        "example-shop",
        "L’Échoppe d’Exemple",
        "FR",
        "incomplete",
        ", brands: [Canard+, \"X & Yodel\"], formerly: [old-corner], \
         controller: { name: \"Société Galopin S.à r.l.\", country: LU }",
    )]);
    let found = shop.search(typed, "FR");
    found.first().map(|found| (found.matched.by, found.matched.text.clone(), found.matched.edits))
}

#[test]
fn it_says_by_which_name_a_company_was_found() {
    let by = |by, text: &str, edits| Some((by, text.to_owned(), edits));
    for (typed, wanted) in [
        ("l'echoppe d'exemple", by(By::Name, "L’Échoppe d’Exemple", 0)),
        ("EXEMPLE ECHOPPE", by(By::Name, "L’Échoppe d’Exemple", 0)),
        ("échope d exemple", by(By::Name, "L’Échoppe d’Exemple", 1)),
        ("lechoppedexemple", by(By::Name, "L’Échoppe d’Exemple", 0)),
        ("echop", by(By::Name, "L’Échoppe d’Exemple", 0)),
        ("canard plus", by(By::Brand, "Canard+", 0)),
        ("cnaard+", by(By::Brand, "Canard+", 1)),
        ("x et yodel", by(By::Brand, "X & Yodel", 0)),
        ("societe galopin", by(By::Controller, "Société Galopin S.à r.l.", 0)),
        ("société galopin sàrl", by(By::Controller, "Société Galopin S.à r.l.", 0)),
        ("example shop", by(By::Id, "example-shop", 0)),
        ("old corner", by(By::Formerly, "old-corner", 0)),
        ("something else", None),
        ("…", None),
        ("", None),
    ] {
        assert_eq!(why(typed), wanted, "{typed}");
    }
}

#[test]
fn who_decides_with_others_or_represents_them_is_found_and_never_chosen() {
    let shop = directory(&[(
        "example-shop",
        "Échoppe",
        "FR",
        "incomplete",
        ", joint_controllers: [{ name: Galopin SAS }], representative: { name: \"Mandataire GmbH\", country: DE }",
    )]);
    for (typed, by) in [("galopin", By::JointController), ("mandataire gmbh", By::Representative)] {
        let found = shop.search(typed, "FR");
        assert_eq!(found.first().map(|found| found.matched.by), Some(by), "{typed}");
        assert_eq!(shop.find(typed).expect_err(typed), ["example-shop"]);
    }
}

#[test]
fn the_letters_of_one_word_do_not_run_on_into_the_next() {
    let shops = directory(&[
        ("one", "Amarante", "FR", "incomplete", ""),
        ("two", "Amarant Europe", "FR", "incomplete", ""),
    ]);
    let found = shops.search("amarante", "FR");
    assert_eq!(found.first().map(|found| (found.company.id(), found.matched.edits)), Some(("one", 0)));
    assert!(found.iter().all(|found| found.company.id() == "one" || found.matched.edits == 1));
}

#[test]
fn as_near_as_each_other_the_users_country_goes_first_and_then_what_can_be_written_to() {
    let contact = ", contacts: [{ purpose: rights, kind: email, value: dpo@example.org, \
                   source: \"https://example.org\", checked: 2026-01-01 }]";
    let shops = directory(&[
        ("a", "Example", "DE", "usable", contact),
        ("b", "Example", "ALL", "usable", contact),
        ("c", "Example", "FR", "incomplete", ""),
        ("d", "Example", "FR", "usable", contact),
        ("e", "Example", "FR", "closed", ""),
        ("f", "Exemple", "FR", "usable", contact),
    ]);
    assert_eq!(ids(&shops.search("example", "FR")), ["d", "c", "e", "b", "a", "f"]);
    assert_eq!(ids(&shops.search("example", "DE")), ["a", "b", "d", "c", "e", "f"]);
}

#[test]
fn who_typed_a_name_right_is_not_shown_names_two_edits_away() {
    let shops = directory(&[
        ("right", "Marinette", "FR", "incomplete", ""),
        ("near", "Martinette", "FR", "incomplete", ""),
        ("far", "Martinettes", "FR", "incomplete", ""),
    ]);
    assert_eq!(ids(&shops.search("marinette", "FR")), ["right", "near"]);
}

#[test]
fn a_choice_forgives_a_legal_form_left_out_but_no_other_one_and_no_typing_error() {
    let shops = directory(&[
        ("one", "Example", "FR", "incomplete", ", controller: { name: Galopin SA, country: FR }"),
        ("two", "Galopine", "FR", "incomplete", ", formerly: [gal]"),
    ]);
    for word in ["Galopin SA", "galopin s.a.", "GALOPIN", "one", "Exämple"] {
        assert_eq!(shops.find(word).expect("it is named").id(), "one", "{word}");
    }
    assert_eq!(shops.find("gal").expect("its former id").id(), "two");
    for word in ["Galopin GmbH", "Exampel", "galopins"] {
        let near = shops.find(word).expect_err("nothing is called so");
        assert!(near.contains(&"one".to_owned()), "{word}: {near:?}");
    }
    assert_eq!(shops.find("!").expect_err("no name"), Vec::<String>::new());
}

const STAMP: Stamp = Stamp { bytes: 7, changed: 9 };

fn index(names: &[&str]) -> Vec<u8> {
    let entry = |(at, name)| Entry {
        names: vec![name],
        countries: vec!["FR"],
        standing: 0,
        place: at * 10..at * 10 + 9,
    };
    build((0_u64..).zip(names.iter().copied()).map(entry), STAMP).expect("small")
}

fn records(bytes: &[u8], typed: &str) -> Vec<u32> {
    let index = Index::read(bytes, STAMP).expect("it fits");
    index.search(typed, "FR").iter().map(|hit| hit.record).collect()
}

#[test]
fn an_index_says_where_the_records_stand_that_were_found() {
    let bytes = index(&["Exemple SA", "Galopin", "Galopins et Fils", "Exemple GmbH"]);
    let index = Index::read(&bytes, STAMP).expect("it fits");
    assert_eq!(records(&bytes, "galopin"), [1, 2]);
    assert_eq!(index.place(2), Some(20..29));
    assert_eq!(index.place(4), None);
    assert_eq!(index.named("exemple"), [0, 3]);
    assert_eq!(index.named("exempl"), Vec::<u32>::new());
}

#[test]
fn an_index_of_something_else_is_not_read() {
    let bytes = index(&["Exemple"]);
    assert!(Index::read(&bytes, Stamp { bytes: 8, ..STAMP }).is_none());
    assert!(Index::read(&bytes, Stamp { changed: 8, ..STAMP }).is_none());
    for length in 0..bytes.len() {
        assert!(Index::read(&bytes[..length], STAMP).is_none(), "cut off at {length}");
    }
}

proptest! {
    #[test]
    fn a_damaged_index_finds_what_it_finds_and_never_panics(
        damage in vec((any::<Position>(), any::<u8>()), 1..20),
        typed in "[a-z ]{0,12}",
    ) {
        let mut bytes = index(&["Exemple SA", "Galopin", "Galopins et Fils", "Àâé", "ab"]);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(index) = Index::read(&bytes, STAMP) {
            for hit in index.search(&typed, "FR") {
                index.place(hit.record);
            }
            index.named(&typed);
        }
    }

    #[test]
    fn a_name_is_found_by_itself_and_with_a_letter_left_out(
        // Without ß, which is two letters to the search: who leaves it out makes two errors.
        names in vec("[A-Za-zéèñ]{4,9}( [a-zA-Z]{4,7}){0,2}", 1..30),
        wanted in any::<Position>(),
        at in any::<Position>(),
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let bytes = index(&names);
        let wanted = wanted.index(names.len());
        let right = records(&bytes, names[wanted]);
        assert!(right.contains(&u32::try_from(wanted).expect("few")), "{}", names[wanted]);
        let left_out = at.index(names[wanted].chars().count());
        let typed: String =
            names[wanted].chars().enumerate().filter(|(at, _)| *at != left_out).map(|(_, letter)| letter).collect();
        let near = records(&bytes, &typed);
        assert!(near.contains(&u32::try_from(wanted).expect("few")), "{typed} for {}", names[wanted]);
    }

    #[test]
    fn any_words_can_be_looked_for(typed in any::<String>(), name in any::<String>()) {
        let bytes = index(&[&name]);
        records(&bytes, &typed);
        let same = records(&bytes, &name);
        assert!(same.len() <= 1);
    }
}
