package dev.tradesuite.risk.exposure.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.OrderSize;
import dev.tradesuite.risk.exposure.OrderOwners.Answer;
import dev.tradesuite.risk.exposure.ReservedOrder;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the owners' own samples say, and what it means when they do not answer. */
class OrderOwnersClientTest {

    private static final ReservedOrder ORDER = order(new OrderSize.Volume(new BigDecimal("0.4")), null);
    private static final ReservedOrder STAKE = order(new OrderSize.Notional(new BigDecimal("100")), "7");

    private @Nullable RuntimeException failure;
    private String portfolioOrder = "PortfolioOrder";
    private final OrderOwnersClient owners = new OrderOwnersClient(
            _ -> answer("Order", Order.class), (_, _) -> answer(portfolioOrder, PortfolioOrder.class));

    @Test
    void filledOrderIsFilledByWhatItSays() {
        assertThat(owners.ask(ORDER)).isEqualTo(new Answer.Filled(new BigDecimal("0.4")));
        assertThat(owners.ask(STAKE)).isEqualTo(new Answer.Filled(new BigDecimal("100")));
    }

    @Test
    void deniedStakeHasEndedWithNothing() {
        portfolioOrder = "PortfolioOrder-denied";

        assertThat(owners.ask(STAKE)).isInstanceOfSatisfying(Answer.Ended.class, ended -> assertThat(ended.filled())
                .isZero());
    }

    @Test
    void ownerThatHasNoSuchOrderSaysSo() {
        failure = problem(404);

        assertThat(owners.ask(ORDER)).isEqualTo(new Answer.NoSuchOrder());
    }

    @Test
    void everyOtherFailureSaysNothingAboutTheOrder() {
        failure = problem(500);
        assertThat(owners.ask(ORDER)).isInstanceOf(Answer.Unavailable.class);

        failure = new ServiceUnavailableException(
                "orchestrator", ServiceUnavailableException.Reason.OFFLINE, "nobody there");
        assertThat(owners.ask(ORDER)).isInstanceOf(Answer.Unavailable.class);
        assertThat(owners.ask(STAKE)).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void stakeWithoutAPortfolioHasNoOwnerToAsk() {
        assertThat(owners.ask(order(new OrderSize.Notional(BigDecimal.TEN), null)))
                .isInstanceOf(Answer.Unavailable.class);
    }

    private <T> T answer(String sample, Class<T> type) {
        if (failure != null) {
            throw failure;
        }
        return ContractSamples.readWithMore(sample, type);
    }

    private static RemoteProblemException problem(int status) {
        return new RemoteProblemException(
                "orchestrator",
                status,
                new Problem(URI.create("urn:problem:a-test"), "A test", status, null, null, "A_TEST", List.of(), null));
    }

    private static ReservedOrder order(OrderSize size, @Nullable String portfolio) {
        return new ReservedOrder(new UUID(0, 1), new UUID(0, 1), "main", "EURUSD", Side.BUY, size, null, portfolio);
    }
}
