-- Outbox: what is published within a transaction, until Kafka has it. Rows live for milliseconds, so the table stays
-- small and the only index is the key: every further one would cost the business transaction that inserts. The owner is
-- the instance that published it and sends it; identifiers grow with the time they were made.
CREATE TABLE event_publication (
    id           uuid        NOT NULL PRIMARY KEY,
    owner        uuid        NOT NULL,
    topic        text        NOT NULL,
    key          text        NOT NULL,
    value        text        NOT NULL,
    traceparent  text,
    published_at timestamptz NOT NULL DEFAULT now()
);

-- Instances that send from the outbox, and when each last said that it lives. What an instance leaves behind that has
-- gone, or has been silent for long, is sent by another one.
CREATE TABLE event_publisher (
    id      uuid        NOT NULL PRIMARY KEY,
    beat_at timestamptz NOT NULL
);

-- Inbox: which consumer has handled which event.
CREATE TABLE processed_event (
    consumer     text        NOT NULL,
    event_id     uuid        NOT NULL,
    processed_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

CREATE INDEX processed_event_by_time ON processed_event (processed_at);
