# Was eine Anmerkung bedeutet, ein Satz je Kennung. Kein Argument ist je ein Wert aus den Daten.
finding-archive-damaged = Das Archiv ist beschädigt; was noch zu erreichen war, wurde gelesen. Laden Sie es noch einmal herunter oder verlangen Sie es noch einmal.
finding-member-encrypted = Die Datei ist verschlüsselt, und kein angegebenes Passwort öffnet sie. Geben Sie ihr Passwort mit --password-file an.
finding-member-unreadable = Die Bytes der Datei konnten nicht oder nicht bis zum Ende gelesen werden: Sie sind beschädigt oder mit unbekanntem Verfahren gepackt.
finding-archive-unread = Die Datei ist ein Archiv einer Art, die hier nicht gelesen wird ({ $kind }): Nichts darin wurde angesehen. Entpacken Sie es zuerst und importieren Sie dann den Ordner.
finding-mailbox-unread = Die Datei ist ein Postfach einer Art, die hier nicht gelesen wird ({ $kind }): Nichts darin wurde angesehen. Speichern Sie die Nachrichten als .eml oder .mbox und importieren Sie diese.
finding-page-for-archive = Die Datei heißt wie ein Archiv und ist eine Webseite, etwa eine, die zur Anmeldung auffordert oder sagt, dass ein Link abgelaufen ist. Laden Sie das Archiv noch einmal herunter.
finding-duplicate-name = Dateien des Archivs mit diesem selben Namen: { $count }; alle wurden gelesen.
finding-duplicate-content = Dieselben Bytes wie { $original }; einmal gezählt.
finding-unsafe-path = Der Pfad der Datei führt aus dem Archiv hinaus; er wird nur gezeigt, nie benutzt.
finding-link-not-followed = Das ist ein Verweis auf etwas anderes; ihm wurde nicht gefolgt.
finding-not-a-file = Das ist keine Datei, sondern eine Leitung oder ein Gerät; es wurde nicht gelesen.
finding-member-overlap = Die Datei teilt ihre Bytes mit einer anderen, wie in einem Archiv, das den Leser überwältigen soll; sie wurde nicht gelesen.
finding-folder-with-data = Das Archiv nennt dies einen Ordner, doch es enthält Daten; es wurde als Datei genommen.
finding-limit-reached = { $limit ->
    [members] Das Archiv enthält mehr als { $max } Dateien; der Rest wurde nicht gelesen.
    [name-bytes] Der Name der Datei ist länger als { $max } Bytes; die Datei wurde nicht gelesen.
    [depth] Archive sind mehr als { $max }-fach verschachtelt; dieses wurde nicht geöffnet.
    [folder-depth] Ordner sind mehr als { $max }-fach verschachtelt; dieser wurde nicht geöffnet.
    [member-bytes] Die Datei ist entpackt größer als { $max } MiB; dort endete das Lesen.
    [import-bytes] Die ganze Antwort ist entpackt größer als { $max } MiB; dort endete das Lesen.
    [nested-bytes] Archive im Archiv brauchen mehr als { $max } MiB Speicher; dieses wurde nicht geöffnet.
    [ratio] Die Datei ist entpackt mehr als { $max }-mal so groß, wie bei einer Archivbombe; dort endete das Lesen.
    [record-bytes] Eine Zeile ist größer als { $max } MiB; sie wurde ausgelassen.
    [row-fields] Eine Zeile hat mehr als { $max } Felder; die weiteren wurden ausgelassen.
    [string-bytes] Ein Text ist länger als { $max } MiB; dort endete das Lesen.
    [json-depth] Werte sind mehr als { $max }-fach verschachtelt; dort endete das Lesen.
    [workbook-bytes] Die Arbeitsmappe ist größer als { $max } MiB; sie wurde nicht gelesen.
    [workbook-parts] Ein Teil der Arbeitsmappe ist entpackt größer als { $max } MiB; sie wurde nicht gelesen.
    [workbook-texts] Die Arbeitsmappe führt mehr als { $max } Texte auf oder gibt das an; sie wurde nicht gelesen.
    [workbook-cell] Eine Zelle der Arbeitsmappe ist länger als { $max } MiB; die Arbeitsmappe wurde nicht gelesen.
    [workbook-cells] Die Zellen der Arbeitsmappe sind mit den wiederholten mehr als { $max }; sie wurde nicht gelesen.
    [workbook-rows] Die Arbeitsmappe hat mit den leeren dazwischen mehr als { $max } Zellen; ausgelassene Zeilen: { $left }.
    [workbook-columns] Eine Zeile der Arbeitsmappe reicht über { $max } Spalten hinaus; die Arbeitsmappe wurde nicht gelesen.
    [workbook-repeated] Die Texte der Arbeitsmappe brauchen mit den wiederholten mehr als { $max } MiB; sie wurde nicht gelesen.
    [workbook-ratio] Ein Teil der Arbeitsmappe ist entpackt mehr als { $max }-mal so groß, wie bei einer Archivbombe; sie wurde nicht gelesen.
    [pdf-bytes] Das Dokument ist größer als { $max } MiB; es wurde nicht gelesen.
    [pdf-pages] Das Dokument hat mehr als { $max } Seiten; der Rest wurde nicht gelesen.
    [pdf-text] Die Seiten enthalten mehr als { $max } MiB Text; der Rest wurde nicht gelesen.
    [pdf-filters] Ein Teil des Dokuments ist mehrfach gepackt, wie bei einer Archivbombe; es wurde nicht gelesen.
    [pdf-unpacked] Das Dokument ist entpackt größer als { $max } MiB; es wurde nicht gelesen.
    [pdf-old-packing] Das Dokument hat mehr als { $max } KiB in einem alten Verfahren, dessen Größe nicht vorher zu erkennen ist; es wurde nicht gelesen.
    [pdf-stream] Ein Teil des Dokuments ist entpackt größer als { $max } MiB; es wurde nicht gelesen.
    [pdf-ratio] Ein Teil des Dokuments ist entpackt mehr als { $max }-mal so groß, wie bei einer Archivbombe; es wurde nicht gelesen.
    [xml-depth] Elemente sind mehr als { $max }-fach verschachtelt; dort endete das Lesen.
    [mails] Das Postfach enthält mehr als { $max } E-Mails; der Rest wurde nicht gelesen.
    [mail-bytes] Die E-Mail ist größer als { $max } MiB; sie wurde nicht gelesen.
    [mail-files] Der Ordner enthält mehr als { $max } E-Mails; der Rest wurde nicht gelesen.
    [mail-text] Der Text der E-Mail ist länger als { $max } KiB; der Rest wurde nicht gelesen.
    [mail-attachments] Die E-Mail hat mehr als { $max } Dateien; der Rest wurde nicht gelesen.
    [record-text] Ein Text des Eintrags ist länger als { $max } Zeichen oder Zeilen; der Eintrag wurde ausgelassen.
    [record-names] Der Eintrag hat mehr als { $max } Namen; der Rest wurde ausgelassen.
    [directory-records] Das Verzeichnis hat mehr als { $max } Einträge; der Rest wurde ausgelassen.
   *[other] Eine Grenze wurde erreicht ({ $limit }: { $max }); dort endete das Lesen.
} { $flag ->
    [none] Diese Grenze lässt sich nicht anheben.
   *[other] Die Option { $flag } hebt sie an.
}
finding-not-the-format = Die Datei heißt { $format }, ist es aber nicht oder ist zu beschädigt, um so gelesen zu werden.
finding-cut-short = Die Datei endet mittendrin; was davor stand, wurde gelesen. Laden Sie sie noch einmal herunter oder verlangen Sie sie noch einmal.
finding-malformed = Die Datei verletzt hier die Regeln ihres Formats; was davor stand, wurde gelesen.
finding-sheet-unreadable = Das Blatt „{ $sheet }“ konnte nicht bis zum Ende gelesen werden; was davor stand, wurde gelesen.
finding-bad-encoding = Stellen der Datei, die kein gültiger Text sind: { $count }; jede wurde durch ein Zeichen ersetzt.
finding-encoding-unsure = Die Datei sagt nicht, wie ihre Buchstaben kodiert sind, und zu wenige verraten es: gelesen als { $encoding }, vielleicht { $other }. Wenn Namen falsch aussehen, verlangen Sie die Datei in UTF-8.
finding-ragged-row = Zellen in der Zeile: { $found }, im Kopf: { $expected }; alle wurden behalten.
finding-quote-unclosed = Hier öffnet sich ein Anführungszeichen, das nie geschlossen wird; die Zeilen danach können falsch getrennt sein. Jede Zeile wurde für sich gelesen und keine ausgelassen. Verlangen Sie die Datei noch einmal, falls etwas fehlt.
finding-row-unreadable = Die Zeile konnte nicht gelesen werden und zählt nicht als Datensatz.
finding-part-unreadable = Die Zeile konnte nicht gelesen werden und zählt nicht als Datensatz; { $bytes } Bytes bis zur nächsten lesbaren Zeile wurden übergangen.
finding-rest-unread = Die letzten { $bytes } Bytes der Datei konnten nicht gelesen werden.
finding-not-strict = Die Datei hält nicht alle Regeln ihres Formats ein (Stellen: { $count }); sie wurde trotzdem gelesen, nichts wurde ausgelassen.
finding-duplicate-key = Derselbe Schlüssel steht zweimal da; beide Werte wurden behalten.
finding-header-repeated = Der Kopf steht noch einmal zwischen den Zeilen: { $count }-mal, nicht als Zeilen gezählt.
finding-no-text = Die Seiten enthalten keinen lesbaren Text, etwa gescannte Briefe: Sehen Sie sie selbst an.
finding-nul-bytes = Aus dem Text weggelassene Nullbytes: { $count }.
finding-date-unreadable = Das Datum in „{ $column }“ hat keine bekannte Form; sein Text wurde behalten.
finding-amount-unreadable = Der Betrag in „{ $column }“ hat keine bekannte Form; sein Text wurde behalten.
finding-amount-ambiguous = Beträge in „{ $column }“ können Tausender oder drei Nachkommastellen meinen (Beträge: { $count }); sie wurden als Tausender gelesen, denn Geld hat selten drei Nachkommastellen.
finding-order-undone = „{ $column }“ sagt, dass Bestellungen storniert, erstattet oder nie bezahlt wurden (Zeilen: { $count }); ihre Beträge sind nicht in den Summen.
finding-refund-taken-off = „{ $column }“ sagt, dass Geld erstattet wurde (Zeilen: { $count }); es ist von dem abgezogen, was die Bestellungen gekostet haben.
finding-refund-not-taken-off = „{ $column }“ sagt, dass ein Teil des Preises von Bestellungen erstattet wurde (Zeilen: { $count }); die Summen ziehen ihn nicht ab, denn die Beträge können ihn schon berücksichtigen.
finding-total-may-repeat = Zeilen derselben Bestellung haben in „{ $column }“ den gleichen Betrag (Zeilen: { $count }); jede ist gezählt, obwohl er der der ganzen Bestellung sein kann.
finding-total-of-list = Eine Summe und die Beträge, die sie zusammenzählt, stehen in einer Datei; sie sind einmal gezählt.
finding-order-undone-elsewhere = Bestellungen dieser Tabelle wurden storniert oder erstattet, wie eine andere Tabelle der Antwort sagt (Bestellungen: { $count }); ihre Beträge sind nicht in den Summen.
finding-order-counted-once = Bestellungen stehen in mehreren Tabellen der Antwort (Bestellungen: { $count }); ihr Geld ist einmal gezählt.
finding-date-ambiguous = Nichts in „{ $column }“ unterscheidet Tag und Monat (Daten: { $count }); ihr Text wurde behalten, kein Datum wurde geraten.
finding-column-changes = Weiter unten enthält „{ $column }“ andere Werte als in den ersten Zeilen; ihr Text wurde unverändert behalten und nicht gedeutet.
finding-layout-drift = Die Spalten der Datei haben sich geändert. Es fehlen: { $missing ->
    [none] keine
   *[other] { $missing }
}. Neu: { $added ->
    [none] keine
   *[other] { $added }
}.
finding-layout-unknown = Eine Datei mit bekanntem Namen hat einen unbekannten Aufbau; sie wurde ohne Beschreibung gelesen. Es fehlen: { $missing }
finding-total-row = Eine Zeile, die nur andere zusammenzählt oder einen Saldo oder die enthaltene Steuer nennt; sie wird nicht noch einmal gezählt.
finding-says-nothing-held = Ein Satz anstelle von Daten: Es gebe keine.
finding-announced-absent = Die Datenschutzerklärung kündigt Daten dieser Art an, und es kamen keine: { $category }
finding-file-absent = Eine Datei, die in Antworten dieses Unternehmens meist enthalten ist, fehlt.
finding-received-empty = Erhalten und leer: Diese Datei enthält keine Daten.
finding-imported-before = Dieselbe Datei wurde schon einmal eingelesen, als { $import }.
finding-several-companies = Hier liegen Antworten mehrerer Unternehmen: { $companies }. Jeder Teil wurde als der seines Unternehmens gelesen; lesen Sie jede Antwort allein ein, um einen eigenen Bericht zu erhalten.
finding-other-company = Das sieht nach der Antwort eines anderen Unternehmens aus als { $company }, um das es im Vorgang geht.
