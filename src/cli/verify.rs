//! `habeas verify`: whether everything that is kept is as it was kept.
//!
//! In: nothing. Out: how much was looked at and all that is not as it was, grouped, with the places and never the
//! values. Nothing is repaired.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use super::output::{self, Outcome};
use crate::tracker::store::check::{Fault, Health, check};
use crate::wording::Wording;

/// How many places of one kind are listed in text.
const PLACES_MAX: usize = 20;

/// Check that every proof, event and import is as it was kept
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas verify\n  habeas verify --json")]
pub(super) struct Arguments {}

/// Runs the command.
pub(super) fn run(_arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let bar = output::progress();
    let health = check(&config.home, &mut |done, of| {
        bar.set_length(of);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    Ok(Box::new(Verified { health: health? }))
}

struct Verified {
    health: Health,
}

impl Outcome for Verified {
    fn text(&self, wording: &Wording) -> String {
        let mut text = counted(&self.health, wording) + "\n";
        for (fault, places) in &self.health.found {
            let heading = wording.say_count(&format!("verify-{}", fault.id()), places.len() as u64);
            text += &format!("\n{heading}\n");
            for place in places.iter().take(PLACES_MAX) {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "  {place}");
            }
            if places.len() > PLACES_MAX {
                let more = (places.len() - PLACES_MAX) as u64;
                text += &format!("  {}\n", wording.say_count("verify-more", more));
            }
        }
        let end = if self.needs_attention() { "verify-damaged" } else { "verify-sound" };
        text + "\n" + &wording.say(end) + "\n"
    }

    fn json(&self, wording: &Wording) -> Value {
        let health = &self.health;
        let finding = |(fault, places): (&Fault, &Vec<String>)| {
            json!({
                "code": fault.id(),
                "severity": if fault.is_damage() { "damage" } else { "note" },
                "text": wording.say_count(&format!("verify-{}", fault.id()), places.len() as u64),
                "places": places,
            })
        };
        json!({
            "sound": !self.needs_attention(),
            "cases": health.cases,
            "events": health.events,
            "imports": health.imports,
            "proofs": health.proofs,
            "bytes": health.bytes,
            "findings": health.found.iter().map(finding).collect::<Vec<_>>(),
        })
    }

    fn needs_attention(&self) -> bool {
        self.health.faults() > 0
    }
}

/// Says how much was looked at.
pub(super) fn counted(health: &Health, wording: &Wording) -> String {
    let parts = [
        ("kept-cases", health.cases),
        ("kept-events", health.events),
        ("kept-files", health.proofs),
        ("kept-imports", health.imports),
    ];
    let parts: Vec<String> = parts.iter().map(|(key, count)| wording.say_count(key, *count)).collect();
    wording.say_with("verify-counted", &[("counted", &parts.join(" · "))])
}
