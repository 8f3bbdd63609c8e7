package dev.tradesuite.orchestrator.trade.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountFunds;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeAccountClientTest {

    private static final Account ACCOUNT = ContractSamples.readWithMore("Account", Account.class);

    @Test
    void accountIsReadWithWhatItHolds() {
        assertThat(asked(_ -> ACCOUNT)).isInstanceOfSatisfying(StepAnswer.Given.class, given -> {
            AccountFunds funds = (AccountFunds) given.value();
            assertThat(funds.currency()).isEqualTo("USD");
            assertThat(funds.held("EURUSD")).contains(new AccountFunds.Held("EURUSD", Side.BUY, Lots.of("0.3")));
            assertThat(funds.strategies())
                    .containsExactly(new AccountFunds.HeldByStrategy("breakout", "EURUSD", new BigDecimal("0.3")));
        });
    }

    @Test
    void archivedAccountTakesNoOrders() {
        assertThat(asked(_ -> withStatus(AccountStatus.ARCHIVED)))
                .isEqualTo(new StepAnswer.Missing<>(TradeReason.ACCOUNT_ARCHIVED.reason()));
    }

    @Test
    void accountThatTheBooksDoNotKnowIsUnknown() {
        StepAnswer<AccountFunds> answer = asked(_ -> {
            throw new RemoteProblemException("ledger", 404, problem(404));
        });

        assertThat(why(answer).code()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(why(answer).message()).contains("main");
    }

    @Test
    void booksThatRefuseOrDoNotAnswerAreUnavailable() {
        assertThat(why(asked(_ -> {
                            throw new RemoteProblemException("ledger", 403, problem(403));
                        }))
                        .code())
                .isEqualTo("BOOKS_UNAVAILABLE");
        assertThat(why(asked(_ -> {
                            throw new ServiceUnavailableException(
                                    "ledger", ServiceUnavailableException.Reason.TIMEOUT, "2 s");
                        }))
                        .code())
                .isEqualTo("BOOKS_UNAVAILABLE");
    }

    private static StepAnswer<AccountFunds> asked(TradeAccountApi books) {
        return new TradeAccountClient(books).account("main");
    }

    private static Reason why(StepAnswer<AccountFunds> answer) {
        return ((StepAnswer.Missing<AccountFunds>) answer).why();
    }

    private static Problem problem(int status) {
        return new Problem(
                URI.create(ProblemCode.NOT_FOUND.type()), "t", status, "as the test wants", null, "X", List.of(), null);
    }

    private static Account withStatus(AccountStatus status) {
        return new Account(
                ACCOUNT.id(),
                ACCOUNT.name(),
                ACCOUNT.currency(),
                ACCOUNT.label(),
                status,
                ACCOUNT.initialBalance(),
                ACCOUNT.netCashFlow(),
                ACCOUNT.balance(),
                ACCOUNT.floatingPnl(),
                ACCOUNT.equity(),
                ACCOUNT.marginUsed(),
                ACCOUNT.realisedPnl(),
                ACCOUNT.commissionPaid(),
                ACCOUNT.positions(),
                ACCOUNT.holdings(),
                ACCOUNT.sequence(),
                ACCOUNT.equityAt(),
                ACCOUNT.updatedAt());
    }
}
