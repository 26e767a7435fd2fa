//! English.

use super::{Crediting, Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "en",
    name: "English",
    own_name: "English",
    script: Script::Latin,
    letters: "",
    stop_words: "a about above across after again against ago all almost alone along already also although always \
        am among an and another any anybody anyone anything are aren't around as at away back be became \
        because become been before behind being below between beyond both but by came can can't cannot \
        come could couldn't did didn't do does doesn't doing don't done down during each either else \
        enough even ever every everybody everyone everything few first for from further get gets getting \
        give given go goes going gone got had hadn't has hasn't have haven't having he he'd he'll he's \
        her here hers herself him himself his how however i i'd i'll i'm i've if in indeed instead into \
        is isn't it it'd it'll it's its itself just keep kept last later least less let let's like \
        likely made make many may maybe me might mine more most much must my myself near neither never \
        next no nobody none nor not nothing now of off often on once one only onto or other others our \
        ours ourselves out over own per perhaps put quite rather really same say says said see seen \
        several shall she she'd she'll she's should shouldn't since so some somebody someone something \
        soon still such take than that that's the their theirs them themselves then there there's these \
        they they'd they'll they're they've this those though through thus till to together too took \
        toward towards under until up upon us use used very was wasn't we we'd we'll we're we've well \
        went were weren't what what's when where whether which while who who's whole whom whose why will \
        with within without won't would wouldn't yes yet you you'd you'll you're you've your yours \
        yourself yourselves",
    months: ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec"],
    days: ["monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun"],
    crediting: Crediting {
        labels: "source|sources|original source|story source|news source",
        ..Crediting::NONE
    },
};
