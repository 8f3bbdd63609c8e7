package dev.tradesuite.brain.feed.client;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A question for the bars of some instruments.
 *
 * @param instruments at least one
 * @param from open time of the first bar
 * @param to by when the last bar has closed; at most {@link #MOST_BARS} lengths after {@code from}
 */
record TimeSeriesQuery(List<Instrument> instruments, Timeframe timeframe, Instant from, Instant to) {

    /** Bars of a symbol in one answer. */
    static final int MOST_BARS = 5_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    TimeSeriesQuery {
        instruments = List.copyOf(instruments);
    }

    /** Parameters of {@code GET /time_series}. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "symbol", instruments.stream().map(TimeSeriesQuery::symbol).collect(Collectors.joining(",")));
        parameters.put("interval", interval(timeframe));
        parameters.put("timezone", "UTC");
        parameters.put("start_date", TIME.format(from));
        parameters.put("end_date", TIME.format(to));
        parameters.put("outputsize", Long.toString(bars()));
        return parameters;
    }

    /** As many as fit, and the one that is still open. */
    private long bars() {
        Duration length = timeframe.length();
        return Math.min(MOST_BARS, Duration.between(from, to).dividedBy(length) + 1);
    }

    /** What Twelve Data calls an instrument, such as {@code EUR/USD} or {@code AAPL}. */
    static String symbol(Instrument instrument) {
        return switch (instrument.assetClass()) {
            case FX, METAL, CRYPTO -> instrument.base() + "/" + instrument.quote();
            case STOCK -> instrument.symbol();
        };
    }

    /** What Twelve Data calls a timeframe. */
    static String interval(Timeframe timeframe) {
        return switch (timeframe) {
            case M1 -> "1min";
            case M5 -> "5min";
            case M15 -> "15min";
            case M30 -> "30min";
            case H1 -> "1h";
            case H4 -> "4h";
            case D1 -> "1day";
        };
    }
}
