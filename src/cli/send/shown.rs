//! What a person and a program see of a plan and of what became of it.
//!
//! In: the plans with their fates, and the cases that were left out. Out: text and JSON.

use serde_json::{Value, json};

use super::batch::Copies;
use super::plan::{Envelope, Fate, Plan, Why};
use crate::cli::companies::unverified_text;
use crate::cli::config::Config;
use crate::cli::moved::moved_text;
use crate::cli::output::{Outcome, columns};
use crate::directory::value::is_email;
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::waiting::Before;
use crate::wording::Wording;

/// What was planned, and what became of it.
pub(super) struct Dispatch {
    pub(super) plans: Vec<Plan>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) copies: Copies,
    program: String,
    has_account: bool,
}

/// A case that was left out because it left, or maybe left, before.
pub(super) struct LeftOut {
    pub(super) reference: String,
    pub(super) before: Before,
}

impl Dispatch {
    pub(super) fn new(config: &Config) -> Self {
        Self {
            plans: Vec::new(),
            left_out: Vec::new(),
            copies: Copies::None,
            program: config.program(),
            has_account: config.profile.mail.is_some(),
        }
    }

    fn plan_text(&self, plan: &Plan, wording: &Wording) -> String {
        let mut text = format!("{}\n{}", plan.reference, facts(plan, wording));
        if let (Why::Directory { .. }, Some(imported)) = (&plan.why, &plan.imported) {
            text += &format!("  {}\n", unverified_text(imported, wording));
        }
        if let Some((company, now)) = &plan.moved {
            text += &format!("  {}\n", moved_text(company, now.as_deref(), wording));
            if let Some(now) = now.as_ref().filter(|now| !plan.is_sent() && is_email(now)) {
                text += &format!("  → {} send {} --to {now}\n", self.program, plan.reference);
            }
        }
        if let Some(access) = &plan.overtakes {
            text += &format!("  {}\n", wording.say_with("draft-access-first", &[("case", access)]));
        }
        text + &self.fate_text(plan, wording)
    }

    fn fate_text(&self, plan: &Plan, wording: &Wording) -> String {
        let (program, reference) = (&self.program, &plan.reference);
        let next = |command: &str| format!("  → {program} {command}\n");
        let say = |key: &str| format!("  {}\n", wording.say(key));
        // What was to be encrypted is never suggested in the clear.
        let sealed = if plan.is_sealed() { " --encrypt" } else { "" };
        let send = format!("send {reference}{sealed} --yes");
        match &plan.fate {
            Fate::Sent => say("send-done"),
            Fate::Planned if self.has_account => say("send-not-yet") + &next(&send),
            Fate::Planned if plan.is_sealed() => say("send-not-yet") + &say("send-no-account-sealed"),
            Fate::Planned => {
                let path = plan.file.display().to_string();
                let link = plan.message.to_mailto();
                let attached = &plan.message.draft().attachments;
                let names: Vec<&str> = attached.iter().map(|attachment| attachment.name.as_str()).collect();
                say("send-not-yet")
                    + &format!("  {}\n", wording.say_with("send-no-account", &[("path", &path)]))
                    + &next(&format!("record {reference} {}", plan.records.id()))
                    + &format!(
                        "  {}\n",
                        wording.say_with("send-mailto", &[("link", &link), ("files", &names.join(", "))])
                    )
            }
            Fate::NotSent(failure) => {
                let said = wording.say_with("send-refused", &[("reason", &failure.message)]);
                let hint = failure.hint.as_ref().map(|hint| format!("  → {hint}\n"));
                format!("  {said}\n") + &hint.unwrap_or_default()
            }
            Fate::MaybeSent(failure) => {
                let said = wording.say_with("send-maybe", &[("reason", &failure.message)]);
                format!("  {said}\n") + &next(&format!("record {reference} {}", plan.records.id()))
            }
            Fate::OverCap(per_day) => {
                format!("  {}\n", wording.say_count("send-over-cap", u64::from(*per_day))) + &next(&send)
            }
            Fate::Stopped => say("send-stopped") + &next(&send),
        }
    }

    fn summary(&self, wording: &Wording) -> String {
        let (sent, all) = (self.plans.iter().filter(|plan| plan.is_sent()).count(), self.plans.len());
        let mut text = String::new();
        if all > 1 && self.plans.iter().any(|plan| !matches!(plan.fate, Fate::Planned)) {
            let numbers = [("sent", sent.to_string()), ("all", all.to_string())];
            let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
            text += &format!("{}\n", wording.say_with("send-summary", &numbers));
        }
        match &self.copies {
            Copies::None => {}
            Copies::Kept(folder) => {
                text += &format!("{}\n", wording.say_with("send-copied", &[("folder", folder)]));
            }
            Copies::Failed(failure) => {
                let reason = [("reason", failure.message.as_str())];
                text += &format!("{}\n", wording.say_with("send-not-copied", &reason));
            }
        }
        text
    }
}

impl Plan {
    fn is_sent(&self) -> bool {
        matches!(self.fate, Fate::Sent)
    }

    fn is_sealed(&self) -> bool {
        match self.envelope {
            Envelope::Sealed { .. } => true,
            Envelope::Open | Envelope::Sealable(_) => false,
        }
    }
}

fn facts(plan: &Plan, wording: &Wording) -> String {
    let draft = plan.message.draft();
    let attachments: Vec<String> = draft
        .attachments
        .iter()
        .map(|attachment| {
            let name = [("name", attachment.name.as_str())];
            wording.say_count_with("send-attachment", attachment.bytes.len() as u64, &name)
        })
        .collect();
    let why = match &plan.why {
        Why::Given => wording.say("send-why-given"),
        Why::Drafted => wording.say("send-why-drafted"),
        Why::Directory { source, checked } => {
            let date = wording.language().date(*checked);
            wording.say_with("send-why-directory", &[("source", source), ("date", &date)])
        }
    };
    let envelope = match &plan.envelope {
        Envelope::Open => None,
        Envelope::Sealable(key) => Some(wording.say_with("send-sealable", &[("fingerprint", &**key)])),
        Envelope::Sealed { key, .. } => Some(wording.say_with("send-sealed", &[("fingerprint", &**key)])),
    };
    let size = wording.say_count("send-bytes", plan.message.to_bytes().len() as u64);
    let letter = plan.letter.map(|kind| wording.say(&format!("send-letter-{}", kind.id())));
    let rows = [
        ("send-letter", letter),
        ("send-from", Some(plan.message.from().as_str().to_owned())),
        ("send-to", Some(plan.message.to().as_str().to_owned())),
        ("send-why", Some(why)),
        ("send-language", plan.language.clone()),
        ("send-subject", Some(draft.subject.clone())),
        ("send-attachments", Some(attachments.join(", "))),
        ("send-size", Some(size)),
        ("send-envelope", envelope),
    ];
    let rows: Vec<(String, String)> =
        rows.into_iter().filter_map(|(key, value)| Some((wording.say(key), value?))).collect();
    columns(&rows, "  ")
}

impl Outcome for Dispatch {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for left_out in &self.left_out {
            let (key, event, on) = match left_out.before {
                Before::Sent(on) => ("send-left-before", None, Some(on)),
                Before::MaybeSent(on) => ("send-maybe-before", None, Some(on)),
                Before::CameBack(on) => ("send-came-back", None, Some(on)),
                Before::Outdated(event, on) => ("send-outdated", Some(event), Some(on)),
                Before::Expired(on) => ("send-expired", None, Some(on)),
                Before::NotSent => ("send-not-yet", None, None),
            };
            let on = on.map(|on| wording.language().date(on)).unwrap_or_default();
            let event = event.map(|event| wording.say(&format!("event-{}", event.id()))).unwrap_or_default();
            let said = wording.say_with(key, &[("date", on.as_str()), ("event", &event)]);
            text += &format!("{}\n  {said}\n", left_out.reference);
        }
        for plan in &self.plans {
            text += &self.plan_text(plan, wording);
        }
        text + &self.summary(wording)
    }

    fn json(&self, _wording: &Wording) -> Value {
        let left_out = |left_out: &LeftOut| {
            let (outcome, on) = match left_out.before {
                Before::Sent(on) => ("sent-before", Some(on)),
                Before::MaybeSent(on) => ("maybe-sent-before", Some(on)),
                Before::CameBack(on) => ("came-back", Some(on)),
                Before::Outdated(_, on) => ("outdated", Some(on)),
                Before::Expired(on) => ("expired", Some(on)),
                Before::NotSent => ("planned", None),
            };
            json!({ "case": left_out.reference, "outcome": outcome, "on": on })
        };
        json!({
            "messages": self.plans.iter().map(Plan::json).collect::<Vec<_>>(),
            "left_out": self.left_out.iter().map(left_out).collect::<Vec<_>>(),
            "copied_to": match &self.copies {
                Copies::Kept(folder) => Some(folder),
                Copies::None | Copies::Failed(_) => None,
            },
            "copy_failed": match &self.copies {
                Copies::Failed(failure) => Some(&failure.message),
                Copies::None | Copies::Kept(_) => None,
            },
        })
    }

    fn needs_attention(&self) -> bool {
        let wants = |plan: &Plan| match &plan.fate {
            Fate::Planned => plan.moved.is_some(),
            Fate::Sent => false,
            Fate::NotSent(_) | Fate::MaybeSent(_) | Fate::OverCap(_) | Fate::Stopped => true,
        };
        self.plans.iter().any(wants)
            || self.left_out.iter().any(|it| {
                matches!(it.before, Before::MaybeSent(_) | Before::CameBack(_) | Before::Outdated(..))
            })
            || matches!(self.copies, Copies::Failed(_))
    }
}

impl Plan {
    fn json(&self) -> Value {
        let draft = self.message.draft();
        let (outcome, reason) = match &self.fate {
            Fate::Planned => ("planned", None),
            Fate::Sent => ("sent", None),
            Fate::NotSent(failure) => ("not-sent", Some(&failure.message)),
            Fate::MaybeSent(failure) => ("maybe-sent", Some(&failure.message)),
            Fate::OverCap(_) => ("over-cap", None),
            Fate::Stopped => ("stopped", None),
        };
        json!({
            "case": self.reference,
            "from": self.message.from().as_str(),
            "to": self.message.to().as_str(),
            "letter": self.letter.map_or("request", LetterKind::id),
            "language": self.language,
            "subject": draft.subject,
            "attachments": draft.attachments.iter().map(|attachment| json!({
                "name": attachment.name,
                "bytes": attachment.bytes.len(),
            })).collect::<Vec<_>>(),
            "bytes": self.message.to_bytes().len(),
            "encrypted_to": match &self.envelope {
                Envelope::Sealed { key, .. } => Some(key),
                Envelope::Open | Envelope::Sealable(_) => None,
            },
            "overtakes": self.overtakes,
            "message_id": draft.message_id.as_str(),
            "mailto": self.message.to_mailto(),
            "moved": self.moved.as_ref().map(|(_, now)| json!({ "address": now })),
            "sent": self.is_sent(),
            "outcome": outcome,
            "reason": reason,
        })
    }
}
