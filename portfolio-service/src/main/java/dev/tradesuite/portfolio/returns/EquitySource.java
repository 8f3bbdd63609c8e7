package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.LocalDate;
import java.util.List;

/** Knows what the sources of one kind were worth at the end of each day. */
public interface EquitySource {

    /** Whether it knows sources of this kind. */
    boolean knows(StrategySource source);

    /** How many days back it can tell, at most. */
    int days();

    /** What was worth how much, or why that is not known. */
    sealed interface Answer {

        /**
         * The ends of days.
         *
         * @param ends ascending, those of the days asked for and, where there is one, the last before them; a day on
         *     which nothing could change has none
         */
        record Ends(List<DayEquity> ends) implements Answer {

            public Ends {
                ends = List.copyOf(ends);
            }
        }

        record Unknown(Reason why) implements Answer {}
    }

    /** The ends of days, both included. Never throws for a service that does not answer. */
    Answer ends(StrategySource source, LocalDate from, LocalDate through);
}
