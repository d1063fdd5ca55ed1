//! Words: how a fact is said in the reader's language.
//!
//! In: a language, and values of the model. Out: short texts: names of categories, dates, money, places. The
//! sentences themselves are in `templates/wording/<language>/report.ftl` and `category.ftl`.
//!
//! Whatever a stranger wrote goes through `shown` before it enters a sentence.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::model::{Money, PointFound};
use super::shown::{visible, visible_within};
use crate::finding::{Finding, Place, Position, Severity};
use crate::import::coverage::State;
use crate::import::currency;
use crate::import::record::{Moment, Precision, Role, Zone};
use crate::law::article::Regime;
use crate::law::category::{Category, Origin};
use crate::law::right::Right;
use crate::wording::{Language, Wording};

/// Letters of a name inside a sentence.
const NAME_LETTERS_MAX: usize = 80;

/// Letters of a sentence that is quoted.
const QUOTE_LETTERS_MAX: usize = 400;

/// The words of one language for one report.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    wording: &'static Wording,
}

impl Words {
    /// Takes the words of a language.
    pub fn of(language: Language) -> Self {
        let wording = Wording::of(language);
        Self { language: wording.language(), wording }
    }

    /// Returns the language that is really spoken.
    pub fn language(self) -> Language {
        self.language
    }

    /// Says a sentence.
    pub fn say(self, key: &str) -> String {
        self.wording.say(key)
    }

    /// Says a sentence with texts.
    pub fn with(self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.wording.say_with(key, arguments)
    }

    /// Cites an article of the Regulation, or of the Swiss act.
    pub fn article(self, regime: Regime, article: &str) -> String {
        let key = match regime {
            Regime::Eu | Regime::Uk => "report-article",
            Regime::Ch => "report-article-ch",
        };
        self.with(key, &[("article", article)])
    }

    /// Says a sentence about a number.
    pub fn count(self, key: &str, count: u64) -> String {
        self.wording.say_count(key, count)
    }

    /// Says a sentence about a number, with texts.
    pub fn count_with(self, key: &str, count: u64, arguments: &[(&str, &str)]) -> String {
        self.wording.say_count_with(key, count, arguments)
    }

    /// Writes a whole number.
    pub fn number(self, number: u64) -> String {
        self.wording.number(number)
    }

    /// Names a category.
    pub fn category(self, category: Category) -> String {
        self.say(&format!("category-{}", category.id()))
    }

    /// Says what stands in a category.
    pub fn category_about(self, category: Category) -> String {
        self.say(&format!("category-{}-about", category.id()))
    }

    /// Names an origin.
    pub fn origin(self, origin: Origin) -> String {
        self.say(&format!("origin-{}", origin.id()))
    }

    /// Names what became of a file.
    pub fn state(self, state: State) -> String {
        self.say(&format!("state-{}", state.id()))
    }

    /// Says what that means.
    pub fn state_about(self, state: State) -> String {
        self.say(&format!("state-{}-about", state.id()))
    }

    /// Names what the entries of a list are.
    pub fn role(self, role: Role) -> String {
        self.say(&format!("role-{}", role_id(role)))
    }

    /// Names how grave a finding is.
    pub fn severity(self, severity: Severity) -> String {
        self.say(match severity {
            Severity::Note => "severity-note",
            Severity::Warning => "severity-warning",
            Severity::Problem => "severity-problem",
        })
    }

    /// Names a right, or gives its identifier where the wording lacks it.
    pub fn right(self, right: Right) -> String {
        self.known_or(&format!("right-{}", right.id()), right.id())
    }

    /// Names a kind of record; a word nobody worded stands for itself.
    pub fn kind(self, kind: &str) -> String {
        self.known_or(&format!("kind-{kind}"), kind)
    }

    /// Names what an announced recipient does; words of the directory stand for themselves.
    pub fn recipient_role(self, role: &str) -> String {
        self.known_or(&format!("recipient-role-{role}"), role)
    }

    /// Says what a finding means.
    pub fn finding(self, finding: &Finding) -> String {
        let mut shown = finding.clone();
        for (_, fact) in &mut shown.facts {
            *fact = visible_within(fact, NAME_LETTERS_MAX);
        }
        self.wording.finding(&shown)
    }

    /// Names a point of Art. 15.
    pub fn point(self, found: &PointFound) -> String {
        self.say(&format!("content-{}", found.point.id()))
    }

    /// Says what a point of Art. 15 asks for.
    pub fn point_about(self, found: &PointFound) -> String {
        self.say(&format!("content-{}-about", found.point.id()))
    }

    /// Makes a stranger's name fit for a sentence.
    pub fn name(self, name: &str) -> String {
        visible_within(name, NAME_LETTERS_MAX)
    }

    /// Quotes what a stranger wrote.
    pub fn quote(self, text: &str) -> String {
        self.with("report-quote", &[("text", &self.name(text))])
    }

    /// Quotes a sentence that a stranger wrote, as far as it is kept.
    pub fn quote_whole(self, text: &str) -> String {
        self.with("report-quote", &[("text", &visible_within(text, QUOTE_LETTERS_MAX))])
    }

    /// Quotes several, separated as the language does.
    pub fn quotes(self, texts: &[String]) -> String {
        let quoted: Vec<String> = texts.iter().map(|text| self.quote(text)).collect();
        quoted.join(", ")
    }

    /// Writes a list whose entries may hold commas.
    pub fn listed(self, entries: &[String]) -> String {
        self.wording.listed(entries)
    }

    /// Writes a date that no line end tears apart.
    pub fn date(self, date: NaiveDate) -> String {
        self.language.date(date).replace(' ', "\u{a0}")
    }

    /// Writes a moment as precisely as it is known.
    pub fn moment(self, moment: Moment) -> String {
        let date = moment.date();
        match moment.precision {
            Precision::Year => date.format("%Y").to_string(),
            Precision::Month => self.month(&date.format("%Y-%m").to_string()),
            Precision::Day => self.date(date),
            Precision::Minute | Precision::Second => {
                let time = moment.at.format("%H:%M").to_string();
                let (date, zone) = (self.date(date), zone(moment.zone));
                self.with("report-moment", &[("date", &date), ("time", &time), ("zone", &zone)])
                    .trim()
                    .to_owned()
            }
        }
    }

    /// Writes the day of a moment, or less where less is known.
    pub fn day(self, moment: Moment) -> String {
        let precision = moment.precision.min(Precision::Day);
        self.moment(Moment { precision, ..moment })
    }

    /// Says from when to when something goes, or nothing where no date is known.
    pub fn span(self, first: Option<Moment>, last: Option<Moment>) -> Option<String> {
        let (since, until) = (self.day(first?), self.day(last?));
        let key = if since == until { "report-span-one" } else { "report-span" };
        Some(self.with(key, &[("since", &since), ("until", &until)]))
    }

    /// Writes a month given as `YYYY-MM`.
    pub fn month(self, month: &str) -> String {
        let Some((year, number)) = month.split_once('-') else { return month.to_owned() };
        let name = self.say(&format!("month-alone-{}", number.trim_start_matches('0')));
        self.with("report-month", &[("month", &name), ("year", year)]).replace(' ', "\u{a0}")
    }

    /// Writes a year, or that none is known.
    pub fn year(self, year: Option<i32>) -> String {
        year.map_or_else(|| self.say("report-year-unknown"), |year| year.to_string())
    }

    /// Writes a sum of money.
    pub fn money(self, money: &Money) -> String {
        let mut amount = self.language.decimal(with_decimals(money.total, money.currency.as_deref()));
        if money.overflowed {
            amount = self.with("report-at-least", &[("number", &amount)]);
        }
        match money.currency.as_deref() {
            None => self.with("money-unknown", &[("amount", &amount)]),
            Some("EUR") => self.with("money-symbol", &[("amount", &amount), ("symbol", "€")]),
            Some("GBP") => self.with("money-symbol", &[("amount", &amount), ("symbol", "£")]),
            Some(code) => {
                self.with("money-code", &[("amount", &amount), ("code", &visible_within(code, 12))])
            }
        }
    }

    /// Writes thousandths as a percentage.
    pub fn percent(self, per_mille: u16) -> String {
        let number = self.language.decimal(Decimal::new(i64::from(per_mille), 1).normalize());
        self.with("report-percent", &[("number", &number)])
    }

    /// Writes a size.
    pub fn bytes(self, bytes: u64) -> String {
        const STEPS: [(u64, &str); 3] =
            [(1_000_000_000, "bytes-giga"), (1_000_000, "bytes-mega"), (1_000, "bytes-kilo")];
        let Some((unit, key)) = STEPS.iter().find(|(unit, _)| bytes >= *unit) else {
            return self.count("bytes", bytes);
        };
        let tenths = u128::from(bytes) * 10 / u128::from(*unit);
        let tenths = i64::try_from(tenths).expect("a tenth of a u64 in thousands fits");
        self.with(key, &[("number", &self.language.decimal(Decimal::new(tenths, 1)))])
    }

    /// Writes the code of a country with its name, `FR (France)`; nothing where it is no such code.
    pub fn country(self, code: &str) -> Option<String> {
        let key = format!("country-{}", code.trim().to_ascii_uppercase());
        let is_code = code.trim().len() == 2 && self.wording.has(&key);
        is_code.then(|| {
            let (code, name) = (visible(code.trim()), self.say(&key));
            self.with("report-country", &[("code", &code), ("name", &name)])
        })
    }

    /// Says where something stands.
    pub fn place(self, place: &Place) -> String {
        let file = visible(&place.file);
        let Some(position) = &place.position else { return file };
        self.with("report-place", &[("file", &file), ("position", &self.position(position))])
    }

    /// Says where in a file something stands.
    pub fn position(self, position: &Position) -> String {
        match position {
            Position::Row(row) => self.with("position-row", &[("row", &self.number(*row))]),
            Position::Sheet(sheet, row) => {
                self.with("position-sheet", &[("sheet", &visible(sheet)), ("row", &self.number(*row))])
            }
            Position::Path(path) => self.path(path),
            Position::Line(line, _) => self.with("position-line", &[("line", &self.number(*line))]),
        }
    }

    /// Says which entry of which list a pointer into a document means (`/topics/0` is the first of `topics`); the pointer itself where
    /// that alone does not tell.
    fn path(self, pointer: &str) -> String {
        let steps: Vec<String> =
            pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        let number = |step: &str| {
            let index = step.parse::<u64>().ok().filter(|_| step.bytes().all(|byte| byte.is_ascii_digit()));
            index.and_then(|index| index.checked_add(1)).map(|number| self.number(number))
        };
        let numbered = steps.split_last().and_then(|(last, before)| Some((number(last)?, before)));
        let path = visible(pointer);
        match numbered {
            Some((number, [])) => self.with("position-entry", &[("number", &number)]),
            Some((number, [list])) => {
                self.with("position-entry-of", &[("number", &number), ("list", &visible(list))])
            }
            Some((number, _)) => self.with("position-entry-at", &[("number", &number), ("path", &path)]),
            None => self.with("position-path", &[("path", &path)]),
        }
    }

    fn known_or(self, key: &str, word: &str) -> String {
        if self.wording.has(key) { self.say(key) } else { visible_within(word, NAME_LETTERS_MAX) }
    }
}

/// Pads to the decimals of the currency, and keeps every further digit that is not a zero.
fn with_decimals(total: Decimal, currency: Option<&str>) -> Decimal {
    let mut amount = total.normalize();
    let decimals = currency.map_or(2, currency::decimals);
    if amount.scale() < decimals {
        amount.rescale(decimals);
    }
    amount
}

fn zone(zone: Zone) -> String {
    match zone {
        Zone::Unknown => String::new(),
        Zone::Utc => "UTC".to_owned(),
        Zone::Offset(minutes) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }
}

/// Returns the identifier of a role in wording.
pub fn role_id(role: Role) -> &'static str {
    match role {
        Role::Inference => "inference",
        Role::Recipient => "recipient",
        Role::Source => "source",
        Role::Identifier => "identifier",
        Role::Device => "device",
        Role::IpAddress => "ip-address",
        Role::Location => "location",
        Role::Query => "query",
        Role::Profile => "profile",
    }
}
