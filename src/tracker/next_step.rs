//! Next step: the closed list of what a person can do next in a case.
//!
//! In: nothing. Out: [`NextStep`], each with its name in wording. Not here: which one it is (`status`), and the command
//! and the sentence for it.

/// The one next step of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Give the address that the directory lacks.
    GiveAddress,
    /// Send it.
    Send,
    /// Send it by hand (post, form) and say when.
    SendByHand,
    /// Look whether it arrived, and say so.
    FindOutWhetherSent,
    /// Find another address.
    FindAddress,
    /// Wait for the answer.
    Wait,
    /// Wait a little: the controller was reminded.
    AwaitReminded,
    /// Wait a little: the controller was told what its answer lacks.
    AwaitFollowedUp,
    /// Wait: the controller has the complaint and time to acknowledge it (United Kingdom).
    AwaitController,
    /// Wait for the authority. Art. 77.
    AwaitAuthority,
    /// The authority has been silent for three months: a court is open. Art. 78(2).
    TurnToCourt,
    /// Answer the controller's question.
    AnswerQuestion,
    /// Send the later letter that lies ready.
    SendLetter,
    /// Post it, paste it or hand it over by hand, and say when.
    SendLetterByHand,
    /// Lodge the complaint that lies ready with the authority. Art. 77.
    LodgeComplaint,
    /// Look whether the later letter arrived, and say so.
    FindOutWhetherLetterSent,
    /// The last letter came back and the request did not: send that letter by another way.
    SendOtherwise,
    /// The complaint came back from the authority: lodge it by another way. Art. 77.
    LodgeOtherwise,
    /// Remind the controller.
    Remind,
    /// Complain to the controller, which the regulator expects first (United Kingdom).
    ComplainToController,
    /// Complain to the authority. Art. 77.
    Complain,
    /// Import the answer and read it.
    ReadAnswer,
    /// Nothing.
    Nothing,
}

impl NextStep {
    /// Every next step.
    pub const ALL: &'static [Self] = &[
        Self::GiveAddress,
        Self::Send,
        Self::SendByHand,
        Self::FindOutWhetherSent,
        Self::FindAddress,
        Self::Wait,
        Self::AwaitReminded,
        Self::AwaitFollowedUp,
        Self::AwaitController,
        Self::AwaitAuthority,
        Self::TurnToCourt,
        Self::AnswerQuestion,
        Self::SendLetter,
        Self::SendLetterByHand,
        Self::LodgeComplaint,
        Self::FindOutWhetherLetterSent,
        Self::SendOtherwise,
        Self::LodgeOtherwise,
        Self::Remind,
        Self::ComplainToController,
        Self::Complain,
        Self::ReadAnswer,
        Self::Nothing,
    ];

    /// Returns its name in wording.
    pub fn id(self) -> &'static str {
        match self {
            Self::GiveAddress => "give-address",
            Self::Send => "send",
            Self::SendByHand => "send-by-hand",
            Self::FindOutWhetherSent => "find-out-whether-sent",
            Self::FindAddress => "find-address",
            Self::Wait => "wait",
            Self::AwaitReminded => "wait-reminded",
            Self::AwaitFollowedUp => "wait-followed-up",
            Self::AwaitController => "wait-controller",
            Self::AwaitAuthority => "wait-complained",
            Self::TurnToCourt => "turn-to-court",
            Self::AnswerQuestion => "answer-question",
            Self::SendLetter => "send-letter",
            Self::SendLetterByHand => "send-letter-by-hand",
            Self::LodgeComplaint => "lodge-complaint",
            Self::FindOutWhetherLetterSent => "find-out-whether-letter-sent",
            Self::SendOtherwise => "send-otherwise",
            Self::LodgeOtherwise => "lodge-otherwise",
            Self::Remind => "remind",
            Self::ComplainToController => "complain-to-controller",
            Self::Complain => "complain",
            Self::ReadAnswer => "read-answer",
            Self::Nothing => "nothing",
        }
    }
}
