//! Totals: bounded, never overflowing, the same in every order of work.

use habeas::import::record::Role;
use habeas::import::totals::{LIST_MAX, SAMPLES_MAX, TEXT_BYTES_MAX};

use super::{read_file, zip_of};

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

#[test]
fn many_small_members_add_up_in_the_order_of_the_archive() {
    let mut members: Vec<(String, String)> = (0..700_u32)
        .map(|number| {
            let rows: String =
                (0..number % 3).map(|row| format!("id{number}-{row},{row}.10 EUR\n")).collect();
            (format!("notes/{number}.csv"), format!("user id,price\n{rows}"))
        })
        .collect();
    // Among them one that is read alone, and one twice because only its end tells day from month.
    let long: String = (0..60_000).map(|row| format!("long{row},1 EUR\n")).collect();
    members[300].1 = format!("user id,price\n{long}");
    let dates = "03/04/2020\n".repeat(400);
    members[301].1 = format!("Date\n{dates}25/04/2020\n");
    let borrowed: Vec<(&str, &[u8])> =
        members.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let answer = read_file("notes.zip", zip_of(&borrowed));

    let paths = answer.accounts.iter().map(|account| account.path.as_str());
    assert!(paths.eq(members.iter().map(|(path, _)| path.as_str())));
    assert!(answer.coverage.adds_up(), "{:?}", answer.coverage);
    let lines = members.iter().map(|(_, text)| text.lines().count() as u64 - 1);
    assert!(answer.accounts.iter().map(|account| account.records).eq(lines.clone()));
    assert_eq!(answer.totals.records(), lines.sum::<u64>());
    let samples = answer.totals.categories.values().flat_map(|category| &category.samples);
    let first = samples.min_by_key(|sample| members.iter().position(|(path, _)| *path == sample.place.file));
    assert_eq!(first.map(|sample| sample.place.file.as_str()), Some("notes/1.csv"));
    let moments = answer.totals.span();
    assert_eq!(moments.1.map(|last| last.date().to_string()).as_deref(), Some("2020-04-25"));
}

/// A day that stands where there is none is neither the first nor the last, whichever column it stands in.
#[test]
fn a_last_day_that_is_none_is_the_last_of_nothing() {
    let text = "Device,Created,Last seen\nphone,2015-01-01,9999-12-31\ntablet,2016-01-01,2017-01-01\n";
    let answer = read_file("devices.csv", text);
    let (first, last) = answer.totals.span();
    let days = [first, last].map(|when| when.expect("it is dated").date().to_string());
    assert_eq!(days, ["2015-01-01", "2017-01-01"]);
}
