package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SizingTrades for tests: 10,000 USD, the reference rates, the price of the pair as entry; each method changes one
 * thing.
 *
 * @param symbol instrument
 * @param price of entry
 * @param equity of the account
 * @param currency of the account
 * @param side absent unless set
 * @param leverage not stated unless set
 * @param rates the reference rates unless set
 */
record SizingTrades(
        String symbol,
        BigDecimal price,
        BigDecimal equity,
        String currency,
        @Nullable Side side,
        Leverage leverage,
        Map<String, BigDecimal> rates,
        MarginRoom room,
        TradingCosts costs) {

    static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    static final Map<String, BigDecimal> REFERENCE_RATES = Map.of(
            "EURUSD", new BigDecimal("1.0835"),
            "GBPUSD", new BigDecimal("1.27"),
            "USDJPY", new BigDecimal("150"),
            "USDCHF", new BigDecimal("0.88"),
            "USDCAD", new BigDecimal("1.36"));

    static final RiskPercent TWO_PERCENT = new RiskPercent(BigDecimal.TWO);
    static final Pips FIFTY_PIPS = Pips.of(50);

    static SizingTrades in(String symbol, String price) {
        return new SizingTrades(
                symbol,
                new BigDecimal(price),
                new BigDecimal("10000"),
                "USD",
                null,
                Leverage.NOT_STATED,
                REFERENCE_RATES,
                new MarginRoom(new BigDecimal("80"), BigDecimal.ZERO, BigDecimal.ZERO),
                TradingCosts.NONE);
    }

    static SizingTrades eurusd() {
        return in("EURUSD", "1.0835");
    }

    SizingTrades account(String equity, String currency) {
        return new SizingTrades(symbol, price, new BigDecimal(equity), currency, side, leverage, rates, room, costs);
    }

    SizingTrades side(Side side) {
        return new SizingTrades(symbol, price, equity, currency, side, leverage, rates, room, costs);
    }

    SizingTrades leverage(String leverage) {
        return new SizingTrades(
                symbol, price, equity, currency, side, new Leverage(new BigDecimal(leverage)), rates, room, costs);
    }

    SizingTrades rates(Map<String, BigDecimal> rates) {
        return new SizingTrades(symbol, price, equity, currency, side, leverage, rates, room, costs);
    }

    /** With a margin limit in percent, of which this much is used. */
    SizingTrades margin(String limitPercent, String used) {
        return margin(limitPercent, used, "0");
    }

    /** With a margin limit in percent, of which this much is used and this much held for other orders. */
    SizingTrades margin(String limitPercent, String used, String reserved) {
        MarginRoom other = new MarginRoom(new BigDecimal(limitPercent), new BigDecimal(used), new BigDecimal(reserved));
        return new SizingTrades(symbol, price, equity, currency, side, leverage, rates, other, costs);
    }

    SizingTrades costs(String spreadPips, String slippagePips, String commissionPerLot) {
        TradingCosts other =
                new TradingCosts(Pips.of(spreadPips), Pips.of(slippagePips), new BigDecimal(commissionPerLot));
        return new SizingTrades(symbol, price, equity, currency, side, leverage, rates, room, other);
    }

    SizingTrade by(SizingMethod method) {
        return new SizingTrade(
                CATALOG.find(symbol).orElseThrow(),
                side,
                price,
                new SizingAccount(equity, currency, room),
                leverage,
                ConversionRates.of(CATALOG, rates),
                costs,
                method);
    }

    /** Two percent of the equity at a stop of 50 pips. */
    SizingResult fixedRisk() {
        return fixedRisk(FIFTY_PIPS);
    }

    /** Two percent of the equity at the stop. */
    SizingResult fixedRisk(@Nullable Pips stop) {
        return PositionSizer.size(by(new FixedRisk(TWO_PERCENT, stop)));
    }
}
