package dev.tradesuite.signals.stream;

import java.util.Arrays;
import java.util.Optional;

/** What a message tells. */
public enum StreamKind {
    /** What a model says about a bar. */
    SIGNAL("signal"),
    /** A position was opened, closed or valued anew. */
    POSITION("position_update"),
    /** The newest price of an instrument. */
    PRICE("price_update"),
    /** Equity of every account on an instrument. */
    EQUITY("equity_update");

    private final String wireName;

    StreamKind(String wireName) {
        this.wireName = wireName;
    }

    /** Its {@code type} on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The kind of a {@code type}; empty when no message has it. */
    public static Optional<StreamKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
