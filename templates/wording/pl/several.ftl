# Co ma kilka firm, obok siebie.
several-title = { $count ->
    [one] Co 1 firma ma o Tobie
    [few] Co { $number } firmy mają o Tobie
   *[other] Co { $number } firm ma o Tobie
}
several-lead = { $count ->
    [0] Nie wczytano jeszcze żadnej odpowiedzi.
    [one] W odpowiedzi 1 firmy: { $records } o Tobie.
    [few] W odpowiedziach { $number } firm: { $records } o Tobie.
   *[other] W odpowiedziach { $number } firm: { $records } o Tobie.
}
several-figure-companies = { $count ->
    [one] firma odpowiedziała
    [few] firmy odpowiedziały
   *[other] firm odpowiedziało
}
several-missing-points = { $count ->
    [one] W 1 odpowiedzi brakuje punktów, których wymaga prawo.
    [few] W { $number } odpowiedziach brakuje punktów, których wymaga prawo.
   *[other] W { $number } odpowiedziach brakuje punktów, których wymaga prawo.
}
several-missing-recipients = Żadnego odbiorcy nie wymienia odpowiedź od: { $companies }.
several-fact-conclusions = { $count ->
    [one] wniosek o Tobie: { $company }, więcej niż gdziekolwiek indziej.
    [few] wnioski o Tobie: { $company }, więcej niż gdziekolwiek indziej.
   *[other] wniosków o Tobie: { $company }, więcej niż gdziekolwiek indziej.
}
several-fact-recipients = { $count ->
    [one] firma ma Twoje dane od { $company } lub dociera przez nią do Ciebie, więcej niż przy każdej innej.
    [few] firmy mają Twoje dane od { $company } lub docierają przez nią do Ciebie, więcej niż przy każdej innej.
   *[other] firm ma Twoje dane od { $company } lub dociera przez nią do Ciebie, więcej niż przy każdej innej.
}
several-fact-special = { $count ->
    [one] informacja ({ $company }) dotyka tematu szczególnie chronionego przez prawo.
    [few] informacje ({ $company }) dotykają tematów szczególnie chronionych przez prawo.
   *[other] informacji ({ $company }) dotyka tematów szczególnie chronionych przez prawo.
}
several-fact-others = { $count ->
    [one] informacja ({ $company }) dotyczy też kogoś innego.
    [few] informacje ({ $company }) dotyczą też innych osób.
   *[other] informacji ({ $company }) dotyczy też innych osób.
}
several-fact-records = { $count ->
    [one] informacja: { $company } ma ich najwięcej.
    [few] informacje: { $company } ma ich najwięcej.
   *[other] informacji: { $company } ma ich najwięcej.
}
several-next-report = Przeczytać, co ma { $company }:
several-next-sharing = Zobaczyć, kto komu przekazuje:
several-companies = Firma po firmie
several-companies-lead = { $count ->
    [0] Nie wczytano jeszcze żadnej odpowiedzi.
    [one] 1 firma, z jej ostatnią odpowiedzią.
    [few] { $number } firmy, każda z ostatnią odpowiedzią.
   *[other] { $number } firm, każda z ostatnią odpowiedzią.
}
several-earlier = { $count ->
    [one] Pominięto 1 wcześniejszą odpowiedź tych samych firm.
    [few] Pominięto { $number } wcześniejsze odpowiedzi tych samych firm.
   *[other] Pominięto { $number } wcześniejszych odpowiedzi tych samych firm.
}
several-categories = Rodzaj po rodzaju
several-categories-lead = { $count ->
    [0] W odpowiedziach nie udało się odczytać żadnej danej.
    [one] Jest 1 rodzaj danych; oto u kogo.
    [few] Są { $number } rodzaje danych; oto u kogo.
   *[other] Jest { $number } rodzajów danych; oto u kogo.
}
several-purchases = Zakupy według roku i sklepu
several-purchases-none = Żadna odpowiedź nie zawiera zakupu z kwotą.
several-reports = Raport każdej z nich
several-reports-about = Każda liczba powyżej jest w jednym z tych raportów, który pokazuje pliki i wiersze, z których pochodzi.
several-report = { $company }, odczytano { $date }:
several-report-unknown = { $company } (firmy nie rozpoznano), odczytano { $date }:
several-points-of = { $missing } z { $all }
several-holder = { $company } ({ $records })
several-column-since = Od
several-column-kinds = Rodzaje danych
several-column-conclusions = Wnioski
several-column-recipients = Odbiorcy
several-column-identifiers = Identyfikatory
several-column-special = Szczególnie chronione
several-column-others = Inne osoby
several-column-missing = Brakujące punkty
several-column-companies = Firmy
several-column-holders = U kogo
several-column-shop = Sklep
report-years-about = Ile kwoty dają razem, każda waluta osobno: niczego się nie przelicza, a kwoty zwrócone są odejmowane tam, gdzie odpowiedź podaje je z minusem.
