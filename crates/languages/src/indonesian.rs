//! Indonesian.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "id",
    name: "Indonesian",
    own_name: "Bahasa Indonesia",
    script: Script::Latin,
    letters: "",
    abbreviations: "dr prof ir drs hj st jl jln# no# hlm# tel# telp# tn ny sdr kec kab",
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
    wording: Wording {
        read_on: "Baca selengkapnya di {}.",
        source: "Sumber: {}.",
        also: "Juga diberitakan oleh {}.",
        comma: ", ",
        and: " dan ",
        promise: "{}: setiap berita satu kali, dengan menyebut siapa yang memberitakannya.",
        skip: "Lompat ke berita",
        sections: "Rubrik",
        all_feeds: "Semua umpan",
        last_change: "Perubahan terakhir: {}",
        subscribe: "Berlangganan: {}",
        copy: "Salin salah satu alamat ini ke pembaca umpan Anda. Semuanya memuat berita yang sama.",
        by: "Oleh {}",
        changed: "diubah {}",
        audio: "Audio",
        video: "Video",
        picture: "Gambar",
        file: "Berkas",
        license: "Lisensi teks ini",
        nothing: "Belum ada yang diterbitkan.",
        made: "Setiap berita muncul satu kali dan menautkan ke penerbitnya. Dibuat dengan {}.",
        date: "{d} {M} {y}, {t} UTC",
        feeds: "Umpan",
        feeds_of: "Umpan dari {}, menurut rubrik.",
        deck: "Salin alamat sebuah umpan ke pembaca Anda, dan berita baru datang kepada Anda. RSS, Atom, dan JSON Feed memuat berita yang sama.",
        opml: "Semua rubrik dan sumbernya sebagai OPML, untuk diimpor ke pembaca",
        skip_sections: "Lompat ke rubrik",
        draws: "Bersumber dari {}",
        sources_of: "Sumber {}",
        origins: "Artikel *pertama kali tampil pada",
    },
};
