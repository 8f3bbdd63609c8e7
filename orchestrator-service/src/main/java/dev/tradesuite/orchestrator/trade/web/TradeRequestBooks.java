package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** The account a trade is decided for: the one it names, or the usual one; none where it supposes one. */
@Component
final class TradeRequestBooks implements BodyBooks<TradeRequest> {

    private final TradeDefaults defaults;

    TradeRequestBooks(TradeDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public Class<TradeRequest> type() {
        return TradeRequest.class;
    }

    @Override
    public List<OwnedBooks> named(TradeRequest body, MethodParameter where) {
        return where.hasMethodAnnotation(ActsOnBooks.class) ? inBooks(body) : looksAt(body);
    }

    /** Of a trade that is only looked at. */
    List<OwnedBooks> looksAt(TradeRequest trade) {
        return trade.accountId() == null && trade.accountBalance() != null ? List.of() : inBooks(trade);
    }

    private List<OwnedBooks> inBooks(TradeRequest trade) {
        return List.of(OwnedBooks.account(Objects.requireNonNullElse(trade.accountId(), defaults.accountId())));
    }
}
