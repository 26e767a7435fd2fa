//! English.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "en",
    name: "English",
    own_name: "English",
    script: Script::Latin,
    letters: "",
    abbreviations: "mr mrs ms mx dr prof rev fr hon pres gov sen rep gen lt col maj capt cpl sgt cmdr \
        adm insp supt messrs mme st ste mt jr# no# nos# vol# pp# art# sec# fig# ch# pt# est# \
        approx vs eg ie cf viz al# dept univ bros",
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
        offices: "eurostat|istat|insee|destatis|smhi|ibge|oecd|imf|world bank|who|\
            world health organization|un|united nations|nasa|esa|noaa|usgs|ecb|ons|eia|iea|fao|\
            unesco|unicef|unhcr|wto|statista|census bureau|us census bureau|federal reserve|\
            european commission|met office|bureau of labor statistics|statistics*|\
            national statistics*|*ministry|office for*|department of*|ministry of*|companies house|\
            gartner|opec|rosstat|yougov|ipsos|gallup|kantar",
        labels: "source|sources|original source|story source|news source",
        ..Crediting::NONE
    },
    page: Page {
        updates: "updated|last updated|modified|last modified|edited|changed",
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
            view deal|check price|free trial|affiliate|skip navigation|enter your email|\
            thank you for signing|thanks for signing|add to your|leave a private|food stylist|\
            jump to recipe|live reporting|page 1 of|your email address|i agree to|love the show|\
            leave us a review|leave us a rating|popular on|our standards:|this post contains affiliate|\
            this article contains affiliate|this story contains affiliate|if you enjoyed this|\
            if you liked this|view this post on|a post shared by",
        whole: "share|save|tweet|post|email|print|comments|comment|facebook|twitter|x|whatsapp|linkedin|\
            pinterest|reddit|tumblr|telegram|messenger|bluesky|threads|flipboard|instagram|youtube|tiktok|\
            rss|link copied|close|menu|search|home|news|world|more|or|next|previous|prev|back|advertisement|\
            ad|sponsored|promoted|subscribe|newsletter|play|pause|mute|live|video|videos|audio|photos|\
            gallery|opinion|analysis|explainer|exclusive|breaking|tags|topics|related|latest|popular|\
            social sharing|listen|read|watch|show more|show less|see all|view all|load more|author|article|\
            interview|feature|reply|like|follow|copy|report|edit|expand|toggle|\
            live reporting|private notes|cooking notes|your email|email address|about sharing|\
            sponsored content|paid content",
        has: "after newsletter promotion|pic.twitter.com|https://t.co/|story continues below|\
            article continues below|continues after|sign up to our|sign up for our|subscribe to our|\
            our newsletter|free newsletter|weekly newsletter|daily newsletter|terms and conditions|\
            privacy policy|all rights reserved|user agreement|preferred source on google|follow us on|\
            is a freelance|on x | truth social|you can email|\
            average rating|ratings from|out of 5 stars|food stylist|this newsletter|in your inbox|\
            straight to your inbox|thank you for signing up|is a columnist|is a staff writer",
        lists: "ingredients|directions|instructions|preparation|method|how to make it|what you need|\
            you will need|for the sauce|for the dough|for the filling|for the topping|equipment|\
            step 1|key points|key takeaways|key moments|key developments|at a glance|in brief|\
            in short|summary|the key facts|what we know|highlights|main points|line-ups|lineups|\
            teams|match stats|statistics|results|scorers",
        teasers: "read more|read also|also read|read next|related|related article|related articles|\
            related story|related stories|see also|more on this|more on this story|more like this|\
            you may also like|you might also like|don't miss|up next|recommended|\
            recommended reading|trending",
        thanks: "with files from|with reporting by|with reporting from|with additional reporting by|\
            additional reporting by|with information from|with agency reports|with agencies",
        bylines: "by|written by|words by|story by|reported by|text by|interview by|as told to|reporting by|\
            analysis by|by:|opinion by|words:|authored by|posted by|author|authors|reporter",
        dates: "published|updated|posted|last updated|first published|modified|created|issued|update|edited|\
            min read|minute read|minutes read|reading time",
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
