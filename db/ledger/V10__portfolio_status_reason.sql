-- Who paused, resumed or archived a portfolio last, and why: with the status, and in the history.
ALTER TABLE portfolio_change ADD COLUMN reason text CHECK (reason <> '');

ALTER TABLE portfolio
    ADD COLUMN status_changed_by text,
    ADD COLUMN status_reason     text CHECK (status_reason <> ''),
    ADD COLUMN status_changed_at timestamptz,
    ADD CONSTRAINT portfolio_status_changed_by_somebody CHECK ((status_changed_by IS NULL) = (status_changed_at IS NULL));

COMMENT ON COLUMN portfolio.status_changed_by IS 'absent while it is as it was opened';
COMMENT ON COLUMN portfolio.status_reason IS 'absent when none was said';

UPDATE portfolio p
   SET status_changed_by = c.who, status_changed_at = c.at
  FROM (SELECT DISTINCT ON (portfolio_id) portfolio_id, who, at
          FROM portfolio_change
         WHERE what IN ('PAUSED', 'RESUMED', 'PAUSED_WITH_ALL', 'RESUMED_WITH_ALL', 'ARCHIVED')
         ORDER BY portfolio_id, sequence DESC) c
 WHERE c.portfolio_id = p.id;
