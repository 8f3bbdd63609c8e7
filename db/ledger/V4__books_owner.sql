-- Who owns an account or a portfolio. What has no row here belongs to the owner of the settings
-- (suite.ledger.first-owner): what nobody opened, and what is older than this table.
CREATE TABLE books_owner (
    kind  text NOT NULL CHECK (kind IN ('ACCOUNT', 'PORTFOLIO')),
    id    text NOT NULL,
    owner text NOT NULL CHECK (owner <> ''),
    PRIMARY KEY (kind, id)
);

COMMENT ON COLUMN books_owner.owner IS 'subject of a token, or group:<name>';

CREATE INDEX books_owner_by_owner ON books_owner (owner, kind);
