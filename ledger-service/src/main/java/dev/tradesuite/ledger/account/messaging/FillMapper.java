package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a fill, and what protects a position, from the records of the contract. */
public final class FillMapper {

    private FillMapper() {}

    /**
     * The fill of an event.
     *
     * @throws IllegalArgumentException when it is not a fill the books can take, whatever the account
     */
    public static Fill fill(OrderFilled filled, InstrumentCatalog catalog) {
        return new Fill(
                filled.fillId(),
                new Fill.OrderPart(
                        filled.orderId(),
                        filled.clientOrderId(),
                        new Lots(filled.cumulativeLots()),
                        filled.orderComplete(),
                        filled.reduceOnly(),
                        filled.strategy(),
                        filled.exitReason()),
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

    /** The orders that reduce the position in an instrument; empty when nothing is said of them. */
    static Optional<List<ProtectiveOrder>> protection(
            String symbol, @Nullable List<dev.tradesuite.contracts.orchestrator.ProtectiveOrder> orders) {
        return Optional.ofNullable(orders).map(told -> told.stream()
                .map(order -> new ProtectiveOrder(
                        order.orderId(),
                        symbol,
                        order.side(),
                        order.type(),
                        new Lots(order.lots()),
                        order.limitPrice(),
                        order.stopPrice(),
                        order.trailingStopPips() == null ? null : new Pips(order.trailingStopPips())))
                .toList());
    }
}
