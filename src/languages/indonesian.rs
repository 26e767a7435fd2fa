//! Indonesian.

use super::{Crediting, Language, Page, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "id",
    name: "Indonesian",
    own_name: "Bahasa Indonesia",
    script: Script::Latin,
    letters: "",
    stop_words: "ada adalah agar akan akhirnya aku anda antara apa apabila apakah atas atau bagaimana bagi bahkan \
        bahwa banyak baru beberapa begitu belum berada berbagai bersama bisa boleh bukan cukup dalam dan \
        dapat dari daripada demikian dengan di dia dua dulu guna hal hampir hanya harus hingga ia ialah \
        ini itu jadi jangan jika juga kalau kami kamu kapan karena ke kemudian kepada ketika kini kita \
        lagi lain lainnya lalu lebih maka mana masih masing melalui memang mengapa menjadi menurut \
        mereka meski meskipun mulai namun nanti oleh orang pada paling para pernah pula pun saat saja \
        sambil sampai sangat saya sebab sebagai sebelum sebelumnya sebuah secara sedang sedangkan segera \
        sehingga sejak sekarang sekitar selain selama seluruh semua sendiri seorang seperti sering serta \
        sesuai setelah setiap siapa suatu sudah supaya tadi tak tanpa telah tentang tentu terhadap \
        termasuk tersebut tetapi tetap tidak untuk usai walaupun yaitu yakni yang",
    months: ["januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu", "september sep", "oktober okt", "november nov", "desember des"],
    days: ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"],
    crediting: Crediting {
        labels: "sumber",
        ..Crediting::NONE
    },
    page: Page {
        begins: "baca juga|lihat juga|simak juga|baca selengkapnya|ikuti kami|bagikan|iklan|komentar",
        updates: "diperbarui|terakhir diperbarui|diubah",
        bylines: "oleh|penulis|reporter|ditulis oleh",
        dates: "diterbitkan|dipublikasikan|diperbarui|terakhir|diubah|wib|pukul|menit|wita|wit",
        ..Page::NONE
    },
};
