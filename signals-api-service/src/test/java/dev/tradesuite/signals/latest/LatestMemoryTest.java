package dev.tradesuite.signals.latest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.SeriesStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestMemoryTest {

    private static final Instant CLOSE = Instant.parse("2026-03-02T10:00:00Z");
    private static final ModelSeries EURUSD = Accounts.EURUSD;
    private static final ModelSeries GOLD = new ModelSeries(0, "XAUUSD", Timeframe.M5);
    private static final ModelSeries OF_A_BACKTEST = new ModelSeries(3, "EURUSD", Timeframe.M5);

    private final List<ModelSeries> stored = new ArrayList<>(List.of(EURUSD));
    private final List<String> read = new ArrayList<>();
    private final List<String> refreshed = new ArrayList<>();
    private BigDecimal price = new BigDecimal("1.1");
    private long nanos;
    private final LatestMemory memory = new LatestMemory(new FakeSeries(), new FakeLatest(), () -> nanos);

    @BeforeEach
    void follow() {
        memory.refreshedBy(() -> refreshed.add("all"));
        memory.read();
        memory.current(true);
        read.clear();
    }

    @Test
    void whatItHoldsIsNotReadAgainWhateverTheStoreSaysMeanwhile() {
        price = new BigDecimal("1.2");

        assertThat(memory.signals().price(EURUSD).map(MarketQuote::price)).contains(new BigDecimal("1.1"));
        assertThat(memory.signals().signals(EURUSD)).containsOnlyKeys(1);
        assertThat(memory.accounts().accounts(EURUSD)).hasSize(1);
        assertThat(memory.accounts().series(0)).containsExactly(EURUSD);
        assertThat(read).isEmpty();
    }

    @Test
    void aBarOfASymbolIsReadAnewAndNoOther() {
        stored.add(GOLD);
        memory.read("XAUUSD");
        assertThat(read).containsExactly("accounts XAUUSD", "signals XAUUSD", "price XAUUSD");
        read.clear();
        price = new BigDecimal("1.2");

        memory.read("EURUSD");

        assertThat(read).containsExactly("accounts EURUSD", "signals EURUSD", "price EURUSD");
        assertThat(memory.signals().price(EURUSD).map(MarketQuote::price)).contains(new BigDecimal("1.2"));
        assertThat(memory.signals().price(GOLD).map(MarketQuote::price)).contains(new BigDecimal("1.1"));
        assertThat(memory.accounts().series(0)).containsExactly(EURUSD, GOLD);
    }

    @Test
    void otherRunsAndSeriesItHasNotHeardOfComeFromTheStore() {
        stored.add(GOLD);

        memory.accounts().accounts(OF_A_BACKTEST);
        memory.signals().price(GOLD);

        assertThat(read).containsExactly("accounts EURUSD", "price XAUUSD");
        assertThat(memory.accounts().series(3)).isEmpty();
    }

    @Test
    void whileNobodyKeepsItCurrentEverythingComesFromTheStore() {
        memory.current(false);
        price = new BigDecimal("1.2");

        assertThat(memory.signals().price(EURUSD).map(MarketQuote::price)).contains(new BigDecimal("1.2"));
        stored.add(GOLD);

        assertThat(memory.accounts().series(0)).containsExactly(EURUSD, GOLD);
    }

    @Test
    void aSeriesWhoseAccountsWereRemovedIsForgotten() {
        stored.clear();
        memory.read("EURUSD");

        assertThat(memory.accounts().series(0)).isEmpty();
        assertThat(memory.signals().signals(EURUSD)).isEqualTo(new FakeLatest().signals(EURUSD));
        assertThat(read).contains("signals EURUSD");
    }

    @Test
    void whatIsOlderThanTenSecondsIsReadAnewOnceInTheBackground() {
        nanos = Duration.ofSeconds(10).toNanos();
        memory.accounts().series(0);
        assertThat(refreshed).isEmpty();

        nanos++;
        memory.accounts().series(0);
        memory.accounts().series(0);

        assertThat(refreshed).containsExactly("all");
        assertThat(read).isEmpty();
    }

    /** The euro, and what a test adds. */
    private final class FakeSeries implements SeriesStore {

        @Override
        public List<Long> runs() {
            return List.of(0L, 3L);
        }

        @Override
        public List<ModelStrategy> strategies() {
            return List.of();
        }

        @Override
        public List<ModelSeries> series(long run) {
            return run == 0 ? List.copyOf(stored) : List.of();
        }

        @Override
        public List<ModelAccount> accounts(ModelSeries series) {
            read.add("accounts " + series.symbol());
            return List.of(Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "10000"));
        }
    }

    private final class FakeLatest implements LatestStore {

        @Override
        public Map<Integer, LastSignal> signals(ModelSeries series) {
            read.add("signals " + series.symbol());
            return Map.of(
                    1,
                    new LastSignal(
                            PositionSignal.FLAT,
                            SignalSide.HOLD,
                            new LastSignal.Strength(0.5, 0),
                            new LastSignal.SignalPrices(null, null, null),
                            BigDecimal.ZERO,
                            "For a test.",
                            CLOSE,
                            RunLabel.PAPER));
        }

        @Override
        public Optional<MarketQuote> price(ModelSeries series) {
            read.add("price " + series.symbol());
            return Optional.of(new MarketQuote(series.symbol(), price, CLOSE));
        }
    }
}
