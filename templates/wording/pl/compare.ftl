# Dwie odpowiedzi jednej firmy, zestawione ze sobą.
compare-they = ta firma
compare-title = Co się zmieniło: { $company }
compare-title-erasure = Co po usunięciu nadal ma { $company }
compare-eyebrow = Porównanie dwóch odpowiedzi, { $date }
compare-lead = W odpowiedzi odczytanej { $first }: { $before }, w odczytanej { $second }: { $after }.
compare-erasure = Usunięcia zażądano w sprawie { $case }, wysłano { $date }
compare-erasure-undated = Usunięcia zażądano w sprawie { $case }
compare-erasure-said = Porównano jako stan przed usunięciem i po nim, jak wskazano
compare-figure-same = { $count ->
    [one] bez zmian
    [few] bez zmian
   *[other] bez zmian
}
compare-figure-changed = zmienione
compare-figure-appeared = nowe
compare-figure-vanished = zniknęło
compare-fact-still-there = { $count ->
    [one] informacja była przed usunięciem i nadal jest.
    [few] informacje były przed usunięciem i nadal są.
   *[other] informacji było przed usunięciem i nadal jest.
}
compare-fact-come-again = { $count ->
    [one] wartość, która wskazuje Ciebie lub zamówienie, pojawia się znowu w innej danej.
    [few] wartości, które wskazują Ciebie lub zamówienie, pojawiają się znowu w innych danych.
   *[other] wartości, które wskazują Ciebie lub zamówienie, pojawia się znowu w innych danych.
}
compare-fact-inference-appeared = { $count ->
    [one] nowy wniosek o Tobie.
    [few] nowe wnioski o Tobie.
   *[other] nowych wniosków o Tobie.
}
compare-fact-inference-vanished = { $count ->
    [one] wniosku o Tobie już nie ma.
    [few] wniosków o Tobie już nie ma.
   *[other] wniosków o Tobie już nie ma.
}
compare-fact-recipient-appeared = { $count ->
    [one] nowa firma ma Twoje dane.
    [few] nowe firmy mają Twoje dane.
   *[other] nowych firm ma Twoje dane.
}
compare-fact-recipient-vanished = { $count ->
    [one] firmy, która ma Twoje dane, już nie ma na liście.
    [few] firm, które mają Twoje dane, już nie ma na liście.
   *[other] firm, które mają Twoje dane, już nie ma na liście.
}
compare-fact-source-appeared = { $count ->
    [one] nowe źródło danych o Tobie.
    [few] nowe źródła danych o Tobie.
   *[other] nowych źródeł danych o Tobie.
}
compare-fact-source-vanished = { $count ->
    [one] źródła danych o Tobie już nie ma.
    [few] źródeł danych o Tobie już nie ma.
   *[other] źródeł danych o Tobie już nie ma.
}
compare-fact-identifier-appeared = { $count ->
    [one] nowy numer lub kod, po którym Cię rozpoznają.
    [few] nowe numery lub kody, po których Cię rozpoznają.
   *[other] nowych numerów lub kodów, po których Cię rozpoznają.
}
compare-fact-identifier-vanished = { $count ->
    [one] numeru lub kodu, po którym Cię rozpoznają, już nie ma.
    [few] numerów lub kodów, po których Cię rozpoznają, już nie ma.
   *[other] numerów lub kodów, po których Cię rozpoznają, już nie ma.
}
compare-fact-device-appeared = { $count ->
    [one] nowe urządzenie lub program.
    [few] nowe urządzenia lub programy.
   *[other] nowych urządzeń lub programów.
}
compare-fact-device-vanished = { $count ->
    [one] urządzenia lub programu już nie ma.
    [few] urządzeń lub programów już nie ma.
   *[other] urządzeń lub programów już nie ma.
}
compare-fact-ip-address-appeared = { $count ->
    [one] nowy adres internetowy.
    [few] nowe adresy internetowe.
   *[other] nowych adresów internetowych.
}
compare-fact-ip-address-vanished = { $count ->
    [one] adresu internetowego już nie ma.
    [few] adresów internetowych już nie ma.
   *[other] adresów internetowych już nie ma.
}
compare-fact-location-appeared = { $count ->
    [one] nowe miejsce.
    [few] nowe miejsca.
   *[other] nowych miejsc.
}
compare-fact-location-vanished = { $count ->
    [one] miejsca już nie ma.
    [few] miejsc już nie ma.
   *[other] miejsc już nie ma.
}
compare-fact-query-appeared = { $count ->
    [one] nowe wyszukiwanie.
    [few] nowe wyszukiwania.
   *[other] nowych wyszukiwań.
}
compare-fact-query-vanished = { $count ->
    [one] wyszukiwania już nie ma.
    [few] wyszukiwań już nie ma.
   *[other] wyszukiwań już nie ma.
}
compare-notice-title = Na co zwrócić uwagę
compare-no-notice = Za każdym razem przyszły te same rodzaje danych.
compare-limited = Różni się więcej danych, niż porównuje się pole po polu: niektóre, które tylko się zmieniły, mogą być policzone jako zniknięte i nowe.
compare-closed = { $count ->
    [one] Jednego pliku późniejszej odpowiedzi nie udało się przejrzeć: { $files }.
   *[other] Plików późniejszej odpowiedzi, których nie udało się przejrzeć: { $number } ({ $files }).
}
compare-letters = { $count ->
    [one] Jedno pismo w późniejszej odpowiedzi zawiera nazwiska, adresy lub numery z wcześniejszej, jak każde pismo mówi, do kogo i od kogo jest: { $files }. Przeczytaj je.
   *[other] Pism w późniejszej odpowiedzi, które zawierają nazwiska, adresy lub numery z wcześniejszej, jak każde pismo mówi, do kogo i od kogo jest: { $number } ({ $files }). Przeczytaj je.
}
compare-come-again-notice = Wartości z danych, które zniknęły, są teraz w innych: { $categories }.
compare-gone = Według odpowiedzi już ich nie ma: { $categories }.
compare-fresh = Są teraz, a wcześniej nie było: { $categories }.
compare-unread = Porównano tylko liczby i listy, nie każdą daną z osobna: { $why }
compare-next-why = Zapytaj, z jakiego powodu, na podstawie jakiego przepisu i do kiedy te dane pozostają:
compare-next-unread = Niczego z wcześniejszej odpowiedzi nie rozpoznano w późniejszej, ale nie porównano każdej danej. Podaj obie odpowiedzi, by porównać je dana po danej:
compare-next-restriction = Zażądaj, by nie używano już tego, co musi pozostać:
compare-next-erased = Niczego z wcześniejszej odpowiedzi nie znaleziono w późniejszej. Zachowaj obie: są Twoim dowodem.
compare-next-erasure = Możesz zażądać usunięcia danych:
compare-next-report = Przeczytać całą późniejszą odpowiedź:
compare-still-there = Nadal są po usunięciu
compare-still-there-lead = { $count ->
    [0] Niczego z wcześniejszej odpowiedzi nie znaleziono w późniejszej.
    [one] 1 dana z wcześniejszej odpowiedzi nadal jest w późniejszej.
    [few] { $number } dane z wcześniejszej odpowiedzi nadal są w późniejszej.
   *[other] { $number } danych z wcześniejszej odpowiedzi nadal jest w późniejszej.
}
compare-still-there-parts = Żadnej danej z wcześniejszej odpowiedzi nie znaleziono w całości w późniejszej, ale znaleziono jej części: zobacz wartości i listy poniżej.
compare-still-there-unknown = Niczego z wcześniejszej odpowiedzi nie rozpoznano w późniejszej; nie porównano każdej danej.
compare-still-there-letters = W późniejszej odpowiedzi nie znaleziono niczego z wcześniejszej poza tym, co pismo mówi o odbiorcy i nadawcy. Przeczytaj pisma wymienione na pierwszej stronie: to, które potwierdza usunięcie, jest wraz z obiema odpowiedziami Twoim dowodem.
compare-still-there-closed = W późniejszej odpowiedzi nie rozpoznano niczego z wcześniejszej, ale nie wszystkie jej pliki udało się przejrzeć. Otwórz je samodzielnie albo poproś o nie w czytelnej postaci.
compare-come-again = Wartości, które wracają
compare-come-again-lead = { $count ->
    [one] 1 wartość z danych, które zniknęły, jest w innych danych późniejszej odpowiedzi.
   *[other] Wartości z danych, które zniknęły, a są w innych danych późniejszej odpowiedzi: { $number }.
}
compare-come-again-about = Adresy e-mail (także jako MD5, SHA-1, SHA-256), numery telefonu, zamówienia i klienta, nazwiska i ulice z wcześniejszej odpowiedzi, znalezione w późniejszej w danej innego rodzaju lub w innym pliku. Co usunięto w jednym miejscu, jest nadal w innym albo zostało tam skopiowane. Na jakie powody można się powołać, zależy od tego, czym jest ta dana.
compare-column-value = Wartość
compare-column-still = Nadal są
compare-column-reasons = Na co można się powołać
compare-no-reason = nie znamy tu żadnego powodu
compare-reasons = Powody, na które można się powołać
compare-reasons-about = Prawo pozwala firmie zachować niektóre dokumenty, choć zażądano ich usunięcia (art. 17(3) RODO). Musi powiedzieć, dla jakich danych, na podstawie jakiego przepisu i do kiedy. To, że powód jest tu wymieniony, nie znaczy, że dotyczy Ciebie.
compare-reasons-limits = Powody te obejmują dokumenty, które wymieniają: nie profil, oglądane strony, oceny ani reklamę obok nich. To, co może pozostać, jest przechowywane i do niczego innego nie używane.
compare-reason-read = Odczytano w { $source }, { $month }.
compare-reason-unconfirmed = Nie porównano z tekstem ustawy: sprawdź, zanim się na to powołasz.
compare-reason-amounts = { $count ->
    [0] Odpowiedź nie podaje tu żadnej kwoty.
    [one] Znana jest tu jedna kwota: { $sum }.
    [few] Znane są tu { $number } kwoty, razem { $sum }.
   *[other] Znanych jest tu { $number } kwot, razem { $sum }.
}
compare-reason-below = Nawet razem to mniej niż { $least }.
retention-legal-duty = Dane, które prawo Unii lub państwa członkowskiego każe firmie przechowywać; musi ona wskazać ten przepis.
retention-legal-claims = Dane potrzebne do ustalenia, dochodzenia lub obrony roszczeń, na przykład w toczącym się sporze lub przy gwarancji.
retention-consent-proof = Dowód Twojej zgody, który firma musi umieć przedstawić.
retention-fr-online-contract = Umowa zawarta przez internet na 120 euro lub więcej: dziesięć lat od dostawy.
retention-fr-accounting = Dokumenty księgowe i ich dowody, na przykład faktury: dziesięć lat.
compare-categories = Rodzaj po rodzaju
compare-categories-lead = { $count ->
    [0] Żadna z odpowiedzi nie zawiera danych.
    [one] Jeden rodzaj danych jest w obu odpowiedziach.
    [few] { $number } rodzaje danych są w obu odpowiedziach.
   *[other] { $number } rodzajów danych jest w obu odpowiedziach.
}
compare-categories-about = Dana jest taka sama, jeśli takie są wszystkie jej wartości, gdziekolwiek stoi. Zmieniła się, jeśli ta sama rzecz jest w obu odpowiedziach z innymi wartościami.
compare-column-before = Przedtem
compare-column-after = Potem
compare-column-same = Bez zmian
compare-column-changed = Zmienione
compare-column-appeared = Nowe
compare-column-vanished = Zniknęło
compare-lists = Wnioski, firmy i ślady
compare-lists-none = Żadna z odpowiedzi nie wymienia wniosku, firmy, identyfikatora, urządzenia ani miejsca.
compare-list-lead = { $count ->
    [one] 1 jest w obu odpowiedziach; nowe: { $appeared }, zniknęło: { $vanished }.
    [few] { $number } są w obu odpowiedziach; nowe: { $appeared }, zniknęło: { $vanished }.
   *[other] { $number } jest w obu odpowiedziach; nowe: { $appeared }, zniknęło: { $vanished }.
}
compare-list-inexact = Jedna z list była dłuższa niż to, co się z niej zachowuje: wpis, który wydaje się nowy lub zniknął, może stać za jej końcem.
compare-entries-appeared = Nowe
compare-entries-vanished = Zniknęło
compare-appeared = Co jest nowe
compare-appeared-lead = { $count ->
    [0] Nie ma nowych danych.
    [one] 1 dana jest tylko w późniejszej odpowiedzi.
    [few] { $number } dane są tylko w późniejszej odpowiedzi.
   *[other] { $number } danych jest tylko w późniejszej odpowiedzi.
}
compare-vanished = Co zniknęło
compare-vanished-lead = { $count ->
    [0] Nic nie zniknęło.
    [one] 1 dana jest tylko we wcześniejszej odpowiedzi.
    [few] { $number } dane są tylko we wcześniejszej odpowiedzi.
   *[other] { $number } danych jest tylko we wcześniejszej odpowiedzi.
}
compare-changed = Co się zmieniło
compare-changed-lead = { $count ->
    [0] Nic się nie zmieniło.
    [one] 1 dana jest w obu odpowiedziach z innymi wartościami.
    [few] { $number } dane są w obu odpowiedziach z innymi wartościami.
   *[other] { $number } danych jest w obu odpowiedziach z innymi wartościami.
}
compare-changed-about = Tę samą rzecz poznaje się po numerze zamówienia lub innym własnym numerze, po tytule i chwili albo po tym, że jest jedyna w swoim rodzaju. Dwóch rzeczy o różnych numerach nigdy nie bierze się za jedną.
compare-column-kind = Co to jest
compare-column-when = Kiedy
compare-column-what = Tytuł
compare-column-fields = Pola
compare-column-import = Import
compare-column-read-on = Odczytano
compare-column-case = Sprawa
compare-answers = Obie odpowiedzi
compare-answers-about = Obie odczytano na potrzeby tej strony jeszcze raz, o ile nadal są takie, jakie były.
