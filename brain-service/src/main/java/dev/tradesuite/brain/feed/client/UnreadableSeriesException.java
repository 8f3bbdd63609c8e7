package dev.tradesuite.brain.feed.client;

/** Bars that make no sense. */
final class UnreadableSeriesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableSeriesException(String message) {
        super(message);
    }
}
