package dev.tradesuite.portfolio.rebalancing.web;

import dev.tradesuite.contracts.portfolio.RebalanceRequest;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Which account a rebalancing is for: the usual one when none is named. */
@Component
final class BooksOfRebalancing implements BodyBooks<RebalanceRequest> {

    /** The account of whoever names none. */
    static final String USUAL = "main";

    @Override
    public Class<RebalanceRequest> type() {
        return RebalanceRequest.class;
    }

    @Override
    public List<OwnedBooks> named(RebalanceRequest body, MethodParameter where) {
        return List.of(OwnedBooks.account(Objects.requireNonNullElse(body.accountId(), USUAL)));
    }
}
