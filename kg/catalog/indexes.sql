-- Made when the tables are full.
CREATE INDEX name_by_term ON name (term);
CREATE INDEX term_by_field ON term (field, studies DESC, label, iri);
CREATE INDEX study_by_claims ON study (claims DESC, number);
CREATE INDEX claim_by_document ON claim (document);
CREATE INDEX term_by_label ON term (field, label, iri);
CREATE INDEX term_by_id ON term (field, id);
CREATE INDEX term_tag_by_term ON term_tag (term);
CREATE INDEX measure_by_value ON measure (level, name, base, low);
CREATE INDEX recipe_by_study ON recipe (study);
CREATE INDEX observation_by_study ON observation (study);
