//! What a mail seems to be.
//!
//! In: a parsed mail. Out: a [`Reading`] from what the mail's own headers and report say, the parts made for
//! machines. Everything that only a person's words say is [`Reading::Unclear`].
//!
//! Not here: which case it belongs to (`matching`), and recording it (`tracker`).

use super::message::{Action, Mail};

/// What a mail seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A mail server says that our message was not delivered.
    Bounced {
        /// The status code (RFC 3463), such as `5.1.1`.
        status: Option<String>,
    },
    /// A mail server says that our message is not delivered yet and goes on trying.
    Delayed,
    /// A mail server says that our message was delivered.
    Delivered,
    /// A program answered: an absence notice, or a ticket system that has taken note. Whether it acknowledges the
    /// request is for a person to say.
    AutomaticReply,
    /// To be read by a person.
    Unclear,
}

impl Reading {
    /// Returns the stable identifier used in JSON and for wording (`reading-<id>`).
    pub fn id(&self) -> &'static str {
        match self {
            Self::Bounced { .. } => "bounced",
            Self::Delayed => "delayed",
            Self::Delivered => "delivered",
            Self::AutomaticReply => "automatic-reply",
            Self::Unclear => "unclear",
        }
    }
}

/// Says what a mail seems to be.
pub fn read(mail: &Mail) -> Reading {
    if let Some(report) = &mail.report {
        // One failed recipient outweighs others: our requests have one.
        return match worst(&report.actions) {
            Some(Action::Failed) => Reading::Bounced { status: report.status.clone() },
            Some(Action::Delayed) => Reading::Delayed,
            Some(Action::Delivered) => Reading::Delivered,
            None => Reading::Unclear,
        };
    }
    // RFC 3834, 5: "no" says that a person wrote it.
    match mail.auto_submitted.as_deref() {
        None | Some("no") => Reading::Unclear,
        Some(_) => Reading::AutomaticReply,
    }
}

fn worst(actions: &[Action]) -> Option<Action> {
    let rank = |action: &Action| match action {
        Action::Failed => 2,
        Action::Delayed => 1,
        Action::Delivered => 0,
    };
    actions.iter().copied().max_by_key(rank)
}
