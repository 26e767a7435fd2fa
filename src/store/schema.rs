//! The tables, as a list of migrations that only ever grows.
//!
//! `PRAGMA user_version` counts those that were applied. A database that has seen more of them
//! than this program knows is refused, not touched.

use rusqlite::Connection;

use super::Error;

/// The n-th entry brings a database to version n. Never edit one that
/// was released; append.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE sources (
        key TEXT PRIMARY KEY, address TEXT NOT NULL, etag TEXT, last_modified TEXT,
        validators_url TEXT NOT NULL, asked_as TEXT NOT NULL, weak_guids INTEGER NOT NULL,
        next_visit INTEGER, asked INTEGER, answered INTEGER, answer TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0, failing_since INTEGER, said TEXT NOT NULL DEFAULT '',
        was_gone INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0, validates INTEGER NOT NULL DEFAULT 0,
        pace_seconds INTEGER, last_new INTEGER,
        format TEXT, title TEXT, entries INTEGER NOT NULL DEFAULT 0, repairs TEXT NOT NULL DEFAULT '[]'
    ) WITHOUT ROWID;
    CREATE TABLE entries (
        row INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, guid TEXT, url TEXT,
        entry TEXT NOT NULL, provenance TEXT, print INTEGER NOT NULL,
        published INTEGER NOT NULL, updated INTEGER NOT NULL, first_seen INTEGER NOT NULL,
        sections TEXT NOT NULL, credits TEXT NOT NULL, withdrawn INTEGER NOT NULL, embargo INTEGER,
        settled INTEGER NOT NULL DEFAULT 0, story TEXT, filing TEXT
    );
    CREATE INDEX entries_id ON entries (id);
    CREATE INDEX entries_url ON entries (url) WHERE url IS NOT NULL;
    CREATE INDEX entries_guid ON entries (guid) WHERE guid IS NOT NULL;
    CREATE INDEX entries_unsettled ON entries (published) WHERE settled = 0;
    CREATE INDEX entries_story ON entries (story, published);
    CREATE TABLE keys (key INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID;
    CREATE TABLE prints (row INTEGER PRIMARY KEY, published INTEGER NOT NULL, print BLOB NOT NULL);
    CREATE INDEX prints_published ON prints (published);
    CREATE TABLE stories (
        id TEXT PRIMARY KEY, lead INTEGER, published INTEGER NOT NULL DEFAULT 0,
        led_since INTEGER, unled INTEGER NOT NULL DEFAULT 1
    ) WITHOUT ROWID;
    CREATE INDEX stories_published ON stories (published DESC, id) WHERE lead IS NOT NULL;
    CREATE INDEX stories_unled ON stories (id) WHERE unled = 1;
    CREATE INDEX stories_unpublished ON stories (id) WHERE led_since IS NULL;
    CREATE TABLE placements (
        row INTEGER NOT NULL, section TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (row, section)
    ) WITHOUT ROWID;
    CREATE TABLE addresses (address TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE) WITHOUT ROWID;
    CREATE TABLE cleaned (hash BLOB PRIMARY KEY, html TEXT NOT NULL) WITHOUT ROWID;
", "
    -- `kind` and `known_by`: places in model::KeyKind::ALL. A key with row 0 names nobody any more.
    ALTER TABLE keys ADD COLUMN kind INTEGER NOT NULL DEFAULT 5;
    ALTER TABLE entries ADD COLUMN known_by INTEGER;
    -- Prints of earlier versions, how often one of them came back, and since when it is frozen.
    ALTER TABLE entries ADD COLUMN versions TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE entries ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE entries ADD COLUMN frozen INTEGER;
    CREATE INDEX keys_row ON keys (row);
", "
    ALTER TABLE sources ADD COLUMN life TEXT NOT NULL DEFAULT '{}';
    CREATE TABLE hosts (host TEXT PRIMARY KEY, refusals INTEGER NOT NULL, held_until INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE events (
        row INTEGER PRIMARY KEY, at INTEGER NOT NULL, source TEXT NOT NULL, event TEXT NOT NULL
    );
    CREATE TABLE runs (at INTEGER PRIMARY KEY);
", "
    ALTER TABLE entries ADD COLUMN withdrawn_at INTEGER;
    ALTER TABLE entries ADD COLUMN shown INTEGER NOT NULL DEFAULT 0;
    UPDATE entries SET shown = 1 WHERE row IN (SELECT lead FROM stories WHERE led_since IS NOT NULL);
    CREATE INDEX entries_withdrawn ON entries (withdrawn_at) WHERE withdrawn_at IS NOT NULL AND shown = 1;
    ALTER TABLE stories ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE stories ADD COLUMN unshown INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX stories_unshown ON stories (id) WHERE unshown = 1;
    CREATE TABLE standings (
        section TEXT NOT NULL, published INTEGER NOT NULL, story TEXT NOT NULL, lead INTEGER NOT NULL,
        turn INTEGER NOT NULL, archive INTEGER, PRIMARY KEY (section, published DESC, story)
    ) WITHOUT ROWID;
    CREATE INDEX standings_story ON standings (story);
    CREATE INDEX standings_waiting ON standings (section, published, story) WHERE archive IS NULL;
    CREATE TABLE archives (
        section TEXT NOT NULL, number INTEGER NOT NULL, sources TEXT NOT NULL, fingerprint BLOB,
        PRIMARY KEY (section, number)
    ) WITHOUT ROWID;
    CREATE TABLE archived (
        section TEXT NOT NULL, id TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, row INTEGER,
        PRIMARY KEY (section, id)
    ) WITHOUT ROWID;
    CREATE INDEX archived_number ON archived (section, number, place);
    CREATE INDEX archived_row ON archived (row) WHERE row IS NOT NULL;
    CREATE TABLE fronts (
        section TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, stale_at INTEGER, ids TEXT NOT NULL, card TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE documents (path TEXT PRIMARY KEY, length INTEGER NOT NULL, modified INTEGER NOT NULL) WITHOUT ROWID;
    UPDATE stories SET unled = 1;
", "
    -- Feeds that came with a followed list; `missing` since their list lacks them.
    CREATE TABLE listed (
        list TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, home TEXT, language TEXT,
        folders TEXT NOT NULL, missing INTEGER, dropped INTEGER NOT NULL, place INTEGER NOT NULL,
        PRIMARY KEY (list, key)
    ) WITHOUT ROWID;
", "
    -- Whether body and evidence of an old entry were dropped; everything else of it stays.
    ALTER TABLE entries ADD COLUMN bodiless INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX entries_bodies ON entries (published) WHERE bodiless = 0;
    -- Prints got a field since version 1, and nothing in them says so. Who changes `stories::Print`
    -- again does this again: stories stay, and what is new is compared with what comes from then on.
    DELETE FROM prints;
", "
    -- What is wrong on our own side, for as long as it stands.
    CREATE TABLE complaints (
        condition TEXT NOT NULL, subject TEXT NOT NULL, message TEXT NOT NULL, since INTEGER NOT NULL,
        PRIMARY KEY (condition, subject)
    ) WITHOUT ROWID;
    -- Whether a run has printed an event: one that was killed before it could leaves that to the next.
    ALTER TABLE events ADD COLUMN said INTEGER NOT NULL DEFAULT 0;
    UPDATE events SET said = 1;
    CREATE INDEX events_unsaid ON events (row) WHERE said = 0;
", "
    -- What is long and seldom changes lies apart from what settling and leading write: each would
    -- copy it into the log and back. `stored` is both together.
    CREATE TABLE bodies (row INTEGER PRIMARY KEY, entry TEXT NOT NULL, provenance TEXT);
    INSERT INTO bodies (row, entry, provenance) SELECT row, entry, provenance FROM entries;
    ALTER TABLE entries DROP COLUMN entry;
    ALTER TABLE entries DROP COLUMN provenance;
    CREATE VIEW stored AS SELECT entries.*, bodies.entry, bodies.provenance
        FROM entries JOIN bodies ON bodies.row = entries.row;
    CREATE INDEX entries_ruled ON entries (row) WHERE withdrawn > 1;
", "
    -- What is unsettled is read as a whole and sorted then; an index in the order of coming grows at its end.
    DROP INDEX entries_unsettled;
    CREATE INDEX entries_unsettled ON entries (settled) WHERE settled = 0;
", "
    -- Long texts do not lie in the tree that is searched: SQLite reads a key with all that follows it,
    -- at each step of a search.
    ALTER TABLE cleaned RENAME TO cleaned_before;
    CREATE TABLE cleaned (row INTEGER PRIMARY KEY, hash BLOB NOT NULL, html TEXT NOT NULL);
    INSERT INTO cleaned (hash, html) SELECT hash, html FROM cleaned_before;
    DROP TABLE cleaned_before;
    CREATE UNIQUE INDEX cleaned_hash ON cleaned (hash);
", "
    -- Subscriptions to hubs (WebSub), one a source.
    CREATE TABLE pushes (
        source TEXT PRIMARY KEY, hub TEXT NOT NULL, topic TEXT NOT NULL, name TEXT NOT NULL UNIQUE,
        secret TEXT NOT NULL, asked INTEGER NOT NULL, answer TEXT NOT NULL DEFAULT '',
        confirmed INTEGER, ends INTEGER, told INTEGER, missed INTEGER
    ) WITHOUT ROWID;
", "
    -- Why an entry is in its story is long, and only `why` reads it: the rows that settling and leading
    -- write stay small. Filings and prints come in the order of settling, which is not that of rows:
    -- each table grows at its end.
    CREATE TABLE filings (place INTEGER PRIMARY KEY, row INTEGER NOT NULL, filing TEXT NOT NULL);
    INSERT INTO filings (row, filing) SELECT row, filing FROM entries WHERE filing IS NOT NULL ORDER BY row;
    CREATE UNIQUE INDEX filings_row ON filings (row);
    ALTER TABLE prints RENAME TO prints_before;
    DROP INDEX prints_published;
    CREATE TABLE prints (
        place INTEGER PRIMARY KEY, row INTEGER NOT NULL, published INTEGER NOT NULL, print BLOB NOT NULL
    );
    INSERT INTO prints (row, published, print) SELECT row, published, print FROM prints_before ORDER BY row;
    DROP TABLE prints_before;
    CREATE UNIQUE INDEX prints_row ON prints (row);
    CREATE INDEX prints_published ON prints (published);
    DROP VIEW stored;
    ALTER TABLE entries DROP COLUMN filing;
    CREATE VIEW stored AS SELECT entries.*, bodies.entry, bodies.provenance
        FROM entries JOIN bodies ON bodies.row = entries.row;
    -- An archived entry is found by its id.
    DROP INDEX archived_row;
", "
    -- What the last runs took for now, in the order in which they ran.
    CREATE TABLE clock (place INTEGER PRIMARY KEY, at INTEGER NOT NULL);
    INSERT INTO clock (at) SELECT at FROM runs ORDER BY at;
", "
    -- Pages of entries whose source cuts its texts, each asked once (`asked`), and what robots.txt says
    -- of a site (`rules` is NULL while nobody could read it). `stored` has the text beside the entry.
    CREATE TABLE pages (row INTEGER PRIMARY KEY, queued INTEGER NOT NULL, address TEXT, asked INTEGER, text TEXT);
    CREATE INDEX pages_wanted ON pages (queued, row) WHERE asked IS NULL;
    CREATE TABLE robots (origin TEXT PRIMARY KEY, rules TEXT, until INTEGER NOT NULL) WITHOUT ROWID;
    DROP VIEW stored;
    CREATE VIEW stored AS SELECT entries.*, bodies.entry, bodies.provenance, pages.text AS page
        FROM entries JOIN bodies ON bodies.row = entries.row LEFT JOIN pages ON pages.row = entries.row;
", "
    -- The rules by which the entries of each source were routed (a print of them), and whether that is
    -- still being done anew: then `routing_at` says up to which row. `gone`: the configuration lacks it.
    CREATE TABLE routing (
        source TEXT PRIMARY KEY, name TEXT NOT NULL, print INTEGER NOT NULL, pending INTEGER NOT NULL,
        gone INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE routing_at (row INTEGER NOT NULL);
    -- Sources that came back under another name: their key by the configuration, the one they are known
    -- by, and the name they had.
    CREATE TABLE renamed (key TEXT PRIMARY KEY, known TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
    -- Records of our own articles: the files they lie in, the pattern that found them, and for how many
    -- runs they have been missing.
    CREATE TABLE records (
        key TEXT PRIMARY KEY, path TEXT NOT NULL, pattern TEXT NOT NULL, missing INTEGER NOT NULL
    ) WITHOUT ROWID;
", "
    -- Prints of what was purged, as far as this store follows them.
    CREATE TABLE purged (print TEXT PRIMARY KEY) WITHOUT ROWID;
", "
    -- `behind`: it came with a source that was new to a desk that had published, behind the newest ones,
    -- and goes straight into the archives. `undated`: nobody said when it was published, and it is still
    -- to be dated behind the others. A source that was `added` has never answered yet.
    ALTER TABLE entries ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE entries ADD COLUMN undated INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE standings ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE routing ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX entries_undated ON entries (row) WHERE undated = 1;
    -- Of what is neither shown nor withdrawn: 6 is kept out by a filter, 7 waits for a person.
    CREATE INDEX entries_held ON entries (source) WHERE withdrawn = 7;
    CREATE INDEX entries_filtered ON entries (row) WHERE withdrawn = 6;
    DROP VIEW stored;
    CREATE VIEW stored AS SELECT entries.*, bodies.entry, bodies.provenance, pages.text AS page
        FROM entries JOIN bodies ON bodies.row = entries.row LEFT JOIN pages ON pages.row = entries.row;
", "
    -- By which outlets and words (a print of them) the credits of what is stored are found, and down to
    -- which row they are; NULL where that is all. One row.
    CREATE TABLE crediting (print INTEGER NOT NULL, row INTEGER);
"];

/// The version of databases that this program writes.
pub const VERSION: u32 = MIGRATIONS.len() as u32;

/// Refuses a database that a newer program wrote; only reads.
pub(super) fn refuse_newer(connection: &Connection) -> Result<(), Error> {
    match version(connection)? {
        found if found > VERSION => Err(Error::Newer { found, known: VERSION }),
        _ => Ok(()),
    }
}

fn version(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a database up to [`VERSION`], each step in a transaction of its own.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let found = version(connection)?;
    for (version, sql) in (1..).zip(MIGRATIONS).skip(found as usize) {
        let step = connection.transaction()?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", version)?;
        step.commit()?;
    }
    Ok(())
}
