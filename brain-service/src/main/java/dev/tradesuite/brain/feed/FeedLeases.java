package dev.tradesuite.brain.feed;

import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who runs each feed, and how it goes: the same for every instance. */
public interface FeedLeases {

    /** Takes or keeps the lease of a feed; false while another instance has it. */
    boolean hold(String feed, Duration length);

    /** Gives the lease back, so that another instance need not wait for its end. */
    void release(String feed);

    /** Says how a feed goes; only of one that is held. */
    void report(String feed, FeedReport report);

    /** How every feed goes that any instance has run. */
    Map<String, FeedReport> reports();

    /**
     * How a feed goes.
     *
     * @param state what it does
     * @param lastError what went wrong last; empty when nothing has since the last good answer
     * @param reason why it has ended; empty while it has not
     */
    record FeedReport(FeedState state, Optional<String> lastError, Optional<String> reason) {

        /** A feed that nobody has run yet. */
        static FeedReport starting() {
            return new FeedReport(FeedState.STARTING, Optional.empty(), Optional.empty());
        }

        /** A feed whose source has failed as a whole. */
        static FeedReport of(FeedException failure) {
            return new FeedReport(
                    failure.isLasting() ? FeedState.FAILED : FeedState.FAILING,
                    Optional.ofNullable(failure.getMessage()),
                    Optional.empty());
        }

        /** A feed whose source has no further bars. */
        static FeedReport ended(String reason) {
            return new FeedReport(FeedState.ENDED, Optional.empty(), Optional.of(reason));
        }
    }
}
