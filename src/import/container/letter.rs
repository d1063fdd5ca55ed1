//! Letter: what is attached to a mail.
//!
//! In: a member that is a mail, or the beginning of a lone file. Out: its attachments as members behind it, archives
//! among them opened, and the page it is written on where that holds a table. The mail itself stays a member and is
//! read as a row (`format`).
//!
//! In a box of mails each attachment stands under the number of its mail. Not here: the mails themselves.

use std::io::Read;

use super::limit::{DEPTH_MAX, Limit};
use super::source::in_memory;
use super::{Archive, Content, Fate, INSIDE, Member, name, zip};
use crate::finding::Place;
use crate::import::Options;
use crate::import::format::mail;

/// Mails that are taken for the answer itself, whose pages may be the table. Where there are more, they are what the company
/// sent over the years (thousands, in some answers), laid out with tables that hold no data.
const ANSWERS_MAX: usize = 10;

/// Leaves the pages of mails out where there are too many mails for an answer.
pub(super) fn settle(archive: &mut Archive) {
    if archive.mails > ANSWERS_MAX {
        let page = format!("{INSIDE}{}", mail::PAGE);
        archive.members.retain(|member| !member.path.ends_with(&page));
    }
}

/// Tells whether a name is that of a mail.
pub(super) fn is_named_mail(path: &str) -> bool {
    name::ends_with(path, ".eml")
}

/// Tells whether a name is that of a box of mails.
pub(super) fn is_named_box(path: &str) -> bool {
    name::ends_with(path, ".mbox")
}

/// Lists what is attached to the mails of a box.
pub(super) fn open_box(member: &mut Member, archive: &mut Archive, options: &Options) {
    let room = archive.nested_bytes_left;
    let members_left = Archive::members_max(options).saturating_sub(archive.members.len());
    let reading =
        member.read(archive, options, |reader| mail::attachments_in_box(reader, room, members_left));
    // What cannot be read is reported when it is read for good.
    let Ok(reading) = reading else { return };
    let (attached, has_more) = reading.value;
    if has_more {
        member.findings.push(Limit::NestedBytes.finding(Place::file(&member.path)));
    }
    if is_too_deep(member, archive, attached.is_empty()) {
        return;
    }
    for (number, name, content) in attached {
        archive.nested_bytes_left = archive.nested_bytes_left.saturating_sub(content.len() as u64);
        add(&member.path, &format!("{number}/{name}"), content, archive, options);
    }
}

fn add(letter: &str, attached: &str, content: Vec<u8>, archive: &mut Archive, options: &Options) {
    let path = format!("{letter}{INSIDE}{}", name::shown(attached));
    let mut attachment = Member::new(path, content.len() as u64, Content::Bytes(in_memory(content)));
    let is_opened = attachment.fate == Fate::Read
        && archive.deeper(|archive| zip::open_inside(&mut attachment, archive, options));
    if !is_opened {
        archive.members.push(attachment);
    }
}

/// Says of a mail inside of too many archives that what is attached to it is not read.
fn is_too_deep(member: &mut Member, archive: &Archive, has_nothing: bool) -> bool {
    let is_too_deep = archive.depth >= DEPTH_MAX && !has_nothing;
    if is_too_deep {
        member.findings.push(Limit::Depth.finding(Place::file(&member.path)));
    }
    is_too_deep
}

/// Lists what is attached to a mail.
pub(super) fn open(member: &mut Member, archive: &mut Archive, options: &Options) {
    let room = archive.nested_bytes_left;
    let reading = member.read(archive, options, |reader| {
        let mut bytes = Vec::new();
        reader.take(room.saturating_add(1)).read_to_end(&mut bytes).map(|_| bytes)
    });
    // What cannot be read is reported when it is read for good.
    let Some(Ok(bytes)) = reading.ok().map(|reading| reading.value) else { return };
    if bytes.len() as u64 > room {
        member.findings.push(Limit::NestedBytes.finding(Place::file(&member.path)));
        return;
    }
    archive.mails += 1;
    let page = if archive.mails > ANSWERS_MAX { None } else { mail::page(&bytes) };
    let attachments = mail::attachments(&bytes);
    if is_too_deep(member, archive, page.is_none() && attachments.is_empty()) {
        return;
    }
    for (attached, content) in page.into_iter().chain(attachments) {
        let Some(left) = archive.nested_bytes_left.checked_sub(content.len() as u64) else {
            member.findings.push(Limit::NestedBytes.finding(Place::file(&member.path)));
            return;
        };
        if archive.members.len() >= Archive::members_max(options) {
            archive.findings.push(Limit::Members.finding(Place::file(&member.path)));
            return;
        }
        archive.nested_bytes_left = left;
        add(&member.path, &attached, content, archive, options);
    }
}
