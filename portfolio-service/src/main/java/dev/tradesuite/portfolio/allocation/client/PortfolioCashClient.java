package dev.tradesuite.portfolio.allocation.client;

import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.portfolio.allocation.HeldPortfolio;
import dev.tradesuite.portfolio.allocation.PortfolioCash;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Portfolios of prediction markets as ledger-service has them. */
@Component
final class PortfolioCashClient implements PortfolioCash {

    private static final int NOT_FOUND = 404;

    /** Every portfolio is kept in it. */
    private static final String CURRENCY = "USD";

    private final PortfolioCashApi ledger;

    PortfolioCashClient(PortfolioCashApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<HeldPortfolio> find(long id) {
        try {
            Portfolio found = ledger.portfolio(id);
            return Optional.of(new HeldPortfolio(
                    found.portfolioId(),
                    CURRENCY,
                    found.value(),
                    found.cash(),
                    found.status() == PortfolioStatus.ARCHIVED));
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
