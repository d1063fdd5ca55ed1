//! Text: bytes in whatever encoding to UTF-8, streamed.
//!
//! In: a reader and its first bytes. Out: a reader of valid UTF-8 without byte order mark and NUL, which counts
//! what it had to replace or leave out. Which encoding it is in is told from the first bytes (`encoding`); where they are
//! plain ASCII, from those around the first that is not.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use encoding_rs::DecoderResult;
use memchr::memchr;

use super::encoding::{self, Decoder, Encoding, Guess};
use super::{FormatFinding, Sink};
use crate::finding::Code;

const CHUNK_BYTES: usize = 32 * 1024;
const SMALL_BYTES: usize = 1024;

/// Tells whether bytes look like text in some encoding.
pub(super) fn is_text(beginning: &[u8]) -> bool {
    let says_unicode = encoding::says_unicode(beginning);
    if !encoding::of(beginning).encoding.is_utf_8() && !says_unicode {
        // A single-byte encoding accepts anything; control characters tell binary data from text.
        let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0);
        return beginning.iter().filter(is_control).count() * 100 < beginning.len();
    }
    let zeros = beginning.iter().filter(|byte| **byte == 0).count();
    says_unicode || zeros * 10 < beginning.len().max(1)
}

/// Decodes the first bytes, for looking at them.
pub(super) fn decode_beginning(beginning: &[u8]) -> String {
    encoding::of(beginning).encoding.decode(beginning)
}

/// Repairs a text whose UTF-8 bytes were each written as a character of their own ("ChÃ¢teau"), as large platforms
/// do in their JSON. All of it must be such bytes and form valid UTF-8; what is right already is none of that.
pub(super) fn repaired(text: &str) -> Cow<'_, str> {
    // A byte behind the first of a character, 80 to BF, is itself written as C2 and that byte.
    if text.is_ascii() || memchr(0xc2, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        let Ok(byte) = u8::try_from(u32::from(c)) else { return Cow::Borrowed(text) };
        bytes.push(byte);
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Counts the bytes read since the format finished its last item, so that one item cannot take all memory.
#[derive(Clone)]
pub(super) struct Meter {
    count: Rc<Count>,
    max: u64,
}

#[derive(Default)]
struct Count {
    since_last_item: Cell<u64>,
    reached: Cell<bool>,
}

impl Meter {
    /// Starts at zero.
    pub(super) fn new(max: u64) -> Self {
        Self { count: Rc::default(), max }
    }

    /// Counts without end, for a reader that another one bounds.
    pub(super) fn unbounded() -> Self {
        Self::new(u64::MAX)
    }

    /// Notes that an item is finished.
    pub(super) fn item_done(&self) {
        self.count.since_last_item.set(0);
    }

    /// Counts bytes; an error once there are too many.
    pub(super) fn count(&self, bytes: u64) -> io::Result<()> {
        let since = self.count.since_last_item.get().saturating_add(bytes);
        self.count.since_last_item.set(since);
        if since > self.max {
            self.count.reached.set(true);
            return Err(io::Error::other("an item is larger than allowed"));
        }
        Ok(())
    }

    /// Tells whether the limit was reached.
    pub(super) fn is_reached(&self) -> bool {
        self.count.reached.get()
    }

    /// Returns the limit.
    pub(super) fn max(&self) -> u64 {
        self.max
    }
}

/// Clean text that comes in pieces.
pub(super) trait Text {
    /// Appends what comes next to a text and returns its bytes; none at the end.
    fn read_to(&mut self, text: &mut String) -> io::Result<usize>;
}

impl Text for &str {
    fn read_to(&mut self, text: &mut String) -> io::Result<usize> {
        let rest = std::mem::take(self);
        text.push_str(rest);
        Ok(rest.len())
    }
}

/// A reader of clean UTF-8.
pub(super) struct TextReader<R> {
    inner: R,
    decoder: Decoder,
    meter: Meter,
    /// Bytes read at once.
    room: usize,
    raw: Vec<u8>,
    raw_start: usize,
    clean: String,
    clean_start: usize,
    at_end: bool,
    /// Whether all so far is ASCII, so that nothing has told the encoding yet.
    is_open: bool,
    changes: Changes,
}

/// What a [`TextReader`] had to change, readable after the reader was consumed.
#[derive(Clone, Default)]
pub(super) struct Changes(Rc<Changed>);

#[derive(Default)]
struct Changed {
    replaced: Cell<u64>,
    zeros: Cell<u64>,
    /// Rules of the format that were broken and cost nothing.
    lapses: Cell<u64>,
    /// What it was read as, and what it may be as well.
    doubt: Cell<Option<(Encoding, Encoding)>>,
}

impl Changes {
    /// Counts characters that were replaced behind the reader.
    pub(super) fn count_replaced(&self, count: u64) {
        self.0.replaced.set(self.0.replaced.get() + count);
    }

    /// Counts a rule of the format that was broken and cost nothing.
    pub(super) fn count_lapse(&self) {
        self.0.lapses.set(self.0.lapses.get() + 1);
    }

    fn doubt(&self, guess: Guess) {
        if let Some(other) = guess.other {
            self.0.doubt.set(Some((guess.encoding, other)));
        }
    }

    /// Reports what was changed.
    pub(super) fn report(&self, sink: &mut dyn Sink) {
        for (code, count) in [
            (Code::BadEncoding, self.0.replaced.get()),
            (Code::NulBytes, self.0.zeros.get()),
            (Code::NotStrict, self.0.lapses.get()),
        ] {
            if count > 0 {
                sink.finding(FormatFinding::new(code, None).with("count", count));
            }
        }
        if let Some((encoding, other)) = self.0.doubt.get() {
            let finding = FormatFinding::new(Code::EncodingUnsure, None);
            sink.finding(finding.with("encoding", encoding.name()).with("other", other.name()));
        }
    }
}

impl<R: Read> TextReader<R> {
    /// Starts reading; `beginning` is looked at only.
    pub(super) fn new(beginning: &[u8], inner: R, meter: Meter) -> Self {
        let guess = encoding::of(beginning);
        let changes = Changes::default();
        changes.doubt(guess);
        Self {
            inner,
            decoder: guess.encoding.decoder(),
            meter,
            // Small files are many; all of one is seen before it is read.
            room: (beginning.len() + 1).clamp(SMALL_BYTES, CHUNK_BYTES),
            raw: Vec::new(),
            raw_start: 0,
            clean: String::new(),
            clean_start: 0,
            at_end: false,
            is_open: beginning.is_ascii(),
            changes,
        }
    }

    /// Returns a view of what it changes.
    pub(super) fn changes(&self) -> Changes {
        self.changes.clone()
    }

    /// Appends the next bytes, decoded; nothing at the end.
    fn decode_next(&mut self, text: &mut String) -> io::Result<()> {
        let start = text.len();
        while text.len() == start && !self.at_end {
            self.raw.resize(self.room, 0);
            let count = self.inner.read(&mut self.raw)?;
            self.raw.truncate(count);
            self.raw_start = 0;
            self.at_end = count == 0;
            self.decode(text);
        }
        Ok(())
    }

    fn decode(&mut self, text: &mut String) {
        let start = text.len();
        loop {
            let raw = self.raw.get(self.raw_start..).unwrap_or_default();
            text.reserve(self.decoder.room(raw.len()).unwrap_or(CHUNK_BYTES * 4));
            let (result, read) = self.decoder.decode(raw, text, self.at_end);
            self.raw_start += read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(wrong, behind) => {
                    let is_ascii = text.get(start..).is_some_and(str::is_ascii);
                    let bytes = usize::from(wrong) + usize::from(behind);
                    if !(self.is_open && is_ascii && self.tell_encoding(bytes)) {
                        text.push(char::REPLACEMENT_CHARACTER);
                        self.changes.count_replaced(1);
                    }
                }
            }
        }
        let decoded = text.get(start..).unwrap_or_default();
        self.is_open = self.is_open && decoded.is_ascii();
        if memchr(0, decoded.as_bytes()).is_some() {
            let clean: String = decoded.chars().filter(|c| *c != '\0').collect();
            let zeros = &self.changes.0.zeros;
            zeros.set(zeros.get() + (decoded.len() - clean.len()) as u64);
            text.truncate(start);
            text.push_str(&clean);
        }
    }

    /// Tells the encoding from the bytes on from the first that are no UTF-8, of which some were read; `false` where it is
    /// UTF-8 with something wrong in it.
    fn tell_encoding(&mut self, bytes: usize) -> bool {
        self.is_open = false;
        // Where the first of them came with the bytes before, it cannot be had again.
        let Some(start) = self.raw_start.checked_sub(bytes) else { return false };
        let guess = encoding::of(self.raw.get(start..).unwrap_or_default());
        if guess.encoding.is_utf_8() {
            return false;
        }
        self.changes.doubt(guess);
        self.decoder = guess.encoding.decoder();
        self.raw_start = start;
        true
    }
}

impl<R: Read> Text for TextReader<R> {
    fn read_to(&mut self, text: &mut String) -> io::Result<usize> {
        let start = text.len();
        let left = self.clean.as_bytes().get(self.clean_start..).unwrap_or_default();
        if left.is_empty() {
            self.decode_next(text)?;
        } else {
            text.push_str(&String::from_utf8_lossy(left));
            self.clean_start = self.clean.len();
        }
        let count = text.len() - start;
        if let Err(error) = self.meter.count(count as u64) {
            text.truncate(start);
            return Err(error);
        }
        Ok(count)
    }
}

impl<R: Read> Read for TextReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.clean_start >= self.clean.len() {
            let mut clean = std::mem::take(&mut self.clean);
            clean.clear();
            self.clean_start = 0;
            let decoded = self.decode_next(&mut clean);
            self.clean = clean;
            decoded?;
        }
        let mut rest = self.clean.as_bytes().get(self.clean_start..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.clean_start += count;
        self.meter.count(count as u64)?;
        Ok(count)
    }
}
