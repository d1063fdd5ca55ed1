//! Complaint: whom to turn to when the answer fails, and the later time limits, as rules with dates.
//!
//! In: the law a controller answers under, and the days on which things happened. Out: the route in force on
//! a day, what a complaint must carry, and each later limit with its date and provision.
//!
//! A rule is data with a validity period: since 19 June 2026 companies in the United Kingdom must
//! take complaints, and their regulator expects them to be asked first; from 2 April 2027 a cross-border complaint must prove the prior request. Periods that
//! only practice knows are left out. Not here: which authority (`competence`), and what happened (`tracker`).

use chrono::{Days, Months, NaiveDate};

use super::country::{Jurisdiction, jurisdiction};
use super::holiday::Calendar;
use super::time_limit::POST_WORKING_DAYS;

/// Months of an authority's silence after which a court is open. Art. 78(2); Data Protection Act 2018 s. 166(1).
const SILENCE_MONTHS: u32 = 3;

/// Days the controller has to acknowledge a complaint. Data Protection Act 2018 s. 164A.
const ACKNOWLEDGEMENT_DAYS: u64 = 30;

/// Months in which an offence prosecuted on complaint may be reported, from knowing the offender. Criminal
/// Code (SR 311.0) Art. 31.
const SWISS_OFFENCE_MONTHS: u32 = 3;

/// Days in which the person confirms a request for which a fee is asked; else it counts as withdrawn. Data Protection
/// Ordinance (SR 235.11) Art. 19(3).
const SWISS_FEE_DAYS: u64 = 10;

/// Months after knowledge, and at most after the event, in which Austria takes a complaint. DSG § 24(4).
const AUSTRIAN_MONTHS: (u32, u32) = (12, 36);

/// Months in which damages may be claimed in France. Code civil Art. 2224.
const FRENCH_DAMAGES_MONTHS: u32 = 60;

/// Whom a complaint goes to first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The supervisory authority.
    Authority,
    /// The controller itself; the authority comes after it.
    ControllerFirst,
}

/// What a complaint must carry beyond the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// Proof that the right was exercised with the controller before.
    PriorRequest,
}

closed_list! {
    /// A provision a complaint or a later limit rests on. Each is written as its readers cite it in
    /// `templates/wording` (`citation-<id>`).
    pub enum Provision {
        /// Complaint to a supervisory authority.
        Complaint = "complaint";
        /// Complaint in the United Kingdom.
        UnitedKingdomComplaint = "united-kingdom-complaint";
        /// Complaint to the controller in the United Kingdom.
        UnitedKingdomController = "united-kingdom-controller";
        /// Notice to the Swiss commissioner.
        SwissNotice = "swiss-notice";
        /// Contents of a cross-border complaint.
        CrossBorder = "cross-border";
        /// Court action against a silent authority.
        Silence = "silence";
        /// Lapse of the Austrian right to complain.
        AustrianLapse = "austrian-lapse";
        /// Criminal complaint in Switzerland.
        SwissOffence = "swiss-offence";
        /// Order of the tribunal against a silent regulator in the United Kingdom.
        UnitedKingdomTribunal = "united-kingdom-tribunal";
        /// Days to agree to a fee in Switzerland.
        SwissFee = "swiss-fee";
        /// Damages in France.
        FrenchDamages = "french-damages";
    }
}

/// A rule and the days on which it is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rule<T> {
    law: Jurisdiction,
    /// The first day; none where it is older than any request this program knows.
    from: Option<NaiveDate>,
    /// The last day; none while it is in force.
    until: Option<NaiveDate>,
    what: T,
    provision: Provision,
}

impl<T> Rule<T> {
    fn is_in_force(&self, law: Jurisdiction, on: NaiveDate) -> bool {
        self.law == law
            && self.from.is_none_or(|from| from <= on)
            && self.until.is_none_or(|until| on <= until)
    }
}

const fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Whom a complaint goes to first, by law and day.
const ROUTES: &[Rule<Route>] = &[
    // Art. 77(1).
    Rule {
        law: Jurisdiction::European,
        from: None,
        until: None,
        what: Route::Authority,
        provision: Provision::Complaint,
    },
    Rule {
        law: Jurisdiction::UnitedKingdom,
        from: None,
        until: day(2026, 6, 18),
        what: Route::Authority,
        provision: Provision::UnitedKingdomComplaint,
    },
    // Data Protection Act 2018 s. 164A, inserted by Data (Use and Access) Act 2025 s. 103.
    Rule {
        law: Jurisdiction::UnitedKingdom,
        from: day(2026, 6, 19),
        until: None,
        what: Route::ControllerFirst,
        provision: Provision::UnitedKingdomController,
    },
    // The Swiss act knows no complaint as in Art. 77; the commissioner may be told.
    Rule {
        law: Jurisdiction::Swiss,
        from: None,
        until: None,
        what: Route::Authority,
        provision: Provision::SwissNotice,
    },
];

/// What a cross-border complaint must carry, by law and day.
const ELEMENTS: &[Rule<Element>] = &[
    // Regulation (EU) 2025/2518 applies from 2 April 2027.
    Rule {
        law: Jurisdiction::European,
        from: day(2027, 4, 2),
        until: None,
        what: Element::PriorRequest,
        provision: Provision::CrossBorder,
    },
];

/// Returns the law a controller answers under: that of its seat, or, where it sits elsewhere, the person's
/// own (Art. 3(2)).
pub fn governing(seat: Option<&str>, home: Option<&str>) -> Jurisdiction {
    let law = |country: Option<&str>| country.map_or(Jurisdiction::Elsewhere, jurisdiction);
    match law(seat) {
        Jurisdiction::Elsewhere => law(home),
        seat @ (Jurisdiction::European | Jurisdiction::UnitedKingdom | Jurisdiction::Swiss) => seat,
    }
}

/// Returns whom a complaint goes to first on a day, with the provision. Where no law of ours governs, the
/// Regulation's route is the one there is to name.
pub fn route(law: Jurisdiction, on: NaiveDate) -> (Route, Provision) {
    let rule = ROUTES.iter().find(|rule| rule.is_in_force(law, on));
    rule.map_or((Route::Authority, Provision::Complaint), |rule| (rule.what, rule.provision))
}

/// Returns what a complaint must carry on a day, with the provision. Only cross-border complaints owe more
/// than the facts.
pub fn elements(law: Jurisdiction, is_cross_border: bool, on: NaiveDate) -> Vec<(Element, Provision)> {
    let rules = ELEMENTS.iter().filter(|rule| is_cross_border && rule.is_in_force(law, on));
    rules.map(|rule| (rule.what, rule.provision)).collect()
}

/// The last day on which the controller may still acknowledge a complaint that reached it on a day. Data
/// Protection Act 2018 s. 164A. A last day that is no working day in the nation of its seat (in England, where
/// it is not known) moves to the next one: so its regulator counts.
pub fn acknowledgement_due(complained: NaiveDate, nation: Option<&str>) -> NaiveDate {
    let last = complained.checked_add_days(Days::new(ACKNOWLEDGEMENT_DAYS)).unwrap_or(complained);
    let of_nation = nation.and_then(|nation| Calendar::of("GB", Some(nation)));
    of_nation.or_else(|| Calendar::of("GB", None)).map_or(last, |calendar| calendar.roll(last))
}

/// The day until which nobody says that the acknowledgement is late: the complaint may have travelled by post.
pub fn acknowledgement_safe(complained: NaiveDate, nation: Option<&str>) -> NaiveDate {
    after_post(acknowledgement_due(complained, nation), "GB")
}

/// The first day on which nobody can call it too early to turn to a court because the authority is silent.
/// Art. 78(2): three months, whose last day is a working day (Regulation 1182/71 Art. 3(4)); then the days
/// that post takes. It is not recorded which authority was turned to: of the countries given the one with the
/// latest day counts.
pub fn court_open(last_sign: NaiveDate, countries: &[&str]) -> NaiveDate {
    let silent = months_after(last_sign, SILENCE_MONTHS);
    let latest = countries.iter().map(|country| after_post(silent, country)).max().unwrap_or(silent);
    latest.succ_opt().unwrap_or(latest)
}

/// The end of a period that began with a letter by post, by the public holidays of every region of a country.
fn after_post(last: NaiveDate, country: &str) -> NaiveDate {
    let end = |calendar: &Calendar| calendar.add_working_days(calendar.roll(last), POST_WORKING_DAYS);
    Calendar::united(country).map_or(last, end)
}

closed_list! {
    /// A later limit: the closed list. Each has words in `templates/wording` (`later-<id>`).
    pub enum Later {
        /// A court is open because the authority is silent: from that day.
        CourtOpen = "court-open";
        /// The tribunal of the United Kingdom may order the regulator to deal with the complaint, because it is silent:
        /// from that day.
        TribunalOpen = "tribunal-open";
        /// Without agreement to the fee a Swiss request counts as withdrawn after that day.
        SwissFee = "swiss-fee";
        /// Austria takes a complaint until one year after knowledge.
        AustrianYear = "austrian-year";
        /// The same, after a complaint that may have gone to the authority of another country.
        AustrianYearElsewhere = "austrian-year-elsewhere";
        /// Austria takes a complaint until three years after the event.
        AustrianThreeYears = "austrian-three-years";
        /// The controller acknowledges the complaint made to it by that day.
        Acknowledgement = "acknowledgement";
        /// A Swiss criminal complaint for a wilfully false or incomplete answer is possible until that day.
        SwissOffence = "swiss-offence";
        /// Damages may be claimed in France until that day.
        FrenchDamages = "french-damages";
    }
}

impl Later {
    /// Returns the provision it rests on.
    pub fn provision(self) -> Provision {
        match self {
            Self::CourtOpen => Provision::Silence,
            Self::TribunalOpen => Provision::UnitedKingdomTribunal,
            Self::SwissFee => Provision::SwissFee,
            Self::AustrianYear | Self::AustrianYearElsewhere | Self::AustrianThreeYears => {
                Provision::AustrianLapse
            }
            Self::Acknowledgement => Provision::UnitedKingdomController,
            Self::SwissOffence => Provision::SwissOffence,
            Self::FrenchDamages => Provision::FrenchDamages,
        }
    }

    /// Tells whether the person's next steps depend on it, so that it belongs into a calendar; the others
    /// are information.
    pub fn is_tracked(self) -> bool {
        match self {
            Self::CourtOpen
            | Self::TribunalOpen
            | Self::SwissFee
            | Self::AustrianYear
            | Self::AustrianYearElsewhere
            | Self::Acknowledgement
            | Self::SwissOffence => true,
            Self::AustrianThreeYears | Self::FrenchDamages => false,
        }
    }

    /// Tells whether a right of the person is lost after it.
    pub fn is_lapse(self) -> bool {
        match self {
            Self::AustrianYear
            | Self::AustrianYearElsewhere
            | Self::AustrianThreeYears
            | Self::SwissOffence
            | Self::SwissFee
            | Self::FrenchDamages => true,
            Self::CourtOpen | Self::TribunalOpen | Self::Acknowledgement => false,
        }
    }

    /// Tells whether something is open to the person from that day on: they hear of it afterwards, too. Each has words for
    /// that (`later-<id>-since`).
    pub fn opens(self) -> bool {
        match self {
            Self::CourtOpen | Self::TribunalOpen => true,
            Self::SwissFee
            | Self::AustrianYear
            | Self::AustrianYearElsewhere
            | Self::AustrianThreeYears
            | Self::Acknowledgement
            | Self::SwissOffence
            | Self::FrenchDamages => false,
        }
    }

    /// Tells whether the person hears that it has passed: the right is probably lost, and must not look as if it had
    /// never been limited. Each has words for that (`later-<id>-lapsed`).
    pub fn is_told_once_lapsed(self) -> bool {
        match self {
            Self::AustrianYear | Self::AustrianYearElsewhere | Self::SwissOffence | Self::SwissFee => true,
            Self::CourtOpen
            | Self::TribunalOpen
            | Self::AustrianThreeYears
            | Self::Acknowledgement
            | Self::FrenchDamages => false,
        }
    }
}

/// A later limit and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaterLimit {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub what: Later,
}

/// What is known of a case after its answer failed, as far as later limits need it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aftermath<'a> {
    /// The controller's country.
    pub seat: Option<&'a str>,
    /// The nation of the United Kingdom it sits in, where known.
    pub nation: Option<&'a str>,
    /// The person's country.
    pub home: Option<&'a str>,
    /// The country the person works in.
    pub work: Option<&'a str>,
    /// The first day on which something was not as it should be: the period ended, the refusal, the
    /// incomplete answer.
    pub grievance: Option<NaiveDate>,
    /// The earliest day on which something may have been wrong, whether or not the person has said so: from
    /// then on a right to complain may lapse.
    pub earliest: Option<NaiveDate>,
    /// The day a fee was asked for that the person has not agreed to, while the request waits for that.
    pub fee_asked: Option<NaiveDate>,
    /// The days of incomplete answers to a request for access.
    pub incomplete_answers: Vec<NaiveDate>,
    /// The day of the complaint to the controller, while it owes the acknowledgement.
    pub to_controller: Option<NaiveDate>,
    /// The day of the complaint to the authority or, later, of its last word.
    pub authority_last_sign: Option<NaiveDate>,
    /// Whether the complaint to the authority was made.
    pub complained: bool,
}

impl Aftermath<'_> {
    /// The countries whose authorities may have been turned to.
    fn countries(&self) -> Vec<&str> {
        [self.home, self.work, self.seat].into_iter().flatten().collect()
    }

    /// Tells whether a right to complain lapses, counted from [`Aftermath::earliest`].
    pub fn has_lapse(&self) -> bool {
        self.austrian_year().is_some()
    }

    /// The Austrian year, where an Austrian authority may be turned to and was not yet for certain.
    fn austrian_year(&self) -> Option<Later> {
        let countries = self.countries();
        let is_only = countries.iter().all(|country| *country == "AT");
        match (countries.contains(&"AT"), self.complained) {
            (true, false) => Some(Later::AustrianYear),
            (true, true) if !is_only => Some(Later::AustrianYearElsewhere),
            (true | false, _) => None,
        }
    }
}

/// Computes the later limits, soonest first.
pub fn later_limits(aftermath: &Aftermath<'_>) -> Vec<LaterLimit> {
    let law = governing(aftermath.seat, aftermath.home);
    let mut limits = Vec::new();
    let mut add = |what, on| limits.push(LaterLimit { on, what });
    if let Some(sign) = aftermath.authority_last_sign.filter(|_| law == Jurisdiction::European) {
        add(Later::CourtOpen, court_open(sign, &aftermath.countries()));
    }
    if let Some(sign) = aftermath.authority_last_sign.filter(|_| law == Jurisdiction::UnitedKingdom) {
        add(Later::TribunalOpen, court_open(sign, &["GB"]));
    }
    if let Some(asked) = aftermath.fee_asked.filter(|_| law == Jurisdiction::Swiss) {
        // Counted from the day it was asked and not moved from a Sunday: who agrees by then is never too late.
        add(Later::SwissFee, asked.checked_add_days(Days::new(SWISS_FEE_DAYS)).unwrap_or(asked));
    }
    if let Some(complained) = aftermath.to_controller.filter(|_| law == Jurisdiction::UnitedKingdom) {
        add(Later::Acknowledgement, acknowledgement_due(complained, aftermath.nation));
    }
    if let Some((year, earliest)) = aftermath.austrian_year().zip(aftermath.earliest) {
        // Knowledge may have come later than the event; counted from the event itself nobody is too late.
        let (one, three) = AUSTRIAN_MONTHS;
        add(year, months_after(earliest, one));
        add(Later::AustrianThreeYears, months_after(earliest, three));
    }
    let is_french = [aftermath.seat, aftermath.home].contains(&Some("FR")) && law == Jurisdiction::European;
    if let Some(grievance) = aftermath.grievance.filter(|_| is_french) {
        add(Later::FrenchDamages, months_after(grievance, FRENCH_DAMAGES_MONTHS));
    }
    for answered in aftermath.incomplete_answers.iter().filter(|_| law == Jurisdiction::Swiss) {
        // Counted from the answer: the offender cannot be known earlier, and later is not assumed.
        add(Later::SwissOffence, months_after(*answered, SWISS_OFFENCE_MONTHS));
    }
    limits.sort_unstable();
    limits
}

fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}
