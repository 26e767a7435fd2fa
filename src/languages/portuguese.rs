//! Portuguese.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "pt",
    name: "Portuguese",
    own_name: "português",
    script: Script::Latin,
    letters: "ãáâàçéêíõóôúü",
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
        labels: "fonte|fontes|com informações de|com informações do|com informações da",
        says: "confirmada/confirmado/disse/revelada/enviada * à/ao/a {p}|investigação/reportagem de/da/do {p}|ao/à {p} contou/disse/afirmou/explicou/garantiu/confirmou|ao/à {p} * contou/disse/afirmou/explicou/garantiu/confirmou|\
            segundo {p}|\
            segundo noticia/noticiou/informa/informou/apurou/avança/avançou/revela/revelou/publicou/escreve {x}|\
            segundo o/a jornal/revista/agência/emissora/site/canal/portal {x}|de acordo com {p}|\
            conforme/como noticiou/noticia/informou/informa/revelou/apurou/publicou/avançou/avança/escreve {x}|\
            avança/avançou/noticia/noticiou/revela/escreve/adianta/informa/informou/reporta {p}|\
            {p} noticiou/informou/revelou/avançou/apurou/publicou/avança/revela/noticia|\
            entrevista/declarações/conversa/depoimento a/à/ao/com/para {p}|concedida/concedeu a/à/ao {x}|\
            disse/contou/afirmou/confirmou/explicou/revelou/declarou/admitiu/adiantou * a/à/ao {p}|\
            citado/citada/ouvido/ouvida/entrevistado/entrevistada por/pelo/pela {p}",
        first: "primeira mão por/pela/pelo {x}|\
            avançada/avançado/revelada/revelado/adiantada/noticiada/divulgada inicialmente/primeiro por/pelo/pela {x}|\
            avançada/avançado/adiantada por/pelo/pela {x}|{p} foi o/a primeiro/primeira a|\
            o primeiro/a primeira a noticiar/avançar/revelar * foi {x}",
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
        begins: "leia também|leia mais|ler mais|veja também|saiba mais|mais sobre|mais notícias|\
            notícias relacionadas|artigos relacionados|relacionadas|mais lidas|newsletter|assine|subscreva|\
            inscreva-se|cadastre-se|entre para|entrar|iniciar sessão|receba|siga|compartilhe|compartilhar|\
            partilhar|comentários|comentar|publicidade|continua após|continua depois|copiar link|imprimir|\
            publicado|atualizado|última atualização|tempo de leitura|foto:|fotos:|imagem:|vídeo|assista|\
            cookies|utilizamos|política de|todos os direitos|tópicos|etiquetas|clique aqui|\
            conteúdo exclusivo|exclusivo para assinantes|ouça|confira",
        whole: "compartilhar|partilhar|comentários|publicidade|notícias|vídeo|foto|ou|tópicos",
        has: "nossa newsletter|continua após a publicidade|todos os direitos reservados",
        bylines: "por|texto|da redação",
        dates: "publicado|atualizado|publicado em|atualizado em|última atualização",
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
