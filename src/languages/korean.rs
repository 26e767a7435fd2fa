//! Korean.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "ko",
    name: "Korean",
    own_name: "한국어",
    script: Script::Hangul,
    letters: "",
    stop_words: "이 그 저 것 수 등 및 또 또는 그리고 그러나 하지만 그래서 그런데 따라서 즉 만약 비록 때문에 위해 위한 대한 대해 대해서 관한 통해 따라 의해 함께 같은 같이 다른 \
        모든 어떤 이런 그런 저런 이러한 그러한 각 매우 아주 더 가장 덜 잘 못 안 아니 않는 않은 않고 없는 없이 없다 있는 있다 있고 있었다 있으며 있을 했다 한다 하는 하고 \
        해 하며 하지 할 한 된 되는 됐다 된다 될 이다 이라고 라고 이라며 라며 고 는 은 가 를 을 의 에 에서 에게 로 으로 와 과 도 만 부터 까지 보다 처럼 나 우리 너 \
        당신 그녀 그들 자신 누구 무엇 언제 어디 왜 어떻게 이미 아직 다시 지금 오늘 어제 내일 최근 당시 이후 이전 앞서 중 내 간 후 전",
    ..Language::BLANK
};
