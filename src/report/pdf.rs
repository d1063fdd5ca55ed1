//! PDF: the essentials of the page on paper.
//!
//! In: a [`Page`]. Out: a document for `paper`, and its bytes: tagged, PDF/A-2a and PDF/UA-1, the charts as vectors with
//! the words that stand in for them. It says what the text for the terminal says: page one, every section's
//! sentences and charts, and of each table the first rows.
//!
//! A character the built-in font lacks is written as its number, so that a name in any script never keeps a report from
//! being printed. Not here: fonts and tags (`paper`).

use chrono::NaiveDate;

use super::page::{
    Block, Cell, CellKind, Cover, Months, OverviewBar, Page, Part, PointLine, Section, Segment, Split, Table,
    shown_of,
};
use super::words::Words;
use crate::import::coverage::State;
use crate::law::category::Origin;
use crate::law::content::Presence;
use crate::paper::document::{
    Align, Block as Set, Content, Document, Drawing, Figure, Ink, Item, Level, Margin, Sheet, Style,
    Table as Grid, TableColumn, Weight,
};
use crate::paper::figure::{Bar, Chart};
use crate::paper::{Error, Typesetter};

/// Width of the text, in millimetres.
const WIDTH: f32 = 174.0;

/// Columns of a table that fit on a page.
const COLUMNS_MAX: usize = 5;

/// Letters of a cell; what is longer is in the page on screen.
const CELL_LETTERS_MAX: usize = 120;

/// Letters of a word that a column of usual width holds.
const COLUMN_WORD_MAX: usize = 30;

const INK: Ink = Ink(0x0b, 0x55, 0x63);
const MUTED: Ink = Ink(0x44, 0x44, 0x44);

/// Returns the colour of a part of a whole: that of the page on screen, so that one thing has one colour.
fn ink_of(part: Part) -> Ink {
    match part {
        Part::Origin(Origin::Given) | Part::State(State::Mapped) => Ink(0x1c, 0x7f, 0x78),
        Part::Origin(Origin::Observed) | Part::State(State::Generic) => Ink(0x3f, 0x6f, 0xb5),
        Part::Origin(Origin::Inferred) | Part::State(State::Opaque) => Ink(0xa0, 0x3f, 0x7c),
        Part::Origin(Origin::Obtained) | Part::State(State::Empty) => Ink(0xb3, 0x6b, 0x12),
        Part::State(State::Refused) => Ink(0xb3, 0x40, 0x2f),
        Part::Origin(Origin::Unknown) | Part::State(State::Ignored) => Ink(0x7a, 0x84, 0x8a),
    }
}

/// Sets a page on paper.
///
/// # Errors
/// Fails only through a mistake of ours: what the font lacks is replaced first.
pub fn render(page: &Page, today: NaiveDate, typesetter: &Typesetter) -> Result<Vec<u8>, Error> {
    typesetter.typeset(&document(page, today, typesetter))
}

/// Arranges a page for paper; `typesetter` says which characters can be printed.
pub fn document(page: &Page, today: NaiveDate, typesetter: &Typesetter) -> Document {
    let mut setter = Setter { flow: Vec::new(), words: Words::of(page.language), typesetter };
    setter.cover(&page.cover);
    for section in &page.sections {
        setter.section(section);
    }
    setter.small(&page.colophon, 16.0);
    Document {
        language: page.language.code().to_owned(),
        title: setter.printable(&page.cover.title),
        date: today,
        sheet: Sheet::a4(Margin { top: 20.0, right: 18.0, bottom: 20.0, left: 18.0 }),
        frames: Vec::new(),
        flow: setter.flow,
    }
}

struct Setter<'t> {
    flow: Vec<Set>,
    words: Words,
    typesetter: &'t Typesetter,
}

fn style(size: f32, weight: Weight, ink: Ink) -> Style {
    Style { size, weight, ink, ..Style::default() }
}

impl Setter<'_> {
    fn cover(&mut self, cover: &Cover) {
        self.title(&cover.title);
        self.small(&cover.eyebrow, 2.0);
        self.text(&cover.lead, 10.0, style(12.0, Weight::Regular, Ink::BLACK));
        for line in [&cover.controller, &cover.case].into_iter().chain(&cover.imports) {
            self.small(line, 5.0);
        }
        let figures: Vec<String> =
            cover.figures.iter().map(|figure| format!("{} {}", figure.figure, figure.label)).collect();
        self.text(&figures.join(" · "), 8.0, style(11.0, Weight::Bold, INK));
        if !cover.facts.is_empty() {
            self.heading(&cover.facts_title, 14.0, 13.0);
            self.list(cover.facts.iter().map(|fact| format!("{} {}", fact.figure, fact.sentence)));
        }
        if !cover.missing.is_empty() {
            self.heading(&cover.missing_title, 12.0, 13.0);
            self.list(cover.missing.iter().cloned());
        }
        if !cover.next.is_empty() {
            self.heading(&cover.next_title, 12.0, 13.0);
            let said = |step: &super::page::NextStep| {
                [step.text.as_str(), &step.command].join(" ").trim().to_owned()
            };
            self.list(cover.next.iter().map(said));
        }
    }

    fn section(&mut self, section: &Section) {
        self.heading(&figured(&section.title, &section.figure), 24.0, 15.0);
        for block in &section.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, figure, .. } => self.heading(&figured(text, figure), 13.0, 11.5),
            Block::Lead { text } => self.text(text, 5.0, style(10.5, Weight::Regular, Ink::BLACK)),
            Block::Paragraph { text } => self.text(text, 4.0, style(9.5, Weight::Regular, MUTED)),
            Block::Remark { text } => {
                let set = style(9.5, Weight::Regular, Ink(0x7a, 0x41, 0x00));
                self.text(text, 4.0, Style { indent: 4.0, ..set });
            }
            Block::Facts { pairs } => {
                let said = |(name, value): &(String, String)| {
                    self.words.with("report-pair", &[("name", name), ("value", value)])
                };
                let said: Vec<String> = pairs.iter().map(said).collect();
                self.list(said.into_iter());
            }
            Block::Values { label, values, more } => {
                self.small(label, 5.0);
                self.list(values.iter().cloned());
                self.small(more, 2.0);
            }
            Block::Command { text, command } => self.small(&format!("{text} {command}"), 5.0),
            Block::Overview { bars } => self.overview(bars),
            Block::Months(months) => self.months(months),
            Block::Split(split) => self.split(split),
            Block::Picture(picture) => {
                self.text(&picture.description, 5.0, style(9.5, Weight::Regular, MUTED))
            }
            Block::Table(table) => self.table(table),
            Block::Points { points } => self.points(points),
        }
    }

    fn overview(&mut self, bars: &[OverviewBar]) {
        let drawn: Vec<Bar> = bars
            .iter()
            .map(|bar| Bar {
                name: self.printable(&bar.label),
                share: bar.width as f32 / 1_000.0,
                number: self.printable(&bar.count),
            })
            .collect();
        let said: Vec<String> = bars.iter().map(|bar| figured(&bar.label, &bar.count)).collect();
        let chart = Chart { width: WIDTH, names: 52.0, step: 5.4, size: 9.0, ink: INK };
        if !drawn.is_empty() {
            let figure = chart.bars(&drawn, &self.printable(&self.words.listed(&said)));
            self.push(Content::Figure(figure), 8.0, Style::default(), false);
        }
    }

    fn months(&mut self, months: &Months) {
        const HEIGHT: f32 = 22.0;
        let scale = WIDTH / (months.width.max(1) as f32);
        let area = |left: f32, top: f32, width: f32, height: f32, ink| Drawing::Area {
            place: [left, top, width, height],
            ink,
        };
        let mut drawings: Vec<Drawing> = months
            .bars
            .iter()
            .filter(|bar| bar.height > 0)
            .map(|bar| {
                let (top, height) = (bar.y as f32 / 100.0 * HEIGHT, bar.height as f32 / 100.0 * HEIGHT);
                area(bar.x as f32 * scale, top, 8.0 * scale, height, INK)
            })
            .collect();
        drawings.push(area(0.0, HEIGHT, WIDTH, 0.2, MUTED));
        let said = self.printable(&months.description);
        let figure = Figure { said, width: WIDTH, height: HEIGHT + 0.4, drawings };
        self.push(Content::Figure(figure), 7.0, Style::default(), true);
        self.small(&months.description, 2.0);
    }

    fn split(&mut self, split: &Split) {
        let drawn: Vec<&Segment> = split.segments.iter().filter(|segment| segment.width > 0).collect();
        let drawings = drawn
            .iter()
            .map(|segment| Drawing::Area {
                place: [
                    f32::from(segment.x) / 1_000.0 * WIDTH,
                    0.0,
                    f32::from(segment.width) / 1_000.0 * WIDTH,
                    3.5,
                ],
                ink: ink_of(segment.part),
            })
            .collect();
        let said = self.printable(
            &self.words.with("report-pair", &[("name", &split.title), ("value", &split.description)]),
        );
        // A bar of one part shows nothing.
        if drawn.len() > 1 {
            let figure = Figure { said: said.clone(), width: WIDTH, height: 3.5, drawings };
            self.push(Content::Figure(figure), 7.0, Style::default(), true);
        }
        self.small(&said, 2.0);
    }

    fn table(&mut self, table: &Table) {
        let rows: Vec<_> = table.rows.iter().take(table.rows_compact).collect();
        if rows.is_empty() {
            if table.rows_all > 0 && !table.quiet {
                let said = self.words.with("report-table-elsewhere", &[("table", &table.caption)]);
                self.small(&said, 4.0);
            }
            return;
        }
        let columns = table.columns.iter().take(COLUMNS_MAX);
        // Places and addresses of pages are one long word.
        let has_long_word =
            |cell: &Cell| cell.text.split_whitespace().any(|word| word.len() > COLUMN_WORD_MAX);
        let is_wide = |index: usize| {
            let mut cells = rows.iter().filter_map(|row| row.get(index));
            cells.any(|cell| cell.kind == CellKind::Place || has_long_word(cell))
        };
        let columns = columns.enumerate().map(|(index, column)| TableColumn {
            name: self.printable(&column.label),
            share: if index == 0 {
                3.0
            } else if column.numeric {
                1.0
            } else if is_wide(index) {
                4.0
            } else {
                2.0
            },
            align: if column.numeric { Align::Right } else { Align::Left },
        });
        let columns = columns.collect();
        let cell = |text: &str| self.printable(&super::shown::visible_within(text, CELL_LETTERS_MAX));
        let rows_set = rows
            .iter()
            .map(|row| row.iter().take(COLUMNS_MAX).map(|set| cell(set.compact())).collect())
            .collect();
        let grid = Grid { columns, rows: rows_set, rows_are_named: true };
        let set = Style { between: 3.0, ..style(8.5, Weight::Regular, Ink::BLACK) };
        self.push(Content::Table(grid), 6.0, set, false);
        self.small(&shown_of(rows.len(), table.rows_all, self.words), 2.0);
    }

    fn points(&mut self, points: &[PointLine]) {
        let item = |point: &PointLine| {
            let name = format!("{} ({})", point.name, point.article);
            let said = self.words.with("report-pair", &[("name", &name), ("value", &point.mark)]);
            let lines = [said.as_str(), &point.quote, &point.place];
            let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            let label = match point.presence {
                Presence::Found => "[x]",
                Presence::Partly | Presence::Vague => "[~]",
                Presence::NotFound => "[ ]",
            };
            Item { label: label.to_owned(), text: self.printable(&lines.join("\n")) }
        };
        let items = points.iter().map(item).collect();
        let set = Style { between: 4.0, ..style(9.5, Weight::Regular, Ink::BLACK) };
        self.push(Content::List(items), 6.0, set, false);
    }

    fn list(&mut self, texts: impl Iterator<Item = String>) {
        let item = |text: String| Item { label: "–".to_owned(), text: self.printable(&text) };
        let items: Vec<Item> = texts.filter(|text| !text.is_empty()).map(item).collect();
        if !items.is_empty() {
            let set = Style { between: 3.0, ..style(10.0, Weight::Regular, Ink::BLACK) };
            self.push(Content::List(items), 5.0, set, false);
        }
    }

    fn title(&mut self, text: &str) {
        let content = Content::Heading(Level::One, self.printable(text));
        self.push(content, 0.0, style(20.0, Weight::Bold, INK), false);
    }

    fn heading(&mut self, text: &str, above: f32, size: f32) {
        let content = Content::Heading(Level::Two, self.printable(text));
        self.push(content, above, style(size, Weight::Bold, INK), true);
    }

    fn small(&mut self, text: &str, above: f32) {
        self.text(text, above, style(8.5, Weight::Regular, MUTED));
    }

    fn text(&mut self, text: &str, above: f32, set: Style) {
        if !text.is_empty() {
            let content = Content::Paragraph(self.printable(text));
            self.push(content, above, set, false);
        }
    }

    fn push(&mut self, content: Content, above: f32, style: Style, with_next: bool) {
        self.flow.push(Set { content, style, above, with_next });
    }

    /// Writes what the font lacks as its number.
    fn printable(&self, text: &str) -> String {
        let mut printable = String::with_capacity(text.len());
        for letter in text.chars() {
            if letter == '\n' || self.typesetter.can_print(letter) {
                printable.push(letter);
            } else {
                printable.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
        }
        printable
    }
}

fn figured(title: &str, figure: &str) -> String {
    if figure.is_empty() { title.to_owned() } else { format!("{title} · {figure}") }
}
