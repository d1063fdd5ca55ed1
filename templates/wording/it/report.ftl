# La relazione. Prima la prima pagina: parole semplici, nessun gergo.
report-title = Che cosa { $company } conserva su di te
report-title-unknown = Che cosa contiene su di te questa risposta
report-eyebrow = La tua relazione, { $date }
report-lead = { $company } ti ha inviato { $files }, con { $records } su di te.
report-lead-nothing = { $company } ti ha inviato { $files }. Non vi si è potuto leggere nulla su di te.
report-lead-beside = { $count ->
    [one] Un altro è una copia di uno di questi o un file di un sistema operativo.
   *[other] Altri { $number } sono copie di questi o file di un sistema operativo.
}
report-lead-orders = Alcuni ordini compaiono in più file: l’importo è contato una volta, i dati in ciascuno.
report-they = L’impresa
report-controller = Di questi dati risponde per legge { $controller }.
report-files = { $count ->
    [one] 1 file
   *[other] { $number } file
}
report-records = { $count ->
    [one] 1 informazione
   *[other] { $number } informazioni
}
report-span = Periodo: { $since } – { $until }.
report-span-one = Data: { $since }.
report-figure-records = { $count ->
    [one] informazione
   *[other] informazioni
}
report-figure-categories = { $count ->
    [one] tipo di dati
   *[other] tipi di dati
}
report-figure-since = l’anno della più vecchia
report-figure-files = { $count ->
    [one] file ricevuto
   *[other] file ricevuti
}
report-facts-title = Che cosa spicca
report-at-least = { $number }+
report-see = Vedi
report-examples = Per esempio { $examples }.
report-segment-about = Un segmento è un gruppo di persone in cui un’azienda ti colloca; queste etichette sono sue, non spiegate.
report-quote = «{ $text }»
list-next = { $list }; { $next }
report-more = { $count ->
    [one] e 1 altro
   *[other] e altri { $number }
}
report-fact-inferences = { $count ->
    [one] conclusione su di te: un gruppo in cui ti mettono, un punteggio o una previsione.
   *[other] conclusioni su di te: gruppi in cui ti mettono, punteggi o previsioni.
}
report-fact-recipients = { $count ->
    [one] impresa o app ha ricevuto i tuoi dati, o ti raggiunge per mezzo loro.
   *[other] imprese o app hanno ricevuto i tuoi dati, o ti raggiungono per mezzo loro.
}
report-fact-special = { $count ->
    [one] informazione su un tema che la legge protegge in modo speciale: salute, convinzioni, origine, vita intima.
   *[other] informazioni su temi che la legge protegge in modo speciale: salute, convinzioni, origine, vita intima.
}
report-fact-others = { $count ->
    [one] informazione che riguarda anche qualcun altro.
   *[other] informazioni che riguardano anche altre persone.
}
report-fact-profiles = { $count ->
    [one] profilo in questo account.
   *[other] profili in questo account: guarda qual è il tuo; gli altri sono probabilmente di altre persone, per esempio di casa tua.
}
report-fact-oldest = è fin dove arriva la loro memoria di te: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] ricerca conservata parola per parola.
   *[other] ricerche conservate parola per parola.
}
report-fact-places = { $count ->
    [one] luogo collegato a te.
   *[other] luoghi collegati a te.
}
report-fact-obtained = { $count ->
    [one] informazione che viene da qualcuno diverso da te.
   *[other] informazioni che vengono da qualcuno diverso da te.
}
report-fact-ip-addresses = { $count ->
    [one] indirizzo internet da cui ti hanno visto.
   *[other] indirizzi internet da cui ti hanno visto.
}
report-fact-identifiers = { $count ->
    [one] numero o codice da cui ti riconoscono.
   *[other] numeri o codici da cui ti riconoscono.
}
report-fact-devices = { $count ->
    [one] apparecchio o programma che hai usato.
   *[other] apparecchi o programmi che hai usato.
}
report-fact-spending = { $count ->
    [one] è l’importo annotato per 1 acquisto.
   *[other] è la somma dei { $number } importi annotati nei tuoi acquisti.
}
report-missing-title = Che cosa manca
report-missing-points = { $count ->
    [one] Delle { $all } cose che una risposta deve dirti per legge, 1 non vi è stata trovata.
   *[other] Delle { $all } cose che una risposta deve dirti per legge, { $number } non vi sono state trovate.
}
report-missing-categories = Annunciato dall’impresa e non trovato: { $categories }.
report-missing-empty = { $count ->
    [one] 1 file è arrivato vuoto: non contiene dati.
   *[other] { $number } file sono arrivati vuoti: non contengono dati.
}
report-missing-refused = { $count ->
    [one] 1 file non si è potuto aprire.
   *[other] { $number } file non si sono potuti aprire.
}
report-missing-files = { $count ->
    [one] 1 file che di solito accompagna le risposte di questa impresa non c’è.
   *[other] { $number } file che di solito accompagnano le risposte di questa impresa non ci sono.
}
report-missing-nothing = Nulla di ciò che questa pagina cerca.
report-next-title = Che cosa fare ora
report-step-command = Prosegui con la tua richiesta. Scrivi:
report-step-whole-case = Guarda tutto ciò che hanno inviato su una sola pagina. Scrivi:
report-step-ask-missing = { $count ->
    [one] Scrivi di nuovo e chiedi il punto che non è stato trovato.
   *[other] Scrivi di nuovo e chiedi i { $number } punti che non sono stati trovati.
}
report-step-read-documents = { $count ->
    [one] Leggi il documento allegato: questa pagina non giudica le lettere, e qualcosa che manca può trovarsi lì.
   *[other] Leggi i { $number } documenti allegati: questa pagina non giudica le lettere, e qualcosa che manca può trovarsi lì.
}
report-step-unpack = { $count ->
    [one] Decomprimi il file che qui non si legge, poi importa la cartella.
   *[other] Decomprimi i { $number } file che qui non si leggono, poi importa la cartella.
}
report-step-ask-readable = { $count ->
    [one] Chiedi in forma leggibile il file che non si è potuto aprire.
   *[other] Chiedi in forma leggibile i { $number } file che non si sono potuti aprire.
}
report-step-keep-originals = Conserva i file esattamente come sono arrivati: sono la tua prova.
report-case = Pratica { $reference }: { $right } ({ $article })
report-case-sent = inviata: { $date }
report-case-received = risposta: { $date }
report-case-due = scadenza: { $date }
report-imports-all = La risposta è arrivata in più parti, qui sommate: { $imports }. Ciò che sta in due di esse conta due volte.
report-imports-one = Questa pagina mostra una parte di ciò che hanno inviato: { $imports }. Altra parte: { $others }. Ciò che manca è valutato sull’insieme.
report-imports-left-out = Tralasciato, perché un’altra parte lo contiene per intero: { $imports }.
report-case-overdue = { $count ->
    [one] 1 giorno di ritardo
   *[other] { $number } giorni di ritardo
}

# Intorno alle sezioni.
report-skip = Vai alla relazione
report-contents = In questa relazione
report-filter = Cerca in questa tabella:
report-filter-matches = Righe mostrate:
report-sort = Ordina per questa colonna
report-chart-figures = Le cifre
report-colophon = Fatto da habeas ({ $date }), sul tuo computer, a partire dai file che hai ricevuto. Nulla è stato inviato da nessuna parte. Ciò che è «non trovato nella risposta» può esistere altrove: questa pagina constata fatti e non dà alcun giudizio giuridico. Fatti { $fingerprint }.
report-shown-of = Mostrati { $shown } su { $all }.
report-percent = { $number }%
report-moment = { $date }, { $time } { $zone }
report-month = { $month } { $year }
report-article = art. { $article } del GDPR
report-article-ch = art. { $article } LPD
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: vedi la pagina completa.
report-place = { $file }, { $position }
position-row = riga { $row }
position-sheet = foglio { $sheet }, riga { $row }
position-entry = voce { $number }
position-entry-of = voce { $number } di { $list }
position-entry-at = voce { $number } ({ $path })
position-path = voce { $path }
report-country = { $code } ({ $name })
position-line = riga { $line }
report-read-from = Letto da:
report-received-caption = I file con le loro impronte
report-findings-caption = Osservazioni, prima le più gravi
report-ledger-rows-all = { $count ->
    [one] Vi è stata trovata 1 riga di dati, letta come registrazione.
   *[other] Vi sono state trovate { $number } righe di dati, tutte lette come registrazioni.
}
bytes = { $count ->
    [one] 1 byte
   *[other] { $number } byte
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $amount } { $symbol }
money-code = { $amount } { $code }
money-unknown = { $amount } (valuta non indicata)

# Colonne.
report-column-entry = Voce
report-column-mentions = Menzioni
report-column-first = Prima
report-column-last = Ultima
report-column-among = Nominata tra
report-column-place = Si trova in
report-column-origin = Origine
report-column-company = Impresa
report-column-role = Per che cosa
report-column-in-answer = Nella risposta
report-column-announced-in = Annunciato in
report-column-period = Periodo
report-column-records = Registrazioni
report-column-state = Stato
report-column-meaning = Che cosa significa
report-column-files = File
report-column-share = Quota
report-column-file = File
report-column-format = Tipo di file
report-column-category = Tipo di dati
report-column-rows = Righe di dati
report-column-size = Dimensione
report-column-sha256 = Impronta
report-column-remark = Osservazione
report-column-severity = Gravità
report-column-count = Volte

# Che cosa hanno concluso.
report-conclusions = Che cosa hanno concluso su di te
report-conclusions-lead = { $count ->
    [one] La risposta contiene 1 conclusione su di te.
   *[other] La risposta contiene { $number } conclusioni diverse su di te.
}
report-conclusions-none = Nella risposta non è stato trovato nessun segmento, punteggio o previsione.
report-conclusions-about = Segmenti, punteggi, previsioni. Di regola non l’hai mai detto tu: è stato ricavato da ciò che hai fatto, o preso da altri.
report-list-in-rows = Vedi le righe di «{ $category }»: il loro contenuto non si è potuto elencare qui.
report-list-beyond = { $count ->
    [one] L’elenco era pieno: 1 altra menzione è stata contata e non elencata.
   *[other] L’elenco era pieno: altre { $number } menzioni sono state contate e non elencate.
}

# Chi altro li ha.
report-sharing = Chi altro ha i tuoi dati
report-recipients-lead = { $count ->
    [one] La risposta nomina 1 impresa o app che ha ricevuto i tuoi dati o ti raggiunge per mezzo loro.
   *[other] La risposta nomina { $number } imprese o app che hanno ricevuto i tuoi dati o ti raggiungono per mezzo loro.
}
report-recipients-none = La risposta non nomina nessun destinatario.
report-list-in-letter = I file non ne nominano; ciò che dice la lettera è alla voce «{ $section }».
report-announced = Rispetto a ciò che hanno annunciato
report-announced-lead = { $count ->
    [one] Annunciano 1 destinatario; la risposta ne nomina { $named }.
   *[other] Annunciano { $number } destinatari; la risposta ne nomina { $named }.
}
report-announced-others = { $count ->
    [one] 1 impresa nella risposta non è fra quelle annunciate.
   *[other] { $number } imprese nella risposta non sono fra quelle annunciate.
}
report-announced-caption = Destinatari annunciati
report-announced-not-found = non trovato nella risposta
report-announced-source = { $source } (letto: { $date })
report-sources = Da dove hanno avuto dati su di te
report-sources-lead = { $count ->
    [one] La risposta nomina 1 fonte.
   *[other] La risposta nomina { $number } fonti.
}
report-sources-none = La risposta non nomina nessuna fonte.
recipient-role-advertising = pubblicità
recipient-role-affiliate = impresa dello stesso gruppo
recipient-role-delivery = consegna
recipient-role-measurement = misurazione del pubblico
recipient-role-payment = pagamento e credito
recipient-role-seller = venditore sulla piattaforma
recipient-role-support = assistenza clienti
recipient-role-technical = hosting e altri servizi tecnici

# Che cosa conservano.
report-holdings = Che cosa conservano, tipo per tipo
report-holdings-lead = { $count ->
    [one] Ciò che si è potuto leggere appartiene a 1 tipo di dati.
   *[other] Ciò che si è potuto leggere appartiene a { $number } tipi di dati.
}
report-holdings-none = In questa risposta non si è potuta leggere nessuna registrazione.
report-holdings-about = Una registrazione è una riga dei loro file: un ordine, una ricerca, un accesso. Ogni tabella nomina il file e la riga, perché tu possa cercarla in ciò che hai ricevuto.
report-category-lead = { $count ->
    [one] 1 registrazione.
   *[other] { $number } registrazioni.
}
report-time-title = Registrazioni nel tempo
report-time-description = { $count ->
    [one] { $from } – { $to }. Barra più alta: 1 ({ $peak }).
   *[other] { $from } – { $to }. Barra più alta: { $number } ({ $peak }).
}
report-origin-title = Da dove vengono
report-kinds = Che cosa sono
report-sum = Somma degli importi
report-amounts = { $count ->
    [one] 1 importo
   *[other] { $number } importi
}
report-undated = Senza una data utilizzabile
report-rows-caption = { $count ->
    [one] La prima riga, come sta in { $file }
   *[other] Le prime { $number } righe, come stanno in { $file }
}
report-columns-left = { $count ->
    [one] Il file ha 1 altra colonna.
   *[other] Il file ha altre { $number } colonne.
}
report-searches = Che cosa hai cercato
report-searches-lead = { $count ->
    [one] 1 ricerca è conservata parola per parola.
   *[other] { $number } ricerche diverse sono conservate parola per parola.
}
report-searches-none = Nella risposta non è stata trovata nessuna ricerca.

# Che cosa ti segue.
report-traces = Numeri, apparecchi e luoghi che portano a te
report-traces-about = Ti seguono da una visita all’altra e possono unire ciò che imprese diverse sanno.
report-identifier-lead = { $count ->
    [one] 1 numero o codice da cui ti riconoscono.
   *[other] { $number } numeri o codici da cui ti riconoscono.
}
report-identifier-none = Nella risposta non è stato trovato nessun identificativo.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 identificativo, in un elenco a parte
   *[other] { $kind }: { $number } identificativi, in un elenco a parte
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: l’identificativo
   *[other] { $kind }: i { $number } identificativi, uno per uno
}
report-device-lead = { $count ->
    [one] 1 apparecchio, browser o programma.
   *[other] { $number } apparecchi, browser o programmi.
}
report-device-none = Nella risposta non è stato trovato nessun apparecchio.
report-ip-address-lead = { $count ->
    [one] 1 indirizzo internet da cui ti hanno visto.
   *[other] { $number } indirizzi internet da cui ti hanno visto.
}
report-ip-address-none = Nella risposta non è stato trovato nessun indirizzo internet.
report-location-lead = { $count ->
    [one] 1 luogo.
   *[other] { $number } luoghi.
}
report-location-numbers = Alcuni luoghi sono dati con due numeri, in gradi: la latitudine (verso nord) e la longitudine (verso est). Scritti in una mappa, prima la latitudine, mostrano il luogo. Se il nome di una colonna finisce in E7, dividi prima per 10.000.000.
report-location-none = Nella risposta non è stato trovato nessun luogo.

# Dati sensibili e altre persone.
report-sensitive = Dati sensibili e altre persone
report-special = Dati con protezione speciale
report-special-lead = { $count ->
    [one] 1 registrazione è segnata perché tocca un tema con protezione speciale.
   *[other] { $number } registrazioni sono segnate perché toccano temi con protezione speciale.
}
report-special-none = Nessuna registrazione è segnata perché tocca un tema con protezione speciale.
report-special-about = Salute, vita sessuale, religione, opinioni politiche, appartenenza sindacale, origine, geni, tratti del corpo che identificano (art. 9 del GDPR); condanne penali (art. 10). Il segno si basa sui nomi di file e colonne; controlla tu.
report-others = Altre persone
report-others-lead = { $count ->
    [one] 1 registrazione riguarda anche qualcun altro.
   *[other] { $number } registrazioni riguardano anche altre persone.
}
report-others-none = Nessuna registrazione è segnata come riguardante altre persone.
report-others-about = Chi riceve regali, famiglia, contatti, venditori. Pensa a loro prima di mostrare questa relazione a qualcuno.
report-profile-lead = { $count ->
    [one] L’account ha un solo profilo.
   *[other] L’account ha { $number } profili.
}
report-profile-others = { $count ->
    [one] 1 dato sta sotto un profilo diverso dal più usato. Guarda qual è il tuo: ciò che sta sotto gli altri riguarda probabilmente altre persone, per esempio di casa tua.
   *[other] { $number } dati stanno sotto profili diversi dal più usato. Guarda qual è il tuo: ciò che sta sotto gli altri riguarda probabilmente altre persone, per esempio di casa tua.
}

# Che cosa manca.
report-points = Che cosa deve dirti una risposta di accesso
report-points-lead = { $count ->
    [0] Nella risposta sono state trovate tracce di tutti i { $all } punti.
    [one] 1 punto su { $all } non è stato trovato nella risposta.
   *[other] { $number } punti su { $all } non sono stati trovati nella risposta.
}
report-points-about = «Non trovato» riguarda i dati e le lettere che sono stati letti. Un documento elencato sotto può dirlo comunque. Le frasi le legge un programma: se una basta, sta a te giudicarlo (habeas audit).
presence-found = trovato
report-point-judged = giudicato da te
report-point-contradicted = { $quote } – i dati dicono altro
report-letters-read = Lettere lette per questi punti
presence-partly = trovato in parte
presence-vague = solo in termini generali
presence-not-found = non trovato nella risposta
report-absent = Annunciato e non trovato
report-absent-about = La loro informativa dice che conservano questi tipi di dati. Nella risposta non se ne è trovata nessuna registrazione.
report-empty = Ricevuto vuoto
report-empty-about = Questi file non contengono dati: sono vuoti o dicono che non ce ne sono. Anche questa è una risposta.
report-refused = Impossibile da aprire
report-refused-about = In questi file può esserci qualunque cosa. Le osservazioni alla fine dicono perché non si sono potuti leggere.
report-absent-files = Di solito c’è, qui manca
report-absent-files-about = Altre risposte di questa impresa contengono questi file.
report-documents = Documenti da leggere tu
report-documents-about = Sono scritti per le persone. Ciò che sopra non è stato trovato può trovarsi lì.

# Ogni file.
report-ledger = Ogni file, e che cosa ne è stato
report-ledger-lead = { $count ->
    [0] La risposta non ha nessun file.
    [one] La risposta ha 1 file. Ecco che cosa ne è stato.
   *[other] La risposta ha { $number } file. Ecco che cosa ne è stato di ciascuno.
}
report-ledger-beside = { $count ->
    [one] 1 di essi non dice nulla di te: un residuo del computer che ha preparato l’invio o una pagina che lo spiega. La prima pagina conta gli altri: { $counted }.
   *[other] { $number } di essi non dicono nulla di te: residui del computer che ha preparato l’invio o pagine che lo spiegano. La prima pagina conta gli altri: { $counted }.
}
report-ledger-rows = { $count ->
    [0] Non vi è stata trovata nessuna riga di dati.
    [one] Vi è stata trovata 1 riga di dati: { $records } letta come registrazione, { $unread } rimasta come osservazione.
   *[other] Vi sono state trovate { $number } righe di dati: { $records } lette come registrazioni, { $unread } rimaste come osservazioni.
}
report-ledger-broken = Le somme di questa lettura non concordano. Segnalalo come errore del programma.
report-ledger-all = Tutti i file
report-states-caption = Che cosa ne è stato dei file
report-files-caption = { $count ->
    [one] Il file
   *[other] Tutti i { $number } file, uno per uno
}
report-files-about = Una riga di dati è una voce di un file. Ciascuna è stata letta come registrazione di questa relazione, o sta nelle osservazioni alla fine.
report-received = Che cosa hai ricevuto
report-received-about = Un’impronta si calcola da ogni carattere di un file: se uno cambia, l’impronta è un’altra. Così chiunque può controllare, anche dopo anni, che un file sia quello da cui viene questa relazione. Il metodo si chiama SHA-256.
report-usual = Che cosa questa impresa di solito omette
report-usual-about = Manca ciò che altre risposte di questa impresa, la sua informativa o quanto è stato pubblicato fanno aspettare. Guarda se c’è; se non c’è, puoi chiederlo.
report-explained-file = Che cosa dice l’impresa di questo file
report-recognised = Riconosciuta come risposta di { $company }, con sicurezza { $confidence }, da:
report-recognised-not = Dai file non è stata riconosciuta nessuna impresa.
state-mapped = letto, file noto
state-mapped-about = Il programma conosce questo file di questa impresa.
state-generic = letto, file non noto
state-generic-about = Nessuno ha ancora descritto questo file; date, importi e tipi sono stati ricavati da nomi e valori.
state-opaque = solo elencato
state-opaque-about = Un’immagine, un film, un documento: elencato e non letto come dati.
state-refused = impossibile da leggere
state-refused-about = Danneggiato, chiuso da una password o oltre un limite di sicurezza.
state-ignored = non ne fa parte
state-ignored-about = Tracce di un sistema operativo, spiegazioni, copie di un altro file.
state-empty = ricevuto vuoto
state-empty-about = Dentro non c’è nulla.

# Osservazioni.
report-findings = Osservazioni sui file
report-findings-lead = { $count ->
    [one] Durante la lettura è stata fatta 1 osservazione.
   *[other] Durante la lettura sono state fatte { $number } osservazioni, raggruppate per ciò che dicono.
}
report-findings-none = Tutto è stato letto senza osservazioni.
report-findings-unlisted = { $count ->
    [one] 1 altra osservazione è stata contata e non elencata.
   *[other] Altre { $number } osservazioni sono state contate e non elencate.
}
severity-note = nota
severity-warning = avviso
severity-problem = problema

# Che cosa sono le voci degli elenchi.
role-inference = Conclusioni
role-recipient = Destinatari
role-source = Fonti
role-identifier = Identificativi
role-device = Apparecchi e programmi
role-ip-address = Indirizzi internet (IP)
role-location = Luoghi
role-profile = Profili dell’account
role-query = Ricerche

# Copiare comandi, e che cosa fare dopo una sezione.
report-copy = Copia
report-copied = Copiato
report-action-objection = Puoi opporti a ciò che hanno concluso:
report-action-automated-decision = Ha deciso qualcosa un programma da solo? Chiedi che lo guardi una persona:
report-action-marketing-objection = Puoi far cessare la pubblicità con i tuoi dati:
report-action-rectification = Qualcosa è sbagliato? Fallo rettificare:
report-action-erasure = Puoi far cancellare dati; nella lettera scegli quali:
report-action-tracking = Puoi chiedere che cosa conservano sul tuo browser e sui tuoi apparecchi:
report-action-restriction = Puoi far limitare il trattamento di questi dati finché sono contestati:
report-action-access = Chiedi di nuovo e nomina ciò che manca:
report-action-rows = Queste sono le prime righe; qui ci sono tutte:
report-action-look = Il segno si basa sui nomi; cerca tu una parola, un nome, una malattia:
report-action-export = Tutte le righe, come tabelle per altri programmi:
report-action-describe = Un file è stato frainteso? Descrivilo:
report-action-find = Cerca l’azienda, per poterle scrivere:
report-action-audit = Controlla i punti che ha letto un programma e correggili:
report-action-follow-up = Chiedi ciò che manca:

# Che cosa sta al posto di ciò che identifica qualcuno.
pseudonym-inference = conclusione { $number }
pseudonym-recipient = impresa { $number }
pseudonym-source = fonte { $number }
pseudonym-profile = profilo { $number }
pseudonym-identifier = identificativo { $number }
pseudonym-device = apparecchio { $number }
pseudonym-ip-address = indirizzo { $number }
pseudonym-location = luogo { $number }
pseudonym-query = ricerca { $number }
pseudonym-value = valore { $number }
pseudonym-field = campo { $number }
pseudonym-file = file { $number }

# Codici che nessuno spiega, e ciò che è più vecchio di quanto detto.
report-unexplained = non spiegato dall’impresa
report-unexplained-kind = Né i nomi né i valori dicono che cosa sia, e l’impresa non lo spiega. Puoi chiederlo.
report-unexplained-columns = { $count ->
    [one] 1 colonna contiene codici che l’impresa non spiega; è segnata nella tabella. Puoi chiedere che cosa significano.
   *[other] { $number } colonne contengono codici che l’impresa non spiega; sono segnate nelle tabelle. Puoi chiedere che cosa significano.
}
report-conclusions-codes = { $count ->
    [one] 1 di queste è un codice o un’etichetta che l’impresa non spiega. Puoi chiedere che cosa significa.
   *[other] { $number } di queste sono codici o etichette che l’impresa non spiega. Puoi chiedere che cosa significano.
}
report-log-ins = Accessi e sicurezza
report-log-ins-lead = { $count ->
    [one] 1 accesso o altra traccia conservata per sicurezza.
   *[other] { $number } accessi e altre tracce conservate per sicurezza.
}
report-unannounced = Conservati, ma non fra i tipi di dati che annuncia la loro informativa: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 lettera è in una lingua che qui non si legge: ciò che sembra mancare può trovarsi lì.
   *[other] { $number } lettere sono in una lingua che qui non si legge: ciò che sembra mancare può trovarsi lì.
}
report-missing-older = { $count ->
    [one] 1 informazione è più vecchia di quanto dicono di conservare i dati.
   *[other] { $number } informazioni sono più vecchie di quanto dicono di conservare i dati.
}
report-retention = Per quanto tempo dicono di conservarli
report-retention-lead = { $count ->
    [0] Nulla di ciò che è arrivato è più vecchio del periodo più lungo di questa frase (prima di questa data: { $since }).
    [one] 1 registrazione è anteriore a questa data ({ $since }), e quindi più vecchia del periodo più lungo di questa frase.
   *[other] { $number } registrazioni sono anteriori a questa data ({ $since }), e quindi più vecchie del periodo più lungo di questa frase.
}
report-retention-older = { $records }, la più vecchia: { $first }
report-retention-about = Un periodo può cominciare dopo la registrazione, per esempio alla chiusura dell’account. Chiedi da quando si conta.

# Per anno, e quanto è sicura la lettura.
report-column-year = Anno
report-column-amounts = Importi
report-years = Per anno
report-year-unknown = senza una data utilizzabile
import-certainty-documented = La struttura è nota solo da descrizioni; chi l’ha scritta non ha visto nessuna risposta.
import-certainty-expected = Di questa impresa non è nota nessuna risposta; i suoi file sono letti secondo ciò che dicono le colonne.
