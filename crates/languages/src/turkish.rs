//! Turkish.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "tr",
    name: "Turkish",
    own_name: "Türkçe",
    script: Script::Latin,
    letters: "çğıöşüİâ",
    abbreviations: "dr prof doç yrd av op uzm müh mim sn st cad# sok# no# tel# bkz örn vb# vs# yy# mad# \
        hz alb gen korg org tümg 0",
    stop_words: "acaba ait ama ancak arasında artık asla aslında ayrıca az bana bazı başka belki ben benden beni \
        benim beri bile bin bir biraz birçok biri birkaç birlikte biz bize bizi bizim böyle bu buna \
        bunda bundan bunlar bunların bunu bunun bütün burada büyük çok çünkü da daha dahi dair de defa \
        değil diğer diye dolayı dolayısıyla dün edecek eden ederek edilen etti ettiği eğer en fakat \
        falan gene gerek gibi göre hala halde hangi hatta hem henüz her herhangi herkes hiç hiçbir için \
        içinde iki ile ilgili ilk ise işte itibaren kadar karşı kendi kendisi kez ki kim kimi kimse \
        madem mı mi mu mü nasıl ne neden nedenle nerede nereye niçin niye o olan olarak oldu olduğu \
        olduğunu oldukça olsa olup olur on ona ondan onlar onların onu onun orada oysa öncü önce ötürü \
        öyle pek rağmen sadece sanki sen seni senin siz sizi sizin son sonra şey şimdi şöyle şu şunu \
        tarafından tüm üzere üzerine üzerinde var ve veya veyahut ya yani yapılan yaptığı yeni yerine \
        yine yok yoksa yüzde yüzden zaten",
    months: ["ocak oca", "şubat şub", "mart mar", "nisan nis", "mayıs may", "haziran haz", "temmuz tem", "ağustos ağu", "eylül eyl", "ekim eki", "kasım kas", "aralık ara"],
    days: ["pazartesi pzt", "salı sal", "çarşamba çar", "perşembe per", "cuma cum", "cumartesi cmt", "pazar paz"],
    crediting: Crediting {
        times: "dünkü bugünkü son özel bugün dün sabah akşam günü",
        offices: "tüik|türkiye istatistik kurumu|merkez bankası|tcmb|meteoroloji*|afad|kandilli|\
            kandilli rasathanesi|*bakanlığı|oecd|imf|dünya bankası|dsö|bm|eurostat|ysk|bddk|epdk|tbb",
        labels: "kaynak|kaynaklar|haber kaynağı",
        says: "{p} aktardığı/yayımladığı/yer verdiği açıklamada/açıklamalarda/sözlerinde|{p} araştırmasına/incelemesine/soruşturmasına göre|{p} muhabirinin/muhabirine/muhabiri|telegram kanalı {w}|\
            {p} haberine/haberinde/haberinden/haberde/raporuna|{p} göre|\
            {p} aktardığına/bildirdiğine/yazdığına/duyurduğuna/açıkladığına|\
            {p} konuşan/konuştu/anlattı/konuşarak/verdiği/verdi/yaptığı/söyledi/açıklayan/açıkladı/demeç/röportaj/açıklama/açıklamada|\
            {p} röportajında/söyleşisinde/programında|\
            {p} yazdı/duyurdu/bildirdi/aktardı/yazıyor/bildiriyor/geçti|\
            {p} * yazdı/duyurdu/bildirdi/aktardı/öne/iddia|{p} dayandırdığı/dayanarak|{p} edinilen|\
            {p} katılan/katıldı|{p} bilgi veren/verdi|\
            {p} * duyurduğu/ulaştığı/yazdığı/aktardığı/yayımladığı/haberleştirdiği|\
            {p} duyurduğu/ulaştığı/yazdığı/aktardığı/haberleştirdiği/yayımladığı/geçtiği|\
            {p} * ileri|{p} değerlendiren/değerlendirdi/açıklamalarda/açıklamalarda|\
            {p} yayınında/yayınına/canlı|{p} muhabirine/muhabiri/yazarı|{p} yazısında|{n} iddia/öne|\
            {p} verilen/verdiği/alınan",
        first: "haberi/ilk olarak/kez {p} duyurdu/yazdı/verdi/bildirdi|haberi ilk {p}|\
            ilk {p} duyurdu/yazdı/verdi/haberleştirdi",
        origin: "ilk/aslen kez {x} yayımlandı/yayınlandı|\
            ilk/aslen olarak/kez {x} yayımlandı/yayımlanmıştır/yayınlandı/yayınlanmıştır|{x} yayımlanmıştır|\
            ilk olarak {x}",
        nouns: "gazete* dergi* ajans* kanal* site* televizyon* radyo* haber portal*",
        between: "ve",
        people: "polis* emniyet* bakan* bakanlığ* valilik* vali* savcı* belediye* kaynak* yetkili* uzman* görgü \
            araştırma* başkan* cumhurbaşkan* avukat* hükümet* sözcü* tüik* meteoroloji*",
        press: "gazete* haber* ajans* radyo tv *türk habertürk cnn* milliyet* hürriyet* sabah* posta* \
            cumhuriyet* sözcü* akşam* ntv* trt* bbc* dw*",
        ..Crediting::NONE
    },
    page: Page {
        updates: "güncelleme|son güncelleme|güncellendi|güncellenme",
        begins: "ilgili haberler|ilgili haber|haberin devamı|devamını oku|ayrıca okuyun|bunları da|önerilen|\
            en çok okunan|bülten|abone ol|giriş yap|üye ol|kayıt ol|paylaş|yorum|yorumlar|reklam|takip et|\
            bizi takip|kopyala|yazdır|yayınlanma|yayınlandı|güncelleme|son güncelleme|giriş tarihi|\
            okuma süresi|fotoğraf:|video:|etiketler|haberler|çerez|gizlilik|tüm hakları|kaynak:|\
            uygulamamızı|google news|içeriğe geç|ana içeriğe|içeriğe atla|kabul ediyorum|e-posta adresiniz|\
            sponsorlu|kaydınız için|google news'te",
        whole: "paylaş|yorumlar|reklam|haberler|video|veya|etiketler|anasayfa|\
            sponsorlu|sponsorlu içerik|içindekiler",
        has: "tüm hakları saklıdır|bültenimize|\
            dakikada okunur|dakika okuma|dk okuma|okuma süresi|e-posta kutunuza",
        lists: "malzemeler|yapılışı|hazırlanışı|nasıl yapılır|gerekli malzemeler|öne çıkanlar|özet|\
            kısaca|neler biliniyor|kadrolar|istatistikler|sonuçlar",
        teasers: "ilgili haberler|ilgili haber|bunları da okuyun|bunlar da ilginizi çekebilir|\
            ayrıca okuyun|önerilen haberler|ilginizi çekebilir|en çok okunanlar|sıradaki haber",
        thanks: "katkılarıyla",
        bylines: "yazan|yazar|haber:|yazan:|röportaj:|röportaj|haber|muhabir|yazı",
        dates: "yayınlanma|güncelleme|giriş tarihi|yayın tarihi|son güncelleme|okuma süresi|giriş|yayın|\
            eklenme|güncellendi|güncellenme|dk",
    },
    wording: Wording {
        read_on: "Devamı: {}.",
        source: "Kaynak: {}.",
        also: "Bunu da haber verenler: {}.",
        comma: ", ",
        and: " ve ",
        promise: "{}: her haber bir kez, onu verenin adıyla.",
        skip: "Haberlere geç",
        sections: "Bölümler",
        all_feeds: "Tüm akışlar",
        last_change: "Son değişiklik: {}",
        subscribe: "Abone ol: {}",
        copy: "Bu adreslerden birini akış okuyucunuza kopyalayın. Hepsinde aynı haberler var.",
        by: "Yazan: {}",
        changed: "değiştirildi: {}",
        audio: "Ses",
        video: "Video",
        picture: "Resim",
        file: "Dosya",
        license: "Bu metnin lisansı",
        nothing: "Henüz bir şey yayımlanmadı.",
        made: "Her haber bir kez yer alır ve yayımlayana bağlantı verir. {} ile yapıldı.",
        date: "{d}.{n}.{y}, {t} UTC",
        feeds: "Akışlar",
        feeds_of: "{} akışları, bölümlere göre.",
        deck: "Bir akışın adresini okuyucunuza kopyalayın, yeni haberler size gelsin. RSS, Atom ve JSON Feed aynı haberleri içerir.",
        opml: "Tüm bölümler ve kaynakları OPML olarak, bir okuyucuya aktarmak için",
        skip_sections: "Bölümlere geç",
        draws: "Kaynakları: {}",
        sources_of: "{} kaynakları",
        origins: "*yazısı ilk önce",
    },
};
