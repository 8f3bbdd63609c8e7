-- Which notifications somebody has read.
CREATE TABLE notification_read (
    subject     text        NOT NULL,
    activity_id bigint      NOT NULL REFERENCES activity ON DELETE CASCADE,
    read_at     timestamptz NOT NULL,
    PRIMARY KEY (subject, activity_id)
);
CREATE INDEX notification_read_of ON notification_read (activity_id);

-- How feeds, controllers and the limits of accounts were found last, so that one of the instances tells of a change.
CREATE TABLE watched_state (
    subject text        PRIMARY KEY,
    state   text        NOT NULL,
    since   timestamptz NOT NULL
);
