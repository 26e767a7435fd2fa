//! Turkish.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "tr",
    name: "Turkish",
    own_name: "Türkçe",
    script: Script::Latin,
    letters: "çğıöşüİâ",
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
};
