package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;

/** Reads a fill from the record of the contract. */
final class FillMapper {

    private FillMapper() {}

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
                new Fill.Deal(
                        catalog.find(filled.symbol())
                                .orElseThrow(() -> new FillRefusedException("no instrument " + filled.symbol())),
                        filled.side(),
                        new Lots(filled.lots()),
                        filled.price()),
                new Fill.Terms(
                        filled.commission(),
                        filled.conversionRate(),
                        Leverage.ofNullable(filled.leverage()),
                        filled.stopLossPrice()),
                filled.label(),
                filled.filledAt());
    }
}
