//! Totals: bounded, never overflowing, the same in every order of work.

use habeas::import::record::Role;
use habeas::import::totals::{LIST_MAX, SAMPLES_MAX, TEXT_BYTES_MAX};

use super::read_file;

#[test]
fn a_sum_too_large_is_marked_and_does_not_end_the_import() {
    let huge = "79228162514264337593543950335";
    let answer = read_file("x.csv", format!("product,price\na,{huge}\nb,{huge}\nc,1\n"));
    let sums: Vec<_> =
        answer.totals.categories.values().flat_map(|category| category.amounts.values()).collect();
    assert_eq!((sums[0].count, sums[0].overflowed), (3, true));
    assert_eq!(sums[0].total.to_string(), huge);
}

#[test]
fn lists_samples_and_texts_stay_within_their_caps() {
    let mut text = String::from("user id,word\n");
    for number in 0..LIST_MAX + 10 {
        text.push_str(&format!("n{number},{}\n", "é".repeat(TEXT_BYTES_MAX)));
    }
    let answer = read_file("x.csv", text);
    let list = &answer.totals.lists[&Role::Identifier];
    assert_eq!((list.entries.len(), list.beyond), (LIST_MAX, 10));
    let category = answer.totals.categories.values().next().expect("one category");
    assert_eq!(category.samples.len(), SAMPLES_MAX);
    let long = &category.samples[0].fields[1].1;
    assert!(long.ends_with('…') && long.len() <= TEXT_BYTES_MAX + '…'.len_utf8());
}
