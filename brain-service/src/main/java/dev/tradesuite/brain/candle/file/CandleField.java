package dev.tradesuite.brain.candle.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field of a candle in a file, with the headers it usually has, the surest first. */
public enum CandleField {
    TIME(
            "time_utc",
            "datetime",
            "date_time",
            "timestamp",
            "open_time",
            "opentime",
            "gmt_time",
            "local_time",
            "time",
            "date",
            "ts",
            "unix",
            "epoch"),
    SYMBOL("symbol", "ticker", "pair", "instrument"),
    OPEN("open", "open_price", "o"),
    HIGH("high", "high_price", "h"),
    LOW("low", "low_price", "l"),
    CLOSE("close", "close_price", "c"),
    VOLUME("volume", "tick_volume", "tickvol", "tickvolume", "vol", "v");

    private final List<String> headers;

    CandleField(String... headers) {
        this.headers = List.of(headers);
    }

    /** Usual headers, the surest first. */
    List<String> headers() {
        return headers;
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
