package dev.tradesuite.signals.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.price.LivePrices;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldPositionServiceTest {

    private static final Instant CLOSE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOW = CLOSE.plusSeconds(90);
    private static final ModelAccount ACCOUNT = Accounts.account(1, "RL_PPO", CLOSE.minusSeconds(300), CLOSE, "10000");

    private final List<ModelPosition> stored = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final LivePrices prices = new LivePrices(clock);
    private final HeldPositionService service =
            new HeldPositionService(_ -> stored, prices, InstrumentCatalog.shipped(), clock);

    @Test
    void withoutAPriceSinceTheBarItsCloseCounts() {
        stored.add(position(1, Direction.LONG, "4000", "1.1000", "1.1010", "4", "1"));
        prices.heard(new MarketQuote("EURUSD", new BigDecimal("1.2"), CLOSE));

        HeldPositions held = service.of(selection(0, "EURUSD"));

        assertThat(held.totalPnl()).isEqualByComparingTo("4");
        assertThat(held.totalNotional()).isEqualByComparingTo("4400");
        // 4 / 4400 = 0.0909 %.
        assertThat(held.positions().getFirst().position().unrealizedPercent().orElseThrow())
                .isEqualByComparingTo("0.0909");
    }

    @Test
    void aPriceSinceTheBarValuesLongAndShort() {
        stored.add(position(1, Direction.LONG, "4000", "1.1000", "1.1010", "4", "1"));
        stored.add(position(2, Direction.SHORT, "1000", "1.1000", "1.1010", "-1", "1"));
        prices.heard(new MarketQuote("EURUSD", new BigDecimal("1.1025"), NOW));

        HeldPositions held = service.of(selection(0, "EURUSD"));

        assertThat(held.positions())
                .extracting(each -> each.position().worth().unrealizedPnl().stripTrailingZeros())
                .containsExactly(new BigDecimal("1E+1"), new BigDecimal("-2.5"));
    }

    @Test
    void yensBecomeDollarsAtThatPrice() {
        // 8,000 USD short at 150, now 148.50: 12,000 JPY / 148.50 = 80.80808081 USD.
        stored.add(position(1, Direction.SHORT, "8000", "150", "149.50", "26.7", "0.0066889632"));
        prices.heard(new MarketQuote("USDJPY", new BigDecimal("148.50"), NOW));

        assertThat(service.of(selection(0, "USDJPY")).totalPnl()).isEqualByComparingTo("80.80808081");
    }

    @Test
    void ofACrossTheRateOfTheBarCounts() {
        // 1,000 EUR long at 160, now 161: 1,000 JPY at 0.0067 = 6.70 USD.
        stored.add(position(1, Direction.LONG, "1000", "160", "160", "0", "0.0067"));
        prices.heard(new MarketQuote("EURJPY", new BigDecimal("161"), NOW));

        assertThat(service.of(selection(0, "EURJPY")).totalPnl()).isEqualByComparingTo("6.7");
    }

    @Test
    void aRunOverThePastHasNoPriceOfTheMoment() {
        stored.add(position(1, Direction.LONG, "4000", "1.1000", "1.1010", "4", "1"));
        prices.heard(new MarketQuote("EURUSD", new BigDecimal("1.1025"), NOW));

        assertThat(service.of(selection(3, "EURUSD")).totalPnl()).isEqualByComparingTo("4");
    }

    private static ModelSelection selection(long run, String symbol) {
        return new ModelSelection(
                run, Optional.of(symbol), Optional.of(new ModelSeries(run, symbol, Timeframe.M5)), List.of(ACCOUNT));
    }

    private static ModelPosition position(
            long id, Direction direction, String quantity, String entry, String price, String profit, String rate) {
        return new ModelPosition(
                id,
                1,
                direction,
                new ModelPosition.PositionSize(
                        new BigDecimal(quantity), new BigDecimal(quantity).multiply(new BigDecimal(entry)), 1),
                new BigDecimal(entry),
                CLOSE.minusSeconds(300),
                new ModelPosition.PositionExits(null, null),
                new ModelPosition.Worth(new BigDecimal(price), new BigDecimal(profit), new BigDecimal(rate)),
                RunLabel.PAPER);
    }
}
