-- Who holds how much at the paper broker, and whose its orders are.
ALTER TABLE paper_order ADD COLUMN strategy text;
ALTER TABLE paper_position ADD COLUMN holdings jsonb NOT NULL DEFAULT '{}';

COMMENT ON COLUMN paper_position.holdings IS
    'lots by strategy or unassigned, above 0 when bought; together they are the lots of the position';

-- What was held before: where all fills that are known name a strategy, what only reduces has taken no more than its
-- strategy had, and together they make the position, it is the strategies'; else it is nobody's, and so is what
-- protects it.
WITH fill AS (
    SELECT o.account_id, o.symbol, coalesce(o.strategy, '') AS strategy, o.reduce_only, f.booked_at, f.id,
           f.lots * CASE o.side WHEN 'BUY' THEN 1 ELSE -1 END AS lots
      FROM trade_order o JOIN order_fill f ON f.order_id = o.id
     WHERE o.broker = 'paper'),
step AS (
    SELECT account_id, symbol, strategy, reduce_only, lots,
           sum(lots) OVER (PARTITION BY account_id, symbol, strategy ORDER BY booked_at, id) AS after
      FROM fill),
held AS (
    SELECT account_id, symbol, strategy, sum(lots) AS lots,
           bool_and(NOT reduce_only OR ((after - lots) * lots < 0 AND (after - lots) * after >= 0)) AS followed
      FROM step
     GROUP BY account_id, symbol, strategy),
known AS (
    SELECT account_id, symbol, coalesce(jsonb_object_agg(strategy, lots) FILTER (WHERE lots <> 0), '{}') AS holdings,
           sum(lots) AS lots
      FROM held
     GROUP BY account_id, symbol
    HAVING bool_and(followed AND strategy NOT IN ('', 'unassigned')))
UPDATE paper_position p
   SET holdings = coalesce(
       (SELECT k.holdings FROM known k
         WHERE k.account_id = p.account_id AND k.symbol = p.symbol AND k.lots = p.lots),
       CASE p.lots WHEN 0 THEN '{}' ELSE jsonb_build_object('unassigned', p.lots) END);

UPDATE paper_order o
   SET strategy = t.strategy
  FROM trade_order t, paper_position p
 WHERE t.client_order_id = o.client_order_id
   AND p.account_id = o.account_id AND p.symbol = o.symbol
   AND NOT p.holdings ? 'unassigned';
