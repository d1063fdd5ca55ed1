# Where a mail comes from.
origin-bounced = a mail server says: not delivered
origin-delayed = a mail server says: not delivered yet, it goes on trying
origin-delivered = a mail server says: delivered
origin-automatic = an automatic reply
origin-person = what it says was not recognised: read it yourself
# What a mail says.
says-acknowledged = says that the request has arrived
says-asks-identity = asks who you are
says-asks-clarification = asks what exactly you want
says-use-form = wants you to use a form or your account
says-wants-fee = wants a fee
says-extends = says that the answer will take longer
says-refuses = refuses, in whole or in part
says-nothing-held = says that nothing about you is held
says-delivers = brings your data
says-erased = says that data was erased
says-wrong-address = says that nobody reads requests at this address
says-unrelated = is about something else
detail-document = a copy of an identity document
detail-confirmation = by confirming from the account or address they know
detail-particulars = by particulars they can find you by
detail-form = a form
detail-account = your account page
detail-excessive = unfounded or excessive, they say
detail-unidentified = they cannot tell who you are
detail-others-rights = secrets or the rights of others
detail-legal-duty = a legal duty to keep it
detail-not-controller = somebody else is responsible, they say
detail-not-covered = the law does not apply, they say
detail-attached = attached
detail-link = behind a link
# What speaks against a sender.
doubt-other-domain = the sender’s domain { $domain } is none of the company’s: it may be a service of theirs, or forged
doubt-looks-like = the sender’s domain { $domain } looks like { $like } and is not
doubt-mixed-scripts = the sender’s domain { $domain } has letters that may imitate others
doubt-name-imitates = the sender’s name pretends to be another address, or hides letters
doubt-reply-elsewhere = an answer would go to { $domain }, which is neither the sender’s nor the company’s
doubt-no-one-sender = it names no sender, or several
doubt-not-authenticated = a mail server noted that the sender’s domain does not vouch for it
# What keeps an event from being certain.
open-case = which case it belongs to is not certain
open-sender = something speaks against the sender
open-several = it says several things at once
open-judgement = recording it may stop the clock: judge yourself
open-other-right = it answers another request than yours
open-nothing-attached = it speaks of data, and neither a file nor a link is there
open-hedged = it does not say so plainly: read the sentence
open-automatic = a program sent it, which decides nothing
open-refused-with-file = it refuses, and a file is attached: that may be the answer, in part
open-to-fetch = the data is to be fetched from your account
open-rest-follows = it says that the rest will follow
open-no-reason = it announces an extension and gives no reason for it
open-other-recipient = a mail server reports of another address than the one you wrote to

hedge-negation = a negation stands beside it
hedge-condition = only under a condition, or as a possibility
hedge-question = as a question
hedge-report = quoted, or told of what somebody said
hedge-retraction = by mistake, taken back, or of something else
# The mails.
inbox-written = from { $from }, { $date }
inbox-written-undated = from { $from }, without a date
inbox-match-given = { $case } (you say so)
inbox-until = until { $date }
inbox-quote = line { $line }: “{ $text }”
inbox-quote-subject = subject: “{ $text }”
inbox-file = file: { $name } ({ $bytes } bytes)
inbox-more-files = { $count ->
    [one] and { $number } more file
   *[other] and { $number } more files
}
inbox-link = link, not opened: { $address } ({ $host })
inbox-expires = available until { $date }
inbox-would-be = would be recorded as: { $event }
inbox-which = Which case is it of? [1–{ $last }, or Enter for none]
inbox-ask = Record this in { $case } as “{ $event }”? [y/N]
inbox-kept = kept already, as event { $number }: { $event }
inbox-recorded = recorded: { $event }, { $date } (kept: { $files })
inbox-not-recorded = not recorded: { $why }
inbox-certain = { $count ->
    [one] { $number } of them is certain: with --yes it is recorded.
   *[other] { $number } of them are certain: with --yes they are recorded.
}
# Why a mail belongs to a case.
match-thread = it answers a message of this case
match-reference = it has the reference of this case
match-reference-and-sender = it has the reference of this case and comes from the company
match-sender = it comes from the company, and this is the only case with it
match-reference-and-authority = it has the reference of this case and comes from a supervisory authority
match-authority = it comes from a supervisory authority, and this is the only case with a complaint to one
