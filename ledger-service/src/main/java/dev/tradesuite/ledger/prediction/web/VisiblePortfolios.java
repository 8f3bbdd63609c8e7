package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The portfolios of whoever asks. */
final class VisiblePortfolios {

    private VisiblePortfolios() {}

    /** Numbers of the caller's own; null when it sees all. */
    static @Nullable Set<Long> of(Access access) {
        return access.visible(OwnedBooks.Kind.PORTFOLIO)
                .map(ids -> ids.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet()))
                .orElse(null);
    }
}
