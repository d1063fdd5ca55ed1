# Chi condivide con chi, in tutte le risposte.
sharing-title = Chi condivide i tuoi dati con chi
sharing-eyebrow = Da tutte le risposte che hai ricevuto, { $date }
sharing-lead = { $count ->
    [0] Nessuna risposta è stata ancora importata.
    [one] La risposta di 1 azienda, e ciò che annuncia, nominano { $others }.
   *[other] Le risposte di { $number } aziende, e ciò che annunciano, nominano { $others }.
}
sharing-others = { $count ->
    [0] nessun’altra azienda
    [one] 1 altra azienda
   *[other] { $number } altre aziende
}
sharing-figure-answered = { $count ->
    [one] azienda ha risposto
   *[other] aziende hanno risposto
}
sharing-figure-others = { $count ->
    [one] altra azienda nominata
   *[other] altre aziende nominate
}
sharing-figure-links = { $count ->
    [one] legame tra loro
   *[other] legami tra loro
}
sharing-fact-shared = { $count ->
    [one] azienda ha a che fare con più di una di quelle che hanno risposto: può unire ciò che sanno di te.
   *[other] aziende hanno a che fare con più di una di quelle che hanno risposto: possono unire ciò che sanno di te.
}
sharing-fact-answers = { $count ->
    [one] legame sta in una risposta e non era annunciato.
   *[other] legami stanno in una risposta e non erano annunciati.
}
sharing-fact-notices = { $count ->
    [one] legame è annunciato in un’informativa, e nessuna risposta lo nomina.
   *[other] legami sono annunciati nelle informative, e nessuna risposta li nomina.
}
sharing-fact-both = { $count ->
    [one] legame è annunciato, e lo nomina anche una risposta.
   *[other] legami sono annunciati, e li nomina anche una risposta.
}
sharing-silent = Nessun destinatario noto di: { $companies }.
sharing-nothing-missing = Ognuna di queste aziende nomina o annuncia almeno un destinatario.
sharing-next-report = Vedere dove lo dice una risposta:
sharing-next-ask = Chiedere all’azienda che più ne nominano che cosa ha su di te:
sharing-next-notify = Quando dei dati sono rettificati o cancellati, l’azienda deve dirlo a chi li ha dati (art. 19 GDPR).
sharing-picture = L’immagine
sharing-picture-about = A sinistra, le aziende che ti hanno risposto. A destra, le aziende che nominano. Ogni linea sta nella tabella sotto, con chi l’ha detto.
sharing-picture-part = Sono più di quante ne stia in un’immagine: mostra le { $shown } aziende che hanno a che fare con il maggior numero di quelle che hanno risposto.
sharing-picture-description = { $count ->
    [one] Aziende che hanno risposto ({ $companies }), a sinistra, unite a 1 azienda a destra: { $most }.
   *[other] Aziende che hanno risposto ({ $companies }), a sinistra, unite a { $number } aziende a destra. Le prime: { $most }.
}
sharing-line-answer = riceve i tuoi dati, lo dice una risposta
sharing-line-notice = riceve i tuoi dati, lo dice solo un’informativa
sharing-line-source = ha fornito dati su di te
sharing-none = Nessuna risposta e nessuna informativa nomina un’altra azienda.
sharing-others-title = Le aziende che nominano
sharing-others-lead = { $count ->
    [0] Nessuna di esse è nominata da più di un’azienda.
    [one] 1 di esse è nominata da più di un’azienda.
   *[other] { $number } di esse sono nominate da più di un’azienda.
}
sharing-links-title = Chi condivide con chi, e chi l’ha detto
sharing-links-about = Due grafie sono un’azienda se differiscono solo per accenti, maiuscole o forma giuridica. I gruppi non si indovinano.
sharing-column-receives = Aziende da cui riceve
sharing-column-supplies = Aziende a cui fornisce
sharing-column-from = Da
sharing-column-to = A
sharing-column-told = Detto da
sharing-told-answer = { $count ->
    [one] risposta di { $company }, una volta ({ $place })
   *[other] risposta di { $company }, { $number } volte ({ $place })
}
sharing-told-notice = informativa di { $company }: { $role } ({ $source }, letta il { $date })
report-colophon-plain = Fatto da habeas il { $date }, sul tuo computer, dai file che hai ricevuto. Nulla è stato inviato altrove. Questa pagina constata fatti e non dà alcun giudizio giuridico. Fatti { $fingerprint }.
