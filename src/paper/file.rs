//! File: objects packed to the bytes of a PDF 1.7 file.
//!
//! In: objects, as they are written. Out: a header, the streams, all other objects compressed in one object
//! stream (ISO 32000-1, 7.5.7), and a cross-reference stream (7.5.8). A letter's structure tree is half a
//! hundred small objects; packed like this they are a quarter of their size. The file identifier is a hash of
//! the content, so that the same objects give the same bytes.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};
use pdf_writer::{Chunk, Filter, Finish, Name, Ref, Settings, Str};
use sha2::{Digest, Sha256};

/// The first bytes: the version, and a comment that tells transfer programs that the file is no text.
const HEADER: &[u8] = b"%PDF-1.7\n%\x80\x81\x82\x83\n";
/// What stands between an object's number and its value, and after it.
const OBJECT_START: &[u8] = b" 0 obj\n";
const OBJECT_END: &[u8] = b"\nendobj\n";
/// The length of an entry of the cross-reference stream: its kind, and two numbers of four bytes.
const ENTRY: usize = 9;

/// How hard streams are compressed: the highest level saves one byte in a hundred of a letter and takes
/// longer.
const LEVEL: u32 = 6;

thread_local! {
    /// Setting a compressor up costs more than using it for a letter, so each thread keeps one.
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(LEVEL), true));
}

/// A file being written.
pub(super) struct File {
    streams: Chunk,
    objects: Chunk,
    stream_starts: Vec<(Ref, usize)>,
    object_starts: Vec<(Ref, usize)>,
    next: Ref,
}

impl File {
    /// Begins a file whose numbers below `next` are given out already.
    pub(super) fn new(next: Ref) -> Self {
        let chunk = || Chunk::with_settings_and_capacity(Settings { pretty: false }, 16 * 1024);
        Self {
            streams: chunk(),
            objects: chunk(),
            stream_starts: Vec::new(),
            object_starts: Vec::new(),
            next,
        }
    }

    /// Gives out a number.
    pub(super) fn number(&mut self) -> Ref {
        self.next.bump()
    }

    /// Returns where to write the one object, no stream, that has this number.
    pub(super) fn object(&mut self, id: Ref) -> &mut Chunk {
        self.object_starts.push((id, self.objects.len()));
        &mut self.objects
    }

    /// Returns where to write the one stream that has this number.
    pub(super) fn stream(&mut self, id: Ref) -> &mut Chunk {
        self.stream_starts.push((id, self.streams.len()));
        &mut self.streams
    }

    /// Ends the file.
    pub(super) fn finish(mut self, catalog: Ref) -> Vec<u8> {
        let hash = Sha256::new()
            .chain_update(self.streams.as_bytes())
            .chain_update(self.objects.as_bytes())
            .finalize();
        let identifier: Vec<u8> = hash.iter().copied().take(16).collect();
        let (pack, table) = (self.number(), self.number());
        self.write_pack(pack);
        let table_start = self.streams.len();
        self.stream_starts.push((table, table_start));

        // A table that ends where readers see a line end gets one more number, which is free.
        let data = loop {
            match try_deflate(&predicted(&self.entries(pack))) {
                Some(data) => break data,
                None => self.next.bump(),
            };
        };
        let size = self.next.get();
        let mut stream = self.streams.stream(table, &data);
        let columns = i32::try_from(ENTRY).unwrap_or(i32::MAX);
        stream.filter(Filter::FlateDecode);
        let mut parameters = stream.insert(Name(b"DecodeParms")).dict();
        parameters.pair(Name(b"Predictor"), 12).pair(Name(b"Columns"), columns);
        parameters.finish();
        stream.pair(Name(b"Type"), Name(b"XRef")).pair(Name(b"Size"), size);
        stream.pair(Name(b"Root"), catalog);
        stream.insert(Name(b"ID")).array().items([Str(&identifier), Str(&identifier)]);
        stream.insert(Name(b"W")).array().items([1, 4, 4]);
        stream.finish();

        let mut bytes = HEADER.to_vec();
        bytes.extend(self.streams.as_bytes());
        bytes.extend(format!("startxref\n{}\n%%EOF\n", HEADER.len() + table_start).bytes());
        bytes
    }

    /// Writes the stream that holds all objects that are no streams.
    fn write_pack(&mut self, id: Ref) {
        let (mut numbers, mut bodies) = (String::new(), Vec::new());
        let ends = self.object_starts.iter().skip(1).map(|(_, start)| *start).chain([self.objects.len()]);
        for ((object, start), end) in self.object_starts.iter().zip(ends) {
            let written = self.objects.as_bytes().get(*start..end).unwrap_or_default();
            let head = object.get().to_string().len() + OBJECT_START.len();
            let body = written.get(head..written.len().saturating_sub(OBJECT_END.len())).unwrap_or_default();
            numbers.push_str(&format!("{} {} ", object.get(), bodies.len()));
            bodies.extend(body);
            bodies.push(b'\n');
        }
        let pack = [numbers.as_bytes(), &bodies].concat();
        let count = i32::try_from(self.object_starts.len()).unwrap_or(i32::MAX);
        let first = i32::try_from(numbers.len()).unwrap_or(i32::MAX);
        let data = deflate(&pack, b"\n");
        let mut stream = self.stream(id).stream(id, &data);
        stream.filter(Filter::FlateDecode).pair(Name(b"Type"), Name(b"ObjStm"));
        stream.pair(Name(b"N"), count).pair(Name(b"First"), first);
    }

    /// Returns the cross-reference entries of all numbers: free, at an offset, or at a place in the pack.
    fn entries(&self, pack: Ref) -> Vec<u8> {
        let count = usize::try_from(self.next.get()).unwrap_or_default();
        let mut entries = vec![(0_u8, 0_usize, 0_usize); count];
        let mut set = |id: Ref, entry| {
            let place = usize::try_from(id.get()).ok().and_then(|id| entries.get_mut(id));
            *place.expect("every number was given out before it was used") = entry;
        };
        for (id, start) in &self.stream_starts {
            set(*id, (1, HEADER.len() + start, 0));
        }
        for (index, (id, _)) in self.object_starts.iter().enumerate() {
            set(*id, (2, usize::try_from(pack.get()).unwrap_or_default(), index));
        }
        if let Some(head) = entries.first_mut() {
            head.2 = 0xFFFF;
        }
        let tail = |number: usize| number.to_be_bytes().into_iter().rev().take(4).rev();
        entries
            .iter()
            .flat_map(|(kind, offset, index)| [*kind].into_iter().chain(tail(*offset)).chain(tail(*index)))
            .collect()
    }
}

/// Writes each entry as its difference from the one before (ISO 32000-1, 7.4.4.4: the predictor "up").
fn predicted(entries: &[u8]) -> Vec<u8> {
    let mut before: &[u8] = &[0; ENTRY];
    let mut out = Vec::with_capacity(entries.len() + entries.len() / ENTRY);
    for entry in entries.chunks(ENTRY) {
        out.push(2);
        out.extend(entry.iter().zip(before).map(|(byte, above)| byte.wrapping_sub(*above)));
        before = entry;
    }
    out
}

/// Compresses the data of a stream, with `padding` behind it if need be.
///
/// The padding is something that the stream's reader skips. It is needed if the compressed data end with a
/// carriage return: with the line feed before `endstream` strict readers take both for the line end and find
/// the stream too short. The last byte is the low byte of a sum (RFC 1950), so a padding that is not all zero
/// changes it.
pub(super) fn deflate(bytes: &[u8], padding: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    loop {
        if let Some(data) = try_deflate(&padded) {
            return data;
        }
        padded.extend(padding);
    }
}

/// Compresses without the head and the sum that streams of a PDF have around the data (RFC 1950).
pub(super) fn raw_deflate(bytes: &[u8]) -> Vec<u8> {
    let data = compress(bytes);
    data.get(2..data.len().saturating_sub(4)).unwrap_or_default().to_vec()
}

/// Compresses, unless the result ends with a carriage return.
fn try_deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    Some(compress(bytes)).filter(|data| data.last() != Some(&b'\r'))
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        let mut data = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(compressor.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(read..).unwrap_or_default();
            let status = compressor.compress_vec(rest, &mut data, FlushCompress::Finish);
            match status.expect("any bytes can be compressed") {
                Status::StreamEnd => return data,
                Status::Ok | Status::BufError => data.reserve(rest.len() + 64),
            }
        }
    })
}
