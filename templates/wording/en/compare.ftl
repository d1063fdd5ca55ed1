# Two answers of one company, held against each other.
compare-they = this company
compare-title = What changed at { $company }
compare-title-erasure = What { $company } still holds after the erasure
compare-eyebrow = Two answers compared, { $date }
compare-lead = The answer read on { $first } holds { $before }, the one read on { $second } holds { $after }.
compare-erasure = Erasure asked for in case { $case }, sent on { $date }
compare-erasure-undated = Erasure asked for in case { $case }
compare-erasure-said = Compared as before and after an erasure, as you said
compare-figure-same = { $count ->
    [one] is the same
   *[other] are the same
}
compare-figure-changed = changed
compare-figure-appeared = appeared
compare-figure-vanished = vanished
compare-fact-still-there = { $count ->
    [one] piece of information was there before the erasure and still is.
   *[other] pieces of information were there before the erasure and still are.
}
compare-fact-come-again = { $count ->
    [one] value that identifies you or an order comes again in another record.
   *[other] values that identify you or an order come again in other records.
}
compare-fact-inference-appeared = { $count ->
    [one] conclusion about you is new.
   *[other] conclusions about you are new.
}
compare-fact-inference-vanished = { $count ->
    [one] conclusion about you is no longer there.
   *[other] conclusions about you are no longer there.
}
compare-fact-recipient-appeared = { $count ->
    [one] company that has your data is new.
   *[other] companies that have your data are new.
}
compare-fact-recipient-vanished = { $count ->
    [one] company that has your data is no longer there.
   *[other] companies that have your data are no longer there.
}
compare-fact-source-appeared = { $count ->
    [one] source of data about you is new.
   *[other] sources of data about you are new.
}
compare-fact-source-vanished = { $count ->
    [one] source of data about you is no longer there.
   *[other] sources of data about you are no longer there.
}
compare-fact-identifier-appeared = { $count ->
    [one] number or code by which they recognise you is new.
   *[other] numbers or codes by which they recognise you are new.
}
compare-fact-identifier-vanished = { $count ->
    [one] number or code by which they recognise you is no longer there.
   *[other] numbers or codes by which they recognise you are no longer there.
}
compare-fact-device-appeared = { $count ->
    [one] device or program is new.
   *[other] devices or programs are new.
}
compare-fact-device-vanished = { $count ->
    [one] device or program is no longer there.
   *[other] devices or programs are no longer there.
}
compare-fact-ip-address-appeared = { $count ->
    [one] internet address is new.
   *[other] internet addresses are new.
}
compare-fact-ip-address-vanished = { $count ->
    [one] internet address is no longer there.
   *[other] internet addresses are no longer there.
}
compare-fact-location-appeared = { $count ->
    [one] place is new.
   *[other] places are new.
}
compare-fact-location-vanished = { $count ->
    [one] place is no longer there.
   *[other] places are no longer there.
}
compare-fact-query-appeared = { $count ->
    [one] search is new.
   *[other] searches are new.
}
compare-fact-query-vanished = { $count ->
    [one] search is no longer there.
   *[other] searches are no longer there.
}
compare-notice-title = What to notice
compare-no-notice = The same kinds of data came both times.
compare-limited = More records differ than are compared field by field: some that only changed may be counted as vanished and appeared.
compare-closed = { $count ->
    [one] 1 file of the later answer could not be looked into: { $files }.
   *[other] { $number } files of the later answer could not be looked into: { $files }.
}
compare-letters = { $count ->
    [one] A letter of the later answer has names, addresses or numbers of the earlier one, as any letter says to whom and by whom it is written: { $files }. Read it.
   *[other] { $number } letters of the later answer have names, addresses or numbers of the earlier one, as any letter says to whom and by whom it is written: { $files }. Read them.
}
compare-come-again-notice = Values of records that vanished stand in other records now: { $categories }.
compare-gone = No longer held, as far as the answer shows: { $categories }.
compare-fresh = Held now and not before: { $categories }.
compare-unread = Compared by numbers and lists only, not record by record: { $why }
compare-next-why = Ask for what reason, under which text and until when these data stay:
compare-next-unread = Nothing of the earlier answer was recognised in the later one, but not every record was compared. Give both answers to be compared record by record:
compare-next-restriction = Ask that what has to stay is no longer used:
compare-next-erased = Nothing of the earlier answer was found in the later one. Keep both: they are your proof.
compare-next-erasure = You can have data erased:
compare-next-report = Read the later answer in full:
compare-still-there = Still there after the erasure
compare-still-there-lead = { $count ->
    [0] Nothing of the earlier answer was found in the later one.
    [one] 1 record of the earlier answer is still in the later one.
   *[other] { $number } records of the earlier answer are still in the later one.
}
compare-still-there-parts = No record of the earlier answer was found as such in the later one, but parts of it were: see the values and lists below.
compare-still-there-unknown = Nothing of the earlier answer was recognised in the later one; not every record was compared.
compare-still-there-letters = Nothing of the earlier answer was found in the later one but what a letter says of whom it is written to and by. Read the letters named on page one: one that confirms the erasure is, with both answers, your proof.
compare-still-there-closed = Nothing of the earlier answer was recognised in the later one, but not all of its files could be looked into. Open them yourself, or ask for them in a form that can be read.
compare-come-again = Values that come again
compare-come-again-lead = { $count ->
    [one] 1 value of records that vanished stands in other records of the later answer.
   *[other] { $number } values of records that vanished stand in other records of the later answer.
}
compare-come-again-about = E-mail addresses (also as MD5, SHA-1, SHA-256), telephone, order and customer numbers, names and streets of the earlier answer, found in the later one in a record of another kind or in another file. What was erased in one place is still held in another, or was copied there. Which reasons may be cited depends on what that record is.
compare-column-value = Value
compare-column-still = Still there
compare-column-reasons = What may be cited for it
compare-no-reason = no reason known here
compare-reasons = Reasons that may be cited
compare-reasons-about = The law lets a company keep some documents although their erasure was asked for (Art. 17(3) GDPR). It has to say for which data, under which text and until when. That a reason is listed here does not say that it applies to you.
compare-reasons-limits = These reasons cover the documents they name: not the profile, the pages looked at, the scores or the advertising made beside them. What may stay is kept and not otherwise used.
compare-reason-read = Read in { $source }, { $month }.
compare-reason-unconfirmed = Not compared with the text of the law: check it before you rely on it.
compare-reason-amounts = { $count ->
    [0] The answer gives no amount here.
    [one] One amount is known here: { $sum }.
   *[other] { $number } amounts are known here, together { $sum }.
}
compare-reason-below = Even together that is less than { $least }.
retention-legal-duty = Data that a law of the Union or of a member state obliges the company to keep; it has to name that law.
retention-legal-claims = Data needed to establish, exercise or defend legal claims, such as an open dispute or a guarantee.
retention-consent-proof = The proof that you consented, which a company must be able to give.
retention-fr-online-contract = A contract made online for 120 euros or more: ten years from the delivery.
retention-fr-accounting = Accounting documents and their vouchers, such as invoices: ten years.
compare-categories = Kind by kind
compare-categories-lead = { $count ->
    [0] Neither answer holds a record.
    [one] One kind of data stands in the two answers.
   *[other] { $number } kinds of data stand in the two answers.
}
compare-categories-about = A record is the same if all its values are, wherever it stands. It changed if the same thing is in both answers with other values.
compare-column-before = Before
compare-column-after = After
compare-column-same = The same
compare-column-changed = Changed
compare-column-appeared = Appeared
compare-column-vanished = Vanished
compare-lists = Conclusions, companies and traces
compare-lists-none = Neither answer names a conclusion, a company, an identifier, a device or a place.
compare-list-lead = { $count ->
    [one] 1 is in both answers; { $appeared } appeared, { $vanished } vanished.
   *[other] { $number } are in both answers; { $appeared } appeared, { $vanished } vanished.
}
compare-list-inexact = One of the lists was longer than what is kept of it: an entry that seems to appear or vanish may stand beyond its end.
compare-entries-appeared = Appeared
compare-entries-vanished = Vanished
compare-appeared = What appeared
compare-appeared-lead = { $count ->
    [0] No record appeared.
    [one] 1 record is in the later answer only.
   *[other] { $number } records are in the later answer only.
}
compare-vanished = What vanished
compare-vanished-lead = { $count ->
    [0] No record vanished.
    [one] 1 record is in the earlier answer only.
   *[other] { $number } records are in the earlier answer only.
}
compare-changed = What changed
compare-changed-lead = { $count ->
    [0] No record changed.
    [one] 1 record is in both answers with other values.
   *[other] { $number } records are in both answers with other values.
}
compare-changed-about = The same thing is recognised by the number of its order or another number of its own, by its title and moment, or because it is the only one of its kind. Two things with different numbers are never taken for one.
compare-column-kind = What it is
compare-column-when = When
compare-column-what = Title
compare-column-fields = Fields
compare-column-import = Import
compare-column-read-on = Read on
compare-column-case = Case
compare-answers = The two answers
compare-answers-about = Both were read again for this page, where they still are as they were.
