package dev.tradesuite.orchestrator.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.MemoryBroker;
import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.orchestrator.order.OrderStack;
import dev.tradesuite.orchestrator.trade.AccountFunds;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionComparisonTest {

    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final PositionGaps.PositionOf EURUSD = new PositionGaps.PositionOf("main", "EURUSD");

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final Lines lines = Lines.ofTheLiving();
    private final MemoryWork work = new MemoryWork(lines);
    private final MemoryBroker broker = new OrderStack(false, work, lines, clock).broker;
    private final MemoryGaps gaps = new MemoryGaps();
    private final List<String> told = new ArrayList<>();
    private StepAnswer<AccountFunds> books = books("0.4");

    private final PositionComparison comparison = new PositionComparison(
            gaps,
            new ToldEvents(),
            new Brokers(List.of(broker), broker.name(), Map.of()),
            _ -> books,
            work,
            GRACE,
            clock);

    @Test
    void whatStaysApartIsToldOnceAndOnceMoreWhenItIsGone() {
        broker.held = new BigDecimal("0.4");
        comparison.run();
        assertThat(gaps.kept).as("they agree").isEmpty();

        broker.held = new BigDecimal("0.1");
        comparison.run();
        assertThat(told).as("a fill may be on its way to the books").isEmpty();

        runAfter(GRACE);
        runAfter(GRACE);
        assertThat(told).containsExactly("apart 0.1 0.4 since 2026-01-05T10:00:00Z");

        books = books("0.1");
        runAfter(GRACE);
        runAfter(GRACE);
        assertThat(told).hasSize(2).last().isEqualTo("cleared 0.1 0.1 at 2026-01-05T10:06:00Z");
        assertThat(gaps.kept).isEmpty();
    }

    @Test
    void otherLotsApartAreAnotherDifference() {
        comparison.run();
        runAfter(GRACE);
        broker.held = new BigDecimal("0.1");
        runAfter(GRACE);
        assertThat(told).as("it has just changed").hasSize(1);
        runAfter(GRACE);

        assertThat(told)
                .containsExactly("apart 0 0.4 since 2026-01-05T10:00:00Z", "apart 0.1 0.4 since 2026-01-05T10:04:00Z");
    }

    @Test
    void bothMayMoveWhileTheyAreAsFarApart() {
        comparison.run();
        broker.held = new BigDecimal("0.2");
        books = books("0.6");
        runAfter(GRACE);

        assertThat(told).containsExactly("apart 0.2 0.6 since 2026-01-05T10:00:00Z");
    }

    @Test
    void whatIsGoneBeforeItWasToldIsNotToldAtAll() {
        comparison.run();
        broker.held = new BigDecimal("0.4");
        runAfter(GRACE);

        assertThat(told).isEmpty();
        assertThat(gaps.kept).isEmpty();
    }

    @Test
    void positionWithANewFillIsLeftForTheNextRun() {
        gaps.moving.add(EURUSD);
        comparison.run();

        assertThat(gaps.kept).isEmpty();
    }

    @Test
    void nothingIsConcludedWithoutTheBooks() {
        comparison.run();
        runAfter(GRACE);
        books = new StepAnswer.Missing<>(TradeReason.BOOKS_UNAVAILABLE.reason());
        broker.held = new BigDecimal("0.4");
        runAfter(GRACE);

        assertThat(told).hasSize(1);
        assertThat(gaps.kept).hasSize(1);
    }

    @Test
    void shortPositionIsNegative() {
        books = new StepAnswer.Given<>(
                new AccountFunds("USD", BigDecimal.TEN, List.of(new Held("EURUSD", Side.SELL, Lots.of("0.3")))));
        broker.held = new BigDecimal("-0.3");
        comparison.run();

        assertThat(gaps.kept).isEmpty();
    }

    private void runAfter(Duration time) {
        clock.advance(time);
        comparison.run();
    }

    private static StepAnswer<AccountFunds> books(String lots) {
        return new StepAnswer.Given<>(new AccountFunds(
                "USD",
                BigDecimal.TEN,
                List.of(new Held("GBPUSD", Side.BUY, Lots.of("7")), new Held("EURUSD", Side.BUY, Lots.of(lots)))));
    }

    private final class ToldEvents implements PositionGapEvents {

        @Override
        public void apart(PositionGap gap) {
            told.add("apart %s %s since %s".formatted(gap.brokerLots(), gap.bookLots(), gap.since()));
        }

        @Override
        public void cleared(PositionGap gap, Instant at) {
            told.add("cleared %s %s at %s".formatted(gap.brokerLots(), gap.bookLots(), at));
        }
    }

    private static final class MemoryGaps implements PositionGaps {

        final Map<PositionOf, PositionGap> kept = new LinkedHashMap<>();
        final Set<PositionOf> moving = new HashSet<>();

        @Override
        public List<PositionOf> traded() {
            return List.of(EURUSD);
        }

        @Override
        public Set<PositionOf> filledAfter(Instant moment) {
            return moving;
        }

        @Override
        public Optional<PositionGap> locked(PositionOf position) {
            return Optional.ofNullable(kept.get(position));
        }

        @Override
        public void save(PositionGap gap) {
            kept.put(new PositionOf(gap.accountId(), gap.symbol()), gap);
        }

        @Override
        public void remove(PositionOf position) {
            kept.remove(position);
        }
    }
}
