//! RIM. Folder: an answer that somebody unpacked, or a folder of archives.
//!
//! In: a folder. Out: its files as members, in the order of their paths; zip files in it are opened like any
//! other. Symbolic links are not followed, so that a folder cannot reach beyond itself.

#![expect(clippy::disallowed_methods, reason = "container/ lists what the user named")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::limit::{Limit, limit_finding};
use super::source::Positioned;
use super::{
    Archive, Content, Fate, INSIDE, Member, Received, hexadecimal, letter, name, open_on_disk, sha256, split,
    tape, zip,
};
use crate::finding::{Code, Finding, Place};
use crate::import::Options;

/// Folders inside folders; deeper ones are not an answer but a loop or an attack.
const FOLDER_DEPTH_MAX: usize = 64;

/// Lists a folder.
pub(super) fn list(
    root: &Path,
    root_name: &str,
    prefix: &str,
    archive: &mut Archive,
    options: &Options,
) -> io::Result<()> {
    let mut found =
        Found { files: Vec::new(), files_max: Archive::members_max(options), findings: Vec::new() };
    if !found.collect(root, "", 0)? {
        archive.findings.push(Limit::Members.finding(Place::file(root_name)));
    }
    found.findings.sort_by(|one, other| one.place.cmp(&other.place));
    archive.findings.append(&mut found.findings);
    found.files.sort();
    let mut hasher = Sha256::new();
    let mut bytes = 0;
    for (path, on_disk) in found.files {
        let digest = match open_on_disk(&on_disk) {
            Ok(source) => {
                bytes += source.len();
                sha256(Positioned::new(source)).ok()
            }
            Err(_) => None,
        };
        let digest = digest.map(|digest| hexadecimal(&digest)).unwrap_or_default();
        hasher.update(format!("{path}\0{digest}\n"));
        // The last part of an archive stands for all of them.
        if !split::is_part_of_another(&on_disk, &[]) {
            add(&format!("{prefix}{path}"), on_disk, archive, options);
        }
    }
    let sha256 = hexadecimal(&hasher.finalize());
    archive.received.push(Received { name: root_name.to_owned(), bytes, sha256 });
    Ok(())
}

/// What stands below a folder.
struct Found {
    files: Vec<(String, PathBuf)>,
    files_max: usize,
    findings: Vec<Finding>,
}

impl Found {
    /// Collects the files below a folder; `false` when there are too many.
    fn collect(&mut self, folder: &Path, above: &str, depth: usize) -> io::Result<bool> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let path = format!("{above}{}", entry.file_name().to_string_lossy());
            if kind.is_symlink() {
                self.findings.push(Finding::new(Code::LinkNotFollowed, Place::file(path)));
            } else if kind.is_dir() {
                if !self.descend(&entry.path(), &path, depth) {
                    return Ok(false);
                }
            } else if kind.is_file() {
                if self.files.len() >= self.files_max {
                    return Ok(false);
                }
                self.files.push((path, entry.path()));
            } else {
                self.findings.push(Finding::new(Code::NotAFile, Place::file(path)));
            }
        }
        Ok(true)
    }

    /// Goes into a folder; one that cannot be listed costs only itself.
    fn descend(&mut self, folder: &Path, path: &str, depth: usize) -> bool {
        if depth >= FOLDER_DEPTH_MAX {
            self.findings.push(limit_finding(
                Place::file(path),
                "folder-depth",
                FOLDER_DEPTH_MAX as u64,
                false,
            ));
            return true;
        }
        self.collect(folder, &format!("{path}/"), depth + 1).unwrap_or_else(|_| {
            self.findings.push(Finding::new(Code::MemberUnreadable, Place::file(path)));
            true
        })
    }
}

fn add(path: &str, on_disk: PathBuf, archive: &mut Archive, options: &Options) {
    let bytes = fs::metadata(&on_disk).map_or(0, |about| about.len());
    let is_archive = zip::is_named_zip(path) || split::is_first_piece(&on_disk);
    if is_archive && !name::is_noise(path) && add_zip(path, &on_disk, archive, options) {
        return;
    }
    let mut member = Member::new(path.to_owned(), bytes, Content::OnDisk(on_disk));
    if member.fate == Fate::Read && letter::is_named_mail(path) {
        letter::open(&mut member, archive, options);
    } else if member.fate == Fate::Read && letter::is_named_box(path) {
        letter::open_box(&mut member, archive, options);
    } else if member.fate == Fate::Read
        && tape::is_named_tape(path)
        && let Content::OnDisk(on_disk) = &member.content
        && let Ok(source) = open_on_disk(on_disk)
    {
        member.content = Content::Bytes(source);
        if zip::open_inside(&mut member, archive, options) {
            return;
        }
    }
    archive.members.push(member);
}

/// Lists a zip file of the folder; `false` when it is to be read as a file.
fn add_zip(path: &str, on_disk: &Path, archive: &mut Archive, options: &Options) -> bool {
    let whole = split::open(on_disk, &[]).map(|whole| whole.source);
    let Ok(source) = whole.or_else(|_| open_on_disk(on_disk)) else { return false };
    let bytes = source.len();
    let finding = match zip::list(&source, path, &format!("{path}{INSIDE}"), archive, options) {
        Ok(zip::Listing::Listed) => return true,
        Ok(zip::Listing::Office) => return false,
        Ok(zip::Listing::Encrypted | zip::Listing::WrongPassword) => Code::MemberEncrypted,
        Ok(zip::Listing::CutShort) | Err(_) => Code::ArchiveDamaged,
    };
    let mut member = Member::new(path.to_owned(), bytes, Content::Bytes(source));
    member.refuse(Finding::new(finding, Place::file(path)));
    archive.members.push(member);
    true
}
