package dev.tradesuite.portfolio.monitoring;

import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.NOON;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.account;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.holding;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.position;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Outcome;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Size;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Trade;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeImpactServiceTest {

    private final FakeMonitoring all = new FakeMonitoring();
    private final LiveMemory memory = new LiveMemory();
    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final LiveRiskService risks = new LiveRiskService(
            memory,
            new LiveRiskCalculator(
                    catalog,
                    MarketHours.shipped(),
                    memory,
                    new LiveRiskCalculator.Ages(Duration.ofMinutes(5), Duration.ofMinutes(15), 7, 365),
                    new MonitoringLimits(0.03, 0.15, 0.4, 0.1)),
            all,
            all,
            all,
            FixedClock.at(NOON.toString()));
    private final TradeImpactService impacts = new TradeImpactService(risks, memory, all, catalog);

    /** 0.1 lots are 10,000 units at 1; as many again double everything. */
    @Test
    void buyingAsMuchAgainDoublesTheRisk() {
        all.accounts.add(account("10000", List.of(position("EURUSD", "0.1")), holding("a", "EURUSD", "0.1")));
        all.returns.put("EURUSD", returns(20, i -> i == 7 ? -0.1 : 0.01));

        Outcome.Told told = told(trade("b", "EURUSD", Side.BUY, new Size.Notional(new BigDecimal("10000"))));

        assertThat(told.lots()).isEqualByComparingTo("0.1");
        assertThat(told.before().loss().shortfall().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(told.after().loss().shortfall().orElseThrow()).isCloseTo(0.2, within(1e-12));
        assertThat(told.after().worth().equity()).isEqualByComparingTo("10000");
        assertThat(told.after().strategies())
                .extracting(LiveRisk.StrategyPart::strategy)
                .containsExactly("a", "b");
    }

    /** Bought by one strategy, and half of it sold by another. */
    @Test
    void severalTradesAddUp() {
        all.accounts.add(account("10000", List.of()));
        all.returns.put("EURUSD", returns(20, i -> i == 7 ? -0.1 : 0.01));
        all.prices.put("EURUSD", new PricePoint(BigDecimal.ONE, NOON));

        TradeImpactService.Together.Told told = (TradeImpactService.Together.Told) impacts.impact(
                "main",
                List.of(
                        trade("a", "EURUSD", Side.BUY, new Size.InLots(new BigDecimal("0.2"))),
                        trade("b", "EURUSD", Side.SELL, new Size.InLots(new BigDecimal("0.1")))));

        assertThat(told.before().gross()).isEqualByComparingTo("0");
        assertThat(told.after().gross()).isEqualByComparingTo("10000");
        assertThat(told.after().loss().shortfall().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(told.after().strategies())
                .extracting(part -> part.strategy() + " " + part.net())
                .containsExactly("a 20000.00", "b -10000.00");
        assertThat(impacts.impact("other", List.of()))
                .isEqualTo(new TradeImpactService.Together.NotComputable("The books have no account other"));
    }

    @Test
    void sellingWhatIsHeldLeavesNoRisk() {
        all.accounts.add(account("10000", List.of(position("EURUSD", "0.1"))));
        all.returns.put("EURUSD", returns(20, i -> 0.001 * i));

        Outcome.Told told =
                told(trade(LiveRiskCalculator.UNASSIGNED, "EURUSD", Side.SELL, new Size.InLots(new BigDecimal("0.1"))));

        assertThat(told.lots()).isEqualByComparingTo("-0.1");
        assertThat(told.after().gross()).isEqualByComparingTo("0");
        assertThat(told.after().loss().volatility()).hasValue(0);
    }

    /** A newer price than that of the books: what is held has gained, and the trade has not. */
    @Test
    void tradeItselfGainsNothing() {
        all.accounts.add(account("10000", List.of(position("EURUSD", "0.1"))));
        all.returns.put("EURUSD", returns(20, i -> 0.001 * i));
        memory.heard("EURUSD", new PricePoint(new BigDecimal("1.1"), NOON));

        Outcome.Told told =
                told(trade(LiveRiskCalculator.UNASSIGNED, "EURUSD", Side.BUY, new Size.InLots(new BigDecimal("0.2"))));

        assertThat(told.before().worth().equity()).isEqualByComparingTo("11000");
        assertThat(told.after().worth().equity()).isEqualByComparingTo("11000");
        assertThat(told.after().gross()).isEqualByComparingTo("33000");
    }

    /** USDJPY at 150: a lot of 100,000 USD is worth 100,000 USD, by 1/150 of its value in JPY. */
    @Test
    void foreignPairIsConverted() {
        all.accounts.add(account("10000", List.of()));
        all.returns.put("USDJPY", returns(20, i -> 0.001 * i));
        all.prices.put("USDJPY", new PricePoint(new BigDecimal("150"), NOON));

        Outcome.Told told =
                told(trade(LiveRiskCalculator.UNASSIGNED, "USDJPY", Side.BUY, new Size.InLots(BigDecimal.ONE)));

        assertThat(told.notional()).isEqualByComparingTo("100000");
        assertThat(told.after().gross()).isEqualByComparingTo("100000");
    }

    @Test
    void withoutAPriceNothingIsPretended() {
        all.accounts.add(account("10000", List.of()));

        assertThat(impacts.impact(
                        trade(LiveRiskCalculator.UNASSIGNED, "EURUSD", Side.BUY, new Size.InLots(BigDecimal.ONE))))
                .isEqualTo(new Outcome.NotComputable("No price of EURUSD is known"));
    }

    @Test
    void unknownAccountIsNotFound() {
        assertThat(impacts.impact(
                        trade(LiveRiskCalculator.UNASSIGNED, "EURUSD", Side.BUY, new Size.InLots(BigDecimal.ONE))))
                .isEqualTo(new Outcome.NoSuchAccount());
    }

    private Outcome.Told told(Trade trade) {
        return (Outcome.Told) impacts.impact(trade);
    }

    private Trade trade(String strategy, String symbol, Side side, Size size) {
        return new Trade("main", strategy, catalog.find(symbol).orElseThrow(), side, size);
    }
}
