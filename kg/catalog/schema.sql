-- The catalog of one generation. Numbers run in the order in which lists show things: studies by
-- label, claims by study, kind and place. The claims of a study follow one another without a gap;
-- between studies, and between the claims of one and the next, numbers are left free for later ones.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE study (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  iri TEXT NOT NULL,
  label TEXT NOT NULL,
  first_claim INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  body TEXT NOT NULL
);

-- What studies are sorted by.
CREATE TABLE place (
  label TEXT, year INTEGER, title TEXT, id TEXT, study INTEGER NOT NULL,
  PRIMARY KEY (label, year, title, id)
) WITHOUT ROWID;

CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  genre TEXT NOT NULL,
  own TEXT NOT NULL,
  written_from TEXT NOT NULL,
  is_survey INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE claim (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  study INTEGER NOT NULL,
  document INTEGER NOT NULL,
  body TEXT NOT NULL
);

-- What claims and studies are filtered and counted by: field "process", id "thermal_ald".
CREATE TABLE term (
  number INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  iri TEXT NOT NULL,
  studies INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL DEFAULT '{}'
);

-- Everything that a term is called, by its key; "start" is the word at which the key begins.
CREATE TABLE name (
  key TEXT NOT NULL,
  term INTEGER NOT NULL,
  start INTEGER NOT NULL,
  shown TEXT NOT NULL,
  PRIMARY KEY (key, term, start)
) WITHOUT ROWID;

CREATE TABLE claim_term (
  term INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (term, item)
) WITHOUT ROWID;

CREATE TABLE study_term (
  term INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (term, item)
) WITHOUT ROWID;

-- Recipes and observations are numbered like the claims of their study, from its first on.
CREATE TABLE recipe (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, study INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE TABLE observation (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, study INTEGER NOT NULL, body TEXT NOT NULL
);

-- The terms of all claims that are parts of a recipe or observation.
CREATE TABLE recipe_term (
  term INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (term, item)
) WITHOUT ROWID;
CREATE TABLE observation_term (
  term INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (term, item)
) WITHOUT ROWID;

-- Values of a parameter or property in their base unit; an end that is not told is infinite. The
-- level is that of the item: "claim", or what the claim is a part of.
CREATE TABLE measure (
  level TEXT NOT NULL, name TEXT NOT NULL, base TEXT NOT NULL,
  low REAL NOT NULL, high REAL NOT NULL, item INTEGER NOT NULL
);

-- What else terms are filtered by: a role, a class, a layer, an architecture.
CREATE TABLE term_tag (
  name TEXT NOT NULL, value TEXT NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (name, value, term)
) WITHOUT ROWID;

-- In how many claims a term has a role.
CREATE TABLE term_role (
  term INTEGER NOT NULL, role TEXT NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (term, role)
) WITHOUT ROWID;

-- All numbers of a level ("study", "claim") as a bitmap, as below.
CREATE TABLE everything (level TEXT PRIMARY KEY, bits BLOB NOT NULL);

-- The studies of a term of a facet as a bitmap: bit n of the little-endian number is study n.
CREATE TABLE facet (term INTEGER PRIMARY KEY, field TEXT NOT NULL, bits BLOB NOT NULL);

-- What a study is found by at once: its id, label, DOI, authors and numbers in reference lists.
CREATE TABLE known (
  field TEXT NOT NULL, key TEXT NOT NULL, study INTEGER NOT NULL, shown TEXT NOT NULL,
  PRIMARY KEY (field, key, study)
) WITHOUT ROWID;

-- Full text without a copy of the texts: rows are found by number, and shown from their bodies.
CREATE VIRTUAL TABLE study_text USING fts5(head, record, body, content='');
CREATE VIRTUAL TABLE claim_text USING fts5(statement, quote, content='');

-- Names and words as they are spelled, found by three letters at a time.
CREATE VIRTUAL TABLE spelling USING fts5(word, tokenize='trigram');
