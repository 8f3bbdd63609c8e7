-- Tickets for the WebSocket feed: each opens it once, at any instance. Only the hash is kept.
CREATE TABLE stream_ticket (
    hash        bytea       NOT NULL PRIMARY KEY,
    valid_until timestamptz NOT NULL,
    -- When the token ends that asked for it: the connection ends with it.
    token_end   timestamptz NOT NULL
);

-- What was not used is deleted every hour.
CREATE INDEX stream_ticket_by_time ON stream_ticket (valid_until);
