package dev.tradesuite.market;

import org.jspecify.annotations.Nullable;

/** The markets cannot be read at all. The message says so to a user, with what was tried. */
public final class MarketSourceException extends RuntimeException {

    public MarketSourceException(String message) {
        super(message);
    }

    public MarketSourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
