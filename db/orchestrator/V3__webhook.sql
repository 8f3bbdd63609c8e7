-- Addresses alerts come in at. Of the token in the address only the hash is kept.
CREATE TABLE webhook (
    id            uuid        NOT NULL PRIMARY KEY,
    token_hash    bytea       NOT NULL UNIQUE,
    strategy      text        NOT NULL,
    account_id    text        NOT NULL,
    risk_percent  numeric,
    auto_execute  boolean     NOT NULL,
    mode          text        NOT NULL CHECK (mode IN ('CONFIRM', 'FOLLOW')),
    max_lots      numeric CHECK (max_lots > 0),
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL,
    last_alert_at timestamptz
);

-- Alerts of late, to recognise a repeat: by what it says, together with the sender's id of it where there is one. A
-- reversal has two decisions, on the exit and on the entry.
CREATE TABLE webhook_alert (
    webhook_id       uuid        NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    fingerprint      text        NOT NULL,
    alert_id         uuid        NOT NULL,
    decision_id      uuid        NOT NULL,
    exit_decision_id uuid,
    received_at      timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    PRIMARY KEY (webhook_id, fingerprint)
);

CREATE INDEX webhook_alert_by_expiry ON webhook_alert (expires_at);
