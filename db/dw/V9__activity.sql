-- What happened anywhere in the suite, told once for each event. Lines are removed when their time is over.
CREATE TABLE activity (
    activity_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Of the event that told of it: a repeat adds no second line.
    event_id     uuid        NOT NULL UNIQUE,
    happened_at  timestamptz NOT NULL,
    kind         text        NOT NULL,
    event_type   text        NOT NULL,
    summary      text        NOT NULL,
    account_id   text,
    symbol       text,
    strategy     text,
    -- Order, cycle, approval, rebalancing, rotation, job, feed or controller.
    subject      text,
    trace_id     text,
    -- Whom it may be shown to: every reader, the owner of all of the books, or administrators alone.
    reach        text        NOT NULL CHECK (reach IN ('READERS', 'BOOKS', 'ADMINISTRATORS')),
    books        text[]      NOT NULL DEFAULT '{}',
    -- Why it is a notification as well.
    notification text,
    CHECK ((reach = 'BOOKS') = (cardinality(books) > 0))
);
CREATE INDEX activity_newest ON activity (happened_at DESC, activity_id DESC);
CREATE INDEX activity_of_account ON activity (account_id, happened_at DESC, activity_id DESC) WHERE account_id IS NOT NULL;
CREATE INDEX activity_of_trace ON activity (trace_id) WHERE trace_id IS NOT NULL;
CREATE INDEX activity_notifications ON activity (happened_at DESC, activity_id DESC) WHERE notification IS NOT NULL;
