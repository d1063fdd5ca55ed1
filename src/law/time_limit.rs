//! Time limit: until when a controller must answer, to the day, and why.
//!
//! In: the controller's country (and region), the day the request was received, whether an extension was
//! notified, and what was asked and answered in between. Out: the legal date, the safe date, and the steps
//! that led there, each with its article. The rules are those in force on the day of receipt ([`Rules`]).
//!
//! Two dates on purpose: the legal date counts by the calendar of the controller's country, or of its region
//! where that is known; the safe date is the latest that the national calendar, any regional one and the
//! disputed days give, and three working days of post. The steps say which of these moved it.
//!
//! Not here: what the rules are (`rule`, a table), when a letter counts as received (`tracker::deadline`), and
//! sentences (`templates/wording`).

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;

use super::holiday::Calendar;
use super::right::Right;
use super::rule::{Effect, Length, Period, Rule};

// A time limit names the rules it was counted by and the steps of its count: who asks for one asks for the others.
pub use super::rule::{Rules, rules_for};
pub use super::step::{Citation, Counted, Step};

/// Working days allowed for a letter inside a country: added to the safe date for an answer by post, and for
/// the complaint that an authority or a controller has to receive.
pub(super) const POST_WORKING_DAYS: usize = 3;

/// What is known about a request, as far as the clock needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The controller's country (ISO 3166-1 alpha-2): that of the legal entity addressed.
    pub country: String,
    /// Its region, without the country, where known.
    pub region: Option<String>,
    /// The right exercised: the period is not that of every right.
    pub right: Right,
    /// The day the request reached the controller.
    pub received: NaiveDate,
    /// Whether the controller notified an extension in time. Art. 12(3).
    pub extended: bool,
    /// The day until which it announced the extension, if it named one: in the Union no later day than the law's, in
    /// Switzerland whatever day it names (SR 235.11 Art. 18(2)).
    pub announced: Option<NaiveDate>,
    /// Requests for additional information to confirm the identity. Art. 12(6).
    pub identity: Vec<Question>,
    /// Requests to specify the request. Recital 63.
    pub clarification: Vec<Question>,
    /// Demands for a fee, answered by its payment or, in Switzerland, by agreeing to it. Art. 12(5).
    pub fee: Vec<Question>,
}

impl Course {
    /// Describes a request for access about which nothing but its receipt is known.
    pub fn received(country: &str, received: NaiveDate) -> Self {
        Self {
            country: country.to_ascii_uppercase(),
            region: None,
            right: Right::Access,
            received,
            extended: false,
            announced: None,
            identity: Vec::new(),
            clarification: Vec::new(),
            fee: Vec::new(),
        }
    }
}

/// A question of the controller and, once given, its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The day the controller asked.
    pub asked: NaiveDate,
    /// The day the controller received the answer.
    pub answered: Option<NaiveDate>,
}

/// Whether the clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It runs; there is a date.
    Running,
    /// A question that was asked in time, or of which that is not certain, is not answered yet; there is no
    /// date.
    Suspended,
    /// The law gives no date (an extension in Switzerland, a right without a period).
    Open,
}

/// When an answer is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLimit {
    /// The rules it was counted by.
    pub rules: Rules,
    /// The provision that sets it.
    pub period: Citation,
    /// The code of the calendar it was counted by, `FR` or `FR-6AE`.
    pub calendar: &'static str,
    /// Whether the clock runs.
    pub state: State,
    /// The last day of the period.
    pub due: Option<NaiveDate>,
    /// The day after which a reminder or complaint cannot be early.
    pub safe: Option<NaiveDate>,
    /// The last day without any suspension: a needless question suspends nothing.
    pub unpaused: Option<NaiveDate>,
    /// How it was counted, in order.
    pub steps: Vec<Step>,
}

/// Counts the time limit of a request; none where the country has no rules here.
pub fn time_limit(course: &Course) -> Option<TimeLimit> {
    let calendar = Calendar::of(&course.country, course.region.as_deref())?;
    let rule = rules_for(&course.country, course.received).rule();
    let count = Count { course, rule, calendar, asked: asked(course, rule) };
    Some(if !rule.covers.contains(&course.right) {
        count.without_period()
    } else if course.extended && rule.extended.is_none() && count.announced().is_none() {
        count.open()
    } else {
        count.explained()
    })
}

/// A question of the controller, and what the rule makes of it.
#[derive(Debug, Clone, Copy)]
struct Asked {
    question: Question,
    effect: Effect,
    citation: Citation,
    /// What the count says where the answer starts the period anew.
    restarted: Counted,
}

/// The questions in the order they were asked: whether one came in time depends on those before it.
fn asked(course: &Course, rule: &Rule) -> Vec<Asked> {
    let with = |effect, citation, restarted| {
        move |question: &Question| Asked { question: *question, effect, citation, restarted }
    };
    let cited = &rule.citations;
    let identity = course.identity.iter().map(with(rule.identity, cited.identity, Counted::Restarted));
    let clarification =
        course.clarification.iter().map(with(rule.clarification, cited.clarification, Counted::Restarted));
    let fee = course.fee.iter().map(with(rule.fee, cited.fee, Counted::RestartedByFee));
    let mut asked: Vec<Asked> = identity.chain(clarification).chain(fee).collect();
    asked.sort_by_key(|asked| asked.question.asked);
    asked
}

struct Count<'a> {
    course: &'a Course,
    rule: &'static Rule,
    calendar: &'static Calendar,
    asked: Vec<Asked>,
}

/// What the questions have made of the period, by one calendar.
struct Run {
    start: NaiveDate,
    /// The days that do not count: the first, and the first that counts again.
    pauses: Vec<(NaiveDate, NaiveDate)>,
    happened: Vec<(Asked, Happened)>,
}

/// What a question did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Happened {
    Restarted {
        from: NaiveDate,
    },
    StartedAfterFee {
        from: NaiveDate,
        /// Whether the person agreed after the days they have for it.
        late: bool,
    },
    ChangedNothing,
    Paused,
    CameTooLate,
    StopsTheClock,
}

impl Run {
    /// Days on which the clock stood since the period started. A day on which two questions were open counts
    /// once.
    fn days_paused(&self) -> u64 {
        let mut counted_until = self.start;
        let mut days = 0;
        for (from, until) in &self.pauses {
            days += u64::try_from((*until - counted_until.max(*from)).num_days()).unwrap_or(0);
            counted_until = counted_until.max(*until);
        }
        days
    }

    fn stops_at(&self) -> Option<Asked> {
        self.happened.last().filter(|(_, what)| *what == Happened::StopsTheClock).map(|(asked, _)| *asked)
    }
}

impl Count<'_> {
    /// Follows the questions through a period that ends by a calendar.
    fn run(&self, calendar: &Calendar) -> Run {
        let mut run = Run { start: self.course.received, pauses: Vec::new(), happened: Vec::new() };
        for asked in &self.asked {
            let question = asked.question;
            let what = if question.asked > calendar.roll(self.raw_end(&run)) {
                Happened::CameTooLate
            } else if asked.effect == Effect::Nothing {
                Happened::ChangedNothing
            } else if let Some(answered) = question.answered {
                take_effect(&mut run, calendar, asked.effect, question.asked, answered)
            } else {
                Happened::StopsTheClock
            };
            run.happened.push((*asked, what));
            if what == Happened::StopsTheClock {
                break;
            }
        }
        run
    }

    /// The last day before it moves to a working day: pauses are added before, not after.
    fn raw_end(&self, run: &Run) -> NaiveDate {
        later(self.end_of_period(run.start), run.days_paused())
    }

    /// The last day of the period that starts on a day: by the law or, where it ends earlier or the law sets none, on
    /// the day the controller announced; never before the end of the period without an extension.
    fn end_of_period(&self, start: NaiveDate) -> NaiveDate {
        let full = Self::end(start, self.period());
        let Some(announced) = self.announced() else { return full };
        let announced = announced.max(Self::end(start, self.rule.period));
        if self.rule.extended.is_some() { full.min(announced) } else { announced }
    }

    /// The day the controller announced with an extension. Where the law sets the longest one, a question after that day
    /// brings the longest back: that the controller may still ask is not denied too early.
    fn announced(&self) -> Option<NaiveDate> {
        let announced = self.course.announced.filter(|_| self.course.extended)?;
        let is_asked_later = self.asked.iter().any(|asked| asked.question.asked > announced);
        (self.rule.extended.is_none() || !is_asked_later).then_some(announced)
    }

    fn end(start: NaiveDate, period: Period) -> NaiveDate {
        match period.length {
            Length::Days(days) => later(start, days),
            // A month that lacks the day ends on its last day; chrono clips the same way. Only at the end of
            // the calendar is there no such day.
            Length::Months(months) => start.checked_add_months(Months::new(months)).unwrap_or(start),
        }
    }

    fn period(&self) -> Period {
        let extended = self.rule.extended.filter(|_| self.course.extended);
        extended.unwrap_or(self.rule.period)
    }

    /// The law sets no period for the answer to this right.
    fn without_period(self) -> TimeLimit {
        let (what, citation) = self.rule.uncovered;
        self.time_limit(State::Open, None, None, vec![step(Some(self.course.received), what, citation)])
    }

    /// The law sets no date: the controller announces its own.
    fn open(self) -> TimeLimit {
        let mut steps = self.first_step();
        steps.push(step(None, Counted::OwnDate, self.rule.citations.extension));
        self.time_limit(State::Open, None, None, steps)
    }

    fn explained(self) -> TimeLimit {
        let citations = &self.rule.citations;
        let run = self.run(self.calendar);
        let others = self.other_runs();
        let mut steps = self.first_step();
        steps.extend(restarts(&run, self.course.received));
        if let Some(asked) = run.stops_at() {
            // Whatever starts the period anew leaves no end of the old one to speak of.
            if matches!(asked.effect, Effect::Pauses { .. }) {
                self.explain_end(&run, &mut steps);
            }
            steps.extend(Self::asked_too_late(&run, &others));
            steps.push(step(None, Counted::Suspended, asked.citation));
            return self.time_limit(State::Suspended, None, None, steps);
        }
        let raw = self.explain_end(&run, &mut steps);
        let due = self.calendar.roll(raw);
        if due != raw {
            steps.push(step(Some(due), Counted::Rolled, citations.last_day));
        }
        // Questions asked too late stand last: they came after the end that is only now known.
        steps.extend(Self::asked_too_late(&run, &others));
        if let Some(asked) = others.iter().find_map(Run::stops_at) {
            steps.push(step(None, Counted::PerhapsSuspended, asked.citation));
            return self.time_limit(State::Suspended, None, None, steps);
        }
        let safe = self.explain_safe(due, &mut steps);
        self.time_limit(State::Running, Some(due), Some(safe), steps)
    }

    fn first_step(&self) -> Vec<Step> {
        let received = self.course.received;
        let at_once = self.rule.at_once(self.course.right);
        let at_once = at_once.map(|citation| step(Some(received), Counted::ObjectionAtOnce, citation));
        let reference = self.rule.by_reference(self.course.right);
        let reference = reference.map(|citation| step(Some(received), Counted::LikeAccess, citation));
        let first = step(Some(received), Counted::Received, self.rule.citations.first_day);
        at_once.into_iter().chain(reference).chain([first]).collect()
    }

    /// The questions as each other calendar that goes into the safe date sees them: one of them may call a
    /// question in time that the calendar of the legal date does not.
    fn other_runs(&self) -> Vec<Run> {
        if self.asked.is_empty() {
            return Vec::new();
        }
        let country = &self.course.country;
        let regional = Calendar::national_and_regional(country).map(|calendar| self.run(calendar));
        let disputed = Calendar::with_doubtful_days(country).into_iter().map(|calendar| self.run(calendar));
        regional.chain(disputed).collect()
    }

    /// A step for each question that came too late, and whether every calendar says so.
    fn asked_too_late(run: &Run, others: &[Run]) -> Vec<Step> {
        let is_too_late = |run: &Run, asked: &Asked| {
            let same = |(other, _): &&(Asked, Happened)| {
                (other.question, other.citation) == (asked.question, asked.citation)
            };
            run.happened.iter().find(same).is_none_or(|(_, what)| *what == Happened::CameTooLate)
        };
        let late = run.happened.iter().filter(|(_, what)| *what == Happened::CameTooLate);
        late.map(move |(asked, _)| {
            let is_certain = others.iter().all(|other| is_too_late(other, asked));
            let what = if is_certain { Counted::AskedTooLate } else { Counted::AskedPerhapsTooLate };
            step(Some(asked.question.asked), what, asked.citation)
        })
        .collect()
    }

    /// The end of the period, and what came after its start.
    fn explain_end(&self, run: &Run, steps: &mut Vec<Step>) -> NaiveDate {
        let citations = &self.rule.citations;
        let mut end = self.end_of_period(run.start);
        let ordinary = Self::end(run.start, self.rule.period);
        // An extension to a day before the end it would move extends nothing.
        let too_early =
            self.announced().filter(|day| *day <= self.calendar.roll(ordinary) && end == ordinary);
        let period = if too_early.is_some() { self.rule.period } else { self.period() };
        let is_longer = self.course.extended && self.rule.extended.is_some() && too_early.is_none();
        let citation = if is_longer { citations.extension } else { citations.length };
        let full = Self::end(run.start, period);
        steps.push(step(Some(full), period.counted, citation));
        if let Some(announced) = too_early {
            steps.push(step(Some(announced), Counted::AnnouncedTooEarly, citations.extension));
        } else if end != full {
            steps.push(step(Some(end), Counted::Announced, citations.extension));
        } else if let Some(beyond) = self.announced().filter(|day| *day > self.calendar.roll(full)) {
            steps.push(step(Some(beyond), Counted::AnnouncedTooFar, citations.extension));
        }
        let mut so_far = Run { start: run.start, pauses: Vec::new(), happened: Vec::new() };
        let mut pauses = run.pauses.iter();
        for (asked, what) in &run.happened {
            match what {
                Happened::Paused => {
                    so_far.pauses.extend(pauses.next());
                    let paused = self.raw_end(&so_far);
                    if paused != end {
                        end = paused;
                        steps.push(step(Some(end), Counted::Paused, asked.citation));
                    }
                }
                Happened::ChangedNothing => {
                    steps.push(step(Some(asked.question.asked), Counted::FeeChangesNothing, asked.citation));
                }
                Happened::CameTooLate
                | Happened::Restarted { .. }
                | Happened::StartedAfterFee { .. }
                | Happened::StopsTheClock => {}
            }
        }
        end
    }

    /// The latest legal date that the national calendar, any regional one or the disputed days give, each
    /// from the end of the period itself, and then three working days by whichever has them last. The steps
    /// show what each of these adds.
    fn explain_safe(&self, due: NaiveDate, steps: &mut Vec<Step>) -> NaiveDate {
        let country = &self.course.country;
        let holidays = self.rule.citations.holidays;
        let posted = |calendar: &Calendar, from| calendar.add_working_days(from, POST_WORKING_DAYS);
        // No calendar calls an open question in time: then there would be no safe date at all.
        let due_by = |calendar: &Calendar| calendar.roll(self.raw_end(&self.run(calendar)));
        let own = posted(self.calendar, due);
        steps.push(step(Some(own), Counted::SafePost, Citation::Margin));
        if self.is_own_latest(due, own) {
            steps.push(step(Some(own), Counted::Safe, Citation::Margin));
            return own;
        }

        let all = || Calendar::national_and_regional(country);
        let latest = all().map(due_by).fold(due, NaiveDate::max);
        let regional = all().map(|calendar| posted(calendar, latest)).fold(own, NaiveDate::max);
        if regional > own {
            steps.push(step(Some(regional), Counted::SafeRegional, holidays));
        }

        let doubtful = || Calendar::with_doubtful_days(country).into_iter();
        let latest = doubtful().map(due_by).fold(latest, NaiveDate::max);
        let disputed = all().chain(doubtful()).map(|calendar| posted(calendar, latest));
        let safe = disputed.fold(regional, NaiveDate::max);
        if safe > regional {
            steps.push(step(Some(safe), Counted::SafeDisputed, holidays));
        }
        steps.push(step(Some(safe), Counted::Safe, Citation::Margin));
        safe
    }

    /// Tells, without a look at each calendar, that none gives a later date: the one that has the holidays of
    /// all of them does not. Questions are left out, because a calendar also decides whether one came in time.
    fn is_own_latest(&self, due: NaiveDate, posted: NaiveDate) -> bool {
        let raw = self.end_of_period(self.course.received);
        self.asked.is_empty()
            && Calendar::united(&self.course.country).is_some_and(|united| {
                united.roll(raw) == due && united.add_working_days(due, POST_WORKING_DAYS) == posted
            })
    }

    fn time_limit(
        &self,
        state: State,
        due: Option<NaiveDate>,
        safe: Option<NaiveDate>,
        steps: Vec<Step>,
    ) -> TimeLimit {
        let unpaused = || self.calendar.roll(self.end_of_period(self.course.received));
        TimeLimit {
            rules: self.rule.rules,
            period: match self.announced() {
                Some(_) if self.rule.extended.is_none() => self.rule.citations.extension,
                Some(_) | None => self.rule.period_of(self.course.right),
            },
            calendar: self.calendar.code(),
            state,
            due,
            safe,
            unpaused: (state != State::Open).then(unpaused),
            steps,
        }
    }
}

/// Lets an answered question take its effect. What was over before the period started has none. The days to
/// agree to a fee are counted like every period: from the day after, to a working day.
fn take_effect(
    run: &mut Run,
    calendar: &Calendar,
    effect: Effect,
    asked: NaiveDate,
    answered: NaiveDate,
) -> Happened {
    match effect {
        Effect::Restarts => {
            run.start = run.start.max(answered);
            Happened::Restarted { from: run.start }
        }
        Effect::StartsAfter { days } => {
            let over = calendar.roll(later(asked, days));
            run.start = run.start.max(over).max(answered);
            Happened::StartedAfterFee { from: run.start, late: answered > over }
        }
        Effect::Nothing => Happened::ChangedNothing,
        Effect::Pauses { with_day_of_answer } => {
            run.pauses.push((asked, later(answered, u64::from(with_day_of_answer))));
            Happened::Paused
        }
    }
}

/// A step for each answer that moved the start, and one for who agreed to a fee too late.
fn restarts(run: &Run, received: NaiveDate) -> Vec<Step> {
    let mut start = received;
    let mut steps = Vec::new();
    for (asked, what) in &run.happened {
        let (from, counted, late) = match *what {
            Happened::Restarted { from } => (from, asked.restarted, false),
            Happened::StartedAfterFee { from, late } => (from, Counted::StartsAfterFee, late),
            Happened::ChangedNothing | Happened::Paused | Happened::CameTooLate | Happened::StopsTheClock => {
                continue;
            }
        };
        if from > start {
            start = from;
            steps.push(step(Some(start), counted, asked.citation));
        }
        if late {
            steps.push(step(asked.question.answered, Counted::AgreedTooLate, asked.citation));
        }
    }
    steps
}

fn step(date: Option<NaiveDate>, what: Counted, citation: Citation) -> Step {
    Step { date, what, citation }
}

fn later(date: NaiveDate, days: u64) -> NaiveDate {
    // Only at the end of the calendar is there no such day.
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}
