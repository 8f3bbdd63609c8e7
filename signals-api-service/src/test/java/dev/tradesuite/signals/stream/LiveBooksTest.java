package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.position.ModelPosition;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.SelectionService;
import dev.tradesuite.signals.series.SeriesStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveBooksTest {

    private static final Instant CLOSE = Instant.parse("2026-03-02T10:00:00Z");

    private final List<ModelAccount> accounts = new ArrayList<>();
    private final List<ModelPosition> positions = new ArrayList<>();
    private final LiveBooks books = new LiveBooks(
            new SelectionService(new FakeSeries(), Optional.empty()),
            _ -> List.copyOf(positions),
            InstrumentCatalog.shipped());

    @Test
    void equityIsThatOfTheCloseAndWhatThePositionHasGainedSince() {
        accounts.add(Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "10004"));
        accounts.add(Accounts.account(2, "ML_XGB", CLOSE, CLOSE, "9990"));
        // 4,000 EUR bought at 1.1000: 4 USD up at the close of 1.1010, 10 USD at 1.1025, so 6 more.
        positions.add(position(Direction.LONG, "1.1010", "4"));
        books.read();

        assertThat(books.equity(quote("1.1025", 1)))
                .contains(worth(Map.of("RL_PPO", new BigDecimal("10010"), "ML_XGB", new BigDecimal("9990"))));
    }

    @Test
    void aShortLosesWhatALongGains() {
        accounts.add(Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "9996"));
        positions.add(position(Direction.SHORT, "1.1010", "-4"));
        books.read();

        assertThat(books.equity(quote("1.1025", 1))).contains(worth(Map.of("RL_PPO", new BigDecimal("9990"))));
    }

    @Test
    void aPriceThatIsNoNewerThanTheBarSaysNothing() {
        accounts.add(Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "10000"));
        books.read();

        assertThat(books.equity(quote("1.1025", 0))).isEmpty();
        assertThat(books.equity(quote("1.1025", -1))).isEmpty();
    }

    @Test
    void beforeTheFirstBarAndOfAnotherSymbolNothingIsKnown() {
        books.read();
        assertThat(books.equity(quote("1.1025", 1))).isEmpty();

        accounts.add(Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "10000"));
        books.read("EURUSD");
        assertThat(books.equity(new MarketQuote("XAUUSD", new BigDecimal("4000"), CLOSE.plusSeconds(1))))
                .isEmpty();
        assertThat(books.equity(quote("1.1025", 1))).isPresent();
    }

    @Test
    void theNextBarCountsWhenItIsRead() {
        accounts.add(Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "10004"));
        positions.add(position(Direction.LONG, "1.1010", "4"));
        books.read();
        accounts.set(0, Accounts.account(1, "RL_PPO", CLOSE, CLOSE.plusSeconds(300), "10009"));
        positions.clear();

        books.read("EURUSD");

        assertThat(books.equity(quote("1.1025", 1))).isEmpty();
        assertThat(books.equity(quote("1.1025", 301))).contains(worth(Map.of("RL_PPO", new BigDecimal("10009"))));
    }

    private static LiveBooks.Worth worth(Map<String, BigDecimal> equity) {
        return new LiveBooks.Worth(Timeframe.M5, equity);
    }

    private static MarketQuote quote(String price, long secondsAfterTheClose) {
        return new MarketQuote("EURUSD", new BigDecimal(price), CLOSE.plusSeconds(secondsAfterTheClose));
    }

    /** 4,000 EUR of RL_PPO, entered at 1.1000. */
    private static ModelPosition position(Direction direction, String price, String profit) {
        return new ModelPosition(
                7,
                1,
                direction,
                new ModelPosition.PositionSize(new BigDecimal("4000"), new BigDecimal("4400"), 1),
                new BigDecimal("1.1000"),
                CLOSE.minusSeconds(300),
                new ModelPosition.PositionExits(null, null),
                new ModelPosition.Worth(new BigDecimal(price), new BigDecimal(profit), BigDecimal.ONE),
                RunLabel.PAPER);
    }

    /** The euro, live. */
    private final class FakeSeries implements SeriesStore {

        @Override
        public List<Long> runs() {
            return List.of(0L);
        }

        @Override
        public List<ModelStrategy> strategies() {
            return List.of();
        }

        @Override
        public List<ModelSeries> series(long run) {
            return List.of(Accounts.EURUSD);
        }

        @Override
        public List<ModelAccount> accounts(ModelSeries series) {
            return List.copyOf(accounts);
        }
    }
}
