# Che cosa significa un’osservazione, una frase per codice. Nessun argomento è mai un valore dei dati.
finding-archive-damaged = L’archivio è danneggiato; è stato letto ciò che si poteva ancora raggiungere. Scaricalo o chiedilo di nuovo.
finding-member-encrypted = Il file è cifrato e nessuna password data lo apre. Indica la sua password con --password-file.
finding-member-unreadable = I byte del file non si sono potuti leggere, o non fino alla fine: sono danneggiati o compressi con un metodo sconosciuto.
finding-archive-unread = Il file è un archivio di un tipo che qui non si legge ({ $kind }): nulla di ciò che contiene è stato guardato. Prima decomprimilo, poi importa la cartella.
finding-mailbox-unread = Il file è una casella di posta di un tipo che qui non si legge ({ $kind }): nulla di ciò che contiene è stato guardato. Salva i suoi messaggi come .eml o .mbox, poi importali.
finding-page-for-archive = Il file ha il nome di un archivio ed è una pagina web, come quella che chiede di accedere o dice che un link è scaduto. Scarica di nuovo l’archivio.
finding-duplicate-name = File nell’archivio con questo stesso nome: { $count }; sono stati letti tutti.
finding-duplicate-content = Gli stessi byte di { $original }; contato una volta sola.
finding-unsafe-path = Il percorso del file cerca di uscire dall’archivio; è solo mostrato, mai usato.
finding-link-not-followed = È un collegamento ad altro; non è stato seguito.
finding-not-a-file = Non è un file, ma un canale o un dispositivo; non è stato letto.
finding-member-overlap = Il file condivide i suoi byte con un altro, come in un archivio fatto per sopraffare chi legge; non è stato letto.
finding-folder-with-data = L’archivio la chiama cartella, ma contiene dati; è stata presa come file.
finding-limit-reached = { $limit ->
    [members] L’archivio contiene più di { $max } file; il resto non è stato letto.
    [name-bytes] Il nome del file supera { $max } byte; il file non è stato letto.
    [depth] Gli archivi sono annidati oltre { $max } volte; questo non è stato aperto.
    [folder-depth] Le cartelle sono annidate oltre { $max } volte; questa non è stata aperta.
    [member-bytes] Il file decompresso supera { $max } MiB; la lettura si è fermata lì.
    [import-bytes] L’intera risposta decompressa supera { $max } MiB; la lettura si è fermata lì.
    [nested-bytes] Gli archivi dentro l’archivio richiedono più di { $max } MiB di memoria; questo non è stato aperto.
    [ratio] Il file si decomprime a più di { $max } volte la sua dimensione, come una bomba; la lettura si è fermata lì.
    [record-bytes] Una riga supera { $max } MiB; è stata tralasciata.
    [row-fields] Una riga ha più di { $max } campi; quelli oltre sono stati tralasciati.
    [string-bytes] Un testo supera { $max } MiB; la lettura si è fermata lì.
    [json-depth] I valori sono annidati oltre { $max } volte; la lettura si è fermata lì.
    [workbook-bytes] La cartella di lavoro supera { $max } MiB; non è stata letta.
    [workbook-parts] Una parte della cartella di lavoro decompressa supera { $max } MiB; non è stata letta.
    [workbook-texts] La cartella di lavoro elenca più di { $max } testi, o dice di farlo; non è stata letta.
    [workbook-cell] Una cella della cartella di lavoro supera { $max } MiB; non è stata letta.
    [workbook-cells] Le celle della cartella di lavoro, con quelle ripetute, sono più di { $max }; non è stata letta.
    [workbook-rows] La cartella ha più di { $max } celle, comprese quelle vuote intermedie; righe tralasciate: { $left }.
    [workbook-columns] Una riga della cartella di lavoro va oltre { $max } colonne; non è stata letta.
    [workbook-repeated] I testi della cartella di lavoro, con quelli ripetuti, richiedono più di { $max } MiB; non è stata letta.
    [workbook-ratio] Una parte della cartella di lavoro si decomprime a più di { $max } volte la sua dimensione, come una bomba; non è stata letta.
    [pdf-bytes] Il documento supera { $max } MiB; non è stato letto.
    [pdf-pages] Il documento ha più di { $max } pagine; il resto non è stato letto.
    [pdf-text] Le pagine contengono più di { $max } MiB di testo; il resto non è stato letto.
    [pdf-filters] Una parte del documento è compressa più volte, come una bomba; non è stato letto.
    [pdf-unpacked] Il documento decompresso supera { $max } MiB; non è stato letto.
    [pdf-old-packing] Il documento ha più di { $max } KiB in una vecchia compressione di cui non si conosce prima la dimensione; non è stato letto.
    [pdf-stream] Una parte del documento decompressa supera { $max } MiB; non è stato letto.
    [pdf-ratio] Una parte del documento si decomprime a più di { $max } volte la sua dimensione, come una bomba; non è stato letto.
    [xml-depth] Gli elementi sono annidati oltre { $max } volte; la lettura si è fermata lì.
    [mails] La casella contiene più di { $max } messaggi; il resto non è stato letto.
    [mail-bytes] Il messaggio supera { $max } MiB; non è stato letto.
    [mail-files] La cartella contiene più di { $max } messaggi; il resto non è stato letto.
    [mail-text] Il testo del messaggio supera { $max } KiB; il resto non è stato letto.
    [mail-attachments] Il messaggio ha più di { $max } file; il resto non è stato letto.
    [record-text] Un testo della scheda supera { $max } caratteri o righe; la scheda è stata tralasciata.
    [record-names] La scheda ha più di { $max } nomi; il resto è stato tralasciato.
    [directory-records] L’elenco ha più di { $max } schede; il resto è stato tralasciato.
   *[other] È stato raggiunto un limite ({ $limit }: { $max }); la lettura si è fermata lì.
} { $flag ->
    [none] Questo limite non si può alzare.
   *[other] L’opzione { $flag } lo alza.
}
finding-not-the-format = Il file si chiama { $format } ma non lo è, o è troppo danneggiato per essere letto come tale.
finding-cut-short = Il file finisce a metà; è stato letto ciò che stava prima. Scaricalo o chiedilo di nuovo.
finding-malformed = Il file viola qui le regole del suo formato; è stato letto ciò che stava prima.
finding-sheet-unreadable = Il foglio «{ $sheet }» non si è potuto leggere fino alla fine; è stato letto ciò che stava prima.
finding-bad-encoding = Punti del file che non sono testo valido: { $count }; ciascuno è stato sostituito da un segno.
finding-encoding-unsure = Il file non dice come sono codificate le sue lettere, e troppo poche lo rivelano: letto come { $encoding }, forse { $other }. Se i nomi sembrano sbagliati, chiedi il file in UTF-8.
finding-ragged-row = Celle nella riga: { $found }, nell’intestazione: { $expected }; sono state tenute tutte.
finding-quote-unclosed = Qui si apre una virgoletta che non si chiude, perciò le righe seguenti possono essere divise male; ogni linea è stata letta come riga a sé e nessuna è stata tralasciata. Chiedi di nuovo il file se manca qualcosa.
finding-row-unreadable = La riga non si è potuta leggere e non conta come registrazione.
finding-part-unreadable = La riga non si è potuta leggere e non conta come registrazione; { $bytes } byte sono stati saltati fino alla prossima riga leggibile.
finding-rest-unread = Gli ultimi { $bytes } byte del file non si sono potuti leggere.
finding-not-strict = Il file non rispetta tutte le regole del suo formato (punti: { $count }); è stato letto comunque, nulla è stato tralasciato.
finding-duplicate-key = La stessa chiave compare due volte; entrambi i valori sono stati tenuti.
finding-header-repeated = L’intestazione ricompare fra le righe: { $count } volte, non contate come righe.
finding-no-text = Le pagine non contengono testo leggibile, come lettere scansionate: guardale tu.
finding-nul-bytes = Byte nulli tolti dal testo: { $count }.
finding-date-unreadable = La data in «{ $column }» non ha nessuna forma nota; il suo testo è stato tenuto.
finding-amount-unreadable = L’importo in «{ $column }» non ha nessuna forma nota; il suo testo è stato tenuto.
finding-amount-ambiguous = Gli importi in «{ $column }» possono essere migliaia o avere tre decimali (importi: { $count }); sono stati letti come migliaia, perché il denaro ha di rado tre decimali.
finding-order-undone = «{ $column }» dice che degli ordini sono stati annullati, rimborsati o mai pagati (righe: { $count }); i loro importi non sono nelle somme.
finding-refund-taken-off = «{ $column }» dice che del denaro è stato rimborsato (righe: { $count }); è tolto da ciò che gli ordini sono costati.
finding-refund-not-taken-off = «{ $column }» dice che una parte del prezzo di ordini è stata rimborsata (righe: { $count }); le somme non la tolgono, perché gli importi possono già tenerne conto.
finding-total-may-repeat = Righe dello stesso ordine hanno lo stesso importo in «{ $column }» (righe: { $count }); ognuna è contata, anche se può essere quello dell’intero ordine.
finding-total-of-list = Un totale e gli importi che somma stanno nello stesso file; sono contati una volta sola.
finding-order-undone-elsewhere = Degli ordini di questa tabella sono stati annullati o rimborsati, come dice un’altra tabella della risposta (ordini: { $count }); i loro importi non sono nelle somme.
finding-order-counted-once = Degli ordini stanno in più tabelle della risposta (ordini: { $count }); il loro importo è contato una volta sola.
finding-date-ambiguous = Nulla in «{ $column }» distingue il giorno dal mese (date: { $count }); il testo è stato tenuto, nessuna data è stata indovinata.
finding-column-changes = Più in basso, «{ $column }» contiene altri valori rispetto alle prime righe; il testo è stato tenuto così com’è, senza interpretarlo.
finding-layout-drift = Le colonne del file sono cambiate. Mancano: { $missing ->
    [none] nessuna
   *[other] { $missing }
}. Nuove: { $added ->
    [none] nessuna
   *[other] { $added }
}.
finding-layout-unknown = Un file dal nome noto ha una struttura che non conosciamo; è stato letto senza descrizione. Mancano: { $missing }
finding-total-row = Una riga che somma soltanto altre righe, o che dice un saldo o l’imposta compresa; non è contata di nuovo.
finding-says-nothing-held = Una frase al posto dei dati: dicono che non ce ne sono.
finding-announced-absent = La loro informativa annuncia dati di questo tipo, e non ne sono arrivati: { $category }
finding-file-absent = Manca un file che le risposte di questa impresa di solito contengono.
finding-received-empty = Ricevuto e vuoto: questo file non contiene dati.
finding-imported-before = Lo stesso file è già stato letto, come { $import }.
finding-several-companies = Qui ci sono risposte di più imprese: { $companies }. Ogni parte è stata letta come della sua impresa; leggile da sole per avere una relazione di ciascuna.
finding-other-company = Sembra la risposta di un’impresa diversa da { $company }, di cui tratta la pratica.
