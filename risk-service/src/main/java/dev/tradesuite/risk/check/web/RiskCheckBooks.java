package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** The account a trade is checked against, and the portfolio whose trading state counts. */
@Component
final class RiskCheckBooks implements BodyBooks<RiskCheckRequest> {

    @Override
    public Class<RiskCheckRequest> type() {
        return RiskCheckRequest.class;
    }

    @Override
    public List<OwnedBooks> named(RiskCheckRequest body, MethodParameter where) {
        String portfolio = body.portfolioId() == null ? null : "portfolio-" + body.portfolioId();
        return Stream.of(body.accountId(), portfolio)
                .filter(Objects::nonNull)
                .map(OwnedBooks::account)
                .toList();
    }
}
