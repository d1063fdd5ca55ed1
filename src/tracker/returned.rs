//! Returned: which letter it was that came back.
//!
//! In: a case with its events, in whatever order they were recorded. Out: its events by the day they happened, as they
//! count: what came back is out of effect; and the last later letter that came back, while nothing has taken its place.
//!
//! An event `bounced` names no letter. It is the request that came back only while nothing shows that the request arrived
//! and no later letter left; else it is the letter that left last, and the period runs on from the receipt of the
//! request. Who reacts to a request that was taken to have come back has received it after all, at the latest that day.
//!
//! Not here: which address that was (`contact`), and what is to be done about it (`status`).

use std::borrow::Cow;

use chrono::NaiveDate;

use super::case::CaseFile;
use super::event::{Event, EventKind, Part};

/// A later letter that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returned {
    /// What was recorded when it left.
    pub letter: EventKind,
    /// The day it left.
    pub sent: NaiveDate,
    /// The day it came back.
    pub on: NaiveDate,
}

/// A case as what arrived makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered<'a> {
    /// The case with its events by the day they happened, without the later letters that came back.
    pub file: Cow<'a, CaseFile>,
    /// The later letter that came back last, if nothing has taken its place.
    pub returned: Option<Returned>,
}

/// Puts the events of a case in the order of their days and takes out what came back.
pub fn delivered(file: &CaseFile) -> Delivered<'_> {
    let file = in_order(file);
    if file.events.iter().all(|event| event.kind != EventKind::Bounced) {
        return Delivered { file, returned: None };
    }
    let mut course = Course::default();
    for event in &file.events {
        course.take(event);
    }
    let file = CaseFile { events: course.events, ..file.into_owned() };
    Delivered { file: Cow::Owned(file), returned: course.returned }
}

/// The case with its events by the day they happened: events may be recorded late.
fn in_order(file: &CaseFile) -> Cow<'_, CaseFile> {
    if file.events.is_sorted_by_key(|event| event.on) {
        return Cow::Borrowed(file);
    }
    let mut file = file.clone();
    file.events.sort_by_key(|event| event.on);
    Cow::Owned(file)
}

/// The events so far, and what the next one may be about.
#[derive(Default)]
struct Course {
    events: Vec<Event>,
    /// Whether the controller is known to have the request.
    has_arrived: bool,
    /// Whether a later letter left: whoever writes one has not had the request back.
    is_followed: bool,
    /// The place of the later letter that left last, unless it came back.
    letter: Option<usize>,
    /// Whether the controller reacted since that letter.
    is_overtaken: bool,
    /// The place of the bounce of the request, while the request did not leave again.
    bounce: Option<usize>,
    returned: Option<Returned>,
}

impl Course {
    fn take(&mut self, event: &Event) {
        match event.kind.part() {
            Part::Delivery if event.kind == EventKind::Bounced => return self.came_back(event),
            Part::Delivery | Part::Controller => self.arrived(event),
            Part::Sending => (self.bounce, self.returned) = (None, None),
            Part::Person => {
                self.letter = Some(self.events.len());
                (self.is_followed, self.is_overtaken, self.returned) = (true, false, None);
            }
            Part::Authority | Part::End => self.returned = None,
            Part::Letter | Part::LaterLetter | Part::Attempt | Part::Reading | Part::Correction => {}
        }
        self.events.push(event.clone());
    }

    fn came_back(&mut self, event: &Event) {
        if !self.has_arrived && !self.is_followed {
            self.bounce = Some(self.events.len());
            self.events.push(event.clone());
        } else if let Some(place) = self.letter.take() {
            let letter = self.events.remove(place);
            let waits = !self.is_overtaken || letter.kind == EventKind::Complained;
            let returned = Returned { letter: letter.kind, sent: letter.on, on: event.on };
            self.returned = waits.then_some(returned);
        }
    }

    /// What is received, or answered in any way, arrived; what had seemed to come back, on this day at the latest.
    fn arrived(&mut self, event: &Event) {
        (self.has_arrived, self.is_overtaken) = (true, true);
        if let Some(bounce) = self.bounce.take().and_then(|place| self.events.get_mut(place)) {
            *bounce = Event::new(EventKind::Received, event.on);
        }
        self.returned = self.returned.filter(|returned| returned.letter == EventKind::Complained);
    }
}
