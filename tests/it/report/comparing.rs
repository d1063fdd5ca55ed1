//! Two answers compared: their lists; what several answers name, and what was announced.

use habeas::import::record::{Record, Role};
use habeas::law::category::Category;
use habeas::report::network::Network;
use habeas::report::page::Page;
use habeas::report::text;
use habeas::wording::Language;

use super::sample;
use super::several::{around, comparison, thing, told};

#[test]
fn a_place_written_in_two_cases_is_no_difference() {
    let seen = |row: u64, place: &'static str| Record {
        roles: vec![(Role::Location, place.into())],
        ..thing(row, Category::Location, "visit", "x")
    };
    let comparison = comparison(
        &[seen(1, "it"), seen(2, "Lyon")],
        &[seen(1, "IT"), seen(2, "it")],
        &around(Language::ENGLISH, false),
    );
    let places = comparison.lists.iter().find(|list| list.role == Role::Location).expect("places");
    assert_eq!((places.same, places.appeared.len()), (1, 0), "{places:?}");
    assert_eq!(places.vanished, ["Lyon"]);
}

/// The report and the network say the same of a company that was announced under a shorter name.
#[test]
fn an_announced_company_is_the_one_the_answer_names_under_its_full_name() {
    let names = ["Exemplia Platforms Ireland Ltd", "BAZARIX S.A. (Paris)", "Jardin"];
    let told = [told("Bazar", &names, &["Exemplia Platforms", "Bazarix SA"]), told("Jardin", &[], &[])];
    let network = Network::of(&told, Language::ENGLISH, sample::day(2026, 11, 23), "habeas");
    // Announced and named: two. Named alone: the third company, and the source of both answers.
    assert_eq!(network.told(), (3, 0, 2), "{network:?}");
    // A company that answered is none of the others, though another one names it.
    assert_eq!((network.others.len(), network.outsiders()), (4, 3), "{network:?}");
    let page = text::set(&Page::of_network(&network), 100);
    assert!(page.contains("3 other companies"), "{page}");
}
