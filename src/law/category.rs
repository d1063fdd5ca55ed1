//! Category: the closed list of categories of personal data, and Origin: how a controller came by a datum.
//!
//! In: nothing. Out: two closed lists with stable identifiers; their names in each language are in
//! `templates/wording`. Not here: which file belongs to which category (recipes and `generic` say that).

closed_list! {
    /// A category of personal data (Art. 15(1)(b) asks for "the categories of personal data concerned").
    pub enum Category {
        /// Names, birth dates, gender: who the person is.
        Identity = "identity";
        /// E-mail addresses and telephone numbers.
        Contact = "contact";
        /// Postal addresses.
        Address = "address";
        /// The account itself: creation, settings, status.
        Account = "account";
        /// Means of payment, invoices, vouchers.
        Payment = "payment";
        /// Orders and items bought.
        Purchases = "purchases";
        /// Returns and refunds.
        Returns = "returns";
        /// Baskets, wish lists, favourites.
        Basket = "basket";
        /// Pages and items looked at.
        Browsing = "browsing";
        /// Searches.
        Search = "search";
        /// What was watched, read or listened to.
        Media = "media";
        /// Devices and programs used.
        Device = "device";
        /// Places and countries.
        Location = "location";
        /// Messages sent and received.
        Communications = "communications";
        /// Reviews, ratings, questions and answers given.
        Reviews = "reviews";
        /// Loyalty cards, points, discounts.
        Loyalty = "loyalty";
        /// Subscriptions and memberships.
        Subscriptions = "subscriptions";
        /// Advertising shown or clicked.
        Advertising = "advertising";
        /// Segments, scores, predictions: what was concluded about the person.
        Inferences = "inferences";
        /// Who received the data, and who supplied it.
        Recipients = "recipients";
        /// Customer numbers, cookies, advertising identifiers.
        Identifiers = "identifiers";
        /// Consents, objections, opt-outs.
        Consent = "consent";
        /// Log-ins, IP addresses, authentication.
        Security = "security";
        /// Preferences stated by the person.
        Preferences = "preferences";
        /// Customer service.
        Support = "support";
        /// Other people: household, gift recipients, contacts.
        Others = "others";
        /// Special categories of data (Art. 9(1)).
        Special = "special";
        /// Nothing in names or values says what it is.
        Unknown = "unknown";
    }
}

impl Category {
    /// Tells whether its data say who somebody is or how to reach them, and not what happened one day.
    pub fn says_who(self) -> bool {
        matches!(self, Self::Identity | Self::Contact | Self::Address | Self::Account | Self::Identifiers)
    }
}

closed_list! {
    /// How the controller came by a datum. The difference matters: what was given or observed is known to the
    /// person, what was inferred or obtained elsewhere is not.
    pub enum Origin {
        /// Given by the person.
        Given = "given";
        /// Observed while the person used the service.
        Observed = "observed";
        /// Inferred or derived by the controller.
        Inferred = "inferred";
        /// Obtained from others (Art. 14, Art. 15(1)(g)).
        Obtained = "obtained";
        /// Not known.
        Unknown = "unknown";
    }
}
