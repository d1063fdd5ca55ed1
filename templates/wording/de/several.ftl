# Was mehrere Unternehmen haben, nebeneinander.
several-title = { $count ->
    [one] Was 1 Unternehmen über Sie hat
   *[other] Was { $number } Unternehmen über Sie haben
}
several-lead = { $count ->
    [0] Noch wurde keine Antwort eingelesen.
    [one] Die Antwort von 1 Unternehmen enthält { $records } über Sie.
   *[other] Die Antworten von { $number } Unternehmen enthalten { $records } über Sie.
}
several-figure-companies = { $count ->
    [one] Unternehmen hat geantwortet
   *[other] Unternehmen haben geantwortet
}
several-missing-points = { $count ->
    [one] In 1 Antwort fehlen Punkte, die das Gesetz verlangt.
   *[other] In { $number } Antworten fehlen Punkte, die das Gesetz verlangt.
}
several-missing-recipients = Kein Empfänger ist genannt in der Antwort von: { $companies }.
several-fact-conclusions = { $count ->
    [one] Schluss über Sie bei { $company }, mehr als bei jedem anderen.
   *[other] Schlüsse über Sie bei { $company }, mehr als bei jedem anderen.
}
several-fact-recipients = { $count ->
    [one] Unternehmen hat Ihre Daten von { $company } oder erreicht Sie darüber, mehr als bei jedem anderen.
   *[other] Unternehmen haben Ihre Daten von { $company } oder erreichen Sie darüber, mehr als bei jedem anderen.
}
several-fact-special = { $count ->
    [one] Angabe bei { $company } berührt ein Thema, das das Gesetz besonders schützt.
   *[other] Angaben bei { $company } berühren Themen, die das Gesetz besonders schützt.
}
several-fact-others = { $count ->
    [one] Angabe bei { $company } betrifft auch eine andere Person.
   *[other] Angaben bei { $company } betreffen auch andere Personen.
}
several-fact-records = { $count ->
    [one] Angabe bei { $company }, das am meisten hat.
   *[other] Angaben bei { $company }, das am meisten hat.
}
several-next-report = Lesen, was { $company } hat:
several-next-sharing = Sehen, wer mit wem teilt:
several-companies = Unternehmen für Unternehmen
several-companies-lead = { $count ->
    [0] Noch wurde keine Antwort eingelesen.
    [one] 1 Unternehmen mit seiner letzten Antwort.
   *[other] { $number } Unternehmen, jedes mit seiner letzten Antwort.
}
several-earlier = { $count ->
    [one] 1 frühere Antwort derselben Unternehmen ist weggelassen.
   *[other] { $number } frühere Antworten derselben Unternehmen sind weggelassen.
}
several-categories = Art für Art
several-categories-lead = { $count ->
    [0] In den Antworten konnte kein Datensatz gelesen werden.
    [one] 1 Art von Daten ist vorhanden; hier steht, bei wem.
   *[other] { $number } Arten von Daten sind vorhanden; hier steht, bei wem.
}
several-purchases = Käufe nach Jahr und Händler
several-purchases-none = Keine Antwort enthält einen Kauf mit Betrag.
several-reports = Der Bericht zu jedem
several-reports-about = Jede Zahl oben steht in einem dieser Berichte, der die Dateien und Zeilen zeigt, aus denen sie kommt.
several-report = { $company }, gelesen am { $date }:
several-report-unknown = { $company } (das Unternehmen wurde nicht erkannt), gelesen am { $date }:
several-points-of = { $missing } von { $all }
several-holder = { $company } ({ $records })
several-column-since = Seit
several-column-kinds = Arten von Daten
several-column-conclusions = Schlüsse
several-column-recipients = Empfänger
several-column-identifiers = Kennungen
several-column-special = Besonders geschützt
several-column-others = Andere Personen
several-column-missing = Fehlende Punkte
several-column-companies = Unternehmen
several-column-holders = Vorhanden bei
several-column-shop = Händler
report-years-about = Was die Beträge zusammen ergeben, jede Währung für sich: Nichts wird umgerechnet, und zurückgezahlte Beträge werden abgezogen, wo die Antwort sie mit einem Minus angibt.
