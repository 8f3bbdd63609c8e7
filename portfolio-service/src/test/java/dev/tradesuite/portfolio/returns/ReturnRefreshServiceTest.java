package dev.tradesuite.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.EquitySource.Answer;
import dev.tradesuite.portfolio.returns.ReturnRefreshService.Refresh;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnRefreshServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-06T00:10:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 3, 5);
    private static final StrategySource HELD = new StrategySource.HeldInstrument("EURUSD");

    private final MemoryStrategies strategies = new MemoryStrategies();
    private final MemoryReturns returns = new MemoryReturns();
    private final FakeSource source = new FakeSource();
    private final ReturnRefreshService refresh = new ReturnRefreshService(
            new ReturnRefreshService.Parts(strategies, returns, returns, returns),
            List.of(source),
            new PlainWork(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void asksForAllTheSourceHasTheFirstTimeAndForTheLastWeekLater() {
        RegisteredStrategy strategy = added("A");
        source.answer = new Answer.Ends(ends(RunLabel.SIMULATED, 100, 101, 102.01));

        refresh.refresh(strategy);
        refresh.refresh(strategy);

        assertThat(source.asked).containsExactly("2026-02-03 2026-03-05", "2026-02-27 2026-03-05");
        assertThat(returns.of("A").keySet()).containsExactly("2026-03-04 SIMULATED", "2026-03-05 SIMULATED");
    }

    @Test
    void saysWhatCame() {
        RegisteredStrategy strategy = added("A");
        source.answer = new Answer.Ends(ends(RunLabel.SIMULATED, 100, 101, 102.01));

        assertThat(refresh.refresh(strategy))
                .isInstanceOfSatisfying(Refresh.Refreshed.class, refreshed -> assertThat(refreshed.stored())
                        .isEqualTo(new ReturnStore.Stored(2, 0, 0)));
        assertThat(refresh.refresh(strategy))
                .isInstanceOfSatisfying(Refresh.Refreshed.class, refreshed -> assertThat(refreshed.stored())
                        .isEqualTo(new ReturnStore.Stored(0, 0, 2)));
    }

    @Test
    void whatAnInstrumentHeldWouldHaveEarnedIsNoPaperTrading() {
        RegisteredStrategy strategy = added("A");
        Instant onPaper = YESTERDAY.minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        RegisteredStrategy paper =
                strategy.at(new RegisteredStrategy.Stage(LifecycleState.PAPER, onPaper, Optional.of(onPaper)));
        source.answer = new Answer.Ends(ends(RunLabel.PAPER, 100, 101, 102));

        refresh.refresh(strategy);
        assertThat(returns.of("A").keySet()).containsExactly("2026-03-04 BACKTEST", "2026-03-05 BACKTEST");

        // The day on which it came to paper is not over on paper from its start.
        refresh.refresh(paper);
        assertThat(returns.of("A").keySet())
                .containsExactly("2026-03-04 BACKTEST", "2026-03-05 BACKTEST", "2026-03-05 PAPER");
    }

    @Test
    void failureOfOneIsKeptWithItAndStopsNoOther() {
        added("A");
        added("B");
        added("C");
        source.answer = new Answer.Ends(ends(RunLabel.SIMULATED, 100, 101));
        source.failing.add("2");

        assertThat(refresh.refreshAll()).isFalse();

        assertThat(returns.of("A")).hasSize(1);
        assertThat(returns.of("B")).isEmpty();
        assertThat(returns.of("C")).hasSize(1);
        assertThat(failure("B")).contains(FakeSource.AWAY);
        assertThat(failure("C")).isEmpty();
    }

    @Test
    void faultOfOneStopsNoOtherEither() {
        added("A");
        added("B");
        source.answer = new Answer.Ends(ends(RunLabel.SIMULATED, 100, 101));
        source.broken.add("1");

        assertThat(refresh.refreshAll()).isFalse();

        assertThat(returns.of("B")).hasSize(1);
        assertThat(failure("A")).map(Reason::code).contains(ReturnReason.SOURCE_UNREADABLE.name());
    }

    @Test
    void retiredStrategiesAreLeftAlone() {
        strategies.add(MemoryStrategies.strategy("A", HELD)
                .at(new RegisteredStrategy.Stage(LifecycleState.RETIRED, NOW, Optional.empty())));

        assertThat(refresh.refreshAll()).isTrue();

        assertThat(source.asked).isEmpty();
    }

    @Test
    void nobodyIsAskedForImportedReturns() {
        assertThat(refresh.refresh(MemoryStrategies.strategy("A", new StrategySource.Imported())))
                .isEqualTo(new Refresh.NobodyToAsk());
    }

    private Optional<Reason> failure(String code) {
        return Objects.requireNonNull(returns.of(List.of(code)).get(code)).failure();
    }

    private RegisteredStrategy added(String code) {
        RegisteredStrategy strategy = MemoryStrategies.strategy(code, HELD);
        strategies.add(strategy);
        return strategy;
    }

    /** Ends of the days up to yesterday. */
    private static List<DayEquity> ends(RunLabel label, double... equity) {
        return IntStream.range(0, equity.length)
                .mapToObj(i -> new DayEquity(
                        YESTERDAY.minusDays(equity.length - 1L - i),
                        BigDecimal.valueOf(equity[i]),
                        BigDecimal.ZERO,
                        label))
                .toList();
    }

    /** Knows everything but imported returns. */
    private static final class FakeSource implements EquitySource {

        static final Reason AWAY = Reason.of(ReturnReason.SOURCE_NOT_ANSWERING, "away");

        private final List<String> asked = new ArrayList<>();
        private final List<String> failing = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private Answer answer = new Answer.Ends(List.of());

        @Override
        public boolean knows(StrategySource source) {
            return !(source instanceof StrategySource.Imported);
        }

        @Override
        public int days() {
            return 30;
        }

        @Override
        public Answer ends(StrategySource source, LocalDate from, LocalDate through) {
            asked.add(from + " " + through);
            String number = Integer.toString(asked.size());
            if (broken.contains(number)) {
                throw new IllegalStateException("broken");
            }
            return failing.contains(number) ? new Answer.Unknown(AWAY) : answer;
        }
    }
}
