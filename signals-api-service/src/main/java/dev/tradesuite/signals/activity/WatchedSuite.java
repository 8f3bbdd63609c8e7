package dev.tradesuite.signals.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks other services about what no event tells. Nothing is said of what cannot be asked now. */
public interface WatchedSuite {

    /** The feeds of bars; empty when nobody answers. */
    Optional<List<WatchedFeed>> feeds();

    /** Whether each strategy controller is online, by its strategy; empty when nobody answers. */
    Optional<Map<String, Boolean>> controllers();

    /** How much an account has used of its limits, as far as that is measured; empty when nobody answers. */
    Optional<List<UsedLimit>> limits(String account);

    /**
     * A feed of bars.
     *
     * @param name of the feed
     * @param phase what it does
     * @param barsMissing the most any of its symbols misses; absent when that is not known
     * @param lastError what went wrong last; absent when nothing has
     */
    record WatchedFeed(String name, Phase phase, @Nullable Long barsMissing, @Nullable String lastError) {}

    /** What a feed does. */
    enum Phase {
        /** It begins, or fetches what is missing: nothing can be said yet. */
        BEGINNING,
        /** It brings bars, or has none to bring. */
        GOING,
        /** Its source does not answer, or somebody has to mend it. */
        FAILING
    }

    /**
     * A limit of an account.
     *
     * @param name of the limit
     * @param use measured value as a fraction of the limit
     */
    record UsedLimit(String name, double use) {}
}
