package dev.tradesuite.orchestrator.approval;

import static dev.tradesuite.orchestrator.trade.ApprovalTradeWorld.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.Decided;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.TooLate;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.support.idempotency.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovedTradesTest {

    private final List<ApprovalWorld> worlds = new ArrayList<>();
    private final ApprovalWorld world = opened(ApprovalWorld.living());

    @AfterEach
    void stop() {
        worlds.forEach(ApprovalWorld::close);
    }

    @Test
    void tradeAboveTheLimitWaitsAndNothingIsReservedOrSent() {
        Approval asked = world.asked();

        assertThat(asked.state()).isEqualTo(ApprovalState.PENDING);
        assertThat(asked.question().kind()).isEqualTo(ApprovalKind.TRADE);
        assertThat(asked.question().askedBy()).isEqualTo("ann");
        assertThat(asked.question().summary()).isEqualTo("BUY 0.4 lots of EURUSD, with the market at 1.0835");
        assertThat(asked.expiresAt()).isEqualTo(asked.askedAt().plus(Duration.ofMinutes(15)));
        assertThat(world.trades.allOrders()).isEmpty();
        assertThat(world.trades.reservations()).isZero();
        assertThat(world.approvals.events).containsExactly("PENDING");
    }

    @Test
    void decisionThatWaitsSaysSo() {
        TradeDecision decision = world.trades
                .decisions()
                .settle(world.trades.idea(), world.trades.ticket("ann"), Claim.NONE)
                .decision();

        assertThat(decision.outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(codes(decision.outcome().reasons())).containsExactly("APPROVAL_NEEDED");
        // 0.4 x 100,000 x 1.0835
        assertThat(decision.outcome().reasons().getFirst().message())
                .isEqualTo("The trade is worth 43340.00 USD; above 40000.00 USD it needs approval.");
        assertThat(Objects.requireNonNull(decision.approval()).id())
                .isEqualTo(world.approvals.only().id());
    }

    @Test
    void tradeThatRiskDeniesWaitsForNobody() {
        world.trades.riskDenies();

        world.trades.decisions().execute(world.trades.idea(), world.trades.ticket("ann"), Claim.NONE);

        assertThat(world.approvals.all()).isEmpty();
    }

    @Test
    void exitNeverWaits() {
        world.trades.holds("1");

        world.trades.decisions().execute(world.trades.exit(), world.trades.ticket("ann"), Claim.NONE);

        assertThat(world.approvals.all()).isEmpty();
        assertThat(world.trades.filledOrders()).isOne();
    }

    @Test
    void approvedTradeIsDecidedAnewAndSentOnceUnderTheKeyOfItsApproval() {
        Approval asked = world.asked();
        // 0.4 % away.
        world.trades.marketIsAt("1.0878");

        Approval ended = decided(world.approve(asked.id(), "bob"));

        assertThat(ended.state()).isEqualTo(ApprovalState.EXECUTED);
        assertThat(Objects.requireNonNull(ended.ruling()).by()).isEqualTo("bob");
        TradeOrder order = world.trades.allOrders().getFirst();
        assertThat(order.clientOrderId()).isEqualTo("ts-" + asked.id());
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.origin().marketPrice()).isEqualByComparingTo("1.0878");
        assertThat(order.origin().decisionId())
                .isEqualTo(Objects.requireNonNull(ended.execution()).decisionId());
        assertThat(world.approvals.events).containsExactly("PENDING", "APPROVED", "EXECUTED");

        assertThat(world.approve(asked.id(), "bob")).isInstanceOf(TooLate.class);
        assertThat(world.trades.filledOrders()).isOne();
    }

    @Test
    void sizeIsNeverMoreThanWasApprovedAndAStepLessIsNoChange() {
        Approval more = world.asked();
        world.trades.sizingAllows("0.5");
        world.approve(more.id(), "bob");

        assertThat(world.trades.allOrders().getFirst().terms().lots()).isEqualTo(Lots.of("0.4"));

        ApprovalWorld other = opened(ApprovalWorld.living());
        Approval less = other.asked();
        other.trades.sizingAllows("0.39");
        other.approve(less.id(), "bob");

        assertThat(other.trades.allOrders().getFirst().terms().lots()).isEqualTo(Lots.of("0.39"));
    }

    @Test
    void whatDoesNotHoldAnyMoreIsNotExecutedAndSaysWhy() {
        Map<String, Runnable> changes = new LinkedHashMap<>();
        // 1.0890 / 1.0835 - 1 = 0.508 %
        changes.put("APPROVED_PRICE_MOVED", () -> world.trades.marketIsAt("1.0890"));
        changes.put("APPROVED_PRICE_UNKNOWN", world.trades::marketIsUnknown);
        changes.put("APPROVED_SIZE_TOO_LARGE", () -> world.trades.sizingAllows("0.2"));
        changes.put("SIGNAL_IS_HOLD", () -> world.trades.brainSays(SignalAction.HOLD));
        changes.put("SIDE_DISAGREES", () -> world.trades.brainSays(SignalAction.SELL));
        changes.put("BRAIN_UNAVAILABLE", world.trades::brainIsSilent);
        changes.put("RISK_DENIED", () -> {
            world.trades.brainSays(SignalAction.BUY);
            world.trades.riskDenies();
        });
        changes.put("RISK_UNAVAILABLE", world.trades::riskIsSilent);
        changes.put("BOOKS_UNAVAILABLE", world.trades::booksAreSilent);
        Approval[] asked = new Approval[changes.size()];
        for (int i = 0; i < asked.length; i++) {
            world.asked();
            asked[i] = world.approvals.all().getLast();
        }
        List<String> reasons = new ArrayList<>();
        int next = 0;
        for (Runnable change : changes.values()) {
            change.run();
            Approval ended = decided(world.approve(asked[next++].id(), "bob"));
            assertThat(ended.state()).isEqualTo(ApprovalState.NOT_EXECUTED);
            reasons.add(Objects.requireNonNull(ended.execution())
                    .changes()
                    .getFirst()
                    .code());
            world.trades.marketIsAt("1.0835");
            if (next == 3) {
                world.trades.sizingAllows("0.4");
            }
        }

        assertThat(reasons).containsExactlyElementsOf(changes.keySet());
        assertThat(world.trades.filledOrders()).isZero();
        assertThat(world.trades.allOrders()).allMatch(TradeOrder::isFinal);
    }

    /**
     * For every line an execute and its approval come by: the instance dies there, and the next one finds what it left.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void instanceThatDiesBetweenAnyTwoLinesExecutesOnceOrNotAtAll(boolean sharedBroker) {
        int line = 0;
        while (diesAt(line, sharedBroker)) {
            line++;
        }
        assertThat(line).as("lines of an execute and its approval").isGreaterThanOrEqualTo(20);
    }

    /** @return false when everything came to its end before that line */
    private boolean diesAt(int line, boolean sharedBroker) {
        Lines lines = new Lines(line);
        ApprovalWorld mortal = opened(new ApprovalWorld(sharedBroker, lines, false, "40000"));
        boolean died = false;
        try {
            mortal.approve(mortal.asked().id(), "bob");
        } catch (Lines.Death _) {
            died = true;
        }
        if (!died) {
            assertThat(mortal.approvals.only().state()).isEqualTo(ApprovalState.EXECUTED);
            return false;
        }

        mortal.trades.restart();
        mortal.interrupted.end();

        String where = "died at line %d after %s".formatted(line, lines.passed());
        assertThat(mortal.trades.allOrders()).as(where).allMatch(TradeOrder::isFinal);
        for (Approval approval : mortal.approvals.all()) {
            assertThat(approval.isUnderWay()).as(where).isFalse();
            assertThat(approval.state() == ApprovalState.EXECUTED)
                    .as(where)
                    .isEqualTo(mortal.trades.filledOrders() == 1);
            UUID id = approval.id();
            mortal.trades.marketIsAt("1.0835");
            mortal.approve(id, "bob");
        }
        assertThat(mortal.trades.filledOrders()).as(where).isLessThanOrEqualTo(1);
        return true;
    }

    @Test
    void instanceThatIsTakenForGoneOpensNoOrderWhenItComesBack() {
        Approval asked = world.asked();
        world.trades.whileTheBrainThinks(() -> {
            world.trades.clock().advance(Duration.ofMinutes(1));
            world.interrupted.end();
        });

        Approval ended = decided(world.approve(asked.id(), "bob"));

        assertThat(ended.state()).isEqualTo(ApprovalState.NOT_EXECUTED);
        assertThat(codes(Objects.requireNonNull(ended.execution()).changes())).containsExactly("INTERRUPTED");
        assertThat(world.trades.allOrders()).isEmpty();
    }

    private static Approval decided(ApprovalOutcome outcome) {
        assertThat(outcome).isInstanceOf(Decided.class);
        return ((Decided) outcome).approval();
    }

    private ApprovalWorld opened(ApprovalWorld made) {
        worlds.add(made);
        return made;
    }
}
