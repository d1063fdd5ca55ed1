//! Filling: the values a letter may name. The field names are the placeholders.
//!
//! In: nothing. Out: plain texts, lists of texts and marks, all in the letter's language; a text that is not
//! known is empty, so that a template can ask `{% if case.received %}`. [`placeholders`] lists every name.
//!
//! Not here: where the values come from (`compose`, `later`).

use serde::Serialize;

/// What a letter may name.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filling {
    /// The person's full name.
    pub name: String,
    /// The address answers should come to.
    pub email: String,
    /// What people call the company.
    pub company: String,
    /// The legal entity, or the company's name where it is not known.
    pub controller: String,
    /// Whether the legal entity is known.
    pub controller_known: bool,
    /// Whether the controller's name leaves open which company is meant.
    pub named_apart: bool,
    /// Where the controller is reached, in one line, or empty.
    pub controller_at: String,
    /// Its number in the French register of companies, or empty.
    pub siren: String,
    /// Whether it sells to people, who then have orders and mostly an account there.
    pub sells: bool,
    /// The case reference.
    pub reference: String,
    /// Label and value of each identifier.
    pub identifiers: Vec<Identified>,
    /// The law that is cited: `eu`, `uk` or `ch`.
    pub law: &'static str,
    /// The name of the law: `RGPD`, `UK GDPR`, `LPD`.
    pub regulation: String,
    /// A sentence on a further law that binds the controller, because it serves the person's country; or empty.
    pub also_applies: String,
    /// Whether Art. 12A UK GDPR holds for a request received when this one was, or is.
    pub has_12a: bool,
    /// The country the person lives in (ISO 3166-1), or empty.
    pub home: String,
    /// What the person chose to say.
    pub chosen: Chosen,
    /// The case, for its later letters.
    pub case: Facts,
}

/// An identifier in a letter.
#[derive(Debug, Clone, Serialize)]
pub struct Identified {
    /// Its name in the letter's language.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// What the person chose to say, in words.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chosen {
    /// Categories of data the request is about, by name; none means all.
    pub categories: Vec<String>,
    /// Identifiers of the grounds of erasure or restriction.
    pub grounds: Vec<&'static str>,
    /// What is to be corrected: `what`, `wrong`, `right`.
    pub corrections: Vec<super::choice::Correction>,
    /// Reasons from the person's situation, or their point of view.
    pub because: String,
    /// The automated decision that is contested.
    pub decision: String,
    /// Who computed the score on which the decision rests.
    pub score_by: String,
    /// The consents that are withdrawn.
    pub consents: Vec<String>,
    /// The controller the data are to be transferred to.
    pub transfer_to: String,
    /// Identifiers set by trackers: `domain`, `name`, `value`.
    pub trackers: Vec<super::choice::Tracker>,
    /// Advertising identifiers of devices.
    pub devices: Vec<String>,
    /// Visits.
    pub visits: Vec<String>,
    /// IP addresses.
    pub ip_addresses: Vec<String>,
    /// Whether the browser profile or device is used by this person alone.
    pub sole_user: bool,
    /// Identifiers of the grounds of refusal that are answered.
    pub refusals: Vec<&'static str>,
}

/// A demand the person contested.
#[derive(Debug, Clone, Serialize)]
pub struct Contested {
    /// The article it is measured by.
    pub article: &'static str,
    /// When it was made.
    pub asked: String,
    /// When it was contested.
    pub on: String,
}

/// A case as its later letters tell it. Dates are written out.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Facts {
    /// The right exercised, by name.
    pub right: String,
    /// Its identifier.
    pub right_id: &'static str,
    /// Its article, as `art` takes it.
    pub article: String,
    /// When the request was sent.
    pub sent: String,
    /// How it was sent: `by e-mail`.
    pub via: String,
    /// When it was received.
    pub received: String,
    /// Whether the day of receipt is proven; else it is an estimate.
    pub receipt_proven: bool,
    /// When the company confirmed receipt, where that is its first sign.
    pub confirmed: String,
    /// When it first reacted to the request otherwise.
    pub reacted: String,
    /// Whether that sign proves receipt by the very day told as the latest one.
    pub receipt_bounded: bool,
    /// Whether a copy of the request is enclosed.
    pub request_enclosed: bool,
    /// When the period for the answer ended or ends.
    pub due: String,
    /// When the company last answered.
    pub answered: String,
    /// When the company refused.
    pub refused: String,
    /// When the company asked for proof of identity.
    pub identity_asked: String,
    /// When the company announced an extension.
    pub extended: String,
    /// The day until which it announced it, where it named one and the period counts up to a day.
    pub extended_until: String,
    /// Whether that day lies beyond what the law allows.
    pub extended_too_far: bool,
    /// When it announced an extension too late to have any effect.
    pub extended_late: String,
    /// When it announced an extension that extends nothing because it gave no reasons.
    pub extended_unreasoned: String,
    /// When it last announced an extension, whatever that is worth; in the letter about one that extends nothing, that one.
    pub announced: String,
    /// The day until which it announced it.
    pub announced_until: String,
    /// Whether that came after the period had ended; else it gave no reasons.
    pub announced_late: bool,
    /// When the period ends without any extension.
    pub due_unextended: String,
    /// Whether that day is past.
    pub due_unextended_past: bool,
    /// Whether the period is over.
    pub due_past: bool,
    /// When it answered in part and announced the rest, which has not come.
    pub answered_in_part: String,
    /// Whether the answer or refusal a complaint is about came after the period.
    pub came_late: bool,
    /// When the company asked to specify the request.
    pub clarification_asked: String,
    /// Whether its last question came after the period had ended.
    pub demand_late: bool,
    /// Demands the person contested, each once: `article` tells which (`12(6)` identity, `12(5)` fee, `12(2)` specification),
    /// `asked` and `on` when.
    pub contested: Vec<Contested>,
    /// When it was asked to confirm that everything was done and recipients were told.
    pub completion_asked: String,
    /// The last day to agree to a fee, while it lies ahead (Switzerland).
    pub fee_until: String,
    /// When the company was last reminded.
    pub reminded: String,
    /// When it was last told what its answer lacks.
    pub followed_up: String,
    /// When it was complained to itself.
    pub complained_to_controller: String,
    /// The day until which it is given time.
    pub until: String,
    /// Why a complaint is made: `late`, `late-answer`, `refused`, `incomplete`, `goes-on`, `undated`.
    pub ground: &'static str,
    /// Points the answer lacks: `article` and `text`.
    pub missing: Vec<Lacking>,
    /// Categories of data the answer lacks, by name.
    pub missing_categories: Vec<String>,
    /// What else it lacks, in the person's words.
    pub missing_texts: Vec<String>,
    /// The authority's name.
    pub authority: String,
    /// Why it is competent, in the first person.
    pub authority_why: String,
    /// Whether the complaint is about trackers on a device.
    pub about_trackers: bool,
    /// Whether person and controller are in two member states.
    pub cross_border: bool,
    /// What happened, a line each.
    pub events: Vec<String>,
    /// The annexes, a line each.
    pub annexes: Vec<String>,
}

/// A point an answer lacks.
#[derive(Debug, Clone, Serialize)]
pub struct Lacking {
    /// Its article, as `art` takes it.
    pub article: String,
    /// What it is.
    pub text: String,
}

/// Returns every name a template may use: the fields, those of `chosen` and `case` with their prefix.
pub fn placeholders() -> Vec<String> {
    let value = serde_json::to_value(Filling::default()).unwrap_or_default();
    let mut names = Vec::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        match value.as_object() {
            Some(fields) => names.extend(fields.keys().map(|field| format!("{name}.{field}"))),
            None => names.push(name.clone()),
        }
    }
    names
}
