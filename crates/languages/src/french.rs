//! French.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "fr",
    name: "French",
    own_name: "français",
    script: Script::Latin,
    letters: "àâæçéèêëîïôœùûüÿ",
    abbreviations: "mm mme mlle mgr me dr pr prof st ste no# nos# art# pp# vol# chap# env av apr cf tél#",
    stop_words: "à afin ai aient ainsi alors après as assez au aucun aucune aujourd'hui auprès auquel aura aurait \
        aussi autant autour autre autres aux auxquels avaient avait avant avec avez avoir avons ayant \
        beaucoup bien bientôt ça car ce ceci cela celle celles celui cependant ces cet cette ceux chacun \
        chaque chez ci comme comment contre d'abord d'autres d'un d'une dans de déjà demain depuis \
        dernier dernière derrière des désormais dès deux devant devra devrait différents doit doivent \
        donc dont du durant elle elles en encore enfin ensuite entre environ es est et étaient était \
        étant été être eu eux fait faire fois font fut grâce hier hors ici il ils j'ai jamais je jusqu \
        jusque l'on la laquelle le lequel les lesquelles lesquels leur leurs loin lors lorsque lui là ma \
        mais malgré me même mêmes mes mieux moi moins mon n'a n'est ne ni non nos notamment notre nous \
        nouveau on ont or ou où oui outre par parce parfois parmi pas pendant personne peu peut peuvent \
        plus plusieurs plutôt pour pourquoi pourrait près presque puis puisque qu'elle qu'il qu'ils \
        qu'on qu'un qu'une quand quant que quel quelle quelles quelque quelques quels qui quoi s'est sa \
        sans sauf se selon sera serait seront ses seul seulement si sien sinon soi soit sommes son sont \
        sous souvent suis sur surtout ta tandis tant te tel telle telles tels tes toi ton toujours tous \
        tout toute toutes très trop tu un une va vers voici voilà voir vont vos votre vous vraiment y \
        c'est s'il d'être l'un l'une",
    months: ["janvier janv jan", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août", "septembre sept", "octobre oct", "novembre nov", "décembre déc"],
    days: ["lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"],
    crediting: Crediting {
        times: "hier aujourd'hui ce cette matin soir dernier dernière midi",
        offices: "insee|ined|météo-france|météo france|banque de france|cour des comptes|ministère*|\
            eurostat|ocde|fmi|banque mondiale|commission européenne|santé publique france|statbel|\
            ofs|office fédéral*|ademe|dares|drees|ifop|ipsos|inserm|oms|onu|préfecture*",
        labels: "source|sources|source originale",
        says: "constaté/constatait/rapporté/rapporte/observé un/une/des journaliste/journalistes/correspondant/correspondante/reporter/photographe {p}|selon un/une/le/la/les/des journaliste/journalistes/correspondant/correspondante/correspondants/reporter {p}|propos/déclarations rapportés/rapportées/relayés/relayées/cités/citées/recueillis par {p}|enquête/révélations {p} révèle/montre/montrent|c'est {p} qui rapporte/révèle/l|\
            a/ont appris {p}|invité/invitée de/sur/du {p}|enquête/article/reportage/interview/entretien de/du/dans/des {p}|sur l'antenne de/du {x}|dit-il/dit-elle/promet-il/promet-elle/assure-t-il/assure-t-elle/affirme-t-il/affirme-t-elle/lance-t-il/lance-t-elle/ajoute-t-il/précise-t-il/précise-t-elle/estime-t-il/estime-t-elle/déclare-t-il/déclare-t-elle/témoigne-t-il/témoigne-t-elle/regrette-t-il/regrette-t-elle/confie-t-il/confie-t-elle/explique-t-il/explique-t-elle/raconte-t-il/raconte-t-elle * à/au/aux/dans/sur {p}|confie/confié/déclare/déclaré/explique/expliqué/raconte/raconté/dit/confirmé/annoncé * dans/sur {p}|\
            selon {p}|d'après {p}|\
            comme le/l rapporte/révèle/indique/explique/souligne/raconte/écrit/rapportait/relève {x}|\
            comme l'indique/l'explique/l'a/l'écrit/l'annonce * {p}|\
            rapporte/rapportent/révèle/indique/affirme/annonce/écrit/relate/rapportait {p}|\
            {p} rapporte/révèle/affirme/annonce/indique/assure/écrit/relate|\
            {p} a révélé/rapporté/annoncé/indiqué/affirmé|à en croire {p}|\
            accordé/accordée/donné/donnée/accordait à/au/aux {x}|\
            interview/entretien avec/à/au/dans/pour {p}|dans/sur les colonnes/pages de/du {x}|\
            au/aux micro/micros de/du/d {x}|\
            confie/confié/confiait/déclare/déclaré/explique/expliqué/raconte/raconté/dit/assure/assuré/indiqué/confirmé/témoigne * à/au/aux/auprès {p}|\
            interrogé/interrogée/contacté/contactée/cité/citée/rapporté/révélé/relayé/consulté par {p}|\
            informations/révélations de/du/des {p}|auprès de/du {p}|\
            racontent/écrivent/révèlent/indiquent/affirment/annoncent/relatent/assurent/expliquent/détaillent {p}|\
            raconte/explique/note/précise/détaille/assure/avance/souligne {p}|\
            comme le/l racontait/racontaient/révélait/révélaient/expliquait/écrivait/indiquait/notait/note/détaille/détaillait/rapportent/révèlent/racontent {x}|\
            conjointement/partenariat avec {n}|croit/croient savoir {p}|révélé/rapporté/affirmé {p}|{p} croit savoir|\
            {p} racontent/écrivent/révèlent/rapportent/affirment|\
            {p} raconte/écrivait/racontait/révélait/détaille|{p} ont révélé/rapporté/indiqué|\
            dans un article/entretien/message * {p}|\
            cités/citées/contactés/interrogés/consultés/rapportée/relayée/publiés par {p}|\
            {n} évoque/parle|{n} fait état",
        first: "révélé/révélée/révélés/révélées/dévoilé/dévoilée/dévoilés par {p}|révélé/révélée/annoncé/annoncée/dévoilé/dévoilée/publié en premier/exclusivité par {x}|\
            révélé/révélée/annoncé/annoncée/dévoilé/dévoilée en premier lieu par {x}|\
            d'abord/initialement révélé/révélée/annoncé/annoncée/rapporté/rapportée/dévoilé par {x}|\
            révélé/révélée/annoncée/annoncé d'abord/initialement par {x}|{p} a été le premier/la première à|\
            {x} qui a révélé",
        origin: "article/texte/entretien original publié/paru sur/dans/par/par {x}|\
            publié/publiée/paru/parue/diffusé initialement/originellement/originalement/d'abord sur/dans/par/à {x}|\
            publié/publiée/paru/parue à l'origine sur/dans/par {x}|\
            initialement/d'abord/originellement/originalement publié/publiée/paru/parue/diffusé sur/dans/par/à {x}|\
            première fois dans/sur {x}|republié à partir de {x}",
        wire: "avec {a}",
        nouns: "quotidien journal magazine hebdomadaire site chaîne radio agence revue média mensuel hebdo \
            station podcast blog consœurs confrères",
        between: "le la les l un une du de des d nos notre au aux à",
        people: "police gendarmerie parquet procureur préfecture ministère ministre mairie maire sources source \
            témoins experts sondage étude avocat président présidente directeur directrice gouvernement \
            syndicats proches autorités pompiers insee porte-parole entraîneur",
        press: "journal dépêche voix courrier gazette presse parisien nouvelle républicain télégramme echos \
            écho télé libre média mediapart matin soir",
    },
    page: Page {
        updates: "modifié|modifié le|mis à jour|mise à jour|actualisé",
        begins: "à lire aussi|lire aussi|lire la suite|lire plus|lire également|à lire|à voir aussi|\
            voir aussi|à écouter|écouter|sur le même sujet|dans la même rubrique|les plus lus|le plus lu|\
            article réservé|cet article est réservé|la suite est réservée|il vous reste|abonnez-vous|\
            s'abonner|je m'abonne|déjà abonné|se connecter|connectez-vous|inscrivez-vous|s'inscrire|\
            newsletter|recevez|partager|partagez|commenter|commentaires|réagir|ajouter|publicité|\
            passer la publicité|la suite après|suivez-nous|suivre|copier le lien|imprimer|envoyer|publié le|\
            publié|mis à jour|mise à jour|temps de lecture|lecture|par |crédit|crédits|photo :|photos :|\
            vidéo|cookies|en cliquant|nous utilisons|votre adresse|conditions|mentions légales|tous droits|\
            signaler|télécharger|à propos|recommandé|plus d'articles|nos articles|découvrez|contribuer|\
            offrir cet|sélection|faites un don|aller au contenu|aller au menu|aller à la recherche|\
            aller à la navigation|merci pour votre inscription|j'accepte|votre e-mail|votre email|\
            contenu sponsorisé|la newsletter|abonnez-vous pour|abonnez-vous à|si cet article vous|soutenez|\
            vos réactions|partager sur|suivez-nous sur",
        whole: "partager|imprimer|commenter|commentaires|article|vidéo|photos|actualités|accueil|suivre|\
            facebook|copier le lien|ou|publicité|abonnés|réservé aux abonnés|\
            contenu sponsorisé|sponsorisé",
        has: "réservée aux abonnés|réservé aux abonnés|notre newsletter|nos newsletters|la publicité|\
            min de lecture|minutes de lecture|dans votre boîte mail|notre lettre|avis)|sur 5 étoiles",
        lists: "ingrédients|les ingrédients|préparation|réalisation|étape 1|pour la pâte|pour la sauce|\
            matériel|l'essentiel|les points clés|les points clefs|à retenir|ce qu'il faut retenir|\
            ce que l'on sait|en bref|en résumé|résumé|les temps forts|la feuille de match|\
            feuille de match|les équipes|les résultats",
        teasers: "à lire aussi|lire aussi|à lire|lire également|à lire également|à voir aussi|voir aussi|\
            sur le même sujet|pour aller plus loin|les plus lus|à découvrir|notre dossier",
        thanks: "avec|avec l'|avec agences|avec des informations de|avec les informations de",
        bylines: "par|propos recueillis par|texte|entretien par|recueilli par|chronique de|tribune de|par :|\
            texte :|écrit par|rédigé par|publié par|auteur|autrice|textes",
        dates: "publié|publié le|mis à jour|mis à jour le|modifié le|le|modifié|mise à jour|mise à jour le|\
            modifié à|lecture|temps de lecture|minutes de lecture|posté le|actualisé",
    },
    wording: Wording {
        read_on: "Lire la suite sur {}.",
        source: "Source : {}.",
        also: "Également rapporté par {}.",
        comma: ", ",
        and: " et ",
        promise: "{} : chaque sujet une seule fois, avec mention de qui l’a rapporté.",
        skip: "Aller aux articles",
        sections: "Rubriques",
        all_feeds: "Tous les flux",
        last_change: "Dernière modification : {}",
        subscribe: "S’abonner : {}",
        copy: "Copiez l’une de ces adresses dans votre lecteur de flux. Toutes contiennent les mêmes articles.",
        by: "Par {}",
        changed: "modifié le {}",
        audio: "Audio",
        video: "Vidéo",
        picture: "Image",
        file: "Fichier",
        license: "Licence de ce texte",
        nothing: "Rien n’a encore été publié.",
        made: "Chaque sujet paraît une seule fois et renvoie à qui l’a publié. Réalisé avec {}.",
        date: "{d} {m} {y}, {t} UTC",
        feeds: "Flux",
        feeds_of: "Les flux de {}, par rubrique.",
        deck: "Copiez l’adresse d’un flux dans votre lecteur, et les nouveaux articles viendront à vous. RSS, Atom et JSON Feed contiennent les mêmes articles.",
        opml: "Toutes les rubriques et leurs sources en OPML, à importer dans un lecteur",
        skip_sections: "Aller aux rubriques",
        draws: "Puise dans {}",
        sources_of: "Sources de {}",
        origins: "L’article *est apparu en premier sur|L'article *est apparu en premier sur|Cet article *est apparu en premier sur",
    },
};
