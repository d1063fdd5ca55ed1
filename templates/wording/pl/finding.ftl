# Co oznacza uwaga, jedno zdanie na kod. Żaden argument nie jest nigdy wartością z danych.
finding-archive-damaged = Archiwum jest uszkodzone; odczytano to, do czego dało się dotrzeć. Pobierz je ponownie albo poproś o nie ponownie.
finding-member-encrypted = Plik jest zaszyfrowany i nie otwiera go żadne z podanych haseł. Podaj hasło przez --password-file.
finding-member-unreadable = Bajtów pliku nie dało się odczytać albo nie do końca: są uszkodzone lub spakowane nieznaną metodą.
finding-archive-unread = Plik jest archiwum rodzaju, którego tu się nie czyta ({ $kind }): niczego w nim nie obejrzano. Najpierw je rozpakuj, a potem zaimportuj folder.
finding-mailbox-unread = Plik jest skrzynką pocztową rodzaju, którego tu się nie czyta ({ $kind }): niczego w niej nie obejrzano. Zapisz jej wiadomości jako .eml lub .mbox, a potem je zaimportuj.
finding-page-for-archive = Plik nazywa się jak archiwum, a jest stroną internetową, na przykład taką, która prosi o zalogowanie albo mówi, że link wygasł. Pobierz archiwum jeszcze raz.
finding-duplicate-name = Pliki w archiwum o tej samej nazwie: { $count }; odczytano wszystkie.
finding-duplicate-content = Te same bajty co { $original }; policzono raz.
finding-unsafe-path = Ścieżka pliku próbuje wyjść poza archiwum; jest tylko pokazana, nigdy nieużywana.
finding-link-not-followed = To odnośnik do czegoś innego; nie podążono za nim.
finding-not-a-file = To nie plik, lecz potok albo urządzenie; nie odczytano go.
finding-member-overlap = Plik dzieli swoje bajty z innym, jak w archiwum mającym przytłoczyć czytającego; nie odczytano go.
finding-folder-with-data = Archiwum nazywa to folderem, a zawiera dane; potraktowano to jako plik.
finding-limit-reached = { $limit ->
    [members] Archiwum zawiera więcej plików niż { $max }; reszty nie odczytano.
    [name-bytes] Nazwa pliku jest dłuższa niż { $max } bajtów; pliku nie odczytano.
    [depth] Archiwa zagnieżdżono głębiej niż { $max }; tego nie otwarto.
    [folder-depth] Foldery zagnieżdżono głębiej niż { $max }; tego nie otwarto.
    [member-bytes] Plik po rozpakowaniu przekracza { $max } MiB; tam czytanie przerwano.
    [import-bytes] Cała odpowiedź po rozpakowaniu przekracza { $max } MiB; tam czytanie przerwano.
    [nested-bytes] Archiwa w archiwum potrzebują więcej niż { $max } MiB pamięci; tego nie otwarto.
    [ratio] Plik po rozpakowaniu jest ponad { $max } razy większy, jak bomba; tam czytanie przerwano.
    [record-bytes] Wiersz przekracza { $max } MiB; pominięto go.
    [row-fields] Wiersz ma więcej pól niż { $max }; dalsze pominięto.
    [string-bytes] Tekst przekracza { $max } MiB; tam czytanie przerwano.
    [json-depth] Wartości zagnieżdżono głębiej niż { $max }; tam czytanie przerwano.
    [workbook-bytes] Skoroszyt przekracza { $max } MiB; nie odczytano go.
    [workbook-parts] Część skoroszytu po rozpakowaniu przekracza { $max } MiB; nie odczytano go.
    [workbook-texts] Skoroszyt wymienia więcej tekstów niż { $max } albo tak twierdzi; nie odczytano go.
    [workbook-cell] Komórka skoroszytu przekracza { $max } MiB; skoroszytu nie odczytano.
    [workbook-cells] Komórek skoroszytu, wraz z powtórzonymi, jest więcej niż { $max }; nie odczytano go.
    [workbook-rows] Skoroszyt ma ponad { $max } komórek, licząc puste między nimi; pominięte wiersze: { $left }.
    [workbook-columns] Wiersz skoroszytu wychodzi poza { $max } kolumn; skoroszytu nie odczytano.
    [workbook-repeated] Teksty skoroszytu, wraz z powtórzonymi, potrzebują więcej niż { $max } MiB; nie odczytano go.
    [workbook-ratio] Część skoroszytu po rozpakowaniu jest ponad { $max } razy większa, jak bomba; nie odczytano go.
    [pdf-bytes] Dokument przekracza { $max } MiB; nie odczytano go.
    [pdf-pages] Dokument ma więcej stron niż { $max }; reszty nie odczytano.
    [pdf-text] Strony zawierają więcej niż { $max } MiB tekstu; reszty nie odczytano.
    [pdf-filters] Część dokumentu spakowano kilkakrotnie, jak bombę; nie odczytano go.
    [pdf-unpacked] Dokument po rozpakowaniu przekracza { $max } MiB; nie odczytano go.
    [pdf-old-packing] Dokument ma więcej niż { $max } KiB w starej metodzie, której rozmiaru nie da się poznać z góry; nie odczytano go.
    [pdf-stream] Część dokumentu po rozpakowaniu przekracza { $max } MiB; nie odczytano go.
    [pdf-ratio] Część dokumentu po rozpakowaniu jest ponad { $max } razy większa, jak bomba; nie odczytano go.
    [xml-depth] Elementy zagnieżdżono głębiej niż { $max }; tam czytanie przerwano.
    [mails] Skrzynka zawiera więcej wiadomości niż { $max }; reszty nie odczytano.
    [mail-bytes] Wiadomość przekracza { $max } MiB; nie odczytano jej.
    [mail-files] Folder zawiera więcej wiadomości niż { $max }; reszty nie odczytano.
    [mail-text] Tekst wiadomości przekracza { $max } KiB; reszty nie odczytano.
    [mail-attachments] Wiadomość ma więcej plików niż { $max }; reszty nie odczytano.
    [record-text] Tekst wpisu jest dłuższy niż { $max } znaków lub wierszy; wpis pominięto.
    [record-names] Wpis ma więcej nazw niż { $max }; resztę pominięto.
    [directory-records] Spis ma więcej wpisów niż { $max }; resztę pominięto.
   *[other] Osiągnięto granicę ({ $limit }: { $max }); tam czytanie przerwano.
} { $flag ->
    [none] Tej granicy nie da się podnieść.
   *[other] Podnosi ją opcja { $flag }.
}
finding-not-the-format = Plik nazywa się { $format }, ale nim nie jest albo jest zbyt uszkodzony, by go tak odczytać.
finding-cut-short = Plik urywa się w środku; odczytano to, co było wcześniej. Pobierz go ponownie albo poproś o niego ponownie.
finding-malformed = Plik łamie tu reguły swojego formatu; odczytano to, co było wcześniej.
finding-sheet-unreadable = Arkusza „{ $sheet }” nie dało się odczytać do końca; odczytano to, co było wcześniej.
finding-bad-encoding = Miejsca w pliku, które nie są poprawnym tekstem: { $count }; każde zastąpiono znakiem.
finding-encoding-unsure = Plik nie podaje kodowania liter, a zbyt mało z nich je zdradza: odczytano jako { $encoding }, być może { $other }. Jeśli nazwy wyglądają źle, poproś o plik w UTF-8.
finding-ragged-row = Komórki w wierszu: { $found }, w nagłówku: { $expected }; zachowano wszystkie.
finding-quote-unclosed = Tu otwiera się cudzysłów, który nigdy się nie zamyka, więc dalsze wiersze mogą być źle podzielone; każdą linię odczytano jako osobny wiersz i żadnej nie pominięto. Poproś o plik ponownie, jeśli czegoś brakuje.
finding-row-unreadable = Wiersza nie dało się odczytać i nie liczy się jako zapis.
finding-part-unreadable = Wiersza nie dało się odczytać i nie liczy się jako zapis; do następnego czytelnego wiersza pominięto bajtów: { $bytes }.
finding-rest-unread = Ostatnich bajtów pliku nie dało się odczytać: { $bytes }.
finding-not-strict = Plik nie przestrzega wszystkich reguł swojego formatu (miejsca: { $count }); mimo to został odczytany i niczego nie pominięto.
finding-duplicate-key = Ten sam klucz podano dwa razy; zachowano obie wartości.
finding-header-repeated = Nagłówek powtarza się między wierszami: { $count } razy, nieliczony jako wiersze.
finding-no-text = Strony nie zawierają czytelnego tekstu, jak zeskanowane pisma: obejrzyj je we własnym zakresie.
finding-nul-bytes = Bajty zerowe usunięte z tekstu: { $count }.
finding-date-unreadable = Data w „{ $column }” nie ma żadnej znanej postaci; zachowano jej tekst.
finding-amount-unreadable = Kwota w „{ $column }” nie ma żadnej znanej postaci; zachowano jej tekst.
finding-amount-ambiguous = Kwoty w „{ $column }” mogą oznaczać tysiące albo mieć trzy miejsca po przecinku (kwoty: { $count }); odczytano je jako tysiące, bo pieniądze rzadko mają trzy miejsca po przecinku.
finding-order-undone = „{ $column }” mówi, że zamówienia anulowano, zwrócono za nie pieniądze lub ich nie opłacono (wiersze: { $count }); ich kwot nie ma w sumach.
finding-refund-taken-off = „{ $column }” mówi, że zwrócono pieniądze (wiersze: { $count }); odjęto je od tego, ile kosztowały zamówienia.
finding-refund-not-taken-off = „{ $column }” mówi, że zwrócono część ceny zamówień (wiersze: { $count }); sumy jej nie odejmują, bo kwoty mogą ją już uwzględniać.
finding-total-may-repeat = Wiersze tego samego zamówienia mają tę samą kwotę w „{ $column }” (wiersze: { $count }); każdą policzono, choć może to być kwota całego zamówienia.
finding-total-of-list = Suma i kwoty, które ona sumuje, są w jednym pliku; policzono je raz.
finding-order-undone-elsewhere = Zamówienia z tej tabeli anulowano lub zwrócono za nie pieniądze, jak mówi inna tabela odpowiedzi (zamówienia: { $count }); ich kwot nie ma w sumach.
finding-order-counted-once = Zamówienia są w kilku tabelach odpowiedzi (zamówienia: { $count }); ich kwoty policzono raz.
finding-date-ambiguous = Nic w „{ $column }” nie odróżnia dnia od miesiąca (daty: { $count }); zachowano tekst, żadnej daty nie zgadywano.
finding-column-changes = Niżej „{ $column }” zawiera inne wartości niż w pierwszych wierszach; ich tekst zachowano bez zmian i nie interpretowano go.
finding-layout-drift = Kolumny pliku się zmieniły. Brakuje: { $missing ->
    [none] brak
   *[other] { $missing }
}. Nowe: { $added ->
    [none] brak
   *[other] { $added }
}.
finding-layout-unknown = Plik o znanej nazwie ma nieznany układ; odczytano go bez opisu. Brakuje: { $missing }
finding-total-row = Wiersz, który tylko sumuje inne albo podaje saldo lub zawarty podatek; nie jest liczony ponownie.
finding-says-nothing-held = Zdanie zamiast danych: twierdzą, że ich nie ma.
finding-announced-absent = Ich informacja o prywatności zapowiada dane tego rodzaju, a żadne nie przyszły: { $category }
finding-file-absent = Brakuje pliku, który zwykle zawierają odpowiedzi tego przedsiębiorstwa.
finding-received-empty = Otrzymany i pusty: ten plik nie zawiera danych.
finding-imported-before = Ten sam plik odczytano już wcześniej, jako { $import }.
finding-several-companies = Są tu odpowiedzi kilku przedsiębiorstw: { $companies }. Każdą część odczytano jako odpowiedź jej przedsiębiorstwa; wczytaj je osobno, aby mieć raport o każdym.
finding-other-company = To wygląda na odpowiedź innego przedsiębiorstwa niż { $company }, którego dotyczy sprawa.
