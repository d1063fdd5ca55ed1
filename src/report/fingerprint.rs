//! Fingerprint: one number by which several outputs show that they are of the same facts.
//!
//! In: a view of several answers. Out: SHA-256 over all it says, in hexadecimal; the language it is said in, and what the
//! program is called, are no facts. Not here: the fingerprint of a single report, which is over its figures (`build`).

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What is no fact about the answers.
const NO_FACTS: [&str; 4] = ["fingerprint", "language", "program", "unread"];

/// Returns the fingerprint of a view's facts.
pub(super) fn fingerprint(view: &impl Serialize) -> String {
    let mut facts = serde_json::to_value(view).expect("a view is made of values that have a JSON form");
    if let Value::Object(fields) = &mut facts {
        fields.retain(|name, _| !NO_FACTS.contains(&name.as_str()));
    }
    Sha256::digest(facts.to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}
