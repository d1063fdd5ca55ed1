//! Footer: what is printed under the closing of every mail of a controller, whoever it is for.
//!
//! In: a letter cut into what it says, the language's closings (`rule`). Out: [`begins`], the line after which the footer
//! stands. Rights named there are a general notice: they touch a point and do not answer the person.
//!
//! A closing with much under it stands over an answer, as a cover letter does, and so does one with an annex or a
//! postscript. Not here: what is quoted from an earlier message (`sentence`, `asked`).

use super::rule::Rules;
use super::sentence::Unit;
use crate::law::content::{Point, Presence};

/// Words under a closing that may be a footer; more are a part of the answer.
const FOOTER_WORDS_MAX: usize = 150;

/// Words over a closing; a mail that greets so at its beginning has none.
const WORDS_ABOVE_MIN: usize = 8;

/// The line of the closing under which the footer stands.
pub(super) fn begins(text: &str, units: &[&Unit], rules: &Rules) -> Option<u64> {
    let closings = (1..).zip(text.lines()).filter(|(_, line)| rules.closes(line));
    closings.map(|(number, _)| number).find(|closing| {
        let count = |is_counted: &dyn Fn(u64) -> bool| -> usize {
            units.iter().filter(|unit| is_counted(unit.line)).map(|unit| unit.words.len()).sum()
        };
        let below = || units.iter().filter(|unit| unit.line > *closing);
        count(&|line| line < *closing) >= WORDS_ABOVE_MIN
            && count(&|line| line > *closing) <= FOOTER_WORDS_MAX
            && !below().any(|unit| rules.follows(unit))
    })
}

/// What a sentence of a footer says of a point: a copy comes with the letter wherever that is said, and the controller's address
/// is meant to stand there; the rest is general.
pub(super) fn weighed(point: Point, presence: Presence) -> Presence {
    match (point, presence) {
        (Point::Copy | Point::Controller, presence)
        | (_, presence @ (Presence::Partly | Presence::Vague | Presence::NotFound)) => presence,
        (_, Presence::Found) => Presence::Vague,
    }
}
