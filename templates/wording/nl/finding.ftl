# Wat een opmerking betekent, een zin per code. Geen argument is ooit een waarde uit de gegevens.
finding-archive-damaged = Het archief is beschadigd; wat nog te bereiken was, is gelezen. Download het opnieuw of vraag het opnieuw.
finding-member-encrypted = Het bestand is versleuteld en geen opgegeven wachtwoord opent het. Geef het wachtwoord met --password-file.
finding-member-unreadable = De bytes van het bestand konden niet of niet tot het einde worden gelezen: ze zijn beschadigd of met een onbekende methode ingepakt.
finding-archive-unread = Het bestand is een archief van een soort dat hier niet wordt gelezen ({ $kind }): niets erin is bekeken. Pak het eerst uit en importeer dan de map.
finding-mailbox-unread = Het bestand is een postvak van een soort dat hier niet wordt gelezen ({ $kind }): niets erin is bekeken. Bewaar de berichten als .eml of .mbox en importeer die dan.
finding-page-for-archive = Het bestand heet als een archief en is een webpagina, zoals een die vraagt om in te loggen of zegt dat een link is verlopen. Download het archief opnieuw.
finding-duplicate-name = Bestanden in het archief met deze zelfde naam: { $count }; alle zijn gelezen.
finding-duplicate-content = Dezelfde bytes als { $original }; één keer geteld.
finding-unsafe-path = Het pad van het bestand probeert het archief te verlaten; het wordt alleen getoond, nooit gebruikt.
finding-link-not-followed = Dit is een verwijzing naar iets anders; ze is niet gevolgd.
finding-not-a-file = Dit is geen bestand maar een kanaal of een apparaat; het is niet gelezen.
finding-member-overlap = Het bestand deelt zijn bytes met een ander, zoals in een archief dat een lezer moet overweldigen; het is niet gelezen.
finding-folder-with-data = Het archief noemt dit een map, maar er staan gegevens in; het is als bestand genomen.
finding-limit-reached = { $limit ->
    [members] Het archief bevat meer dan { $max } bestanden; de rest is niet gelezen.
    [name-bytes] De naam van het bestand is langer dan { $max } bytes; het bestand is niet gelezen.
    [depth] Archieven zitten meer dan { $max } diep in elkaar; dit is niet geopend.
    [folder-depth] Mappen zitten meer dan { $max } diep in elkaar; deze is niet geopend.
    [member-bytes] Het bestand is uitgepakt groter dan { $max } MiB; daar stopte het lezen.
    [import-bytes] Het hele antwoord is uitgepakt groter dan { $max } MiB; daar stopte het lezen.
    [nested-bytes] Archieven in het archief hebben meer dan { $max } MiB geheugen nodig; dit is niet geopend.
    [ratio] Het bestand wordt uitgepakt meer dan { $max } keer zo groot, als een archiefbom; daar stopte het lezen.
    [record-bytes] Een rij is groter dan { $max } MiB; ze is weggelaten.
    [row-fields] Een rij heeft meer dan { $max } velden; de verdere zijn weggelaten.
    [string-bytes] Een tekst is langer dan { $max } MiB; daar stopte het lezen.
    [json-depth] Waarden zitten meer dan { $max } diep in elkaar; daar stopte het lezen.
    [workbook-bytes] De werkmap is groter dan { $max } MiB; ze is niet gelezen.
    [workbook-parts] Een deel van de werkmap is uitgepakt groter dan { $max } MiB; ze is niet gelezen.
    [workbook-texts] De werkmap noemt meer dan { $max } teksten, of zegt dat; ze is niet gelezen.
    [workbook-cell] Een cel van de werkmap is langer dan { $max } MiB; de werkmap is niet gelezen.
    [workbook-cells] De cellen van de werkmap zijn met de herhaalde meer dan { $max }; ze is niet gelezen.
    [workbook-rows] De werkmap heeft meer dan { $max } cellen, de lege ertussen meegeteld; weggelaten rijen: { $left }.
    [workbook-columns] Een rij van de werkmap gaat verder dan { $max } kolommen; de werkmap is niet gelezen.
    [workbook-repeated] De teksten van de werkmap hebben met de herhaalde meer dan { $max } MiB nodig; ze is niet gelezen.
    [workbook-ratio] Een deel van de werkmap wordt uitgepakt meer dan { $max } keer zo groot, als een archiefbom; ze is niet gelezen.
    [pdf-bytes] Het document is groter dan { $max } MiB; het is niet gelezen.
    [pdf-pages] Het document heeft meer dan { $max } bladzijden; de rest is niet gelezen.
    [pdf-text] De bladzijden bevatten meer dan { $max } MiB tekst; de rest is niet gelezen.
    [pdf-filters] Een deel van het document is meermaals ingepakt, als een archiefbom; het is niet gelezen.
    [pdf-unpacked] Het document is uitgepakt groter dan { $max } MiB; het is niet gelezen.
    [pdf-old-packing] Het document heeft meer dan { $max } KiB in een oude methode waarvan de grootte niet vooraf bekend is; het is niet gelezen.
    [pdf-stream] Een deel van het document is uitgepakt groter dan { $max } MiB; het is niet gelezen.
    [pdf-ratio] Een deel van het document wordt uitgepakt meer dan { $max } keer zo groot, als een archiefbom; het is niet gelezen.
    [xml-depth] Elementen zitten meer dan { $max } diep in elkaar; daar stopte het lezen.
    [mails] De mailbox bevat meer dan { $max } e-mails; de rest is niet gelezen.
    [mail-bytes] De e-mail is groter dan { $max } MiB; ze is niet gelezen.
    [mail-files] De map bevat meer dan { $max } e-mails; de rest is niet gelezen.
    [mail-text] De tekst van de e-mail is langer dan { $max } KiB; de rest is niet gelezen.
    [mail-attachments] De e-mail heeft meer dan { $max } bestanden; de rest is niet gelezen.
    [record-text] Een tekst van de fiche is langer dan { $max } tekens of regels; de fiche is weggelaten.
    [record-names] De fiche heeft meer dan { $max } namen; de rest is weggelaten.
    [directory-records] De lijst heeft meer dan { $max } fiches; de rest is weggelaten.
   *[other] Een grens is bereikt ({ $limit }: { $max }); daar stopte het lezen.
} { $flag ->
    [none] Deze grens kan niet worden verhoogd.
   *[other] De optie { $flag } verhoogt haar.
}
finding-not-the-format = Het bestand heet { $format } maar is het niet, of is te beschadigd om zo te worden gelezen.
finding-cut-short = Het bestand houdt halverwege op; wat ervoor stond, is gelezen. Download het opnieuw of vraag het opnieuw.
finding-malformed = Het bestand breekt hier de regels van zijn formaat; wat ervoor stond, is gelezen.
finding-sheet-unreadable = Het blad “{ $sheet }” kon niet tot het einde worden gelezen; wat ervoor stond, is gelezen.
finding-bad-encoding = Plaatsen in het bestand die geen geldige tekst zijn: { $count }; elk is door een teken vervangen.
finding-encoding-unsure = Het bestand zegt niet hoe de letters zijn gecodeerd, en te weinig letters verraden het: gelezen als { $encoding }, misschien { $other }. Zien namen er fout uit, vraag het bestand dan in UTF-8.
finding-ragged-row = Cellen in de rij: { $found }, in de kop: { $expected }; alle zijn behouden.
finding-quote-unclosed = Hier opent een aanhalingsteken dat nooit sluit; de rijen erna kunnen verkeerd gesplitst zijn. Elke regel is als eigen rij gelezen en geen is weggelaten. Vraag het bestand opnieuw als er iets ontbreekt.
finding-row-unreadable = De rij kon niet worden gelezen en telt niet als record.
finding-part-unreadable = De rij kon niet worden gelezen en telt niet als record; { $bytes } bytes tot de volgende leesbare rij zijn overgeslagen.
finding-rest-unread = De laatste { $bytes } bytes van het bestand konden niet worden gelezen.
finding-not-strict = Het bestand houdt zich niet aan alle regels van zijn formaat (plaatsen: { $count }); het is toch gelezen, er is niets weggelaten.
finding-duplicate-key = Dezelfde sleutel staat er twee keer; beide waarden zijn behouden.
finding-header-repeated = De kop staat nog eens tussen de rijen: { $count } keer, niet als rijen geteld.
finding-no-text = De bladzijden bevatten geen leesbare tekst, zoals gescande brieven: bekijk ze zelf.
finding-nul-bytes = Nulbytes uit de tekst weggelaten: { $count }.
finding-date-unreadable = De datum in “{ $column }” heeft geen bekende vorm; de tekst is behouden.
finding-amount-unreadable = Het bedrag in “{ $column }” heeft geen bekende vorm; de tekst is behouden.
finding-amount-ambiguous = Bedragen in “{ $column }” kunnen duizendtallen of drie decimalen zijn (bedragen: { $count }); ze zijn gelezen als duizendtallen, want geld heeft zelden drie decimalen.
finding-order-undone = “{ $column }” zegt dat bestellingen zijn geannuleerd, terugbetaald of nooit betaald (rijen: { $count }); hun bedragen zitten niet in de totalen.
finding-refund-taken-off = “{ $column }” zegt dat geld is terugbetaald (rijen: { $count }); het is afgetrokken van wat de bestellingen kostten.
finding-refund-not-taken-off = “{ $column }” zegt dat een deel van de prijs van bestellingen is terugbetaald (rijen: { $count }); de totalen trekken het niet af, want de bedragen kunnen er al rekening mee houden.
finding-total-may-repeat = Rijen van dezelfde bestelling hebben hetzelfde bedrag in “{ $column }” (rijen: { $count }); elk is geteld, al kan het dat van de hele bestelling zijn.
finding-total-of-list = Een totaal en de bedragen die het optelt staan in één bestand; ze zijn één keer geteld.
finding-order-undone-elsewhere = Bestellingen van deze tabel zijn geannuleerd of terugbetaald, zoals een andere tabel van het antwoord zegt (bestellingen: { $count }); hun bedragen zitten niet in de totalen.
finding-order-counted-once = Bestellingen staan in meerdere tabellen van het antwoord (bestellingen: { $count }); hun geld is één keer geteld.
finding-date-ambiguous = Niets in “{ $column }” onderscheidt dag en maand (datums: { $count }); de tekst is behouden, er is geen datum geraden.
finding-column-changes = Verderop bevat “{ $column }” andere waarden dan in de eerste rijen; de tekst is ongewijzigd behouden en niet geduid.
finding-layout-drift = De kolommen van het bestand zijn veranderd. Ontbreekt: { $missing ->
    [none] geen
   *[other] { $missing }
}. Nieuw: { $added ->
    [none] geen
   *[other] { $added }
}.
finding-layout-unknown = Een bestand met een bekende naam heeft een onbekende opbouw; het is zonder beschrijving gelezen. Ontbreekt: { $missing }
finding-total-row = Een rij die alleen andere optelt, of een saldo of de inbegrepen belasting noemt; zij wordt niet nog eens geteld.
finding-says-nothing-held = Een zin in plaats van gegevens: ze zeggen dat er geen zijn.
finding-announced-absent = Hun privacyverklaring kondigt gegevens van deze soort aan, en er kwamen er geen: { $category }
finding-file-absent = Een bestand dat antwoorden van dit bedrijf gewoonlijk bevatten, ontbreekt.
finding-received-empty = Ontvangen en leeg: dit bestand bevat geen gegevens.
finding-imported-before = Hetzelfde bestand is al eerder ingelezen, als { $import }.
finding-several-companies = Hier liggen antwoorden van verschillende bedrijven: { $companies }. Elk deel is als dat van zijn eigen bedrijf gelezen; lees ze apart in voor een eigen verslag.
finding-other-company = Dit lijkt het antwoord van een ander bedrijf dan { $company }, waarover het dossier gaat.
