//! The mails of a folder on a mail server, read without changing them.
//!
//! In: an open mailbox, the name of a folder, how far it was read before. Out: one [`Entry`] per mail that is new or
//! was left open, and how far it is read now. A mail stays unread. A folder that the server numbered anew is read from
//! its beginning: which mails were recorded already is told by their content.
//!
//! Not here: the conversation with the server (`delivery::imap`), and where the bookmark is kept (`cli`).

use std::collections::BTreeSet;
use std::vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::mailbox::{Entry, limit};
use crate::delivery;
use crate::delivery::imap::{Listed, MAIL_BYTES_MAX, Mailbox};
use crate::finding::{Place, Position};

/// How far a folder was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookmark {
    /// While this number stays the same, a mail's number names the same mail (RFC 3501, 2.3.1.1).
    pub uid_validity: u32,
    /// The number from which on mails are new.
    pub next: u32,
    /// Numbers of earlier mails that wait for the person.
    pub open: BTreeSet<u32>,
}

/// The mails of a folder that are still to be read.
pub struct Folder<'mailbox> {
    mailbox: &'mailbox mut Mailbox,
    name: String,
    bookmark: Bookmark,
    wanted: vec::IntoIter<Listed>,
}

impl<'mailbox> Folder<'mailbox> {
    /// Opens a folder for reading, behind a bookmark. Of new mails those that came before `since` are passed over.
    ///
    /// # Errors
    /// Those of the mailbox.
    pub fn open(
        mailbox: &'mailbox mut Mailbox,
        name: &str,
        before: Option<Bookmark>,
        since: Option<NaiveDate>,
    ) -> Result<Self, delivery::Error> {
        let opened = mailbox.examine(name)?;
        let known = before.filter(|bookmark| bookmark.uid_validity == opened.uid_validity);
        let mut bookmark =
            known.unwrap_or(Bookmark { uid_validity: opened.uid_validity, next: 1, open: BTreeSet::new() });
        let first = bookmark.open.first().copied().unwrap_or(bookmark.next).min(bookmark.next);
        let listed = mailbox.list_from(first)?;
        let is_recent =
            |mail: &Listed| since.zip(mail.arrived).is_none_or(|(since, arrived)| since <= arrived);
        let is_open = |mail: &Listed| bookmark.open.contains(&mail.uid);
        let is_wanted = |mail: &Listed| is_open(mail) || (mail.uid >= bookmark.next && is_recent(mail));
        let wanted: Vec<Listed> = listed.iter().copied().filter(is_wanted).collect();
        // What is no longer there waits for nobody.
        bookmark.open = listed.iter().filter(|mail| is_open(mail)).map(|mail| mail.uid).collect();
        Ok(Self { mailbox, name: name.to_owned(), bookmark, wanted: wanted.into_iter() })
    }

    /// Returns how far the folder is read.
    pub fn bookmark(&self) -> &Bookmark {
        &self.bookmark
    }

    /// Notes what became of a mail: whether it waits for the person.
    pub fn settle(&mut self, uid: u32, waits: bool) {
        if waits {
            self.bookmark.open.insert(uid);
        } else {
            self.bookmark.open.remove(&uid);
        }
        self.bookmark.next = self.bookmark.next.max(uid.saturating_add(1));
    }

    fn fetch(&mut self, mail: Listed) -> Result<Option<Entry>, delivery::Error> {
        let place = Place::at(self.name.clone(), Position::Row(u64::from(mail.uid)));
        if mail.bytes > MAIL_BYTES_MAX {
            let finding = limit(place.clone(), "mail-bytes", MAIL_BYTES_MAX >> 20);
            return Ok(Some(Entry { place, content: Err(finding) }));
        }
        Ok(self.mailbox.fetch(mail.uid)?.map(|bytes| Entry { place, content: Ok(bytes) }))
    }
}

impl Iterator for Folder<'_> {
    type Item = Result<(u32, Entry), delivery::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mail = self.wanted.next()?;
            match self.fetch(mail) {
                Ok(Some(entry)) => return Some(Ok((mail.uid, entry))),
                // It was deleted meanwhile.
                Ok(None) => self.settle(mail.uid, false),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
