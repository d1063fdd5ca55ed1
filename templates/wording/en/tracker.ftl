# Cases, their events, status and deadlines.
event-drafted = letter written
event-addressed = address given
event-attempted = sending begun
event-failed = sending failed, nothing left
event-sent = sent
event-bounced = came back undelivered
event-received = received by the company
event-acknowledged = receipt confirmed by the company
event-identity-requested = the company asked for proof of identity
event-identity-provided = identity confirmed
event-clarification-requested = the company asked to specify the request
event-clarification-provided = request specified
event-extended = the company announced an extension
event-answered = answered
event-refused = refused
event-reminded = reminded
event-followed-up = the missing parts asked for
event-complained-to-controller = complaint to the company itself
event-authority-replied = the authority replied
event-retracted = recorded by mistake
event-complained = complaint lodged
event-withdrawn = withdrawn
event-closed = closed
status-drafted = written, not sent
status-maybe-sent = maybe sent
status-open = sent, waiting
status-in-progress = in progress
status-need-user-verification = the company waits for you
status-undelivered = undelivered
status-overdue = overdue
status-fulfilled = answered
status-denied = refused
status-revoked = withdrawn
status-closed = closed
status-overdue-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
status-no-cases = No case yet. Begin with: habeas draft access COMPANY
via-email = by e-mail
via-post = by post
via-form = by the online form
next-give-address = { $company } has no verified address. The letter is written with the address left blank; give one and it can be sent.
next-send = The letter is ready. Look at what would leave, then send it.
next-send-by-hand = The letter does not leave by e-mail. Send it yourself, then record the day.
next-find-out-whether-sent = The connection was lost while sending. Look into your Sent folder before sending again.
next-find-address = The letter came back. Another address is needed.
next-wait = Answer due by { $due } ({ $article }); a reminder is timely after { $safe }. When the answer arrives:
next-wait-open = The company announced its own date; the law sets none (DPO Art. 18(2)). When the answer arrives:
next-wait-unknown = No time limit can be computed for this country. When the answer arrives:
next-estimated = The day of receipt is an estimate (record “received” with a proof to make it certain).
next-answer-question = The company asked you something on { $since }; while its question is justified, the clock stands. Once you have answered:
next-remind = The time limit ended on { $due } ({ $article }) and the safe date, { $safe }, has passed. Remind { $company }; once you have:
next-complain = A complaint to the supervisory authority is open to you (Art. 77 GDPR): { $authority }. Once you have lodged it:
next-read-answer = The answer has come and is imported. To read it:
next-nothing = Nothing is left to do.
counted-received = request received; that day is not counted
counted-one-month = one month, ending on the day of the same number or on the last of the month
counted-three-months = three months from receipt: one month, extended by two
counted-thirty-days = thirty days
counted-restarted = the period starts again on the day the controller received the identity information
counted-paused = the days on which the controller waited for an answer are added
counted-asked-too-late = the controller asked after the period had ended: no effect
counted-suspended = a question is open: the clock stands
counted-rolled = the last day is no working day; the period ends on the next one
counted-own-date = the controller announces its own date; the law sets none
counted-safe-post = three more working days for an answer by post
counted-safe-regional = later with the public holidays of some regions
counted-safe-disputed = later with the days of which it is disputed whether they are public holidays
counted-safe = safe date: no reminder and no complaint before the day after
deadline-rules = Rules: { $rules }
deadline-rules-european = Art. 12(3) GDPR, counted by Regulation (EEC, Euratom) No 1182/71
deadline-rules-united-kingdom = Art. 12(3) UK GDPR, for requests received before 5 February 2026
deadline-rules-united-kingdom-since-2026 = Art. 12A UK GDPR, for requests received since 5 February 2026
deadline-rules-swiss = Art. 18 of the Swiss Data Protection Ordinance (DPO, SR 235.11)
deadline-calendar = Public holidays: { $country } ({ $calendar })
deadline-calendar-without-region = Public holidays: { $country } ({ $calendar }); no region given
deadline-rehearsal = Rehearsal: the day of receipt is still to come.
deadline-due = Answer due by { $date }
deadline-safe = Safe date: { $date }, later than the legal one because of: { $reasons }
deadline-reason-regional-holidays = public holidays of some regions
deadline-reason-disputed-days = disputed public holidays
deadline-reason-post = three working days of post
deadline-open = The law sets no date
deadline-suspended = The clock stands until the question is answered
calendar-due = Answer due: { $company } ({ $case })
calendar-safe = Safe date: { $company } ({ $case })
calendar-written = { $count ->
    [one] { $number } date written to { $path }
   *[other] { $number } dates written to { $path }
}
due-nothing = Nothing is due.
due-more = { $count ->
    [one] … and { $number } more (habeas due --limit N).
   *[other] … and { $number } more (habeas due --limit N).
}
due-waiting = { $count ->
    [one] { $number } case only waits (habeas due --all).
   *[other] { $number } cases only wait (habeas due --all).
}
record-done = Recorded: { $event }, { $date }.
citation-first-day = Reg. 1182/71 Art. 3(1)
citation-month = Art. 12(3) GDPR; Reg. 1182/71 Art. 3(2)(c)
citation-last-day = Reg. 1182/71 Art. 3(4)
citation-public-holidays = Reg. 1182/71 Art. 2(1)
citation-suspension = EDPB Guidelines 01/2022, § 159
citation-united-kingdom-period = UK GDPR Art. 12A
citation-united-kingdom-guidance = ICO guidance on the right of access
citation-swiss-period = DPO (SR 235.11) Art. 18(1)
citation-swiss-own-date = DPO (SR 235.11) Art. 18(2)
citation-swiss-identity = DPO (SR 235.11) Art. 16(5)
citation-swiss-clarification = no Swiss provision; counted in the controller’s favour
citation-swiss-last-day = CO (SR 220) Art. 78; SR 173.110.3
citation-margin = a margin of prudence, required by no provision
next-wait-suspended = The clock stands while a question of the company is open. When the answer arrives:
next-complain-united-kingdom = Since 19 June 2026 a complaint goes to the company first (Data Protection Act 2018, s. 164A), then to the authority: { $authority }. Once you have lodged it:
next-complain-swiss = You may turn to the authority: { $authority }. Once you have:
citation-united-kingdom-month = Art. 12(3) UK GDPR
citation-swiss-first-day = CO (SR 220) Art. 77(1) no 1 and (2)
citation-period = Art. 12(3) GDPR
counted-extended-too-late = extension announced after the period had ended: no effect
next-wait-complained = The complaint lies with the authority. If it is silent for three months, a court may be turned to from { $court } (Art. 78(2) GDPR). When the answer arrives:
next-wait-reminded = Reminded on { $since }. A complaint is reasonable from { $complain }. When the answer arrives:
next-import-answer = The answer has come. Import it, then read it:
next-wait-undated = The request waits for its answer. When it arrives:
authority-several = the authority of your region ({ $country })
authority-unknown = your supervisory authority
deadline-unpaused = Had the controller not asked: { $date }. A needless question changes nothing.
calendar-text = { $right }, case { $case }. See where it stands: habeas status { $case }
