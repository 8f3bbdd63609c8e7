-- Keys of requests that may be repeated. A row without an answer is of a request that is under way; its subject, such
-- as an order, says where to find out what became of it after a crash.
CREATE TABLE idempotency_key (
    client      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    subject     uuid,
    answer      text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (client, key)
);

CREATE UNIQUE INDEX idempotency_key_by_subject ON idempotency_key (subject) WHERE subject IS NOT NULL;
CREATE INDEX idempotency_key_by_time ON idempotency_key (created_at);
