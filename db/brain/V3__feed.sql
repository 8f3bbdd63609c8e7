-- Who runs each feed of bars and how it goes. One instance holds a feed at a time; another takes it when the lease ends.
CREATE TABLE feed (
    name         text        PRIMARY KEY,
    owner        uuid        NOT NULL,
    leased_until timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'STARTING',
    last_error   text
);
