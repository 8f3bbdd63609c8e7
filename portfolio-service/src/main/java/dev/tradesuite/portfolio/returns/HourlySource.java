package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Knows what the sources of one kind were worth at the end of each hour. */
public interface HourlySource {

    /** Whether it knows sources of this kind. */
    boolean knows(StrategySource source);

    /** How far back it is asked for hours the first time. */
    default Duration reach() {
        return Duration.ofDays(29);
    }

    /** How long before the newest hour that is known it is asked for hours again: they may have been corrected. */
    default Duration again() {
        return Duration.ofDays(10);
    }

    /** What was worth how much, or why that is not known. */
    sealed interface Answer {

        /**
         * The ends of hours.
         *
         * @param ends ascending, those after the moment asked about and, where there is one, the last before; an hour
         *     in which nothing could change has none
         */
        record Hours(List<HourEquity> ends) implements Answer {

            public Hours {
                ends = List.copyOf(ends);
            }
        }

        /** It does not know this one. */
        record Unknown(Reason why) implements Answer {}

        /** The service that knows does not answer, so neither does it for the others. */
        record Away(Reason why) implements Answer {}
    }

    /**
     * The ends of the hours after a moment that are over at another. Never throws for a service that does not answer.
     */
    Answer hours(StrategySource source, Instant after, Instant now);
}
