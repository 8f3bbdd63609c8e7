package dev.tradesuite.brain.candle.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field of a candle in a file. */
public enum CandleField {
    TIME,
    SYMBOL,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    ADJUSTED_CLOSE,
    VOLUME;

    /** Usual headers in lower case, the surest first. */
    List<String> headers() {
        return switch (this) {
            case TIME ->
                List.of(
                        "time_utc",
                        "utc",
                        "datetime",
                        "date_time",
                        "unix",
                        "epoch",
                        "timestamp",
                        "ts_event",
                        "open_time",
                        "opentime",
                        "gmt_time",
                        "local_time",
                        "time",
                        "date",
                        "dtyyyymmdd",
                        "ts",
                        "t");
            case SYMBOL -> List.of("symbol", "ticker", "pair", "instrument");
            case OPEN -> List.of("open", "open_price", "o");
            case HIGH -> List.of("high", "high_price", "h");
            case LOW -> List.of("low", "low_price", "l");
            case CLOSE -> List.of("close", "close_price", "close_last", "last", "price", "c");
            case ADJUSTED_CLOSE -> List.of("adj_close", "adjusted_close", "close_adjusted", "adjclose");
            case VOLUME -> List.of("volume", "tick_volume", "tickvol", "tickvolume", "vol", "v");
        };
    }

    /** Name as it is written in the setting {@code columns}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of a name, whatever its case. */
    public static Optional<CandleField> named(String name) {
        for (CandleField field : values()) {
            if (field.label().equalsIgnoreCase(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
