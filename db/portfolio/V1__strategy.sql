-- Strategies as assets. The source says where the returns come from: 'model:ML_XGB:EURUSD', 'portfolio:17',
-- 'account:main', 'hold:AAPL' or 'imported'.
CREATE TABLE strategy (
    code          text        NOT NULL PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9._-]{1,64}$'),
    name          text        NOT NULL,
    source        text        NOT NULL CHECK (source ~ '^(model|portfolio|account|hold):.+$' OR source = 'imported'),
    benchmark     text,
    state         text        NOT NULL CHECK (state IN ('DISCOVERY', 'VALIDATION', 'PAPER', 'LIVE', 'SUSPENDED', 'RETIRED')),
    registered_at timestamptz NOT NULL,
    version       bigint      NOT NULL DEFAULT 0
);
