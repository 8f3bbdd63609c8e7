-- Why the order of a fill closes what it closes; of older trades it is not known.
ALTER TABLE trade ADD COLUMN exit_reason text
    CHECK (exit_reason IN ('STOP', 'TRAILING_STOP', 'TAKE_PROFIT', 'CLOSED', 'FLATTENED', 'REBALANCED', 'OPPOSITE_ORDER'));
