//! Vietnamese.

use super::{Crediting, Language, Page, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "vi",
    name: "Vietnamese",
    own_name: "Tiếng Việt",
    script: Script::Latin,
    letters: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
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
};
