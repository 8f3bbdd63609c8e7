package dev.tradesuite.signals.activity.web;

import dev.tradesuite.signals.activity.ActivityReader;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Callers as readers of what happened. */
final class ActivityReaderMapper {

    private static final String PORTFOLIO = "portfolio-";

    private ActivityReaderMapper() {}

    /** Whoever calls, with its accounts, those kept for its portfolios included. */
    static ActivityReader reader(Access access) {
        Optional<Set<String>> portfolios = access.visible(OwnedBooks.Kind.PORTFOLIO);
        return new ActivityReader(
                Optional.ofNullable(access.caller().subject()),
                access.visible(OwnedBooks.Kind.ACCOUNT).map(accounts -> Stream.concat(
                                accounts.stream(),
                                portfolios.orElse(Set.of()).stream().map(PORTFOLIO::concat))
                        .collect(Collectors.toSet())));
    }
}
