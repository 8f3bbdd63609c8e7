package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.NewestPrice;
import dev.tradesuite.orchestrator.trade.PositionClose;
import dev.tradesuite.orchestrator.trade.PositionClose.Result;
import dev.tradesuite.support.Ids;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Closes positions at the newest market price, by the same flow as anybody who closes one. */
final class MarketFlattening implements PositionFlattening {

    private final PositionClose close;
    private final NewestPrice prices;
    private final InstrumentCatalog catalog;

    MarketFlattening(PositionClose close, NewestPrice prices, InstrumentCatalog catalog) {
        this.close = close;
        this.prices = prices;
        this.catalog = catalog;
    }

    @Override
    public Optional<Reason> close(String accountId, String symbol, Consumer<TradeOrder> opened) {
        Optional<Instrument> instrument = catalog.find(symbol);
        Optional<BigDecimal> price = prices.of(symbol);
        if (instrument.isEmpty() || price.isEmpty()) {
            return Optional.of(TradeReason.STOP_PRICE_UNKNOWN.reason());
        }
        Result result = close.close(
                new PositionClose.Request(
                        accountId,
                        instrument.get(),
                        price.get(),
                        null,
                        null,
                        Map.of(),
                        TradeOrder.flatteningKey(Ids.next())),
                opened,
                _ -> {});
        return switch (result) {
            case Result.Ordered _ -> Optional.empty();
            case Result.Refused(Reason why) -> Optional.of(why);
            case Result.NotNow(Reason why) -> Optional.of(why);
            case Result.NoConversion(String from, String to) ->
                Optional.of(
                        TradeReason.CONVERSION_RATE_STALE.reason("No price leads from %s to %s.".formatted(from, to)));
            // Its broker holds something; the books, or the orders, do not know it yet.
            case Result.NoPosition _, Result.NothingHeld _, Result.NotEnough _ ->
                Optional.of(TradeReason.HOLDING_UNKNOWN.reason());
        };
    }
}
