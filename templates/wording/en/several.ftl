# What several companies hold, side by side.
several-title = { $count ->
    [one] What 1 company holds about you
   *[other] What { $number } companies hold about you
}
several-lead = { $count ->
    [0] No answer was imported yet.
    [one] The answer of 1 company contains { $records } about you.
   *[other] The answers of { $number } companies contain { $records } about you.
}
several-figure-companies = { $count ->
    [one] company answered
   *[other] companies answered
}
several-missing-points = { $count ->
    [one] 1 answer lacks points that the law asks for.
   *[other] { $number } answers lack points that the law asks for.
}
several-missing-recipients = No recipient is named in the answer of: { $companies }.
several-fact-conclusions = { $count ->
    [one] conclusion about you at { $company }, more than at any other.
   *[other] conclusions about you at { $company }, more than at any other.
}
several-fact-recipients = { $count ->
    [one] company has your data from { $company } or reaches you through it, more than for any other.
   *[other] companies have your data from { $company } or reach you through it, more than for any other.
}
several-fact-special = { $count ->
    [one] piece of information at { $company } touches a subject the law protects most.
   *[other] pieces of information at { $company } touch subjects the law protects most.
}
several-fact-others = { $count ->
    [one] piece of information at { $company } is about someone else too.
   *[other] pieces of information at { $company } are about other people too.
}
several-fact-records = { $count ->
    [one] piece of information at { $company }, which holds most.
   *[other] pieces of information at { $company }, which holds most.
}
several-next-report = Read what { $company } holds:
several-next-sharing = See who shares with whom:
several-companies = Company by company
several-companies-lead = { $count ->
    [0] No answer was imported yet.
    [one] 1 company, with its latest answer.
   *[other] { $number } companies, each with its latest answer.
}
several-earlier = { $count ->
    [one] 1 earlier answer of the same companies is left out.
   *[other] { $number } earlier answers of the same companies are left out.
}
several-categories = Kind by kind
several-categories-lead = { $count ->
    [0] No record could be read in the answers.
    [one] 1 kind of data is held; here is by whom.
   *[other] { $number } kinds of data are held; here is by whom.
}
several-purchases = Purchases, per year and shop
several-purchases-none = No answer holds a purchase with an amount.
several-reports = The report of each
several-reports-about = Each figure above is one of these reports, which shows the files and rows it comes from.
several-report = { $company }, read on { $date }:
several-report-unknown = { $company } (the company was not recognised), read on { $date }:
several-points-of = { $missing } of { $all }
several-holder = { $company } ({ $records })
several-column-since = Since
several-column-kinds = Kinds of data
several-column-conclusions = Conclusions
several-column-recipients = Recipients
several-column-identifiers = Identifiers
several-column-special = Specially protected
several-column-others = Other people
several-column-missing = Points missing
several-column-companies = Companies
several-column-holders = Held by
several-column-shop = Shop
report-years-about = What the amounts add up to, each currency by itself: nothing is converted, and amounts taken back are subtracted where the answer gives them with a minus.
