//! Text: the page for a terminal.
//!
//! In: a [`Report`] and a width. Out: plain text without colour codes, no line wider than asked for unless a
//! single word is. It says what the HTML says, in the same order, with fewer rows of each table.

use textwrap::core::display_width;

use super::model::Report;
use super::page::{Block, Cover, Months, Page, PointLine, Section, Split, Table, point_lines, shown_of};
use super::words::Words;
use crate::law::content::Presence;

/// Narrower terminals are treated as if they were this wide.
const WIDTH_MIN: usize = 24;

/// Writes a report as text.
pub fn render(report: &Report, width: usize) -> String {
    set(&Page::of(report), width)
}

/// Sets a page as text.
pub fn set(page: &Page, width: usize) -> String {
    let mut text = Text { lines: Vec::new(), width: width.max(WIDTH_MIN), words: Words::of(page.language) };
    text.cover(&page.cover);
    for section in &page.sections {
        text.section(section);
    }
    text.blank();
    text.say("", &page.colophon);
    text.lines.join("\n") + "\n"
}

/// Writes what was found of each point of Art. 15.
pub fn points(report: &Report, width: usize) -> String {
    let mut text = Text { lines: Vec::new(), width: width.max(WIDTH_MIN), words: Words::of(report.language) };
    point_lines(report, text.words).iter().for_each(|point| text.point(point));
    text.lines.join("\n") + "\n"
}

struct Text {
    lines: Vec<String>,
    width: usize,
    words: Words,
}

impl Text {
    fn cover(&mut self, cover: &Cover) {
        self.say("", &cover.eyebrow);
        self.title(&cover.title, '═');
        self.say("", &cover.lead);
        self.say("", &cover.controller);
        self.say("", &cover.case);
        cover.imports.iter().for_each(|line| self.say("", line));
        if !cover.facts.is_empty() {
            self.heading(&cover.facts_title, "");
        }
        for fact in &cover.facts {
            self.say("• ", &format!("{} {}", fact.figure, fact.sentence));
        }
        if !cover.missing.is_empty() {
            self.heading(&cover.missing_title, "");
        }
        for missing in &cover.missing {
            self.say("• ", missing);
        }
        if !cover.next.is_empty() {
            self.heading(&cover.next_title, "");
        }
        for next in &cover.next {
            self.say("• ", &next.text);
            self.say("    ", &next.command);
        }
    }

    fn section(&mut self, section: &Section) {
        self.blank();
        self.title(&figured(&section.title, &section.figure), '─');
        for block in &section.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, figure, .. } => self.heading(text, figure),
            Block::Lead { text } | Block::Paragraph { text } => self.say("", text),
            Block::Remark { text } => self.say("! ", text),
            Block::Facts { pairs } => {
                for (name, value) in pairs {
                    self.say("  ", &self.words.with("report-pair", &[("name", name), ("value", value)]));
                }
            }
            Block::Values { label, values, more } => {
                self.say("  ", label);
                for value in values {
                    self.say("  - ", value);
                }
                self.say("    ", more);
            }
            Block::Command { text, command } => {
                self.say("→ ", text);
                self.say("    ", command);
            }
            Block::Overview { bars } => {
                for bar in bars {
                    self.say("  ", &figured(&bar.label, &bar.count));
                }
            }
            Block::Months(months) => self.months(months),
            Block::Split(split) => self.split(split),
            Block::Picture(picture) => self.say("  ", &picture.description),
            Block::Table(table) => self.table(table),
            Block::Points { points } => points.iter().for_each(|point| self.point(point)),
        }
    }

    fn months(&mut self, months: &Months) {
        const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        let drawn: String = months
            .bars
            .iter()
            .map(|bar| EIGHTHS.get(usize::from(bar.eighths)).copied().unwrap_or(' '))
            .collect();
        if months.bars.len() > 1 && months.bars.len() + 2 <= self.width {
            self.lines.push(format!("  {drawn}").trim_end().to_owned());
        }
        self.say("  ", &months.description);
    }

    fn split(&mut self, split: &Split) {
        let said = [("name", &*split.title), ("value", &*split.description)];
        self.say("  ", &self.words.with("report-pair", &said));
    }

    fn point(&mut self, point: &PointLine) {
        let sign = match point.presence {
            Presence::Found => "[x] ",
            Presence::Partly | Presence::Vague => "[~] ",
            Presence::NotFound => "[ ] ",
        };
        let name = format!("{} ({})", point.name, point.article);
        self.say(sign, &self.words.with("report-pair", &[("name", &name), ("value", &point.mark)]));
        self.say("    ", &point.quote);
        self.say("    ", &point.place);
    }

    fn table(&mut self, table: &Table) {
        for row in table.rows.iter().take(table.rows_compact) {
            let mut cells = row.iter().zip(&table.columns);
            if let Some((first, _)) = cells.next() {
                self.say("  - ", &first.text);
            }
            let rest: Vec<String> = cells
                .filter(|(cell, _)| !cell.text.is_empty() && cell.text != "–")
                .map(|(cell, column)| {
                    let said = [("name", &*column.label), ("value", &*cell.text)];
                    self.words.with("report-pair", &said)
                })
                .collect();
            self.say("    ", &rest.join(" · "));
        }
        let shown = table.rows.len().min(table.rows_compact);
        if shown > 0 {
            self.say("    ", &shown_of(shown, table.rows_all, self.words));
        } else if table.rows_all > 0 && !table.quiet {
            self.say("  ", &self.words.with("report-table-elsewhere", &[("table", &table.caption)]));
        }
    }

    fn title(&mut self, title: &str, line: char) {
        self.say("", title);
        let width = display_width(title).min(self.width);
        self.lines.push(std::iter::repeat_n(line, width).collect());
    }

    fn heading(&mut self, title: &str, figure: &str) {
        self.blank();
        self.say("", &figured(title, figure));
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }

    /// Wraps a text; the first line starts with `lead`, further lines are indented as far. Nothing says
    /// nothing.
    fn say(&mut self, lead: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let indent = " ".repeat(display_width(lead));
        let options = textwrap::Options::new(self.width)
            .initial_indent(lead)
            .subsequent_indent(&indent)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        self.lines.extend(textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()));
    }
}

fn figured(title: &str, figure: &str) -> String {
    if figure.is_empty() { title.to_owned() } else { format!("{title} · {figure}") }
}
