//! HTML: the page as one file that opens from disk.
//!
//! In: a [`Report`]. Out: HTML. The templates, the style and the script are in `templates/report/` and
//! compiled in. The content security policy allows the style and the script by their hashes and nothing else:
//! no request leaves the page, and no markup a stranger might slip in could run or load anything. Without
//! script it reads the same.
//!
//! Every value is escaped by the template engine; only the style, the script and the policy are not, and they
//! are ours.

use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, HtmlEscape, UndefinedBehavior, context};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::model::Report;
use super::page::Page;
use super::words::Words;

const TEMPLATES: [(&str, &str); 3] = [
    ("page.html", include_str!("../../templates/report/page.html")),
    ("block.html", include_str!("../../templates/report/block.html")),
    ("table.html", include_str!("../../templates/report/table.html")),
];

const STYLE: &str = include_str!("../../templates/report/page.css");

const SCRIPT: &str = include_str!("../../templates/report/page.js");

/// How a slash is escaped.
const ESCAPED_SLASH: &str = "&#x2f;";

/// The page could not be written.
#[derive(Debug, Error)]
#[error("writing the report as HTML")]
pub struct Error(#[from] minijinja::Error);

/// Writes a report as one HTML file.
///
/// # Errors
/// Fails when a template asks for something the page has not: our own mistake, which the tests would show.
pub fn render(report: &Report) -> Result<String, Error> {
    set(&Page::of(report))
}

/// Sets a page as one HTML file.
///
/// # Errors
/// Fails when a template asks for something the page has not: our own mistake, which the tests would show.
pub fn set(page: &Page) -> Result<String, Error> {
    let words = Words::of(page.language);
    let labels = context! {
        skip => words.say("report-skip"),
        contents => words.say("report-contents"),
        filter => words.say("report-filter"),
        matches => words.say("report-filter-matches"),
        sort => words.say("report-sort"),
        copy => words.say("report-copy"),
        copied => words.say("report-copied"),
        figures => words.say("report-chart-figures"),
    };
    let policy = policy();
    let page = Value::from(Serde(page));
    let style = STYLE;
    let script = SCRIPT;
    Ok(environment().get_template("page.html")?.render(context! { page, labels, policy, style, script })?)
}

/// A text escaped, in which the reference of a case or an import does not break at its hyphen.
fn references(text: &str) -> Value {
    let mut marked = String::new();
    let mut rest = text;
    while let Some((before, reference, after)) = next_reference(rest) {
        marked += &format!("{}<span class=\"reference\">{reference}</span>", HtmlEscape(before));
        rest = after;
    }
    Value::from_safe_string(format!("{marked}{}", HtmlEscape(rest)))
}

/// A text escaped, in which a path breaks between its folders rather than within their names.
fn path(text: &str) -> Value {
    let escaped = HtmlEscape(text).to_string();
    Value::from_safe_string(escaped.replace(ESCAPED_SLASH, &format!("{ESCAPED_SLASH}<wbr>")))
}

/// The first reference of a text, with what stands before and after it.
fn next_reference(text: &str) -> Option<(&str, &str, &str)> {
    let starts = ["HB-", "IM-"].into_iter().flat_map(|prefix| text.match_indices(prefix));
    let mut starts: Vec<(usize, usize)> = starts.map(|(at, prefix)| (at, at + prefix.len())).collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|(at, from)| {
        let own = text.get(from..)?.find(|letter: char| !letter.is_ascii_alphanumeric());
        let end = own.map_or(text.len(), |own| from + own);
        (end > from).then_some((text.get(..at)?, text.get(at..end)?, text.get(end..)?))
    })
}

fn policy() -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn environment() -> &'static Environment<'static> {
    static ENVIRONMENT: OnceLock<Environment<'static>> = OnceLock::new();
    ENVIRONMENT.get_or_init(|| {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.expect("the usual delimiters"));
        environment.add_filter("references", references);
        environment.add_filter("path", path);
        for (name, source) in TEMPLATES {
            environment.add_template(name, source).expect("a test parses every template");
        }
        environment
    })
}
