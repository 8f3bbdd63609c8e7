package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.Answer;
import dev.tradesuite.orchestrator.trade.Books;
import dev.tradesuite.orchestrator.trade.Funds;
import dev.tradesuite.orchestrator.trade.Funds.Holding;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The books over HTTP. */
@Component
final class BooksClient implements Books {

    private static final int NOT_FOUND = 404;

    private final LedgerApi api;

    BooksClient(LedgerApi api) {
        this.api = api;
    }

    @Override
    public Answer<Funds> account(String id) {
        try {
            return Asking.ask(TradeReason.BOOKS_UNAVAILABLE, () -> funds(known(id)));
        } catch (UnknownAccountException _) {
            return new Answer.Missing<>(
                    TradeReason.ACCOUNT_UNKNOWN.reason("The account %s is not in the books.".formatted(id)));
        }
    }

    private Account known(String id) {
        try {
            return api.account(id);
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                throw new UnknownAccountException(e);
            }
            throw e;
        }
    }

    private static Funds funds(Account account) {
        List<Holding> holdings = account.positions().stream()
                .filter(position -> position.direction() != Direction.FLAT)
                .map(position -> new Holding(
                        position.symbol(),
                        position.direction() == Direction.LONG ? Side.BUY : Side.SELL,
                        new Lots(position.lots())))
                .toList();
        return new Funds(account.currency(), account.equity(), holdings);
    }

    private static final class UnknownAccountException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownAccountException(Throwable cause) {
            super(cause);
        }
    }
}
