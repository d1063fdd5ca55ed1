//! Cite: how a letter cites articles and rulings.
//!
//! In: what a template wrote in `{{ art("15(1)(c)") }}`, and what the letter is about. Out: the citation as the
//! language writes it; or a refusal: a letter about erasure cannot cite Art. 15. Rulings of the Court of Justice
//! are cited under the Regulation only; elsewhere `ruling` says nothing. What stands beside a letter, a chronology, cites
//! in the same way.
//!
//! The words are in `templates/wording` (`cite-…`).

use minijinja::{Environment, Error, ErrorKind};

use super::template::Matter;
use crate::law::article::{Article, Regime};
use crate::law::rule::Rules;
use crate::law::ruling::ruling;
use crate::wording::{Language, Wording};

/// The functions a template may call.
pub(super) const FUNCTIONS: [&str; 4] = ["art", "art_of_law", "ordinance", "ruling"];

/// Marks a reason that is ours and names no value of anybody's.
pub(super) const OWN: &str = "habeas: ";

/// Cites a place in a law with the name of the law, as a letter in this language does; the law as a whole where the
/// place is empty.
pub fn of_law(place: &str, regime: Regime, language: Language) -> String {
    let Ok(article) = place.parse::<Article>() else { return law(regime, language) };
    match regime {
        Regime::Ch => written(&article, "cite-swiss", language),
        Regime::Eu | Regime::Uk => with_law(&written(&article, "cite", language), place, regime, language),
    }
}

/// Cites the provision on the period for an answer that a rule of counting goes by.
pub fn period(rules: Rules, language: Language) -> String {
    match rules {
        Rules::European => of_law("12(3)", Regime::Eu, language),
        Rules::UnitedKingdom => of_law("12(3)", Regime::Uk, language),
        Rules::UnitedKingdomSince2026 => of_law("12A", Regime::Uk, language),
        // Data Protection Ordinance (SR 235.11) Art. 18(1).
        Rules::Swiss => {
            let article = "18(1)".parse().expect("an article is written so");
            written(&article, "cite-swiss-ordinance", language)
        }
    }
}

/// Gives a template its functions.
pub(super) fn add_functions(environment: &mut Environment<'static>, matter: Matter) {
    environment.add_function("art", move |text: String| art(&text, matter));
    environment.add_function("art_of_law", move |text: String| art_of_law(&text, matter));
    environment.add_function("ordinance", move |text: String| ordinance(&text, matter));
    environment.add_function("ruling", move |case: String| cite_ruling(&case, matter));
}

fn art(text: &str, matter: Matter) -> Result<String, Error> {
    // A right without an article of its own rests on the law as a whole.
    if text.is_empty() {
        return Ok(law(matter.regime, matter.language));
    }
    let article: Article = text.parse().map_err(|reason| refused(&format!("`{text}`: {reason}")))?;
    if !matter.kind.may_cite(&article, matter.right, matter.regime) {
        let about = if matter.kind.id() == matter.right.id() {
            matter.right.id().to_owned()
        } else {
            format!("{} in a case of {}", matter.kind, matter.right)
        };
        return Err(refused(&format!("a letter of the kind {about} cannot cite article {text}")));
    }
    let law = match matter.regime {
        Regime::Eu | Regime::Uk => "cite",
        Regime::Ch => "cite-swiss",
    };
    Ok(written(&article, law, matter.language))
}

/// An article with the name of its law, which a Swiss citation has anyway.
fn art_of_law(text: &str, matter: Matter) -> Result<String, Error> {
    let cited = art(text, matter)?;
    if text.is_empty() || matter.regime == Regime::Ch {
        return Ok(cited);
    }
    Ok(with_law(&cited, text, matter.regime, matter.language))
}

fn with_law(cited: &str, place: &str, regime: Regime, language: Language) -> String {
    let key = if place.contains('(') { "cite-of-paragraph" } else { "cite-of-article" };
    Wording::of(language).say_with(key, &[("cited", cited), ("law", &law(regime, language))])
}

/// The name of the law.
fn law(regime: Regime, language: Language) -> String {
    let key = match regime {
        Regime::Eu => "letter-regulation-european",
        Regime::Uk => "letter-regulation-united-kingdom",
        Regime::Ch => "letter-regulation-swiss",
    };
    Wording::of(language).say(key)
}

/// The Swiss ordinance, in letters under Swiss law.
fn ordinance(text: &str, matter: Matter) -> Result<String, Error> {
    let article: Article = text.parse().map_err(|reason| refused(&format!("`{text}`: {reason}")))?;
    match matter.regime {
        Regime::Ch => Ok(written(&article, "cite-swiss-ordinance", matter.language)),
        Regime::Eu | Regime::Uk => Err(refused("the ordinance is one of Swiss law")),
    }
}

fn written(article: &Article, law: &str, language: Language) -> String {
    let wording = Wording::of(language);
    let number = ("number", article.number.as_str());
    let paragraphs: Vec<String> = article.paragraphs.iter().map(u8::to_string).collect();
    match (paragraphs.as_slice(), article.points) {
        ([paragraph], Some((first, last))) if first == last => {
            let point = first.to_string();
            let arguments = [number, ("paragraph", paragraph), ("point", &point)];
            wording.say_with(&format!("{law}-point"), &arguments)
        }
        ([paragraph], Some((first, last))) => {
            // Of two neighbours either is meant, and nothing stands between them.
            let pair = format!("{law}-two-points");
            let are_neighbours = (first..=last).count() == 2 && wording.has(&pair);
            let (first, last) = (first.to_string(), last.to_string());
            let arguments = [number, ("paragraph", paragraph), ("first", &first), ("last", &last)];
            wording.say_with(&if are_neighbours { pair } else { format!("{law}-points") }, &arguments)
        }
        ([paragraph], None) => {
            wording.say_with(&format!("{law}-paragraph"), &[number, ("paragraph", paragraph)])
        }
        ([first, second], _) => {
            let arguments = [number, ("first", first), ("second", second)];
            wording.say_with(&format!("{law}-paragraphs"), &arguments)
        }
        ([] | [_, _, _, ..], _) => wording.say_with(&format!("{law}-article"), &[number]),
    }
}

/// A ruling in brackets, with the space before them.
fn cite_ruling(case: &str, matter: Matter) -> Result<String, Error> {
    let found = ruling(case).ok_or_else(|| refused(&format!("there is no ruling `{case}` to cite")))?;
    match matter.regime {
        Regime::Eu => {
            let date = found.on().map(|on| matter.language.date(on)).unwrap_or_default();
            let arguments = [("case", found.case), ("date", &date)];
            Ok(Wording::of(matter.language).say_with("cite-ruling", &arguments))
        }
        Regime::Uk | Regime::Ch => Ok(String::new()),
    }
}

fn refused(reason: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("{OWN}{reason}"))
}
