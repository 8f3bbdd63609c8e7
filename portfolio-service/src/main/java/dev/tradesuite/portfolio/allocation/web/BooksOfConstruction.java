package dev.tradesuite.portfolio.allocation.web;

import dev.tradesuite.contracts.portfolio.ConstructPortfolioRequest;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Which account a target is for: the usual one when none is named. */
@Component
final class BooksOfConstruction implements BodyBooks<ConstructPortfolioRequest> {

    @Override
    public Class<ConstructPortfolioRequest> type() {
        return ConstructPortfolioRequest.class;
    }

    @Override
    public List<OwnedBooks> named(ConstructPortfolioRequest body, MethodParameter where) {
        return List.of(OwnedBooks.account(Objects.requireNonNullElse(body.accountId(), TargetController.USUAL)));
    }
}
