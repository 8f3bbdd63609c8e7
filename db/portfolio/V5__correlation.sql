-- Which version of the returns correlations are computed from: it grows with every refresh and whenever returns come or
-- are corrected, in the same transaction. What an instance keeps of an older version is not used.
CREATE TABLE correlation_version (
    one               boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    version           bigint      NOT NULL,
    -- What the last refresh has computed; another one than version: returns have changed since.
    refreshed_version bigint      NOT NULL,
    refreshed_at      timestamptz
);
INSERT INTO correlation_version (version, refreshed_version) VALUES (0, 0);

CREATE FUNCTION count_returns_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF EXISTS (SELECT FROM added) THEN
        UPDATE correlation_version SET version = version + 1;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER daily_return_version AFTER INSERT ON daily_return
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_returns_version();

-- Correlations of all strategies with a label: the newest of each UTC day, and those at each change of the regime. The
-- matrix is what SnapshotCodec writes; 100 strategies are about 41 kB. Kept for suite.portfolio.correlation.keep, by
-- default 1,100 days.
CREATE TABLE correlation (
    label       text        NOT NULL CHECK (label IN ('LIVE', 'PAPER', 'BACKTEST', 'BACKFILL', 'SIMULATED')),
    window_name text        NOT NULL,
    day         date        NOT NULL,
    as_of       timestamptz NOT NULL,
    cause       text        NOT NULL CHECK (cause IN ('DAILY', 'REGIME')),
    matrix      bytea       NOT NULL,
    PRIMARY KEY (label, window_name, day, cause, as_of)
);
CREATE UNIQUE INDEX correlation_daily ON correlation (label, window_name, day) WHERE cause = 'DAILY';
-- It does not get smaller.
ALTER TABLE correlation ALTER COLUMN matrix SET STORAGE EXTERNAL;
CREATE INDEX correlation_day ON correlation (day);

-- Pairs that are too much alike at present, a before b in the alphabet.
CREATE TABLE correlation_alike (
    label       text             NOT NULL,
    a           text             NOT NULL,
    b           text             NOT NULL,
    correlation double precision NOT NULL,
    since       timestamptz      NOT NULL,
    PRIMARY KEY (label, a, b),
    CHECK (a < b)
);

-- Labels whose mean correlation of 30 returns is apart from that of 365 at present.
CREATE TABLE correlation_regime (
    label text        NOT NULL PRIMARY KEY,
    since timestamptz NOT NULL
);

-- db-scheduler's: when correlations are computed next, and by whom.
CREATE TABLE correlation_schedule (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX correlation_schedule_due ON correlation_schedule (execution_time);
CREATE INDEX correlation_schedule_heartbeat ON correlation_schedule (last_heartbeat);
