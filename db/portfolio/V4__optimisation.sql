-- Answers of the optimiser as they were given. Kept for suite.portfolio.optimisation.kept (90 days), then deleted by
-- the hour; the index serves that.
CREATE TABLE optimisation (
    id          uuid        NOT NULL PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('WEIGHTS', 'FRONTIER')),
    method      text        NOT NULL,
    input_hash  text        NOT NULL CHECK (length(input_hash) = 64),
    answered_at timestamptz NOT NULL,
    answer      text        NOT NULL
);

CREATE INDEX optimisation_answered_at ON optimisation (answered_at);
