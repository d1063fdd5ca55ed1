# What commands say.
profile-country = Country
profile-region = Region
profile-work-country = Country of work
profile-place = Letters dated from
profile-dealt-with = How it knows you
profile-signature = Signature
profile-language = Language
profile-mail = Mail server
profile-kept-in = Kept in { $path }
profile-comments-gone = A comment went with what was changed. The file as it was before is { $path }
profile-lacks = For complete letters the profile still lacks:
companies-no-address = no verified address
companies-closed = The company is closed: nobody can be written to, and no letter is drafted for it.
companies-letters = stands for: { $address }
companies-incomplete = No verified address is known. Letters are written with the address left blank.
companies-serves = Serves people in: { $countries }
companies-seen = seen { $date } at { $source }
companies-openpgp = OpenPGP key { $fingerprint }
companies-joint = Joint controllers: { $names }
companies-representative = Representative in the Union: { $name }
companies-note = Note: { $note }
companies-tested = A request sent to these addresses was answered.
companies-unverified = These addresses are not verified: they are old or partial, were imported, or sources disagree.
companies-matched-name = name
companies-matched-brand = brand “{ $text }”
companies-matched-controller = controller “{ $text }”
companies-matched-joint = joint controller “{ $text }”
companies-matched-representative = representative “{ $text }”
companies-matched-id = id
companies-matched-formerly = former id { $text }
companies-matched-contact = contact “{ $text }”
companies-matched-siren = SIREN { $text }
companies-matched-close = close spelling: { $matched }
companies-matched-imported = { $matched }; imported from { $origin }, unverified
companies-more = { $count ->
    [one] { $number } more; --limit { $limit } shows it
   *[other] { $number } more; --limit { $limit } shows them
}
companies-count = { $count ->
    [one] { $number } company
   *[other] { $number } companies
}
companies-usable = { $count ->
    [one] { $number } usable
   *[other] { $number } usable
}
companies-verified = { $count ->
    [one] { $number } verified
   *[other] { $number } verified
}
companies-recent = { $count ->
    [one] { $number } seen within three years
   *[other] { $number } seen within three years
}
companies-records = { $count ->
    [one] { $number } record (its line in the file):
   *[other] { $number } records (their lines in the file):
}
companies-everywhere = Everywhere
companies-findings = { $count ->
    [0] no finding
    [one] { $number } finding
   *[other] { $number } findings
}
purpose-rights = Requests
purpose-questions = Questions
purpose-export = Export
purpose-erasure = Erasure
purpose-opt-out = Opt-out
draft-due = If it arrives today, the answer is due by { $date } ({ $article }).
draft-abroad = Countries it serves, as far as the directory knows: { $countries }; yours ({ $home }) is not among them. Make sure that it is the company you deal with before you send this.
draft-language = The letter is in { $language }: nothing here says that the company takes yours. For another language: --letter-lang
language-en = English
language-de = German
language-es = Spanish
language-fr = French
language-it = Italian
language-nl = Dutch
language-pl = Polish
language-pt = Portuguese
draft-strangers = { $count ->
    [one] Nothing here says that { $names } knows you. A request to a company that holds nothing about you can be held to be excessive ({ $articles }). If it knows you, say how; no letter tells it:
   *[other] Nothing here says that these companies know you: { $names }. Requests to companies that hold nothing about you can be held to be excessive ({ $articles }). Where they know you, say how; no letter tells it:
}
draft-how-known = orders since 2019
draft-asked-before = You asked the same on { $date }. Asked again before twelve months have passed, it needs a reason, or it can be held to be excessive ({ $articles }).
draft-repeated-eu = Art. 12(5) GDPR
draft-repeated-uk = Art. 12(5) UK GDPR
draft-repeated-ch = Swiss law
draft-stranger-eu = Art. 12(5) GDPR, C-526/24
draft-stranger-uk = Art. 12(5) UK GDPR
draft-stranger-ch = Swiss law
draft-missing = The company finds people by: { $identifier }. The profile does not have it.
draft-no-address = No verified address is known to send it { $via }. The letter is written with the address left blank and cannot be sent until one is given.
draft-by-post = Print, sign and post it to: { $address }
draft-by-form = Paste letter.txt into the form: { $address }
send-from = From
send-to = To
send-why = Address
send-why-given = given by you
send-why-drafted = as when the letter was written
send-why-directory = seen { $date } at { $source }
send-letter = Letter
send-letter-reminder = reminder
send-letter-identity = answer to a demand for identity
send-letter-form = answer to a form
send-letter-fee = answer to a fee
send-letter-policy = answer to a privacy policy
send-letter-recipients = answer to categories of recipients
send-letter-refusal = answer to a refusal
send-letter-incomplete = what the answer lacks
send-letter-completion = confirmation asked for
send-letter-complaint = complaint to the authority
send-letter-controller-complaint = complaint to the company
send-language = Language
send-subject = Subject
send-attachments = Attached
send-done = Sent.
send-not-yet = Nothing has left.
send-size = Size
send-envelope = Encrypted
send-sealable = no: mail servers on the way can read it; the company has an OpenPGP key, { $fingerprint } (--encrypt)
send-sealed = to the company's OpenPGP key { $fingerprint }; subject and addresses stay readable
send-no-account-sealed = The profile has no mail account, and only through one does a letter leave encrypted: habeas profile set --help
send-bytes = the whole message ({ $number } bytes)
send-refused = Not sent: { $reason }.
send-maybe = Maybe sent: { $reason }. Look into your Sent folder before anything else; if it is there:
send-over-cap = { $count ->
    [one] Not sent: one message may leave in a day. Go on tomorrow.
   *[other] Not sent: { $number } messages may leave in a day. Go on tomorrow.
}
send-stopped = Not tried: sending stopped before it.
send-left-before = Was sent on { $date }; left out.
send-maybe-before = Was maybe sent on { $date }; left out. Look into your Sent folder, then record it as sent, or send it with --again.
send-came-back = Came back on { $date }; left out. Send it to another address with --to, or to the same one with --again.
send-outdated = Was written before something that happened since ({ $event }, { $date }); left out. Read it, and write it again where it needs it.
send-expired = Was written on { $date }, and the days it gives are over; left out. Write it anew.
send-summary = { $sent } of { $all } sent.
send-copied = A copy is in the folder { $folder } of your mailbox.
send-not-copied = What was sent is sent, but the copy in your mailbox failed: { $reason }.
send-mailto = Or open this link, and attach { $files } yourself: { $link }
send-again = { $case } was maybe sent on { $date }. Send it again? [y/N]
send-password = Password for { $server }:
import-company = Recognised: { $company } ({ $confidence } %), by { $evidence }
import-company-said = Company: { $company }, as you say
import-unknown-company = The company was not recognised; every file is read all the same. Name it with --company ID.
import-members = { $count ->
    [one] { $number } file
   *[other] { $number } files
}
import-more-members = { $count ->
    [one] … and { $number } more file (--json lists all)
   *[other] … and { $number } more files (--json lists all)
}
import-rows = { $count ->
    [one] { $number } row
   *[other] { $number } rows
}
import-records = { $count ->
    [one] { $number } record
   *[other] { $number } records
}
import-rows-as-findings = { $count ->
    [one] { $number } row that could not be read
   *[other] { $number } rows that could not be read
}
import-password = Password of the archive:
import-kept = Kept as { $id }. To read it:
report-others-of-case = { $count ->
    [one] The case has another import, read for what is missing: { $imports } (habeas report { $imports }).
   *[other] The case has { $number } other imports, read for what is missing: { $imports }.
}
report-written = Report written to { $path }
demo-invented = A rehearsal on invented data; nothing was sent.
demo-letters = Letters, a folder per case:
demo-cases = Where the cases stand today:
demo-calendar = Deadlines for your calendar: { $path }
demo-answer = An invented answer, { $path }: { $count ->
    [one] { $number } file
   *[other] { $number } files
}, { $records }.
demo-report = The report, to be opened in a browser: { $path }
demo-next-look = To look around in the rehearsal:
demo-next-own = To begin for yourself:
inbox-others = { $count ->
    [0] Every mail read belongs to a case.
    [one] { $number } mail belongs to no case.
   *[other] { $number } mails belong to no case.
}
match-several = may belong to { $references }: decide yourself
match-none = belongs to no case
confidence-possible = possible
confidence-likely = likely
confidence-certain = certain
companies-contact = { $purpose }: { $value }
draft-no-limit = No time limit can be computed for this country.
send-attachment = { $name } ({ $number } bytes)
send-no-account = The profile has no mail account. Open { $path } in your mail program and send it; once you have:
inbox-unlisted = { $count ->
    [one] { $number } more mail belongs to a case and is not listed.
   *[other] { $number } more mails belong to a case and are not listed.
}
inbox-match = { $case } ({ $sure }: { $why })
cases-separator = ,
cases-cases = { $count ->
    [one] { $number } case
   *[other] { $number } cases
}
cases-events = { $count ->
    [one] { $number } event
   *[other] { $number } events
}
cases-files = { $count ->
    [one] { $number } file
   *[other] { $number } files
}
cases-exported = { $cases } with { $events } written to { $path }
cases-exported-files = { $files } copied to { $path }
cases-empty = The file has a header and no events below it.
cases-planned = Would be added: { $cases }, { $events }, { $files }.
cases-added = Added: { $cases }, { $events }, { $files }.
cases-more = { $count ->
    [one] … and { $number } more case (--json lists all)
   *[other] … and { $number } more cases (--json lists all)
}
cases-skipped = { $count ->
    [one] { $number } case is here already and stays as it is.
   *[other] { $number } cases are here already and stay as they are.
}
cases-dropped = { $count ->
    [one] { $number } letter or proof is left out: the case no longer names it.
   *[other] { $number } letters and proofs are left out: the cases no longer name them.
}
cases-not-yet = Nothing was added. To add it:
draft-separator = Letter { $number } of { $count }
draft-all = { $count ->
    [one] { $number } letter
   *[other] { $number } letters
}
draft-asked-already = { $count ->
    [one] One company was passed over, since it has this request already (to ask it once more, name it with --again):
   *[other] { $number } companies were passed over, since they have this request already (to ask one once more, name it with --again):
}
draft-attention = { $count ->
    [one] { $number } of them needs your attention, see above.
   *[other] { $number } of them need your attention, see above.
}
draft-access-first = Your request for access { $case } to this company is not answered yet. What is erased can no longer be shown to you, nor proven: it is prudent to have the answer before the erasure leaves.
