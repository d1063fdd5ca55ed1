# Che cosa hanno più aziende, fianco a fianco.
several-title = { $count ->
    [one] Che cosa ha su di te 1 azienda
   *[other] Che cosa hanno su di te { $number } aziende
}
several-lead = { $count ->
    [0] Nessuna risposta è stata ancora importata.
    [one] La risposta di 1 azienda contiene { $records } su di te.
   *[other] Le risposte di { $number } aziende contengono { $records } su di te.
}
several-figure-companies = { $count ->
    [one] azienda ha risposto
   *[other] aziende hanno risposto
}
several-missing-points = { $count ->
    [one] A 1 risposta mancano punti che la legge chiede.
   *[other] A { $number } risposte mancano punti che la legge chiede.
}
several-missing-recipients = Nessun destinatario è nominato nella risposta di: { $companies }.
several-fact-conclusions = { $count ->
    [one] conclusione su di te presso { $company }, più che presso ogni altra.
   *[other] conclusioni su di te presso { $company }, più che presso ogni altra.
}
several-fact-recipients = { $count ->
    [one] azienda ha i tuoi dati da { $company } o ti raggiunge tramite essa, più che per ogni altra.
   *[other] aziende hanno i tuoi dati da { $company } o ti raggiungono tramite essa, più che per ogni altra.
}
several-fact-special = { $count ->
    [one] informazione presso { $company } tocca un argomento che la legge protegge in modo speciale.
   *[other] informazioni presso { $company } toccano argomenti che la legge protegge in modo speciale.
}
several-fact-others = { $count ->
    [one] informazione presso { $company } riguarda anche un’altra persona.
   *[other] informazioni presso { $company } riguardano anche altre persone.
}
several-fact-records = { $count ->
    [one] informazione presso { $company }, che ne ha di più.
   *[other] informazioni presso { $company }, che ne ha di più.
}
several-next-report = Leggere che cosa ha { $company }:
several-next-sharing = Vedere chi condivide con chi:
several-companies = Azienda per azienda
several-companies-lead = { $count ->
    [0] Nessuna risposta è stata ancora importata.
    [one] 1 azienda, con la sua ultima risposta.
   *[other] { $number } aziende, ognuna con la sua ultima risposta.
}
several-earlier = { $count ->
    [one] 1 risposta precedente delle stesse aziende è tralasciata.
   *[other] { $number } risposte precedenti delle stesse aziende sono tralasciate.
}
several-categories = Tipo per tipo
several-categories-lead = { $count ->
    [0] Nelle risposte non si è potuto leggere alcun dato.
    [one] 1 tipo di dati è presente; ecco presso chi.
   *[other] { $number } tipi di dati sono presenti; ecco presso chi.
}
several-purchases = Acquisti, per anno e negozio
several-purchases-none = Nessuna risposta contiene un acquisto con importo.
several-reports = Il rapporto di ognuna
several-reports-about = Ogni cifra qui sopra sta in uno di questi rapporti, che mostra i file e le righe da cui viene.
several-report = { $company }, letta il { $date }:
several-report-unknown = { $company } (l’azienda non è stata riconosciuta), letta il { $date }:
several-points-of = { $missing } di { $all }
several-holder = { $company } ({ $records })
several-column-since = Da
several-column-kinds = Tipi di dati
several-column-conclusions = Conclusioni
several-column-recipients = Destinatari
several-column-identifiers = Identificativi
several-column-special = Protetti in modo speciale
several-column-others = Altre persone
several-column-missing = Punti mancanti
several-column-companies = Aziende
several-column-holders = Presso
several-column-shop = Negozio
report-years-about = Quanto sommano gli importi, ogni valuta per sé: nulla è convertito, e gli importi restituiti sono sottratti dove la risposta li dà con un meno.
