# Kto komu przekazuje, we wszystkich odpowiedziach.
sharing-title = Kto komu przekazuje Twoje dane
sharing-eyebrow = Ze wszystkich odpowiedzi, które przyszły, { $date }
sharing-lead = { $count ->
    [0] Nie wczytano jeszcze żadnej odpowiedzi.
    [one] Odpowiedź 1 firmy i to, co ona zapowiada, wymieniają: { $others }.
    [few] Odpowiedzi { $number } firm i to, co one zapowiadają, wymieniają: { $others }.
   *[other] Odpowiedzi { $number } firm i to, co one zapowiadają, wymieniają: { $others }.
}
sharing-others = { $count ->
    [0] żadnej innej firmy
    [one] 1 inną firmę
    [few] { $number } inne firmy
   *[other] { $number } innych firm
}
sharing-figure-answered = { $count ->
    [one] firma odpowiedziała
    [few] firmy odpowiedziały
   *[other] firm odpowiedziało
}
sharing-figure-others = { $count ->
    [one] inna wymieniona firma
    [few] inne wymienione firmy
   *[other] innych wymienionych firm
}
sharing-figure-links = { $count ->
    [one] powiązanie między nimi
    [few] powiązania między nimi
   *[other] powiązań między nimi
}
sharing-fact-shared = { $count ->
    [one] firma ma do czynienia z więcej niż jedną z tych, które odpowiedziały: może połączyć to, co o Tobie wiedzą.
    [few] firmy mają do czynienia z więcej niż jedną z tych, które odpowiedziały: mogą połączyć to, co o Tobie wiedzą.
   *[other] firm ma do czynienia z więcej niż jedną z tych, które odpowiedziały: mogą połączyć to, co o Tobie wiedzą.
}
sharing-fact-answers = { $count ->
    [one] powiązanie jest w odpowiedzi, a nie było zapowiedziane.
    [few] powiązania są w odpowiedzi, a nie były zapowiedziane.
   *[other] powiązań jest w odpowiedzi, a nie było zapowiedzianych.
}
sharing-fact-notices = { $count ->
    [one] powiązanie zapowiada polityka prywatności, a nie wymienia go żadna odpowiedź.
    [few] powiązania zapowiadają polityki prywatności, a nie wymienia ich żadna odpowiedź.
   *[other] powiązań zapowiadają polityki prywatności, a nie wymienia ich żadna odpowiedź.
}
sharing-fact-both = { $count ->
    [one] powiązanie jest zapowiedziane i wymienia je też odpowiedź.
    [few] powiązania są zapowiedziane i wymienia je też odpowiedź.
   *[other] powiązań jest zapowiedzianych i wymienia je też odpowiedź.
}
sharing-silent = Nie znamy żadnego odbiorcy danych od: { $companies }.
sharing-nothing-missing = Każda z tych firm wymienia lub zapowiada co najmniej jednego odbiorcę.
sharing-next-report = Zobaczyć, gdzie mówi to odpowiedź:
sharing-next-ask = Zapytać firmę, którą wymienia najwięcej, co o Tobie ma:
sharing-next-notify = Gdy dane są sprostowane lub usunięte, firma musi powiedzieć o tym tym, którym je dała (art. 19 RODO).
sharing-picture = Obraz
sharing-picture-about = Po lewej: firmy, które Ci odpowiedziały. Po prawej: firmy, które wymieniają. Każda linia jest w tabeli poniżej, z tym, kto o niej mówi.
sharing-picture-part = Jest ich więcej, niż mieści obraz: pokazuje { $shown } firm, które mają do czynienia z największą liczbą tych, które odpowiedziały.
sharing-picture-description = { $count ->
    [one] Firmy, które odpowiedziały ({ $companies }), po lewej, połączone z 1 firmą po prawej: { $most }.
    [few] Firmy, które odpowiedziały ({ $companies }), po lewej, połączone z { $number } firmami po prawej. Pierwsze: { $most }.
   *[other] Firmy, które odpowiedziały ({ $companies }), po lewej, połączone z { $number } firmami po prawej. Pierwsze: { $most }.
}
sharing-line-answer = otrzymuje Twoje dane, mówi to odpowiedź
sharing-line-notice = otrzymuje Twoje dane, mówi to tylko polityka prywatności
sharing-line-source = dostarczyła dane o Tobie
sharing-none = Żadna odpowiedź i żadna polityka nie wymienia innej firmy.
sharing-others-title = Firmy, które wymieniają
sharing-others-lead = { $count ->
    [0] Żadnej z nich nie wymienia więcej niż jedna firma.
    [one] 1 z nich wymienia więcej niż jedna firma.
    [few] { $number } z nich wymienia więcej niż jedna firma.
   *[other] { $number } z nich wymienia więcej niż jedna firma.
}
sharing-links-title = Kto komu przekazuje i kto o tym mówi
sharing-links-about = Dwa zapisy to jedna firma, jeśli różnią się tylko akcentami, wielkością liter lub formą prawną. Grup się nie zgaduje.
sharing-column-receives = Firmy, od których otrzymuje
sharing-column-supplies = Firmy, którym dostarcza
sharing-column-from = Od
sharing-column-to = Do
sharing-column-told = Kto mówi
sharing-told-answer = { $count ->
    [one] odpowiedź: { $company }, raz ({ $place })
    [few] odpowiedź: { $company }, { $number } razy ({ $place })
   *[other] odpowiedź: { $company }, { $number } razy ({ $place })
}
sharing-told-notice = polityka: { $company }: { $role } ({ $source }, odczytano { $date })
report-colophon-plain = Sporządzone przez habeas { $date }, na Twoim własnym komputerze, z plików, które przyszły. Niczego nigdzie nie wysłano. Ta strona stwierdza fakty i nie zawiera oceny prawnej. Fakty { $fingerprint }.
