-- A trading state of everything at once.
ALTER TABLE trading_state DROP CONSTRAINT trading_state_scope_check;
ALTER TABLE trading_state ADD CONSTRAINT trading_state_scope_check
    CHECK (scope IN ('ACCOUNT', 'PORTFOLIO', 'STRATEGY', 'SYMBOL', 'ALL'));

-- Why limits were changed; absent where nobody said.
ALTER TABLE limit_change ADD COLUMN reason text;

-- The history is read by account, the newest first.
CREATE INDEX trading_state_change_by_subject ON trading_state_change (scope, id, changed_at DESC);
CREATE INDEX limit_breach_by_account ON limit_breach (account_id, at DESC);
CREATE INDEX limit_change_by_account ON limit_change (account_id, number DESC);
CREATE INDEX high_water_mark_change_by_account ON high_water_mark_change (account_id, changed_at DESC);
