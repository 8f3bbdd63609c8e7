-- Stakes of prediction-market orders hold room like trades of instruments do, but are no position in an instrument:
-- nothing can be correlated with them, and they carry no currency.
ALTER TABLE reservation ADD COLUMN kind text NOT NULL DEFAULT 'TRADE' CHECK (kind IN ('TRADE', 'STAKE'));

COMMENT ON COLUMN reservation.symbol IS 'instrument of a TRADE, market of a STAKE';
COMMENT ON COLUMN reservation.lots IS 'lots of a TRADE, amount of a STAKE';
