# The report. Page one first: plain words, no jargon.
report-title = What { $company } holds about you
report-title-unknown = What this answer holds about you
report-eyebrow = Your report, { $date }
report-lead = { $company } sent you { $files }, with { $records } about you.
report-lead-nothing = { $company } sent you { $files }, in which nothing about you could be read.
report-lead-beside = { $count ->
    [one] One more is a copy of one of these, or a system file.
   *[other] { $number } more are copies of these, or system files.
}
report-lead-orders = Some orders stand in several of the files. What you paid is counted once; but an order that stands in four files is four pieces of information here.
report-they = The company
report-controller = In law, { $controller } answers for these data.
report-files = { $count ->
    [one] 1 file
   *[other] { $number } files
}
report-records = { $count ->
    [one] 1 piece of information
   *[other] { $number } pieces of information
}
report-span = The oldest dates from { $since }, the latest from { $until }.
report-span-one = It dates from { $since }.
report-figure-records = { $count ->
    [one] piece of information
   *[other] pieces of information
}
report-figure-categories = { $count ->
    [one] kind of data
   *[other] kinds of data
}
report-figure-since = the year of the oldest
report-figure-files = { $count ->
    [one] file received
   *[other] files received
}
report-facts-title = What stands out
report-at-least = { $number }+
report-see = See them
report-examples = For example { $examples }.
report-segment-about = A segment is a group of people into which a company sorts you; these labels are its own, not explained.
report-quote = “{ $text }”
list-next = { $list }; { $next }
report-more = { $count ->
    [one] and 1 more
   *[other] and { $number } more
}
report-fact-inferences = { $count ->
    [one] conclusion about you: a group they put you in, a score or a prediction.
   *[other] conclusions about you: groups they put you in, scores or predictions.
}
report-fact-recipients = { $count ->
    [one] company or app that received your data, or reaches you with them.
   *[other] companies or apps that received your data, or reach you with them.
}
report-fact-special = { $count ->
    [one] piece of information on a subject the law protects most: health, beliefs, origin, private life.
   *[other] pieces of information on subjects the law protects most: health, beliefs, origin, private life.
}
report-fact-others = { $count ->
    [one] piece of information that is about someone else too.
   *[other] pieces of information that are about other people too.
}
report-fact-profiles = { $count ->
    [one] profile in this account.
   *[other] profiles in this account: look which of them is yours; the others are probably those of other people, such as your household.
}
report-fact-oldest = is how far back they remember you: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] search kept word by word.
   *[other] searches kept word by word.
}
report-fact-places = { $count ->
    [one] place linked to you.
   *[other] places linked to you.
}
report-fact-obtained = { $count ->
    [one] piece of information that came from someone else than you.
   *[other] pieces of information that came from someone else than you.
}
report-fact-ip-addresses = { $count ->
    [one] internet address from which you were seen.
   *[other] internet addresses from which you were seen.
}
report-fact-identifiers = { $count ->
    [one] number or code by which they recognise you.
   *[other] numbers or codes by which they recognise you.
}
report-fact-devices = { $count ->
    [one] device or program you used.
   *[other] devices or programs you used.
}
report-fact-spending = { $count ->
    [one] is the amount they recorded for 1 purchase.
   *[other] is what { $number } recorded amounts add up to in your purchases.
}
report-missing-title = What is missing
report-missing-points = { $count ->
    [one] Of the { $all } things an answer must tell you by law, 1 was not found in it.
   *[other] Of the { $all } things an answer must tell you by law, { $number } were not found in it.
}
report-missing-categories = Announced by the company, and not found: { $categories }.
report-missing-empty = { $count ->
    [one] 1 file came empty: it holds no data.
   *[other] { $number } files came empty: they hold no data.
}
report-missing-refused = { $count ->
    [one] 1 file could not be opened.
   *[other] { $number } files could not be opened.
}
report-missing-files = { $count ->
    [one] 1 file that usually comes with this company’s answers is not there.
   *[other] { $number } files that usually come with this company’s answers are not there.
}
report-missing-nothing = Nothing of what this page looks for.
report-next-title = What to do next
report-step-command = Go on with your request. Type:
report-step-whole-case = See everything they sent, on one page. Type:
report-step-ask-missing = { $count ->
    [one] Write back and ask for the point that was not found.
   *[other] Write back and ask for the { $number } points that were not found.
}
report-step-read-documents = { $count ->
    [one] Read the document they enclosed: this page does not judge letters, and something missing may stand there.
   *[other] Read the { $number } documents they enclosed: this page does not judge letters, and something missing may stand there.
}
report-step-unpack = { $count ->
    [one] Unpack the file that is not read here, then import the folder.
   *[other] Unpack the { $number } files that are not read here, then import the folder.
}
report-step-ask-readable = { $count ->
    [one] Ask for the file that could not be opened, in a form you can read.
   *[other] Ask for the { $number } files that could not be opened, in a form you can read.
}
report-step-keep-originals = Keep the files exactly as they came: they are your proof.
report-case = Case { $reference }: { $right } ({ $article })
report-case-sent = sent on { $date }
report-case-received = answered on { $date }
report-case-due = due on { $date }
report-imports-all = They answered in several parts, added up here: { $imports }. What stands in two of them counts twice.
report-imports-one = This page shows one part of what they sent: { $imports }. Another part: { $others }. What is missing is judged on all of them together.
report-imports-left-out = Left out, because another part holds all of it: { $imports }.
report-case-overdue = { $count ->
    [one] 1 day late
   *[other] { $number } days late
}

# Around the sections.
report-skip = Skip to the report
report-contents = In this report
report-filter = Find in this table:
report-filter-matches = Rows shown:
report-sort = Sort by this column
report-chart-figures = The figures
report-colophon = Made by habeas on { $date }, on your own machine, from the files you received. Nothing was sent anywhere. What is “not found in the answer” may exist elsewhere: this page states facts and gives no legal judgement. Facts { $fingerprint }.
report-shown-of = Showing { $shown } of { $all }.
report-percent = { $number }%
report-moment = { $date }, { $time } { $zone }
report-month = { $month } { $year }
report-article = Art. { $article } GDPR
report-article-ch = Art. { $article } FADP
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: see the full page.
report-place = { $file }, { $position }
position-row = row { $row }
position-sheet = sheet { $sheet }, row { $row }
position-entry = entry { $number }
position-entry-of = entry { $number } of { $list }
position-entry-at = entry { $number } ({ $path })
position-path = entry { $path }
report-country = { $code } ({ $name })
position-line = line { $line }
report-read-from = Read from:
report-received-caption = Files with their fingerprints
report-findings-caption = Remarks, gravest first
report-ledger-rows-all = { $count ->
    [one] 1 row of data was found in them, and read as a record.
   *[other] { $number } rows of data were found in them, and every one was read as a record.
}
bytes = { $count ->
    [one] 1 byte
   *[other] { $number } bytes
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $symbol }{ $amount }
money-code = { $code } { $amount }
money-unknown = { $amount } (currency not given)

# Columns.
report-column-entry = Entry
report-column-mentions = Mentions
report-column-first = First
report-column-last = Last
report-column-among = Named among
report-column-place = Found in
report-column-origin = Origin
report-column-company = Company
report-column-role = For what
report-column-in-answer = In the answer
report-column-announced-in = Announced in
report-column-period = Period
report-column-records = Records
report-column-state = State
report-column-meaning = What that means
report-column-files = Files
report-column-share = Share
report-column-file = File
report-column-format = Type of file
report-column-category = Kind of data
report-column-rows = Lines of data in it
report-column-size = Size
report-column-sha256 = Fingerprint
report-column-remark = Remark
report-column-severity = Weight
report-column-count = Times

# What they concluded.
report-conclusions = What they concluded about you
report-conclusions-lead = { $count ->
    [one] The answer holds 1 conclusion about you.
   *[other] The answer holds { $number } different conclusions about you.
}
report-conclusions-none = No segment, score or prediction was found in the answer.
report-conclusions-about = Segments, scores, predictions. As a rule you never told them these things: they were worked out from what you did, or taken over from others.
report-list-in-rows = See the rows under “{ $category }”: what they hold could not be listed here one by one.
report-list-beyond = { $count ->
    [one] The list was full: 1 further mention was counted and not listed.
   *[other] The list was full: { $number } further mentions were counted and not listed.
}

# Who else has it.
report-sharing = Who else has your data
report-recipients-lead = { $count ->
    [one] The answer names 1 company or app that received your data or reaches you with them.
   *[other] The answer names { $number } companies or apps that received your data or reach you with them.
}
report-recipients-none = No recipient is named in the answer.
report-list-in-letter = The files name none; what the letter says of it stands under “{ $section }”.
report-announced = Against what they announced
report-announced-lead = { $count ->
    [one] They announce 1 recipient; the answer names { $named } of them.
   *[other] They announce { $number } recipients; the answer names { $named } of them.
}
report-announced-others = { $count ->
    [one] 1 company in the answer is not among those announced.
   *[other] { $number } companies in the answer are not among those announced.
}
report-announced-caption = Recipients they announce
report-announced-not-found = not found in the answer
report-announced-source = { $source } (read on { $date })
report-sources = Where they got data about you
report-sources-lead = { $count ->
    [one] The answer names 1 source.
   *[other] The answer names { $number } sources.
}
report-sources-none = No source is named in the answer.
recipient-role-advertising = advertising
recipient-role-affiliate = company of the same group
recipient-role-delivery = delivery
recipient-role-measurement = audience measurement
recipient-role-payment = payment and credit
recipient-role-seller = seller on the marketplace
recipient-role-support = customer service
recipient-role-technical = hosting and other technical services

# What they hold.
report-holdings = What they hold, kind by kind
report-holdings-lead = { $count ->
    [one] What could be read belongs to 1 kind of data.
   *[other] What could be read belongs to { $number } kinds of data.
}
report-holdings-none = No record could be read in this answer.
report-holdings-about = A record is one line of their files: an order, a search, a log-in. Each table names the file and the row, so that you can look it up in what you received.
report-category-lead = { $count ->
    [one] 1 record.
   *[other] { $number } records.
}
report-time-title = Records over time
report-time-description = { $count ->
    [one] { $from } – { $to }. Highest bar: 1 ({ $peak }).
   *[other] { $from } – { $to }. Highest bar: { $number } ({ $peak }).
}
report-origin-title = Where they come from
report-kinds = What they are
report-sum = Amounts add up to
report-amounts = { $count ->
    [one] 1 amount
   *[other] { $number } amounts
}
report-undated = Without a usable date
report-rows-caption = { $count ->
    [one] The first row, as it stands in { $file }
   *[other] The first { $number } rows, as they stand in { $file }
}
report-columns-left = { $count ->
    [one] 1 further column is in the file.
   *[other] { $number } further columns are in the file.
}
report-searches = What you searched for
report-searches-lead = { $count ->
    [one] 1 search is kept word by word.
   *[other] { $number } different searches are kept word by word.
}
report-searches-none = No search was found in the answer.

# What follows you.
report-traces = Numbers, devices and places that lead to you
report-traces-about = These follow you from one visit to the next, and can join what different companies know.
report-identifier-lead = { $count ->
    [one] 1 number or code by which they recognise you.
   *[other] { $number } numbers or codes by which they recognise you.
}
report-identifier-none = No identifier was found in the answer.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 identifier, listed apart
   *[other] { $kind }: { $number } identifiers, listed apart
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: the identifier
   *[other] { $kind }: the { $number } identifiers, one by one
}
report-device-lead = { $count ->
    [one] 1 device, browser or program.
   *[other] { $number } devices, browsers or programs.
}
report-device-none = No device was found in the answer.
report-ip-address-lead = { $count ->
    [one] 1 internet address from which you were seen.
   *[other] { $number } internet addresses from which you were seen.
}
report-ip-address-none = No internet address was found in the answer.
report-location-lead = { $count ->
    [one] 1 place.
   *[other] { $number } places.
}
report-location-numbers = Some places are given as two numbers, in degrees: the latitude, how far north, and the longitude, how far east. Typed into a map, latitude first, they show the place. Where the name of a column ends in E7, divide by 10,000,000 first.
report-location-none = No place was found in the answer.

# Sensitive data and other people.
report-sensitive = Sensitive data and other people
report-special = Specially protected data
report-special-lead = { $count ->
    [one] 1 record is marked as touching a specially protected subject.
   *[other] { $number } records are marked as touching specially protected subjects.
}
report-special-none = No record is marked as touching a specially protected subject.
report-special-about = Health, sex life, religion, political views, union membership, origin, genes, body measurements that identify you (Art. 9 GDPR); criminal convictions (Art. 10). The mark rests on names of files and columns; look for yourself.
report-others = Other people
report-others-lead = { $count ->
    [one] 1 record is about someone else too.
   *[other] { $number } records are about other people too.
}
report-others-none = No record is marked as being about other people.
report-others-about = Gift recipients, household, contacts, sellers. Think of them before you show this report to anyone.
report-profile-lead = { $count ->
    [one] The account has one profile.
   *[other] The account has { $number } profiles.
}
report-profile-others = { $count ->
    [one] 1 record stands under another profile than the most used one. Look which profile is yours: what stands under the others is probably about other people, such as members of your household.
   *[other] { $number } records stand under other profiles than the most used one. Look which profile is yours: what stands under the others is probably about other people, such as members of your household.
}

# What is missing.
report-points = What an access answer must tell you
report-points-lead = { $count ->
    [0] Traces of all { $all } points were found in the answer.
    [one] 1 of { $all } points was not found in the answer.
   *[other] { $number } of { $all } points were not found in the answer.
}
report-points-about = “Not found” is about the data and the letters that were read. A document listed below may still say it. A program reads the sentences: whether one is enough is for you to judge (habeas audit).
presence-found = found
report-point-judged = judged by you
report-point-contradicted = { $quote } – the data say otherwise
report-letters-read = Letters read for these points
presence-partly = found in part
presence-vague = only in general terms
presence-not-found = not found in the answer
report-absent = Announced, and not found
report-absent-about = Their privacy notice says that they hold these kinds of data. No record of them was found in the answer.
report-empty = Received empty
report-empty-about = These files hold no data: they are empty, or say that there are none. That is an answer too.
report-refused = Could not be opened
report-refused-about = Anything may stand in these files. The remarks at the end say why they could not be read.
report-absent-files = Usually there, absent here
report-absent-files-about = Other answers of this company contain these files.
report-documents = Documents to read yourself
report-documents-about = These are written for people. What was not found above may stand in them.

# Every file.
report-ledger = Every file, and what became of it
report-ledger-lead = { $count ->
    [0] The answer has no file.
    [one] The answer has 1 file. Here is what became of it.
   *[other] The answer has { $number } files. Here is what became of each.
}
report-ledger-beside = { $count ->
    [one] 1 of them is no part of what they tell about you: a leftover of the computer that packed the files, or a page that explains them. The first page counts the others: { $counted }.
   *[other] { $number } of them are no part of what they tell about you: leftovers of the computer that packed the files, or pages that explain them. The first page counts the others: { $counted }.
}
report-ledger-rows = { $count ->
    [0] No row of data was found in them.
    [one] 1 row of data was found in them: { $records } read as a record, { $unread } left as a remark.
   *[other] { $number } rows of data were found in them: { $records } read as records, { $unread } left as remarks.
}
report-ledger-broken = The sums of this import do not agree. Please report this as a fault of the program.
report-ledger-all = All files
report-states-caption = What became of the files
report-files-caption = { $count ->
    [one] The file
   *[other] All { $number } files, one by one
}
report-files-about = A line of data is one entry of a file. Each was read as a record of this report, or is named in the remarks at the end.
report-received = What you received
report-received-about = A fingerprint is worked out from every character of a file: if one changes, the fingerprint is another. With it anyone can check, years later too, that a file is the one this report was made from. The method is called SHA-256.
report-usual = Usually left out by this company
report-usual-about = What other answers of this company, or its notice and what is published about its answers, lead one to expect is missing. Look whether it is here; where it is not, you can ask for it.
report-explained-file = What the company says of this file
report-recognised = Recognised as an answer of { $company }, { $confidence } sure, by:
report-recognised-not = No company was recognised by its files.
state-mapped = read, known file
state-mapped-about = The program knows this file of this company.
state-generic = read, unknown file
state-generic-about = Nobody described this file yet; dates, amounts and kinds were worked out from names and values.
state-opaque = listed only
state-opaque-about = A picture, a film, a document: listed, and not read as data.
state-refused = could not be read
state-refused-about = Damaged, locked by a password, or beyond a safety limit.
state-ignored = not part of it
state-ignored-about = Traces of a computer system, explanations, copies of another file.
state-empty = received empty
state-empty-about = Nothing inside.

# Remarks.
report-findings = Remarks on the files
report-findings-lead = { $count ->
    [one] 1 remark was made while reading.
   *[other] { $number } remarks were made while reading, grouped by what they say.
}
report-findings-none = Everything was read without a remark.
report-findings-unlisted = { $count ->
    [one] 1 further remark was counted and not listed.
   *[other] { $number } further remarks were counted and not listed.
}
severity-note = note
severity-warning = warning
severity-problem = problem

# What the entries of lists are.
role-inference = Conclusions
role-recipient = Recipients
role-source = Sources
role-identifier = Identifiers
role-device = Devices and programs
role-ip-address = Internet addresses (IP)
role-location = Places
role-profile = Profiles of the account
role-query = Searches

# Copying commands, and what to do after a section.
report-copy = Copy
report-copied = Copied
report-action-objection = You can object to what they concluded:
report-action-automated-decision = Was something decided by a program alone? Ask a person to look at it:
report-action-marketing-objection = You can stop advertising with your data:
report-action-rectification = Is something wrong? Have it corrected:
report-action-erasure = You can have data erased; the letter lets you choose which:
report-action-tracking = You can ask what they hold about your browser and devices:
report-action-restriction = You can have the use of these data restricted while it is contested:
report-action-access = Ask again, and name what is missing:
report-action-rows = These are the first rows; here are all of them:
report-action-look = The mark rests on names; look for a word, a first name or an illness yourself:
report-action-export = All rows, as tables for other programs:
report-action-describe = Was a file misunderstood? Describe it:
report-action-find = Find the company, so that you can write to it:
report-action-audit = Check the points that a program has read, and correct them:
report-action-follow-up = Ask for what is missing:

# What stands in place of what identifies somebody.
pseudonym-inference = conclusion { $number }
pseudonym-recipient = company { $number }
pseudonym-source = source { $number }
pseudonym-profile = profile { $number }
pseudonym-identifier = identifier { $number }
pseudonym-device = device { $number }
pseudonym-ip-address = address { $number }
pseudonym-location = place { $number }
pseudonym-query = search { $number }
pseudonym-value = value { $number }
pseudonym-field = field { $number }
pseudonym-file = file { $number }

# Codes nobody explains, and what is older than stated.
report-unexplained = not explained by the company
report-unexplained-kind = Neither the names nor the values say what these are, and the company does not explain it. You can ask.
report-unexplained-columns = { $count ->
    [one] 1 column holds codes that the company does not explain; it is marked in the table. You can ask what they mean.
   *[other] { $number } columns hold codes that the company does not explain; they are marked in the tables. You can ask what they mean.
}
report-conclusions-codes = { $count ->
    [one] 1 of them is a code or label that the company does not explain. You can ask what it means.
   *[other] { $number } of them are codes or labels that the company does not explain. You can ask what they mean.
}
report-log-ins = Log-ins and security
report-log-ins-lead = { $count ->
    [one] 1 log-in or other trace kept for security.
   *[other] { $number } log-ins and other traces kept for security.
}
report-unannounced = Held, and not among the kinds of data their notice announces: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 letter is in a language that is not read here: what seems to be missing may stand in it.
   *[other] { $number } letters are in a language that is not read here: what seems to be missing may stand in them.
}
report-missing-older = { $count ->
    [one] 1 piece of information is older than they say they keep data.
   *[other] { $number } pieces of information are older than they say they keep data.
}
report-retention = How long they say they keep it
report-retention-lead = { $count ->
    [0] Nothing that came is older than the longest period this sentence names (before { $since }).
    [one] 1 record is from before { $since }, and so older than the longest period this sentence names.
   *[other] { $number } records are from before { $since }, and so older than the longest period this sentence names.
}
report-retention-older = { $records }, the oldest from { $first }
report-retention-about = A period may begin later than a record is made, at the end of the account for example. Ask from when it is counted.

# Per year, and how sure the reading is.
report-column-year = Year
report-column-amounts = Amounts
report-years = Per year
report-year-unknown = no usable date
import-certainty-documented = The layout is known from descriptions only; nobody who wrote it has seen an answer.
import-certainty-expected = No answer of this company is known; its files are read by what their columns say.
