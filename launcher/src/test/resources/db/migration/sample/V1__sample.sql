-- A schema with everything a backup has to bring over: references, also to rows that come later, an identity, a sequence
-- of its own, a computed column, partitions, rows the migration writes itself, and an outbox.
CREATE TABLE owner (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text   NOT NULL
);

CREATE TABLE deal (
    id      text    PRIMARY KEY,
    parent  text    REFERENCES deal,
    owner   bigint  NOT NULL REFERENCES owner,
    amount  numeric NOT NULL,
    twice   numeric NOT NULL GENERATED ALWAYS AS (amount * 2) STORED,
    details jsonb
);

CREATE TABLE tick (
    at    timestamptz NOT NULL PRIMARY KEY,
    price numeric     NOT NULL
) PARTITION BY RANGE (at);

CREATE TABLE tick_default PARTITION OF tick DEFAULT;

CREATE SEQUENCE tick_version;

INSERT INTO owner (name) VALUES ('the house');

CREATE TABLE event_publication (
    id    uuid NOT NULL PRIMARY KEY,
    topic text NOT NULL,
    value text NOT NULL
);
