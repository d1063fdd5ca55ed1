# Twee antwoorden van één bedrijf, naast elkaar gelegd.
compare-they = dit bedrijf
compare-title = Wat er bij { $company } is veranderd
compare-title-erasure = Wat { $company } na het wissen nog heeft
compare-eyebrow = Twee antwoorden vergeleken, { $date }
compare-lead = Het antwoord gelezen op { $first } bevat { $before }, dat gelezen op { $second } bevat { $after }.
compare-erasure = Wissen gevraagd in dossier { $case }, verstuurd op { $date }
compare-erasure-undated = Wissen gevraagd in dossier { $case }
compare-erasure-said = Vergeleken als voor en na het wissen, zoals u aangaf
compare-figure-same = { $count ->
    [one] is gelijk
   *[other] zijn gelijk
}
compare-figure-changed = veranderd
compare-figure-appeared = nieuw
compare-figure-vanished = verdwenen
compare-fact-still-there = { $count ->
    [one] gegeven was er voor het wissen en is er nog.
   *[other] gegevens waren er voor het wissen en zijn er nog.
}
compare-fact-come-again = { $count ->
    [one] waarde die u of een bestelling aanwijst komt terug in een ander gegeven.
   *[other] waarden die u of een bestelling aanwijzen komen terug in andere gegevens.
}
compare-fact-inference-appeared = { $count ->
    [one] conclusie over u is nieuw.
   *[other] conclusies over u zijn nieuw.
}
compare-fact-inference-vanished = { $count ->
    [one] conclusie over u is er niet meer.
   *[other] conclusies over u zijn er niet meer.
}
compare-fact-recipient-appeared = { $count ->
    [one] bedrijf dat uw gegevens heeft, is nieuw.
   *[other] bedrijven die uw gegevens hebben, zijn nieuw.
}
compare-fact-recipient-vanished = { $count ->
    [one] bedrijf dat uw gegevens heeft, is er niet meer.
   *[other] bedrijven die uw gegevens hebben, zijn er niet meer.
}
compare-fact-source-appeared = { $count ->
    [one] bron van gegevens over u is nieuw.
   *[other] bronnen van gegevens over u zijn nieuw.
}
compare-fact-source-vanished = { $count ->
    [one] bron van gegevens over u is er niet meer.
   *[other] bronnen van gegevens over u zijn er niet meer.
}
compare-fact-identifier-appeared = { $count ->
    [one] nummer of code waaraan men u herkent, is nieuw.
   *[other] nummers of codes waaraan men u herkent, zijn nieuw.
}
compare-fact-identifier-vanished = { $count ->
    [one] nummer of code waaraan men u herkent, is er niet meer.
   *[other] nummers of codes waaraan men u herkent, zijn er niet meer.
}
compare-fact-device-appeared = { $count ->
    [one] apparaat of programma is nieuw.
   *[other] apparaten of programma’s zijn nieuw.
}
compare-fact-device-vanished = { $count ->
    [one] apparaat of programma is er niet meer.
   *[other] apparaten of programma’s zijn er niet meer.
}
compare-fact-ip-address-appeared = { $count ->
    [one] internetadres is nieuw.
   *[other] internetadressen zijn nieuw.
}
compare-fact-ip-address-vanished = { $count ->
    [one] internetadres is er niet meer.
   *[other] internetadressen zijn er niet meer.
}
compare-fact-location-appeared = { $count ->
    [one] plaats is nieuw.
   *[other] plaatsen zijn nieuw.
}
compare-fact-location-vanished = { $count ->
    [one] plaats is er niet meer.
   *[other] plaatsen zijn er niet meer.
}
compare-fact-query-appeared = { $count ->
    [one] zoekopdracht is nieuw.
   *[other] zoekopdrachten zijn nieuw.
}
compare-fact-query-vanished = { $count ->
    [one] zoekopdracht is er niet meer.
   *[other] zoekopdrachten zijn er niet meer.
}
compare-notice-title = Wat opvalt
compare-no-notice = Beide keren kwamen dezelfde soorten gegevens.
compare-limited = Er verschillen meer gegevens dan veld voor veld worden vergeleken: sommige die alleen veranderden kunnen als verdwenen en nieuw geteld zijn.
compare-closed = { $count ->
    [one] Eén bestand van het latere antwoord kon niet worden bekeken: { $files }.
   *[other] { $number } bestanden van het latere antwoord konden niet worden bekeken: { $files }.
}
compare-letters = { $count ->
    [one] Een brief van het latere antwoord bevat namen, adressen of nummers van het eerdere, zoals elke brief zegt aan wie en door wie hij is geschreven: { $files }. Lees hem.
   *[other] { $number } brieven van het latere antwoord bevatten namen, adressen of nummers van het eerdere, zoals elke brief zegt aan wie en door wie hij is geschreven: { $files }. Lees ze.
}
compare-come-again-notice = Waarden van verdwenen gegevens staan nu in andere: { $categories }.
compare-gone = Volgens het antwoord niet meer aanwezig: { $categories }.
compare-fresh = Nu aanwezig en eerder niet: { $categories }.
compare-unread = Alleen vergeleken op aantallen en lijsten, niet gegeven voor gegeven: { $why }
compare-next-why = Vraag om welke reden, volgens welke bepaling en tot wanneer deze gegevens blijven:
compare-next-unread = Van het eerdere antwoord werd in het latere niets herkend, maar niet elk gegeven is vergeleken. Geef beide antwoorden op om ze gegeven voor gegeven te vergelijken:
compare-next-restriction = Vraag dat wat moet blijven niet meer wordt gebruikt:
compare-next-erased = Van het eerdere antwoord is in het latere niets gevonden. Bewaar beide: ze zijn uw bewijs.
compare-next-erasure = U kunt gegevens laten wissen:
compare-next-report = Het latere antwoord helemaal lezen:
compare-still-there = Na het wissen nog aanwezig
compare-still-there-lead = { $count ->
    [0] Van het eerdere antwoord is in het latere niets gevonden.
    [one] 1 gegeven uit het eerdere antwoord staat nog in het latere.
   *[other] { $number } gegevens uit het eerdere antwoord staan nog in het latere.
}
compare-still-there-parts = Geen gegeven van het eerdere antwoord werd als zodanig in het latere gevonden, maar delen wel: zie de waarden en lijsten hieronder.
compare-still-there-unknown = Van het eerdere antwoord werd in het latere niets herkend; niet elk gegeven is vergeleken.
compare-still-there-letters = Niets van het eerdere antwoord werd in het latere gevonden, behalve wat een brief zegt over aan wie en door wie hij is geschreven. Lees de brieven die op pagina één staan: een brief die het wissen bevestigt is, met beide antwoorden, uw bewijs.
compare-still-there-closed = Niets van het eerdere antwoord werd in het latere herkend, maar niet al zijn bestanden konden worden bekeken. Open ze zelf, of vraag ze in een leesbare vorm.
compare-come-again = Waarden die terugkomen
compare-come-again-lead = { $count ->
    [one] 1 waarde van verdwenen gegevens staat in andere gegevens van het latere antwoord.
   *[other] { $number } waarden van verdwenen gegevens staan in andere gegevens van het latere antwoord.
}
compare-come-again-about = E-mailadressen (ook als MD5, SHA-1, SHA-256), telefoon-, bestel- en klantnummers, namen en straten van het eerdere antwoord, gevonden in het latere in een gegeven van een andere soort of in een ander bestand. Wat op de ene plaats is gewist, staat nog op een andere, of is daarheen gekopieerd. Welke redenen kunnen worden aangevoerd, hangt af van wat dat gegeven is.
compare-column-value = Waarde
compare-column-still = Nog aanwezig
compare-column-reasons = Wat ervoor kan worden aangevoerd
compare-no-reason = hier is geen reden bekend
compare-reasons = Redenen die kunnen worden aangevoerd
compare-reasons-about = De wet laat een bedrijf sommige stukken houden al is gevraagd ze te wissen (art. 17(3) AVG). Het moet zeggen voor welke gegevens, volgens welke bepaling en tot wanneer. Dat een reden hier staat, betekent niet dat ze voor u geldt.
compare-reasons-limits = Deze redenen dekken de stukken die ze noemen: niet het profiel, de bekeken pagina’s, de scores of de reclame daarnaast. Wat mag blijven, wordt bewaard en niet anders gebruikt.
compare-reason-read = Gelezen in { $source }, { $month }.
compare-reason-unconfirmed = Niet vergeleken met de wettekst: controleer het voordat u erop steunt.
compare-reason-amounts = { $count ->
    [0] Het antwoord noemt hier geen bedrag.
    [one] Hier is één bedrag bekend: { $sum }.
   *[other] Hier zijn { $number } bedragen bekend, samen { $sum }.
}
compare-reason-below = Zelfs samen is dat minder dan { $least }.
retention-legal-duty = Gegevens die het bedrijf volgens het recht van de Unie of van een lidstaat moet bewaren; het moet die wet noemen.
retention-legal-claims = Gegevens die nodig zijn om een rechtsvordering in te stellen, uit te oefenen of te onderbouwen, zoals een lopend geschil of een garantie.
retention-consent-proof = Het bewijs van uw toestemming, dat een bedrijf moet kunnen leveren.
retention-fr-online-contract = Een online gesloten overeenkomst van 120 euro of meer: tien jaar vanaf de levering.
retention-fr-accounting = Boekhoudkundige stukken en hun bewijsstukken, zoals facturen: tien jaar.
compare-categories = Soort voor soort
compare-categories-lead = { $count ->
    [0] Geen van de antwoorden bevat een gegeven.
    [one] Eén soort gegevens staat in de twee antwoorden.
   *[other] { $number } soorten gegevens staan in de twee antwoorden.
}
compare-categories-about = Een gegeven is gelijk als al zijn waarden dat zijn, waar het ook staat. Het is veranderd als dezelfde zaak in beide antwoorden met andere waarden staat.
compare-column-before = Eerder
compare-column-after = Later
compare-column-same = Gelijk
compare-column-changed = Veranderd
compare-column-appeared = Nieuw
compare-column-vanished = Verdwenen
compare-lists = Conclusies, bedrijven en sporen
compare-lists-none = Geen van de antwoorden noemt een conclusie, een bedrijf, een kenmerk, een apparaat of een plaats.
compare-list-lead = { $count ->
    [one] 1 staat in beide antwoorden; nieuw: { $appeared }, verdwenen: { $vanished }.
   *[other] { $number } staan in beide antwoorden; nieuw: { $appeared }, verdwenen: { $vanished }.
}
compare-list-inexact = Een van de lijsten was langer dan wat ervan wordt bewaard: een vermelding die nieuw of verdwenen lijkt, kan voorbij het einde staan.
compare-entries-appeared = Nieuw
compare-entries-vanished = Verdwenen
compare-appeared = Wat nieuw is
compare-appeared-lead = { $count ->
    [0] Geen gegeven is nieuw.
    [one] 1 gegeven staat alleen in het latere antwoord.
   *[other] { $number } gegevens staan alleen in het latere antwoord.
}
compare-vanished = Wat verdwenen is
compare-vanished-lead = { $count ->
    [0] Geen gegeven is verdwenen.
    [one] 1 gegeven staat alleen in het eerdere antwoord.
   *[other] { $number } gegevens staan alleen in het eerdere antwoord.
}
compare-changed = Wat veranderd is
compare-changed-lead = { $count ->
    [0] Geen gegeven is veranderd.
    [one] 1 gegeven staat in beide antwoorden met andere waarden.
   *[other] { $number } gegevens staan in beide antwoorden met andere waarden.
}
compare-changed-about = Hetzelfde wordt herkend aan zijn bestelnummer of een ander eigen nummer, aan titel en moment, of doordat het het enige van zijn soort is. Twee dingen met verschillende nummers gelden nooit als één.
compare-column-kind = Wat het is
compare-column-when = Wanneer
compare-column-what = Titel
compare-column-fields = Velden
compare-column-import = Import
compare-column-read-on = Gelezen op
compare-column-case = Dossier
compare-answers = De twee antwoorden
compare-answers-about = Beide zijn voor deze pagina opnieuw gelezen, voor zover ze er nog zijn zoals ze waren.
