//! English.

use super::{Crediting, Language, Page, Script, Wording};

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
    page: Page {
        begins: "sign up|subscribe to|subscribe now|subscribe today|subscribe for|get our|get the latest|\
            get daily|get breaking|get in touch with|follow us|follow @|follow live|download the|\
            download our|read more|read next|read also|also read|see also|see more|more on|more from|\
            more stories|more:|most read|most popular|most viewed|most watched|related:|related articles|\
            related stories|related topics|related content|recommended|you may also|you might also|\
            you may like|up next|watch:|watch live|watch next|listen:|listen to this|don't miss|click here|\
            click to|tap here|advertisement|story continues below|article continues|continues below|\
            the story continues|this content is|this article contains|if you purchase|we may earn|we earn|\
            when you purchase|some links|by providing your|by signing up|by clicking|by submitting|\
            view comments|view gallery|view all|view more|view image|show comments|leave a comment|\
            post a comment|join the conversation|join our|join the discussion|log in|sign in|\
            create an account|create account|register to|share this|share on|share via|share article|share:|\
            copy link|copy article|print this|email this|send this|report an error|report a typo|\
            have a story|got a story|do you have a|contact us|terms of|privacy policy|all rights reserved|\
            copyright|accept cookies|we use cookies|this site uses|manage cookies|cookie|skip to|jump to|\
            back to top|play video|close this|loading|we apologize|try refreshing|check out more|\
            check out our|for more stories|for the latest|stay informed|support our|support independent|\
            donate|become a member|subscribers only|this is a subscriber|exclusive articles|enjoy unlimited|\
            unlimited online access|already a subscriber|your subscription|to continue reading|\
            continue reading this|access articles|activate your|newsletter|you must be logged|please log|\
            please enable|please sign|posted in|filed under|tags:|topics:|tagged|in this article|\
            table of contents|key points|key takeaways|editor's picks|editors' picks|trending|latest news|\
            top stories|today's top|best of|popular now|what to read|explore more|discover more|\
            find out more|learn more|about the author|about us|notification|enable notifications|turn on|\
            add us as|add bbc|add as a preferred|make us preferred|preferred source|our standards|\
            editing by|reporting by|article content|hide message|see more sharing|minutes read|min read|\
            reading time|time to read|first published|originally published on:|last updated|last modified|\
            updated:|published:|posted:|image source|image caption|image credit|media caption|getty images|\
            photo gallery|picture gallery|open image|open this photo|enlarge|gallery|live updates|recap|\
            quiz:|poll:|vote:|crossword|games|horoscope|get your|try our|start your|buy now|shop now|\
            view deal|check price|free trial|affiliate",
        whole: "share|save|tweet|post|email|print|comments|comment|facebook|twitter|x|whatsapp|linkedin|\
            pinterest|reddit|tumblr|telegram|messenger|bluesky|threads|flipboard|instagram|youtube|tiktok|\
            rss|link copied|close|menu|search|home|news|world|more|or|next|previous|prev|back|advertisement|\
            ad|sponsored|promoted|subscribe|newsletter|play|pause|mute|live|video|videos|audio|photos|\
            gallery|opinion|analysis|explainer|exclusive|breaking|tags|topics|related|latest|popular|\
            social sharing|listen|read|watch|show more|show less|see all|view all|load more|author|article|\
            interview|feature|reply|like|follow|copy|report|edit|expand|toggle",
        has: "after newsletter promotion|pic.twitter.com|https://t.co/|story continues below|\
            article continues below|continues after|sign up to our|sign up for our|subscribe to our|\
            our newsletter|free newsletter|weekly newsletter|daily newsletter|terms and conditions|\
            privacy policy|all rights reserved|user agreement|preferred source on google|follow us on|\
            is a freelance|on x | truth social|you can email",
        bylines: "by|written by|words by|story by|reported by|text by",
        dates: "published|updated|posted|last updated|first published|modified|created|issued",
    },
    wording: Wording {
        read_on: "Read on at {}.",
        source: "Source: {}.",
        also: "Also reported by {}.",
        comma: ", ",
        and: " and ",
        promise: "{}: every story once, with credit to whoever reported it.",
        skip: "Skip to the stories",
        sections: "Sections",
        all_feeds: "All feeds",
        last_change: "Last change: {}",
        subscribe: "Subscribe: {}",
        copy: "Copy one of these addresses into your feed reader. Each has the same stories.",
        by: "By {}",
        changed: "changed {}",
        audio: "Audio",
        video: "Video",
        picture: "Picture",
        file: "File",
        license: "Licence of this text",
        nothing: "Nothing was published yet.",
        made: "Every story appears once and links to whoever published it. Made by {}.",
        date: "{d} {M} {y}, {t} UTC",
        feeds: "Feeds",
        feeds_of: "The feeds of {}, by section.",
        deck: "Copy a feed’s address into your feed reader, and new stories come to you. RSS, Atom and JSON Feed have the same stories.",
        opml: "All sections and their sources as OPML, to import into a reader",
        skip_sections: "Skip to the sections",
        draws: "Draws on {}",
        sources_of: "Sources of {}",
        origins: "The post *appeared first on",
    },
};
