-- When a backtest came to its end: some time after it is removed with all it left. Live books and imported runs are kept.
ALTER TABLE run ADD COLUMN ended_at timestamptz;
UPDATE run r
SET ended_at = coalesce(
        (SELECT max(p.ended_at) FROM job j JOIN job_part p USING (job_id) WHERE j.run_id = r.run_id), r.created_at)
WHERE r.kind = 'BACKTEST' AND r.state <> 'RUNNING';
CREATE INDEX run_backtests_ended ON run (ended_at) WHERE kind = 'BACKTEST';

-- What belongs to a run is found by it.
CREATE INDEX job_of_run ON job (run_id);
CREATE INDEX fact_strategy_positions_of_run ON fact_strategy_positions (run_id);
