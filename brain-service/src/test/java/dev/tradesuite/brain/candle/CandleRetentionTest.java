package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleRetentionTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final SeriesKey OLD = new SeriesKey("EURUSD", Timeframe.M5);
    private static final SeriesKey OLD_TOO = new SeriesKey("GBPUSD", Timeframe.M5);
    private static final SeriesKey NEW = new SeriesKey("XAUUSD", Timeframe.M5);

    private final FakeCandleReader reader = new FakeCandleReader();
    private final SeriesIndex index = new SeriesIndex(reader::states, Duration.ofDays(1), () -> 0);
    private final FixedClock clock = FixedClock.at("2026-02-05T10:00:00Z");
    private final List<String> removed = new ArrayList<>();

    @Test
    void onlySeriesWithCandlesThatAreTooOldAreTouched() {
        reader.store(OLD, START, 1);
        reader.store(NEW, START.plus(Duration.ofDays(1)), 1);
        retention(this::note).run();
        assertThat(removed).containsExactly("EURUSD 2026-01-06T10:00:00Z");
    }

    @Test
    void aSeriesThatCannotBeCleanedDoesNotKeepTheOthersFromIt() {
        reader.store(OLD, START, 1);
        reader.store(OLD_TOO, START, 1);
        List<SeriesKey> asked = new ArrayList<>();
        retention((key, before) -> {
                    asked.add(key);
                    if (asked.size() == 1) {
                        throw new IllegalStateException("no database");
                    }
                    return note(key, before);
                })
                .run();
        assertThat(asked).containsExactlyInAnyOrder(OLD, OLD_TOO);
        assertThat(removed).hasSize(1);
    }

    @Test
    void whatWasRemovedIsSeenByReadersAtOnce() {
        reader.store(OLD, START, 1);
        index.all();
        reader.questions.clear();
        retention(this::note).run();
        reader.questions.clear();
        index.all();
        assertThat(reader.questions).containsExactly("states");
    }

    private int note(SeriesKey key, Instant before) {
        removed.add(key.symbol() + " " + before);
        return 1;
    }

    private CandleRetention retention(CandleRemover remover) {
        return new CandleRetention(reader, remover, index, Duration.ofDays(30), clock);
    }
}
