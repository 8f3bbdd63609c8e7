package dev.tradesuite.brain.feed;

/**
 * Credits of accounts at sources of bars: no more than so many in any sixty seconds, counted once for all instances.
 */
@FunctionalInterface
public interface MinuteCredits {

    /**
     * Spends as many of the wanted credits as there are now.
     *
     * <p>When the store cannot say, it throws what it throws, and the source may not be asked.
     *
     * @param source whose account it is
     * @param wanted at least 0
     * @param perMinute what the account allows in sixty seconds
     * @return how many were spent; 0 when there are none
     */
    int spend(String source, int wanted, int perMinute);
}
