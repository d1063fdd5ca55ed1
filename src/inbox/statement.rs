//! Statement: the closed list of things a controller's reply can say about a request.
//!
//! In: nothing. Out: [`Statement`] and its [`Detail`]s, with the names they have in the phrase files, in JSON and
//! in wording. Not here: by which phrases a statement is known (`phrases/`, read by `rule`), and which event of a
//! case it would be (`proposal`).

closed_list! {
    /// What a reply says about the request.
    pub enum Statement {
        /// It has arrived and will be dealt with.
        Acknowledged = "acknowledged";
        /// The person must show who they are. Art. 12(6).
        AsksIdentity = "asks-identity";
        /// The person must say what they want, or in which matter. Recital 63.
        AsksClarification = "asks-clarification";
        /// The request, or the data, is to be had through a form or an account page only.
        UseForm = "use-form";
        /// It costs money. Art. 12(5).
        WantsFee = "wants-fee";
        /// The answer will take longer than a month. Art. 12(3).
        Extends = "extends";
        /// Nothing, or not all, will be done. Art. 12(4).
        Refuses = "refuses";
        /// Nothing about the person is held.
        NothingHeld = "nothing-held";
        /// The data is here: attached, behind a link, or in the text.
        Delivers = "delivers";
        /// The data was erased. Art. 17.
        Erased = "erased";
        /// Requests are not read at this address.
        WrongAddress = "wrong-address";
        /// It is about something else: an order, a newsletter.
        Unrelated = "unrelated";
    }
}

closed_list! {
    /// What a statement says more precisely.
    pub enum Detail {
        /// A copy of an identity document.
        Document = "document";
        /// Confirmation from the account or address that is known.
        Confirmation = "confirmation";
        /// Particulars by which the person can be found: a birth date, a customer number.
        Particulars = "particulars";
        /// A form on the web.
        Form = "form";
        /// The person's own account page.
        Account = "account";
        /// The request is called unfounded, excessive or repetitive. Art. 12(5).
        Excessive = "excessive";
        /// The person cannot be identified. Art. 11(2), 12(2).
        Unidentified = "unidentified";
        /// Rights of others or secrets stand against it. Art. 15(4).
        OthersRights = "others-rights";
        /// A legal duty or a legal claim stands against it. Art. 17(3).
        LegalDuty = "legal-duty";
        /// Somebody else is the controller. Art. 4(7).
        NotController = "not-controller";
        /// The law is said not to apply.
        NotCovered = "not-covered";
        /// The data is attached.
        Attached = "attached";
        /// The data is behind a link.
        Link = "link";
    }
}

impl Statement {
    /// Tells whether it asks something of the person, so that a question says it as well as a sentence.
    pub fn is_asked(self) -> bool {
        match self {
            Self::AsksIdentity | Self::AsksClarification | Self::UseForm | Self::WantsFee => true,
            Self::Acknowledged
            | Self::Extends
            | Self::Refuses
            | Self::NothingHeld
            | Self::Delivers
            | Self::Erased
            | Self::WrongAddress
            | Self::Unrelated => false,
        }
    }

    /// Tells whether a detail can belong to it.
    pub fn allows(self, detail: Detail) -> bool {
        let owner = match detail {
            // The account's page may show what anybody finds there, or what was made ready for this request.
            Detail::Account if self == Self::Delivers => return true,
            Detail::Document | Detail::Confirmation | Detail::Particulars => Self::AsksIdentity,
            Detail::Form | Detail::Account => Self::UseForm,
            Detail::Excessive
            | Detail::Unidentified
            | Detail::OthersRights
            | Detail::LegalDuty
            | Detail::NotController
            | Detail::NotCovered => Self::Refuses,
            Detail::Attached | Detail::Link => Self::Delivers,
        };
        self == owner
    }
}
