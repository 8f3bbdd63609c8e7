-- Every step of a strategy on its way, with the evidence as it was measured. Rows are never changed: the database
-- refuses it whoever asks. Some ten rows for each strategy in all its life, kept for ever.
CREATE TABLE lifecycle_audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    strategy   text        NOT NULL REFERENCES strategy (code),
    from_state text        NOT NULL CHECK (from_state IN ('DISCOVERY', 'VALIDATION', 'PAPER', 'LIVE', 'SUSPENDED', 'RETIRED')),
    to_state   text        NOT NULL CHECK (to_state IN ('DISCOVERY', 'VALIDATION', 'PAPER', 'LIVE', 'SUSPENDED', 'RETIRED')),
    trigger    text        NOT NULL CHECK (trigger IN ('PERSON', 'RULE')),
    person     text        NOT NULL,
    reason     text        NOT NULL,
    evidence   jsonb       NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX lifecycle_audit_of_strategy ON lifecycle_audit (strategy, id);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER lifecycle_audit_is_append_only
    BEFORE UPDATE OR DELETE ON lifecycle_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

REVOKE UPDATE, DELETE ON lifecycle_audit FROM PUBLIC, CURRENT_USER;

-- What a strategy must show, where it differs from the defaults.
CREATE TABLE lifecycle_rules (
    strategy   text        NOT NULL PRIMARY KEY REFERENCES strategy (code),
    rules      jsonb       NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);
