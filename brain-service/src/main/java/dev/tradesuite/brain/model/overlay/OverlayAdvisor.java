package dev.tradesuite.brain.model.overlay;

/** The language model. Slow and unreliable: never asked while a signal waits. */
public interface OverlayAdvisor {

    /** Model that is asked. */
    String model();

    /** Tokens that asking takes at most, read and written. */
    long mostTokens(OverlayQuestion question);

    /**
     * Asks, waiting at most its time-out.
     *
     * @return the opinion, or why there is none; failures are values here, not exceptions
     */
    OverlayAdvice ask(OverlayQuestion question);
}
