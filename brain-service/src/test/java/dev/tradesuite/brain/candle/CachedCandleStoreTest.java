package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedCandleStoreTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final SeriesKey EURUSD = new SeriesKey("EURUSD", Timeframe.M5);
    private static final Instant LATER = START.plus(Duration.ofDays(30));

    private static final CandleSettings.Cache KEPT = new CandleSettings.Cache(10, 4, 5, 4, 10, Duration.ofMillis(500));

    private final FakeCandleReader reader = new FakeCandleReader();
    private final AtomicLong nanos = new AtomicLong();
    private final SeriesIndex index = new SeriesIndex(reader::states, Duration.ofMillis(500), nanos::get);
    private final CachedCandleStore store =
            new CachedCandleStore(new SeriesReader(reader, index, InstrumentCatalog.shipped()), KEPT);

    @BeforeEach
    void thirtyCandles() {
        for (int i = 0; i < 30; i++) {
            reader.store(EURUSD, at(i), i);
        }
    }

    @Test
    void presentIsAnsweredFromMemoryAfterTheFirstQuestion() {
        assertThat(ask(LATER, 3)).containsExactly(27, 28, 29);
        reader.questions.clear();

        assertThat(ask(LATER, 10)).hasSize(10);
        assertThat(ask(at(29), 3)).containsExactly(26, 27, 28);
        assertThat(reader.questions).isEmpty();
    }

    @Test
    void ownWriteIsSeenAtOnceAndOnlyTheNewCandlesAreRead() {
        ask(LATER, 3);
        reader.questions.clear();

        reader.store(EURUSD, at(30), 30);
        index.changed();

        assertThat(ask(LATER, 3)).containsExactly(28, 29, 30);
        assertThat(reader.questions).containsExactly("states", "after");
    }

    @Test
    void derivedCandlesAreKeptAndOnlyNewWholeOnesArePutTogether() {
        assertThat(quarters(2)).containsExactly(26, 29);
        reader.questions.clear();

        reader.store(EURUSD, at(30), 30);
        index.changed();
        assertThat(quarters(2)).containsExactly(26, 29);
        assertThat(reader.questions).containsExactly("states");

        reader.store(EURUSD, at(31), 31);
        reader.store(EURUSD, at(32), 32);
        index.changed();
        assertThat(quarters(9)).containsExactly(8, 11, 14, 17, 20, 23, 26, 29, 32);
        assertThat(reader.questions).containsExactly("states", "states", "merged");
    }

    private double[] quarters(int limit) {
        return store.closedBefore("EURUSD", Timeframe.M15, LATER, limit).closes();
    }

    @Test
    void writeOfAnotherProcessIsSeenWhenTheStalenessIsOver() {
        ask(LATER, 3);
        reader.store(EURUSD, at(30), 30);

        nanos.set(Duration.ofMillis(499).toNanos());
        assertThat(ask(LATER, 1)).containsExactly(29);
        nanos.set(Duration.ofMillis(500).toNanos());
        assertThat(ask(LATER, 1)).containsExactly(30);
    }

    @Test
    void correctedCandleIsSeenEvenThoughNoneWasAdded() {
        ask(LATER, 3);

        reader.store(EURUSD, at(28), 99);
        index.changed();

        assertThat(ask(LATER, 3)).containsExactly(27, 99, 29);
    }

    @Test
    void moreNewCandlesThanAreKeptLeaveNoHole() {
        ask(LATER, 3);

        for (int i = 30; i < 60; i++) {
            reader.store(EURUSD, at(i), i);
        }
        index.changed();

        assertThat(ask(LATER, 10)).containsExactly(50, 51, 52, 53, 54, 55, 56, 57, 58, 59);
    }

    @Test
    void pastIsAnsweredExactlyAsTheDatabaseWould() {
        for (int i = 0; i < 32; i++) {
            for (int limit = 1; limit <= 10; limit++) {
                assertThat(ask(at(i), limit))
                        .as("as of candle %s, limit %s", i, limit)
                        .containsExactly(reader.newest(EURUSD, at(i), limit).closes());
            }
        }
    }

    @Test
    void walkThroughThePastReadsTheDatabaseOncePerStretch() {
        ask(LATER, 3);
        reader.questions.clear();

        for (int i = 8; i < 20; i++) {
            assertThat(ask(at(i), 4)).containsExactly(i - 4, i - 3, i - 2, i - 1);
        }

        // Twelve questions, six candles to a stretch: the one that was asked for and five ahead.
        assertThat(reader.questions).containsExactly("newest", "after", "newest", "after");
    }

    @Test
    void pastIsReadAnewWhenItWasCorrected() {
        ask(at(10), 3);

        reader.store(EURUSD, at(8), 99);
        index.changed();

        assertThat(ask(at(10), 3)).containsExactly(7, 99, 9);
    }

    @Test
    void questionForMoreThanIsKeptGoesToTheDatabase() {
        assertThat(ask(LATER, 25)).hasSize(25);
        assertThat(ask(at(20), 15)).hasSize(15).endsWith(19);
    }

    @Test
    void beforeTheFirstCandleClosedThereIsNothing() {
        assertThat(ask(START.plusSeconds(299), 5)).isEmpty();
        assertThat(ask(Instant.MIN, 5)).isEmpty();
        assertThat(ask(Instant.MAX, 2)).containsExactly(28, 29);
        assertThat(store.closedBefore("GBPUSD", Timeframe.M5, LATER, 5).isEmpty())
                .isTrue();
    }

    @Test
    void moreSeriesThanAreKeptAreReadAgainAndAnsweredTheSame() {
        List<String> symbols = List.of("A", "B", "C", "D", "E");
        symbols.forEach(symbol -> reader.store(new SeriesKey(symbol, Timeframe.M5), START, symbol.charAt(0)));
        index.changed();
        for (int round = 0; round < 3; round++) {
            for (String symbol : symbols) {
                assertThat(store.closedBefore(symbol, Timeframe.M5, LATER, 1).closes())
                        .containsExactly(symbol.charAt(0));
            }
        }
        assertThat(reader.questions.stream().filter("newest"::equals).count()).isBetween(6L, 15L);
    }

    @Test
    void threadsThatMissTheSameSeriesWaitForOneReading() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        index.state(EURUSD);
        reader.questions.clear();
        reader.beforeNewest = () -> {
            reading.countDown();
            mayAnswer.await();
        };
        List<double[]> answers = new CopyOnWriteArrayList<>();
        Thread first = Thread.ofPlatform().start(() -> answers.add(ask(LATER, 3)));
        reading.await();
        Thread second = Thread.ofPlatform().start(() -> answers.add(ask(LATER, 3)));
        await().until(() -> second.getState() == Thread.State.BLOCKED);
        mayAnswer.countDown();
        first.join();
        second.join();
        assertThat(answers).hasSize(2).allSatisfy(closes -> assertThat(closes).containsExactly(27, 28, 29));
        assertThat(reader.questions).containsExactly("newest");
    }

    private double[] ask(Instant asOf, int limit) {
        return store.closedBefore("EURUSD", Timeframe.M5, asOf, limit).closes();
    }

    private static Instant at(int candle) {
        return START.plusSeconds(300L * candle);
    }
}
