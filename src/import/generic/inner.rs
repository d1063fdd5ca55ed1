//! Inner: whether a list inside an element of a list is a table of its own.
//!
//! In: the cells of the element, and those of each element of the list. Out: whether its rows are things of their own, as the
//! transactions of an account are, or parts of what it stands in, as the articles of an order.
//!
//! Not here: where lists stand (`format::apart`).

use super::dictionary::Money;
use super::field::Field;
use super::words::Meanings;
use crate::import::amount;
use crate::import::format::Cell;
use crate::import::value;

/// Elements looked at.
const ELEMENTS_SAMPLED: usize = 20;

/// Elements from which a list without days and amounts is more than a detail.
const MANY: usize = 6;

/// Bytes of the shortest day that needs no name.
const DAY_BYTES_MIN: usize = 10;

/// What cells say together.
struct Said {
    is_dated: bool,
    is_paid: bool,
}

/// Tells whether the elements of a list are rows of their own. What has a day and a price is bought, and the lists in it say more
/// about that: to count them would be to count it twice.
pub(crate) fn is_table(own: &[Cell<'_>], elements: &[Vec<Cell<'_>>]) -> bool {
    let meanings = Meanings::default();
    let outer = said(own, &meanings);
    let sampled: Vec<Said> = elements.iter().take(ELEMENTS_SAMPLED).map(|it| said(it, &meanings)).collect();
    let most = |is: fn(&Said) -> bool| sampled.iter().filter(|said| is(said)).count() * 2 > sampled.len();
    let (is_dated, is_paid) = (most(|said| said.is_dated), most(|said| said.is_paid));
    let is_bought = outer.is_paid && (outer.is_dated || !is_dated);
    !is_bought && (is_dated || is_paid || elements.len() >= MANY)
}

fn said(cells: &[Cell<'_>], meanings: &Meanings) -> Said {
    let is_day = |cell: &Cell<'_>| {
        let meaning = meanings.of(cell.name);
        let has_digit = || cell.text.bytes().any(|byte| byte.is_ascii_digit());
        !meaning.is(Field::Timeless)
            && (meaning.is(Field::Date) && has_digit()
                || cell.text.len() >= DAY_BYTES_MIN && value::iso(cell.text).is_some())
    };
    let is_price = |cell: &Cell<'_>| {
        let meaning = meanings.of(cell.name);
        meaning.is(Field::Amount)
            && !meaning.is_any(&[Field::Measure, Field::Code])
            && !matches!(meaning.money, Some(Money::Part | Money::Refund))
            && amount::is_amount(cell.text)
    };
    // What stands in a list deeper down is not its own.
    let mut own = cells.iter().filter(|cell| !cell.name.contains('['));
    Said { is_dated: own.clone().any(is_day), is_paid: own.any(is_price) }
}
