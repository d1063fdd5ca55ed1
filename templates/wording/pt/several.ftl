# O que várias empresas têm, lado a lado.
several-title = { $count ->
    [one] O que 1 empresa tem sobre si
   *[other] O que { $number } empresas têm sobre si
}
several-lead = { $count ->
    [0] Ainda não foi importada nenhuma resposta.
    [one] A resposta de 1 empresa contém { $records } sobre si.
   *[other] As respostas de { $number } empresas contêm { $records } sobre si.
}
several-figure-companies = { $count ->
    [one] empresa respondeu
   *[other] empresas responderam
}
several-missing-points = { $count ->
    [one] A 1 resposta faltam pontos que a lei exige.
   *[other] A { $number } respostas faltam pontos que a lei exige.
}
several-missing-recipients = Nenhum destinatário é nomeado na resposta de: { $companies }.
several-fact-conclusions = { $count ->
    [one] conclusão sobre si em { $company }, mais do que em qualquer outra.
   *[other] conclusões sobre si em { $company }, mais do que em qualquer outra.
}
several-fact-recipients = { $count ->
    [one] empresa tem os seus dados de { $company } ou chega a si através dela, mais do que com qualquer outra.
   *[other] empresas têm os seus dados de { $company } ou chegam a si através dela, mais do que com qualquer outra.
}
several-fact-special = { $count ->
    [one] informação em { $company } toca num assunto que a lei protege de modo especial.
   *[other] informações em { $company } tocam em assuntos que a lei protege de modo especial.
}
several-fact-others = { $count ->
    [one] informação em { $company } diz respeito também a outra pessoa.
   *[other] informações em { $company } dizem respeito também a outras pessoas.
}
several-fact-records = { $count ->
    [one] informação em { $company }, a que mais tem.
   *[other] informações em { $company }, a que mais tem.
}
several-next-report = Ler o que { $company } tem:
several-next-sharing = Ver quem partilha com quem:
several-companies = Empresa a empresa
several-companies-lead = { $count ->
    [0] Ainda não foi importada nenhuma resposta.
    [one] 1 empresa, com a sua última resposta.
   *[other] { $number } empresas, cada uma com a sua última resposta.
}
several-earlier = { $count ->
    [one] 1 resposta anterior das mesmas empresas fica de fora.
   *[other] { $number } respostas anteriores das mesmas empresas ficam de fora.
}
several-categories = Tipo a tipo
several-categories-lead = { $count ->
    [0] Não se pôde ler nenhum dado nas respostas.
    [one] Existe 1 tipo de dados; aqui está quem o tem.
   *[other] Existem { $number } tipos de dados; aqui está quem os tem.
}
several-purchases = Compras, por ano e loja
several-purchases-none = Nenhuma resposta contém uma compra com montante.
several-reports = O relatório de cada uma
several-reports-about = Cada número acima está num destes relatórios, que mostra os ficheiros e as linhas de onde vem.
several-report = { $company }, lida em { $date }:
several-report-unknown = { $company } (a empresa não foi reconhecida), lida em { $date }:
several-points-of = { $missing } de { $all }
several-holder = { $company } ({ $records })
several-column-since = Desde
several-column-kinds = Tipos de dados
several-column-conclusions = Conclusões
several-column-recipients = Destinatários
several-column-identifiers = Identificadores
several-column-special = Proteção especial
several-column-others = Outras pessoas
several-column-missing = Pontos em falta
several-column-companies = Empresas
several-column-holders = Quem os tem
several-column-shop = Loja
report-years-about = O que os montantes somam, cada moeda por si: nada é convertido, e os montantes devolvidos são subtraídos onde a resposta os dá com um menos.
