package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitWatchTest {

    @Test
    void adjustmentThatChangesByAFifthIsASplitInWhicheverOrderTheRowsCome() {
        CandleRow before = row("2020-08-28", "500", "500", "125");
        CandleRow after = row("2020-08-31", "127", "129", "129");

        assertThat(sentences(before, after))
                .containsExactly(
                        "AAPL: a split of 4 for 1 between 2020-08-28 and 2020-08-31; returns use the adjusted closes.");
        assertThat(sentences(after, before)).isEqualTo(sentences(before, after));
        // A dividend of 1 % is none.
        assertThat(sentences(row("2026-01-05", "100", "100", "99"), row("2026-01-06", "99", "99", "99")))
                .isEmpty();
    }

    @Test
    void overnightJumpToAWholePartLooksLikeASplitWithoutAdjustedCloses() {
        assertThat(sentences(row("2020-08-28", "500", "500", null), row("2020-08-31", "127", "129", null)))
                .containsExactly("AAPL: what looks like a split of 4 for 1 between 2020-08-28 and 2020-08-31;"
                        + " without adjusted closes returns over it are wrong.");
        assertThat(sentences(row("2026-01-05", "10", "1", null), row("2026-01-06", "10", "10", null)))
                .singleElement()
                .asString()
                .contains("1 for 10");
        assertThat(sentences(row("2026-01-05", "100", "100", null), row("2026-01-06", "60", "60", null)))
                .as("a fall of 40 % is no split")
                .isEmpty();
    }

    @Test
    void manySplitsAreNotAllSaid() {
        CandleRow[] rows = new CandleRow[20];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("2026-01-%02d".formatted(i + 1), i % 2 == 0 ? "100" : "50", i % 2 == 0 ? "100" : "50", null);
        }

        assertThat(sentences(rows)).hasSize(6).endsWith("There are more splits.");
    }

    @Test
    void onlyDaysAreWatched() {
        SplitWatch watch = new SplitWatch(Timeframe.H1);
        watch.see(row("2020-08-28", "500", "500", null));
        watch.see(row("2020-08-31", "125", "125", null));

        assertThat(watch.sentences()).isEmpty();
    }

    private static List<String> sentences(CandleRow... rows) {
        SplitWatch watch = new SplitWatch(Timeframe.D1);
        for (CandleRow row : rows) {
            watch.see(row);
        }
        return watch.sentences();
    }

    private static CandleRow row(String day, String open, String close, @Nullable String adjusted) {
        BigDecimal first = new BigDecimal(open);
        BigDecimal last = new BigDecimal(close);
        return new CandleRow(
                2,
                "AAPL",
                Instant.parse(day + "T00:00:00Z"),
                first,
                first.max(last),
                first.min(last),
                last,
                null,
                false,
                adjusted == null ? null : new BigDecimal(adjusted));
    }
}
