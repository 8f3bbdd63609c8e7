package dev.tradesuite.risk.history;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted.
 *
 * @param account only of this account, and changes of the state of everything; empty: of all
 * @param visible only of these accounts, beside what is nobody's; empty: of all
 * @param from of this moment or later; empty: from the first
 * @param to before this moment; empty: to the last
 */
public record EventFilter(
        Optional<String> account, Optional<Set<String>> visible, Optional<Instant> from, Optional<Instant> to) {

    public EventFilter {
        visible = visible.map(Set::copyOf);
    }
}
