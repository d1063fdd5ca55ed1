//! Step: the steps of a count and the provisions they rest on, each with a sentence in `templates/wording`.
//!
//! In: nothing. Out: two closed lists. What is counted, and how, is `time_limit`; which provision is in force,
//! `rule`.

use chrono::NaiveDate;

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

closed_list! {
    /// What a step of the count does. Each has a sentence in `templates/wording` (`counted-<id>`).
    pub enum Counted {
        /// The request was received; that day is not counted.
        Received = "received";
        /// One month, ending on the day of the same number, or the last of the month.
        OneMonth = "one-month";
        /// Three months from receipt, after an extension.
        ThreeMonths = "three-months";
        /// Thirty days.
        ThirtyDays = "thirty-days";
        /// The period starts again on the day the controller receives the identity information.
        Restarted = "restarted";
        /// Days on which the controller waited for an answer do not count.
        Paused = "paused";
        /// The period starts again on the day the controller receives the fee.
        RestartedByFee = "restarted-by-fee";
        /// The period starts after the days the person has to agree to a fee.
        StartsAfterFee = "starts-after-fee";
        /// The person agreed to a fee after the days they have for it: the request may count as withdrawn.
        AgreedTooLate = "agreed-too-late";
        /// A fee is demanded, and no provision says that this moves the period.
        FeeChangesNothing = "fee-changes-nothing";
        /// The question came after the period had ended and changes nothing.
        AskedTooLate = "asked-too-late";
        /// The question came after the period had ended, but not by every count the safe date rests on.
        AskedPerhapsTooLate = "asked-perhaps-too-late";
        /// The extension was announced after the period had ended and extends nothing.
        ExtendedTooLate = "extended-too-late";
        /// The extension was announced without the reasons it needs and extends nothing.
        ExtendedWithoutReasons = "extended-without-reasons";
        /// The person contested the question: the count goes on as if it had not been asked.
        Contested = "contested";
        /// A question is open: the clock is stopped.
        Suspended = "suspended";
        /// A question is open, and whether it came in time is not certain: no date is safe.
        PerhapsSuspended = "perhaps-suspended";
        /// The last day is no working day and moves to the next one.
        Rolled = "rolled";
        /// The controller announces its own date; the law sets none.
        OwnDate = "own-date";
        /// The withdrawal takes effect at once; the law sets no period for an answer.
        EffectAtOnce = "effect-at-once";
        /// The objection takes effect at once; the period is for telling what was done.
        ObjectionAtOnce = "objection-at-once";
        /// The controller extended the period to this day only: it ends there.
        Announced = "announced";
        /// The controller announced a day on which the period would not have ended yet: nothing is extended.
        AnnouncedTooEarly = "announced-too-early";
        /// The controller announced a later day than the law allows: the period ends before it.
        AnnouncedTooFar = "announced-too-far";
        /// The period of another right holds for this one by reference.
        LikeAccess = "like-access";
        /// The law sets no period for the answer to this right.
        NoPeriod = "no-period";
        /// The receipt is not proven and may have been as late as this day.
        LatestReceipt = "latest-receipt";
        /// The receipt of the person's answer is not proven and may have been as late as this day.
        LatestAnswer = "latest-answer";
        /// The last day of the period, counted from the latest receipt.
        LatestDue = "latest-due";
        /// Three working days more for an answer by post.
        SafePost = "safe-post";
        /// Public holidays of regions move the safe date further.
        SafeRegional = "safe-regional";
        /// Days of which it is disputed whether they are public holidays move the safe date further.
        SafeDisputed = "safe-disputed";
        /// The safe date.
        Safe = "safe";
    }
}

impl Counted {
    /// Tells whether a step leads to the safe date and no longer to the legal one.
    pub fn is_about_safe_date(self) -> bool {
        match self {
            Self::LatestReceipt
            | Self::LatestAnswer
            | Self::LatestDue
            | Self::SafePost
            | Self::SafeRegional
            | Self::SafeDisputed
            | Self::Safe => true,
            Self::Received
            | Self::OneMonth
            | Self::ThreeMonths
            | Self::ThirtyDays
            | Self::Restarted
            | Self::RestartedByFee
            | Self::StartsAfterFee
            | Self::AgreedTooLate
            | Self::FeeChangesNothing
            | Self::Paused
            | Self::AskedTooLate
            | Self::AskedPerhapsTooLate
            | Self::ExtendedTooLate
            | Self::ExtendedWithoutReasons
            | Self::Contested
            | Self::Suspended
            | Self::PerhapsSuspended
            | Self::Rolled
            | Self::OwnDate
            | Self::Announced
            | Self::AnnouncedTooFar
            | Self::AnnouncedTooEarly
            | Self::LikeAccess
            | Self::EffectAtOnce
            | Self::ObjectionAtOnce
            | Self::NoPeriod => false,
        }
    }
}

closed_list! {
    /// A provision a step rests on. Each is written as its readers cite it in `templates/wording`
    /// (`citation-<id>`).
    pub enum Citation {
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
        /// Answers are free of charge; a fee only where a request is manifestly unfounded or excessive.
        Fee = "fee";
        /// A share of the costs in Switzerland, and ten days to agree to it.
        SwissFee = "swiss-fee";
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
        /// A request to specify the request, of which no Swiss provision speaks.
        SwissClarification = "swiss-clarification";
        /// A last day that is no working day in Switzerland.
        SwissLastDay = "swiss-last-day";
        /// The withdrawal of consent.
        Withdrawal = "withdrawal";
        /// The withdrawal of consent in the United Kingdom.
        UnitedKingdomWithdrawal = "united-kingdom-withdrawal";
        /// The objection to direct marketing.
        Marketing = "marketing";
        /// The objection to direct marketing in the United Kingdom.
        UnitedKingdomMarketing = "united-kingdom-marketing";
        /// The period of Switzerland is for portability as well.
        SwissPortability = "swiss-portability";
        /// The period of Switzerland is for access and portability alone.
        SwissAccessOnly = "swiss-access-only";
        /// No provision: a margin of prudence of this program.
        Margin = "margin";
    }
}
