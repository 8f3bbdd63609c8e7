-- Why a feed has ended.
ALTER TABLE feed ADD COLUMN reason text;

-- By how many weeks the file of a replay is moved forward. Kept, so that its bars stay where they are when the service starts again.
CREATE TABLE feed_replay (
    feed       text        PRIMARY KEY,
    first_open timestamptz NOT NULL,
    weeks      integer     NOT NULL CHECK (weeks >= 0)
);
