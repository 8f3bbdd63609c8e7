package dev.tradesuite.risk.history;

import dev.tradesuite.contracts.risk.RiskEventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The history of risk, the newest first. */
public interface RiskEventLog {

    /**
     * A page of it.
     *
     * @param types what is wanted
     * @param after only what comes after this place; empty: from the newest on
     * @param most at most so many
     */
    List<LoggedEvent> page(Set<RiskEventType> types, EventFilter filter, Optional<EventPlace> after, int most);
}
