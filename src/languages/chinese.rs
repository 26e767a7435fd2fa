//! Chinese.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "zh",
    name: "Chinese",
    own_name: "中文",
    script: Script::Han,
    letters: "",
    stop_words: "的 了 在 是 和 与 及 或 而 但 也 就 都 又 还 很 更 最 不 没 没有 有 无 这 那 这个 那个 这些 那些 此 其 他 她 它 我 你 您 我们 你们 他们 她们 它们 自己 \
        之 于 以 为 对 从 到 向 由 被 把 将 让 使 给 跟 同 比 因 因为 所以 如果 虽然 但是 然而 而且 并 并且 以及 等 等等 中 上 下 里 内 外 后 前 时 当 当时 已 \
        已经 正在 曾 曾经 会 能 可以 可 要 应 应该 必须 需要 想 说 称 表示 一 一个 一些 一种 两 几 每 各 个 们 地 得 着 过 吗 呢 吧 啊 什么 怎么 如何 为什么 哪 \
        哪里 谁 多 多少 只 只有 只是 仍 仍然 再 才 却 则 若 即 关于 对于 根据 通过 按照 其中 之后 之前 之间 以来 目前 现在 今天 昨天 明天",
    ..Language::BLANK
};
