package dev.tradesuite.brain.advisor;

/** Someone outside who is asked for objections. Slow and unreliable: never asked while a decision waits. */
public interface Advisor {

    /** Name, such as {@code anthropic}. */
    String name();

    /** Model that is asked. */
    String model();

    /**
     * Asks, waiting at most the advisor's time-out.
     *
     * @return the opinion, or why there is none; failures are values here, not exceptions
     */
    Advice ask(Briefing briefing);
}
