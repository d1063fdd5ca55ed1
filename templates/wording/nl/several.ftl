# Wat verscheidene bedrijven hebben, naast elkaar.
several-title = { $count ->
    [one] Wat 1 bedrijf over u heeft
   *[other] Wat { $number } bedrijven over u hebben
}
several-lead = { $count ->
    [0] Er is nog geen antwoord ingelezen.
    [one] Het antwoord van 1 bedrijf bevat { $records } over u.
   *[other] De antwoorden van { $number } bedrijven bevatten { $records } over u.
}
several-figure-companies = { $count ->
    [one] bedrijf heeft geantwoord
   *[other] bedrijven hebben geantwoord
}
several-missing-points = { $count ->
    [one] In 1 antwoord ontbreken punten die de wet vraagt.
   *[other] In { $number } antwoorden ontbreken punten die de wet vraagt.
}
several-missing-recipients = Geen ontvanger genoemd in het antwoord van: { $companies }.
several-fact-conclusions = { $count ->
    [one] conclusie over u bij { $company }, meer dan bij enig ander.
   *[other] conclusies over u bij { $company }, meer dan bij enig ander.
}
several-fact-recipients = { $count ->
    [one] bedrijf heeft uw gegevens van { $company } of bereikt u daarmee, meer dan bij enig ander.
   *[other] bedrijven hebben uw gegevens van { $company } of bereiken u daarmee, meer dan bij enig ander.
}
several-fact-special = { $count ->
    [one] gegeven bij { $company } raakt een onderwerp dat de wet bijzonder beschermt.
   *[other] gegevens bij { $company } raken onderwerpen die de wet bijzonder beschermt.
}
several-fact-others = { $count ->
    [one] gegeven bij { $company } gaat ook over iemand anders.
   *[other] gegevens bij { $company } gaan ook over anderen.
}
several-fact-records = { $count ->
    [one] gegeven bij { $company }, dat het meeste heeft.
   *[other] gegevens bij { $company }, dat het meeste heeft.
}
several-next-report = Lezen wat { $company } heeft:
several-next-sharing = Zien wie met wie deelt:
several-companies = Bedrijf voor bedrijf
several-companies-lead = { $count ->
    [0] Er is nog geen antwoord ingelezen.
    [one] 1 bedrijf, met zijn laatste antwoord.
   *[other] { $number } bedrijven, elk met zijn laatste antwoord.
}
several-earlier = { $count ->
    [one] 1 eerder antwoord van dezelfde bedrijven is weggelaten.
   *[other] { $number } eerdere antwoorden van dezelfde bedrijven zijn weggelaten.
}
several-categories = Soort voor soort
several-categories-lead = { $count ->
    [0] In de antwoorden kon geen gegeven worden gelezen.
    [one] 1 soort gegevens is aanwezig; hier staat bij wie.
   *[other] { $number } soorten gegevens zijn aanwezig; hier staat bij wie.
}
several-purchases = Aankopen, per jaar en winkel
several-purchases-none = Geen antwoord bevat een aankoop met een bedrag.
several-reports = Het verslag van elk
several-reports-about = Elk getal hierboven staat in een van deze verslagen, dat de bestanden en rijen toont waaruit het komt.
several-report = { $company }, gelezen op { $date }:
several-report-unknown = { $company } (het bedrijf is niet herkend), gelezen op { $date }:
several-points-of = { $missing } van { $all }
several-holder = { $company } ({ $records })
several-column-since = Sinds
several-column-kinds = Soorten gegevens
several-column-conclusions = Conclusies
several-column-recipients = Ontvangers
several-column-identifiers = Kenmerken
several-column-special = Bijzonder beschermd
several-column-others = Anderen
several-column-missing = Ontbrekende punten
several-column-companies = Bedrijven
several-column-holders = Aanwezig bij
several-column-shop = Winkel
report-years-about = Wat de bedragen samen zijn, elke munt apart: niets wordt omgerekend, en teruggegeven bedragen worden afgetrokken waar het antwoord ze met een min geeft.
