-- Made when the tables are full.
CREATE INDEX name_by_term ON name (term);
CREATE INDEX term_by_field ON term (field, studies DESC, label, iri);
CREATE INDEX study_by_claims ON study (claims DESC, number);
CREATE INDEX claim_by_document ON claim (document);
