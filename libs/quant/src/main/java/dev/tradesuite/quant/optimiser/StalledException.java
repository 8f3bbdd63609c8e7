package dev.tradesuite.quant.optimiser;

/** A method came to no end on degenerate input; another one is tried. */
final class StalledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StalledException(String message) {
        super(message, null, false, false);
    }
}
