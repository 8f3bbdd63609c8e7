package dev.tradesuite.portfolio.registry;

import java.util.List;
import java.util.Optional;

/** The registry of strategies. */
public final class RegistryService {

    private final StrategyStore store;

    RegistryService(StrategyStore store) {
        this.store = store;
    }

    /**
     * A page of the registry.
     *
     * @param strategies by code
     * @param next code to continue after; empty on the last page
     */
    public record Page(List<RegisteredStrategy> strategies, Optional<String> next) {

        public Page {
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * Strategies by code.
     *
     * @param after code to continue after; empty for the first page
     * @param limit most to a page, at least 1
     */
    public Page list(String after, int limit) {
        // One more than asked for says whether there is a next page.
        List<RegisteredStrategy> found = store.list(after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<RegisteredStrategy> page = found.subList(0, limit);
        return new Page(page, Optional.of(page.getLast().code()));
    }
}
