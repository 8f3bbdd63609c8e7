-- Lists of decisions. Ids are in the order of time; what is under way is not listed.
CREATE INDEX decision_by_symbol ON decision (symbol, id) WHERE NOT draft;
CREATE INDEX decision_by_account ON decision (account_id, id) WHERE NOT draft;
