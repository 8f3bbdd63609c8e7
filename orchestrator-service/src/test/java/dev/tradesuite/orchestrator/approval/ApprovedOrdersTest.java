package dev.tradesuite.orchestrator.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.ApprovedLine;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeEntry;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.trade.TradeIdeaBuilder;
import dev.tradesuite.support.idempotency.Claim;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order of 43,340 USD, where 40,000 need an approval, and which is the second of an approved rebalancing. */
class ApprovedOrdersTest {

    private static final BigDecimal LIMIT = new BigDecimal("1.0890");
    private static final BigDecimal STOP = new BigDecimal("1.0785");
    private static final Duration VALID = Duration.ofMinutes(15);

    private final ApprovalWorld world = ApprovalWorld.living();

    @BeforeEach
    void plan() {
        world.rebalancing.put(2, order(STOP));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void orderOfAnApprovedRebalancingWaitsForNobodyElse() {
        send(line(approved(ApprovalKind.REBALANCE), 2));

        assertThat(world.trades.filledOrders()).isOne();
        assertThat(asked()).isZero();
    }

    @ParameterizedTest
    @MethodSource("others")
    void orderThatIsNotTheApprovedOneWaits(UnaryOperator<TradeIdeaBuilder> change) {
        send(change.apply(line(approved(ApprovalKind.REBALANCE), 2)));

        assertWaits();
    }

    static Stream<Named<UnaryOperator<TradeIdeaBuilder>>> others() {
        return Stream.of(
                Named.of("other strategy", idea -> idea.strategy("other")),
                Named.of("no strategy", idea -> idea.strategy(null)),
                Named.of("other key", idea -> idea.clientOrderId("rb-1-3")),
                Named.of("no key", idea -> idea.clientOrderId(null)),
                Named.of("other account", idea -> idea.account(new AccountChoice.InBooks("second"))),
                Named.of("other limit", idea -> idea.entry(entry(new BigDecimal("1.0891")))),
                Named.of("other stop", idea -> idea.exit(exit(new BigDecimal("1.0784")))),
                Named.of("other line", idea -> idea.approvedLine(new ApprovedLine(UUID.randomUUID(), 2))));
    }

    @Test
    void otherSizeOrSideOrSymbolWaits() {
        UUID approval = approved(ApprovalKind.REBALANCE);
        world.rebalancing.put(
                2, new ApprovedOrder("rb-1-2", "euro", "EURUSD", Side.BUY, Lots.of("0.39"), LIMIT, STOP, VALID));
        world.rebalancing.put(
                3, new ApprovedOrder("rb-1-2", "euro", "EURUSD", Side.SELL, Lots.of("0.4"), LIMIT, STOP, VALID));
        world.rebalancing.put(
                4, new ApprovedOrder("rb-1-2", "euro", "GBPUSD", Side.BUY, Lots.of("0.4"), LIMIT, STOP, VALID));
        world.rebalancing.put(5, order(null));
        for (int number : List.of(2, 3, 4, 5, 6)) {
            send(line(approval, number).clientOrderId("rb-1-2"));
        }

        assertThat(world.trades.allOrders()).isEmpty();
        assertThat(asked()).isEqualTo(5);
    }

    @Test
    void approvalOfSomethingElseDoesNotCount() {
        send(line(approved(ApprovalKind.ROTATION), 2));

        assertWaits();
    }

    @Test
    void approvalThatIsPendingOrRejectedDoesNotCount() {
        UUID pending = question(ApprovalKind.REBALANCE);
        send(line(pending, 2));
        world.service.reject(pending, world.ruling("bob"), Claim.NONE);
        send(line(pending, 2));

        assertThat(world.trades.allOrders()).isEmpty();
        assertThat(asked()).isEqualTo(2);
    }

    /** Decided a minute before nobody could any more: it holds for a quarter of an hour from then on. */
    @Test
    void approvalHoldsForAsLongAsItSays() {
        UUID id = question(ApprovalKind.REBALANCE);
        world.trades.clock().advance(Duration.ofMinutes(14));
        world.approve(id, "bob");
        world.trades.clock().advance(Duration.ofSeconds(899));
        world.trades.marketIsAt("1.0835");
        send(line(id, 2));
        assertThat(world.trades.filledOrders()).isOne();

        world.trades.clock().advance(Duration.ofSeconds(1));
        send(line(id, 2).clientOrderId("rb-1-2"));

        assertThat(world.trades.filledOrders()).as("no second one").isOne();
        assertThat(asked()).isOne();
    }

    private void assertWaits() {
        assertThat(world.trades.allOrders()).isEmpty();
        assertThat(asked()).isOne();
    }

    private long asked() {
        return world.approvals.all().stream().filter(Approval::isTrade).count();
    }

    private void send(TradeIdeaBuilder idea) {
        world.trades.decisions().execute(idea.build(), world.trades.ticket("suite"), Claim.NONE);
    }

    private UUID approved(ApprovalKind kind) {
        UUID id = question(kind);
        world.approve(id, "bob");
        return id;
    }

    private UUID question(ApprovalKind kind) {
        return world.service
                .ask(
                        new ApprovalQuestion(
                                kind, "rebalancing 1", "main", "two orders", "{}", "0".repeat(64), List.of(), "ann"),
                        null,
                        _ -> {})
                .id();
    }

    private static TradeIdeaBuilder line(UUID approval, int number) {
        return TradeIdea.of(InstrumentCatalog.shipped().find("EURUSD").orElseThrow(), new BigDecimal("1.0835"))
                .view(null)
                .wantedSide(Side.BUY)
                .entry(entry(LIMIT))
                .exit(exit(STOP))
                .strategy("euro")
                .clientOrderId("rb-1-2")
                .approvedLine(new ApprovedLine(approval, number));
    }

    private static TradeEntry entry(BigDecimal limit) {
        return new TradeEntry(OrderType.LIMIT, limit, null, TimeInForce.IOC, null, false);
    }

    private static TradeExit exit(BigDecimal stop) {
        return TradeExit.at(new StopChoice.AtPrice(stop));
    }

    private static ApprovedOrder order(@Nullable BigDecimal stop) {
        return new ApprovedOrder("rb-1-2", "euro", "EURUSD", Side.BUY, Lots.of("0.4"), LIMIT, stop, VALID);
    }
}
