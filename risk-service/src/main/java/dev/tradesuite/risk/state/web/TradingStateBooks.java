package dev.tradesuite.risk.state.web;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** The books a trading state is about, if it is about any. */
@Component
final class TradingStateBooks implements BodyBooks<ChangeTradingStateRequest> {

    @Override
    public Class<ChangeTradingStateRequest> type() {
        return ChangeTradingStateRequest.class;
    }

    @Override
    public List<OwnedBooks> named(ChangeTradingStateRequest body, MethodParameter where) {
        return of(body.scope(), body.id()).stream().toList();
    }

    /** Of a subject; what it says is not checked yet. */
    static Optional<OwnedBooks> of(@Nullable TradingStateScope scope, @Nullable String id) {
        if (scope == null || id == null) {
            return Optional.empty();
        }
        return switch (scope) {
            case ACCOUNT -> Optional.of(OwnedBooks.account(id));
            // As an account, so that what is no number is the books of nobody.
            case PORTFOLIO -> Optional.of(OwnedBooks.account("portfolio-" + id));
            case STRATEGY, SYMBOL, ALL -> Optional.empty();
        };
    }
}
