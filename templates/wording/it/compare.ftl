# Due risposte di un’azienda, messe a confronto.
compare-they = questa azienda
compare-title = Che cosa è cambiato presso { $company }
compare-title-erasure = Che cosa ha ancora { $company } dopo la cancellazione
compare-eyebrow = Due risposte a confronto, { $date }
compare-lead = La risposta letta il { $first } contiene { $before }, quella letta il { $second } contiene { $after }.
compare-erasure = Cancellazione chiesta nella pratica { $case }, inviata il { $date }
compare-erasure-undated = Cancellazione chiesta nella pratica { $case }
compare-erasure-said = Confrontate come prima e dopo una cancellazione, come hai indicato
compare-figure-same = { $count ->
    [one] è uguale
   *[other] sono uguali
}
compare-figure-changed = cambiati
compare-figure-appeared = nuovi
compare-figure-vanished = scomparsi
compare-fact-still-there = { $count ->
    [one] informazione c’era prima della cancellazione e c’è ancora.
   *[other] informazioni c’erano prima della cancellazione e ci sono ancora.
}
compare-fact-come-again = { $count ->
    [one] valore che identifica Lei o un ordine torna in un altro dato.
   *[other] valori che identificano Lei o un ordine tornano in altri dati.
}
compare-fact-inference-appeared = { $count ->
    [one] conclusione su di te è nuova.
   *[other] conclusioni su di te sono nuove.
}
compare-fact-inference-vanished = { $count ->
    [one] conclusione su di te non c’è più.
   *[other] conclusioni su di te non ci sono più.
}
compare-fact-recipient-appeared = { $count ->
    [one] azienda che ha i tuoi dati è nuova.
   *[other] aziende che hanno i tuoi dati sono nuove.
}
compare-fact-recipient-vanished = { $count ->
    [one] azienda che ha i tuoi dati non c’è più.
   *[other] aziende che hanno i tuoi dati non ci sono più.
}
compare-fact-source-appeared = { $count ->
    [one] fonte di dati su di te è nuova.
   *[other] fonti di dati su di te sono nuove.
}
compare-fact-source-vanished = { $count ->
    [one] fonte di dati su di te non c’è più.
   *[other] fonti di dati su di te non ci sono più.
}
compare-fact-identifier-appeared = { $count ->
    [one] numero o codice con cui ti riconoscono è nuovo.
   *[other] numeri o codici con cui ti riconoscono sono nuovi.
}
compare-fact-identifier-vanished = { $count ->
    [one] numero o codice con cui ti riconoscono non c’è più.
   *[other] numeri o codici con cui ti riconoscono non ci sono più.
}
compare-fact-device-appeared = { $count ->
    [one] dispositivo o programma è nuovo.
   *[other] dispositivi o programmi sono nuovi.
}
compare-fact-device-vanished = { $count ->
    [one] dispositivo o programma non c’è più.
   *[other] dispositivi o programmi non ci sono più.
}
compare-fact-ip-address-appeared = { $count ->
    [one] indirizzo internet è nuovo.
   *[other] indirizzi internet sono nuovi.
}
compare-fact-ip-address-vanished = { $count ->
    [one] indirizzo internet non c’è più.
   *[other] indirizzi internet non ci sono più.
}
compare-fact-location-appeared = { $count ->
    [one] luogo è nuovo.
   *[other] luoghi sono nuovi.
}
compare-fact-location-vanished = { $count ->
    [one] luogo non c’è più.
   *[other] luoghi non ci sono più.
}
compare-fact-query-appeared = { $count ->
    [one] ricerca è nuova.
   *[other] ricerche sono nuove.
}
compare-fact-query-vanished = { $count ->
    [one] ricerca non c’è più.
   *[other] ricerche non ci sono più.
}
compare-notice-title = Che cosa notare
compare-no-notice = Tutte e due le volte sono arrivati gli stessi tipi di dati.
compare-limited = I dati diversi sono più di quanti vengono confrontati campo per campo: alcuni che sono solo cambiati possono essere contati come scomparsi e apparsi.
compare-closed = { $count ->
    [one] Un file della risposta successiva non ha potuto essere esaminato: { $files }.
   *[other] { $number } file della risposta successiva non hanno potuto essere esaminati: { $files }.
}
compare-letters = { $count ->
    [one] Una lettera della risposta successiva contiene nomi, indirizzi o numeri di quella precedente, come ogni lettera dice a chi e da chi è scritta: { $files }. Leggila.
   *[other] { $number } lettere della risposta successiva contengono nomi, indirizzi o numeri di quella precedente, come ogni lettera dice a chi e da chi è scritta: { $files }. Leggile.
}
compare-come-again-notice = Valori di dati scomparsi si trovano ora in altri: { $categories }.
compare-gone = Non più presenti, per quanto mostra la risposta: { $categories }.
compare-fresh = Presenti ora e prima no: { $categories }.
compare-unread = Confrontate solo per numeri ed elenchi, non dato per dato: { $why }
compare-next-why = Chiedi per quale motivo, in base a quale norma e fino a quando restano questi dati:
compare-next-unread = Nulla della risposta precedente è stato riconosciuto in quella successiva, ma non tutti i dati sono stati confrontati. Indichi entrambe le risposte per confrontarle dato per dato:
compare-next-restriction = Chiedi che non si usi più ciò che deve restare:
compare-next-erased = Nulla della risposta precedente è stato trovato in quella successiva. Conservale entrambe: sono la tua prova.
compare-next-erasure = Puoi far cancellare dei dati:
compare-next-report = Leggere per intero la risposta successiva:
compare-still-there = Ancora presente dopo la cancellazione
compare-still-there-lead = { $count ->
    [0] Nulla della risposta precedente è stato trovato in quella successiva.
    [one] 1 dato della risposta precedente è ancora in quella successiva.
   *[other] { $number } dati della risposta precedente sono ancora in quella successiva.
}
compare-still-there-parts = Nessun dato della risposta precedente è stato trovato come tale in quella successiva, ma parti di esso sì: veda i valori e gli elenchi qui sotto.
compare-still-there-unknown = Nulla della risposta precedente è stato riconosciuto in quella successiva; non tutti i dati sono stati confrontati.
compare-still-there-letters = Nulla della risposta precedente è stato trovato in quella successiva, salvo ciò che una lettera dice di destinatario e mittente. Leggi le lettere indicate in prima pagina: quella che conferma la cancellazione è, con le due risposte, la tua prova.
compare-still-there-closed = Nulla della risposta precedente è stato riconosciuto in quella successiva, ma non tutti i suoi file hanno potuto essere esaminati. Aprili tu stesso, o chiedili in un formato leggibile.
compare-come-again = Valori che tornano
compare-come-again-lead = { $count ->
    [one] 1 valore di dati scomparsi si trova in altri dati della risposta successiva.
   *[other] { $number } valori di dati scomparsi si trovano in altri dati della risposta successiva.
}
compare-come-again-about = Indirizzi e-mail (anche come MD5, SHA-1, SHA-256), numeri di telefono, d’ordine e di cliente, nomi e vie della risposta precedente, trovati in quella successiva in un dato di altro tipo o in un altro file. Ciò che è stato cancellato in un luogo è ancora in un altro, o vi è stato copiato. Quali motivi possano essere addotti dipende da che cosa è quel dato.
compare-column-value = Valore
compare-column-still = Ancora presente
compare-column-reasons = Che cosa si può addurre
compare-no-reason = qui non si conosce alcun motivo
compare-reasons = Motivi che si possono addurre
compare-reasons-about = La legge consente a un’azienda di tenere alcuni documenti benché ne sia stata chiesta la cancellazione (art. 17(3) GDPR). Deve dire per quali dati, in base a quale norma e fino a quando. Che un motivo sia elencato qui non significa che valga per te.
compare-reasons-limits = Questi motivi coprono i documenti che nominano: non il profilo, le pagine viste, i punteggi o la pubblicità fatta accanto. Ciò che può restare è conservato e non usato per altro.
compare-reason-read = Letto in { $source }, { $month }.
compare-reason-unconfirmed = Non confrontato con il testo della legge: verificalo prima di farvi affidamento.
compare-reason-amounts = { $count ->
    [0] La risposta non indica qui alcun importo.
    [one] Qui si conosce un importo: { $sum }.
   *[other] Qui si conoscono { $number } importi, in tutto { $sum }.
}
compare-reason-below = Anche sommati sono meno di { $least }.
retention-legal-duty = Dati che una legge dell’Unione o di uno Stato membro obbliga l’azienda a conservare; deve nominare quella legge.
retention-legal-claims = Dati necessari per accertare, esercitare o difendere un diritto, come una lite in corso o una garanzia.
retention-consent-proof = La prova del tuo consenso, che un’azienda deve poter fornire.
retention-fr-online-contract = Un contratto concluso online per 120 euro o più: dieci anni dalla consegna.
retention-fr-accounting = Documenti contabili e i loro giustificativi, come le fatture: dieci anni.
compare-categories = Tipo per tipo
compare-categories-lead = { $count ->
    [0] Nessuna delle risposte contiene un dato.
    [one] Un tipo di dati sta nelle due risposte.
   *[other] { $number } tipi di dati stanno nelle due risposte.
}
compare-categories-about = Un dato è uguale se lo sono tutti i suoi valori, ovunque stia. È cambiato se la stessa cosa sta nelle due risposte con altri valori.
compare-column-before = Prima
compare-column-after = Dopo
compare-column-same = Uguale
compare-column-changed = Cambiato
compare-column-appeared = Nuovo
compare-column-vanished = Scomparso
compare-lists = Conclusioni, aziende e tracce
compare-lists-none = Nessuna delle risposte nomina una conclusione, un’azienda, un identificativo, un dispositivo o un luogo.
compare-list-lead = { $count ->
    [one] 1 sta nelle due risposte; nuovi: { $appeared }, scomparsi: { $vanished }.
   *[other] { $number } stanno nelle due risposte; nuovi: { $appeared }, scomparsi: { $vanished }.
}
compare-list-inexact = Uno degli elenchi era più lungo di quanto se ne conserva: una voce che sembra nuova o scomparsa può stare oltre la sua fine.
compare-entries-appeared = Nuovo
compare-entries-vanished = Scomparso
compare-appeared = Che cosa è nuovo
compare-appeared-lead = { $count ->
    [0] Nessun dato è nuovo.
    [one] 1 dato sta solo nella risposta successiva.
   *[other] { $number } dati stanno solo nella risposta successiva.
}
compare-vanished = Che cosa è scomparso
compare-vanished-lead = { $count ->
    [0] Nessun dato è scomparso.
    [one] 1 dato sta solo nella risposta precedente.
   *[other] { $number } dati stanno solo nella risposta precedente.
}
compare-changed = Che cosa è cambiato
compare-changed-lead = { $count ->
    [0] Nessun dato è cambiato.
    [one] 1 dato sta nelle due risposte con altri valori.
   *[other] { $number } dati stanno nelle due risposte con altri valori.
}
compare-changed-about = La stessa cosa si riconosce dal numero d’ordine o da un altro numero suo, dal titolo e dal momento, o perché è l’unica del suo tipo. Due cose con numeri diversi non sono mai prese per una.
compare-column-kind = Che cos’è
compare-column-when = Quando
compare-column-what = Titolo
compare-column-fields = Campi
compare-column-import = Importazione
compare-column-read-on = Letta il
compare-column-case = Pratica
compare-answers = Le due risposte
compare-answers-about = Tutte e due sono state rilette per questa pagina, se sono ancora com’erano.
