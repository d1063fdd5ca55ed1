//! Two answers compared: their lists.

use habeas::import::record::{Record, Role};
use habeas::law::category::Category;
use habeas::wording::Language;

use super::several::{around, comparison, thing};

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
