//! Copies: members with the same bytes, so that nothing is counted twice.
//!
//! In: the listed members. Out: later copies marked with the number of the first. Sizes and checksums, which an
//! archive merely declares, only select candidates; SHA-256 of the bytes decides.

use std::collections::HashMap;

use super::{Archive, Content, Fate, Member, sha256};
use crate::finding::{Code, Finding, Place};
use crate::import::Options;

/// Marks copies.
pub(super) fn mark(archive: &mut Archive, options: &Options) {
    let members = archive.members.iter().enumerate();
    let read = members.filter(|(_, member)| member.fate == Fate::Read && member.bytes > 0);
    let mut candidates: Vec<(u64, Option<u32>, usize)> =
        read.map(|(index, member)| (member.bytes, declared_checksum(member), index)).collect();
    candidates.sort_unstable();
    let alike = candidates.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|group| group.len() > 1);
    let mut groups: Vec<Vec<usize>> =
        alike.map(|group| group.iter().map(|(_, _, index)| *index).collect()).collect();
    groups.sort_unstable();
    for group in groups {
        mark_group(archive, &group, options);
    }
}

fn mark_group(archive: &mut Archive, group: &[usize], options: &Options) {
    let mut first_with: HashMap<[u8; 32], usize> = HashMap::new();
    for index in group {
        let Some(digest) = archive.members.get(*index).and_then(|member| digest(member, archive, options))
        else {
            continue;
        };
        let first = *first_with.entry(digest).or_insert(*index);
        if first == *index {
            continue;
        }
        let original = archive.members.get(first).map(|member| member.path.clone()).unwrap_or_default();
        if let Some(member) = archive.members.get_mut(*index) {
            member.fate = Fate::CopyOf(first);
            let place = Place::file(&member.path);
            member.findings.push(Finding::new(Code::DuplicateContent, place).with("original", original));
        }
    }
}

fn declared_checksum(member: &Member) -> Option<u32> {
    match &member.content {
        Content::Zipped(_, entry) => Some(entry.crc),
        Content::OnDisk(_) | Content::Bytes(_) => None,
    }
}

/// Returns the digest of a member that can be read to its end.
fn digest(member: &Member, archive: &Archive, options: &Options) -> Option<[u8; 32]> {
    let reading = member.read(archive, options, |reader| sha256(reader)).ok()?;
    if reading.fault.is_some() { None } else { reading.value.ok() }
}
