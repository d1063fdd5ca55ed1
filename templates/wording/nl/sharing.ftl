# Wie met wie deelt, over alle antwoorden.
sharing-title = Wie uw gegevens met wie deelt
sharing-eyebrow = Uit alle antwoorden die u ontving, { $date }
sharing-lead = { $count ->
    [0] Er is nog geen antwoord ingelezen.
    [one] Het antwoord van 1 bedrijf, en wat het aankondigt, noemen { $others }.
   *[other] De antwoorden van { $number } bedrijven, en wat zij aankondigen, noemen { $others }.
}
sharing-others = { $count ->
    [0] geen ander bedrijf
    [one] 1 ander bedrijf
   *[other] { $number } andere bedrijven
}
sharing-figure-answered = { $count ->
    [one] bedrijf heeft geantwoord
   *[other] bedrijven hebben geantwoord
}
sharing-figure-others = { $count ->
    [one] ander bedrijf genoemd
   *[other] andere bedrijven genoemd
}
sharing-figure-links = { $count ->
    [one] verband ertussen
   *[other] verbanden ertussen
}
sharing-fact-shared = { $count ->
    [one] bedrijf heeft te maken met meer dan een van die antwoordden: het kan samenvoegen wat zij van u weten.
   *[other] bedrijven hebben te maken met meer dan een van die antwoordden: zij kunnen samenvoegen wat die van u weten.
}
sharing-fact-answers = { $count ->
    [one] verband staat in een antwoord en was niet aangekondigd.
   *[other] verbanden staan in een antwoord en waren niet aangekondigd.
}
sharing-fact-notices = { $count ->
    [one] verband is aangekondigd in een privacyverklaring, en geen antwoord noemt het.
   *[other] verbanden zijn aangekondigd in privacyverklaringen, en geen antwoord noemt ze.
}
sharing-fact-both = { $count ->
    [one] verband is aangekondigd, en een antwoord noemt het ook.
   *[other] verbanden zijn aangekondigd, en een antwoord noemt ze ook.
}
sharing-silent = Geen ontvanger bekend van: { $companies }.
sharing-nothing-missing = Elk van deze bedrijven noemt of kondigt ten minste één ontvanger aan.
sharing-next-report = Zien waar een antwoord het zegt:
sharing-next-ask = Het bedrijf dat de meeste noemen vragen wat het over u heeft:
sharing-next-notify = Als gegevens worden verbeterd of gewist, moet het bedrijf dat melden aan wie het ze gaf (art. 19 AVG).
sharing-picture = De afbeelding
sharing-picture-about = Links: de bedrijven die u antwoordden. Rechts: de bedrijven die zij noemen. Elke lijn staat in de tabel eronder, met wie het zei.
sharing-picture-part = Het zijn er meer dan in een afbeelding passen: ze toont de { $shown } bedrijven die te maken hebben met het grootste aantal van die antwoordden.
sharing-picture-description = { $count ->
    [one] Bedrijven die antwoordden ({ $companies }), links, verbonden met 1 bedrijf rechts: { $most }.
   *[other] Bedrijven die antwoordden ({ $companies }), links, verbonden met { $number } bedrijven rechts. De eerste: { $most }.
}
sharing-line-answer = ontvangt uw gegevens, zegt een antwoord
sharing-line-notice = ontvangt uw gegevens, zegt alleen een privacyverklaring
sharing-line-source = leverde gegevens over u
sharing-none = Geen antwoord en geen verklaring noemt een ander bedrijf.
sharing-others-title = De bedrijven die zij noemen
sharing-others-lead = { $count ->
    [0] Geen ervan wordt door meer dan één bedrijf genoemd.
    [one] 1 ervan wordt door meer dan één bedrijf genoemd.
   *[other] { $number } ervan worden door meer dan één bedrijf genoemd.
}
sharing-links-title = Wie met wie deelt, en wie het zei
sharing-links-about = Twee schrijfwijzen zijn één bedrijf als ze alleen verschillen in accenten, hoofdletters of rechtsvorm. Groepen worden niet geraden.
sharing-column-receives = Bedrijven waarvan het ontvangt
sharing-column-supplies = Bedrijven waaraan het levert
sharing-column-from = Van
sharing-column-to = Aan
sharing-column-told = Gezegd door
sharing-told-answer = { $count ->
    [one] antwoord van { $company }, één keer ({ $place })
   *[other] antwoord van { $company }, { $number } keer ({ $place })
}
sharing-told-notice = verklaring van { $company }: { $role } ({ $source }, gelezen op { $date })
report-colophon-plain = Gemaakt door habeas op { $date }, op uw eigen computer, uit de bestanden die u ontving. Er is niets ergens heen gestuurd. Deze pagina stelt feiten vast en geeft geen juridisch oordeel. Feiten { $fingerprint }.
