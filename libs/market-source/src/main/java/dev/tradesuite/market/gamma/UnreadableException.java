package dev.tradesuite.market.gamma;

/** An event or a market that cannot be read; the message says which field is wrong. Never leaves this package. */
final class UnreadableException extends RuntimeException {

    UnreadableException(String message) {
        super(message);
    }
}
