package dev.tradesuite.brain.feed.client;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads the bars of one symbol out of an answer: numbers are strings there, and the newest bar comes first.
 *
 * <p>Only closed bars are taken, each open time once. A bar whose prices contradict one another is left out; an answer
 * that is not what was asked for is refused as a whole.
 *
 * @param query what was asked for
 */
record TimeSeriesReader(TimeSeriesQuery query) {

    private static final Logger log = LoggerFactory.getLogger(TimeSeriesReader.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MOST_DIGITS = 40;

    /**
     * The bars of an instrument, oldest first.
     *
     * @param series object with {@code meta} and {@code values}
     * @param from first open time that is wanted
     */
    FeedAnswer read(JsonNode series, Instrument instrument, Instant from) {
        try {
            refuseAnother(series.path("meta"), instrument);
            JsonNode values = series.path("values");
            if (!values.isArray()) {
                throw new UnreadableSeriesException("values is no list");
            }
            NavigableMap<Instant, Candle> bars = new TreeMap<>();
            for (JsonNode value : values) {
                add(value, instrument, from, bars);
            }
            return FeedAnswer.of(List.copyOf(bars.values()));
        } catch (UnreadableSeriesException failure) {
            return new FeedAnswer.Refused("the answer cannot be read: " + failure.getMessage());
        }
    }

    private void refuseAnother(JsonNode meta, Instrument instrument) {
        refuseOther(meta.path("symbol"), TimeSeriesQuery.symbol(instrument));
        refuseOther(meta.path("interval"), TimeSeriesQuery.interval(query.timeframe()));
    }

    private static void refuseOther(JsonNode found, String asked) {
        if (found.isString() && !found.asString().equalsIgnoreCase(asked)) {
            throw new UnreadableSeriesException("it is of another series than " + asked);
        }
    }

    private void add(JsonNode value, Instrument instrument, Instant from, NavigableMap<Instant, Candle> bars) {
        Instant open = time(value.path("datetime"));
        if (open.isBefore(from) || open.plus(query.timeframe().length()).isAfter(query.to())) {
            return;
        }
        BigDecimal first = price(value, "open");
        BigDecimal high = price(value, "high");
        BigDecimal low = price(value, "low");
        BigDecimal close = price(value, "close");
        BigDecimal volume = volume(value, instrument);
        try {
            bars.putIfAbsent(open, new Candle(open, first, high, low, close, volume));
        } catch (IllegalArgumentException broken) {
            log.warn("The bar {} of {} is left out: {}", open, instrument.symbol(), broken.getMessage());
        }
    }

    private static Instant time(JsonNode label) {
        String text = label.isString() ? label.asString() : "";
        try {
            LocalDateTime time = text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text, TIME);
            return time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw new UnreadableSeriesException("datetime is no time");
        }
    }

    private static BigDecimal price(JsonNode value, String field) {
        return number(value.path(field), field);
    }

    /** Currencies and metals have none, whatever stands there. */
    private static @Nullable BigDecimal volume(JsonNode value, Instrument instrument) {
        JsonNode volume = value.path("volume");
        boolean hasNone = instrument.assetClass() == AssetClass.FX || instrument.assetClass() == AssetClass.METAL;
        return hasNone || volume.isMissingNode() || volume.isNull() ? null : number(volume, "volume");
    }

    private static BigDecimal number(JsonNode node, String field) {
        String text = node.isString() || node.isNumber() ? node.asString() : "";
        try {
            if (text.length() <= MOST_DIGITS) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException _) {
            // Told below, like a number that is too long.
        }
        throw new UnreadableSeriesException(field + " is no number");
    }
}
