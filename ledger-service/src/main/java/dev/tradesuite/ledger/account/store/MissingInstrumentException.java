package dev.tradesuite.ledger.account.store;

/** The books hold something the catalogue no longer has; put it back to read them. */
final class MissingInstrumentException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MissingInstrumentException(String what, String symbol) {
        super("there is a %s in %s, but the catalogue has no such instrument".formatted(what, symbol));
    }
}
