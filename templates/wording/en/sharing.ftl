# Who shares with whom, across all answers.
sharing-title = Who shares your data with whom
sharing-eyebrow = From all answers you received, { $date }
sharing-lead = { $count ->
    [0] No answer was imported yet.
    [one] The answer of 1 company, and what it announces, name { $others }.
   *[other] The answers of { $number } companies, and what they announce, name { $others }.
}
sharing-others = { $count ->
    [0] no other company
    [one] 1 other company
   *[other] { $number } other companies
}
sharing-figure-answered = { $count ->
    [one] company answered
   *[other] companies answered
}
sharing-figure-others = { $count ->
    [one] other company named
   *[other] other companies named
}
sharing-figure-links = { $count ->
    [one] link between them
   *[other] links between them
}
sharing-fact-shared = { $count ->
    [one] company has to do with more than one of those that answered: it can join what they know of you.
   *[other] companies have to do with more than one of those that answered: they can join what those know of you.
}
sharing-fact-answers = { $count ->
    [one] link stands in an answer and was not announced.
   *[other] links stand in an answer and were not announced.
}
sharing-fact-notices = { $count ->
    [one] link is announced in a privacy notice, and no answer names it.
   *[other] links are announced in privacy notices, and no answer names them.
}
sharing-fact-both = { $count ->
    [one] link is announced, and an answer names it too.
   *[other] links are announced, and an answer names them too.
}
sharing-silent = No recipient is known of: { $companies }.
sharing-nothing-missing = Each of these companies names or announces at least one recipient.
sharing-next-report = See where an answer says so:
sharing-next-ask = Ask the company most of them name what it holds about you:
sharing-next-notify = When data are corrected or erased, the company must tell those it gave them to (Art. 19 GDPR).
sharing-picture = The picture
sharing-picture-about = Left: the companies that answered you. Right: the companies they name. Every line stands in the table below, with who told of it.
sharing-picture-part = There are more than a picture holds: it shows the { $shown } companies that have to do with the largest number of those that answered.
sharing-picture-description = { $count ->
    [one] Companies that answered ({ $companies }), on the left, linked to 1 company on the right: { $most }.
   *[other] Companies that answered ({ $companies }), on the left, linked to { $number } companies on the right. The first: { $most }.
}
sharing-line-answer = receives your data, an answer says so
sharing-line-notice = receives your data, only a privacy notice says so
sharing-line-source = supplied data about you
sharing-none = No answer and no notice names another company.
sharing-others-title = The companies they name
sharing-others-lead = { $count ->
    [0] None of them is named by more than one company.
    [one] 1 of them is named by more than one company.
   *[other] { $number } of them are named by more than one company.
}
sharing-links-title = Who shares with whom, and who told
sharing-links-about = Two spellings are one company if they differ by accents, capitals or legal form only. Groups are not guessed.
sharing-column-receives = Companies it receives from
sharing-column-supplies = Companies it supplies
sharing-column-from = From
sharing-column-to = To
sharing-column-told = Told by
sharing-told-answer = { $count ->
    [one] answer of { $company }, once ({ $place })
   *[other] answer of { $company }, { $number } times ({ $place })
}
sharing-told-notice = notice of { $company }: { $role } ({ $source }, read on { $date })
report-colophon-plain = Made by habeas on { $date }, on your own machine, from the files you received. Nothing was sent anywhere. This page states facts and gives no legal judgement. Facts { $fingerprint }.
