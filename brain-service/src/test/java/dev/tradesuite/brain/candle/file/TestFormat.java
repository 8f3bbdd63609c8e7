package dev.tradesuite.brain.candle.file;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of a file what a test needs to say. */
final class TestFormat {

    private final @Nullable String symbol;
    private final Map<CandleField, List<String>> columns = new EnumMap<>(CandleField.class);
    private @Nullable TimeFormat times;
    private ZoneId zone = ZoneOffset.UTC;
    private Duration shift = Duration.ZERO;
    private List<TimeRule> rules = List.of();
    private boolean noHeader;
    private @Nullable Boolean decimalComma;

    private TestFormat(@Nullable String symbol) {
        this.symbol = symbol;
    }

    static TestFormat of(@Nullable String symbol) {
        return new TestFormat(symbol);
    }

    TestFormat zone(String zone) {
        return zone(ZoneId.of(zone));
    }

    TestFormat zone(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    TestFormat shift(Duration shift) {
        this.shift = shift;
        return this;
    }

    TestFormat rules(TimeRule... rules) {
        this.rules = List.of(rules);
        return this;
    }

    TestFormat column(CandleField field, String... headers) {
        columns.put(field, Arrays.asList(headers));
        return this;
    }

    TestFormat times(String pattern) {
        this.times = TimeFormat.pattern(pattern);
        return this;
    }

    TestFormat noHeader() {
        this.noHeader = true;
        return this;
    }

    TestFormat decimalComma(boolean decimalComma) {
        this.decimalComma = decimalComma;
        return this;
    }

    FileFormat build() {
        return new FileFormat(symbol, columns, times, zone, shift, rules, noHeader, decimalComma);
    }
}
