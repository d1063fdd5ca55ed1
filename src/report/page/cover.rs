//! Cover: page one in plain words.
//!
//! In: the summary of a report. Out: who holds it, since when, how much, the most telling facts, what is
//! missing, what to do next. No field name, no path, no identifier stands here; every fact leads to the
//! section that has them.

use serde::Serialize;

use crate::law::article::Regime;
use crate::law::category::Category;
use crate::report::model::{CaseLine, Fact, ImportLine, ImportRole, Report, Step, Topic};
use crate::report::words::Words;

/// Announced categories named on page one.
const CATEGORIES_NAMED_MAX: usize = 4;

/// Page one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// What stands above the title.
    pub eyebrow: String,
    /// The title.
    pub title: String,
    /// Who holds what, since when.
    pub lead: String,
    /// Who answers in law, or nothing.
    pub controller: String,
    /// The figures at a glance.
    pub figures: Vec<Figure>,
    /// Heading of the facts.
    pub facts_title: String,
    /// The most telling facts.
    pub facts: Vec<CoverFact>,
    /// Heading of what is missing.
    pub missing_title: String,
    /// What is missing.
    pub missing: Vec<String>,
    /// Heading of what to do next.
    pub next_title: String,
    /// What to do next.
    pub next: Vec<NextStep>,
    /// The case, or nothing.
    pub case: String,
    /// Which imports of the case the page is about, where there are several.
    pub imports: Vec<String>,
}

/// A figure with its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The figure.
    pub figure: String,
    /// What it counts.
    pub label: String,
}

/// A telling fact in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverFact {
    /// The figure.
    pub figure: String,
    /// What it tells; reads on from the figure.
    pub sentence: String,
    /// Anchor of where it is told in full.
    pub leads_to: String,
    /// Words of the link.
    pub link: String,
}

/// Something to do next, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStep {
    /// What to do.
    pub text: String,
    /// What to type, or nothing.
    pub command: String,
}

/// Writes page one.
pub(super) fn cover(report: &Report, words: Words) -> Cover {
    let today = words.date(report.today);
    let company = report.company.as_ref().map(|company| words.name(company));
    let title = company.as_ref().map_or_else(
        || words.say("report-title-unknown"),
        |company| words.with("report-title", &[("company", company)]),
    );
    let controller = report.controller.as_ref().map(|name| words.name(name));
    let controller = controller.map(|name| words.with("report-controller", &[("controller", &name)]));
    Cover {
        eyebrow: words.with("report-eyebrow", &[("date", &today)]),
        title,
        lead: lead(report, company.as_deref(), words),
        controller: controller.unwrap_or_default(),
        figures: figures(report, words),
        facts_title: words.say("report-facts-title"),
        facts: report.summary.facts.iter().map(|fact| cover_fact(fact, report, words)).collect(),
        missing_title: words.say("report-missing-title"),
        missing: missing(report, words),
        next_title: words.say("report-next-title"),
        next: report.summary.steps.iter().map(|step| next_step(step, words)).collect(),
        case: report.case.as_ref().map(|case| case_line(case, report.regime, words)).unwrap_or_default(),
        imports: imports(report, words),
    }
}

/// Which imports of the case the page is about, and which not.
fn imports(report: &Report, words: Words) -> Vec<String> {
    let of = |role: ImportRole| -> Vec<String> {
        let lines = report.imports.iter().filter(|line| line.role == role);
        lines.map(|line| import_named(line, words)).collect()
    };
    let (shown, beside, left_out) = (of(ImportRole::Shown), of(ImportRole::Beside), of(ImportRole::LeftOut));
    let said = |key: &str, imports: &[String], others: &[String]| {
        words.with(key, &[("imports", &imports.join(", ")), ("others", &others.join(", "))])
    };
    let all = shown.len() > 1 && beside.is_empty();
    [
        all.then(|| said("report-imports-all", &shown, &[])),
        (!beside.is_empty()).then(|| said("report-imports-one", &shown, &beside)),
        (!left_out.is_empty()).then(|| said("report-imports-left-out", &left_out, &[])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn import_named(line: &ImportLine, words: Words) -> String {
    let names: Vec<String> = line.received.iter().map(|name| words.name(name)).collect();
    let names = if names.is_empty() { words.date(line.read_on) } else { names.join(", ") };
    format!("{} ({names})", line.import)
}

fn lead(report: &Report, company: Option<&str>, words: Words) -> String {
    let summary = &report.summary;
    let files = words.count("report-files", summary.files);
    let records = words.count("report-records", summary.records);
    let who = company.map_or_else(|| words.say("report-they"), str::to_owned);
    let said = [("company", who.as_str()), ("files", &files), ("records", &records)];
    let opening = if summary.records == 0 {
        words.with("report-lead-nothing", &said)
    } else {
        words.with("report-lead", &said)
    };
    let beside = summary.files_beside;
    [
        Some(opening),
        words.span(summary.since, summary.until),
        (beside > 0).then(|| words.count("report-lead-beside", beside)),
        summary.orders_repeated.then(|| words.say("report-lead-orders")),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

fn figures(report: &Report, words: Words) -> Vec<Figure> {
    let summary = &report.summary;
    let counted = |key: &str, count: u64| Figure {
        figure: words.number(count),
        label: words.count(&format!("report-figure-{key}"), count),
    };
    let since = summary.since.map(|since| Figure {
        figure: since.date().format("%Y").to_string(),
        label: words.say("report-figure-since"),
    });
    [
        Some(counted("records", summary.records)),
        Some(counted("categories", summary.categories)),
        since,
        Some(counted("files", summary.files)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn cover_fact(fact: &Fact, report: &Report, words: Words) -> CoverFact {
    let category = fact.category.map(|category| words.category(category)).unwrap_or_default();
    let when = fact.when.map(|when| words.day(when)).unwrap_or_default();
    let key = format!("report-fact-{}", fact.topic.id());
    let told = words.count_with(&key, fact.count, &[("category", &category), ("when", &when)]);
    let examples = match fact.examples.as_slice() {
        [] => String::new(),
        examples => format!(" {}", words.with("report-examples", &[("examples", &words.quotes(examples))])),
    };
    let labels = if names_labels(fact, report) {
        format!(" {}", words.say("report-segment-about"))
    } else {
        String::new()
    };
    CoverFact {
        figure: figure(fact, words),
        sentence: format!("{told}{examples}{labels}"),
        leads_to: leads_to(fact),
        link: words.say("report-see"),
    }
}

/// Whether an example is a label or a code that a reader cannot know how to take.
fn names_labels(fact: &Fact, report: &Report) -> bool {
    let is_label = |example: &String| {
        report.conclusions.entries.iter().any(|entry| entry.unexplained && entry.text == *example)
    };
    fact.topic == Topic::Inferences && fact.examples.iter().any(is_label)
}

fn figure(fact: &Fact, words: Words) -> String {
    if let Some(sum) = &fact.sum {
        return words.money(sum);
    }
    if let Some(when) = fact.when {
        return when.date().format("%Y").to_string();
    }
    let number = words.number(fact.count);
    if fact.exact { number } else { words.with("report-at-least", &[("number", &number)]) }
}

/// The anchor of the section or category where a fact is told in full.
fn leads_to(fact: &Fact) -> String {
    match fact.topic {
        Topic::Inferences => "conclusions".to_owned(),
        Topic::Recipients => "sharing".to_owned(),
        Topic::Special | Topic::Others => "sensitive".to_owned(),
        Topic::Profiles => "profile".to_owned(),
        Topic::Searches => "searches".to_owned(),
        Topic::Places | Topic::IpAddresses | Topic::Identifiers | Topic::Devices => "traces".to_owned(),
        Topic::Oldest | Topic::Spending => {
            fact.category.map_or_else(|| "holdings".to_owned(), category_anchor)
        }
        Topic::Obtained => "holdings".to_owned(),
    }
}

/// Returns the anchor of a category.
pub(super) fn category_anchor(category: Category) -> String {
    format!("category-{}", category.id())
}

fn missing(report: &Report, words: Words) -> Vec<String> {
    let gaps = &report.gaps;
    let counted = |key: &str, count: usize| (count > 0).then(|| words.count(key, count as u64));
    let points = gaps.points_not_found();
    let all = words.number(gaps.points.len() as u64);
    let (is_read, foreign) = (!report.is_unread(), gaps.foreign_letters.len());
    let lines: Vec<String> = [
        (points > 0 && is_read && foreign == 0)
            .then(|| words.count_with("report-missing-points", points, &[("all", &all)])),
        counted("report-missing-foreign", foreign),
        absent_categories(report, words).filter(|_| is_read),
        older(report, words),
        counted("report-missing-empty", gaps.empty_files.len()),
        counted("report-missing-refused", gaps.refused_files.len()),
        counted("report-missing-files", gaps.absent_files.len()),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() { vec![words.say("report-missing-nothing")] } else { lines }
}

/// What is older than the letter says data are kept.
fn older(report: &Report, words: Words) -> Option<String> {
    let older = &report.gaps.retention.as_ref()?.older;
    let records = older.iter().fold(0_u64, |sum, older| sum.saturating_add(older.records));
    (records > 0).then(|| words.count("report-missing-older", records))
}

fn absent_categories(report: &Report, words: Words) -> Option<String> {
    let absent = &report.gaps.absent_categories;
    let named = absent.iter().take(CATEGORIES_NAMED_MAX).map(|absent| words.category(absent.category));
    let mut names: Vec<String> = named.collect();
    let left = absent.len().saturating_sub(CATEGORIES_NAMED_MAX);
    if left > 0 {
        names.push(words.count("report-more", left as u64));
    }
    (!names.is_empty()).then(|| words.with("report-missing-categories", &[("categories", &names.join(", "))]))
}

fn next_step(step: &Step, words: Words) -> NextStep {
    let said = |text: String| NextStep { text, command: String::new() };
    match step {
        Step::Command { command } => {
            NextStep { text: words.say("report-step-command"), command: words.name(command) }
        }
        Step::WholeCase { command } => {
            NextStep { text: words.say("report-step-whole-case"), command: words.name(command) }
        }
        Step::AskMissing { count } => said(words.count("report-step-ask-missing", *count)),
        Step::ReadDocuments { count } => said(words.count("report-step-read-documents", *count)),
        Step::Unpack { count } => said(words.count("report-step-unpack", *count)),
        Step::AskReadable { count } => said(words.count("report-step-ask-readable", *count)),
        Step::KeepOriginals => said(words.say("report-step-keep-originals")),
    }
}

fn case_line(case: &CaseLine, regime: Regime, words: Words) -> String {
    let right = words.right(case.right);
    let dated = |key: &str, date: Option<chrono::NaiveDate>| {
        date.map(|date| words.with(key, &[("date", &words.date(date))]))
    };
    let reference = words.name(&case.reference);
    let article = match regime {
        Regime::Eu | Regime::Uk => case.right.article(),
        Regime::Ch => case.right.article_under(regime),
    };
    let article = words.article(regime, article);
    [
        Some(
            words.with("report-case", &[("reference", &reference), ("right", &right), ("article", &article)]),
        ),
        dated("report-case-sent", case.sent),
        dated("report-case-received", case.answered),
        dated("report-case-due", case.due),
        (case.overdue_days > 0).then(|| words.count("report-case-overdue", case.overdue_days)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}
