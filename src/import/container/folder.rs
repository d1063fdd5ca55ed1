//! RIM. Folder: an answer that somebody unpacked, or a folder of archives.
//!
//! In: a folder. Out: its files as members, in the order of their paths; zip files in it are opened like any
//! other. Symbolic links are not followed, so that a folder cannot reach beyond itself.

#![expect(clippy::disallowed_methods, reason = "container/ lists what the user named")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::limit::Limit;
use super::source::Positioned;
use super::{Archive, Content, INSIDE, Member, hexadecimal, name, open_on_disk, sha256, zip};
use crate::finding::{Code, Finding, Place};
use crate::import::Options;
use crate::import::answer::Received;

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
    let mut files = Vec::new();
    let too_many = !collect(root, "", 0, Archive::members_max(options), &mut files)?;
    files.sort();
    if too_many {
        archive.findings.push(Limit::Members.finding(Place::file(root_name)));
    }
    let mut hasher = Sha256::new();
    let mut bytes = 0;
    for (path, on_disk) in files {
        let digest = match open_on_disk(&on_disk) {
            Ok(source) => {
                bytes += source.len();
                sha256(Positioned::new(source)).ok()
            }
            Err(_) => None,
        };
        let digest = digest.map(|digest| hexadecimal(&digest)).unwrap_or_default();
        hasher.update(format!("{path}\0{digest}\n"));
        add(&format!("{prefix}{path}"), on_disk, archive, options);
    }
    let sha256 = hexadecimal(&hasher.finalize());
    archive.received.push(Received { name: root_name.to_owned(), bytes, sha256 });
    Ok(())
}

/// Collects the files below a folder; `false` when there are too many.
fn collect(
    folder: &Path,
    path: &str,
    depth: usize,
    files_max: usize,
    files: &mut Vec<(String, PathBuf)>,
) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let path = format!("{path}{}", entry.file_name().to_string_lossy());
        if kind.is_dir() && depth < FOLDER_DEPTH_MAX {
            if !collect(&entry.path(), &format!("{path}/"), depth + 1, files_max, files)? {
                return Ok(false);
            }
        } else if kind.is_file() {
            if files.len() >= files_max {
                return Ok(false);
            }
            files.push((path, entry.path()));
        }
    }
    Ok(true)
}

fn add(path: &str, on_disk: PathBuf, archive: &mut Archive, options: &Options) {
    let bytes = fs::metadata(&on_disk).map_or(0, |about| about.len());
    if zip::is_named_zip(path) && !name::is_noise(path) && add_zip(path, &on_disk, archive, options) {
        return;
    }
    archive.members.push(Member::new(path.to_owned(), bytes, Content::OnDisk(on_disk)));
}

/// Lists a zip file of the folder; `false` when it is to be read as a file.
fn add_zip(path: &str, on_disk: &Path, archive: &mut Archive, options: &Options) -> bool {
    let Ok(source) = open_on_disk(on_disk) else { return false };
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
