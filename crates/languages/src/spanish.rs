//! Spanish.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "es",
    name: "Spanish",
    own_name: "español",
    script: Script::Latin,
    letters: "áéíñóúü¿¡",
    abbreviations: "sr sra srta sres dr dra dña prof profa lic ing arq gral cnel cap tte sto sta san# av \
        avda núm# nº# no# art# pág# págs# vol# tel# aprox cf ee uu",
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
    crediting: Crediting {
        times: "este esta ayer hoy mañana tarde noche pasado pasada anoche",
        offices: "ine|instituto nacional*|inegi|indec|aemet|banco de españa|cis|dane|inei|ministerio*|\
            ocde|fmi|banco mundial|oms|onu|comisión europea|cepal|dgt|secretaría*",
        labels: "fuente|fuentes|con información de|vía",
        says: "constató/comprobó/constataron/verificó un/una periodista/corresponsal/reportero {p}|según un/una/el/la periodista/corresponsal/enviado/reportero {p}|constató/comprobó/verificó {p}|declaraciones/palabras/comentarios/manifestaciones recogidas/recogidos/difundidas/difundidos/citadas/reproducidas por {p}|investigación/análisis de/del {p} revela/reveló/muestra|según pudo saber/comprobar/constatar/conocer {x}|\
            acceso/accedido {p}|investigación/reportaje/exclusiva/crónica de/en/del {p}|adelantado/revelado/publicado/informado/confirmado/avanzado {p}|sabido {p}|aseguró/dijo/contó/declaró * a la/el revista/diario/cadena {x}|\
            según {p}|\
            según informa/informó/publica/publicó/recoge/adelanta/adelantó/revela/reveló/cuenta/apunta/señala/asegura/reporta/reportó/detalla/indica/indicó/confirma/confirmó {x}|\
            según ha informado/publicado/adelantado/podido * {p}|\
            según el/la diario/periódico/revista/cadena/agencia/portal/semanario {x}|de acuerdo con/a {p}|\
            como informa/publica/recoge/adelanta/informó/publicó/reveló/adelantó/señala {x}|\
            así lo informa/publica/recoge/adelanta/informó/publicó/reveló/adelantó/asegura {x}|\
            informa/informó/publica/reporta/reportó/adelanta/asegura/revela/recoge {p}|\
            {p} informa/informó/publica/publicó/asegura/aseguró/reporta/reportó/adelantó/reveló/revela/adelanta|\
            {p} ha informado/publicado/revelado/adelantado|entrevista/charla/conversación con/en/para/a {p}|\
            concedida/concedió/concedido a/al {x}|\
            declaró/declarado/dijo/dicho/contó/contado/confesó/confesado/explicó/explicado/cuenta/confirmó/confirmado/reveló/revelado/afirmó/afirmado/relató/aseguró * a/al {p}|\
            declaraciones a/al {p}|\
            citado/citada/citados/consultado/consultada/entrevistado/entrevistada por {p}|\
            información/informaciones de/del {p}|en las páginas de {x}|micrófonos de {x}|\
            publicó/publicaron/informaron/adelantaron/revelaron/contó/señaló/reporta/relata/narra/detalla/explica/avanza {p}|\
            informó/publican/informan/revelan/cuentan {p}|\
            tal y/e como/cual cuenta/publica/informa/recoge/adelanta/explica/señala {x}|\
            tal como cuenta/publica/informa/recoge/adelanta {x}|\
            como cuenta/contó/explica/relata/detalla {x}|\
            según cuentan/publican/informan/recogen/relata/explica {x}|\
            {p} publican/informan/revelan/cuenta/relata/recoge|\
            {n} asegura/sostiene/señala/apunta/afirma/recoge|tenido acceso {p}|\
            dijo/declaró/explicó/confesó/aseguró/admitió/señaló/comentó * a/al {p}|\
            entrevistado/entrevistada en/por {p}|le dijo a {p}|citando a {p}|\
            asegura/afirma/explica/sostiene/dice * a/al {p}",
        first: "adelantada/adelantado/avanzada/avanzado/desvelada/destapada/anticipada por {x}|\
            en primicia/exclusiva * por {x}|en primicia/exclusiva {p}|{p} fue el/la primero/primera en|\
            el primero en informar/publicar/adelantar * fue {x}|\
            publicada/publicado/revelada/revelado primero/inicialmente por {x}|\
            adelantó en primicia/exclusiva {x}",
        origin: "publicó/publicado/publicada/apareció originalmente/originariamente/inicialmente/primero por {x}|\
            publicó/publicado/publicada/apareció/aparecido originalmente/originariamente/inicialmente/primero en {x}|\
            publicó/publicado/publicada por primera vez en {x}|\
            originalmente/originariamente/inicialmente publicado/publicada/apareció/aparecido en/por {x}|\
            republicado/reproducido de {x}|versión original * en {x}",
        wire: "con información de/del {x}",
        nouns: "diario periódico revista cadena agencia portal semanario emisora canal medio web sitio radio \
            rotativo tabloide blog publicación",
        between: "el la los las un una del de al lo a en",
        people: "policía fuentes fuente ministerio ministro ministra gobierno fiscalía alcalde alcaldesa \
            ayuntamiento testigos expertos estudio encuesta abogado presidente presidenta portavoz \
            entrenador director guardia autoridades juzgado bomberos organización",
        press: "diario periódico noticias radio televisión tv prensa gaceta heraldo voz correo vanguardia \
            universal nacional mundo tiempo nación crónica opinión periodista",
    },
    page: Page {
        updates: "actualizado|última actualización|modificado|editado",
        begins: "lee también|leer más|lea también|lee más|te puede interesar|también te puede|\
            más información|más sobre|más noticias|más en|noticias relacionadas|temas relacionados|\
            artículos relacionados|relacionado|lo más leído|lo más visto|newsletter|suscríbete|suscríbase|\
            regístrate|inicia sesión|iniciar sesión|recibe|síguenos|sigue a|compartir|comparte|comentarios|\
            comentar|publicidad|continúa leyendo|sigue leyendo|archivado en|etiquetas|temas|copiar enlace|\
            imprimir|enviar|publicado|actualizado|última actualización|tiempo de lectura|foto:|fotos:|\
            imagen:|vídeo|video|cookies|utilizamos|al continuar|política de|términos|todos los derechos|\
            mira también|ver también|ver más|únete|descarga|conforme a los criterios|recomendado|\
            contenido exclusivo|si quieres|saltar al contenido|ir al contenido|tu suscripción se está|\
            ¿quieres añadir|acepto|introduce tu|tu correo|contenido patrocinado|gracias por suscribirte|\
            recibe |suscríbete para|suscríbete a|suscríbete y|hazte socio|hazte socia|si te ha gustado|\
            compartir en|apoya a|apóyanos|este artículo contiene enlaces",
        whole: "compartir|comentarios|publicidad|noticias|inicio|temas|facebook|o|ver más|copiar enlace|vídeo|\
            foto|\
            contenido patrocinado|patrocinado|cargar más|valoración|dificultad|comensales",
        has: "nuestra newsletter|nuestro boletín|criterios de the trust project|política de privacidad|\
            en tu correo|minutos de lectura|min de lectura|usuario a tu suscripción|\
            en otro dispositivo|votos)",
        lists: "ingredientes|elaboración|preparación|pasos|paso 1|para la salsa|para la masa|\
            lo más importante|lo esencial|claves|las claves|puntos clave|en breve|resumen|\
            lo que se sabe|ficha técnica|alineaciones|estadísticas|resultados",
        teasers: "lea también|lee también|leer también|le puede interesar|te puede interesar|\
            más información|noticias relacionadas|artículos relacionados|relacionado|relacionadas|\
            también te puede interesar|ver también|lo más leído|te recomendamos",
        thanks: "con información de|con informacion de|con datos de|con agencias",
        bylines: "por|texto|redacción:|entrevista de|una entrevista de|texto de|escrito por|por:|\
            un reportaje de|redactado por|publicado por|autor|autora|redacción|texto y fotos|reportaje",
        dates: "publicado|actualizado|publicado el|actualizado el|última actualización|modificado|act.|\
            actualizada|tiempo de lectura|min de lectura|minutos",
    },
    wording: Wording {
        read_on: "Seguir leyendo en {}.",
        source: "Fuente: {}.",
        also: "También informan {}.",
        comma: ", ",
        and: " y ",
        promise: "{}: cada historia una sola vez, con mención de quien la contó.",
        skip: "Ir a las noticias",
        sections: "Secciones",
        all_feeds: "Todos los canales",
        last_change: "Último cambio: {}",
        subscribe: "Suscribirse: {}",
        copy: "Copie una de estas direcciones en su lector. Todas contienen las mismas noticias.",
        by: "Por {}",
        changed: "modificado el {}",
        audio: "Audio",
        video: "Vídeo",
        picture: "Imagen",
        file: "Archivo",
        license: "Licencia de este texto",
        nothing: "Todavía no se ha publicado nada.",
        made: "Cada historia aparece una sola vez y enlaza con quien la publicó. Hecho con {}.",
        date: "{d} de {m} de {y}, {t} UTC",
        feeds: "Canales",
        feeds_of: "Los canales de {}, por sección.",
        deck: "Copie la dirección de un canal en su lector y las noticias nuevas llegarán a usted. RSS, Atom y JSON Feed contienen las mismas noticias.",
        opml: "Todas las secciones y sus fuentes en OPML, para importarlas en un lector",
        skip_sections: "Ir a las secciones",
        draws: "Se nutre de {}",
        sources_of: "Fuentes de {}",
        origins: "La entrada *se publicó primero en|La entrada *apareció primero en|El cargo *apareció primero en|El artículo *apareció primero en",
    },
};
