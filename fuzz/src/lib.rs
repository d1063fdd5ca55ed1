//! What holds for any bytes: no panic, every member in one state, every row a record or a finding.

use std::sync::OnceLock;

use habeas::import::{Options, Recipes, container, read};

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
