-- Outbox: what is published within a transaction, until Kafka has it. The columns are those of Spring Modulith's
-- JDBC event publication registry, version 2. Rows live for milliseconds, so the table stays small and the only index
-- is the key: every further one would cost the business transaction that inserts.
CREATE TABLE event_publication (
    id                     uuid        NOT NULL PRIMARY KEY,
    listener_id            text        NOT NULL,
    event_type             text        NOT NULL,
    serialized_event       text        NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);

-- Inbox: which consumer has handled which event.
CREATE TABLE processed_event (
    consumer     text        NOT NULL,
    event_id     uuid        NOT NULL,
    processed_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

CREATE INDEX processed_event_by_time ON processed_event (processed_at);
