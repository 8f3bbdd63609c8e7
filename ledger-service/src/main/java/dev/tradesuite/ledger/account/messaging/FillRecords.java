package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.account.FillRefusedException;
import dev.tradesuite.ledger.position.Fill;
import dev.tradesuite.ledger.position.Label;

/** Reads a fill from the record of the contract. */
final class FillRecords {

    private FillRecords() {}

    /** @throws IllegalArgumentException when it is not a fill the books can take, whatever the account */
    static Fill fill(OrderFilled filled, InstrumentCatalog catalog) {
        return new Fill(
                filled.fillId(),
                new Fill.OrderPart(
                        filled.orderId(),
                        filled.clientOrderId(),
                        new Lots(filled.cumulativeLots()),
                        filled.orderComplete(),
                        filled.strategy()),
                filled.accountId(),
                catalog.find(filled.symbol())
                        .orElseThrow(() -> new FillRefusedException("no instrument " + filled.symbol())),
                switch (filled.side()) {
                    case BUY -> Side.BUY;
                    case SELL -> Side.SELL;
                },
                new Lots(filled.lots()),
                filled.price(),
                filled.commission(),
                filled.conversionRate(),
                Leverage.ofNullable(filled.leverage()),
                filled.stopLossPrice(),
                label(filled.label()),
                filled.filledAt());
    }

    private static Label label(RunLabel label) {
        return switch (label) {
            case PAPER -> Label.PAPER;
            case LIVE -> Label.LIVE;
            case BACKTEST, BACKFILL, SIMULATED ->
                throw new FillRefusedException("a fill labelled " + label + " moves no books");
        };
    }
}
