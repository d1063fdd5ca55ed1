# Het verslag. Eerst bladzijde één: gewone woorden, geen vaktaal.
report-title = Wat { $company } over u bewaart
report-title-unknown = Wat dit antwoord over u bevat
report-eyebrow = Uw verslag, { $date }
report-lead = { $company } stuurde u { $files }. Daarin staan { $records } over u.
report-lead-nothing = { $company } stuurde u { $files }. Daarin was niets over u te lezen.
report-lead-beside = { $count ->
    [one] Nog één is een kopie daarvan of een bestand van een besturingssysteem.
   *[other] Nog { $number } zijn kopieën daarvan of bestanden van een besturingssysteem.
}
report-lead-orders = Sommige bestellingen staan in meerdere bestanden: het bedrag telt één keer, de gegevens tellen in elk.
report-they = Het bedrijf
report-controller = Volgens de wet is { $controller } verantwoordelijk voor deze gegevens.
report-files = { $count ->
    [one] 1 bestand
   *[other] { $number } bestanden
}
report-records = { $count ->
    [one] 1 gegeven
   *[other] { $number } gegevens
}
report-span = Het oudste is van { $since }, het nieuwste van { $until }.
report-span-one = Het is van { $since }.
report-figure-records = { $count ->
    [one] gegeven
   *[other] gegevens
}
report-figure-categories = { $count ->
    [one] soort gegevens
   *[other] soorten gegevens
}
report-figure-since = het jaar van het oudste
report-figure-files = { $count ->
    [one] ontvangen bestand
   *[other] ontvangen bestanden
}
report-facts-title = Wat opvalt
report-at-least = { $number }+
report-see = Bekijken
report-examples = Bijvoorbeeld { $examples }.
report-segment-about = Een segment is een groep mensen waarin een bedrijf u indeelt; deze labels zijn van het bedrijf zelf, niet uitgelegd.
report-quote = “{ $text }”
list-next = { $list }; { $next }
report-more = { $count ->
    [one] en nog 1
   *[other] en nog { $number }
}
report-fact-inferences = { $count ->
    [one] conclusie over u: een groep waarin u bent ingedeeld, een score of een voorspelling.
   *[other] conclusies over u: groepen waarin u bent ingedeeld, scores of voorspellingen.
}
report-fact-recipients = { $count ->
    [one] bedrijf of app heeft uw gegevens gekregen, of bereikt u ermee.
   *[other] bedrijven of apps hebben uw gegevens gekregen, of bereiken u ermee.
}
report-fact-special = { $count ->
    [one] gegeven over een onderwerp dat de wet extra beschermt: gezondheid, overtuiging, afkomst, intiem leven.
   *[other] gegevens over onderwerpen die de wet extra beschermt: gezondheid, overtuiging, afkomst, intiem leven.
}
report-fact-others = { $count ->
    [one] gegeven gaat ook over iemand anders.
   *[other] gegevens gaan ook over andere mensen.
}
report-fact-profiles = { $count ->
    [one] profiel in dit account.
   *[other] profielen in dit account: kijk welk het uwe is; de andere zijn waarschijnlijk van andere mensen, bijvoorbeeld uit uw huishouden.
}
report-fact-oldest = – zo ver gaat hun geheugen terug: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] zoekopdracht, woord voor woord bewaard.
   *[other] zoekopdrachten, woord voor woord bewaard.
}
report-fact-places = { $count ->
    [one] plaats die met u verbonden is.
   *[other] plaatsen die met u verbonden zijn.
}
report-fact-obtained = { $count ->
    [one] gegeven komt van iemand anders dan u.
   *[other] gegevens komen van iemand anders dan u.
}
report-fact-ip-addresses = { $count ->
    [one] internetadres waarop u bent gezien.
   *[other] internetadressen waarop u bent gezien.
}
report-fact-identifiers = { $count ->
    [one] nummer of code waaraan men u herkent.
   *[other] nummers of codes waaraan men u herkent.
}
report-fact-devices = { $count ->
    [one] apparaat of programma dat u hebt gebruikt.
   *[other] apparaten of programma’s die u hebt gebruikt.
}
report-fact-spending = { $count ->
    [one] is het bedrag dat bij 1 aankoop is genoteerd.
   *[other] is de som van de { $number } bedragen die bij uw aankopen zijn genoteerd.
}
report-missing-title = Wat ontbreekt
report-missing-points = { $count ->
    [one] Van de { $all } dingen die een antwoord u volgens de wet moet vertellen, is er 1 niet in gevonden.
   *[other] Van de { $all } dingen die een antwoord u volgens de wet moet vertellen, zijn er { $number } niet in gevonden.
}
report-missing-categories = Door het bedrijf aangekondigd en niet gevonden: { $categories }.
report-missing-empty = { $count ->
    [one] 1 bestand kwam leeg aan: het bevat geen gegevens.
   *[other] { $number } bestanden kwamen leeg aan: ze bevatten geen gegevens.
}
report-missing-refused = { $count ->
    [one] 1 bestand kon niet worden geopend.
   *[other] { $number } bestanden konden niet worden geopend.
}
report-missing-files = { $count ->
    [one] 1 bestand dat gewoonlijk bij antwoorden van dit bedrijf zit, is er niet bij.
   *[other] { $number } bestanden die gewoonlijk bij antwoorden van dit bedrijf zitten, zijn er niet bij.
}
report-missing-nothing = Niets van wat deze bladzijde zoekt.
report-next-title = Wat u nu kunt doen
report-step-command = Ga verder met uw verzoek. Typ:
report-step-whole-case = Bekijk alles wat ze stuurden op één pagina. Typ:
report-step-ask-missing = { $count ->
    [one] Schrijf terug en vraag naar het punt dat niet is gevonden.
   *[other] Schrijf terug en vraag naar de { $number } punten die niet zijn gevonden.
}
report-step-read-documents = { $count ->
    [one] Lees het bijgevoegde document: deze bladzijde beoordeelt geen brieven, en iets wat ontbreekt kan daarin staan.
   *[other] Lees de { $number } bijgevoegde documenten: deze bladzijde beoordeelt geen brieven, en iets wat ontbreekt kan daarin staan.
}
report-step-unpack = { $count ->
    [one] Pak het bestand uit dat hier niet wordt gelezen en importeer dan de map.
   *[other] Pak de { $number } bestanden uit die hier niet worden gelezen en importeer dan de map.
}
report-step-ask-readable = { $count ->
    [one] Vraag het bestand dat niet kon worden geopend in leesbare vorm.
   *[other] Vraag de { $number } bestanden die niet konden worden geopend in leesbare vorm.
}
report-step-keep-originals = Bewaar de bestanden precies zoals ze kwamen: ze zijn uw bewijs.
report-case = Dossier { $reference }: { $right } ({ $article })
report-case-sent = verstuurd op { $date }
report-case-received = beantwoord op { $date }
report-case-due = uiterlijk op { $date }
report-imports-all = Het antwoord kwam in meerdere delen, hier opgeteld: { $imports }. Wat in twee ervan staat, telt dubbel.
report-imports-one = Deze pagina toont één deel van wat ze stuurden: { $imports }. Een ander deel: { $others }. Wat ontbreekt, is beoordeeld op alles samen.
report-imports-left-out = Weggelaten, omdat een ander deel alles ervan bevat: { $imports }.
report-case-overdue = { $count ->
    [one] 1 dag te laat
   *[other] { $number } dagen te laat
}

# Rond de onderdelen.
report-skip = Naar het verslag
report-contents = In dit verslag
report-filter = Zoeken in deze tabel:
report-filter-matches = Getoonde rijen:
report-sort = Op deze kolom sorteren
report-chart-figures = De cijfers
report-colophon = Gemaakt door habeas op { $date }, op uw eigen computer, uit de bestanden die u hebt ontvangen. Er is nergens iets heen gestuurd. Wat “niet in het antwoord gevonden” is, kan elders bestaan: deze bladzijde stelt feiten vast en geeft geen juridisch oordeel. Feiten { $fingerprint }.
report-shown-of = { $shown } van { $all } getoond.
report-percent = { $number }%
report-moment = { $date }, { $time } { $zone }
report-month = { $month } { $year }
report-article = art. { $article } AVG
report-article-ch = art. { $article } van de Zwitserse DSG
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: zie de volledige bladzijde.
report-place = { $file }, { $position }
position-row = rij { $row }
position-sheet = blad { $sheet }, rij { $row }
position-entry = post { $number }
position-entry-of = post { $number } van { $list }
position-entry-at = post { $number } ({ $path })
position-path = post { $path }
report-country = { $code } ({ $name })
position-line = regel { $line }
report-read-from = Gelezen uit:
report-received-caption = Bestanden met hun vingerafdruk
report-findings-caption = Opmerkingen, de zwaarste eerst
report-ledger-rows-all = { $count ->
    [one] Er is 1 regel gegevens in gevonden en als record gelezen.
   *[other] Er zijn { $number } regels gegevens in gevonden en alle als record gelezen.
}
bytes = { $count ->
    [one] 1 byte
   *[other] { $number } bytes
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $symbol } { $amount }
money-code = { $code } { $amount }
money-unknown = { $amount } (valuta niet vermeld)

# Kolommen.
report-column-entry = Vermelding
report-column-mentions = Aantal keer
report-column-first = Eerst
report-column-last = Laatst
report-column-among = Genoemd onder
report-column-place = Gevonden in
report-column-origin = Herkomst
report-column-company = Bedrijf
report-column-role = Waarvoor
report-column-in-answer = In het antwoord
report-column-announced-in = Aangekondigd in
report-column-period = Periode
report-column-records = Records
report-column-state = Toestand
report-column-meaning = Wat dat betekent
report-column-files = Bestanden
report-column-share = Aandeel
report-column-file = Bestand
report-column-format = Soort bestand
report-column-category = Soort gegevens
report-column-rows = Regels gegevens
report-column-size = Grootte
report-column-sha256 = Vingerafdruk
report-column-remark = Opmerking
report-column-severity = Gewicht
report-column-count = Keer

# Wat is geconcludeerd.
report-conclusions = Wat ze over u hebben geconcludeerd
report-conclusions-lead = { $count ->
    [one] Het antwoord bevat 1 conclusie over u.
   *[other] Het antwoord bevat { $number } verschillende conclusies over u.
}
report-conclusions-none = In het antwoord is geen segment, score of voorspelling gevonden.
report-conclusions-about = Segmenten, scores, voorspellingen. Als regel hebt u dit nooit gezegd: het is afgeleid uit wat u deed, of van anderen overgenomen.
report-list-in-rows = Zie de rijen onder “{ $category }”: hun inhoud kon hier niet één voor één worden opgenomen.
report-list-beyond = { $count ->
    [one] De lijst was vol: nog 1 vermelding is geteld en niet opgenomen.
   *[other] De lijst was vol: nog { $number } vermeldingen zijn geteld en niet opgenomen.
}

# Wie ze nog meer heeft.
report-sharing = Wie uw gegevens nog meer heeft
report-recipients-lead = { $count ->
    [one] Het antwoord noemt 1 bedrijf of app die uw gegevens heeft gekregen of u ermee bereikt.
   *[other] Het antwoord noemt { $number } bedrijven of apps die uw gegevens hebben gekregen of u ermee bereiken.
}
report-recipients-none = Het antwoord noemt geen ontvanger.
report-list-in-letter = De bestanden noemen er geen; wat de brief erover zegt, staat onder “{ $section }”.
report-announced = Tegenover wat is aangekondigd
report-announced-lead = { $count ->
    [one] Ze kondigen 1 ontvanger aan; het antwoord noemt er daarvan { $named }.
   *[other] Ze kondigen { $number } ontvangers aan; het antwoord noemt er daarvan { $named }.
}
report-announced-others = { $count ->
    [one] 1 bedrijf in het antwoord hoort niet bij de aangekondigde.
   *[other] { $number } bedrijven in het antwoord horen niet bij de aangekondigde.
}
report-announced-caption = Aangekondigde ontvangers
report-announced-not-found = niet in het antwoord gevonden
report-announced-source = { $source } (gelezen op { $date })
report-sources = Waar ze gegevens over u vandaan hebben
report-sources-lead = { $count ->
    [one] Het antwoord noemt 1 bron.
   *[other] Het antwoord noemt { $number } bronnen.
}
report-sources-none = Het antwoord noemt geen bron.
recipient-role-advertising = reclame
recipient-role-affiliate = bedrijf van dezelfde groep
recipient-role-delivery = bezorging
recipient-role-measurement = bereikmeting
recipient-role-payment = betaling en krediet
recipient-role-seller = verkoper op het platform
recipient-role-support = klantenservice
recipient-role-technical = hosting en andere technische diensten

# Wat ze bewaren.
report-holdings = Wat ze bewaren, soort voor soort
report-holdings-lead = { $count ->
    [one] Wat gelezen kon worden, hoort bij 1 soort gegevens.
   *[other] Wat gelezen kon worden, hoort bij { $number } soorten gegevens.
}
report-holdings-none = In dit antwoord kon geen record worden gelezen.
report-holdings-about = Een record is één regel uit hun bestanden: een bestelling, een zoekopdracht, een aanmelding. Elke tabel noemt het bestand en de rij, zodat u het kunt nakijken in wat u hebt ontvangen.
report-category-lead = { $count ->
    [one] 1 record.
   *[other] { $number } records.
}
report-time-title = Records in de loop van de tijd
report-time-description = { $count ->
    [one] { $from } – { $to }. Hoogste balk: 1 ({ $peak }).
   *[other] { $from } – { $to }. Hoogste balk: { $number } ({ $peak }).
}
report-origin-title = Waar ze vandaan komen
report-kinds = Wat het zijn
report-sum = Bedragen samen
report-amounts = { $count ->
    [one] 1 bedrag
   *[other] { $number } bedragen
}
report-undated = Zonder bruikbare datum
report-rows-caption = { $count ->
    [one] De eerste rij, zoals die in { $file } staat
   *[other] De eerste { $number } rijen, zoals ze in { $file } staan
}
report-columns-left = { $count ->
    [one] Het bestand heeft nog 1 kolom.
   *[other] Het bestand heeft nog { $number } kolommen.
}
report-searches = Waarnaar u hebt gezocht
report-searches-lead = { $count ->
    [one] 1 zoekopdracht is woord voor woord bewaard.
   *[other] { $number } verschillende zoekopdrachten zijn woord voor woord bewaard.
}
report-searches-none = In het antwoord is geen zoekopdracht gevonden.

# Wat u volgt.
report-traces = Nummers, apparaten en plaatsen die naar u leiden
report-traces-about = Ze volgen u van het ene bezoek naar het andere en kunnen samenbrengen wat verschillende bedrijven weten.
report-identifier-lead = { $count ->
    [one] 1 nummer of code waaraan men u herkent.
   *[other] { $number } nummers of codes waaraan men u herkent.
}
report-identifier-none = In het antwoord is geen identificatienummer gevonden.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 kenmerk, apart vermeld
   *[other] { $kind }: { $number } kenmerken, apart vermeld
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: het kenmerk
   *[other] { $kind }: de { $number } kenmerken, een voor een
}
report-device-lead = { $count ->
    [one] 1 apparaat, browser of programma.
   *[other] { $number } apparaten, browsers of programma’s.
}
report-device-none = In het antwoord is geen apparaat gevonden.
report-ip-address-lead = { $count ->
    [one] 1 internetadres waarop u bent gezien.
   *[other] { $number } internetadressen waarop u bent gezien.
}
report-ip-address-none = In het antwoord is geen internetadres gevonden.
report-location-lead = { $count ->
    [one] 1 plaats.
   *[other] { $number } plaatsen.
}
report-location-numbers = Sommige plaatsen zijn gegeven als twee getallen, in graden: de breedte (naar het noorden) en de lengte (naar het oosten). Typt u ze in een kaart, eerst de breedte, dan ziet u de plaats. Eindigt de naam van een kolom op E7, deel dan eerst door 10.000.000.
report-location-none = In het antwoord is geen plaats gevonden.

# Gevoelige gegevens en andere mensen.
report-sensitive = Gevoelige gegevens en andere mensen
report-special = Extra beschermde gegevens
report-special-lead = { $count ->
    [one] 1 record is gemarkeerd omdat het een extra beschermd onderwerp raakt.
   *[other] { $number } records zijn gemarkeerd omdat ze extra beschermde onderwerpen raken.
}
report-special-none = Geen record is gemarkeerd omdat het een extra beschermd onderwerp raakt.
report-special-about = Gezondheid, seksueel leven, godsdienst, politieke opvattingen, vakbond, afkomst, genen, lichaamskenmerken die u identificeren (art. 9 AVG); strafrechtelijke veroordelingen (art. 10). De markering berust op namen van bestanden en kolommen; kijk zelf na.
report-others = Andere mensen
report-others-lead = { $count ->
    [one] 1 record gaat ook over iemand anders.
   *[other] { $number } records gaan ook over andere mensen.
}
report-others-none = Geen record is gemarkeerd als gaand over andere mensen.
report-others-about = Ontvangers van cadeaus, huisgenoten, contacten, verkopers. Denk aan hen voordat u dit verslag aan iemand laat zien.
report-profile-lead = { $count ->
    [one] Het account heeft één profiel.
   *[other] Het account heeft { $number } profielen.
}
report-profile-others = { $count ->
    [one] 1 gegeven staat onder een ander profiel dan het meest gebruikte. Kijk welk het uwe is: wat onder de andere staat gaat waarschijnlijk over andere mensen, bijvoorbeeld uit uw huishouden.
   *[other] { $number } gegevens staan onder andere profielen dan het meest gebruikte. Kijk welk het uwe is: wat onder de andere staat gaat waarschijnlijk over andere mensen, bijvoorbeeld uit uw huishouden.
}

# Wat ontbreekt.
report-points = Wat een antwoord op een inzageverzoek u moet vertellen
report-points-lead = { $count ->
    [0] Sporen van alle { $all } punten zijn in het antwoord gevonden.
    [one] 1 van { $all } punten is niet in het antwoord gevonden.
   *[other] { $number } van { $all } punten zijn niet in het antwoord gevonden.
}
report-points-about = “Niet gevonden” gaat over de gegevens en de brieven die zijn gelezen. Een document hieronder kan het toch zeggen. De zinnen leest een programma: of een zin volstaat, beoordeelt u (habeas audit).
presence-found = gevonden
report-point-judged = door u beoordeeld
report-point-contradicted = { $quote } – de gegevens zeggen iets anders
report-letters-read = Brieven die voor deze punten zijn gelezen
presence-partly = deels gevonden
presence-vague = alleen in algemene woorden
presence-not-found = niet in het antwoord gevonden
report-absent = Aangekondigd en niet gevonden
report-absent-about = Volgens hun privacyverklaring bewaren ze deze soorten gegevens. In het antwoord is er geen record van gevonden.
report-empty = Leeg ontvangen
report-empty-about = Deze bestanden bevatten geen gegevens: ze zijn leeg, of zeggen dat er geen zijn. Ook dat is een antwoord.
report-refused = Niet te openen
report-refused-about = In deze bestanden kan van alles staan. De opmerkingen aan het eind zeggen waarom ze niet konden worden gelezen.
report-absent-files = Gewoonlijk aanwezig, hier niet
report-absent-files-about = Andere antwoorden van dit bedrijf bevatten deze bestanden.
report-documents = Documenten om zelf te lezen
report-documents-about = Ze zijn voor mensen geschreven. Wat hierboven niet is gevonden, kan erin staan.

# Elk bestand.
report-ledger = Elk bestand, en wat ervan geworden is
report-ledger-lead = { $count ->
    [0] Het antwoord heeft geen bestand.
    [one] Het antwoord heeft 1 bestand. Dit is ervan geworden.
   *[other] Het antwoord heeft { $number } bestanden. Dit is van elk ervan geworden.
}
report-ledger-beside = { $count ->
    [one] 1 ervan zegt niets over u: een overblijfsel van de computer die de bestanden inpakte, of een pagina met uitleg. De eerste pagina telt de andere: { $counted }.
   *[other] { $number } ervan zeggen niets over u: overblijfselen van de computer die de bestanden inpakte, of pagina’s met uitleg. De eerste pagina telt de andere: { $counted }.
}
report-ledger-rows = { $count ->
    [0] Er is geen regel gegevens in gevonden.
    [one] Er is 1 regel gegevens in gevonden: { $records } als record gelezen, { $unread } als opmerking gebleven.
   *[other] Er zijn { $number } regels gegevens in gevonden: { $records } als record gelezen, { $unread } als opmerking gebleven.
}
report-ledger-broken = De sommen van deze invoer kloppen niet. Meld dit als fout van het programma.
report-ledger-all = Alle bestanden
report-states-caption = Wat er van de bestanden is geworden
report-files-caption = { $count ->
    [one] Het bestand
   *[other] Alle { $number } bestanden, één voor één
}
report-files-about = Een regel gegevens is één vermelding in een bestand. Elke regel is als record van dit verslag gelezen, of staat bij de opmerkingen aan het eind.
report-received = Wat u hebt ontvangen
report-received-about = Een vingerafdruk wordt uit elk teken van een bestand berekend: verandert er één, dan is de vingerafdruk anders. Daarmee kan iedereen nagaan, ook na jaren, dat een bestand hetzelfde is als waaruit dit verslag is gemaakt. De methode heet SHA-256.
report-usual = Wat dit bedrijf gewoonlijk weglaat
report-usual-about = Dit ontbreekt naar wat andere antwoorden van dit bedrijf, zijn privacyverklaring of wat erover gepubliceerd is doen verwachten. Kijk of het hier staat; zo niet, dan kunt u erom vragen.
report-explained-file = Wat het bedrijf over dit bestand zegt
report-recognised = Herkend als antwoord van { $company }, met { $confidence } zekerheid, aan:
report-recognised-not = Aan de bestanden is geen bedrijf herkend.
state-mapped = gelezen, bekend bestand
state-mapped-about = Het programma kent dit bestand van dit bedrijf.
state-generic = gelezen, onbekend bestand
state-generic-about = Niemand heeft dit bestand nog beschreven; data, bedragen en soorten zijn uit namen en waarden afgeleid.
state-opaque = alleen vermeld
state-opaque-about = Een foto, een film, een document: vermeld, en niet als gegevens gelezen.
state-refused = niet te lezen
state-refused-about = Beschadigd, met een wachtwoord gesloten of voorbij een veiligheidsgrens.
state-ignored = hoort er niet bij
state-ignored-about = Sporen van een besturingssysteem, uitleg, kopieën van een ander bestand.
state-empty = leeg ontvangen
state-empty-about = Niets erin.

# Opmerkingen.
report-findings = Opmerkingen over de bestanden
report-findings-lead = { $count ->
    [one] Bij het lezen is 1 opmerking gemaakt.
   *[other] Bij het lezen zijn { $number } opmerkingen gemaakt, gegroepeerd naar wat ze zeggen.
}
report-findings-none = Alles is zonder opmerking gelezen.
report-findings-unlisted = { $count ->
    [one] Nog 1 opmerking is geteld en niet opgenomen.
   *[other] Nog { $number } opmerkingen zijn geteld en niet opgenomen.
}
severity-note = noot
severity-warning = waarschuwing
severity-problem = probleem

# Wat de vermeldingen in lijsten zijn.
role-inference = Conclusies
role-recipient = Ontvangers
role-source = Bronnen
role-identifier = Identificatienummers en codes
role-device = Apparaten en programma’s
role-ip-address = Internetadressen (IP)
role-location = Plaatsen
role-profile = Profielen van het account
role-query = Zoekopdrachten

# Opdrachten kopiëren, en wat na een onderdeel te doen is.
report-copy = Kopiëren
report-copied = Gekopieerd
report-action-objection = U kunt bezwaar maken tegen wat is geconcludeerd:
report-action-automated-decision = Heeft een programma alleen iets besloten? Vraag een mens ernaar te kijken:
report-action-marketing-objection = U kunt reclame met uw gegevens laten stoppen:
report-action-rectification = Klopt er iets niet? Laat het rectificeren:
report-action-erasure = U kunt gegevens laten wissen; in de brief kiest u welke:
report-action-tracking = U kunt vragen wat ze over uw browser en apparaten bewaren:
report-action-restriction = U kunt de verwerking van deze gegevens laten beperken zolang ze betwist zijn:
report-action-access = Vraag opnieuw en noem wat ontbreekt:
report-action-rows = Dit zijn de eerste rijen; hier zijn ze alle:
report-action-look = Het teken berust op namen; zoek zelf naar een woord, een voornaam, een ziekte:
report-action-export = Alle rijen, als tabellen voor andere programma’s:
report-action-describe = Is een bestand verkeerd begrepen? Beschrijf het:
report-action-find = Zoek het bedrijf, om het te kunnen schrijven:
report-action-audit = Controleer de punten die een programma heeft gelezen, en verbeter ze:
report-action-follow-up = Vraag naar wat ontbreekt:

# Wat er staat in plaats van wat iemand identificeert.
pseudonym-inference = conclusie { $number }
pseudonym-recipient = bedrijf { $number }
pseudonym-source = bron { $number }
pseudonym-profile = profiel { $number }
pseudonym-identifier = code { $number }
pseudonym-device = apparaat { $number }
pseudonym-ip-address = adres { $number }
pseudonym-location = plaats { $number }
pseudonym-query = zoekopdracht { $number }
pseudonym-value = waarde { $number }
pseudonym-field = veld { $number }
pseudonym-file = bestand { $number }

# Codes die niemand uitlegt, en wat ouder is dan gezegd.
report-unexplained = niet uitgelegd door het bedrijf
report-unexplained-kind = Noch de namen noch de waarden zeggen wat dit is, en het bedrijf legt het niet uit. U kunt ernaar vragen.
report-unexplained-columns = { $count ->
    [one] 1 kolom bevat codes die het bedrijf niet uitlegt; ze is in de tabel gemarkeerd. U kunt vragen wat ze betekenen.
   *[other] { $number } kolommen bevatten codes die het bedrijf niet uitlegt; ze zijn in de tabellen gemarkeerd. U kunt vragen wat ze betekenen.
}
report-conclusions-codes = { $count ->
    [one] 1 daarvan is een code of aanduiding die het bedrijf niet uitlegt. U kunt vragen wat die betekent.
   *[other] { $number } daarvan zijn codes of aanduidingen die het bedrijf niet uitlegt. U kunt vragen wat ze betekenen.
}
report-log-ins = Aanmeldingen en beveiliging
report-log-ins-lead = { $count ->
    [one] 1 aanmelding of ander spoor dat voor de beveiliging wordt bewaard.
   *[other] { $number } aanmeldingen en andere sporen die voor de beveiliging worden bewaard.
}
report-unannounced = Bewaard, maar niet bij de soorten gegevens die de privacyverklaring aankondigt: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 brief is in een taal die hier niet wordt gelezen: wat lijkt te ontbreken, kan daarin staan.
   *[other] { $number } brieven zijn in een taal die hier niet wordt gelezen: wat lijkt te ontbreken, kan daarin staan.
}
report-missing-older = { $count ->
    [one] 1 gegeven is ouder dan de bewaartermijn die ze noemen.
   *[other] { $number } gegevens zijn ouder dan de bewaartermijn die ze noemen.
}
report-retention = Hoe lang ze zeggen ze te bewaren
report-retention-lead = { $count ->
    [0] Niets van wat kwam is ouder dan de langste termijn die deze zin noemt (vóór { $since }).
    [one] 1 record is van vóór { $since }, en dus ouder dan de langste termijn die deze zin noemt.
   *[other] { $number } records zijn van vóór { $since }, en dus ouder dan de langste termijn die deze zin noemt.
}
report-retention-older = { $records }, het oudste van { $first }
report-retention-about = Een termijn kan later beginnen dan een record ontstaat, bijvoorbeeld bij het einde van het account. Vraag vanaf wanneer wordt geteld.

# Per jaar, en hoe zeker is gelezen.
report-column-year = Jaar
report-column-amounts = Bedragen
report-years = Per jaar
report-year-unknown = geen bruikbare datum
import-certainty-documented = De opbouw is alleen uit beschrijvingen bekend; wie haar opschreef, heeft geen antwoord gezien.
import-certainty-expected = Van dit bedrijf is geen antwoord bekend; zijn bestanden worden gelezen naar wat hun kolommen zeggen.
