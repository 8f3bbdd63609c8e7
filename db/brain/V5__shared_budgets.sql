-- What the installation has used of what it is given outside: counted once, however many instances run.

-- Calls and tokens of a UTC day of the language model behind LLM_CLAUDE. A call under way counts with the most tokens it
-- can take. Days are kept for 400 days.
CREATE TABLE overlay_day (
    day    date    PRIMARY KEY,
    calls  integer NOT NULL CHECK (calls >= 0),
    tokens bigint  NOT NULL CHECK (tokens >= 0)
);

-- The newest bar of each series that the language model was to be asked about.
CREATE TABLE overlay_asked (
    symbol    text        NOT NULL,
    timeframe text        NOT NULL,
    closed_at timestamptz NOT NULL,
    PRIMARY KEY (symbol, timeframe)
);

-- Credits spent at a source of bars. Older than a minute they are deleted as the next are spent.
CREATE TABLE feed_credit (
    source   text        NOT NULL,
    spent_at timestamptz NOT NULL,
    credits  integer     NOT NULL CHECK (credits > 0),
    PRIMARY KEY (source, spent_at)
);
