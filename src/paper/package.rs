//! Package: files in a zip archive, as OpenDocument wants them.
//!
//! In: names and bytes. Out: an archive (APPNOTE 6.3.10) without dates, so that the same files give the same
//! bytes. Only what such a package needs: a few small files, stored or deflated. Reading archives is the work of another
//! room.

use flate2::Crc;

use crate::paper::file::raw_deflate;

/// The date of every entry: 1 January 1980, the first there is.
const DATE: u16 = 0x0021;
/// The version needed to read, and the flag that names are UTF-8.
const VERSION: u16 = 20;
const UTF8: u16 = 0x0800;

/// An archive being written.
pub(super) struct Package {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Package {
    /// Begins an empty archive.
    pub(super) fn new() -> Self {
        Self { bytes: Vec::new(), directory: Vec::new(), count: 0 }
    }

    /// Adds a file as it is.
    pub(super) fn store(&mut self, name: &str, bytes: &[u8]) {
        self.add(name, bytes, bytes, 0);
    }

    /// Adds a file compressed.
    pub(super) fn pack(&mut self, name: &str, bytes: &[u8]) {
        self.add(name, bytes, &raw_deflate(bytes), 8);
    }

    fn add(&mut self, name: &str, bytes: &[u8], data: &[u8], method: u16) {
        let mut sum = Crc::new();
        sum.update(bytes);
        let start = length(self.bytes.len());
        // What the entry's head and its line in the directory share.
        let mut shared = Vec::new();
        shared.extend([VERSION, UTF8, method, 0, DATE].iter().flat_map(|word| word.to_le_bytes()));
        shared.extend(
            [sum.sum(), length(data.len()), length(bytes.len())].iter().flat_map(|word| word.to_le_bytes()),
        );
        let name_length = u16::try_from(name.len()).unwrap_or(u16::MAX);
        shared.extend([name_length, 0].iter().flat_map(|word| word.to_le_bytes()));

        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&shared);
        self.bytes.extend(name.bytes());
        self.bytes.extend(data);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&shared);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.bytes());
        self.count += 1;
    }

    /// Ends the archive.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let (start, size) = (length(self.bytes.len()), length(self.directory.len()));
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend([self.count, self.count].iter().flat_map(|word| word.to_le_bytes()));
        self.bytes.extend([size, start].iter().flat_map(|word| word.to_le_bytes()));
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

/// Returns a length as archives of this size state it: pictures are limited to a few megabytes each.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
