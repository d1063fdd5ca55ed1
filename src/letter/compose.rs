//! Compose: a request becomes a letter.
//!
//! In: a checked request and the template for its right and language. Out: the finished [`Letter`], and its
//! plain text, which is also the body of the e-mail.
//!
//! Not here: the words (templates), the page (`pdf`).

use chrono::NaiveDate;

use super::choice::Choices;
use super::filling::{Chosen, Facts, Filling, Identified};
use super::later::Later;
use super::request::Request;
use super::template::{Matter, Template};
use super::{Block, Error, Layout, Letter};
use crate::directory::company::{Company, Identifier};
use crate::directory::search::{fold, names_country};
use crate::directory::value::Kind;
use crate::law::article::Regime;
use crate::law::category::Category;
use crate::law::country::{Jurisdiction, jurisdiction};
use crate::law::rule::{Rules, rules_for};
use crate::wording::Wording;

/// Writes the letter of a request.
///
/// # Errors
/// Fails if the profile lacks what the letter needs, holds control characters, or what the right needs was not
/// chosen.
pub fn compose(request: &Request<'_>, template: &Template) -> Result<Letter, Error> {
    request.check()?;
    request.check_choices()?;
    write(request, template, (Facts::default(), request.today), recipient(request))
}

/// Checks that the letter of a request says all that was chosen for it.
///
/// # Errors
/// Names the flag the letter has no place for.
pub fn check_said(request: &Request<'_>, template: &Template) -> Result<(), Error> {
    match request.choices.chosen().find(|(name, _)| !template.says(name)) {
        Some((_, flag)) => Err(Error::NotSaid { right: request.right, flag }),
        None => Ok(()),
    }
}

/// Writes a later letter of a case.
///
/// # Errors
/// As [`compose`]; fails if a case about this right has no use for such a letter.
pub fn compose_later(request: &Request<'_>, later: &Later<'_>, template: &Template) -> Result<Letter, Error> {
    request.check()?;
    let matter = template.matter();
    if !matter.kind.suits(matter.right, matter.regime) {
        return Err(Error::NotOfCase { kind: matter.kind, right: matter.right });
    }
    request.choices.check_texts()?;
    let wording = Wording::of(request.language);
    let recipient = match later.authority {
        _ if !matter.kind.goes_to_authority() => recipient(request),
        Some(authority) => {
            vec![authority.name_in(matter.language.code()).to_owned(), authority.web.to_owned()]
        }
        None => vec![wording.say("letter-address-blank"), wording.say("letter-address-blank-line")],
    };
    let received = later.received.unwrap_or(request.today);
    write(request, template, (later.facts(matter, request.choices), received), recipient)
}

fn write(
    request: &Request<'_>,
    template: &Template,
    (facts, received): (Facts, NaiveDate),
    recipient: Vec<String>,
) -> Result<Letter, Error> {
    let matter = template.matter();
    let has_12a = rules_for("GB", received) == Rules::UnitedKingdomSince2026;
    let has_12a = has_12a && matter.regime == Regime::Uk;
    let filling = Filling { has_12a, ..filling(request, matter, facts) };
    let (subject, body, enclosures) = template.fill(&filling)?;
    let wording = Wording::of(request.language);
    Ok(Letter {
        language: request.language,
        layout: layout(request, wording),
        kind: matter.kind,
        reference: request.reference.to_owned(),
        sender: sender(request),
        recipient,
        posted: posted(request, wording),
        place_and_date: place_and_date(request, wording),
        date: request.today,
        subject,
        subject_label: wording.say("letter-subject-label"),
        body,
        signature: vec![request.subject.name.clone()],
        signature_image: None,
        enclosures,
    })
}

impl Letter {
    /// Writes the letter as plain text: a paragraph a line, blank lines between.
    pub fn to_text(&self) -> String {
        let above = self.posted_above();
        let recipient: Vec<&str> =
            above.into_iter().chain(self.recipient.iter().map(String::as_str)).collect();
        let mut parts = vec![
            self.sender.join("\n"),
            recipient.join("\n"),
            self.place_and_date.clone(),
            self.subject_line(),
        ];
        parts.extend(self.posted_below().map(str::to_owned));
        parts.extend(self.body.iter().map(Block::to_text));
        parts.push(self.signature.join("\n"));
        parts.extend(self.enclosures.iter().map(Block::to_text));
        parts.join("\n\n") + "\n"
    }

    /// Returns how it is posted where that stands above the recipient.
    pub(super) fn posted_above(&self) -> Option<&str> {
        match self.layout {
            Layout::Din5008 | Layout::Left => self.posted.as_deref(),
            Layout::WindowRight => None,
        }
    }

    /// Returns how it is posted where that stands under the subject, as French letters have it.
    pub(super) fn posted_below(&self) -> Option<&str> {
        match self.layout {
            Layout::WindowRight => self.posted.as_deref(),
            Layout::Din5008 | Layout::Left => None,
        }
    }

    /// Returns the subject with its label, as it stands on paper.
    pub fn subject_line(&self) -> String {
        if self.subject_label.is_empty() {
            self.subject.clone()
        } else {
            format!("{} {}", self.subject_label, self.subject)
        }
    }
}

impl Block {
    fn to_text(&self) -> String {
        match self {
            Self::Paragraph(text) | Self::Heading(text) => text.clone(),
            Self::Points(points) => {
                let lines: Vec<String> =
                    points.iter().map(|(label, text)| format!("{label} {text}")).collect();
                lines.join("\n")
            }
        }
    }
}

fn filling(request: &Request<'_>, matter: Matter, case: Facts) -> Filling {
    let company = request.company;
    let wording = Wording::of(request.language);
    let regulation = match matter.regime {
        Regime::Eu => "letter-regulation-european",
        Regime::Uk => "letter-regulation-united-kingdom",
        Regime::Ch => "letter-regulation-swiss",
    };
    let identified = |(identifier, value): (Identifier, String)| Identified {
        label: wording.say(&format!("identifier-{}", identifier.id().replace('_', "-"))),
        value,
    };
    Filling {
        name: request.subject.name.clone(),
        email: request.subject.email().unwrap_or_default().to_owned(),
        company: company.name.clone(),
        controller: company.addressee().to_owned(),
        controller_known: company.controller.is_some(),
        named_apart: is_named_apart(company),
        controller_at: controller_at(request),
        siren: company
            .controller
            .as_ref()
            .and_then(|controller| controller.siren.as_ref())
            .map(|siren| siren.value.to_string())
            .unwrap_or_default(),
        sells: company.category.sells(),
        reference: request.reference.to_owned(),
        identifiers: request.identifiers().into_iter().map(identified).collect(),
        law: matter.regime.id(),
        regulation: wording.say(regulation),
        home: request.subject.country.clone().unwrap_or_default(),
        also_applies: also_applies(request, matter.regime, wording),
        has_12a: false,
        chosen: chosen(request.choices, wording),
        case,
    }
}

/// Says of a controller outside the person's own country of law that serves it that the law there binds it, too: Art. 3(2) of
/// the Regulation and of the UK GDPR.
fn also_applies(request: &Request<'_>, regime: Regime, wording: &Wording) -> String {
    let Some(home) = request.subject.country.as_deref().filter(|home| request.company.serves(home)) else {
        return String::new();
    };
    let key = match (regime, jurisdiction(home)) {
        (Regime::Uk | Regime::Ch, Jurisdiction::European) => "letter-also-applies-eu",
        (Regime::Eu | Regime::Ch, Jurisdiction::UnitedKingdom) => "letter-also-applies-uk",
        (Regime::Eu, Jurisdiction::European | Jurisdiction::Swiss | Jurisdiction::Elsewhere)
        | (Regime::Uk, Jurisdiction::UnitedKingdom | Jurisdiction::Swiss | Jurisdiction::Elsewhere)
        | (Regime::Ch, Jurisdiction::Swiss | Jurisdiction::Elsewhere) => return String::new(),
    };
    wording.say(key)
}

fn chosen(choices: &Choices, wording: &Wording) -> Chosen {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Chosen {
        categories: category_names(&choices.categories, wording),
        grounds: choices.grounds.iter().map(|ground| ground.id()).collect(),
        corrections: choices.corrections.clone(),
        because: text(&choices.because),
        decision: text(&choices.decision),
        score_by: text(&choices.score_by),
        consents: choices.consents.clone(),
        transfer_to: text(&choices.transfer_to),
        trackers: choices.trackers.clone(),
        devices: choices.devices.clone(),
        visits: choices.visits.clone(),
        ip_addresses: choices.ip_addresses.clone(),
        sole_user: choices.sole_user,
        refusals: choices.refusals.iter().map(|refusal| refusal.id()).collect(),
    }
}

/// The names of categories as a letter writes them.
pub(super) fn category_names(categories: &[Category], wording: &Wording) -> Vec<String> {
    categories.iter().map(|category| wording.say(&format!("letter-category-{}", category.id()))).collect()
}

fn sender(request: &Request<'_>) -> Vec<String> {
    let subject = request.subject;
    let mut lines = vec![subject.name.clone()];
    lines.extend(subject.address.iter().cloned());
    let abroad = subject.country.as_deref().filter(|country| Some(*country) != request.company.country());
    let last = subject.address.last().map(|line| fold(line)).unwrap_or_default();
    // Whoever wrote the country below the address does not have it twice.
    let abroad = abroad.filter(|country| !names_country(&last, country));
    lines.extend(abroad.map(|country| country_name(request, country)));
    lines.extend(subject.email().map(str::to_owned));
    lines
}

/// The addressee and the best address there is; a missing address is left blank and marked.
fn recipient(request: &Request<'_>) -> Vec<String> {
    let (company, wording) = (request.company, Wording::of(request.language));
    let mut lines = vec![company.addressee().to_owned()];
    if is_named_apart(company) {
        lines.push(company.name.clone());
    }
    lines.extend(reached_at(request).unwrap_or_else(|| {
        vec![wording.say("letter-address-blank"), wording.say("letter-address-blank-line")]
    }));
    lines
}

/// Where the controller is reached, in one line: a postal address, else the bare electronic one.
fn controller_at(request: &Request<'_>) -> String {
    let company = request.company;
    let electronic = company.contact(Kind::Email).map(|contact| contact.value.value.to_string());
    if request.address.is_some() || company.contact(Kind::Post).is_some() {
        return reached_at(request).unwrap_or_default().join(", ");
    }
    request.email.clone().or(electronic).unwrap_or_default()
}

/// The lines of the best address there is.
fn reached_at(request: &Request<'_>) -> Option<Vec<String>> {
    let (company, wording) = (request.company, Wording::of(request.language));
    if let Some(address) = &request.address {
        return Some(address.clone());
    }
    let Some(post) = company.contact(Kind::Post) else {
        return electronic_address(company, request.email.as_deref(), wording).map(|address| vec![address]);
    };
    let abroad =
        company.country_of(post).filter(|country| request.subject.country.as_deref() != Some(country));
    let country = abroad.map(|country| country_name(request, country));
    Some(post.value.value.lines().map(str::to_owned).chain(country).collect())
}

/// Tells whether the controller's name leaves open which company is meant: `Cdiscount SA` does not.
fn is_named_apart(company: &Company) -> bool {
    !fold(company.addressee()).contains(&fold(&company.name))
}

fn electronic_address(company: &Company, given: Option<&str>, wording: &Wording) -> Option<String> {
    let own = company.contact(Kind::Email).map(|contact| &*contact.value.value);
    if let Some(email) = given.or(own) {
        return Some(wording.say_with("letter-by-email", &[("address", email)]));
    }
    company.contact(Kind::Form).map(|_| wording.say("letter-by-form"))
}

fn country_name(request: &Request<'_>, country: &str) -> String {
    Wording::of(request.language).say(&format!("country-{country}")).to_uppercase()
}

fn place_and_date(request: &Request<'_>, wording: &Wording) -> String {
    let date = request.language.date(request.today);
    match &request.subject.place {
        Some(place) => wording.say_with("letter-place-and-date", &[("place", place), ("date", &date)]),
        None => date,
    }
}

/// How it is posted, in the words of the sender's post where the language has them.
fn posted(request: &Request<'_>, wording: &Wording) -> Option<String> {
    let number = request.choices.registered.as_deref()?;
    let country = request.subject.country.as_deref().unwrap_or_default();
    let said = wording.say_with("letter-registered", &[("country", country)]);
    Some(if number.is_empty() {
        said
    } else {
        wording.say_with("letter-registered-number", &[("posted", &said), ("number", number)])
    })
}

/// The layout is the one chosen; else that of the sender's country, whose envelopes they have; if it is not known, the
/// language's.
fn layout(request: &Request<'_>, wording: &Wording) -> Layout {
    let of_language = Layout::find(&wording.say("letter-layout"));
    let country = request.subject.country.as_deref();
    let chosen = request.choices.layout.or_else(|| country.map(Layout::of_country));
    chosen.or(of_language).unwrap_or(Layout::Left)
}
