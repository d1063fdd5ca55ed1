//! Element: where the next element of a list begins behind a fault.
//!
//! In: the tokens, at the fault. Out: the tokens in front of an object that begins as the elements before it do. Not here: what a
//! fault costs (`json`).

use memchr::memchr;

use super::{Awaits, Fault, Tokens};
use crate::import::format::number::is_space;
use crate::import::format::text::Text;

/// White space looked at between an element and the comma before it.
const SPACES_MAX: usize = 256;

impl<T: Text> Tokens<T> {
    /// Goes on, after a fault, where the next element of the list at a depth seems to begin: an object behind a comma
    /// whose first name is that of the element before. `false` when there is none.
    pub(in crate::import::format) fn find(&mut self, depth: usize, first_name: &str) -> Result<bool, Fault> {
        loop {
            self.meter.item_done();
            let rest = self.buffer.as_bytes().get(self.at..).unwrap_or_default();
            let Some(found) = memchr(b'{', rest) else {
                // What stands before an object is needed to tell whether it is an element.
                let keep = self.buffer.len().saturating_sub(SPACES_MAX);
                self.at = self.buffer.len();
                if !self.read_on(keep)? {
                    return Ok(false);
                }
                continue;
            };
            self.at += found;
            if self.is_element(first_name)? {
                self.containers.truncate(depth);
                if let Some(container) = self.containers.last_mut() {
                    container.awaits = Awaits::Value;
                }
                return Ok(true);
            }
            self.at += 1;
        }
    }

    fn is_element(&mut self, first_name: &str) -> Result<bool, Fault> {
        let before = self.buffer.as_bytes().get(..self.at).unwrap_or_default();
        if !before.trim_ascii_end().ends_with(b",") {
            return Ok(false);
        }
        let mut offset = 1;
        while self.byte(offset)?.is_some_and(is_space) && offset < SPACES_MAX {
            offset += 1;
        }
        for (index, expected) in std::iter::once(b'"').chain(first_name.bytes()).enumerate() {
            if self.byte(offset + index)? != Some(expected) {
                return Ok(false);
            }
        }
        Ok(first_name.is_empty() || self.byte(offset + 1 + first_name.len())? == Some(b'"'))
    }
}
