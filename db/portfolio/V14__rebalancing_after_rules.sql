-- A target that a rule has changed makes a plan too.
ALTER TABLE rebalancing DROP CONSTRAINT rebalancing_trigger_check;
ALTER TABLE rebalancing ADD CONSTRAINT rebalancing_trigger_check
    CHECK (trigger IN ('PERSON', 'SCHEDULE', 'DRIFT', 'ROTATION', 'LIFECYCLE'));

-- Up to which version of the target of an account plans have been made by themselves, or were not to be made. Written in
-- the transaction of the plan, so that each version a rule makes leads to one.
ALTER TABLE rebalancing_times ADD COLUMN target_version bigint NOT NULL DEFAULT 0;
UPDATE rebalancing_times
   SET target_version = coalesce((SELECT max(version)
                                    FROM target_portfolio
                                   WHERE target_portfolio.account_id = rebalancing_times.account_id), 0);
