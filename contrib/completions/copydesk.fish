# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_copydesk_global_optspecs
    string join \n config= q/quiet v/verbose h/help V/version
end

function __fish_copydesk_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_copydesk_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_copydesk_using_subcommand
    set -l cmd (__fish_copydesk_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c copydesk -n "__fish_copydesk_needs_command" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_needs_command" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_needs_command" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_needs_command" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_needs_command" -s V -l version -d 'Print version'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "run" -d 'One pass: take in articles and what is due, settle, publish'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "serve" -d 'The published feeds over HTTP'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "init" -d 'Write a commented copydesk.toml'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "add" -d 'Find a page\'s feeds and add them to copydesk.toml'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "import" -d 'Add the feeds of an OPML list to copydesk.toml'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "export" -d 'Print the sources as an OPML list'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "vacuum" -d 'Drop bodies that are kept no longer, and make the database small again'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "backup" -d 'Copy the database into one file, also while a run is under way'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "source" -d 'Rename, move, pause, resume, remove or show a source; its ids and entries stay'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "section" -d 'Rename or remove a section; nothing becomes unread, and its old address leads on'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "purge" -d 'Take a text, an author or a source out of store, feeds, archives and caches, for ever'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "status" -d 'The health of every source'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "check" -d 'What is wrong or unwise in the configuration, without asking anybody'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "why" -d 'What became of one entry, and why'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "parse" -d 'Any feed as normalised JSON'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "stories" -d 'Group article records into stories, or rule about the stories of the desk'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "credits" -d 'The sources that a text names'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "article" -d 'What is read from article records'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "validate" -d 'Check feeds against the specifications'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "completions" -d 'Completions for a shell, or the man pages'
complete -c copydesk -n "__fish_copydesk_needs_command" -f -a "help" -d 'A page of the manual, or the help of a command'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l source -d 'Ask only this source (name or key)' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l articles -d 'More article records: NDJSON from a file, or - for standard input' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l allow-shrink -d 'Let this section lose most of its stories at once, or every section' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l all -d 'Ask every source now, still conditionally'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l force -d 'Ask without condition, past every cache: every source, or the one named; once a day each'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l drop-listed -d 'Drop every feed that a followed list lacks, even if it lacks many'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l allow-deleted -d 'Withdraw our own articles whose files are gone, even if they are many'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l dry-run -d 'Ask nobody and write nothing: show what would come, go, move or change in each section'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l strict -d 'Exit with 3 if a source failed'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -l json -d 'Print what was done as JSON'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand run" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -l listen -d 'Where to listen' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -l folder -d 'Serve this folder instead of the configuration\'s publish folder' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -l refresh -d 'Do a run every so many minutes, so that no cron is needed' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand serve" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand init" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand init" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand init" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand init" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l name -d 'Call the source so, not by the feed\'s own title' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l section -d 'All of its entries belong to this section (its slug); may be given several times' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l rights -d 'What may be shown of its entries' -r -f -a "headline\t''
summary\t''
full\t''"
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l all -d 'Add every feed of news that is found'
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l first -d 'Add the first feed of each address, as the table would show it'
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -l json -d 'Print what was found and added as JSON'
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand add" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -l section -d 'All of its feeds belong to this section (its slug), whatever folders they lie in' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -l rights -d 'What may be shown of their entries' -r -f -a "headline\t''
summary\t''
full\t''"
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -l dry-run -d 'Say what would be added, and add nothing; nobody is asked but for the list that was named'
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -l json -d 'Print what was added and skipped as JSON'
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand import" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand export" -l section -d 'Only the sources of this section (its slug)' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand export" -l to -d 'Write the list into this folder, as sources.opml, or as sources-1.opml and so on where it is too large for one file' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand export" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand export" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand export" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand export" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand vacuum" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand vacuum" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand vacuum" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand vacuum" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand backup" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand backup" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand backup" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand backup" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -f -a "rename" -d 'Call it otherwise: lines show the new name, and texts may credit it by either'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -f -a "move" -d 'Ask it at another address; key and entries stay'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -f -a "pause" -d 'Ask it no more for now; what it gave stays'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -f -a "resume" -d 'Ask it again'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -f -a "remove" -d 'Take it out of copydesk.toml: its entries leave the feeds, its ids are remembered'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and not __fish_seen_subcommand_from rename move pause resume remove show" -f -a "show" -d 'What it is, what is stored of it, and when it is asked next'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from rename" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from move" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from pause" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from resume" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from remove" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -l held -d 'What of it waits for a person: old or undated entries that came at once, a stranger\'s entries'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -l release -d 'Let all of that in with the next run'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -l json -d 'One JSON document'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand source; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and not __fish_seen_subcommand_from rename remove" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and not __fish_seen_subcommand_from rename remove" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and not __fish_seen_subcommand_from rename remove" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and not __fish_seen_subcommand_from rename remove" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and not __fish_seen_subcommand_from rename remove" -f -a "rename" -d 'Give it another slug: its feeds move there, and the old addresses lead on'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and not __fish_seen_subcommand_from rename remove" -f -a "remove" -d 'Take it out of copydesk.toml, and out of everything that names it'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -l title -d 'The new title, if that changes too' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -l days -d 'For so many days the old addresses lead to the new ones; 365 unless told otherwise' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -l until -d 'The same as the last day on which they do, 2027-06-30, or "ever"' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from remove" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand section; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -l entry -d 'This entry, by its id or address' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -l author -d 'Every text by this author alone; of those by others too, the name' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -l source -d 'Everything of this source, which leaves copydesk.toml too (name or key)' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -l yes -d 'Do not ask'
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -l dry-run -d 'Only say what would go'
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand purge" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand status" -l fail-on -d 'Exit with 3 if a source is bad: nothing comes from it' -r -f -a "bad\t''"
complete -c copydesk -n "__fish_copydesk_using_subcommand status" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand status" -l json -d 'One JSON document'
complete -c copydesk -n "__fish_copydesk_using_subcommand status" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand status" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand status" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand check" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand check" -l json -d 'Print one JSON document a line for each finding'
complete -c copydesk -n "__fish_copydesk_using_subcommand check" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand check" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand check" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand why" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand why" -l json -d 'Print one JSON document a line, for each entry that is meant'
complete -c copydesk -n "__fish_copydesk_using_subcommand why" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand why" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand why" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -l base-url -d 'Address the feed was fetched from; relative addresses are resolved against it' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -l content-type -d 'HTTP Content-Type the feed was served with' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -l table -d 'A table for people instead of JSON'
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand parse" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l join -d 'These entries tell one story; each by address, id or guid' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l split -d 'This entry tells a story of its own' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l lead -d 'This entry leads its story' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l withdraw -d 'This entry is to be in no output' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l notice -d 'What readers of RSS and JSON Feed, which know no deletions, are told in its place' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l reason -d 'Why, for whoever reads the configuration later' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l whole-story -d 'Withdraw its whole story, whoever tells it'
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -l why -d 'Add the evidence, in words with figures, to each answer'
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand stories" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand credits" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand credits" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand credits" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand credits" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -l format -d 'The form of the records, where their names do not tell it: page-text, html, markdown, json, ndjson' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -l url -d 'Address of the record itself' -r
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -l table -d 'A table for people instead of JSON'
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand article" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -l format -d 'How findings are shown' -r -f -a "human\t'Each finding at its place in the source'
json\t'One JSON document a line for each feed'
sarif\t'One SARIF 2.1.0 document, for code scanning'
github\t'Workflow commands of GitHub Actions'"
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -l json -d 'One JSON document a line for each feed; the same as --format json'
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -l deny-warnings -d 'Warnings count as errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c copydesk -n "__fish_copydesk_using_subcommand completions" -l into -d 'Write into this folder, under the names that shells and man look for' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand completions" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand completions" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand completions" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand completions" -s h -l help -d 'Print help'
complete -c copydesk -n "__fish_copydesk_using_subcommand help" -l config -d 'The configuration' -r -F
complete -c copydesk -n "__fish_copydesk_using_subcommand help" -s q -l quiet -d 'Say nothing but errors'
complete -c copydesk -n "__fish_copydesk_using_subcommand help" -s v -l verbose -d 'Say more'
complete -c copydesk -n "__fish_copydesk_using_subcommand help" -s h -l help -d 'Print help'
