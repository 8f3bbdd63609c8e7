package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosesServiceTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final SeriesKey GOLD_D1 = new SeriesKey("XAUUSD", Timeframe.D1);
    private static final SeriesKey EURO_D1 = new SeriesKey("EURUSD", Timeframe.D1);
    private static final SeriesKey EURO_M5 = new SeriesKey("EURUSD", Timeframe.M5);

    private final FakeCandleReader reader = new FakeCandleReader();
    private final SeriesIndex index = new SeriesIndex(reader::states, Duration.ofMillis(500), () -> 0);
    private final ClosesService tables =
            new ClosesService(reader, index, new SeriesReader(reader, index, InstrumentCatalog.shipped()), 10);

    @Test
    void rowsAreTheNewestSlotsInWhichAnySymbolHasAClose() {
        reader.store(EURO_D1, day(0), 1.1);
        reader.store(EURO_D1, day(1), 1.2);
        reader.store(GOLD_D1, day(1), 4000);
        reader.store(GOLD_D1, day(3), 4100);

        CloseTable table = tables.closes(List.of("EURUSD", "XAUUSD"), Timeframe.D1, day(9), 2);

        assertThat(table.slots()).containsExactly(day(1).toEpochMilli(), day(3).toEpochMilli());
        assertThat(column(table, 0)).containsExactly(new BigDecimal("1.2"), null);
        assertThat(column(table, 1)).containsExactly(new BigDecimal("4000.0"), new BigDecimal("4100.0"));
    }

    @Test
    void dayThatIsNotOverDoesNotCount() {
        reader.store(EURO_D1, day(0), 1.1);
        // The day of the euro ends at 22:00 UTC, at 17:00 in New York.
        reader.store(EURO_M5, day(2).minus(Duration.ofMinutes(125)), 1.2);

        assertThat(tables.closes(List.of("EURUSD"), Timeframe.D1, day(2).minusMillis(1), 10)
                        .slots())
                .containsExactly(day(0).toEpochMilli());
        assertThat(tables.closes(List.of("EURUSD"), Timeframe.D1, day(2), 10).slots())
                .containsExactly(day(0).toEpochMilli(), day(1).toEpochMilli());
    }

    @Test
    void brokersDayStandsBesideTheUtcDayOnWhichItCloses() {
        reader.store(EURO_D1, day(0), 1.1);
        reader.store(GOLD_D1, day(0).minus(Duration.ofHours(2)), 4000);

        CloseTable table = tables.closes(List.of("EURUSD", "XAUUSD"), Timeframe.D1, day(9), 10);

        assertThat(table.slots()).containsExactly(day(0).toEpochMilli());
    }

    @Test
    void candleInTheOpenSlotDoesNotDisturbWhatIsInMemory() {
        reader.store(EURO_M5, day(0), 1.1);
        reader.store(EURO_M5, day(1), 1.2);
        Instant noon = day(1).plus(Duration.ofHours(12));
        tables.closes(List.of("EURUSD"), Timeframe.D1, noon, 10);
        reader.questions.clear();

        reader.store(EURO_M5, day(1).plus(Duration.ofMinutes(5)), 1.3);
        index.changed();
        tables.closes(List.of("EURUSD"), Timeframe.D1, noon, 10);
        assertThat(reader.questions).containsExactly("states");

        // A candle of the day before is another matter: the feed was late.
        reader.store(EURO_M5, day(0).plus(Duration.ofHours(3)), 1.4);
        index.changed();
        CloseTable table = tables.closes(List.of("EURUSD"), Timeframe.D1, noon, 10);
        assertThat(column(table, 0)).containsExactly(new BigDecimal("1.4"));
    }

    @Test
    void lateCandleOfADayThatIsOverIsSeen() {
        reader.store(EURO_M5, day(1).minus(Duration.ofMinutes(130)), 1.1);
        assertThat(tables.closes(List.of("EURUSD"), Timeframe.D1, day(3), 10).slots())
                .as("a day whose last candles are missing")
                .isEmpty();

        reader.store(EURO_M5, day(1).minus(Duration.ofMinutes(125)), 1.2);
        index.changed();

        assertThat(column(tables.closes(List.of("EURUSD"), Timeframe.D1, day(3), 10), 0))
                .containsExactly(new BigDecimal("1.2"));
    }

    @Test
    void looksFurtherBackWhenTheFirstLookFindsTooFew() {
        // Five closes, a hundred days apart: twice the length of the answer holds one of them, ten times holds one.
        for (int i = 0; i < 5; i++) {
            reader.store(EURO_D1, day(100 * i), i);
        }

        CloseTable table = tables.closes(List.of("EURUSD"), Timeframe.D1, day(1000), 4);

        assertThat(table.slots())
                .containsExactly(
                        day(100).toEpochMilli(),
                        day(200).toEpochMilli(),
                        day(300).toEpochMilli(),
                        day(400).toEpochMilli());
    }

    @Test
    void symbolWithoutCandlesHasAnEmptyColumn() {
        reader.store(EURO_D1, day(0), 1.1);

        CloseTable table = tables.closes(List.of("EURUSD", "USDCOP"), Timeframe.D1, day(9), 10);

        assertThat(table.columns().get(1).closes()).isEmpty();
    }

    private static List<@Nullable BigDecimal> column(CloseTable table, int symbol) {
        return table.slots().stream()
                .<@Nullable BigDecimal>map(slot -> {
                    SlotClose close = table.columns().get(symbol).closes().get(slot);
                    return close == null ? null : close.close();
                })
                .toList();
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }
}
