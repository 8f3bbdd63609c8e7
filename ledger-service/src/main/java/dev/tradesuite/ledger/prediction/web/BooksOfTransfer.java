package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.PortfolioTransferRequest;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** The portfolio a transfer names; the account is in its address. */
@Component
final class BooksOfTransfer implements BodyBooks<PortfolioTransferRequest> {

    @Override
    public Class<PortfolioTransferRequest> type() {
        return PortfolioTransferRequest.class;
    }

    @Override
    public List<OwnedBooks> named(PortfolioTransferRequest body, MethodParameter where) {
        return Stream.ofNullable(body.portfolioId()).map(OwnedBooks::portfolio).toList();
    }

    @Override
    public String of() {
        return "portfolio";
    }
}
