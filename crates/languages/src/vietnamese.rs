//! Vietnamese.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "vi",
    name: "Vietnamese",
    own_name: "Tiếng Việt",
    script: Script::Latin,
    letters: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    abbreviations: "ts ths pgs gs bs ks ls tp tx tt tr# st",
    stop_words: "và của là có trong được cho các một những này đó đã đang sẽ với không người khi từ đến tại về \
        theo trên cũng như vào ra lại rằng nhưng hay hoặc nếu thì vì nên do bởi để mà còn chỉ rất nhiều \
        ít hơn nhất cả mọi mỗi từng tất tôi chúng ta mình họ anh chị ông bà nó bạn ai gì nào đâu sao thế \
        vậy đây kia ấy trước sau giữa dưới ngoài bên cùng qua lên xuống phải bị làm việc năm ngày sự vẫn \
        chưa mới đều ngay thêm nữa lúc nơi điều cách hiện hôm nay",
    months: [""; 12],
    days: [""; 7],
    crediting: Crediting {
        labels: "nguồn|theo",
        ..Crediting::NONE
    },
    page: Page {
        updates: "cập nhật|cập nhật lần cuối",
        begins: "xem thêm|đọc thêm|tin liên quan|bài liên quan|chia sẻ|bình luận|quảng cáo|đăng ký|đăng nhập|\
            theo dõi|ảnh:|video:|cập nhật|chủ đề",
        whole: "chia sẻ|bình luận|quảng cáo",
        lists: "",
        teasers: "",
        thanks: "",
        bylines: "theo|bài|tác giả|phóng viên",
        dates: "cập nhật|đăng|ngày",
        ..Page::NONE
    },
    wording: Wording {
        read_on: "Đọc tiếp tại {}.",
        source: "Nguồn: {}.",
        also: "Cũng được đưa tin bởi {}.",
        comma: ", ",
        and: " và ",
        promise: "{}: mỗi tin một lần, có ghi tên nơi đưa tin.",
        skip: "Chuyển đến tin",
        sections: "Chuyên mục",
        all_feeds: "Tất cả nguồn tin",
        last_change: "Thay đổi lần cuối: {}",
        subscribe: "Đăng ký: {}",
        copy: "Chép một trong các địa chỉ này vào trình đọc tin của bạn. Tất cả đều có cùng tin.",
        by: "Tác giả: {}",
        changed: "thay đổi {}",
        audio: "Âm thanh",
        video: "Video",
        picture: "Hình ảnh",
        file: "Tệp",
        license: "Giấy phép của văn bản này",
        nothing: "Chưa có gì được đăng.",
        made: "Mỗi tin xuất hiện một lần và dẫn đến nơi đã đăng. Làm bằng {}.",
        date: "{d}/{n}/{y}, {t} UTC",
        feeds: "Nguồn tin",
        feeds_of: "Các nguồn tin của {}, theo chuyên mục.",
        deck: "Chép địa chỉ một nguồn tin vào trình đọc, và tin mới sẽ đến với bạn. RSS, Atom và JSON Feed có cùng tin.",
        opml: "Tất cả chuyên mục và nguồn của chúng dạng OPML, để nhập vào trình đọc",
        skip_sections: "Chuyển đến chuyên mục",
        draws: "Lấy từ {}",
        sources_of: "Nguồn của {}",
        origins: "Bài viết *xuất hiện đầu tiên",
    },
};
