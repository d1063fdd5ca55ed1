# O relatório. Primeiro a primeira página: palavras simples, sem jargão.
report-title = O que { $company } tem sobre si
report-title-unknown = O que esta resposta contém sobre si
report-eyebrow = O seu relatório, { $date }
report-lead = { $company } enviou-lhe { $files }, com { $records } sobre si.
report-lead-nothing = { $company } enviou-lhe { $files }. Não foi possível ler nada sobre si.
report-lead-beside = { $count ->
    [one] Mais um é uma cópia de um destes ou um ficheiro de um sistema operativo.
   *[other] Mais { $number } são cópias destes ou ficheiros de um sistema operativo.
}
report-lead-orders = Algumas encomendas constam de vários ficheiros: o valor conta uma vez, os dados contam em cada um.
report-they = A empresa
report-controller = Perante a lei, o responsável por estes dados é { $controller }.
report-files = { $count ->
    [one] 1 ficheiro
   *[other] { $number } ficheiros
}
report-records = { $count ->
    [one] 1 informação
   *[other] { $number } informações
}
report-span = De { $since } a { $until }.
report-span-one = Data: { $since }.
report-figure-records = { $count ->
    [one] informação
   *[other] informações
}
report-figure-categories = { $count ->
    [one] tipo de dados
   *[other] tipos de dados
}
report-figure-since = o ano da mais antiga
report-figure-files = { $count ->
    [one] ficheiro recebido
   *[other] ficheiros recebidos
}
report-facts-title = O que sobressai
report-at-least = { $number }+
report-see = Ver
report-examples = Por exemplo { $examples }.
report-segment-about = Um segmento é um grupo de pessoas em que uma empresa o classifica; estas etiquetas são dela, sem explicação.
report-quote = «{ $text }»
list-next = { $list }; { $next }
report-more = { $count ->
    [one] e mais 1
   *[other] e mais { $number }
}
report-fact-inferences = { $count ->
    [one] conclusão sobre si: um grupo a que pertenceria, uma pontuação ou uma previsão.
   *[other] conclusões sobre si: grupos a que pertenceria, pontuações ou previsões.
}
report-fact-recipients = { $count ->
    [one] empresa ou aplicação recebeu os seus dados, ou chega até si por meio deles.
   *[other] empresas ou aplicações receberam os seus dados, ou chegam até si por meio deles.
}
report-fact-special = { $count ->
    [one] informação sobre um assunto que a lei protege de modo especial: saúde, convicções, origem, vida íntima.
   *[other] informações sobre assuntos que a lei protege de modo especial: saúde, convicções, origem, vida íntima.
}
report-fact-others = { $count ->
    [one] informação que também diz respeito a outra pessoa.
   *[other] informações que também dizem respeito a outras pessoas.
}
report-fact-profiles = { $count ->
    [one] perfil nesta conta.
   *[other] perfis nesta conta: veja qual é o seu; os outros são provavelmente de outras pessoas, por exemplo do seu agregado familiar.
}
report-fact-oldest = é até onde vai a memória que têm de si: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] pesquisa guardada palavra por palavra.
   *[other] pesquisas guardadas palavra por palavra.
}
report-fact-places = { $count ->
    [one] lugar ligado a si.
   *[other] lugares ligados a si.
}
report-fact-obtained = { $count ->
    [one] informação que vem de outra pessoa ou empresa, e não de si.
   *[other] informações que vêm de outra pessoa ou empresa, e não de si.
}
report-fact-ip-addresses = { $count ->
    [one] endereço de internet usado por si que ficou registado.
   *[other] endereços de internet usados por si que ficaram registados.
}
report-fact-identifiers = { $count ->
    [one] número ou código que permite reconhecer quem é.
   *[other] números ou códigos que permitem reconhecer quem é.
}
report-fact-devices = { $count ->
    [one] aparelho ou programa que utilizou.
   *[other] aparelhos ou programas que utilizou.
}
report-fact-spending = { $count ->
    [one] é o montante anotado para 1 compra.
   *[other] é a soma dos { $number } montantes anotados nas suas compras.
}
report-missing-title = O que falta
report-missing-points = { $count ->
    [one] Das { $all } coisas que uma resposta lhe deve dizer por lei, 1 não foi encontrada nela.
   *[other] Das { $all } coisas que uma resposta lhe deve dizer por lei, { $number } não foram encontradas nela.
}
report-missing-categories = Anunciado pela empresa e não encontrado: { $categories }.
report-missing-empty = { $count ->
    [one] 1 ficheiro chegou vazio: não contém dados.
   *[other] { $number } ficheiros chegaram vazios: não contêm dados.
}
report-missing-refused = { $count ->
    [one] 1 ficheiro não pôde ser aberto.
   *[other] { $number } ficheiros não puderam ser abertos.
}
report-missing-files = { $count ->
    [one] 1 ficheiro que costuma acompanhar as respostas desta empresa não está.
   *[other] { $number } ficheiros que costumam acompanhar as respostas desta empresa não estão.
}
report-missing-nothing = Nada do que esta página procura.
report-next-title = O que fazer agora
report-step-command = Continue o seu pedido. Escreva:
report-step-whole-case = Veja tudo o que enviaram numa só página. Escreva:
report-step-ask-missing = { $count ->
    [one] Escreva de novo e peça o ponto que não foi encontrado.
   *[other] Escreva de novo e peça os { $number } pontos que não foram encontrados.
}
report-step-read-documents = { $count ->
    [one] Leia o documento junto: esta página não julga cartas, e algo do que falta pode estar nele.
   *[other] Leia os { $number } documentos juntos: esta página não julga cartas, e algo do que falta pode estar neles.
}
report-step-unpack = { $count ->
    [one] Descompacte o ficheiro que aqui não é lido e depois importe a pasta.
   *[other] Descompacte os { $number } ficheiros que aqui não são lidos e depois importe a pasta.
}
report-step-ask-readable = { $count ->
    [one] Peça em forma legível o ficheiro que não pôde ser aberto.
   *[other] Peça em forma legível os { $number } ficheiros que não puderam ser abertos.
}
report-step-keep-originals = Guarde os ficheiros tal como chegaram: são a sua prova.
report-case = Processo { $reference }: { $right } ({ $article })
report-case-sent = enviado em { $date }
report-case-received = respondido em { $date }
report-case-due = prazo até { $date }
report-imports-all = A resposta chegou em várias partes, aqui somadas: { $imports }. O que consta de duas delas conta duas vezes.
report-imports-one = Esta página mostra uma parte do que enviaram: { $imports }. Outra parte: { $others }. O que falta é avaliado sobre o conjunto.
report-imports-left-out = Deixado de fora, porque outra parte o contém por inteiro: { $imports }.
report-case-overdue = { $count ->
    [one] 1 dia de atraso
   *[other] { $number } dias de atraso
}

# À volta das secções.
report-skip = Ir para o relatório
report-contents = Neste relatório
report-filter = Procurar nesta tabela:
report-filter-matches = Linhas mostradas:
report-sort = Ordenar por esta coluna
report-chart-figures = Os números
report-colophon = Feito por habeas em { $date }, no seu próprio computador, a partir dos ficheiros que recebeu. Nada foi enviado para lado nenhum. O que «não foi encontrado na resposta» pode existir noutro lugar: esta página constata factos e não emite qualquer juízo jurídico. Factos { $fingerprint }.
report-shown-of = Mostram-se { $shown } de { $all }.
report-percent = { $number }%
report-moment = { $date }, { $time } { $zone }
report-month = { $month } de { $year }
report-article = art. { $article } do RGPD
report-article-ch = art. { $article } da LPD suíça
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: ver a página completa.
report-place = { $file }, { $position }
position-row = linha { $row }
position-sheet = folha { $sheet }, linha { $row }
position-entry = entrada { $number }
position-entry-of = entrada { $number } de { $list }
position-entry-at = entrada { $number } ({ $path })
position-path = entrada { $path }
report-country = { $code } ({ $name })
position-line = linha { $line }
report-read-from = Lido em:
report-received-caption = Ficheiros e as suas impressões digitais
report-findings-caption = Observações, primeiro as mais graves
report-ledger-rows-all = { $count ->
    [one] Foi encontrada neles 1 linha de dados, lida como registo.
   *[other] Foram encontradas neles { $number } linhas de dados, todas lidas como registos.
}
bytes = { $count ->
    [one] 1 byte
   *[other] { $number } bytes
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $amount } { $symbol }
money-code = { $amount } { $code }
money-unknown = { $amount } (moeda não indicada)

# Colunas.
report-column-entry = Entrada
report-column-mentions = Menções
report-column-first = Primeira
report-column-last = Última
report-column-among = Nomeada entre
report-column-place = Encontra-se em
report-column-origin = Origem
report-column-company = Empresa
report-column-role = Para quê
report-column-in-answer = Na resposta
report-column-announced-in = Anunciado em
report-column-period = Período
report-column-records = Registos
report-column-state = Estado
report-column-meaning = O que significa
report-column-files = Ficheiros
report-column-share = Parte
report-column-file = Ficheiro
report-column-format = Tipo de ficheiro
report-column-category = Tipo de dados
report-column-rows = Linhas de dados
report-column-size = Tamanho
report-column-sha256 = Impressão digital
report-column-remark = Observação
report-column-severity = Gravidade
report-column-count = Vezes

# O que concluíram.
report-conclusions = O que concluíram sobre si
report-conclusions-lead = { $count ->
    [one] A resposta contém 1 conclusão sobre si.
   *[other] A resposta contém { $number } conclusões diferentes sobre si.
}
report-conclusions-none = Não foi encontrado na resposta nenhum segmento, pontuação ou previsão.
report-conclusions-about = Segmentos, pontuações, previsões. Em regra nunca o disse: foi deduzido do que fez, ou tomado de outros.
report-list-in-rows = Veja as linhas de «{ $category }»: o conteúdo não pôde ser listado aqui.
report-list-beyond = { $count ->
    [one] A lista estava cheia: mais 1 menção foi contada e não listada.
   *[other] A lista estava cheia: mais { $number } menções foram contadas e não listadas.
}

# Quem mais os tem.
report-sharing = Quem mais tem os seus dados
report-recipients-lead = { $count ->
    [one] A resposta nomeia 1 empresa ou aplicação que recebeu os seus dados ou chega até si por meio deles.
   *[other] A resposta nomeia { $number } empresas ou aplicações que receberam os seus dados ou chegam até si por meio deles.
}
report-recipients-none = A resposta não nomeia nenhum destinatário.
report-list-in-letter = Os ficheiros não nomeiam nenhum; o que diz a carta está em «{ $section }».
report-announced = Em comparação com o que anunciaram
report-announced-lead = { $count ->
    [one] Anunciam 1 destinatário; a resposta nomeia { $named } deles.
   *[other] Anunciam { $number } destinatários; a resposta nomeia { $named } deles.
}
report-announced-others = { $count ->
    [one] 1 empresa na resposta não está entre as anunciadas.
   *[other] { $number } empresas na resposta não estão entre as anunciadas.
}
report-announced-caption = Destinatários que anunciam
report-announced-not-found = não encontrado na resposta
report-announced-source = { $source } (lido em { $date })
report-sources = Onde obtiveram dados sobre si
report-sources-lead = { $count ->
    [one] A resposta nomeia 1 fonte.
   *[other] A resposta nomeia { $number } fontes.
}
report-sources-none = A resposta não nomeia nenhuma fonte.
recipient-role-advertising = publicidade
recipient-role-affiliate = empresa do mesmo grupo
recipient-role-delivery = entrega
recipient-role-measurement = medição de audiências
recipient-role-payment = pagamento e crédito
recipient-role-seller = vendedor na plataforma
recipient-role-support = apoio ao cliente
recipient-role-technical = alojamento e outros serviços técnicos

# O que têm.
report-holdings = O que têm, tipo por tipo
report-holdings-lead = { $count ->
    [one] O que pôde ser lido pertence a 1 tipo de dados.
   *[other] O que pôde ser lido pertence a { $number } tipos de dados.
}
report-holdings-none = Nesta resposta não pôde ser lido nenhum registo.
report-holdings-about = Um registo é uma linha dos ficheiros deles: uma encomenda, uma pesquisa, um acesso. Cada tabela indica o ficheiro e a linha, para que o possa procurar no que recebeu.
report-category-lead = { $count ->
    [one] 1 registo.
   *[other] { $number } registos.
}
report-time-title = Registos ao longo do tempo
report-time-description = { $count ->
    [one] { $from } – { $to }. Barra mais alta: 1 ({ $peak }).
   *[other] { $from } – { $to }. Barra mais alta: { $number } ({ $peak }).
}
report-origin-title = De onde vêm
report-kinds = O que são
report-sum = Soma dos montantes
report-amounts = { $count ->
    [one] 1 montante
   *[other] { $number } montantes
}
report-undated = Sem data utilizável
report-rows-caption = { $count ->
    [one] A primeira linha, tal como está em { $file }
   *[other] As primeiras { $number } linhas, tal como estão em { $file }
}
report-columns-left = { $count ->
    [one] O ficheiro tem mais 1 coluna.
   *[other] O ficheiro tem mais { $number } colunas.
}
report-searches = O que pesquisou
report-searches-lead = { $count ->
    [one] 1 pesquisa está guardada palavra por palavra.
   *[other] { $number } pesquisas diferentes estão guardadas palavra por palavra.
}
report-searches-none = Não foi encontrada nenhuma pesquisa na resposta.

# O que segue a pessoa.
report-traces = Números, aparelhos e lugares que levam até si
report-traces-about = Acompanham cada visita sua e permitem juntar o que empresas diferentes sabem.
report-identifier-lead = { $count ->
    [one] 1 número ou código que permite reconhecer quem é.
   *[other] { $number } números ou códigos que permitem reconhecer quem é.
}
report-identifier-none = Não foi encontrado nenhum identificador na resposta.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 identificador, numa lista à parte
   *[other] { $kind }: { $number } identificadores, numa lista à parte
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: o identificador
   *[other] { $kind }: os { $number } identificadores, um a um
}
report-device-lead = { $count ->
    [one] 1 aparelho, navegador ou programa.
   *[other] { $number } aparelhos, navegadores ou programas.
}
report-device-none = Não foi encontrado nenhum aparelho na resposta.
report-ip-address-lead = { $count ->
    [one] 1 endereço de internet usado por si que ficou registado.
   *[other] { $number } endereços de internet usados por si que ficaram registados.
}
report-ip-address-none = Não foi encontrado nenhum endereço de internet na resposta.
report-location-lead = { $count ->
    [one] 1 lugar.
   *[other] { $number } lugares.
}
report-location-numbers = Alguns lugares são dados por dois números, em graus: a latitude (para norte) e a longitude (para leste). Escritos num mapa, primeiro a latitude, mostram o lugar. Se o nome de uma coluna acabar em E7, divida antes por 10 000 000.
report-location-none = Não foi encontrado nenhum lugar na resposta.

# Dados sensíveis e outras pessoas.
report-sensitive = Dados sensíveis e outras pessoas
report-special = Dados com proteção especial
report-special-lead = { $count ->
    [one] 1 registo está marcado por tocar um assunto com proteção especial.
   *[other] { $number } registos estão marcados por tocarem assuntos com proteção especial.
}
report-special-none = Nenhum registo está marcado por tocar um assunto com proteção especial.
report-special-about = Saúde, vida sexual, religião, opiniões políticas, filiação sindical, origem, genes, traços do corpo que identificam (art. 9 do RGPD); condenações penais (art. 10). A marca assenta em nomes de ficheiros e colunas; confirme por si.
report-others = Outras pessoas
report-others-lead = { $count ->
    [one] 1 registo diz respeito também a outra pessoa.
   *[other] { $number } registos dizem respeito também a outras pessoas.
}
report-others-none = Nenhum registo está marcado como dizendo respeito a outras pessoas.
report-others-about = Quem recebe presentes, agregado familiar, contactos, vendedores. Pense neles antes de mostrar este relatório a alguém.
report-profile-lead = { $count ->
    [one] A conta tem um só perfil.
   *[other] A conta tem { $number } perfis.
}
report-profile-others = { $count ->
    [one] 1 dado está num perfil que não é o mais usado. Veja qual é o seu: o que está nos outros diz provavelmente respeito a outras pessoas, por exemplo do seu agregado familiar.
   *[other] { $number } dados estão em perfis que não são o mais usado. Veja qual é o seu: o que está nos outros diz provavelmente respeito a outras pessoas, por exemplo do seu agregado familiar.
}

# O que falta.
report-points = O que uma resposta de acesso lhe deve dizer
report-points-lead = { $count ->
    [0] Foram encontrados na resposta vestígios dos { $all } pontos.
    [one] 1 de { $all } pontos não foi encontrado na resposta.
   *[other] { $number } de { $all } pontos não foram encontrados na resposta.
}
report-points-about = «Não encontrado» refere-se aos dados e às cartas que foram lidos. Um documento da lista abaixo pode dizê-lo. As frases são lidas por um programa: se uma basta, cabe-lhe a si julgar (habeas audit).
presence-found = encontrado
report-point-judged = julgado por si
report-point-contradicted = { $quote } – os dados dizem o contrário
report-letters-read = Cartas lidas para estes pontos
presence-partly = encontrado em parte
presence-vague = só em termos gerais
presence-not-found = não encontrado na resposta
report-absent = Anunciado e não encontrado
report-absent-about = A política de privacidade deles diz que têm estes tipos de dados. Não foi encontrado nenhum registo deles na resposta.
report-empty = Recebido vazio
report-empty-about = Estes ficheiros não contêm dados: estão vazios ou dizem que não os há. Isso também é uma resposta.
report-refused = Não pôde ser aberto
report-refused-about = Nestes ficheiros pode estar qualquer coisa. As observações no fim dizem por que não puderam ser lidos.
report-absent-files = Costuma estar, aqui falta
report-absent-files-about = Outras respostas desta empresa contêm estes ficheiros.
report-documents = Documentos para ler em pessoa
report-documents-about = Estão escritos para pessoas. O que acima não foi encontrado pode estar neles.

# Cada ficheiro.
report-ledger = Cada ficheiro e o que lhe aconteceu
report-ledger-lead = { $count ->
    [0] A resposta não tem nenhum ficheiro.
    [one] A resposta tem 1 ficheiro. Eis o que lhe aconteceu.
   *[other] A resposta tem { $number } ficheiros. Eis o que aconteceu a cada um.
}
report-ledger-beside = { $count ->
    [one] 1 deles não diz nada sobre si: um resto do computador que preparou o envio ou uma página que o explica. A primeira página conta os outros: { $counted }.
   *[other] { $number } deles não dizem nada sobre si: restos do computador que preparou o envio ou páginas que o explicam. A primeira página conta os outros: { $counted }.
}
report-ledger-rows = { $count ->
    [0] Não foi encontrada neles nenhuma linha de dados.
    [one] Foi encontrada neles 1 linha de dados: { $records } lida como registo, { $unread } deixada como observação.
   *[other] Foram encontradas neles { $number } linhas de dados: { $records } lidas como registos, { $unread } deixadas como observações.
}
report-ledger-broken = As somas desta leitura não batem certo. Comunique-o como falha do programa.
report-ledger-all = Todos os ficheiros
report-states-caption = O que aconteceu aos ficheiros
report-files-caption = { $count ->
    [one] O ficheiro
   *[other] Os { $number } ficheiros, um a um
}
report-files-about = Uma linha de dados é uma entrada de um ficheiro. Cada uma foi lida como registo deste relatório, ou consta das observações no fim.
report-received = O que recebeu
report-received-about = Uma impressão digital calcula-se com cada carácter de um ficheiro: se um mudar, a impressão é outra. Com ela qualquer pessoa pode verificar, mesmo anos depois, que um ficheiro é o mesmo de que saiu este relatório. O método chama-se SHA-256.
report-usual = O que esta empresa costuma omitir
report-usual-about = Falta o que outras respostas desta empresa, a sua política de privacidade ou o que se publicou sobre elas fazem esperar. Veja se está aqui; se não estiver, pode pedi-lo.
report-explained-file = O que a empresa diz deste ficheiro
report-recognised = Reconhecida como resposta de { $company }, com { $confidence } de certeza, por:
report-recognised-not = Pelos ficheiros não se reconheceu nenhuma empresa.
state-mapped = lido, ficheiro conhecido
state-mapped-about = O programa conhece este ficheiro desta empresa.
state-generic = lido, ficheiro desconhecido
state-generic-about = Ainda ninguém descreveu este ficheiro; datas, montantes e tipos foram deduzidos de nomes e valores.
state-opaque = só listado
state-opaque-about = Uma imagem, um filme, um documento: listado e não lido como dados.
state-refused = não pôde ser lido
state-refused-about = Danificado, fechado com palavra-passe ou para além de um limite de segurança.
state-ignored = não faz parte
state-ignored-about = Vestígios de um sistema operativo, explicações, cópias de outro ficheiro.
state-empty = recebido vazio
state-empty-about = Nada lá dentro.

# Observações.
report-findings = Observações sobre os ficheiros
report-findings-lead = { $count ->
    [one] Na leitura foi feita 1 observação.
   *[other] Na leitura foram feitas { $number } observações, agrupadas pelo que dizem.
}
report-findings-none = Tudo foi lido sem observações.
report-findings-unlisted = { $count ->
    [one] Mais 1 observação foi contada e não listada.
   *[other] Mais { $number } observações foram contadas e não listadas.
}
severity-note = nota
severity-warning = aviso
severity-problem = problema

# O que são as entradas das listas.
role-inference = Conclusões
role-recipient = Destinatários
role-source = Fontes
role-identifier = Identificadores
role-device = Aparelhos e programas
role-ip-address = Endereços de internet (IP)
role-location = Lugares
role-profile = Perfis da conta
role-query = Pesquisas

# Copiar comandos, e o que fazer depois de uma secção.
report-copy = Copiar
report-copied = Copiado
report-action-objection = Pode opor-se ao que concluíram:
report-action-automated-decision = Alguma coisa foi decidida só por um programa? Peça que uma pessoa a veja:
report-action-marketing-objection = Pode pôr fim à publicidade com os seus dados:
report-action-rectification = Há algo errado? Peça a retificação:
report-action-erasure = Pode pedir o apagamento de dados; na carta escolhe quais:
report-action-tracking = Pode perguntar o que têm sobre o seu navegador e os seus aparelhos:
report-action-restriction = Pode pedir a limitação do tratamento destes dados enquanto são contestados:
report-action-access = Pergunte de novo e indique o que falta:
report-action-rows = Estas são as primeiras linhas; aqui estão todas:
report-action-look = A marca baseia-se em nomes; procure uma palavra, um nome próprio, uma doença:
report-action-export = Todas as linhas, como tabelas para outros programas:
report-action-describe = Um ficheiro foi mal entendido? Descreva-o:
report-action-find = Procure a empresa, para lhe poder escrever:
report-action-audit = Verifique os pontos que um programa leu e corrija-os:
report-action-follow-up = Peça o que falta:

# O que está no lugar do que identifica alguém.
pseudonym-inference = conclusão { $number }
pseudonym-recipient = empresa { $number }
pseudonym-source = fonte { $number }
pseudonym-profile = perfil { $number }
pseudonym-identifier = identificador { $number }
pseudonym-device = aparelho { $number }
pseudonym-ip-address = endereço { $number }
pseudonym-location = lugar { $number }
pseudonym-query = pesquisa { $number }
pseudonym-value = valor { $number }
pseudonym-field = campo { $number }
pseudonym-file = ficheiro { $number }

# Códigos que ninguém explica, e o que é mais antigo do que o dito.
report-unexplained = não explicado pela empresa
report-unexplained-kind = Nem os nomes nem os valores dizem o que isto é, e a empresa não o explica. Pode perguntar.
report-unexplained-columns = { $count ->
    [one] 1 coluna contém códigos que a empresa não explica; está marcada na tabela. Pode perguntar o que significam.
   *[other] { $number } colunas contêm códigos que a empresa não explica; estão marcadas nas tabelas. Pode perguntar o que significam.
}
report-conclusions-codes = { $count ->
    [one] 1 delas é um código ou uma etiqueta que a empresa não explica. Pode perguntar o que significa.
   *[other] { $number } delas são códigos ou etiquetas que a empresa não explica. Pode perguntar o que significam.
}
report-log-ins = Acessos e segurança
report-log-ins-lead = { $count ->
    [one] 1 acesso ou outro vestígio guardado por segurança.
   *[other] { $number } acessos e outros vestígios guardados por segurança.
}
report-unannounced = Têm-no, e não está entre os tipos de dados que a política deles anuncia: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 carta está numa língua que aqui não é lida: o que parece faltar pode estar nela.
   *[other] { $number } cartas estão numa língua que aqui não é lida: o que parece faltar pode estar nelas.
}
report-missing-older = { $count ->
    [one] 1 informação é mais antiga do que o prazo de conservação que indicam.
   *[other] { $number } informações são mais antigas do que o prazo de conservação que indicam.
}
report-retention = Quanto tempo dizem conservá-los
report-retention-lead = { $count ->
    [0] Nada do que chegou é mais antigo do que o prazo mais longo desta frase (antes de { $since }).
    [one] 1 registo é anterior a { $since }, e portanto mais antigo do que o prazo mais longo desta frase.
   *[other] { $number } registos são anteriores a { $since }, e portanto mais antigos do que o prazo mais longo desta frase.
}
report-retention-older = { $records }, o mais antigo de { $first }
report-retention-about = Um prazo pode começar depois de feito o registo, por exemplo no fim da conta. Pergunte desde quando se conta.

# Por ano, e a certeza da leitura.
report-column-year = Ano
report-column-amounts = Montantes
report-years = Por ano
report-year-unknown = sem data utilizável
import-certainty-documented = A estrutura só é conhecida por descrições; quem a escreveu não viu nenhuma resposta.
import-certainty-expected = Não se conhece nenhuma resposta desta empresa; os seus ficheiros são lidos pelo que dizem as colunas.
