//! HTML mail as text: what a person would read, with the addresses of its links.
//!
//! In: the HTML of a mail. Out: text with line breaks where a reader sees them, quoted mail marked with `>`, and
//! each link's address behind its words. Nothing is loaded, run or looked up: pictures, styles and scripts are
//! left out. Any text gives a text, in one pass.
//!
//! Not here: which words are the sender's own (`own_words`), and what they mean (`reading`).

use mail_parser::decoders::html::html_to_text;

/// Elements whose content nobody sees.
const UNSEEN: [&str; 8] = ["head", "style", "script", "template", "title", "noscript", "object", "svg"];

/// Elements without content.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "link", "meta"];

/// Elements whose end may be left out.
const IMPLIED_ENDS: [&str; 5] = ["p", "li", "td", "th", "tr"];

/// Elements that begin a line of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "br",
    "tr",
    "li",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "dt",
    "dd",
];

/// Characters of a tag; a picture in the address of a picture has more, and no text is lost with it.
const TAG_CHARACTERS_MAX: usize = 64 * 1024;

/// How deep quoted mail is counted.
const QUOTES_MAX: usize = 8;

/// Returns the text of an HTML mail.
pub fn to_text(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    let mut broken = false;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        page.text(text);
        rest = if let Some(comment) = tag.strip_prefix("<!--") {
            after(comment, "-->")
        } else if is_tag(tag) {
            // One quote that is not closed is one too many: the others are not looked for again and again.
            let end = Some(tag).filter(|_| !broken).and_then(tag_end);
            broken = end.is_none();
            let end = end.unwrap_or_else(|| plain_tag_end(tag));
            let (tag, following) = tag.split_at(end);
            page.tag(tag);
            following
        } else {
            page.text("&lt;");
            tag.get(1..).unwrap_or_default()
        };
    }
    page.text(rest);
    page.finish()
}

/// Tells whether an angle bracket begins a tag and is not one of the text.
fn is_tag(text: &str) -> bool {
    text.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.find(mark).and_then(|at| text.get(at + mark.len()..)).unwrap_or_default()
}

/// Returns where a tag ends; a quoted value may have an angle bracket. None where a quote is not closed within the
/// length that a tag may have.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in tag.char_indices().take(TAG_CHARACTERS_MAX) {
        match (quote, character) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), character) if open == character => quote = None,
            _ => {}
        }
    }
    None
}

/// Returns where a tag ends whose quotes are not closed: where it would without them, so that they hide no text.
fn plain_tag_end(tag: &str) -> usize {
    tag.find('>').map_or(tag.len(), |at| at + 1)
}

/// A page in the making.
#[derive(Default)]
struct Page {
    out: String,
    /// The element that nobody sees, and how many of its kind are open in it.
    unseen: Option<(String, usize)>,
    quotes: usize,
    links: Vec<Option<String>>,
    at_line_start: bool,
    space: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        for word in text.split_inclusive(char::is_whitespace) {
            let trimmed = word.trim_end();
            if !trimmed.is_empty() {
                self.word(&html_to_text(trimmed));
            }
            self.space = self.space || trimmed.len() < word.len();
        }
    }

    fn word(&mut self, word: &str) {
        if self.at_line_start || self.out.is_empty() {
            self.out += &"> ".repeat(self.quotes.min(QUOTES_MAX));
        } else if self.space {
            self.out.push(' ');
        }
        self.out += word;
        (self.at_line_start, self.space) = (false, false);
    }

    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<').trim_end_matches('>');
        let is_end = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let name: String =
            inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let ends_itself = inner.ends_with('/') || VOID.contains(&name.as_str());
        if let Some((unseen, open)) = &mut self.unseen
            && (*unseen != name || is_end || !IMPLIED_ENDS.contains(&name.as_str()))
        {
            if *unseen == name && !ends_itself {
                *open = if is_end { open.saturating_sub(1) } else { *open + 1 };
            }
            if *open == 0 {
                self.unseen = None;
            }
            return;
        }
        // Where the end may be left out, the next of its kind ends it.
        self.unseen = None;
        let is_unseen = UNSEEN.contains(&name.as_str()) || is_hidden(inner);
        if is_unseen && !is_end && !ends_itself {
            self.unseen = Some((name, 1));
            return;
        }
        match (name.as_str(), is_end) {
            ("a", false) => self.links.push(attribute(inner, "href")),
            ("a", true) => {
                if let Some(link) = self.links.pop().flatten() {
                    self.link(&link);
                }
            }
            ("td" | "th", _) => self.space = true,
            _ => {}
        }
        if BLOCKS.contains(&name.as_str()) {
            self.block(&name, is_end);
        }
    }

    fn block(&mut self, name: &str, is_end: bool) {
        self.line();
        match (name, is_end) {
            ("blockquote", false) => self.quotes += 1,
            ("blockquote", true) => self.quotes = self.quotes.saturating_sub(1),
            ("p" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) => self.paragraph(),
            ("li", false) => self.word("• "),
            _ => {}
        }
    }

    fn link(&mut self, link: &str) {
        let is_web = super::phrase::link_length(link) > 0;
        if is_web && !self.out.ends_with(link) {
            self.space = true;
            self.word(&format!("<{link}>"));
        }
    }

    fn line(&mut self) {
        if !self.at_line_start && !self.out.is_empty() {
            self.out.push('\n');
            self.at_line_start = true;
        }
        self.space = false;
    }

    fn paragraph(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn finish(mut self) -> String {
        // An unclosed link or an unclosed unseen element ends with the mail.
        while let Some(link) = self.links.pop() {
            if let Some(link) = link {
                self.link(&link);
            }
        }
        self.out
    }
}

/// Tells whether a tag hides what is in it: nobody who reads the mail sees it.
fn is_hidden(tag: &str) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase();
    let declared = |declaration: &str| {
        let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        let value = value.trim().trim_end_matches("!important").trim_end();
        match name.trim() {
            "display" => value == "none",
            "visibility" => value == "hidden",
            "font-size" => is_tiny(value),
            "left" | "top" | "text-indent" => is_far_outside(value),
            "opacity" => value == "0",
            "mso-hide" => value == "all",
            _ => false,
        }
    };
    let of = |names: &[&str]| {
        let declared = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        let mut own = declared.filter(|(name, _)| names.contains(&name.trim())).map(|(_, value)| value);
        let value = own.next_back();
        value.map(|value| value.trim().replace("#ffffff", "white").replace("#fff", "white"))
    };
    // Letters in the colour of what is behind them.
    let is_blank =
        of(&["color"]).is_some_and(|colour| Some(colour) == of(&["background", "background-color"]));
    let bare = |word: &str| matches!(word, "hidden" | "hidden=\"\"" | "hidden=\"hidden\"");
    is_blank
        || style.split(';').any(declared)
        || tag.to_ascii_lowercase().split_whitespace().skip(1).any(bare)
}

/// Letters smaller than a point are none.
fn is_tiny(value: &str) -> bool {
    let number = value.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_absolute = matches!(value.get(number.len()..), Some("px" | "pt"));
    number.parse().is_ok_and(|size: f32| size == 0.0 || is_absolute && size < 1.0)
}

/// Where no page reaches: `left: -9999px`.
fn is_far_outside(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or_default();
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().is_ok_and(|pixels: u32| pixels >= 999)
}

/// Returns the value of an attribute, its entities decoded.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = lower.get(..*at).and_then(|text| text.chars().next_back());
        let after = lower.get(at + name.len()..).unwrap_or_default().trim_start();
        before.is_some_and(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '/')) && after.starts_with('=')
    })?;
    let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split(|c: char| c.is_whitespace() || c == '>').next()?,
    };
    Some(html_to_text(value.trim())).filter(|value| !value.is_empty())
}
