//! HTML: pages to rows, streamed; a page of any size is never held as a whole.
//!
//! In: a reader. Out: rows by one rule each. A table is a table (`grid`); a definition list is a row with a field per
//! term; a list whose items read `label: value` is one such row; elements with `itemprop` are fields of the item they
//! belong to; the boxes in which large platforms print one event each are rows (`block`); every other line is
//! text (`lines`). A table is named by its caption or the heading above it.
//!
//! Nothing is rendered, run or fetched. Not here: tags (`markup`).

mod block;
mod element;
mod grid;
mod inner;

use std::io::Read;

use self::block::Block;
use self::element::{Element, HOLDS_PARAGRAPHS, IN_LINE, OTHER, Role, VOID, is_among, known};
use self::grid::Grid;
use self::inner::Inner;
use super::lines::{Field, Lines, Rows, TEXT, labelled, says_nothing};
use super::markup::{Markup, Token};
use super::text::{Meter, TextReader};
use super::{FIELDS_MAX, FormatFinding, Sink};
use crate::finding::Code;

/// Elements inside elements that are kept apart; what is nested deeper is text of the last one.
const DEPTH_MAX: usize = 512;

/// What holds a program, which is not run.
const SCRIPT: &str = "script";

/// Reads a page.
pub(super) fn read(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let text = TextReader::new(beginning, whole, Meter::unbounded());
    let changes = text.changes();
    let mut markup = Markup::new(text);
    let mut page = Page::new(Rows::new(sink));
    let mut has_script = false;
    while !page.rows.is_stopped() {
        match markup.next() {
            Some(Token::Open) => {
                has_script |= markup.name() == SCRIPT;
                page.open(&markup);
            }
            Some(Token::Close) => page.close(known(markup.name())),
            Some(Token::Text) => page.text(markup.text()),
            None => break,
        }
    }
    // What a program would show is no page without it, and not nothing.
    let is_unread = page.finish() && has_script;
    if is_unread {
        sink.finding(FormatFinding::new(Code::NoText, None));
    }
    changes.report(sink);
}

/// Returns two attributes of every element that has both.
pub(super) fn attributes(beginning: &[u8], whole: impl Read, wanted: [&str; 2]) -> Vec<(String, String)> {
    let mut markup = Markup::new(TextReader::new(beginning, whole, Meter::unbounded()));
    let mut found = Vec::new();
    while let Some(token) = markup.next() {
        let [one, other] = markup.attributes(wanted).map(|value| value.map(std::borrow::Cow::into_owned));
        if let (Token::Open, Some(pair)) = (token, one.zip(other)) {
            found.push(pair);
            if found.len() >= FIELDS_MAX {
                break;
            }
        }
    }
    found
}

struct Page<'s> {
    rows: Rows<'s>,
    lines: Lines,
    line: Inner,
    heading: String,
    open: Vec<Element>,
    /// Elements nested too deep to be kept apart.
    beyond: usize,
    /// Where in `open` the elements stand that take text.
    taking: Vec<usize>,
    term: String,
    /// Properties outside any item.
    properties: Vec<Field>,
}

impl<'s> Page<'s> {
    fn new(rows: Rows<'s>) -> Self {
        Self {
            rows,
            lines: Lines::default(),
            line: Inner::default(),
            heading: String::new(),
            open: Vec::new(),
            beyond: 0,
            taking: Vec::new(),
            term: String::new(),
            properties: Vec::new(),
        }
    }

    fn text(&mut self, text: &str) {
        self.taker().text(text);
    }

    /// Returns what takes text here: the innermost element that does, or the page.
    fn taker(&mut self) -> &mut Inner {
        let element = self.taking.last().and_then(|at| self.open.get_mut(*at));
        match element.and_then(|element| element.role.inner()) {
            Some(inner) => inner,
            None => &mut self.line,
        }
    }

    fn open<R: Read>(&mut self, markup: &Markup<R>) {
        let name = known(markup.name());
        self.close_implied(name);
        if name == "a"
            && let Some(link) = markup.attribute("href")
        {
            self.taker().link(&link);
        }
        if !is_among(name, IN_LINE) {
            self.break_line();
        }
        if name == OTHER {
            return;
        }
        let role = self.role(name, markup);
        if is_among(name, VOID) {
            if let Role::Property { name, .. } = role {
                let value =
                    ["content", "src", "href", "value"].iter().find_map(|name| markup.attribute(name));
                self.property(name, value.unwrap_or_default().into_owned());
            }
            return;
        }
        if self.open.len() >= DEPTH_MAX {
            self.beyond += 1;
            return;
        }
        if role.takes_text() {
            self.taking.push(self.open.len());
        }
        self.open.push(Element { name, role });
    }

    fn role<R: Read>(&mut self, name: &'static str, markup: &Markup<R>) -> Role {
        let [class, property, scope] = markup.attributes(["class", "itemprop", "itemscope"]);
        if let Some(class) = class {
            let classes: Vec<&str> = class.split_ascii_whitespace().collect();
            if let Some(block) = Block::of(&classes) {
                self.end_lines();
                return Role::Block(block);
            }
            let innermost = self.open.iter().rev().find_map(|element| match &element.role {
                Role::Block(block) => Some(block),
                _ => None,
            });
            if let Some(part) = innermost.and_then(|block| block.part(&classes)) {
                return Role::Part(part, Inner::default());
            }
        }
        if let Some(property) = property.filter(|name| !name.is_empty()) {
            let mut inner = Inner::default();
            let value = ["content", "datetime"].iter().find_map(|name| markup.attribute(name));
            value.iter().for_each(|value| inner.text(value));
            return Role::Property { name: property.into_owned(), inner };
        }
        if scope.is_some() {
            return Role::Scope(Vec::new());
        }
        let number = |name| markup.attribute(name).and_then(|number| number.trim().parse().ok()).unwrap_or(1);
        match name {
            "title" => Role::Title(Inner::default()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "summary" => {
                Role::Heading(Inner::default())
            }
            "table" => {
                self.end_lines();
                Role::Table(Box::new(Grid::new(&self.heading)))
            }
            "tr" => Role::Row,
            "td" | "th" => Role::Cell {
                is_header: name == "th",
                columns: number("colspan"),
                rows: number("rowspan"),
                inner: Inner::default(),
            },
            "dl" => {
                self.end_lines();
                Role::Terms(Vec::new())
            }
            "dt" => Role::Term(Inner::default()),
            "dd" => Role::Definition(Inner::default()),
            "ul" | "ol" => Role::List(Vec::new()),
            "li" => Role::Item(Inner::default()),
            _ => Role::Plain,
        }
    }

    /// Closes elements whose end may be left out, up to the one they stand in.
    fn close_implied(&mut self, name: &str) {
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["td", "th", "tr"], &["table"]),
            "tbody" | "tfoot" | "thead" => (&["td", "th", "tr", "tbody", "thead", "tfoot"], &["table"]),
            "option" => (&["option"], &["select"]),
            name if is_among(name, IN_LINE) || is_among(name, VOID) => return,
            _ => (&["p"], HOLDS_PARAGRAPHS),
        };
        loop {
            let at = self
                .open
                .iter()
                .rposition(|element| is_among(element.name, ended) || is_among(element.name, within));
            let Some(at) = at.filter(|at| self.open.get(*at).is_some_and(|e| is_among(e.name, ended))) else {
                return;
            };
            self.close_from(at);
        }
    }

    fn close(&mut self, name: &'static str) {
        if name == OTHER || is_among(name, VOID) {
            return;
        }
        if !is_among(name, IN_LINE) {
            self.break_line();
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        // The end of a cell or an item never closes the table or the list it stands in.
        let walls: &[&str] = match name {
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" => &["table"],
            "li" => &["ul", "ol"],
            "dt" | "dd" => &["dl"],
            "table" | "ul" | "ol" | "dl" | "body" => &[],
            _ => &["td", "th", "li", "dd", "dt", "table"],
        };
        let at = self.open.iter().rposition(|element| element.name == name || is_among(element.name, walls));
        if let Some(at) = at.filter(|at| self.open.get(*at).is_some_and(|element| element.name == name)) {
            self.close_from(at);
        }
    }

    fn close_from(&mut self, at: usize) {
        while self.open.len() > at {
            if let Some(element) = self.open.pop() {
                self.taking.retain(|taking| *taking < self.open.len());
                self.ended(element);
            }
        }
    }

    /// Gives what stood in an element to what it belongs to.
    fn ended(&mut self, element: Element) {
        match element.role {
            Role::Plain => {}
            Role::Row => {
                self.with_grid(Grid::end_row);
            }
            Role::Title(inner) => self.heading = inner.joined(),
            Role::Heading(inner) => self.headed(&inner.joined()),
            Role::Table(mut grid) => {
                if self.is_in_block() {
                    let fields = grid.into_fields();
                    self.fields_of_block(fields);
                } else {
                    grid.finish(&mut self.rows);
                }
            }
            Role::Cell { is_header, columns, rows, inner } => {
                if !self.with_grid(|grid, _| grid.cell(is_header, columns, rows, &inner)) {
                    self.lines_of(&inner);
                }
            }
            Role::Terms(fields) => self.record(&fields),
            Role::Term(inner) => self.term = inner.joined(),
            Role::Definition(inner) => {
                let field = (self.term.clone(), inner.joined());
                self.defined(field);
            }
            Role::Item(inner) => self.item(&inner),
            Role::List(fields) | Role::Scope(fields) => self.record(&fields),
            Role::Property { name, inner } => self.property(name, inner.joined()),
            Role::Block(block) => {
                let fields = block.into_fields();
                self.rows.entry(&self.heading, &fields);
            }
            Role::Part(part, inner) => {
                let block = self.open.iter_mut().rev().find_map(|element| element.role.block());
                if let Some(block) = block {
                    block.ended(part, &inner);
                }
            }
        }
    }

    fn headed(&mut self, heading: &str) {
        if heading.is_empty() {
            return;
        }
        let grid = self.open.iter_mut().rev().find_map(|element| element.role.grid());
        if let Some(grid) = grid {
            return grid.headed(heading);
        }
        heading.clone_into(&mut self.heading);
        self.lines.heading(heading, &mut self.rows);
    }

    /// Does something with the innermost table; `false` where there is none.
    fn with_grid(&mut self, act: impl FnOnce(&mut Grid, &mut Rows<'_>)) -> bool {
        let is_in_block = self.is_in_block();
        let grid = self.open.iter_mut().rev().find_map(|element| element.role.grid());
        let Some(grid) = grid else { return false };
        grid.is_held = is_in_block;
        act(grid, &mut self.rows);
        true
    }

    fn is_in_block(&self) -> bool {
        self.open.iter().any(|element| matches!(element.role, Role::Block(_)))
    }

    fn fields_of_block(&mut self, fields: Vec<Field>) {
        if let Some(block) = self.open.iter_mut().rev().find_map(|element| element.role.block()) {
            block.add(fields);
        }
    }

    /// Adds a definition to its list; a term that comes again begins the next row.
    fn defined(&mut self, field: Field) {
        let list = self.open.iter_mut().rev().find_map(|element| match &mut element.role {
            Role::Terms(fields) => Some(fields),
            _ => None,
        });
        let Some(list) = list else { return self.lines.field(&field.0, &field.1, &mut self.rows) };
        let is_new = list.first().is_some_and(|(first, _)| *first == field.0) || list.len() >= FIELDS_MAX;
        let ended = if is_new { std::mem::take(list) } else { Vec::new() };
        list.push(field);
        self.record(&ended);
    }

    fn item(&mut self, inner: &Inner) {
        if self.is_in_block() {
            return self.text_of_block(inner);
        }
        let text = inner.joined();
        let list = self.open.iter_mut().rev().find_map(|element| match &mut element.role {
            Role::List(fields) => Some(fields),
            _ => None,
        });
        match (labelled(&text), list) {
            (Some((label, value)), Some(list)) if !value.is_empty() => {
                let is_new = list.iter().any(|(known, _)| known == label) || list.len() >= FIELDS_MAX;
                let ended = if is_new { std::mem::take(list) } else { Vec::new() };
                list.push((label.to_owned(), value.to_owned()));
                inner.links_beyond(label, &text, list);
                self.record(&ended);
            }
            (_, _) if text.is_empty() => {}
            (_, _) => {
                let mut fields = vec![(TEXT.to_owned(), text.clone())];
                inner.links_beyond(TEXT, &text, &mut fields);
                self.record(&fields);
            }
        }
    }

    fn text_of_block(&mut self, inner: &Inner) {
        let text = inner.joined();
        self.break_line();
        self.text(&text);
        self.break_line();
    }

    fn record(&mut self, fields: &[Field]) {
        self.lines.end(&mut self.rows);
        let heading = std::mem::take(&mut self.heading);
        self.rows.record(&heading, fields);
        self.heading = heading;
    }

    /// Adds a property to its item; outside items, one that comes again begins the next row.
    fn property(&mut self, name: String, value: String) {
        let scope = self.open.iter_mut().rev().find_map(|element| match &mut element.role {
            Role::Scope(fields) => Some(fields),
            _ => None,
        });
        if let Some(fields) = scope {
            return fields.push((name, value));
        }
        let is_new = self.properties.iter().any(|(known, _)| *known == name);
        if is_new || self.properties.len() >= FIELDS_MAX {
            let fields = std::mem::take(&mut self.properties);
            self.record(&fields);
        }
        self.properties.push((name, value));
    }

    fn break_line(&mut self) {
        if self.taking.is_empty() {
            self.end_line();
        } else {
            self.taker().break_line();
        }
    }

    /// Hands the page's own line on.
    fn end_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let line = std::mem::take(&mut self.line);
        self.lines_of(&line);
    }

    fn lines_of(&mut self, inner: &Inner) {
        for line in inner.lines().filter(|line| !says_nothing(line)) {
            self.lines.line(line, &mut self.rows);
        }
    }

    fn end_lines(&mut self) {
        if self.taking.is_empty() {
            self.end_line();
            self.lines.end(&mut self.rows);
        }
    }

    /// Ends the page; tells whether nothing was on it.
    fn finish(mut self) -> bool {
        self.close_from(0);
        self.end_line();
        self.lines.end(&mut self.rows);
        let properties = std::mem::take(&mut self.properties);
        self.record(&properties);
        self.rows.is_empty() && !self.rows.is_stopped()
    }
}
