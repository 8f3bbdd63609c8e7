package dev.tradesuite.portfolio.following.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.following.FollowReply;
import dev.tradesuite.portfolio.following.FollowRequest;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.ModelBar;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowOrdersClientTest {

    private static final FollowRequest BUY = new FollowRequest.Buy(
            Side.BUY, new BigDecimal("5000.00"), new BigDecimal("1.09"), new BigDecimal("1.12"), new BigDecimal("1.1"));
    private static final FollowRequest CLOSE =
            new FollowRequest.Close(null, new BigDecimal("0.05"), new BigDecimal("1.1"));

    private final FollowStep step = new FollowStep(
            7,
            new FollowerKey("main", "xgb"),
            new FollowStep.Change(
                    "EURUSD",
                    Timeframe.M5,
                    Instant.parse("2026-03-02T10:05:00Z"),
                    new BigDecimal("1.1"),
                    FollowingLeg.OPEN,
                    0,
                    Direction.FLAT,
                    new ModelBar.Wish(
                            Direction.LONG,
                            new BigDecimal("0.5"),
                            new BigDecimal("1.09"),
                            new BigDecimal("1.12"),
                            false)),
            Instant.parse("2026-03-02T10:05:01Z"),
            new FollowStep.Progress(FollowingOutcome.PENDING, null, BUY, 0, true, null, null));

    private final FakeApi api = new FakeApi();
    private final FollowOrdersClient client = new FollowOrdersClient(api);

    @Test
    void orderNamesItsStrategyAndHasKeysOfItsOwn() {
        client.send(step, BUY);

        PlaceOrderRequest asked = api.placed.getFirst();
        assertThat(asked.strategy()).isEqualTo("xgb");
        assertThat(asked.clientOrderId()).isEqualTo(step.clientOrderId()).matches("(?!ts-)[A-Za-z0-9._-]{1,48}");
        assertThat(asked.notional()).isEqualByComparingTo("5000");
        assertThat(api.keys).containsExactly(step.clientOrderId() + ".0");
    }

    @Test
    void closeNamesTheStrategyWhoseHoldingItIs() {
        FollowReply reply = client.send(step, CLOSE);

        assertThat(api.closed.getFirst())
                .isEqualTo(new ClosePositionRequest("main", new BigDecimal("1.1"), null, "xgb", null));
        assertThat(reply).isInstanceOfSatisfying(FollowReply.Ordered.class, ordered -> assertThat(
                        ordered.order().status())
                .isEqualTo(OrderStatus.FILLED));
    }

    @Test
    void silenceAfterTheRequestWasSentSaysNothing() {
        api.failure = unavailable(ServiceUnavailableException.Reason.TIMEOUT, new SocketTimeoutException("read"));

        assertThat(client.send(step, BUY)).isInstanceOf(FollowReply.Unsure.class);
    }

    @Test
    void requestWithoutAConnectionHasNotArrived() {
        api.failure = unavailable(
                ServiceUnavailableException.Reason.OFFLINE, new IllegalStateException(new ConnectException("refused")));
        assertThat(code(client.send(step, BUY))).isEqualTo("ORCHESTRATOR_AWAY");
        assertThat(client.send(step, BUY)).isInstanceOf(FollowReply.NotArrived.class);

        api.failure = unavailable(ServiceUnavailableException.Reason.CIRCUIT_OPEN, null);
        assertThat(client.send(step, BUY)).isInstanceOf(FollowReply.NotArrived.class);
    }

    @Test
    void keyInUseIsAnOrderUnderWay() {
        api.failure = problem(409, ProblemCode.IDEMPOTENCY_KEY_IN_USE, "running");

        assertThat(client.send(step, BUY)).isInstanceOf(FollowReply.Unsure.class);
    }

    @Test
    void priceNobodyKnowsIsAskedForAgain() {
        api.failure = problem(422, ProblemCode.NOT_COMPUTABLE, "No price of EURUSD is known");

        assertThat(client.send(step, BUY)).isInstanceOf(FollowReply.NotNow.class);
        assertThat(code(client.send(step, BUY))).isEqualTo("PRICE_UNKNOWN");
    }

    @Test
    void refusalBeginsWithItsReason() {
        api.failure = problem(409, ProblemCode.CONFLICT, "TRADING_HALTED: Trading is halted for the strategy.");

        assertThat(code(client.send(step, CLOSE))).isEqualTo("TRADING_HALTED");
        assertThat(client.send(step, CLOSE)).isInstanceOf(FollowReply.Refused.class);
    }

    @Test
    void nothingToCloseIsNothingHeld() {
        api.failure = problem(404, ProblemCode.NOT_FOUND, "There is no open position in EURUSD");

        assertThat(code(client.send(step, CLOSE))).isEqualTo("NOTHING_HELD");
    }

    @Test
    void closeOfWhatAStopHasClosedWaitsForTheBooks() {
        api.failure = problem(
                409, ProblemCode.CONFLICT, "NOTHING_TO_REDUCE: The position the order would have reduced is closed.");

        assertThat(client.send(step, CLOSE)).isInstanceOf(FollowReply.NotNow.class);
        assertThat(code(client.send(step, CLOSE))).isEqualTo("NOTHING_TO_REDUCE");
    }

    @Test
    void clientOrderIdThatIsTakenIsTheSameOrder() {
        api.failure = problem(409, ProblemCode.CONFLICT, "There is an order with the client_order_id already");
        api.known = List.of(ContractSamples.readWithMore("Order", Order.class));

        assertThat(code(client.send(step, BUY))).isEqualTo("ORDER_REFUSED");
        api.known = List.of(withClientOrderId(step.clientOrderId()));
        assertThat(client.send(step, BUY)).isInstanceOf(FollowReply.Ordered.class);
    }

    private static Order withClientOrderId(String id) {
        Order sample = ContractSamples.readWithMore("Order", Order.class);
        return new Order(
                sample.orderId(),
                id,
                sample.decisionId(),
                sample.parentOrderId(),
                sample.replacesOrderId(),
                sample.accountId(),
                sample.symbol(),
                sample.side(),
                sample.type(),
                sample.lots(),
                sample.filledLots(),
                sample.averageFillPrice(),
                sample.limitPrice(),
                sample.stopPrice(),
                sample.timeInForce(),
                sample.stopLossPrice(),
                sample.takeProfitPrice(),
                sample.trailingStopPips(),
                sample.expiresAt(),
                sample.reduceOnly(),
                sample.status(),
                sample.reason(),
                sample.broker(),
                sample.label(),
                sample.history(),
                sample.createdAt(),
                sample.updatedAt(),
                sample.warnings());
    }

    private static String code(FollowReply reply) {
        return switch (reply) {
            case FollowReply.Ordered _ -> "";
            case FollowReply.Refused(Reason why) -> why.code();
            case FollowReply.NotNow(Reason why) -> why.code();
            case FollowReply.NotArrived(Reason why) -> why.code();
            case FollowReply.Unsure(Reason why) -> why.code();
        };
    }

    private static ServiceUnavailableException unavailable(
            ServiceUnavailableException.Reason reason, @Nullable Throwable cause) {
        return new ServiceUnavailableException("orchestrator", reason, "as the test says", cause);
    }

    private static RemoteProblemException problem(int status, ProblemCode code, String detail) {
        return new RemoteProblemException(
                "orchestrator",
                status,
                new Problem(URI.create(code.type()), code.title(), status, detail, null, code.name(), List.of(), null));
    }

    /** An orchestrator that fills everything, unless it fails. */
    private static final class FakeApi implements FollowOrdersApi {

        private final List<PlaceOrderRequest> placed = new ArrayList<>();
        private final List<ClosePositionRequest> closed = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private List<Order> known = List.of();
        private @Nullable RuntimeException failure;

        @Override
        public TradeDecision place(PlaceOrderRequest order, String key) {
            fail();
            placed.add(order);
            keys.add(key);
            return ContractSamples.readWithMore("TradeDecision", TradeDecision.class);
        }

        @Override
        public Order close(String symbol, ClosePositionRequest close, String key) {
            fail();
            closed.add(close);
            keys.add(key);
            return ContractSamples.readWithMore("Order", Order.class);
        }

        @Override
        public OrderPage orders(String account, String symbol, int limit) {
            return new OrderPage(known);
        }

        private void fail() {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
