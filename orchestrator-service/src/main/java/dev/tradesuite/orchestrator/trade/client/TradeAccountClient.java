package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountFunds;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import dev.tradesuite.orchestrator.trade.AccountFunds.HeldByStrategy;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.orchestrator.trade.TradeAccounts;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The books over HTTP. */
@Component
final class TradeAccountClient implements TradeAccounts {

    private static final int NOT_FOUND = 404;

    private final TradeAccountApi api;

    TradeAccountClient(TradeAccountApi api) {
        this.api = api;
    }

    @Override
    public StepAnswer<AccountFunds> account(String id) {
        try {
            StepAnswer<Account> answer = StepAnswers.of(TradeReason.BOOKS_UNAVAILABLE, () -> known(id));
            return switch (answer) {
                case StepAnswer.Missing<Account>(Reason why) -> new StepAnswer.Missing<>(why);
                case StepAnswer.Given<Account>(Account account) ->
                    account.status() == AccountStatus.ARCHIVED
                            ? new StepAnswer.Missing<>(TradeReason.ACCOUNT_ARCHIVED.reason())
                            : new StepAnswer.Given<>(funds(account));
            };
        } catch (UnknownAccountException _) {
            return new StepAnswer.Missing<>(
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

    private static AccountFunds funds(Account account) {
        List<Held> held = account.positions().stream()
                .filter(position -> position.direction() != Direction.FLAT)
                .map(position -> new Held(
                        position.symbol(),
                        position.direction() == Direction.LONG ? Side.BUY : Side.SELL,
                        new Lots(position.lots())))
                .toList();
        return new AccountFunds(
                account.currency(), account.equity(), held, account.marginUsed(), strategies(account.holdings()));
    }

    private static @Nullable List<HeldByStrategy> strategies(@Nullable List<StrategyHolding> holdings) {
        return holdings == null
                ? null
                : holdings.stream()
                        .map(holding -> new HeldByStrategy(holding.strategy(), holding.symbol(), holding.lots()))
                        .toList();
    }

    private static final class UnknownAccountException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownAccountException(Throwable cause) {
            super(cause);
        }
    }
}
