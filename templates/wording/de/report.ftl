# Der Bericht. Zuerst die erste Seite: einfache Worte, keine Fachsprache.
report-title = Was { $company } über Sie gespeichert hat
report-title-unknown = Was diese Antwort über Sie enthält
report-eyebrow = Ihr Bericht vom { $date }
report-lead = { $company } hat Ihnen { $files } geschickt. Darin stehen { $records } über Sie.
report-lead-nothing = { $company } hat Ihnen { $files } geschickt. Über Sie war darin nichts zu lesen.
report-lead-beside = { $count ->
    [one] Eine weitere ist eine Kopie davon oder eine Datei eines Betriebssystems.
   *[other] { $number } weitere sind Kopien davon oder Dateien eines Betriebssystems.
}
report-lead-orders = Einige Bestellungen stehen in mehreren Dateien: Ihr Betrag zählt einmal, ihre Datensätze zählen in jeder.
report-they = Das Unternehmen
report-controller = Rechtlich verantwortlich für diese Daten ist { $controller }.
report-files = { $count ->
    [one] 1 Datei
   *[other] { $number } Dateien
}
report-records = { $count ->
    [one] 1 Angabe
   *[other] { $number } Angaben
}
report-span = Der Zeitraum reicht vom { $since } bis zum { $until }.
report-span-one = Datum: { $since }.
report-figure-records = { $count ->
    [one] Angabe
   *[other] Angaben
}
report-figure-categories = { $count ->
    [one] Art von Daten
   *[other] Arten von Daten
}
report-figure-since = das Jahr der ältesten Angabe
report-figure-files = { $count ->
    [one] erhaltene Datei
   *[other] erhaltene Dateien
}
report-facts-title = Was auffällt
report-at-least = { $number }+
report-see = Ansehen
report-examples = Zum Beispiel { $examples }.
report-segment-about = Ein Segment ist eine Gruppe von Menschen, in die ein Unternehmen Sie einordnet; diese Bezeichnungen sind seine eigenen, nicht erklärt.
report-quote = „{ $text }“
list-next = { $list }; { $next }
report-more = { $count ->
    [one] und 1 weitere
   *[other] und { $number } weitere
}
report-fact-inferences = { $count ->
    [one] Schluss über Sie: eine Gruppe, der man Sie zuordnet, eine Bewertung oder eine Vorhersage.
   *[other] Schlüsse über Sie: Gruppen, denen man Sie zuordnet, Bewertungen oder Vorhersagen.
}
report-fact-recipients = { $count ->
    [one] Unternehmen oder App hat Ihre Daten erhalten oder erreicht Sie damit.
   *[other] Unternehmen oder Apps haben Ihre Daten erhalten oder erreichen Sie damit.
}
report-fact-special = { $count ->
    [one] Angabe zu einem Thema, das das Gesetz besonders schützt: Gesundheit, Überzeugungen, Herkunft, Intimleben.
   *[other] Angaben zu Themen, die das Gesetz besonders schützt: Gesundheit, Überzeugungen, Herkunft, Intimleben.
}
report-fact-others = { $count ->
    [one] Angabe betrifft auch jemand anderen.
   *[other] Angaben betreffen auch andere Menschen.
}
report-fact-profiles = { $count ->
    [one] Profil in diesem Konto.
   *[other] Profile in diesem Konto: Sehen Sie nach, welches Ihres ist; die anderen gehören wohl anderen Menschen, etwa aus Ihrem Haushalt.
}
report-fact-oldest = – so weit reicht das Gedächtnis zurück: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] Suche, Wort für Wort aufbewahrt.
   *[other] Suchen, Wort für Wort aufbewahrt.
}
report-fact-places = { $count ->
    [one] Ort, der mit Ihnen verbunden ist.
   *[other] Orte, die mit Ihnen verbunden sind.
}
report-fact-obtained = { $count ->
    [one] Angabe stammt von jemand anderem als Ihnen.
   *[other] Angaben stammen von jemand anderem als Ihnen.
}
report-fact-ip-addresses = { $count ->
    [one] Internetadresse, unter der man Sie gesehen hat.
   *[other] Internetadressen, unter denen man Sie gesehen hat.
}
report-fact-identifiers = { $count ->
    [one] Nummer oder Kennung, an der man Sie wiedererkennt.
   *[other] Nummern oder Kennungen, an denen man Sie wiedererkennt.
}
report-fact-devices = { $count ->
    [one] Gerät oder Programm, das Sie benutzt haben.
   *[other] Geräte oder Programme, die Sie benutzt haben.
}
report-fact-spending = { $count ->
    [one] sind der Betrag, der zu 1 Kauf vermerkt ist.
   *[other] ergeben die { $number } Beträge, die zu Ihren Käufen vermerkt sind.
}
report-missing-title = Was fehlt
report-missing-points = { $count ->
    [one] Von den { $all } Punkten, über die eine Antwort von Rechts wegen Auskunft geben muss, wurde darin 1 nicht gefunden.
   *[other] Von den { $all } Punkten, über die eine Antwort von Rechts wegen Auskunft geben muss, wurden darin { $number } nicht gefunden.
}
report-missing-categories = Vom Unternehmen angekündigt und nicht gefunden: { $categories }.
report-missing-empty = { $count ->
    [one] 1 Datei kam leer an und enthält keine Daten.
   *[other] { $number } Dateien kamen leer an und enthalten keine Daten.
}
report-missing-refused = { $count ->
    [one] 1 Datei ließ sich nicht öffnen.
   *[other] { $number } Dateien ließen sich nicht öffnen.
}
report-missing-files = { $count ->
    [one] 1 Datei, die den Antworten dieses Unternehmens sonst beiliegt, ist nicht dabei.
   *[other] { $number } Dateien, die den Antworten dieses Unternehmens sonst beiliegen, sind nicht dabei.
}
report-missing-nothing = Nichts von dem, wonach diese Seite sucht.
report-next-title = Was Sie jetzt tun können
report-step-command = Setzen Sie Ihren Antrag fort. Geben Sie ein:
report-step-whole-case = Sehen Sie alles, was geschickt wurde, auf einer Seite. Geben Sie ein:
report-step-ask-missing = { $count ->
    [one] Schreiben Sie noch einmal und fragen Sie nach dem Punkt, der nicht gefunden wurde.
   *[other] Schreiben Sie noch einmal und fragen Sie nach den { $number } Punkten, die nicht gefunden wurden.
}
report-step-read-documents = { $count ->
    [one] Lesen Sie das beigelegte Schriftstück: Diese Seite beurteilt keine Briefe, und manches Fehlende steht vielleicht dort.
   *[other] Lesen Sie die { $number } beigelegten Schriftstücke: Diese Seite beurteilt keine Briefe, und manches Fehlende steht vielleicht dort.
}
report-step-unpack = { $count ->
    [one] Entpacken Sie die Datei, die hier nicht gelesen wird, und importieren Sie dann den Ordner.
   *[other] Entpacken Sie die { $number } Dateien, die hier nicht gelesen werden, und importieren Sie dann den Ordner.
}
report-step-ask-readable = { $count ->
    [one] Verlangen Sie die Datei, die sich nicht öffnen ließ, in lesbarer Form.
   *[other] Verlangen Sie die { $number } Dateien, die sich nicht öffnen ließen, in lesbarer Form.
}
report-step-keep-originals = Bewahren Sie die Dateien genau so auf, wie sie kamen: Das ist Ihr Beweis.
report-case = Vorgang { $reference }: { $right } ({ $article })
report-case-sent = abgeschickt am { $date }
report-case-received = beantwortet am { $date }
report-case-due = fällig am { $date }
report-imports-all = Die Antwort kam in mehreren Teilen, die hier zusammengezählt sind: { $imports }. Was in zweien steht, zählt doppelt.
report-imports-one = Diese Seite zeigt einen Teil dessen, was geschickt wurde: { $imports }. Ein weiterer Teil: { $others }. Was fehlt, ist an allen zusammen gemessen.
report-imports-left-out = Weggelassen, weil ein anderer Teil alles davon enthält: { $imports }.
report-case-overdue = { $count ->
    [one] 1 Tag überfällig
   *[other] { $number } Tage überfällig
}

# Rund um die Abschnitte.
report-skip = Zum Bericht springen
report-contents = In diesem Bericht
report-filter = In dieser Tabelle suchen:
report-filter-matches = Gezeigte Zeilen:
report-sort = Nach dieser Spalte ordnen
report-chart-figures = Die Zahlen
report-colophon = Erstellt von habeas am { $date }, auf Ihrem eigenen Rechner, aus den Dateien, die Sie erhalten haben. Nichts wurde irgendwohin gesendet. Was „in der Antwort nicht gefunden“ wurde, kann anderswo vorhanden sein: Diese Seite stellt Tatsachen fest und urteilt nicht rechtlich. Tatsachen { $fingerprint }.
report-shown-of = { $shown } von { $all } werden gezeigt.
report-percent = { $number } %
report-moment = { $date }, { $time } { $zone }
report-month = { $month } { $year }
report-article = Art. { $article } DSGVO
report-article-ch = Art. { $article } DSG
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: siehe die vollständige Seite.
report-place = { $file }, { $position }
position-row = Zeile { $row }
position-sheet = Blatt { $sheet }, Zeile { $row }
position-entry = Eintrag { $number }
position-entry-of = Eintrag { $number } von { $list }
position-entry-at = Eintrag { $number } ({ $path })
position-path = Eintrag { $path }
report-country = { $code } ({ $name })
position-line = Zeile { $line }
report-read-from = Gelesen aus:
report-received-caption = Dateien und ihre Fingerabdrücke
report-findings-caption = Anmerkungen, die schwersten zuerst
report-ledger-rows-all = { $count ->
    [one] 1 Datenzeile wurde darin gefunden und als Datensatz gelesen.
   *[other] { $number } Datenzeilen wurden darin gefunden und alle als Datensätze gelesen.
}
bytes = { $count ->
    [one] 1 Byte
   *[other] { $number } Byte
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $amount } { $symbol }
money-code = { $amount } { $code }
money-unknown = { $amount } (Währung nicht angegeben)

# Spalten.
report-column-entry = Eintrag
report-column-mentions = Erwähnungen
report-column-first = Zuerst
report-column-last = Zuletzt
report-column-among = Genannt unter
report-column-place = Gefunden in
report-column-origin = Herkunft
report-column-company = Unternehmen
report-column-role = Wofür
report-column-in-answer = In der Antwort
report-column-announced-in = Angekündigt in
report-column-period = Zeitraum
report-column-records = Datensätze
report-column-state = Zustand
report-column-meaning = Was das heißt
report-column-files = Dateien
report-column-share = Anteil
report-column-file = Datei
report-column-format = Art der Datei
report-column-category = Art von Daten
report-column-rows = Datenzeilen darin
report-column-size = Größe
report-column-sha256 = Fingerabdruck
report-column-remark = Anmerkung
report-column-severity = Gewicht
report-column-count = Anzahl

# Was daraus geschlossen wurde.
report-conclusions = Was man über Sie geschlossen hat
report-conclusions-lead = { $count ->
    [one] Die Antwort enthält 1 Schluss über Sie.
   *[other] Die Antwort enthält { $number } verschiedene Schlüsse über Sie.
}
report-conclusions-none = In der Antwort wurde kein Segment, keine Bewertung und keine Vorhersage gefunden.
report-conclusions-about = Segmente, Bewertungen, Vorhersagen. In der Regel haben Sie das nie gesagt: Es wurde aus Ihrem Verhalten abgeleitet oder von anderen übernommen.
report-list-in-rows = Siehe die Zeilen unter „{ $category }“: Ihr Inhalt ließ sich hier nicht einzeln aufführen.
report-list-beyond = { $count ->
    [one] Die Liste war voll: 1 weitere Erwähnung wurde gezählt und nicht aufgeführt.
   *[other] Die Liste war voll: { $number } weitere Erwähnungen wurden gezählt und nicht aufgeführt.
}

# Wer die Daten noch hat.
report-sharing = Wer Ihre Daten noch hat
report-recipients-lead = { $count ->
    [one] Die Antwort nennt 1 Unternehmen oder 1 App, das Ihre Daten erhalten hat oder Sie damit erreicht.
   *[other] Die Antwort nennt { $number } Unternehmen oder Apps, die Ihre Daten erhalten haben oder Sie damit erreichen.
}
report-recipients-none = Die Antwort nennt keinen Empfänger.
report-list-in-letter = Die Dateien nennen keine; was das Schreiben dazu sagt, steht unter „{ $section }“.
report-announced = Verglichen mit der Ankündigung
report-announced-lead = { $count ->
    [one] Angekündigt ist 1 Empfänger; die Antwort nennt davon { $named }.
   *[other] Angekündigt sind { $number } Empfänger; die Antwort nennt davon { $named }.
}
report-announced-others = { $count ->
    [one] 1 Unternehmen in der Antwort gehört nicht zu den angekündigten.
   *[other] { $number } Unternehmen in der Antwort gehören nicht zu den angekündigten.
}
report-announced-caption = Angekündigte Empfänger
report-announced-not-found = in der Antwort nicht gefunden
report-announced-source = { $source } (gelesen am { $date })
report-sources = Woher man Daten über Sie hat
report-sources-lead = { $count ->
    [one] Die Antwort nennt 1 Quelle.
   *[other] Die Antwort nennt { $number } Quellen.
}
report-sources-none = Die Antwort nennt keine Quelle.
recipient-role-advertising = Werbung
recipient-role-affiliate = Unternehmen derselben Gruppe
recipient-role-delivery = Lieferung
recipient-role-measurement = Reichweitenmessung
recipient-role-payment = Zahlung und Kredit
recipient-role-seller = Verkäufer auf dem Marktplatz
recipient-role-support = Kundendienst
recipient-role-technical = Hosting und andere technische Dienste

# Was gespeichert ist.
report-holdings = Was gespeichert ist, Art für Art
report-holdings-lead = { $count ->
    [one] Was gelesen werden konnte, gehört zu 1 Art von Daten.
   *[other] Was gelesen werden konnte, gehört zu { $number } Arten von Daten.
}
report-holdings-none = In dieser Antwort konnte kein Datensatz gelesen werden.
report-holdings-about = Ein Datensatz ist eine Zeile in den Dateien des Unternehmens: eine Bestellung, eine Suche, eine Anmeldung. Jede Tabelle nennt Datei und Zeile, damit Sie in dem nachsehen können, was Sie erhalten haben.
report-category-lead = { $count ->
    [one] 1 Datensatz.
   *[other] { $number } Datensätze.
}
report-time-title = Datensätze im Lauf der Zeit
report-time-description = { $count ->
    [one] { $from } – { $to }. Höchster Balken: 1 ({ $peak }).
   *[other] { $from } – { $to }. Höchster Balken: { $number } ({ $peak }).
}
report-origin-title = Woher sie kommen
report-kinds = Was es ist
report-sum = Summe der Beträge
report-amounts = { $count ->
    [one] 1 Betrag
   *[other] { $number } Beträge
}
report-undated = Ohne brauchbares Datum
report-rows-caption = { $count ->
    [one] Die erste Zeile, wie sie in { $file } steht
   *[other] Die ersten { $number } Zeilen, wie sie in { $file } stehen
}
report-columns-left = { $count ->
    [one] 1 weitere Spalte steht in der Datei.
   *[other] { $number } weitere Spalten stehen in der Datei.
}
report-searches = Wonach Sie gesucht haben
report-searches-lead = { $count ->
    [one] 1 Suche ist Wort für Wort aufbewahrt.
   *[other] { $number } verschiedene Suchen sind Wort für Wort aufbewahrt.
}
report-searches-none = In der Antwort wurde keine Suche gefunden.

# Was Ihnen folgt.
report-traces = Nummern, Geräte und Orte, die zu Ihnen führen
report-traces-about = Sie folgen Ihnen von einem Besuch zum nächsten und können verbinden, was verschiedene Unternehmen wissen.
report-identifier-lead = { $count ->
    [one] 1 Nummer oder Kennung, an der man Sie wiedererkennt.
   *[other] { $number } Nummern oder Kennungen, an denen man Sie wiedererkennt.
}
report-identifier-none = In der Antwort wurde keine Kennung gefunden.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 Kennung, getrennt aufgeführt
   *[other] { $kind }: { $number } Kennungen, getrennt aufgeführt
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: die Kennung
   *[other] { $kind }: die { $number } Kennungen, eine nach der anderen
}
report-device-lead = { $count ->
    [one] 1 Gerät, Browser oder Programm.
   *[other] { $number } Geräte, Browser oder Programme.
}
report-device-none = In der Antwort wurde kein Gerät gefunden.
report-ip-address-lead = { $count ->
    [one] 1 Internetadresse, unter der man Sie gesehen hat.
   *[other] { $number } Internetadressen, unter denen man Sie gesehen hat.
}
report-ip-address-none = In der Antwort wurde keine Internetadresse gefunden.
report-location-lead = { $count ->
    [one] 1 Ort.
   *[other] { $number } Orte.
}
report-location-numbers = Manche Orte sind als zwei Zahlen in Grad angegeben: die geografische Breite (nach Norden) und die Länge (nach Osten). In eine Karte eingegeben, die Breite zuerst, zeigen sie den Ort. Endet der Name einer Spalte auf E7, teilen Sie vorher durch 10.000.000.
report-location-none = In der Antwort wurde kein Ort gefunden.

# Sensible Daten und andere Menschen.
report-sensitive = Sensible Daten und andere Menschen
report-special = Besonders geschützte Daten
report-special-lead = { $count ->
    [one] 1 Datensatz ist so gekennzeichnet, dass er ein besonders geschütztes Thema berührt.
   *[other] { $number } Datensätze sind so gekennzeichnet, dass sie besonders geschützte Themen berühren.
}
report-special-none = Kein Datensatz ist so gekennzeichnet, dass er ein besonders geschütztes Thema berührt.
report-special-about = Gesundheit, Sexualleben, Religion, politische Meinung, Gewerkschaft, Herkunft, Gene, Körpermerkmale zur Identifizierung (Art. 9 DSGVO); strafrechtliche Verurteilungen (Art. 10). Die Kennzeichnung beruht auf Namen von Dateien und Spalten; sehen Sie selbst nach.
report-others = Andere Menschen
report-others-lead = { $count ->
    [one] 1 Datensatz betrifft auch jemand anderen.
   *[other] { $number } Datensätze betreffen auch andere Menschen.
}
report-others-none = Kein Datensatz ist so gekennzeichnet, dass er andere Menschen betrifft.
report-others-about = Beschenkte, Haushalt, Kontakte, Verkäufer. Denken Sie an sie, bevor Sie diesen Bericht jemandem zeigen.
report-profile-lead = { $count ->
    [one] Das Konto hat ein Profil.
   *[other] Das Konto hat { $number } Profile.
}
report-profile-others = { $count ->
    [one] 1 Datensatz steht unter einem anderen Profil als dem meistgenutzten. Sehen Sie nach, welches Profil Ihres ist: Was unter den anderen steht, betrifft wohl andere Menschen, etwa aus Ihrem Haushalt.
   *[other] { $number } Datensätze stehen unter anderen Profilen als dem meistgenutzten. Sehen Sie nach, welches Profil Ihres ist: Was unter den anderen steht, betrifft wohl andere Menschen, etwa aus Ihrem Haushalt.
}

# Was fehlt.
report-points = Worüber eine Auskunft informieren muss
report-points-lead = { $count ->
    [0] Spuren aller { $all } Punkte wurden in der Antwort gefunden.
    [one] 1 von { $all } Punkten wurde in der Antwort nicht gefunden.
   *[other] { $number } von { $all } Punkten wurden in der Antwort nicht gefunden.
}
report-points-about = „Nicht gefunden“ gilt für die Daten und Briefe, die gelesen wurden. Ein unten aufgeführtes Schriftstück kann es trotzdem sagen. Die Sätze liest ein Programm: Ob einer genügt, beurteilen Sie (habeas audit).
presence-found = gefunden
report-point-judged = von Ihnen beurteilt
report-point-contradicted = { $quote } – die Daten sagen etwas anderes
report-letters-read = Für diese Punkte gelesene Briefe
presence-partly = teilweise gefunden
presence-vague = nur allgemein
presence-not-found = in der Antwort nicht gefunden
report-absent = Angekündigt und nicht gefunden
report-absent-about = Laut Datenschutzerklärung speichert das Unternehmen diese Arten von Daten. In der Antwort wurde dazu kein Datensatz gefunden.
report-empty = Leer erhalten
report-empty-about = Diese Dateien enthalten keine Daten: Sie sind leer oder sagen, dass es keine gibt. Auch das ist eine Antwort.
report-refused = Nicht zu öffnen
report-refused-about = In diesen Dateien kann alles Mögliche stehen. Die Anmerkungen am Ende sagen, warum sie nicht gelesen werden konnten.
report-absent-files = Sonst dabei, hier nicht
report-absent-files-about = Andere Antworten dieses Unternehmens enthalten diese Dateien.
report-documents = Schriftstücke zum Selberlesen
report-documents-about = Sie sind für Menschen geschrieben. Was oben nicht gefunden wurde, kann darin stehen.

# Jede Datei.
report-ledger = Jede Datei, und was aus ihr wurde
report-ledger-lead = { $count ->
    [0] Die Antwort hat keine Datei.
    [one] Die Antwort hat 1 Datei. Das wurde aus ihr.
   *[other] Die Antwort hat { $number } Dateien. Das wurde aus jeder.
}
report-ledger-beside = { $count ->
    [one] 1 davon sagt nichts über Sie: ein Überbleibsel des Computers, der die Dateien gepackt hat, oder eine Seite, die sie erklärt. Die erste Seite zählt die übrigen: { $counted }.
   *[other] { $number } davon sagen nichts über Sie: Überbleibsel des Computers, der die Dateien gepackt hat, oder Seiten, die sie erklären. Die erste Seite zählt die übrigen: { $counted }.
}
report-ledger-rows = { $count ->
    [0] Darin wurde keine Datenzeile gefunden.
    [one] 1 Datenzeile wurde darin gefunden: { $records } als Datensatz gelesen, { $unread } als Anmerkung geblieben.
   *[other] { $number } Datenzeilen wurden darin gefunden: { $records } als Datensätze gelesen, { $unread } als Anmerkungen geblieben.
}
report-ledger-broken = Die Summen dieses Einlesens stimmen nicht überein. Bitte melden Sie das als Fehler des Programms.
report-ledger-all = Alle Dateien
report-states-caption = Was aus den Dateien wurde
report-files-caption = { $count ->
    [one] Die Datei
   *[other] Alle { $number } Dateien einzeln
}
report-files-about = Eine Datenzeile ist ein Eintrag einer Datei. Jede wurde als Datensatz dieses Berichts gelesen oder steht in den Anmerkungen am Ende.
report-received = Was Sie erhalten haben
report-received-about = Ein Fingerabdruck wird aus jedem Zeichen einer Datei berechnet: Ändert sich eines, ist der Fingerabdruck ein anderer. So kann jeder prüfen, auch nach Jahren, dass eine Datei dieselbe ist, aus der dieser Bericht stammt. Das Verfahren heißt SHA-256.
report-usual = Was dieses Unternehmen meist weglässt
report-usual-about = Das fehlt nach dem, was andere Antworten dieses Unternehmens, seine Datenschutzerklärung oder Veröffentlichtes erwarten lassen. Sehen Sie nach, ob es hier steht; wenn nicht, können Sie danach fragen.
report-explained-file = Was das Unternehmen zu dieser Datei sagt
report-recognised = Als Antwort von { $company } erkannt, zu { $confidence } sicher, an:
report-recognised-not = An den Dateien wurde kein Unternehmen erkannt.
state-mapped = gelesen, bekannte Datei
state-mapped-about = Das Programm kennt diese Datei dieses Unternehmens.
state-generic = gelesen, unbekannte Datei
state-generic-about = Diese Datei hat noch niemand beschrieben; Daten, Beträge und Arten wurden aus Namen und Werten erschlossen.
state-opaque = nur aufgeführt
state-opaque-about = Ein Bild, ein Film, ein Schriftstück: aufgeführt und nicht als Daten gelesen.
state-refused = nicht lesbar
state-refused-about = Beschädigt, mit einem Passwort gesperrt oder jenseits einer Sicherheitsgrenze.
state-ignored = gehört nicht dazu
state-ignored-about = Spuren eines Betriebssystems, Erläuterungen, Kopien einer anderen Datei.
state-empty = leer erhalten
state-empty-about = Nichts darin.

# Anmerkungen.
report-findings = Anmerkungen zu den Dateien
report-findings-lead = { $count ->
    [one] Beim Lesen wurde 1 Anmerkung gemacht.
   *[other] Beim Lesen wurden { $number } Anmerkungen gemacht, nach ihrem Inhalt zusammengefasst.
}
report-findings-none = Alles wurde ohne Anmerkung gelesen.
report-findings-unlisted = { $count ->
    [one] 1 weitere Anmerkung wurde gezählt und nicht aufgeführt.
   *[other] { $number } weitere Anmerkungen wurden gezählt und nicht aufgeführt.
}
severity-note = Hinweis
severity-warning = Warnung
severity-problem = Problem

# Was die Einträge der Listen sind.
role-inference = Schlüsse
role-recipient = Empfänger
role-source = Quellen
role-identifier = Kennungen
role-device = Geräte und Programme
role-ip-address = Internetadressen (IP)
role-location = Orte
role-profile = Profile des Kontos
role-query = Suchen

# Befehle kopieren, und was nach einem Abschnitt zu tun ist.
report-copy = Kopieren
report-copied = Kopiert
report-action-objection = Sie können dem widersprechen, was man über Sie geschlossen hat:
report-action-automated-decision = Hat ein Programm allein über etwas entschieden? Lassen Sie es von einem Menschen prüfen:
report-action-marketing-objection = Sie können Werbung mit Ihren Daten beenden:
report-action-rectification = Ist etwas falsch? Lassen Sie es berichtigen:
report-action-erasure = Sie können Daten löschen lassen; im Brief wählen Sie, welche:
report-action-tracking = Sie können fragen, was über Ihren Browser und Ihre Geräte gespeichert ist:
report-action-restriction = Sie können die Verarbeitung dieser Daten einschränken lassen, solange sie strittig ist:
report-action-access = Fragen Sie noch einmal und nennen Sie, was fehlt:
report-action-rows = Dies sind die ersten Zeilen; hier sind alle:
report-action-look = Die Markierung beruht auf Namen; suchen Sie selbst nach einem Wort, einem Vornamen, einer Krankheit:
report-action-export = Alle Zeilen, als Tabellen für andere Programme:
report-action-describe = Wurde eine Datei falsch verstanden? Beschreiben Sie sie:
report-action-find = Suchen Sie das Unternehmen, um ihm schreiben zu können:
report-action-audit = Prüfen Sie die Punkte, die ein Programm gelesen hat, und berichtigen Sie sie:
report-action-follow-up = Fragen Sie nach dem, was fehlt:

# Was anstelle dessen steht, das jemanden erkennen lässt.
pseudonym-inference = Schluss { $number }
pseudonym-recipient = Unternehmen { $number }
pseudonym-source = Quelle { $number }
pseudonym-profile = Profil { $number }
pseudonym-identifier = Kennung { $number }
pseudonym-device = Gerät { $number }
pseudonym-ip-address = Adresse { $number }
pseudonym-location = Ort { $number }
pseudonym-query = Suche { $number }
pseudonym-value = Wert { $number }
pseudonym-field = Feld { $number }
pseudonym-file = Datei { $number }

# Kennzeichen, die niemand erklärt, und was älter ist als angegeben.
report-unexplained = vom Unternehmen nicht erklärt
report-unexplained-kind = Weder Namen noch Werte sagen, was das ist, und das Unternehmen erklärt es nicht. Sie können nachfragen.
report-unexplained-columns = { $count ->
    [one] 1 Spalte enthält Kennzeichen, die das Unternehmen nicht erklärt; sie ist in der Tabelle markiert. Sie können fragen, was sie bedeuten.
   *[other] { $number } Spalten enthalten Kennzeichen, die das Unternehmen nicht erklärt; sie sind in den Tabellen markiert. Sie können fragen, was sie bedeuten.
}
report-conclusions-codes = { $count ->
    [one] 1 davon ist ein Kürzel oder eine Bezeichnung, die das Unternehmen nicht erklärt. Sie können fragen, was das bedeutet.
   *[other] { $number } davon sind Kürzel oder Bezeichnungen, die das Unternehmen nicht erklärt. Sie können fragen, was sie bedeuten.
}
report-log-ins = Anmeldungen und Sicherheit
report-log-ins-lead = { $count ->
    [one] 1 Anmeldung oder andere Spur, die zur Sicherheit aufbewahrt wird.
   *[other] { $number } Anmeldungen und andere Spuren, die zur Sicherheit aufbewahrt werden.
}
report-unannounced = Gespeichert, aber nicht unter den Arten von Daten, die die Datenschutzerklärung nennt: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 Schreiben ist in einer Sprache, die hier nicht gelesen wird: Was zu fehlen scheint, kann darin stehen.
   *[other] { $number } Schreiben sind in einer Sprache, die hier nicht gelesen wird: Was zu fehlen scheint, kann darin stehen.
}
report-missing-older = { $count ->
    [one] 1 Angabe ist älter als die genannte Speicherdauer.
   *[other] { $number } Angaben sind älter als die genannte Speicherdauer.
}
report-retention = Wie lange Daten angeblich gespeichert werden
report-retention-lead = { $count ->
    [0] Nichts von dem, was kam, ist älter als die längste Dauer, die dieser Satz nennt (vor dem { $since }).
    [one] 1 Datensatz ist von vor dem { $since } und damit älter als die längste Dauer, die dieser Satz nennt.
   *[other] { $number } Datensätze sind von vor dem { $since } und damit älter als die längste Dauer, die dieser Satz nennt.
}
report-retention-older = { $records }, der älteste vom { $first }
report-retention-about = Eine Frist kann später beginnen, als ein Datensatz entsteht, etwa mit dem Ende des Kontos. Fragen Sie, ab wann sie gezählt wird.

# Nach Jahren, und wie sicher gelesen wurde.
report-column-year = Jahr
report-column-amounts = Beträge
report-years = Nach Jahren
report-year-unknown = ohne brauchbares Datum
import-certainty-documented = Der Aufbau der Dateien ist nur aus Beschreibungen bekannt; wer ihn beschrieb, hat keine Antwort gesehen.
import-certainty-expected = Keine Antwort dieses Unternehmens ist bekannt; seine Dateien werden danach gelesen, was ihre Spalten sagen.
