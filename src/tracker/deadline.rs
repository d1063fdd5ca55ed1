//! Deadline: which time limit runs in a case, when it ends, and on which receipt it rests.
//!
//! In: a case and its events. Out: the day of receipt with how sure it is, and the law's time limit from
//! there.
//!
//! The period starts when the request reaches the controller. A proven day wins; else the default of the
//! channel is taken and said to be an estimate. The safe date is counted from the latest day the channel
//! allows. The same holds for an answer of the person to a question: the clock runs again once the controller
//! has it, and the event says only when it was sent. Not here: the counting itself (`law::time_limit`).

use chrono::{Days, NaiveDate};

use super::case::{Case, CaseFile};
use super::event::{Event, EventKind, Part, Said, Via};
use super::returned::delivered;
use crate::law::holiday::Calendar;
use crate::law::time_limit::{
    Citation, Counted, Course, Question, State, Step, TimeLimit, rules_for, time_limit,
};
use crate::letter::kind::Kind;

/// Working days an ordinary or registered letter takes inside a country, when nothing is proven.
const POST_WORKING_DAYS_DOMESTIC: usize = 3;

/// Working days it takes across a border.
const POST_WORKING_DAYS_ABROAD: usize = 7;

/// Calendar days a registered letter is kept for collection (France: CPCE Art. R1-1-6); used for the safe
/// date.
const HOLDING_DAYS: u64 = 15;

/// The day a request reached the controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The day the period is counted from.
    pub on: NaiveDate,
    /// The latest day it may have arrived.
    pub latest: NaiveDate,
    /// Whether it is an estimate and not proven.
    pub estimate: bool,
}

impl Receipt {
    /// The day that is claimed against others: a proven one, else the latest it may have been.
    pub fn claimed(&self) -> NaiveDate {
        if self.estimate { self.latest } else { self.on }
    }
}

/// A deadline and the receipt it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The day the request reached the controller.
    pub receipt: Receipt,
    /// The law's time limit from there; its safe date is counted from the latest day of receipt.
    pub limit: TimeLimit,
    /// The end of the period as it is claimed against a controller: what is not proven, the receipt of the request or of an
    /// answer of the person, counts from the latest day it may have been.
    pub claimed: Option<NaiveDate>,
    /// The same without any suspension.
    pub claimed_unpaused: Option<NaiveDate>,
}

/// Returns the deadline of a case; none before it was sent, after it came back, or where the country has no
/// rules here. `home` is the data subject's country: the calendar to fall back on, and the other end of the
/// post.
pub fn deadline(file: &CaseFile, home: Option<&str>) -> Option<Deadline> {
    let file = &*delivered(file).file;
    let country = country(&file.case, home)?;
    let receipt = receipt(file, country, home)?;
    let usual = course(file, country, home, Day::Usual(receipt.on));
    let late = course(file, country, home, Day::Latest(receipt.latest));
    let mut limit = time_limit(&usual)?;
    let latest = time_limit(&late)?;
    let unproven = unproven(&receipt, &usual, &late);
    let has_date = limit.due.is_some();
    let claimed = course(file, country, home, Day::Latest(receipt.claimed()));
    let claimed = time_limit(&claimed)?;
    let claimed_unpaused = limit.unpaused.and(claimed.unpaused.max(limit.unpaused));
    let claimed = claimed.due.max(limit.due);
    if has_date && latest.state == State::Suspended {
        suspend(unproven, &latest, &mut limit);
    } else if has_date && latest.safe > limit.safe {
        count_safe_from(unproven, latest, &mut limit);
    }
    limit.steps.extend(late_extensions(file, country, home, receipt.latest));
    limit.steps.extend(unreasoned_extensions(file, country, home, receipt.latest));
    limit.steps.extend(contested_steps(file, country, home, receipt));
    Some(Deadline { receipt, claimed: limit.due.and(claimed), claimed_unpaused, limit })
}

/// What is not proven: the latest day the request, or else an answer of the person, may have arrived.
fn unproven(receipt: &Receipt, usual: &Course, late: &Course) -> Vec<Step> {
    let step = |date, what| Step { date: Some(date), what, citation: Citation::Margin };
    let answers = |course: &Course| -> Vec<Option<NaiveDate>> {
        let questions = course.identity.iter().chain(&course.clarification).chain(&course.fee);
        questions.map(|question| question.answered).collect()
    };
    let request =
        (receipt.latest > receipt.on).then(|| step(receipt.latest, Counted::LatestReceipt)).into_iter();
    let (usual, late) = (answers(usual), answers(late));
    let moved = usual.into_iter().zip(late).filter(|(usual, late)| usual < late);
    request.chain(moved.filter_map(|(_, late)| Some(step(late?, Counted::LatestAnswer)))).collect()
}

/// Counted from the latest receipt the question is in time and the clock is stopped: no date is safe, and
/// that the question came too late is not certain.
fn suspend(unproven: Vec<Step>, latest: &TimeLimit, limit: &mut TimeLimit) {
    doubt_late_questions(latest, limit);
    limit.steps.retain(|step| !step.what.is_about_safe_date());
    limit.steps.extend(unproven);
    let stopped = |step: &&Step| matches!(step.what, Counted::Suspended | Counted::PerhapsSuspended);
    let citation = latest.steps.iter().find(stopped).map_or(Citation::Margin, |step| step.citation);
    limit.steps.push(Step { date: None, what: Counted::PerhapsSuspended, citation });
    (limit.state, limit.due, limit.safe) = (State::Suspended, None, None);
}

/// Takes the safe date, and the steps to it, from the count of the latest day of receipt.
fn count_safe_from(unproven: Vec<Step>, latest: TimeLimit, limit: &mut TimeLimit) {
    doubt_late_questions(&latest, limit);
    limit.steps.retain(|step| !step.what.is_about_safe_date());
    limit.steps.extend(unproven);
    limit.steps.push(Step { date: latest.due, what: Counted::LatestDue, citation: Citation::Margin });
    limit.steps.extend(latest.steps.into_iter().filter(|step| step.what.is_about_safe_date()));
    limit.safe = latest.safe;
}

/// A question that is too late by the usual day of receipt and not by the latest one is only perhaps too late.
fn doubt_late_questions(latest: &TimeLimit, limit: &mut TimeLimit) {
    for step in limit.steps.iter_mut().filter(|step| step.what == Counted::AskedTooLate) {
        if !latest.steps.contains(step) {
            step.what = Counted::AskedPerhapsTooLate;
        }
    }
}

/// Returns the deadline a case would have if its request were received on a day.
pub fn if_received(case: &Case, home: Option<&str>, on: NaiveDate) -> Option<TimeLimit> {
    let country = country(case, home)?;
    time_limit(&Course { region: region(case, country), right: case.right, ..Course::received(country, on) })
}

/// A controller without seat in a country with rules is measured by the person's own calendar.
fn country<'a>(case: &'a Case, home: Option<&'a str>) -> Option<&'a str> {
    let known = |country: &&str| Calendar::of(country, None).is_some();
    case.country.as_deref().filter(known).or(home.filter(known))
}

/// The region whose calendar counts; one without a calendar of its own has that of its country.
fn region(case: &Case, country: &str) -> Option<String> {
    let region = case.region.clone().filter(|_| case.country.as_deref() == Some(country));
    region.filter(|region| Calendar::of(country, Some(region)).is_some())
}

/// The day of receipt: proven, or by the default of the channel it left by. A letter that came back was not
/// received; one sent again while the first waits is a reminder and starts nothing (EDPB Guidelines 01/2022,
/// § 29).
fn receipt(file: &CaseFile, country: &str, home: Option<&str>) -> Option<Receipt> {
    let bounced = file.events.iter().rposition(|event| event.kind == EventKind::Bounced);
    let after = file.events.iter().skip(bounced.map_or(0, |index| index + 1));
    let sent = after.clone().find(|event| event.kind == EventKind::Sent)?;
    let first = |is_wanted: fn(EventKind) -> bool| {
        let wanted = after.clone().filter(|event| is_wanted(event.kind) && event.on >= sent.on);
        wanted.map(|event| event.on).min()
    };
    let reacted = first(|kind| kind.part() == Part::Controller);
    let received = first(|kind| kind == EventKind::Received);
    // A slip that is later than a reaction of the controller proves that another copy came then: the earliest counts.
    if let Some(on) = received.filter(|on| reacted.is_none_or(|reacted| *on <= reacted)) {
        return Some(Receipt { on, latest: on, estimate: false });
    }
    let via = sent.via.unwrap_or_else(|| file.via());
    let by_channel = by_channel(sent, via, country, is_domestic(file, home))?;
    let reacted = reacted.filter(|on| received.is_some() || *on <= by_channel.latest);
    // Who acknowledges a request or reacts to it has received it.
    Some(match reacted {
        Some(on) => Receipt { on: by_channel.on.min(on), latest: on, estimate: by_channel.on < on },
        None => by_channel,
    })
}

fn is_domestic(file: &CaseFile, home: Option<&str>) -> bool {
    home.is_some() && home == file.case.country.as_deref()
}

fn by_channel(sent: &Event, via: Via, country: &str, is_domestic: bool) -> Option<Receipt> {
    let calendar = Calendar::of(country, None)?;
    let has_proof = !sent.files.is_empty() || sent.message_id.is_some();
    Some(match via {
        // Accepted by the recipient's server the same day; outside business hours the next working day is
        // safe.
        Via::Email | Via::Form => {
            let tomorrow = sent.on.checked_add_days(Days::new(1)).unwrap_or(sent.on);
            Receipt { on: sent.on, latest: calendar.roll(tomorrow), estimate: !has_proof }
        }
        Via::Post => {
            let days = if is_domestic { POST_WORKING_DAYS_DOMESTIC } else { POST_WORKING_DAYS_ABROAD };
            let on = calendar.add_working_days(sent.on, days);
            // A registered letter may wait at the counter before it is handed over.
            let latest = on.checked_add_days(Days::new(HOLDING_DAYS)).unwrap_or(on);
            Receipt { on, latest, estimate: true }
        }
    })
}

/// The day of receipt a count starts from; the answers of the person are taken to arrive as early or as late.
#[derive(Debug, Clone, Copy)]
enum Day {
    Usual(NaiveDate),
    Latest(NaiveDate),
}

fn course(file: &CaseFile, country: &str, home: Option<&str>, received: Day) -> Course {
    let course = unextended(file, country, home, received);
    let is_own_date = rules_for(country, course.received).rule().extended.is_none();
    let stands = |event: &&Event| is_own_date || !is_unreasoned(event);
    let in_time: Vec<&Event> =
        extensions(file).filter(|event| is_in_time(&course, event.on)).filter(stands).collect();
    // Where the law sets the longest extension, one without a day lasts as long.
    let has_day = is_own_date || in_time.iter().all(|event| event.until.is_some());
    let announced = in_time.iter().filter_map(|event| event.until).max().filter(|_| has_day);
    Course { extended: !in_time.is_empty(), announced, ..course }
}

fn unextended(file: &CaseFile, country: &str, home: Option<&str>, received: Day) -> Course {
    // Counted as if a question the person contested had not been asked: a needless one stops nothing.
    asked(file, country, home, received, |kind, on| contested(file, kind, on).is_none())
}

/// The course of a request without extension; of the questions that nobody answered, those that stand.
fn asked(
    file: &CaseFile,
    country: &str,
    home: Option<&str>,
    received: Day,
    stands: impl Fn(EventKind, NaiveDate) -> bool,
) -> Course {
    let region = region(&file.case, country);
    // The event says when the person sent the answer; the clock runs again once the controller has it.
    let arrived = |event: &Event| {
        let via = event.via.unwrap_or_else(|| file.via());
        let receipt = by_channel(event, via, country, is_domestic(file, home));
        receipt.map_or(event.on, |receipt| match received {
            Day::Usual(_) => receipt.on,
            Day::Latest(_) => receipt.latest,
        })
    };
    let questions = |asked, answered| {
        let pairs = answered_by(&file.events, asked, answered).into_iter();
        let standing = pairs.filter(|(on, answer)| answer.is_some() || stands(asked, *on));
        standing.map(|(asked, answer)| Question { asked, answered: answer.map(arrived) }).collect()
    };
    let (Day::Usual(day) | Day::Latest(day)) = received;
    Course {
        region,
        right: file.case.right,
        identity: questions(EventKind::IdentityRequested, EventKind::IdentityProvided),
        clarification: questions(EventKind::ClarificationRequested, EventKind::ClarificationProvided),
        fee: questions(EventKind::FeeRequested, EventKind::FeePaid),
        ..Course::received(country, day)
    }
}

/// Art. 12(3): the extension must be notified within the first month; a later notice extends nothing.
fn is_in_time(unextended: &Course, on: NaiveDate) -> bool {
    time_limit(unextended).is_none_or(|limit| limit.due.is_none_or(|due| on <= due))
}

fn extensions(file: &CaseFile) -> impl Iterator<Item = &Event> {
    file.events.iter().filter(|event| event.kind == EventKind::Extended)
}

/// Extensions that came too late even for the latest day of receipt.
fn late_extensions(file: &CaseFile, country: &str, home: Option<&str>, latest: NaiveDate) -> Vec<Step> {
    let course = unextended(file, country, home, Day::Latest(latest));
    let citation = rules_for(country, latest).rule().period_of(course.right);
    let step = |event: &Event| Step { date: Some(event.on), what: Counted::ExtendedTooLate, citation };
    extensions(file).filter(|event| !is_in_time(&course, event.on)).map(step).collect()
}

/// Art. 12(3): whoever extends the period gives the reasons within the first month. Without them, as the person recorded,
/// nothing is extended; reasons that follow in time are an extension of their own.
fn is_unreasoned(extension: &Event) -> bool {
    extension.said == Some(Said::WithoutReasons)
}

/// Extensions in time that extend nothing because they give no reasons. In Switzerland none are asked for.
fn unreasoned_extensions(file: &CaseFile, country: &str, home: Option<&str>, latest: NaiveDate) -> Vec<Step> {
    let rule = rules_for(country, latest).rule();
    let course = unextended(file, country, home, Day::Latest(latest));
    let is_void =
        |event: &&Event| rule.extended.is_some() && is_in_time(&course, event.on) && is_unreasoned(event);
    let citation = rule.citations.extension;
    let step = |event: &Event| Step { date: Some(event.on), what: Counted::ExtendedWithoutReasons, citation };
    extensions(file).filter(is_void).map(step).collect()
}

/// Returns the end of the period as if no extension had been announced, as it is claimed.
pub fn unextended_due(file: &CaseFile, home: Option<&str>) -> Option<NaiveDate> {
    let events = file.events.iter().filter(|event| event.kind != EventKind::Extended).cloned().collect();
    deadline(&CaseFile { events, ..file.clone() }, home)?.claimed
}

/// The first reaction of the controller to the request, which proves that it had arrived by then; none that may be a reaction
/// to a later letter.
pub(crate) fn reaction(file: &CaseFile) -> Option<&Event> {
    let is_later = |event: &&Event| {
        matches!(
            event.kind,
            EventKind::Reminded
                | EventKind::FollowedUp
                | EventKind::ComplainedToController
                | EventKind::Complained
        )
    };
    let until = file.events.iter().filter(is_later).map(|event| event.on).min();
    let reactions = file.events.iter().filter(|event| event.kind.part() == Part::Controller);
    let reactions = reactions.filter(|event| until.is_none_or(|until| event.on <= until));
    // Of one day, the confirmation says most.
    reactions.min_by_key(|event| (event.on, event.kind != EventKind::Acknowledged))
}

/// Pairs each question of the controller with the answer that followed it, by the day it was sent.
pub(crate) fn questions(events: &[Event], asked: EventKind, answered: EventKind) -> Vec<Question> {
    let pairs = answered_by(events, asked, answered).into_iter();
    pairs.map(|(asked, answer)| Question { asked, answered: answer.map(|event| event.on) }).collect()
}

/// The day on which the person contested a question of the controller, if they replied to it instead of answering.
pub(crate) fn contested(file: &CaseFile, question: EventKind, asked: NaiveDate) -> Option<NaiveDate> {
    let about =
        |event: &Event| replied_with(file, event).is_none_or(|kind| letter_against(question) == Some(kind));
    let replies = file.events.iter().filter(|event| event.kind == EventKind::Replied && event.on >= asked);
    replies.filter(|event| about(event)).map(|event| event.on).min()
}

/// The day the letter left in which the person contested a question. Another reply may have said anything: nobody else is
/// told that it contested one.
pub(crate) fn contested_by_letter(
    file: &CaseFile,
    question: EventKind,
    asked: NaiveDate,
) -> Option<NaiveDate> {
    let letter = letter_against(question)?;
    let replies = file.events.iter().filter(|event| event.kind == EventKind::Replied && event.on >= asked);
    replies.filter(|event| replied_with(file, event) == Some(letter)).map(|event| event.on).min()
}

/// The letter that contests a question of the controller.
pub(super) fn letter_against(question: EventKind) -> Option<Kind> {
    [
        (EventKind::IdentityRequested, Kind::Identity),
        (EventKind::FeeRequested, Kind::Fee),
        (EventKind::ClarificationRequested, Kind::Clarification),
    ]
    .into_iter()
    .find_map(|(asked, letter)| (asked == question).then_some(letter))
}

/// The letter a reply is, where one was written for it: the one that left with its message, else the last before it.
fn replied_with(file: &CaseFile, reply: &Event) -> Option<Kind> {
    let before = file.events.iter().take_while(|event| !std::ptr::eq(*event, reply));
    let letters = before.filter_map(|event| Some((event, event.later_letter()?)));
    let replies = letters.filter(|(_, kind)| EventKind::of_letter(*kind) == EventKind::Replied);
    let is_its_own = |event: &Event| reply.message_id.is_none() || event.message_id == reply.message_id;
    replies.filter(|(event, _)| is_its_own(event)).last().map(|(_, kind)| kind)
}

/// Questions that are left out of the count because the person contested them. One that came after the period had ended was
/// too late whether it was contested or not.
fn contested_steps(file: &CaseFile, country: &str, home: Option<&str>, receipt: Receipt) -> Vec<Step> {
    let cited = &rules_for(country, receipt.on).rule().citations;
    let of = [
        (EventKind::IdentityRequested, EventKind::IdentityProvided, cited.identity),
        (EventKind::ClarificationRequested, EventKind::ClarificationProvided, cited.clarification),
        (EventKind::FeeRequested, EventKind::FeePaid, cited.fee),
    ];
    let steps = of.into_iter().flat_map(|(asked, answered, citation)| {
        let open =
            answered_by(&file.events, asked, answered).into_iter().filter(|(_, answer)| answer.is_none());
        let contested = open.filter(move |(on, _)| contested(file, asked, *on).is_some());
        contested.map(move |(on, _)| Step {
            date: Some(on),
            what: contested_when(file, country, home, receipt, (asked, on)),
            citation,
        })
    });
    steps.collect()
}

/// What the count says of a contested question: that it came too late, perhaps too late, or in time.
fn contested_when(
    file: &CaseFile,
    country: &str,
    home: Option<&str>,
    receipt: Receipt,
    question: (EventKind, NaiveDate),
) -> Counted {
    let too_late = |day: Day| {
        let stands = |kind, on| (kind, on) == question || contested(file, kind, on).is_none();
        let Course { extended, announced, .. } = course(file, country, home, day);
        let asked = Course { extended, announced, ..asked(file, country, home, day, stands) };
        let limit = time_limit(&asked);
        let mut steps = limit.iter().flat_map(|limit| &limit.steps);
        steps.any(|step| step.what == Counted::AskedTooLate && step.date == Some(question.1))
    };
    match (too_late(Day::Latest(receipt.latest)), too_late(Day::Usual(receipt.on))) {
        (true, _) => Counted::AskedTooLate,
        (false, true) => Counted::AskedPerhapsTooLate,
        (false, false) => Counted::Contested,
    }
}

/// Pairs each question with what answered it: an answer answers every earlier question of its kind that is open, because
/// who asks twice asks for the same.
fn answered_by(events: &[Event], asked: EventKind, answered: EventKind) -> Vec<(NaiveDate, Option<&Event>)> {
    let mut questions: Vec<(NaiveDate, Option<&Event>)> = Vec::new();
    let mut dated: Vec<&Event> = events.iter().collect();
    dated.sort_by_key(|event| event.on);
    for event in dated {
        if event.kind == asked {
            questions.push((event.on, None));
        } else if event.kind == answered {
            for (_, answer) in questions.iter_mut().filter(|(_, answer)| answer.is_none()) {
                *answer = Some(event);
            }
        }
    }
    questions
}
