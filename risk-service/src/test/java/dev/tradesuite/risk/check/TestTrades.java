package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades for tests. */
public final class TestTrades {

    public static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    private TestTrades() {}

    /** EURUSD at 1.0835 with a stop 50 pips away: 0.01 lots lose 5 USD and take 21.67 USD of margin. */
    public static ProposedTrade buyEurusd(String lots) {
        return trade("EURUSD", Side.BUY, lots, "1.0835", "1.0785");
    }

    /** The other side of the same. */
    public static ProposedTrade sellEurusd(String lots) {
        return trade("EURUSD", Side.SELL, lots, "1.0835", "1.0885");
    }

    public static ProposedTrade trade(String symbol, Side side, String lots, String entry, @Nullable String stop) {
        return trade(symbol, side, lots, entry, stop, null, Map.of());
    }

    public static ProposedTrade trade(
            String symbol,
            Side side,
            String lots,
            String entry,
            @Nullable String stop,
            @Nullable String leverage,
            Map<String, BigDecimal> rates) {
        return new ProposedTrade(
                CATALOG.find(symbol).orElseThrow(),
                side,
                new Lots(new BigDecimal(lots)),
                new BigDecimal(entry),
                stop == null ? null : new BigDecimal(stop),
                Leverage.ofNullable(leverage == null ? null : new BigDecimal(leverage)),
                ConversionRates.of(CATALOG, rates),
                TradePurpose.BY_POSITION);
    }

    /** The same trade for another purpose. */
    public static ProposedTrade meant(ProposedTrade trade, TradePurpose purpose) {
        return new ProposedTrade(
                trade.instrument(),
                trade.side(),
                trade.lots(),
                trade.entryPrice(),
                trade.stopPrice(),
                trade.leverage(),
                trade.rates(),
                purpose);
    }
}
