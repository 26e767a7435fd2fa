//! French.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "fr",
    name: "French",
    own_name: "français",
    script: Script::Latin,
    letters: "àâæçéèêëîïôœùûüÿ",
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
};
