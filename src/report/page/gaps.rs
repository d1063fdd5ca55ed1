//! Gaps in words: what was not found in the answer.
//!
//! In: the gaps of a report. Out: one section. It says "not found in the answer" and never more: whether
//! something is owed and missing is a judgement that the person, an authority or a court makes.

use super::lists::more;
use super::{Block, PointLine, Section, heading, lead, paragraph, remark};
use crate::import::Lack;
use crate::law::article::Regime;
use crate::report::model::{AnnouncedCategory, Gaps, Older, PointFound, Report, Retention};
use crate::report::shown::visible;
use crate::report::words::Words;

/// Paths listed under a heading.
const PATHS_MAX: usize = 50;

/// What is missing.
pub(super) fn section(report: &Report, words: Words) -> Section {
    let gaps = &report.gaps;
    let not_found = gaps.points_not_found();
    let all = words.number(gaps.points.len() as u64);
    let mut blocks = vec![
        heading("points", words.say("report-points"), String::new()),
        lead(words.count_with("report-points-lead", not_found, &[("all", &all)])),
        remark(words.say("report-points-about")),
        Block::Points { points: point_lines(report, words) },
    ];
    if !gaps.letters.is_empty() {
        let values = gaps.letters.iter().take(PATHS_MAX).map(|letter| visible(letter)).collect();
        let label = words.say("report-letters-read");
        blocks.push(Block::Values { label, values, more: more(gaps.letters.len(), PATHS_MAX, words) });
    }
    blocks.extend(retention(gaps.retention.as_ref(), words));
    blocks.extend(announced(&gaps.absent_categories, words));
    if !gaps.unannounced_categories.is_empty() {
        let names = gaps.unannounced_categories.iter().map(|category| words.category(*category));
        let names: Vec<String> = names.collect();
        blocks.push(paragraph(words.with("report-unannounced", &[("categories", &names.join(" · "))])));
    }
    blocks.extend(usual(&gaps.usual, words));
    blocks.extend(paths(gaps, words));
    Section {
        id: "missing".to_owned(),
        title: words.say("report-missing-title"),
        figure: words.number(not_found),
        blocks,
    }
}

/// What was found of each point, in words.
pub(in crate::report) fn point_lines(report: &Report, words: Words) -> Vec<PointLine> {
    report.gaps.points.iter().map(|point| point_line(point, report.regime, words)).collect()
}

fn point_line(found: &PointFound, regime: Regime, words: Words) -> PointLine {
    PointLine {
        presence: found.presence,
        mark: mark(found, words),
        name: words.point(found),
        about: words.point_about(found),
        article: words.article(regime, found.article),
        quote: found.quote.as_ref().map(|quote| said(quote, found, words)).unwrap_or_default(),
        place: found.place.as_ref().map(|place| words.place(place)).unwrap_or_default(),
    }
}

fn said(quote: &str, found: &PointFound, words: Words) -> String {
    let quote = words.quote_whole(quote);
    if found.contradicted { words.with("report-point-contradicted", &[("quote", &quote)]) } else { quote }
}

fn mark(found: &PointFound, words: Words) -> String {
    let mark = words.say(&format!("presence-{}", found.presence.id()));
    if found.judged { format!("{mark} · {}", words.say("report-point-judged")) } else { mark }
}

/// How long they say they keep data, and what is older.
fn retention(retention: Option<&Retention>, words: Words) -> Vec<Block> {
    let Some(retention) = retention else { return Vec::new() };
    let records = retention.older.iter().fold(0_u64, |sum, older| sum.saturating_add(older.records));
    let said = [("since", &*words.date(retention.since))];
    let mut blocks = vec![
        heading("retention", words.say("report-retention"), words.number(records)),
        paragraph(words.quote_whole(&retention.quote)),
        lead(words.count_with("report-retention-lead", records, &said)),
    ];
    if !retention.older.is_empty() {
        let pair = |older: &Older| {
            let (first, number) = (words.day(older.first), words.count("report-records", older.records));
            let said = [("records", &*number), ("first", &*first)];
            (words.category(older.category), words.with("report-retention-older", &said))
        };
        blocks.push(Block::Facts { pairs: retention.older.iter().map(pair).collect() });
        blocks.push(remark(words.say("report-retention-about")));
    }
    blocks
}

fn announced(absent: &[AnnouncedCategory], words: Words) -> Vec<Block> {
    if absent.is_empty() {
        return Vec::new();
    }
    let said = |absent: &AnnouncedCategory| {
        let (source, date) = (visible(&absent.source), words.date(absent.checked));
        let said = words.with("report-announced-source", &[("source", &source), ("date", &date)]);
        (words.category(absent.category), said)
    };
    vec![
        heading("absent", words.say("report-absent"), words.number(absent.len() as u64)),
        paragraph(words.say("report-absent-about")),
        Block::Facts { pairs: absent.iter().map(said).collect() },
    ]
}

/// What answers of the company usually leave out: a reason to look, and to ask.
fn usual(lacks: &[Lack], words: Words) -> Vec<Block> {
    if lacks.is_empty() {
        return Vec::new();
    }
    let values = lacks.iter().map(|lack| lack.said(words.language().code()).to_owned()).collect();
    vec![
        heading("usual", words.say("report-usual"), words.number(lacks.len() as u64)),
        paragraph(words.say("report-usual-about")),
        Block::Values { label: String::new(), values, more: String::new() },
    ]
}

fn paths(gaps: &Gaps, words: Words) -> Vec<Block> {
    let lists = [
        ("empty", &gaps.empty_files),
        ("refused", &gaps.refused_files),
        ("absent-files", &gaps.absent_files),
        ("documents", &gaps.documents),
    ];
    let listed = lists.into_iter().filter(|(_, paths)| !paths.is_empty());
    listed.flat_map(|(id, paths)| path_list(id, paths, words)).collect()
}

fn path_list(id: &str, paths: &[String], words: Words) -> [Block; 3] {
    [
        heading(id, words.say(&format!("report-{id}")), words.number(paths.len() as u64)),
        paragraph(words.say(&format!("report-{id}-about"))),
        Block::Values {
            label: String::new(),
            values: paths.iter().take(PATHS_MAX).map(|path| visible(path)).collect(),
            more: more(paths.len(), PATHS_MAX, words),
        },
    ]
}
