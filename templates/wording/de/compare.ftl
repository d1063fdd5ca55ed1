# Zwei Antworten eines Unternehmens, gegeneinander gehalten.
compare-they = dieses Unternehmen
compare-title = Was sich bei { $company } geändert hat
compare-title-erasure = Was { $company } nach der Löschung noch hat
compare-eyebrow = Zwei Antworten verglichen, { $date }
compare-lead = Die am { $first } gelesene Antwort enthält { $before }, die am { $second } gelesene { $after }.
compare-erasure = Löschung verlangt im Fall { $case }, abgesandt am { $date }
compare-erasure-undated = Löschung verlangt im Fall { $case }
compare-erasure-said = Verglichen als vor und nach einer Löschung, wie Sie angegeben haben
compare-figure-same = { $count ->
    [one] ist gleich
   *[other] sind gleich
}
compare-figure-changed = geändert
compare-figure-appeared = neu
compare-figure-vanished = verschwunden
compare-fact-still-there = { $count ->
    [one] Angabe war vor der Löschung da und ist es noch.
   *[other] Angaben waren vor der Löschung da und sind es noch.
}
compare-fact-come-again = { $count ->
    [one] Wert, der Sie oder eine Bestellung kennzeichnet, kommt in einem anderen Datensatz wieder vor.
   *[other] Werte, die Sie oder eine Bestellung kennzeichnen, kommen in anderen Datensätzen wieder vor.
}
compare-fact-inference-appeared = { $count ->
    [one] Schluss über Sie ist neu.
   *[other] Schlüsse über Sie sind neu.
}
compare-fact-inference-vanished = { $count ->
    [one] Schluss über Sie ist nicht mehr da.
   *[other] Schlüsse über Sie sind nicht mehr da.
}
compare-fact-recipient-appeared = { $count ->
    [one] Unternehmen, das Ihre Daten hat, ist neu.
   *[other] Unternehmen, die Ihre Daten haben, sind neu.
}
compare-fact-recipient-vanished = { $count ->
    [one] Unternehmen, das Ihre Daten hat, ist nicht mehr da.
   *[other] Unternehmen, die Ihre Daten haben, sind nicht mehr da.
}
compare-fact-source-appeared = { $count ->
    [one] Quelle von Daten über Sie ist neu.
   *[other] Quellen von Daten über Sie sind neu.
}
compare-fact-source-vanished = { $count ->
    [one] Quelle von Daten über Sie ist nicht mehr da.
   *[other] Quellen von Daten über Sie sind nicht mehr da.
}
compare-fact-identifier-appeared = { $count ->
    [one] Nummer oder Kennung, an der man Sie erkennt, ist neu.
   *[other] Nummern oder Kennungen, an denen man Sie erkennt, sind neu.
}
compare-fact-identifier-vanished = { $count ->
    [one] Nummer oder Kennung, an der man Sie erkennt, ist nicht mehr da.
   *[other] Nummern oder Kennungen, an denen man Sie erkennt, sind nicht mehr da.
}
compare-fact-device-appeared = { $count ->
    [one] Gerät oder Programm ist neu.
   *[other] Geräte oder Programme sind neu.
}
compare-fact-device-vanished = { $count ->
    [one] Gerät oder Programm ist nicht mehr da.
   *[other] Geräte oder Programme sind nicht mehr da.
}
compare-fact-ip-address-appeared = { $count ->
    [one] Internetadresse ist neu.
   *[other] Internetadressen sind neu.
}
compare-fact-ip-address-vanished = { $count ->
    [one] Internetadresse ist nicht mehr da.
   *[other] Internetadressen sind nicht mehr da.
}
compare-fact-location-appeared = { $count ->
    [one] Ort ist neu.
   *[other] Orte sind neu.
}
compare-fact-location-vanished = { $count ->
    [one] Ort ist nicht mehr da.
   *[other] Orte sind nicht mehr da.
}
compare-fact-query-appeared = { $count ->
    [one] Suche ist neu.
   *[other] Suchen sind neu.
}
compare-fact-query-vanished = { $count ->
    [one] Suche ist nicht mehr da.
   *[other] Suchen sind nicht mehr da.
}
compare-notice-title = Was auffällt
compare-no-notice = Beide Male kamen dieselben Arten von Daten.
compare-limited = Es unterscheiden sich mehr Datensätze, als Feld für Feld verglichen werden: Manche, die sich nur geändert haben, können als verschwunden und neu gezählt sein.
compare-closed = { $count ->
    [one] Eine Datei der späteren Antwort konnte nicht geöffnet werden: { $files }.
   *[other] { $number } Dateien der späteren Antwort konnten nicht geöffnet werden: { $files }.
}
compare-letters = { $count ->
    [one] Ein Schreiben der späteren Antwort enthält Namen, Adressen oder Nummern aus der früheren, wie jedes Schreiben sagt, an wen und von wem es ist: { $files }. Lesen Sie es.
   *[other] { $number } Schreiben der späteren Antwort enthalten Namen, Adressen oder Nummern aus der früheren, wie jedes Schreiben sagt, an wen und von wem es ist: { $files }. Lesen Sie sie.
}
compare-come-again-notice = Werte verschwundener Datensätze stehen jetzt in anderen: { $categories }.
compare-gone = Nach der Antwort nicht mehr vorhanden: { $categories }.
compare-fresh = Jetzt vorhanden und vorher nicht: { $categories }.
compare-unread = Nur nach Zahlen und Listen verglichen, nicht Datensatz für Datensatz: { $why }
compare-next-why = Fragen Sie, aus welchem Grund, nach welcher Vorschrift und bis wann diese Daten bleiben:
compare-next-unread = Von der früheren Antwort wurde in der späteren nichts erkannt, aber nicht jeder Datensatz wurde verglichen. Geben Sie beide Antworten an, um Datensatz für Datensatz zu vergleichen:
compare-next-restriction = Verlangen Sie, dass nicht mehr genutzt wird, was bleiben muss:
compare-next-erased = Von der früheren Antwort wurde in der späteren nichts gefunden. Behalten Sie beide: Sie sind Ihr Beleg.
compare-next-erasure = Sie können Daten löschen lassen:
compare-next-report = Die spätere Antwort ganz lesen:
compare-still-there = Nach der Löschung noch da
compare-still-there-lead = { $count ->
    [0] Von der früheren Antwort wurde in der späteren nichts gefunden.
    [one] 1 Datensatz der früheren Antwort steht noch in der späteren.
   *[other] { $number } Datensätze der früheren Antwort stehen noch in der späteren.
}
compare-still-there-parts = Kein Datensatz der früheren Antwort wurde als solcher in der späteren gefunden, aber Teile davon: siehe die Werte und Listen unten.
compare-still-there-unknown = Von der früheren Antwort wurde in der späteren nichts erkannt; nicht jeder Datensatz wurde verglichen.
compare-still-there-letters = Nichts aus der früheren Antwort wurde in der späteren gefunden außer dem, was ein Schreiben über Empfänger und Absender sagt. Lesen Sie die auf Seite eins genannten Schreiben: Eines, das die Löschung bestätigt, ist mit beiden Antworten Ihr Beweis.
compare-still-there-closed = Nichts aus der früheren Antwort wurde in der späteren erkannt, aber nicht alle ihre Dateien konnten geöffnet werden. Sehen Sie selbst hinein, oder bitten Sie um sie in lesbarer Form.
compare-come-again = Werte, die wiederkehren
compare-come-again-lead = { $count ->
    [one] 1 Wert verschwundener Datensätze steht in anderen Datensätzen der späteren Antwort.
   *[other] { $number } Werte verschwundener Datensätze stehen in anderen Datensätzen der späteren Antwort.
}
compare-come-again-about = E-Mail-Adressen (auch als MD5, SHA-1, SHA-256), Telefon-, Bestell- und Kundennummern, Namen und Straßen der früheren Antwort, gefunden in der späteren in einem Datensatz anderer Art oder in einer anderen Datei. Was an einer Stelle gelöscht wurde, ist an einer anderen noch da oder wurde dorthin kopiert. Welche Gründe angeführt werden können, hängt davon ab, was dieser Datensatz ist.
compare-column-value = Wert
compare-column-still = Noch da
compare-column-reasons = Was dafür angeführt werden kann
compare-no-reason = hier ist kein Grund bekannt
compare-reasons = Gründe, die angeführt werden können
compare-reasons-about = Das Gesetz lässt ein Unternehmen manche Unterlagen behalten, obwohl ihre Löschung verlangt wurde (Art. 17(3) DSGVO). Es muss sagen, für welche Daten, nach welcher Vorschrift und bis wann. Dass ein Grund hier steht, heißt nicht, dass er auf Sie zutrifft.
compare-reasons-limits = Diese Gründe decken die Unterlagen, die sie nennen: nicht das Profil, die angesehenen Seiten, die Bewertungen oder die Werbung daneben. Was bleiben darf, wird aufbewahrt und nicht anders genutzt.
compare-reason-read = Gelesen in { $source }, { $month }.
compare-reason-unconfirmed = Nicht mit dem Gesetzestext verglichen: Prüfen Sie es, bevor Sie sich darauf stützen.
compare-reason-amounts = { $count ->
    [0] Die Antwort nennt hier keinen Betrag.
    [one] Ein Betrag ist hier bekannt: { $sum }.
   *[other] { $number } Beträge sind hier bekannt, zusammen { $sum }.
}
compare-reason-below = Selbst zusammen ist das weniger als { $least }.
retention-legal-duty = Daten, die das Unternehmen nach dem Recht der Union oder eines Mitgliedstaats behalten muss; es hat die Vorschrift zu nennen.
retention-legal-claims = Daten, die man braucht, um Rechtsansprüche geltend zu machen, auszuüben oder zu verteidigen, etwa bei einem offenen Streit oder einer Garantie.
retention-consent-proof = Der Nachweis Ihrer Einwilligung, den ein Unternehmen erbringen können muss.
retention-fr-online-contract = Ein online geschlossener Vertrag ab 120 Euro: zehn Jahre ab der Lieferung.
retention-fr-accounting = Buchhaltungsunterlagen und ihre Belege, etwa Rechnungen: zehn Jahre.
compare-categories = Art für Art
compare-categories-lead = { $count ->
    [0] Keine der Antworten enthält einen Datensatz.
    [one] Eine Art von Daten steht in den beiden Antworten.
   *[other] { $number } Arten von Daten stehen in den beiden Antworten.
}
compare-categories-about = Ein Datensatz ist gleich, wenn alle seine Werte es sind, wo immer er steht. Er hat sich geändert, wenn dieselbe Sache in beiden Antworten mit anderen Werten steht.
compare-column-before = Vorher
compare-column-after = Nachher
compare-column-same = Gleich
compare-column-changed = Geändert
compare-column-appeared = Neu
compare-column-vanished = Verschwunden
compare-lists = Schlüsse, Unternehmen und Spuren
compare-lists-none = Keine der Antworten nennt einen Schluss, ein Unternehmen, eine Kennung, ein Gerät oder einen Ort.
compare-list-lead = { $count ->
    [one] 1 steht in beiden Antworten; neu: { $appeared }, verschwunden: { $vanished }.
   *[other] { $number } stehen in beiden Antworten; neu: { $appeared }, verschwunden: { $vanished }.
}
compare-list-inexact = Eine der Listen war länger als das, was von ihr behalten wird: Ein Eintrag, der neu oder verschwunden scheint, kann hinter ihrem Ende stehen.
compare-entries-appeared = Neu
compare-entries-vanished = Verschwunden
compare-appeared = Was neu ist
compare-appeared-lead = { $count ->
    [0] Kein Datensatz ist neu.
    [one] 1 Datensatz steht nur in der späteren Antwort.
   *[other] { $number } Datensätze stehen nur in der späteren Antwort.
}
compare-vanished = Was verschwunden ist
compare-vanished-lead = { $count ->
    [0] Kein Datensatz ist verschwunden.
    [one] 1 Datensatz steht nur in der früheren Antwort.
   *[other] { $number } Datensätze stehen nur in der früheren Antwort.
}
compare-changed = Was sich geändert hat
compare-changed-lead = { $count ->
    [0] Kein Datensatz hat sich geändert.
    [one] 1 Datensatz steht in beiden Antworten mit anderen Werten.
   *[other] { $number } Datensätze stehen in beiden Antworten mit anderen Werten.
}
compare-changed-about = Dieselbe Sache wird an ihrer Bestellnummer oder einer anderen eigenen Nummer erkannt, an Titel und Zeitpunkt oder daran, dass sie die einzige ihrer Art ist. Zwei Sachen mit verschiedenen Nummern gelten nie als eine.
compare-column-kind = Was es ist
compare-column-when = Wann
compare-column-what = Titel
compare-column-fields = Felder
compare-column-import = Import
compare-column-read-on = Gelesen am
compare-column-case = Fall
compare-answers = Die beiden Antworten
compare-answers-about = Beide wurden für diese Seite noch einmal gelesen, soweit sie noch so da sind, wie sie waren.
