//! Portuguese.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "pt",
    name: "Portuguese",
    own_name: "português",
    script: Script::Latin,
    letters: "ãáâàçéêíõóôúü",
    abbreviations: "sr sra srta srs dr dra drs prof profa eng arq gen cel cap st sta sto av nº# art# \
        arts# pág# vol# tel# aprox",
    stop_words: "a à agora ainda além alguém algum alguma algumas alguns ali ambos ante antes ao aos apenas \
        apesar após aquela aquelas aquele aqueles aqui aquilo as às assim até atrás através bem cada cá \
        casa cerca com como conforme contra contudo cuja cujo da dá daquela daquele das de dela delas \
        dele deles demais dentro depois desde dessa dessas desse desses desta destas deste destes deve \
        devem diante disse disso disto do dois dos duas durante e é ela elas ele eles em embora enquanto \
        então entre era eram essa essas esse esses esta está estão estar estas estava estavam este estes \
        esteve estou eu faz fazer fez foi for fora foram fosse havia há hoje isso isto já lá lhe lhes \
        logo mais mas me mesma mesmas mesmo mesmos meu meus mim minha minhas muita muitas muito muitos \
        na nada não nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nós nossa nossas nosso \
        nossos num numa nunca o onde ontem os ou outra outras outro outros para pela pelas pelo pelos \
        pequeno pode podem poderá podia pois por porém porque portanto possível pouco poucos primeira \
        primeiro própria próprio qual quais qualquer quando quanto quase que quê quem quer são se seja \
        sejam sem sempre sendo ser será serão seria seu seus si sido só sob sobre sua suas tal também \
        tanta tanto tão te tem têm tendo tenha ter terá teve tinha tinham toda todas todavia todo todos \
        três tu tudo última último um uma umas uns vai vão vem vez você vocês vos",
    months: ["janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez"],
    days: ["segunda-feira segunda seg", "terça-feira terça ter", "quarta-feira quarta qua", "quinta-feira quinta qui", "sexta-feira sexta sex", "sábado sáb", "domingo dom"],
    crediting: Crediting {
        times: "hoje ontem esta este nesta neste desta deste segunda-feira terça-feira quarta-feira \
            quinta-feira sexta-feira manhã tarde noite",
        offices: "ine|instituto nacional*|ibge|inpe|ipea|ipma|banco de portugal|banco central*|\
            ministério*|ocde|fmi|banco mundial|oms|onu|comissão europeia|pordata|datafolha|inmet|\
            dgs|anvisa|fiocruz|secretaria*",
        labels: "fonte|fontes|com informações de|com informações do|com informações da",
        says: "declarações/comentários/palavras divulgadas/divulgados/citadas/reproduzidas/transmitidas por/pelo/pela {p}|constatou/verificou um/uma jornalista/repórter/correspondente {p}|segundo um/uma/o/a jornalista/repórter/correspondente {p}|levantamento/apuração/investigação de/do/da {p} mostra/revela/aponta|a informação é/foi do/da/de/divulgada {p}|quem revelou/noticiou/informou/publicou/divulgou * foi {p}|\
            confirmada/confirmado/disse/revelada/enviada * à/ao/a {p}|investigação/reportagem de/da/do {p}|ao/à {p} contou/disse/afirmou/explicou/garantiu/confirmou|ao/à {p} * contou/disse/afirmou/explicou/garantiu/confirmou|\
            segundo {p}|\
            segundo noticia/noticiou/informa/informou/apurou/avança/avançou/revela/revelou/publicou/escreve {x}|\
            segundo o/a jornal/revista/agência/emissora/site/canal/portal {x}|de acordo com {p}|\
            conforme/como noticiou/noticia/informou/informa/revelou/apurou/publicou/avançou/avança/escreve {x}|\
            avança/avançou/noticia/noticiou/revela/escreve/adianta/informa/informou/reporta {p}|\
            {p} noticiou/informou/revelou/avançou/apurou/publicou/avança/revela/noticia|\
            entrevista/declarações/conversa/depoimento a/à/ao/com/para {p}|concedida/concedeu a/à/ao {x}|\
            disse/contou/afirmou/confirmou/explicou/revelou/declarou/admitiu/adiantou * a/à/ao {p}|\
            citado/citada/ouvido/ouvida/entrevistado/entrevistada por/pelo/pela {p}|\
            afirma/conta/diz/explica/revela/garante/confirma/adiantou/relata/admite/lamenta * ao/à {p}|\
            afirma/conta/diz/explica/garante ao/à {p}|confirmada/confirmado pelo/pela/por {p}|\
            revelaram/noticiaram/escrevem/avançam/noticiam/informam/relatam {p}|\
            {p} fala/falam/escreve/conta/relata/adianta|{p} revelaram/noticiaram/escrevem|\
            relata/conta/diz/afirma/lembra/detalha {p}|{n} afirma/garante/diz/sustenta|\
            a que {p} teve|a que {p} tiveram|como conta/escreve/relata/avança/adianta/mostra {x}|\
            segundo conta/relata/mostra/adianta {x}|\
            citado/citada/ouvidos/ouvidas/consultados/consultado por/pelo/pela {p}|\
            mostra reportagem de/do/da {p}|disse à/ao {p}",
        first: "primeira mão por/pela/pelo {x}|\
            avançada/avançado/revelada/revelado/adiantada/noticiada/divulgada inicialmente/primeiro por/pelo/pela {x}|\
            avançada/avançado/adiantada por/pelo/pela {x}|{p} foi o/a primeiro/primeira a|\
            o primeiro/a primeira a noticiar/avançar/revelar * foi {x}|\
            revelada/revelado/noticiada/noticiado/divulgada/divulgado/publicada/antecipada/antecipado pelo/pela/por {x}",
        origin: "publicado/publicada/publicou-se/saiu originalmente/inicialmente/originariamente/primeiro no/na/em/pelo/pela/n {x}|\
            originalmente/inicialmente/originariamente publicado/publicada no/na/em/pelo/pela {x}|\
            publicado/publicada pela primeira vez no/na/em {x}|republicado de/do/da {x}",
        wire: "com informações de/do/da {x}",
        nouns: "jornal diário revista agência emissora site canal portal rádio semanário publicação televisão \
            blog podcast",
        between: "o a os as um uma do da de dos no na ao à",
        people: "polícia fontes fonte ministério ministro ministra governo presidente prefeito autarca câmara \
            testemunhas especialistas estudo sondagem advogado treinador porta-voz diretor bombeiros psp \
            gnr tribunal secretaria ibge",
        press: "jornal diário correio notícias rádio folha globo estado público expresso gazeta tv tribuna \
            observador agência",
    },
    page: Page {
        updates: "atualizado|actualizado|última atualização|modificado",
        begins: "leia também|leia mais|ler mais|veja também|saiba mais|mais sobre|mais notícias|\
            notícias relacionadas|artigos relacionados|relacionadas|mais lidas|newsletter|assine|subscreva|\
            inscreva-se|cadastre-se|entre para|entrar|iniciar sessão|receba|siga|compartilhe|compartilhar|\
            partilhar|comentários|comentar|publicidade|continua após|continua depois|copiar link|imprimir|\
            publicado|atualizado|última atualização|tempo de leitura|foto:|fotos:|imagem:|vídeo|assista|\
            cookies|utilizamos|política de|todos os direitos|tópicos|etiquetas|clique aqui|\
            conteúdo exclusivo|exclusivo para assinantes|ouça|confira|ir para o conteúdo|\
            saltar para o conteúdo|pular para o conteúdo|aceito|seu e-mail|o seu email|conteúdo patrocinado|\
            obrigado por se inscrever|receba |partilhe esta|partilhe este|partilhe no|partilhar no|\
            compartilhe esta|compartilhe este|compartilhe no|assine para|assine e|assine o|apoie o",
        whole: "compartilhar|partilhar|comentários|publicidade|notícias|vídeo|foto|ou|tópicos|\
            conteúdo patrocinado|patrocinado|publieditorial",
        has: "nossa newsletter|continua após a publicidade|todos os direitos reservados|\
            minutos de leitura|min de leitura|no seu e-mail|no seu email|votos)",
        lists: "ingredientes|modo de preparo|modo de preparação|preparação|preparo|passo 1|para a massa|\
            para o molho|pontos-chave|o essencial|em resumo|resumo|destaques|o que se sabe|\
            ficha de jogo|ficha técnica|escalações|resultados",
        teasers: "leia também|leia mais|leia ainda|veja também|saiba mais|veja mais|relacionadas|\
            notícias relacionadas|artigos relacionados|mais lidas|recomendado|pode gostar|\
            ler também|ler mais",
        thanks: "com informações de|com informações do|com informações da|com informação de|com agências|\
            com",
        bylines: "por|texto|da redação|entrevista de|texto de|escrito por|reportagem de|por:|publicado por|\
            postado por|autor|autora|texto e fotos|texto e fotografia de|reportagem",
        dates: "publicado|atualizado|publicado em|atualizado em|última atualização|modificado|atualizada|\
            alterado|tempo de leitura|min de leitura|minutos|postado em|actualizado",
    },
    wording: Wording {
        read_on: "Continuar a ler em {}.",
        source: "Fonte: {}.",
        also: "Também noticiado por {}.",
        comma: ", ",
        and: " e ",
        promise: "{}: cada notícia uma só vez, com menção de quem a deu.",
        skip: "Ir para as notícias",
        sections: "Secções",
        all_feeds: "Todos os feeds",
        last_change: "Última alteração: {}",
        subscribe: "Subscrever: {}",
        copy: "Copie um destes endereços para o seu leitor de feeds. Todos têm as mesmas notícias.",
        by: "Por {}",
        changed: "alterado a {}",
        audio: "Áudio",
        video: "Vídeo",
        picture: "Imagem",
        file: "Ficheiro",
        license: "Licença deste texto",
        nothing: "Ainda nada foi publicado.",
        made: "Cada notícia aparece uma só vez e remete para quem a publicou. Feito com {}.",
        date: "{d} de {m} de {y}, {t} UTC",
        feeds: "Feeds",
        feeds_of: "Os feeds de {}, por secção.",
        deck: "Copie o endereço de um feed para o seu leitor e as novas notícias chegam até si. RSS, Atom e JSON Feed têm as mesmas notícias.",
        opml: "Todas as secções e as suas fontes em OPML, para importar num leitor",
        skip_sections: "Ir para as secções",
        draws: "Recorre a {}",
        sources_of: "Fontes de {}",
        origins: "O post *apareceu primeiro em|O conteúdo *aparece primeiro em|O artigo *apareceu primeiro em",
    },
};
