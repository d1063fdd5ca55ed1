# Raport. Najpierw strona pierwsza: proste słowa, żadnego żargonu.
report-title = Co o Tobie ma { $company }
report-title-unknown = Co o Tobie zawiera ta odpowiedź
report-eyebrow = Twój raport, { $date }
report-lead = { $company }: w odpowiedzi nadesłano { $files }. W środku: { $records } o Tobie.
report-lead-nothing = { $company }: w odpowiedzi nadesłano { $files }. Nie dało się w nich odczytać niczego o Tobie.
report-lead-beside = { $count ->
    [one] Jeszcze jeden to kopia albo plik systemu operacyjnego.
   *[other] Ponadto kopie tych plików lub pliki systemu operacyjnego: { $number }.
}
report-lead-orders = Niektóre zamówienia są w kilku plikach: kwota liczy się raz, dane w każdym z nich.
report-they = Przedsiębiorstwo
report-controller = Administratorem tych danych jest { $controller }.
report-files = { $count ->
    [one] 1 plik
    [few] { $number } pliki
   *[other] { $number } plików
}
report-records = { $count ->
    [one] 1 informacja
    [few] { $number } informacje
   *[other] { $number } informacji
}
report-span = Okres: { $since } – { $until }.
report-span-one = Data: { $since }.
report-figure-records = { $count ->
    [one] informacja
    [few] informacje
   *[other] informacji
}
report-figure-categories = { $count ->
    [one] rodzaj danych
    [few] rodzaje danych
   *[other] rodzajów danych
}
report-figure-since = rok najstarszej
report-figure-files = { $count ->
    [one] otrzymany plik
    [few] otrzymane pliki
   *[other] otrzymanych plików
}
report-facts-title = Co zwraca uwagę
report-at-least = { $number }+
report-see = Zobacz
report-examples = Na przykład { $examples }.
report-segment-about = Segment to grupa osób, do której firma Cię zalicza; te etykiety są jej własne, nieobjaśnione.
report-quote = „{ $text }”
list-next = { $list }; { $next }
report-more = { $count ->
    [one] i jeszcze 1
    [few] i jeszcze { $number }
   *[other] i jeszcze { $number }
}
report-fact-inferences = { $count ->
    [one] wniosek o Tobie: grupa, do której Cię zaliczono, ocena lub prognoza.
    [few] wnioski o Tobie: grupy, do których Cię zaliczono, oceny lub prognozy.
   *[other] wniosków o Tobie: grupy, do których Cię zaliczono, oceny lub prognozy.
}
report-fact-recipients = { $count ->
    [one] przedsiębiorstwo lub aplikacja otrzymało Twoje dane albo dociera z nimi do Ciebie.
    [few] przedsiębiorstwa lub aplikacje otrzymały Twoje dane albo docierają z nimi do Ciebie.
   *[other] przedsiębiorstw lub aplikacji otrzymało Twoje dane albo dociera z nimi do Ciebie.
}
report-fact-special = { $count ->
    [one] informacja na temat, który prawo chroni szczególnie: zdrowie, przekonania, pochodzenie, życie intymne.
    [few] informacje na tematy, które prawo chroni szczególnie: zdrowie, przekonania, pochodzenie, życie intymne.
   *[other] informacji na tematy, które prawo chroni szczególnie: zdrowie, przekonania, pochodzenie, życie intymne.
}
report-fact-others = { $count ->
    [one] informacja dotyczy także kogoś innego.
    [few] informacje dotyczą także innych osób.
   *[other] informacji dotyczy także innych osób.
}
report-fact-profiles = { $count ->
    [one] profil na tym koncie.
    [few] profile na tym koncie: sprawdź, który jest Twój; pozostałe należą prawdopodobnie do innych osób, na przykład domowników.
   *[other] profili na tym koncie: sprawdź, który jest Twój; pozostałe należą prawdopodobnie do innych osób, na przykład domowników.
}
report-fact-oldest = – tak daleko sięga ich pamięć o Tobie: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] wyszukiwanie zachowane słowo w słowo.
    [few] wyszukiwania zachowane słowo w słowo.
   *[other] wyszukiwań zachowanych słowo w słowo.
}
report-fact-places = { $count ->
    [one] miejsce powiązane z Tobą.
    [few] miejsca powiązane z Tobą.
   *[other] miejsc powiązanych z Tobą.
}
report-fact-obtained = { $count ->
    [one] informacja pochodzi od kogoś innego niż Ty.
    [few] informacje pochodzą od kogoś innego niż Ty.
   *[other] informacji pochodzi od kogoś innego niż Ty.
}
report-fact-ip-addresses = { $count ->
    [one] adres internetowy, pod którym Cię widziano.
    [few] adresy internetowe, pod którymi Cię widziano.
   *[other] adresów internetowych, pod którymi Cię widziano.
}
report-fact-identifiers = { $count ->
    [one] numer lub kod, po którym Cię rozpoznają.
    [few] numery lub kody, po których Cię rozpoznają.
   *[other] numerów lub kodów, po których Cię rozpoznają.
}
report-fact-devices = { $count ->
    [one] urządzenie lub program, z którego korzystasz.
    [few] urządzenia lub programy, z których korzystasz.
   *[other] urządzeń lub programów, z których korzystasz.
}
report-fact-spending = { $count ->
    [one] to kwota zapisana przy 1 zakupie.
    [few] to suma { $number } kwot zapisanych przy Twoich zakupach.
   *[other] to suma { $number } kwot zapisanych przy Twoich zakupach.
}
report-missing-title = Czego brakuje
report-missing-points = { $count ->
    [one] Spośród { $all } rzeczy, o których odpowiedź musi Cię z mocy prawa poinformować, nie znaleziono w niej 1.
    [few] Spośród { $all } rzeczy, o których odpowiedź musi Cię z mocy prawa poinformować, nie znaleziono w niej { $number }.
   *[other] Spośród { $all } rzeczy, o których odpowiedź musi Cię z mocy prawa poinformować, nie znaleziono w niej { $number }.
}
report-missing-categories = Zapowiedziane przez przedsiębiorstwo i nieznalezione: { $categories }.
report-missing-empty = { $count ->
    [one] 1 plik przyszedł pusty: nie zawiera danych.
    [few] { $number } pliki przyszły puste: nie zawierają danych.
   *[other] { $number } plików przyszło pustych: nie zawierają danych.
}
report-missing-refused = { $count ->
    [one] 1 pliku nie dało się otworzyć.
    [few] { $number } plików nie dało się otworzyć.
   *[other] { $number } plików nie dało się otworzyć.
}
report-missing-files = { $count ->
    [one] Brakuje 1 pliku, który zwykle bywa w odpowiedziach tego przedsiębiorstwa.
    [few] Brakuje { $number } plików, które zwykle bywają w odpowiedziach tego przedsiębiorstwa.
   *[other] Brakuje { $number } plików, które zwykle bywają w odpowiedziach tego przedsiębiorstwa.
}
report-missing-nothing = Niczego z tego, czego szuka ta strona.
report-next-title = Co teraz zrobić
report-step-command = Prowadź dalej swój wniosek. Wpisz:
report-step-whole-case = Zobacz wszystko, co przysłano, na jednej stronie. Wpisz:
report-step-ask-missing = { $count ->
    [one] Napisz ponownie i zapytaj o punkt, którego nie znaleziono.
    [few] Napisz ponownie i zapytaj o { $number } punkty, których nie znaleziono.
   *[other] Napisz ponownie i zapytaj o { $number } punktów, których nie znaleziono.
}
report-step-read-documents = { $count ->
    [one] Przeczytaj załączony dokument: ta strona nie ocenia pism, a to, czego brakuje, może w nim być.
    [few] Przeczytaj { $number } załączone dokumenty: ta strona nie ocenia pism, a to, czego brakuje, może w nich być.
   *[other] Przeczytaj { $number } załączonych dokumentów: ta strona nie ocenia pism, a to, czego brakuje, może w nich być.
}
report-step-unpack = { $count ->
    [one] Rozpakuj plik, którego tu się nie czyta, a potem zaimportuj folder.
    [few] Rozpakuj pliki, których tu się nie czyta ({ $number }), a potem zaimportuj folder.
    [many] Rozpakuj pliki, których tu się nie czyta ({ $number }), a potem zaimportuj folder.
   *[other] Rozpakuj pliki, których tu się nie czyta ({ $number }), a potem zaimportuj folder.
}
report-step-ask-readable = { $count ->
    [one] Zażądaj w czytelnej postaci pliku, którego nie dało się otworzyć.
    [few] Zażądaj w czytelnej postaci { $number } plików, których nie dało się otworzyć.
   *[other] Zażądaj w czytelnej postaci { $number } plików, których nie dało się otworzyć.
}
report-step-keep-originals = Zachowaj pliki dokładnie tak, jak przyszły: to Twój dowód.
report-case = Sprawa { $reference }: { $right } ({ $article })
report-case-sent = wysłano { $date }
report-case-received = odpowiedź z { $date }
report-case-due = termin { $date }
report-imports-all = Odpowiedź przyszła w kilku częściach, tu zsumowanych: { $imports }. To, co jest w dwóch z nich, liczy się podwójnie.
report-imports-one = Ta strona pokazuje jedną część tego, co przysłano: { $imports }. Inna część: { $others }. Braki oceniono na podstawie wszystkich części razem.
report-imports-left-out = Pominięto, bo inna część zawiera to w całości: { $imports }.
report-case-overdue = { $count ->
    [one] 1 dzień po terminie
    [few] { $number } dni po terminie
   *[other] { $number } dni po terminie
}

# Wokół części.
report-skip = Przejdź do raportu
report-contents = W tym raporcie
report-filter = Szukaj w tej tabeli:
report-filter-matches = Pokazane wiersze:
report-sort = Sortuj według tej kolumny
report-chart-figures = Liczby
report-colophon = Sporządzone przez habeas { $date }, na Twoim własnym komputerze, z otrzymanych przez Ciebie plików. Niczego nigdzie nie wysłano. To, czego „nie znaleziono w odpowiedzi”, może istnieć gdzie indziej: ta strona stwierdza fakty i nie wydaje żadnej oceny prawnej. Fakty { $fingerprint }.
report-shown-of = Pokazano { $shown } z { $all }.
report-percent = { $number }%
report-moment = { $date }, { $time } { $zone }
report-month = { $month } { $year }
report-article = art. { $article } RODO
report-article-ch = art. { $article } szwajcarskiej ustawy DSG
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: zobacz pełną stronę.
report-place = { $file }, { $position }
position-row = wiersz { $row }
position-sheet = arkusz { $sheet }, wiersz { $row }
position-entry = wpis { $number }
position-entry-of = wpis { $number } na liście { $list }
position-entry-at = wpis { $number } ({ $path })
position-path = wpis { $path }
report-country = { $code } ({ $name })
position-line = linia { $line }
report-read-from = Odczytano z:
report-received-caption = Pliki i ich odciski
report-findings-caption = Uwagi, najpoważniejsze najpierw
report-ledger-rows-all = { $count ->
    [one] Znaleziono w nich 1 wiersz danych i odczytano go jako zapis.
    [few] Znaleziono w nich { $number } wiersze danych i wszystkie odczytano jako zapisy.
   *[other] Znaleziono w nich { $number } wierszy danych i wszystkie odczytano jako zapisy.
}
bytes = { $count ->
    [one] 1 bajt
    [few] { $number } bajty
   *[other] { $number } bajtów
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $amount } { $symbol }
money-code = { $amount } { $code }
money-unknown = { $amount } (waluty nie podano)

# Kolumny.
report-column-entry = Pozycja
report-column-mentions = Wzmianki
report-column-first = Pierwsza
report-column-last = Ostatnia
report-column-among = Wymieniona wśród
report-column-place = Znaleziono w
report-column-origin = Pochodzenie
report-column-company = Przedsiębiorstwo
report-column-role = Do czego
report-column-in-answer = W odpowiedzi
report-column-announced-in = Zapowiedziano w
report-column-period = Okres
report-column-records = Zapisy
report-column-state = Stan
report-column-meaning = Co to znaczy
report-column-files = Pliki
report-column-share = Udział
report-column-file = Plik
report-column-format = Rodzaj pliku
report-column-category = Rodzaj danych
report-column-rows = Wiersze danych
report-column-size = Rozmiar
report-column-sha256 = Odcisk
report-column-remark = Uwaga
report-column-severity = Waga
report-column-count = Ile razy

# Co wywnioskowano.
report-conclusions = Co o Tobie wywnioskowano
report-conclusions-lead = { $count ->
    [one] Odpowiedź zawiera 1 wniosek o Tobie.
    [few] Odpowiedź zawiera { $number } różne wnioski o Tobie.
   *[other] Odpowiedź zawiera { $number } różnych wniosków o Tobie.
}
report-conclusions-none = W odpowiedzi nie znaleziono żadnego segmentu, oceny ani prognozy.
report-conclusions-about = Segmenty, oceny, prognozy. Z reguły nie pochodzą od Ciebie: wywnioskowano je z Twoich działań albo przejęto od innych.
report-list-in-rows = Zobacz wiersze w części „{ $category }”: ich treści nie dało się tu wymienić pojedynczo.
report-list-beyond = { $count ->
    [one] Lista była pełna: 1 dalszą wzmiankę policzono i nie wymieniono.
    [few] Lista była pełna: { $number } dalsze wzmianki policzono i nie wymieniono.
   *[other] Lista była pełna: { $number } dalszych wzmianek policzono i nie wymieniono.
}

# Kto jeszcze je ma.
report-sharing = Kto jeszcze ma Twoje dane
report-recipients-lead = { $count ->
    [one] Odpowiedź wymienia 1 przedsiębiorstwo lub aplikację, które otrzymało Twoje dane albo dociera z nimi do Ciebie.
    [few] Odpowiedź wymienia { $number } przedsiębiorstwa lub aplikacje, które otrzymały Twoje dane albo docierają z nimi do Ciebie.
   *[other] Odpowiedź wymienia { $number } przedsiębiorstw, które otrzymały Twoje dane albo docierają z nimi do Ciebie.
}
report-recipients-none = Odpowiedź nie wymienia żadnego odbiorcy.
report-list-in-letter = Pliki nie wymieniają żadnego; co mówi o tym pismo, jest w części „{ $section }”.
report-announced = W porównaniu z zapowiedzią
report-announced-lead = { $count ->
    [one] Zapowiadają 1 odbiorcę; odpowiedź wymienia z tego { $named }.
    [few] Zapowiadają { $number } odbiorców; odpowiedź wymienia z tego { $named }.
   *[other] Zapowiadają { $number } odbiorców; odpowiedź wymienia z tego { $named }.
}
report-announced-others = { $count ->
    [one] 1 przedsiębiorstwa z odpowiedzi nie ma wśród zapowiedzianych.
    [few] { $number } przedsiębiorstw z odpowiedzi nie ma wśród zapowiedzianych.
   *[other] { $number } przedsiębiorstw z odpowiedzi nie ma wśród zapowiedzianych.
}
report-announced-caption = Zapowiedziani odbiorcy
report-announced-not-found = nie znaleziono w odpowiedzi
report-announced-source = { $source } (odczytano { $date })
report-sources = Skąd mają dane o Tobie
report-sources-lead = { $count ->
    [one] Odpowiedź wymienia 1 źródło.
    [few] Odpowiedź wymienia { $number } źródła.
   *[other] Odpowiedź wymienia { $number } źródeł.
}
report-sources-none = Odpowiedź nie wymienia żadnego źródła.
recipient-role-advertising = reklama
recipient-role-affiliate = przedsiębiorstwo z tej samej grupy
recipient-role-delivery = dostawa
recipient-role-measurement = pomiar oglądalności
recipient-role-payment = płatności i kredyt
recipient-role-seller = sprzedawca na platformie
recipient-role-support = obsługa klienta
recipient-role-technical = hosting i inne usługi techniczne

# Co mają.
report-holdings = Co mają, rodzaj po rodzaju
report-holdings-lead = { $count ->
    [one] To, co dało się odczytać, należy do 1 rodzaju danych.
    [few] To, co dało się odczytać, należy do { $number } rodzajów danych.
   *[other] To, co dało się odczytać, należy do { $number } rodzajów danych.
}
report-holdings-none = W tej odpowiedzi nie dało się odczytać żadnego zapisu.
report-holdings-about = Zapis to jeden wiersz z ich plików: zamówienie, wyszukiwanie, logowanie. Każda tabela podaje plik i wiersz, aby można go było odszukać w tym, co przyszło.
report-category-lead = { $count ->
    [one] 1 zapis.
    [few] { $number } zapisy.
   *[other] { $number } zapisów.
}
report-time-title = Zapisy w czasie
report-time-description = { $count ->
    [one] { $from } – { $to }. Najwyższy słupek: 1 ({ $peak }).
    [few] { $from } – { $to }. Najwyższy słupek: { $number } ({ $peak }).
   *[other] { $from } – { $to }. Najwyższy słupek: { $number } ({ $peak }).
}
report-origin-title = Skąd pochodzą
report-kinds = Czym są
report-sum = Suma kwot
report-amounts = { $count ->
    [one] 1 kwota
    [few] { $number } kwoty
   *[other] { $number } kwot
}
report-undated = Bez użytecznej daty
report-rows-caption = { $count ->
    [one] Pierwszy wiersz, tak jak stoi w { $file }
    [few] Pierwsze { $number } wiersze, tak jak stoją w { $file }
   *[other] Pierwsze { $number } wierszy, tak jak stoją w { $file }
}
report-columns-left = { $count ->
    [one] Plik ma jeszcze 1 kolumnę.
    [few] Plik ma jeszcze { $number } kolumny.
   *[other] Plik ma jeszcze { $number } kolumn.
}
report-searches = Czego szukasz
report-searches-lead = { $count ->
    [one] 1 wyszukiwanie zachowano słowo w słowo.
    [few] { $number } różne wyszukiwania zachowano słowo w słowo.
   *[other] { $number } różnych wyszukiwań zachowano słowo w słowo.
}
report-searches-none = W odpowiedzi nie znaleziono żadnego wyszukiwania.

# Co za Tobą idzie.
report-traces = Numery, urządzenia i miejsca, które prowadzą do Ciebie
report-traces-about = Idą za Tobą od jednej wizyty do drugiej i pozwalają połączyć to, co wiedzą różne przedsiębiorstwa.
report-identifier-lead = { $count ->
    [one] 1 numer lub kod, po którym Cię rozpoznają.
    [few] { $number } numery lub kody, po których Cię rozpoznają.
   *[other] { $number } numerów lub kodów, po których Cię rozpoznają.
}
report-identifier-none = W odpowiedzi nie znaleziono żadnego identyfikatora.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 identyfikator, na osobnej liście
    [few] { $kind }: liczba identyfikatorów na osobnej liście: { $number }
    [many] { $kind }: liczba identyfikatorów na osobnej liście: { $number }
   *[other] { $kind }: liczba identyfikatorów na osobnej liście: { $number }
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: identyfikator
    [few] { $kind }: identyfikatory, jeden po drugim: { $number }
    [many] { $kind }: identyfikatory, jeden po drugim: { $number }
   *[other] { $kind }: identyfikatory, jeden po drugim: { $number }
}
report-device-lead = { $count ->
    [one] 1 urządzenie, przeglądarka lub program.
    [few] { $number } urządzenia, przeglądarki lub programy.
   *[other] { $number } urządzeń, przeglądarek lub programów.
}
report-device-none = W odpowiedzi nie znaleziono żadnego urządzenia.
report-ip-address-lead = { $count ->
    [one] 1 adres internetowy, pod którym Cię widziano.
    [few] { $number } adresy internetowe, pod którymi Cię widziano.
   *[other] { $number } adresów internetowych, pod którymi Cię widziano.
}
report-ip-address-none = W odpowiedzi nie znaleziono żadnego adresu internetowego.
report-location-lead = { $count ->
    [one] 1 miejsce.
    [few] { $number } miejsca.
   *[other] { $number } miejsc.
}
report-location-numbers = Niektóre miejsca podano dwiema liczbami, w stopniach: szerokość geograficzna (na północ) i długość (na wschód). Wpisane do mapy, najpierw szerokość, pokazują miejsce. Jeśli nazwa kolumny kończy się na E7, podziel najpierw przez 10 000 000.
report-location-none = W odpowiedzi nie znaleziono żadnego miejsca.

# Dane wrażliwe i inne osoby.
report-sensitive = Dane wrażliwe i inne osoby
report-special = Dane szczególnie chronione
report-special-lead = { $count ->
    [one] 1 zapis oznaczono jako dotykający tematu szczególnie chronionego.
    [few] { $number } zapisy oznaczono jako dotykające tematów szczególnie chronionych.
   *[other] { $number } zapisów oznaczono jako dotykające tematów szczególnie chronionych.
}
report-special-none = Żadnego zapisu nie oznaczono jako dotykającego tematu szczególnie chronionego.
report-special-about = Zdrowie, życie seksualne, religia, poglądy polityczne, przynależność do związków zawodowych, pochodzenie, geny, cechy ciała pozwalające rozpoznać osobę (art. 9 RODO); wyroki skazujące (art. 10). Oznaczenie opiera się na nazwach plików i kolumn; sprawdź to we własnym zakresie.
report-others = Inne osoby
report-others-lead = { $count ->
    [one] 1 zapis dotyczy także kogoś innego.
    [few] { $number } zapisy dotyczą także innych osób.
   *[other] { $number } zapisów dotyczy także innych osób.
}
report-others-none = Żadnego zapisu nie oznaczono jako dotyczącego innych osób.
report-others-about = Obdarowani, domownicy, kontakty, sprzedawcy. Pomyśl o nich, zanim komuś pokażesz ten raport.
report-profile-lead = { $count ->
    [one] Konto ma jeden profil.
    [few] Konto ma { $number } profile.
   *[other] Konto ma { $number } profili.
}
report-profile-others = { $count ->
    [one] 1 informacja znajduje się pod innym profilem niż najczęściej używany. Sprawdź, który jest Twój: to, co jest pod pozostałymi, dotyczy prawdopodobnie innych osób, na przykład domowników.
    [few] { $number } informacje znajdują się pod innymi profilami niż najczęściej używany. Sprawdź, który jest Twój: to, co jest pod pozostałymi, dotyczy prawdopodobnie innych osób, na przykład domowników.
   *[other] { $number } informacji znajduje się pod innymi profilami niż najczęściej używany. Sprawdź, który jest Twój: to, co jest pod pozostałymi, dotyczy prawdopodobnie innych osób, na przykład domowników.
}

# Czego brakuje.
report-points = O czym musi poinformować odpowiedź na wniosek o dostęp
report-points-lead = { $count ->
    [0] W odpowiedzi znaleziono ślady wszystkich { $all } punktów.
    [one] Nie znaleziono w odpowiedzi 1 z { $all } punktów.
    [few] Nie znaleziono w odpowiedzi { $number } z { $all } punktów.
   *[other] Nie znaleziono w odpowiedzi { $number } z { $all } punktów.
}
report-points-about = „Nie znaleziono” dotyczy odczytanych danych i pism. Dokument z listy poniżej może to mimo wszystko zawierać. Zdania czyta program: czy któreś wystarcza, oceniasz Ty (habeas audit).
presence-found = znaleziono
report-point-judged = ocenione przez Ciebie
report-point-contradicted = { $quote } – dane mówią co innego
report-letters-read = Pisma przeczytane pod kątem tych punktów
presence-partly = znaleziono częściowo
presence-vague = tylko ogólnikowo
presence-not-found = nie znaleziono w odpowiedzi
report-absent = Zapowiedziane i nieznalezione
report-absent-about = Według ich informacji o prywatności mają te rodzaje danych. W odpowiedzi nie znaleziono żadnego takiego zapisu.
report-empty = Otrzymane puste
report-empty-about = Te pliki nie zawierają danych: są puste albo mówią, że danych nie ma. To też jest odpowiedź.
report-refused = Nie dało się otworzyć
report-refused-about = W tych plikach może być wszystko. Uwagi na końcu mówią, dlaczego nie dało się ich odczytać.
report-absent-files = Zwykle są, tu ich nie ma
report-absent-files-about = Inne odpowiedzi tego przedsiębiorstwa zawierają te pliki.
report-documents = Dokumenty do własnej lektury
report-documents-about = Napisano je dla ludzi. Może w nich być to, czego powyżej nie znaleziono.

# Każdy plik.
report-ledger = Każdy plik i co się z nim stało
report-ledger-lead = { $count ->
    [0] Odpowiedź nie ma żadnego pliku.
    [one] Odpowiedź ma 1 plik. Oto co się z nim stało.
    [few] Odpowiedź ma { $number } pliki. Oto co się stało z każdym.
   *[other] Odpowiedź ma { $number } plików. Oto co się stało z każdym.
}
report-ledger-beside = { $count ->
    [one] 1 z nich nic o Tobie nie mówi: to ślad komputera, który pakował pliki, albo strona z objaśnieniami. Pierwsza strona liczy pozostałe: { $counted }.
    [few] { $number } z nich nic o Tobie nie mówią: to ślady komputera, który pakował pliki, albo strony z objaśnieniami. Pierwsza strona liczy pozostałe: { $counted }.
   *[other] { $number } z nich nic o Tobie nie mówi: to ślady komputera, który pakował pliki, albo strony z objaśnieniami. Pierwsza strona liczy pozostałe: { $counted }.
}
report-ledger-rows = { $count ->
    [0] Nie znaleziono w nich żadnego wiersza danych.
    [one] Znaleziono w nich 1 wiersz danych: odczytane jako zapis { $records }, pozostawione jako uwaga { $unread }.
    [few] Znaleziono w nich { $number } wiersze danych: odczytane jako zapisy { $records }, pozostawione jako uwagi { $unread }.
   *[other] Znaleziono w nich { $number } wierszy danych: odczytane jako zapisy { $records }, pozostawione jako uwagi { $unread }.
}
report-ledger-broken = Sumy tego odczytu się nie zgadzają. Zgłoś to jako błąd programu.
report-ledger-all = Wszystkie pliki
report-states-caption = Co się stało z plikami
report-files-caption = { $count ->
    [one] Plik
    [few] Wszystkie { $number } pliki, jeden po drugim
   *[other] Wszystkie pliki ({ $number }), jeden po drugim
}
report-files-about = Wiersz danych to jedna pozycja pliku. Każdy odczytano jako zapis tego raportu albo jest wśród uwag na końcu.
report-received = Co przyszło
report-received-about = Odcisk oblicza się z każdego znaku pliku: gdy zmieni się jeden, odcisk jest inny. Dzięki niemu każdy może sprawdzić, także po latach, że plik jest tym, z którego powstał ten raport. Metoda nazywa się SHA-256.
report-usual = Co to przedsiębiorstwo zwykle pomija
report-usual-about = Brakuje tego, czego każą się spodziewać inne odpowiedzi tego przedsiębiorstwa, jego informacja o prywatności albo to, co o nich opublikowano. Sprawdź, czy tu jest; jeśli nie, możesz o to zapytać.
report-explained-file = Co przedsiębiorstwo mówi o tym pliku
report-recognised = Rozpoznano jako odpowiedź, którą przysyła { $company }, z pewnością { $confidence }, po:
report-recognised-not = Po plikach nie rozpoznano żadnego przedsiębiorstwa.
state-mapped = odczytany, plik znany
state-mapped-about = Program zna ten plik tego przedsiębiorstwa.
state-generic = odczytany, plik nieznany
state-generic-about = Nikt jeszcze nie opisał tego pliku; daty, kwoty i rodzaje wywnioskowano z nazw i wartości.
state-opaque = tylko wymieniony
state-opaque-about = Obraz, film, dokument: wymieniony i nieodczytany jako dane.
state-refused = nie dało się odczytać
state-refused-about = Uszkodzony, zamknięty hasłem albo poza granicą bezpieczeństwa.
state-ignored = nie należy do odpowiedzi
state-ignored-about = Ślady systemu operacyjnego, objaśnienia, kopie innego pliku.
state-empty = otrzymany pusty
state-empty-about = Nic w środku.

# Uwagi.
report-findings = Uwagi do plików
report-findings-lead = { $count ->
    [one] Przy czytaniu zapisano 1 uwagę.
    [few] Przy czytaniu zapisano { $number } uwagi, zebrane według treści.
   *[other] Przy czytaniu zapisano { $number } uwag, zebranych według treści.
}
report-findings-none = Wszystko odczytano bez uwag.
report-findings-unlisted = { $count ->
    [one] 1 dalszą uwagę policzono i nie wymieniono.
    [few] { $number } dalsze uwagi policzono i nie wymieniono.
   *[other] { $number } dalszych uwag policzono i nie wymieniono.
}
severity-note = uwaga
severity-warning = ostrzeżenie
severity-problem = problem

# Czym są pozycje list.
role-inference = Wnioski
role-recipient = Odbiorcy
role-source = Źródła
role-identifier = Identyfikatory
role-device = Urządzenia i programy
role-ip-address = Adresy internetowe (IP)
role-location = Miejsca
role-profile = Profile konta
role-query = Wyszukiwania

# Kopiowanie poleceń i co zrobić po każdej części.
report-copy = Kopiuj
report-copied = Skopiowano
report-action-objection = Możesz sprzeciwić się temu, co wywnioskowano:
report-action-automated-decision = Czy o czymś zdecydował sam program? Poproś, by zajął się tym człowiek:
report-action-marketing-objection = Możesz zakończyć reklamy z użyciem Twoich danych:
report-action-rectification = Coś się nie zgadza? Zażądaj sprostowania:
report-action-erasure = Możesz zażądać usunięcia danych; w piśmie wybierzesz, których:
report-action-tracking = Możesz zapytać, co mają o Twojej przeglądarce i urządzeniach:
report-action-restriction = Możesz żądać ograniczenia przetwarzania tych danych, dopóki są sporne:
report-action-access = Zapytaj ponownie i wskaż, czego brakuje:
report-action-rows = To pierwsze wiersze; tu są wszystkie:
report-action-look = Oznaczenie opiera się na nazwach; poszukaj słowa, imienia, choroby:
report-action-export = Wszystkie wiersze, jako tabele dla innych programów:
report-action-describe = Plik został źle zrozumiany? Opisz go:
report-action-find = Znajdź firmę, aby móc do niej napisać:
report-action-audit = Sprawdź punkty odczytane przez program i popraw je:
report-action-follow-up = Zapytaj o to, czego brakuje:

# Co stoi w miejscu tego, co wskazuje osobę.
pseudonym-inference = wniosek { $number }
pseudonym-recipient = przedsiębiorstwo { $number }
pseudonym-source = źródło { $number }
pseudonym-profile = profil { $number }
pseudonym-identifier = identyfikator { $number }
pseudonym-device = urządzenie { $number }
pseudonym-ip-address = adres { $number }
pseudonym-location = miejsce { $number }
pseudonym-query = wyszukiwanie { $number }
pseudonym-value = wartość { $number }
pseudonym-field = pole { $number }
pseudonym-file = plik { $number }

# Kody, których nikt nie objaśnia, i co jest starsze, niż podano.
report-unexplained = nieobjaśnione przez przedsiębiorstwo
report-unexplained-kind = Ani nazwy, ani wartości nie mówią, co to jest, a przedsiębiorstwo tego nie objaśnia. Możesz zapytać.
report-unexplained-columns = { $count ->
    [one] 1 kolumna zawiera kody, których przedsiębiorstwo nie objaśnia; zaznaczono ją w tabeli. Możesz zapytać, co znaczą.
    [few] { $number } kolumny zawierają kody, których przedsiębiorstwo nie objaśnia; zaznaczono je w tabelach. Możesz zapytać, co znaczą.
   *[other] { $number } kolumn zawiera kody, których przedsiębiorstwo nie objaśnia; zaznaczono je w tabelach. Możesz zapytać, co znaczą.
}
report-conclusions-codes = { $count ->
    [one] 1 z nich to kod lub oznaczenie, którego przedsiębiorstwo nie objaśnia. Możesz zapytać, co znaczy.
    [few] { $number } z nich to kody lub oznaczenia, których przedsiębiorstwo nie objaśnia. Możesz zapytać, co znaczą.
   *[other] { $number } z nich to kody lub oznaczenia, których przedsiębiorstwo nie objaśnia. Możesz zapytać, co znaczą.
}
report-log-ins = Logowania i bezpieczeństwo
report-log-ins-lead = { $count ->
    [one] 1 logowanie lub inny ślad zachowany dla bezpieczeństwa.
    [few] { $number } logowania i inne ślady zachowane dla bezpieczeństwa.
   *[other] { $number } logowań i innych śladów zachowanych dla bezpieczeństwa.
}
report-unannounced = Mają to, a nie ma tego wśród rodzajów danych, które zapowiada ich informacja: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 pismo jest w języku, który nie jest tu czytany: to, czego zdaje się brakować, może się w nim znajdować.
    [few] { $number } pisma są w języku, który nie jest tu czytany: to, czego zdaje się brakować, może się w nich znajdować.
   *[other] { $number } pism jest w języku, który nie jest tu czytany: to, czego zdaje się brakować, może się w nich znajdować.
}
report-missing-older = { $count ->
    [one] 1 informacja jest starsza niż podawany okres przechowywania.
    [few] { $number } informacje są starsze niż podawany okres przechowywania.
   *[other] { $number } informacji jest starszych niż podawany okres przechowywania.
}
report-retention = Jak długo, według nich, są przechowywane
report-retention-lead = { $count ->
    [0] Nic z tego, co przyszło, nie jest starsze niż najdłuższy okres z tego zdania (sprzed { $since }).
    [one] 1 zapis jest sprzed { $since }, a więc starszy niż najdłuższy okres z tego zdania.
    [few] { $number } zapisy są sprzed { $since }, a więc starsze niż najdłuższy okres z tego zdania.
   *[other] { $number } zapisów jest sprzed { $since }, a więc starszych niż najdłuższy okres z tego zdania.
}
report-retention-older = { $records }, najstarszy z { $first }
report-retention-about = Okres może się zacząć później, niż powstał zapis, na przykład z zamknięciem konta. Zapytaj, od kiedy się go liczy.

# Według lat, i pewność odczytu.
report-column-year = Rok
report-column-amounts = Kwoty
report-years = Według lat
report-year-unknown = bez użytecznej daty
import-certainty-documented = Układ plików jest znany tylko z opisów; kto go opisał, nie widział żadnej odpowiedzi.
import-certainty-expected = Nie jest znana żadna odpowiedź tego przedsiębiorstwa; jego pliki czyta się według tego, co mówią kolumny.
