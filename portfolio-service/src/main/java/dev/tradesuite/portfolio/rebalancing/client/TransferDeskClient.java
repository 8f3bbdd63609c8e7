package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.ledger.PortfolioTransferRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.rebalancing.TransferDesk;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import org.springframework.stereotype.Component;

/** The books of ledger-service, where both sides of a transfer are one transaction. */
@Component
final class TransferDeskClient implements TransferDesk {

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final PortfolioTransfersApi ledger;

    TransferDeskClient(PortfolioTransfersApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public Moved move(Piece piece) {
        try {
            var _ = ledger.move(
                    piece.account(),
                    new PortfolioTransferRequest(
                            piece.id(), piece.portfolio(), piece.amount(), piece.reason(), piece.strategy()));
            return new Moved.Done();
        } catch (ServiceUnavailableException e) {
            return new Moved.Silent(String.valueOf(e.getMessage()));
        } catch (RemoteProblemException e) {
            String why = String.valueOf(e.getMessage());
            if (e.status() == TOO_MANY || e.status() >= SERVER_ERROR) {
                return new Moved.Silent(why);
            }
            return e.problem().code().equals(ProblemCode.INSUFFICIENT_FREE_MARGIN.name())
                    ? new Moved.NotFree(why)
                    : new Moved.Refused(why);
        }
    }
}
