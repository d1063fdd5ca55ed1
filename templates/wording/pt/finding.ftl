# O que significa uma observação, uma frase por código. Nenhum argumento é alguma vez um valor dos dados.
finding-archive-damaged = O arquivo está danificado; foi lido o que ainda se podia alcançar. Descarregue-o ou peça-o de novo.
finding-member-encrypted = O ficheiro está cifrado e nenhuma palavra-passe dada o abre. Indique a palavra-passe com --password-file.
finding-member-unreadable = Os bytes do ficheiro não puderam ser lidos, ou não até ao fim: estão danificados ou comprimidos por um método desconhecido.
finding-archive-unread = O ficheiro é um arquivo de um tipo que aqui não é lido ({ $kind }): nada do que contém foi visto. Descompacte-o primeiro e depois importe a pasta.
finding-mailbox-unread = O ficheiro é uma caixa de correio de um tipo que aqui não é lido ({ $kind }): nada do que contém foi visto. Guarde as suas mensagens como .eml ou .mbox e depois importe-as.
finding-page-for-archive = O ficheiro tem o nome de um arquivo e é uma página web, como a que pede para iniciar sessão ou diz que uma ligação expirou. Transfira de novo o arquivo.
finding-duplicate-name = Ficheiros no arquivo com este mesmo nome: { $count }; foram todos lidos.
finding-duplicate-content = Os mesmos bytes que { $original }; contado uma só vez.
finding-unsafe-path = O caminho do ficheiro tenta sair do arquivo; só é mostrado, nunca usado.
finding-link-not-followed = É uma ligação para outro lado; não foi seguida.
finding-not-a-file = Não é um ficheiro, mas um canal ou um dispositivo; não foi lido.
finding-member-overlap = O ficheiro partilha os seus bytes com outro, como num arquivo feito para esmagar quem o lê; não foi lido.
finding-folder-with-data = O arquivo chama-lhe pasta, mas contém dados; foi tomado como ficheiro.
finding-limit-reached = { $limit ->
    [members] O arquivo contém mais de { $max } ficheiros; o resto não foi lido.
    [name-bytes] O nome do ficheiro tem mais de { $max } bytes; o ficheiro não foi lido.
    [depth] Há arquivos encaixados mais de { $max } vezes; este não foi aberto.
    [folder-depth] Há pastas encaixadas mais de { $max } vezes; esta não foi aberta.
    [member-bytes] O ficheiro descomprimido passa de { $max } MiB; a leitura parou aí.
    [import-bytes] A resposta inteira descomprimida passa de { $max } MiB; a leitura parou aí.
    [nested-bytes] Os arquivos dentro do arquivo precisam de mais de { $max } MiB de memória; este não foi aberto.
    [ratio] O ficheiro descomprime-se em mais de { $max } vezes o seu tamanho, como uma bomba; a leitura parou aí.
    [record-bytes] Uma linha passa de { $max } MiB; foi deixada de fora.
    [row-fields] Uma linha tem mais de { $max } campos; os seguintes foram deixados de fora.
    [string-bytes] Um texto passa de { $max } MiB; a leitura parou aí.
    [json-depth] Há valores encaixados mais de { $max } vezes; a leitura parou aí.
    [workbook-bytes] O livro passa de { $max } MiB; não foi lido.
    [workbook-parts] Uma parte do livro descomprimida passa de { $max } MiB; não foi lido.
    [workbook-texts] O livro enumera mais de { $max } textos, ou diz que sim; não foi lido.
    [workbook-cell] Uma célula do livro passa de { $max } MiB; o livro não foi lido.
    [workbook-cells] As células do livro, com as que repete, são mais de { $max }; não foi lido.
    [workbook-rows] O livro tem mais de { $max } células, contando as vazias entre elas; linhas deixadas de fora: { $left }.
    [workbook-columns] Uma linha do livro vai além de { $max } colunas; o livro não foi lido.
    [workbook-repeated] Os textos do livro, com os que repete, precisam de mais de { $max } MiB; não foi lido.
    [workbook-ratio] Uma parte do livro descomprime-se em mais de { $max } vezes o seu tamanho, como uma bomba; não foi lido.
    [pdf-bytes] O documento passa de { $max } MiB; não foi lido.
    [pdf-pages] O documento tem mais de { $max } páginas; o resto não foi lido.
    [pdf-text] As páginas contêm mais de { $max } MiB de texto; o resto não foi lido.
    [pdf-filters] Uma parte do documento está comprimida várias vezes, como uma bomba; não foi lido.
    [pdf-unpacked] O documento descomprimido passa de { $max } MiB; não foi lido.
    [pdf-old-packing] O documento tem mais de { $max } KiB numa compressão antiga cujo tamanho não se conhece antes; não foi lido.
    [pdf-stream] Uma parte do documento descomprimida passa de { $max } MiB; não foi lido.
    [pdf-ratio] Uma parte do documento descomprime-se em mais de { $max } vezes o seu tamanho, como uma bomba; não foi lido.
    [xml-depth] Há elementos encaixados mais de { $max } vezes; a leitura parou aí.
    [mails] A caixa contém mais de { $max } mensagens; o resto não foi lido.
    [mail-bytes] A mensagem passa de { $max } MiB; não foi lida.
    [mail-files] A pasta contém mais de { $max } mensagens; o resto não foi lido.
    [mail-text] O texto da mensagem passa de { $max } KiB; o resto não foi lido.
    [mail-attachments] A mensagem tem mais de { $max } ficheiros; o resto não foi lido.
    [record-text] Um texto da ficha tem mais de { $max } caracteres ou linhas; a ficha foi deixada de fora.
    [record-names] A ficha tem mais de { $max } nomes; o resto foi deixado de fora.
    [directory-records] A lista tem mais de { $max } fichas; o resto foi deixado de fora.
   *[other] Foi atingido um limite ({ $limit }: { $max }); a leitura parou aí.
} { $flag ->
    [none] Este limite não pode ser elevado.
   *[other] A opção { $flag } eleva-o.
}
finding-not-the-format = O ficheiro chama-se { $format } mas não o é, ou está demasiado danificado para ser lido assim.
finding-cut-short = O ficheiro acaba a meio; foi lido o que estava antes. Descarregue-o ou peça-o de novo.
finding-malformed = O ficheiro quebra aqui as regras do seu formato; foi lido o que estava antes.
finding-sheet-unreadable = A folha «{ $sheet }» não pôde ser lida até ao fim; foi lido o que estava antes.
finding-bad-encoding = Lugares do ficheiro que não são texto válido: { $count }; cada um foi substituído por um sinal.
finding-encoding-unsure = O ficheiro não diz como as suas letras estão codificadas, e poucas o revelam: lido como { $encoding }, talvez { $other }. Se os nomes parecerem errados, peça o ficheiro em UTF-8.
finding-ragged-row = Células na linha: { $found }, no cabeçalho: { $expected }; ficaram todas.
finding-quote-unclosed = Abre-se aqui uma aspa que nunca fecha, por isso as linhas seguintes podem estar mal cortadas; cada linha foi lida por si e nenhuma foi deixada de fora. Peça de novo o ficheiro se faltar algo.
finding-row-unreadable = A linha não pôde ser lida e não conta como registo.
finding-part-unreadable = A linha não pôde ser lida e não conta como registo; { $bytes } bytes foram saltados até à próxima linha legível.
finding-rest-unread = Os últimos { $bytes } bytes do ficheiro não puderam ser lidos.
finding-not-strict = O ficheiro não respeita todas as regras do seu formato (sítios: { $count }); foi lido na mesma e nada ficou de fora.
finding-duplicate-key = A mesma chave aparece duas vezes; ficaram os dois valores.
finding-header-repeated = O cabeçalho aparece outra vez entre as linhas: { $count } vezes, não contadas como linhas.
finding-no-text = As páginas não contêm texto legível, como cartas digitalizadas: veja-as por si.
finding-nul-bytes = Bytes nulos tirados do texto: { $count }.
finding-date-unreadable = A data em «{ $column }» não tem nenhuma forma conhecida; o texto ficou.
finding-amount-unreadable = O montante em «{ $column }» não tem nenhuma forma conhecida; o texto ficou.
finding-amount-ambiguous = Os montantes em «{ $column }» podem ser milhares ou ter três casas decimais (montantes: { $count }); foram lidos como milhares, pois o dinheiro raramente tem três casas decimais.
finding-order-undone = «{ $column }» diz que encomendas foram canceladas, reembolsadas ou nunca pagas (linhas: { $count }); os seus montantes não estão nas somas.
finding-refund-taken-off = «{ $column }» diz que foi devolvido dinheiro (linhas: { $count }); foi subtraído do que as encomendas custaram.
finding-refund-not-taken-off = «{ $column }» diz que uma parte do preço de encomendas foi devolvida (linhas: { $count }); as somas não a subtraem, pois os montantes podem já tê-la em conta.
finding-total-may-repeat = Há linhas da mesma encomenda com o mesmo montante em «{ $column }» (linhas: { $count }); cada uma é contada, embora possa ser o da encomenda inteira.
finding-total-of-list = Um total e os montantes que ele soma estão no mesmo ficheiro; são contados uma só vez.
finding-order-undone-elsewhere = Há encomendas desta tabela que foram canceladas ou reembolsadas, como diz outra tabela da resposta (encomendas: { $count }); os seus montantes não estão nas somas.
finding-order-counted-once = Há encomendas em várias tabelas da resposta (encomendas: { $count }); o seu dinheiro só é contado uma vez.
finding-date-ambiguous = Nada em «{ $column }» distingue o dia do mês (datas: { $count }); o texto ficou, nenhuma data foi adivinhada.
finding-column-changes = Mais abaixo, «{ $column }» contém outros valores do que nas primeiras linhas; o texto ficou tal como está, sem interpretação.
finding-layout-drift = As colunas do ficheiro mudaram. Faltam: { $missing ->
    [none] nenhuma
   *[other] { $missing }
}. Novas: { $added ->
    [none] nenhuma
   *[other] { $added }
}.
finding-layout-unknown = Um ficheiro de nome conhecido tem uma estrutura que não conhecemos; foi lido sem descrição. Faltam: { $missing }
finding-total-row = Uma linha que apenas soma outras, ou que diz um saldo ou o imposto incluído; não é contada outra vez.
finding-says-nothing-held = Uma frase em vez de dados: dizem que não há.
finding-announced-absent = A política de privacidade deles anuncia dados deste tipo, e não veio nenhum: { $category }
finding-file-absent = Falta um ficheiro que as respostas desta empresa costumam conter.
finding-received-empty = Recebido e vazio: este ficheiro não contém dados.
finding-imported-before = O mesmo ficheiro já foi lido antes, como { $import }.
finding-several-companies = Há aqui respostas de várias empresas: { $companies }. Cada parte foi lida como da sua empresa; leia-as em separado para ter um relatório de cada uma.
finding-other-company = Parece a resposta de outra empresa que não { $company }, de que trata o processo.
