//! Time limit: until when a controller must answer, to the day, and why.
//!
//! In: the controller's country (and region), the day the request was received, whether an extension was
//! notified, and what was asked and answered in between. Out: the legal date, the safe date, and the steps
//! that led there, each with its article. The rules are those in force on the day of receipt ([`Rules`]).
//!
//! Two dates on purpose: the legal date counts public holidays of the controller's country; the safe date
//! also counts regional holidays, days of which it is disputed whether they are holidays, and three working
//! days of post. Not in it: days set by decree for one year, and local days of a town.
//!
//! Not here: when a letter counts as received (`tracker::deadline`), and sentences (`templates/wording`).

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;

use super::holiday::Calendar;

/// Working days added to the safe date for an answer by post.
const POST_WORKING_DAYS: usize = 3;

/// From this day the United Kingdom counts by Art. 12A UK GDPR (Data (Use and Access) Act 2025 s. 76,
/// SI 2026/82 reg. 2).
const UNITED_KINGDOM_REFORM: (i32, u32, u32) = (2026, 2, 5);

/// What is known about a request, as far as the clock needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The controller's country (ISO 3166-1 alpha-2): that of the legal entity addressed.
    pub country: String,
    /// Its region, without the country, where known.
    pub region: Option<String>,
    /// The day the request reached the controller.
    pub received: NaiveDate,
    /// Whether the controller notified an extension in time. Art. 12(3).
    pub extended: bool,
    /// Requests for additional information to confirm the identity. Art. 12(6).
    pub identity: Vec<Question>,
    /// Requests to specify the request. Recital 63.
    pub clarification: Vec<Question>,
}

impl Course {
    /// Describes a request about which nothing but its receipt is known.
    pub fn received(country: &str, received: NaiveDate) -> Self {
        Self {
            country: country.to_ascii_uppercase(),
            region: None,
            received,
            extended: false,
            identity: Vec::new(),
            clarification: Vec::new(),
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

/// The rules a period is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rules {
    /// Art. 12(3) with Regulation 1182/71: the Union and the European Economic Area.
    European,
    /// Art. 12(3) UK GDPR as counted before 5 February 2026.
    UnitedKingdom,
    /// Art. 12A UK GDPR: an identity request restarts the period.
    #[serde(rename = "united-kingdom-since-2026")]
    UnitedKingdomSince2026,
    /// Data Protection Ordinance (SR 235.11) Art. 18: thirty days.
    Swiss,
}

impl Rules {
    /// Returns the provision that sets the period.
    pub fn period(self) -> Citation {
        match self {
            Self::European => Citation::Period,
            Self::UnitedKingdom => Citation::UnitedKingdomMonth,
            Self::UnitedKingdomSince2026 => Citation::UnitedKingdomPeriod,
            Self::Swiss => Citation::SwissPeriod,
        }
    }
}

/// Whether the clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It runs; there is a date.
    Running,
    /// A question that was asked in time is not answered yet; there is no date.
    Suspended,
    /// The law gives no date (an extension in Switzerland).
    Open,
}

/// When an answer is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLimit {
    /// The rules it was counted by.
    pub rules: Rules,
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

/// One step of the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The date the step arrives at; none while the clock stands.
    pub date: Option<NaiveDate>,
    /// What happens.
    pub what: Counted,
    /// The provision it rests on.
    pub citation: Citation,
}

macro_rules! closed_list {
    ($(#[$outer:meta])* $list:ident { $( $(#[$doc:meta])* $name:ident = $id:literal; )* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $list { $( $(#[$doc])* $name, )* }

        impl $list {
            /// Every one there is.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// Returns its identifier.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }
        }
    };
}

closed_list! {
    /// What a step of the count does. Each has a sentence in `templates/wording` (`counted-<id>`).
    Counted {
        /// The request was received; that day is not counted.
        Received = "received";
        /// One month, ending on the day of the same number, or the last of the month.
        OneMonth = "one-month";
        /// Three months from receipt, after an extension.
        ThreeMonths = "three-months";
        /// Thirty days.
        ThirtyDays = "thirty-days";
        /// The period starts again when the identity is confirmed.
        Restarted = "restarted";
        /// Days on which the controller waited for an answer do not count.
        Paused = "paused";
        /// The question came after the period had ended and changes nothing.
        AskedTooLate = "asked-too-late";
        /// The extension was announced after the period had ended and extends nothing.
        ExtendedTooLate = "extended-too-late";
        /// A question is open: the clock stands.
        Suspended = "suspended";
        /// The last day is no working day and moves to the next one.
        Rolled = "rolled";
        /// The controller announces its own date; the law sets none.
        OwnDate = "own-date";
        /// The safe date.
        Safe = "safe";
    }
}

closed_list! {
    /// A provision a step rests on. Each is written as its readers cite it in `templates/wording`
    /// (`citation-<id>`).
    Citation {
        /// The day of the event is not counted.
        FirstDay = "first-day";
        /// The period of one month.
        Period = "period";
        /// One month, extended by two where necessary; a month ends on the day of the same number.
        Month = "month";
        /// A last day that is no working day moves to the next one.
        LastDay = "last-day";
        /// Public holidays are those of the state where the action is to be taken.
        PublicHolidays = "public-holidays";
        /// Additional information on reasonable doubts; the period may be suspended meanwhile.
        Suspension = "suspension";
        /// The period of the United Kingdom since 5 February 2026.
        UnitedKingdomPeriod = "united-kingdom-period";
        /// The period of the United Kingdom before.
        UnitedKingdomMonth = "united-kingdom-month";
        /// The day of the event is not counted in Switzerland.
        SwissFirstDay = "swiss-first-day";
        /// How the authority of the United Kingdom counts.
        UnitedKingdomGuidance = "united-kingdom-guidance";
        /// Thirty days in Switzerland.
        SwissPeriod = "swiss-period";
        /// The controller announces its own date in Switzerland.
        SwissOwnDate = "swiss-own-date";
        /// The person helps with identification in Switzerland.
        SwissIdentity = "swiss-identity";
        /// A last day that is no working day in Switzerland.
        SwissLastDay = "swiss-last-day";
    }
}

/// Counts the time limit of a request; none where the country has no rules here.
pub fn time_limit(course: &Course) -> Option<TimeLimit> {
    let calendar = Calendar::of(&course.country, course.region.as_deref())?;
    Some(
        Count { course, rules: rules_for(&course.country, course.received), calendar, steps: Vec::new() }
            .run(),
    )
}

/// Returns the rules in force for a country on the day of receipt.
pub fn rules_for(country: &str, received: NaiveDate) -> Rules {
    let (year, month, day) = UNITED_KINGDOM_REFORM;
    match country {
        "CH" => Rules::Swiss,
        "GB" if NaiveDate::from_ymd_opt(year, month, day).is_some_and(|reform| received < reform) => {
            Rules::UnitedKingdom
        }
        "GB" => Rules::UnitedKingdomSince2026,
        _ => Rules::European,
    }
}

struct Count<'a> {
    course: &'a Course,
    rules: Rules,
    calendar: &'static Calendar,
    steps: Vec<Step>,
}

impl Count<'_> {
    fn run(mut self) -> TimeLimit {
        let received = self.course.received;
        self.step(Some(received), Counted::Received, self.first_day_citation());
        if self.rules == Rules::Swiss && self.course.extended {
            self.step(None, Counted::OwnDate, Citation::SwissOwnDate);
            return self.finish(State::Open, None);
        }
        let start = match self.start() {
            Ok(start) => start,
            Err(Standing) => return self.suspended(),
        };
        let raw = self.end_of_period(start);
        let Ok(raw) = self.with_pauses(start, raw) else { return self.suspended() };
        let due = self.calendar.roll(raw);
        if due != raw {
            self.step(Some(due), Counted::Rolled, self.rolling_citation());
        }
        self.finish(State::Running, Some(due))
    }

    /// The day the period starts from: in the United Kingdom since 2026 the day the identity was confirmed.
    fn start(&mut self) -> Result<NaiveDate, Standing> {
        let mut start = self.course.received;
        if self.rules != Rules::UnitedKingdomSince2026 {
            return Ok(start);
        }
        for question in &self.course.identity {
            // Asked after the period has ended: no effect.
            if question.asked > self.calendar.roll(self.raw_end(start)) {
                self.step(Some(question.asked), Counted::AskedTooLate, Citation::UnitedKingdomPeriod);
                continue;
            }
            start = question.answered.ok_or(Standing)?.max(start);
            self.step(Some(start), Counted::Restarted, Citation::UnitedKingdomPeriod);
        }
        Ok(start)
    }

    fn end_of_period(&mut self, start: NaiveDate) -> NaiveDate {
        let end = self.raw_end(start);
        match (self.rules, self.course.extended) {
            (Rules::Swiss, _) => self.step(Some(end), Counted::ThirtyDays, Citation::SwissPeriod),
            // Counted from receipt, not from the end of the first month: Art. 12(3) extends the period.
            (_, true) => self.step(Some(end), Counted::ThreeMonths, self.month_citation()),
            (_, false) => self.step(Some(end), Counted::OneMonth, self.month_citation()),
        }
        end
    }

    fn raw_end(&self, start: NaiveDate) -> NaiveDate {
        let end = match self.rules {
            Rules::Swiss => start.checked_add_days(Days::new(30)),
            Rules::European | Rules::UnitedKingdom | Rules::UnitedKingdomSince2026 => {
                // A month that lacks the day ends on its last day; chrono clips the same way.
                start.checked_add_months(Months::new(if self.course.extended { 3 } else { 1 }))
            }
        };
        // Only at the end of the calendar is there no such day.
        end.unwrap_or(start)
    }

    /// Adds the days on which the controller waited, before rolling. Several pauses add up; a day on which
    /// two questions were open counts once.
    fn with_pauses(&mut self, start: NaiveDate, raw: NaiveDate) -> Result<NaiveDate, Standing> {
        let mut end = raw;
        let mut paused_until = start;
        for question in self.pausing_questions() {
            if question.asked > self.calendar.roll(end) {
                self.step(Some(question.asked), Counted::AskedTooLate, self.pausing_citation());
                continue;
            }
            let last = self.day_after_pause(question.answered.ok_or(Standing)?);
            let days = u64::try_from((last - question.asked.max(paused_until)).num_days()).unwrap_or(0);
            paused_until = paused_until.max(last);
            end = end.checked_add_days(Days::new(days)).unwrap_or(end);
            self.step(Some(end), Counted::Paused, self.pausing_citation());
        }
        Ok(end)
    }

    /// The first day that counts again: the day of the answer, in the United Kingdom since 2026 the day after
    /// it.
    fn day_after_pause(&self, answered: NaiveDate) -> NaiveDate {
        match self.rules {
            Rules::European | Rules::UnitedKingdom | Rules::Swiss => answered,
            // From the day of asking to the day of receipt, both included.
            Rules::UnitedKingdomSince2026 => answered.checked_add_days(Days::new(1)).unwrap_or(answered),
        }
    }

    fn pausing_questions(&self) -> Vec<Question> {
        let identity: &[Question] = match self.rules {
            Rules::European | Rules::UnitedKingdom | Rules::Swiss => &self.course.identity,
            Rules::UnitedKingdomSince2026 => &[],
        };
        let mut questions: Vec<Question> =
            identity.iter().chain(&self.course.clarification).copied().collect();
        questions.sort_by_key(|question| question.asked);
        questions
    }

    fn suspended(mut self) -> TimeLimit {
        self.step(None, Counted::Suspended, self.pausing_citation());
        self.finish(State::Suspended, None)
    }

    fn finish(mut self, state: State, due: Option<NaiveDate>) -> TimeLimit {
        let safe = due.map(|due| self.safe_date(due));
        if let Some(safe) = safe {
            self.step(Some(safe), Counted::Safe, self.safe_citation());
        }
        let open = state == State::Open;
        let unpaused = (!open).then(|| self.calendar.roll(self.raw_end(self.course.received)));
        TimeLimit { rules: self.rules, state, due, safe, unpaused, steps: self.steps }
    }

    /// The latest date that the national calendar, any regional one or the days of national acts give, and
    /// three working days for post in each of them.
    fn safe_date(&self, due: NaiveDate) -> NaiveDate {
        let country = &self.course.country;
        let mut calendars = Calendar::regions(country);
        calendars.extend(Calendar::of(country, None));
        calendars.extend(Calendar::with_doubtful_days(country));
        let latest = calendars.iter().map(|calendar| calendar.roll(due)).max().unwrap_or(due);
        let posted = calendars.iter().map(|calendar| calendar.add_working_days(latest, POST_WORKING_DAYS));
        posted.max().unwrap_or(latest)
    }

    fn step(&mut self, date: Option<NaiveDate>, what: Counted, citation: Citation) {
        self.steps.push(Step { date, what, citation });
    }

    fn first_day_citation(&self) -> Citation {
        match self.rules {
            Rules::European => Citation::FirstDay,
            Rules::UnitedKingdom | Rules::UnitedKingdomSince2026 => Citation::UnitedKingdomGuidance,
            Rules::Swiss => Citation::SwissFirstDay,
        }
    }

    fn month_citation(&self) -> Citation {
        match self.rules {
            Rules::European => Citation::Month,
            Rules::UnitedKingdom | Rules::UnitedKingdomSince2026 | Rules::Swiss => self.rules.period(),
        }
    }

    fn safe_citation(&self) -> Citation {
        match self.rules {
            Rules::European => Citation::PublicHolidays,
            Rules::UnitedKingdom | Rules::UnitedKingdomSince2026 => Citation::UnitedKingdomGuidance,
            Rules::Swiss => Citation::SwissLastDay,
        }
    }

    fn rolling_citation(&self) -> Citation {
        match self.rules {
            Rules::European => Citation::LastDay,
            Rules::UnitedKingdom | Rules::UnitedKingdomSince2026 => Citation::UnitedKingdomGuidance,
            Rules::Swiss => Citation::SwissLastDay,
        }
    }

    fn pausing_citation(&self) -> Citation {
        match self.rules {
            Rules::European => Citation::Suspension,
            Rules::UnitedKingdom => Citation::UnitedKingdomGuidance,
            Rules::UnitedKingdomSince2026 => Citation::UnitedKingdomPeriod,
            Rules::Swiss => Citation::SwissIdentity,
        }
    }
}

/// The clock stands: a question asked in time is not answered.
struct Standing;
