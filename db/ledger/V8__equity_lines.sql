-- What one unit of money became since the account was opened, cash paid in or out taken out of it: each change multiplies
-- it by (equity - cash flow) / equity before. It is gone once nothing was left to multiply.
ALTER TABLE account_equity ADD COLUMN growth double precision;

COMMENT ON COLUMN account_equity.growth IS 'absent after equity has fallen to zero or below';

WITH steps AS (
    SELECT account_id, sequence, balance + floating_pnl AS equity,
           balance + floating_pnl - net_cash_flow + lag(net_cash_flow) OVER account AS without_flow,
           lag(balance + floating_pnl) OVER account AS equity_before
      FROM account_equity
    WINDOW account AS (PARTITION BY account_id ORDER BY sequence)),
factors AS (
    SELECT account_id, sequence,
           CASE WHEN equity_before IS NULL THEN 1.0
                WHEN equity_before > 0 THEN without_flow / equity_before END AS factor
      FROM steps),
chained AS (
    SELECT account_id, sequence, factor,
           exp(sum(ln(CASE WHEN factor > 0 THEN factor END)) OVER until) AS gained,
           coalesce(bool_or(factor IS NULL OR factor <= 0) OVER earlier, false) AS was_lost
      FROM factors
    WINDOW until AS (PARTITION BY account_id ORDER BY sequence ROWS UNBOUNDED PRECEDING),
           earlier AS (PARTITION BY account_id ORDER BY sequence ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
UPDATE account_equity e
   SET growth = CASE WHEN c.factor > 0 THEN c.gained ELSE c.gained * c.factor END
  FROM chained c
 WHERE c.account_id = e.account_id AND c.sequence = e.sequence AND c.factor IS NOT NULL AND NOT c.was_lost;

-- The last point of every five minutes, hour and day (UTC), written with the points, which are kept for a shorter time.
-- bucket is the start.
CREATE TABLE account_equity_5m (
    account_id    text        NOT NULL REFERENCES account,
    bucket        timestamptz NOT NULL,
    at            timestamptz NOT NULL,
    sequence      bigint      NOT NULL,
    label         text        NOT NULL CHECK (label IN ('PAPER', 'LIVE')),
    balance       numeric     NOT NULL,
    net_cash_flow numeric     NOT NULL,
    floating_pnl  numeric     NOT NULL,
    margin_used   numeric     NOT NULL,
    growth        double precision,
    PRIMARY KEY (account_id, bucket)
) PARTITION BY RANGE (bucket);
CREATE TABLE account_equity_5m_default PARTITION OF account_equity_5m DEFAULT;

CREATE TABLE account_equity_1h (LIKE account_equity_5m INCLUDING ALL);
ALTER TABLE account_equity_1h ADD FOREIGN KEY (account_id) REFERENCES account;
CREATE TABLE account_equity_1d (LIKE account_equity_5m INCLUDING ALL);
ALTER TABLE account_equity_1d ADD FOREIGN KEY (account_id) REFERENCES account;

-- Creates the monthly partitions from one month to another that do not exist yet. Does nothing for a month whose rows
-- already stand in the default partition, or when the table is no longer partitioned by PostgreSQL.
CREATE FUNCTION ensure_equity_partitions(first_month date, last_month date) RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM current
AS
$$
DECLARE
    month       date := date_trunc('month', first_month)::date;
    month_start timestamptz;
    month_end   timestamptz;
    part_name   text;
    is_taken    boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ledger partitions', 0));
    IF (SELECT relkind FROM pg_class WHERE oid = 'account_equity_5m'::regclass) <> 'p' THEN
        RETURN;
    END IF;
    WHILE month <= last_month
        LOOP
            part_name := 'account_equity_5m_' || to_char(month, '"y"YYYY"m"MM');
            month_start := month::timestamp AT TIME ZONE 'UTC';
            month_end := (month + INTERVAL '1 month') AT TIME ZONE 'UTC';
            SELECT EXISTS (SELECT FROM account_equity_5m_default WHERE bucket >= month_start AND bucket < month_end)
              INTO is_taken;
            IF to_regclass(part_name) IS NULL AND NOT is_taken THEN
                EXECUTE format(
                        'CREATE TABLE %I PARTITION OF account_equity_5m FOR VALUES FROM (%L) TO (%L)',
                        part_name, month_start, month_end);
            END IF;
            month := (month + INTERVAL '1 month')::date;
        END LOOP;
END
$$;

SELECT ensure_equity_partitions((now() AT TIME ZONE 'UTC' - INTERVAL '2 months')::date, (now() AT TIME ZONE 'UTC' + INTERVAL '2 months')::date);

INSERT INTO account_equity_5m
SELECT DISTINCT ON (account_id, bucket)
       account_id, date_bin('5 minutes', at, TIMESTAMPTZ '1970-01-01Z') AS bucket, at, sequence, label, balance,
       net_cash_flow, floating_pnl, margin_used, growth
  FROM account_equity
 ORDER BY account_id, bucket, sequence DESC;

INSERT INTO account_equity_1h
SELECT DISTINCT ON (account_id, bucket)
       account_id, date_bin('1 hour', at, TIMESTAMPTZ '1970-01-01Z') AS bucket, at, sequence, label, balance,
       net_cash_flow, floating_pnl, margin_used, growth
  FROM account_equity
 ORDER BY account_id, bucket, sequence DESC;

INSERT INTO account_equity_1d
SELECT DISTINCT ON (account_id, bucket)
       account_id, date_bin('1 day', at, TIMESTAMPTZ '1970-01-01Z') AS bucket, at, sequence, label, balance,
       net_cash_flow, floating_pnl, margin_used, growth
  FROM account_equity
 ORDER BY account_id, bucket, sequence DESC;

-- Closed positions of a portfolio, the newest first, and what each trade of them cost.
CREATE INDEX market_position_closed ON market_position (portfolio_id, closed_at DESC, id DESC) WHERE status <> 'OPEN';
CREATE INDEX market_trade_by_position ON market_trade (position_id);
