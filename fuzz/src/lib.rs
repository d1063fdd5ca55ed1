//! What holds for any bytes: no panic, every member in one state, every row a record or a finding.

use std::sync::OnceLock;

use habeas::finding::Place;
use habeas::import::{Options, Recipes, container, read};
use habeas::inbox::message::Mail;
use habeas::inbox::reading;
use habeas::inbox::rule::built_in;

/// Reads bytes as a lone file and checks the sums.
pub fn hold(name: &str, bytes: &[u8]) {
    static RECIPES: OnceLock<Recipes> = OnceLock::new();
    let options = Options::default();
    let Ok(archive) = container::open_bytes(name, bytes.to_vec(), &options) else { return };
    let answer = read(&archive, RECIPES.get_or_init(Recipes::built_in), &options, &|_| ());
    assert!(answer.coverage.adds_up(), "{:?}", answer.coverage);
    assert_eq!(answer.coverage.records, answer.totals.records());
    assert_eq!(answer.coverage.members, archive.members.len() as u64);
}

/// Reads bytes as a reply and checks that it says each thing once.
pub fn understand(bytes: &[u8]) {
    let (mail, _) = Mail::parse(bytes, &Place::file("reply.eml"));
    let reading = reading::read(&mail, built_in());
    let mut said: Vec<_> = reading.says.iter().map(|said| said.statement).collect();
    said.dedup();
    assert_eq!(said.len(), reading.says.len());
}
