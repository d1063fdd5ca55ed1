//! Dates: in which forms of dates the values of a column are written.
//!
//! In: the values of the first rows, one at a time. Out: the forms, the commonest first, and whether some of the values leave
//! day and month open; nothing where they are no dates. Digits that may be any number are dates only where the name of the
//! column says so. Not here: which column says when (`profile`).

use chrono::Datelike as _;

use crate::import::value::{self, DateForm, Order};

/// Bytes of a date with its month as a word, in a column that is not called one: `5 Mai 2024` and longer.
const WORDED_BYTES: std::ops::RangeInclusive<usize> = 9..=24;

/// Of ten filled values, how many must be dates where the name says nothing.
const MOST: u32 = 8;

/// The values of a column by the form of dates they have.
#[derive(Default)]
pub(super) struct Dates {
    iso: u32,
    epochs: [u32; 3],
    /// Day and month as numbers, the year with four digits.
    numeric: u32,
    /// The same with two.
    short: u32,
    dotted: u32,
    /// Values that prove the day to stand first, and the month.
    orders: [u32; 2],
    compact: u32,
    worded: u32,
    /// The first and the last year of what is a date whatever the column is called.
    years: Option<(i32, i32)>,
}

impl Dates {
    /// Looks at a value.
    pub(super) fn learn(&mut self, text: &str, is_named: bool, is_number_like: bool) {
        let is_read = is_number_like && self.learn_numbers(text, is_named);
        let may_be_worded = is_named || is_number_like && WORDED_BYTES.contains(&text.len());
        if !is_read
            && may_be_worded
            && let Some(moment) = value::moment(text, &[DateForm::Words])
        {
            self.worded += 1;
            self.widen(moment.date().year());
        }
    }

    /// Looks at a value as a date of numbers; tells whether it is one.
    fn learn_numbers(&mut self, text: &str, is_named: bool) -> bool {
        let is_full = text.len() >= 10 || is_named && text.len() == 7;
        let iso = if is_full { value::iso(text) } else { None };
        let is_iso = iso.is_some();
        self.iso += u32::from(is_iso);
        if let Some(moment) = iso {
            self.widen(moment.date().year());
        }
        if is_named {
            self.compact += u32::from(value::moment(text, &[DateForm::Compact]).is_some());
            let epochs = [DateForm::Unix, DateForm::UnixMillis, DateForm::UnixMicros];
            for (form, count) in epochs.iter().zip(&mut self.epochs) {
                *count += u32::from(value::moment(text, std::slice::from_ref(form)).is_some());
            }
        }
        let Some(date) = value::numeric(text) else { return is_iso };
        self.widen(date.year());
        self.numeric += u32::from(!date.is_short());
        self.short += u32::from(date.is_short());
        self.dotted += u32::from(text.get(..6).is_some_and(|start| start.contains('.')));
        match date.order() {
            Some(Order::DayMonth) => self.orders[0] += 1,
            Some(Order::MonthDay) => self.orders[1] += 1,
            None => {}
        }
        true
    }

    /// Tells whether nothing was seen that proves the order of day and month, nor that they are mixed.
    pub(super) fn is_open(&self) -> bool {
        self.orders == [0, 0]
    }

    /// Returns the order of day and month that its values prove.
    pub(super) fn proven(&self) -> Option<Order> {
        match self.orders.map(|count| count > 0) {
            [true, false] => Some(Order::DayMonth),
            [false, true] => Some(Order::MonthDay),
            [true, true] | [false, false] => None,
        }
    }

    fn widen(&mut self, year: i32) {
        self.years = Some(self.years.map_or((year, year), |(first, last)| (first.min(year), last.max(year))));
    }

    /// Returns the first and the last year of its dates.
    pub(super) fn years(&self) -> Option<(i32, i32)> {
        self.years
    }

    /// Returns how many values are dates whatever the column is called.
    pub(super) fn evident(&self) -> u32 {
        self.iso + self.numeric + self.worded
    }

    /// Returns how many values are dates in which nothing is open.
    pub(super) fn clear(&self) -> u32 {
        self.iso + self.worded
    }

    /// Returns the forms of the values, of which so many are filled and so many have digits; `given` is the order of day and
    /// month that another reading found.
    pub(super) fn forms(
        &self,
        is_named: bool,
        filled: u32,
        with_digits: u32,
        given: Option<Order>,
    ) -> Option<(Vec<DateForm>, bool)> {
        let numeric = self.numeric + if is_named { self.short } else { 0 };
        let order = self.order(given);
        let mut forms = vec![
            (self.iso, Some(DateForm::Iso)),
            (numeric, order.map(DateForm::Numeric)),
            (self.worded, Some(DateForm::Words)),
        ];
        if is_named {
            forms.push((self.compact, Some(DateForm::Compact)));
            let epochs = [DateForm::Unix, DateForm::UnixMillis, DateForm::UnixMicros];
            forms.extend(self.epochs.into_iter().zip(epochs.map(Some)));
        }
        let read: u32 = forms.iter().map(|(count, _)| count).sum();
        // Words for nothing (`unknown`) are no reason to lose the dates beside them.
        let is_of_dates = read > 0 && (read * 10 >= filled * MOST || is_named && read * 2 >= with_digits);
        if !is_of_dates {
            return None;
        }
        forms.retain(|(count, _)| *count > 0);
        forms.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let is_open = numeric > 0 && order.is_none();
        Some((forms.into_iter().filter_map(|(_, form)| form).collect(), is_open))
    }

    fn order(&self, given: Option<Order>) -> Option<Order> {
        let [day_first, month_first] = self.orders.map(|count| count > 0);
        match (day_first, month_first) {
            (true, false) => Some(Order::DayMonth),
            (false, true) => Some(Order::MonthDay),
            // Dates with dots are written day first wherever they are written, unless they prove otherwise.
            (true, true) | (false, false)
                if self.dotted > 0 && self.dotted * 10 >= (self.numeric + self.short) * MOST =>
            {
                Some(Order::DayMonth)
            }
            (true, true) | (false, false) => given,
        }
    }
}
