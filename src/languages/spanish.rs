//! Spanish.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "es",
    name: "Spanish",
    own_name: "español",
    script: Script::Latin,
    letters: "áéíñóúü¿¡",
    stop_words: "a acá además ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambos ante \
        antes apenas aquel aquella aquellas aquello aquellos aquí así aún aunque ayer bajo bastante bien \
        cabe cada casi cerca como cómo con conmigo contra cosa cual cuál cuales cualquier cuando cuándo \
        cuanto cuánto cuya cuyo cuyos da dado de debe deben debido decir del demás dentro desde después \
        detrás dice dicho dijo donde dónde dos durante e el él ella ellas ello ellos embargo en encima \
        entonces entre era eran es esa esas ese eso esos esta está estaba estaban estado estamos están \
        estar estas este esto estos estoy fin fue fuera fueron ha había habían haber habrá hace hacen \
        hacer hacia hacía hago han hasta hay haya he hemos hizo hoy incluso junto la las le les lo los \
        luego más mas me mediante medio mejor menos mí mi mientras mis misma mismas mismo mismos mucha \
        muchas mucho muchos muy nada nadie ni ningún ninguna ninguno no nos nosotros nuestra nuestras \
        nuestro nuestros nueva nuevo nunca o os otra otras otro otros para parece parte pero poca poco \
        pocos podía podrá podría por porque primer primera pronto propia propio pudo puede pueden pues \
        que qué quien quién quienes quiere quizá sea sean según ser será serán sería si sí sido siempre \
        sigue siguiente sin sino sobre sois solo sólo son soy su sus también tampoco tan tanto te tener \
        tenía tiene tienen toda todas todavía todo todos tras tu tú tus tuvo u última último un una unas \
        uno unos usted ustedes va vamos van varios ver vez y ya yo",
    months: ["enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago", "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic"],
    days: ["lunes lun", "martes mar", "miércoles mié", "jueves jue", "viernes vie", "sábado sáb", "domingo dom"],
};
