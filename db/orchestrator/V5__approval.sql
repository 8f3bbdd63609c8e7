-- What waits for a person. Only what is pending can be decided, and what is decided never changes again, but for a
-- trade: approved, it is carried out once. begun = true from the transaction on that opens its order, or decides that
-- there is none; trade is what is decided on anew then.
CREATE TABLE approval (
    id            uuid        NOT NULL PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('REBALANCE', 'TRADE', 'LIFECYCLE', 'ROTATION')),
    state         text        NOT NULL CHECK (state IN
                      ('PENDING', 'APPROVED', 'EXECUTED', 'NOT_EXECUTED', 'REJECTED', 'EXPIRED')),
    subject       text        NOT NULL,
    account_id    text,
    summary       text        NOT NULL,
    payload       json        NOT NULL,
    payload_hash  text        NOT NULL,
    checks        json        NOT NULL,
    asked_by      text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    trade         json,
    decision_id   uuid,
    begun         boolean     NOT NULL DEFAULT false,
    changes       json        NOT NULL,
    ended_at      timestamptz,
    CHECK ((trade IS NOT NULL) = (kind = 'TRADE')),
    CHECK ((decided_by IS NOT NULL) = (state IN ('APPROVED', 'EXECUTED', 'NOT_EXECUTED', 'REJECTED'))),
    CHECK (kind = 'TRADE' OR state NOT IN ('EXECUTED', 'NOT_EXECUTED')),
    CHECK ((ended_at IS NULL) = (state = 'PENDING' OR (state = 'APPROVED' AND kind = 'TRADE')))
);

CREATE INDEX approval_pending ON approval (expires_at) WHERE state = 'PENDING';
CREATE INDEX approval_under_way ON approval (decided_at) WHERE state = 'APPROVED' AND kind = 'TRADE';
CREATE INDEX approval_by_state ON approval (state, id DESC);
CREATE INDEX approval_ended ON approval (ended_at) WHERE ended_at IS NOT NULL;
