-- What positions paid in full are worth at their marks; until the books report again, what they cost.
ALTER TABLE account ADD COLUMN open_stakes numeric NOT NULL DEFAULT 0 CHECK (open_stakes >= 0);

UPDATE account SET open_stakes = greatest(
    margin_used - coalesce((SELECT sum(p.margin) FROM position p WHERE p.account_id = account.id), 0), 0);

-- Orders that took one another's place are a line, named by the first of them; at most one of a line works.
ALTER TABLE reservation ADD COLUMN first_order_id uuid;

UPDATE reservation SET first_order_id = order_id;

ALTER TABLE reservation ALTER COLUMN first_order_id SET NOT NULL;
