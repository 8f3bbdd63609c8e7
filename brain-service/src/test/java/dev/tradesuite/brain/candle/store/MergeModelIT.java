package dev.tradesuite.brain.candle.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.candle.SymbolMerge;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one statement that judges all rows at once agrees with judging them one after the other. */
@SuiteIntegrationTest
class MergeModelIT {

    private static final SeriesKey GOLD = new SeriesKey("XAUUSD", Timeframe.D1);
    private static final Instant START = Instant.parse("2025-12-29T00:00:00Z");
    private static final int IMPORTS = 60;

    @Autowired
    CandleWriter writer;

    @Autowired
    CandleReader reader;

    @Autowired
    SeriesIndex index;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingStored() {
        jdbc.sql("TRUNCATE candle, candle_series").update();
        index.changed();
    }

    /** Few rows travel with the statement, many by a temporary table; both are judged alike. */
    @ParameterizedTest
    @CsvSource({"KEEP, 0", "REPLACE, 0", "KEEP, 60", "REPLACE, 60"})
    void randomImportsEndAsInTheModel(ConflictPolicy policy, int others) {
        Random random = new Random(20260105);
        Model model = new Model();
        for (int i = 0; i < IMPORTS; i++) {
            List<CandleRow> rows = apartFromOneAnother(randomRows(random));
            List<CandleRow> all = new ArrayList<>(rowsOfAnotherSymbol(others));
            all.addAll(rows);

            SymbolMerge expected = model.take(rows, policy);
            CandleWriter.Merge merge = writer.write(
                    new ImportOrder(Timeframe.D1, "random", policy, ImportOrder.Announcing.NEWEST_ONLY),
                    staging -> all.forEach(staging::add));

            assertThat(merge.symbols())
                    .as("import %s", i)
                    .filteredOn(symbol -> symbol.symbol().equals("XAUUSD"))
                    .containsExactly(expected);
            assertThat(merge.refusals()).as("import %s", i).hasSize((int)
                    (expected.conflicting() + expected.overlapping()));
            assertThat(stored()).as("import %s", i).isEqualTo(model.stored());
            assertThat(reader.states())
                    .filteredOn(state -> state.key().equals(GOLD))
                    .singleElement()
                    .satisfies(state -> assertThat(facts(state)).isEqualTo(model.facts()));
        }
    }

    /** Up to thirty rows over twelve days, opening at 21:00, 22:00 or midnight, with one of two prices. */
    private static List<CandleRow> randomRows(Random random) {
        List<CandleRow> rows = new ArrayList<>();
        int count = 1 + random.nextInt(30);
        for (int line = 2; line < count + 2; line++) {
            Instant time =
                    START.plus(Duration.ofDays(random.nextInt(12))).minus(Duration.ofHours(random.nextInt(3) + 1L));
            if (random.nextBoolean()) {
                time = START.plus(Duration.ofDays(random.nextInt(12)));
            }
            BigDecimal price = BigDecimal.valueOf(4_000 + random.nextInt(2));
            BigDecimal high = random.nextInt(4) == 0 ? price.add(BigDecimal.ONE) : price;
            BigDecimal volume = random.nextBoolean() ? BigDecimal.ZERO : null;
            rows.add(new CandleRow(line, "XAUUSD", time, price, high, price, price, volume, random.nextInt(3) == 0));
        }
        return rows;
    }

    /** Rows of one import do not overlap when they reach the writer. */
    private static List<CandleRow> apartFromOneAnother(List<CandleRow> rows) {
        List<CandleRow> apart = new ArrayList<>();
        for (CandleRow row : rows) {
            if (apart.stream().noneMatch(other -> overlap(row.openTime(), other.openTime()))) {
                apart.add(row);
            }
        }
        return apart;
    }

    private static boolean overlap(Instant one, Instant other) {
        return !one.equals(other) && Duration.between(one, other).abs().compareTo(Duration.ofHours(23)) < 0;
    }

    /** The same rows at each import, all duplicates from the second on. */
    private static List<CandleRow> rowsOfAnotherSymbol(int count) {
        BigDecimal price = new BigDecimal("1.1");
        return IntStream.range(0, count)
                .mapToObj(i -> new CandleRow(
                        1_000 + i, "EURUSD", START.plus(Duration.ofDays(i)), price, price, price, price, null, false))
                .toList();
    }

    private SortedMap<Instant, String> stored() {
        TreeMap<Instant, String> stored = new TreeMap<>();
        reader.newestOf(GOLD, Instant.parse("2030-01-01T00:00:00Z"), 1_000)
                .forEach(candle -> stored.put(candle.openTime(), candle.open() + " " + candle.high()));
        return stored;
    }

    private static String facts(SeriesState state) {
        return state.first() + " " + state.last() + " " + state.count() + " " + state.lastClose();
    }

    /** Takes one row after the other. */
    private static final class Model {

        private final TreeMap<Instant, CandleRow> byTime = new TreeMap<>();

        SymbolMerge take(List<CandleRow> rows, ConflictPolicy policy) {
            List<Instant> storedBefore = List.copyOf(byTime.keySet());
            Map<Instant, CandleRow> kept = new HashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            List<CandleRow> written = new ArrayList<>();
            for (CandleRow row : rows) {
                Instant time = row.openTime();
                if (storedBefore.stream().anyMatch(stored -> overlap(stored, time))) {
                    counts.merge("overlapping", 1, Integer::sum);
                    continue;
                }
                CandleRow before = kept.containsKey(time) ? kept.get(time) : byTime.get(time);
                String outcome = outcome(row, before, policy == ConflictPolicy.REPLACE && !kept.containsKey(time));
                counts.merge(outcome, 1, Integer::sum);
                if (outcome.equals("stored") || outcome.equals("replaced")) {
                    byTime.put(time, row);
                    written.add(row);
                }
                kept.putIfAbsent(time, byTime.getOrDefault(time, row));
            }
            return new SymbolMerge(
                    "XAUUSD",
                    counts.getOrDefault("stored", 0),
                    counts.getOrDefault("replaced", 0),
                    counts.getOrDefault("duplicate", 0),
                    counts.getOrDefault("conflicting", 0),
                    counts.getOrDefault("overlapping", 0),
                    written.stream()
                            .filter(row -> row.high().compareTo(row.low()) == 0)
                            .count(),
                    written.stream().filter(row -> row.volume() != null).count(),
                    written.stream().filter(CandleRow::timeMoved).count(),
                    written.stream().filter(row -> row.volume() == null).count(),
                    0,
                    0);
        }

        private static String outcome(CandleRow row, @Nullable CandleRow before, boolean mayReplace) {
            if (before == null) {
                return "stored";
            }
            if (before.open().compareTo(row.open()) == 0 && before.high().compareTo(row.high()) == 0) {
                return "duplicate";
            }
            return mayReplace ? "replaced" : "conflicting";
        }

        SortedMap<Instant, String> stored() {
            TreeMap<Instant, String> stored = new TreeMap<>();
            byTime.values().forEach(row -> stored.put(row.openTime(), row.open() + " " + row.high()));
            return stored;
        }

        String facts() {
            CandleRow last = byTime.lastEntry().getValue();
            return byTime.firstEntry().getValue().openTime() + " " + last.openTime() + " " + byTime.size() + " "
                    + last.close();
        }
    }
}
