//! Sealed: archives and mailboxes of kinds that are not read, known by how they begin.
//!
//! In: the first bytes of a file and the end of its name. Out: its kind, so that an answer in it counts as unread and the user
//! hears what to do: to unpack it first, or to export its mails. Marks: rar, 7z, cab, bzip2 and the like are told by the
//! library of types; those it does not know stand here, each with the source of its mark.
//!
//! Not here: the kinds that are opened (`container`).

use super::Format;

/// What a mark is that stands somewhere near the beginning of a file.
struct Mark {
    id: &'static str,
    at: usize,
    bytes: &'static [u8],
}

/// Marks the library of types does not know.
const MARKS: &[Mark] = &[
    // ACE: `**ACE**` behind the check and the size of the header (the format's own description, 1998).
    Mark { id: "ace", at: 7, bytes: b"**ACE**" },
    // LHA: the method, `-lh5-` and its like, behind the size and the check of the header.
    Mark { id: "lzh", at: 2, bytes: b"-lh" },
    // ARJ: the header's number (TECHNOTE.TXT of ARJ).
    Mark { id: "arj", at: 0, bytes: &[0x60, 0xea] },
    // ISO 9660: the first descriptor stands in sector 16 (ECMA-119, 8.1).
    Mark { id: "iso", at: 0x8001, bytes: b"CD001" },
    // Outlook: [MS-PST] 2.2.2.6.
    Mark { id: "pst", at: 0, bytes: b"!BDN" },
];

/// How a compound file begins ([MS-CFB] 2.2), of which a `.msg` is one.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Archives that are not read.
const ARCHIVES: [&str; 18] = [
    "rar", "7z", "ace", "lzh", "arj", "iso", "dmg", "cab", "bz2", "bz3", "gz", "xz", "zst", "lz", "lz4", "Z",
    "ar", "deb",
];

/// Mailboxes that are not read.
const MAILBOXES: [&str; 2] = ["pst", "msg"];

/// Names under which an archive is sent.
const NAMES: [&str; 9] = ["zip", "rar", "7z", "tar", "tgz", "gz", "bz2", "xz", "zst"];

/// What a file is that is not read, and what there is to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sealed {
    /// An archive of this kind: to be unpacked first.
    Archive(&'static str),
    /// A mailbox of this kind: its mails are to be exported.
    Mailbox(&'static str),
    /// A web page in the place of an archive: to be downloaded again.
    Page,
}

/// Returns the kind of a file by its mark.
pub(super) fn kind_of(beginning: &[u8], extension: &str) -> Option<&'static str> {
    if beginning.starts_with(COMPOUND) && extension == "msg" {
        return Some("msg");
    }
    let stands = |mark: &&Mark| beginning.get(mark.at..).is_some_and(|bytes| bytes.starts_with(mark.bytes));
    MARKS.iter().find(stands).map(|mark| mark.id)
}

/// Tells whether only the name of a file without a mark says what it is: the mark of a disk image stands at its end.
pub(super) fn is_named_image(extension: &str) -> bool {
    extension == "dmg"
}

/// Tells what a file is, if it is one that is not read.
pub(crate) fn sealed(format: Format, name: &str) -> Option<Sealed> {
    match format {
        Format::Opaque(id) if ARCHIVES.contains(&id) => Some(Sealed::Archive(id)),
        Format::Opaque(id) if MAILBOXES.contains(&id) => Some(Sealed::Mailbox(id)),
        Format::Html if NAMES.contains(&super::extension(name).as_str()) => Some(Sealed::Page),
        Format::Opaque(_)
        | Format::Html
        | Format::Csv
        | Format::Json
        | Format::NdJson
        | Format::Xlsx
        | Format::Xls
        | Format::Ods
        | Format::Xml
        | Format::Txt
        | Format::Eml
        | Format::Mbox
        | Format::Vcf
        | Format::Ics
        | Format::Pdf
        | Format::Unknown => None,
    }
}
