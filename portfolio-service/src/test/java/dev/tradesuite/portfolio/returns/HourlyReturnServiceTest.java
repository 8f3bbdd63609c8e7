package dev.tradesuite.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HourlyReturnServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-06T12:10:00Z");
    private static final StrategySource HELD = new StrategySource.HeldInstrument("EURUSD");

    private final MemoryStrategies strategies = new MemoryStrategies();
    private final FakeHours hours = new FakeHours();
    private final HourlyReturnService service = new HourlyReturnService(
            strategies, List.of(hours), hours, new PlainWork(), Clock.fixed(NOW, ZoneOffset.UTC));

    /** 100, 102 and 96.9: 2 % and -5 %, the second over a pause of three hours. */
    @Test
    void returnGoesFromOneEndToTheNextThereIs() {
        strategies.add(MemoryStrategies.strategy("A", HELD));
        hours.answer = new HourlySource.Answer.Hours(List.of(
                end("2026-03-06T06:00:00Z", "100"),
                end("2026-03-06T07:00:00Z", "102"),
                end("2026-03-06T11:00:00Z", "96.9")));

        assertThat(service.refreshAll()).isEqualTo(1);

        List<HourlyReturn> stored = hours.stored.getOrDefault("A SIMULATED", List.of());
        assertThat(stored)
                .extracting(hour -> hour.end().toString())
                .containsExactly("2026-03-06T07:00:00Z", "2026-03-06T11:00:00Z");
        assertThat(stored.getFirst().value()).isCloseTo(0.02, within(1e-15));
        assertThat(stored.getLast().value()).isCloseTo(-0.05, within(1e-15));
        assertThat(hours.forgottenBefore).isEqualTo(Instant.parse("2026-01-25T12:10:00Z"));
    }

    /** What an instrument would have earned before anybody followed it is no paper trading, by the hour neither. */
    @Test
    void hoursHaveTheLabelOfTheirDay() {
        Instant onPaper = Instant.parse("2026-03-05T12:00:00Z");
        strategies.add(MemoryStrategies.strategy("A", HELD)
                .at(new RegisteredStrategy.Stage(LifecycleState.PAPER, onPaper, Optional.of(onPaper))));
        hours.answer = new HourlySource.Answer.Hours(List.of(
                traded("2026-03-05T23:00:00Z", "100"),
                traded("2026-03-06T00:00:00Z", "101"),
                traded("2026-03-06T01:00:00Z", "102")));

        service.refreshAll();

        assertThat(hours.stored.keySet()).containsExactlyInAnyOrder("A BACKTEST", "A PAPER");
        assertThat(hours.stored.getOrDefault("A PAPER", List.of()))
                .extracting(HourlyReturn::day)
                .containsExactly(LocalDate.of(2026, 3, 6));
    }

    /** 29 days the first time, then ten before what is known, for what may have been corrected. */
    @Test
    void whatIsKnownIsNotAskedForAgain() {
        strategies.add(MemoryStrategies.strategy("A", HELD));

        service.refreshAll();
        hours.newest.put("A", Instant.parse("2026-03-06T11:00:00Z"));
        service.refreshAll();

        assertThat(hours.askedAfter)
                .containsExactly(Instant.parse("2026-02-05T12:10:00Z"), Instant.parse("2026-02-24T11:00:00Z"));
    }

    /** 100, then 50 paid in and 15 earned: 15 / 150 = 10 %. */
    @Test
    void whatIsPaidInIsNoReturn() {
        strategies.add(MemoryStrategies.strategy("A", HELD));
        hours.answer = new HourlySource.Answer.Hours(List.of(
                end("2026-03-06T06:00:00Z", "100"),
                new HourEquity(
                        Instant.parse("2026-03-06T07:00:00Z"),
                        new BigDecimal("165"),
                        new BigDecimal("50"),
                        RunLabel.SIMULATED)));

        service.refreshAll();

        assertThat(hours.stored.getOrDefault("A SIMULATED", List.of()))
                .singleElement()
                .satisfies(hour -> assertThat(hour.value()).isCloseTo(0.1, within(1e-15)));
    }

    @Test
    void nothingIsMeasuredByNothing() {
        strategies.add(MemoryStrategies.strategy("A", HELD));
        hours.answer = new HourlySource.Answer.Hours(
                List.of(end("2026-03-06T06:00:00Z", "0"), end("2026-03-06T07:00:00Z", "102")));

        service.refreshAll();

        assertThat(hours.stored).isEmpty();
    }

    @Test
    void serviceThatIsAwayIsAskedOnce() {
        strategies.add(MemoryStrategies.strategy("A", HELD));
        strategies.add(MemoryStrategies.strategy("B", HELD));
        hours.answer = new HourlySource.Answer.Away(
                Reason.of(ReturnReason.SOURCE_NOT_ANSWERING, ReturnReason.SOURCE_NOT_ANSWERING.sentence()));

        assertThat(service.refreshAll()).isZero();

        assertThat(hours.asked).hasSize(1);
    }

    @Test
    void oneThatIsNotKnownKeepsNoOtherFromBeingAsked() {
        strategies.add(MemoryStrategies.strategy("A", HELD));
        strategies.add(MemoryStrategies.strategy("B", HELD));
        hours.answer = new HourlySource.Answer.Unknown(
                Reason.of(ReturnReason.SOURCE_REFUSES, ReturnReason.SOURCE_REFUSES.sentence()));

        service.refreshAll();

        assertThat(hours.asked).hasSize(2);
    }

    @Test
    void retiredOnesAndThoseWithoutHoursAreNotAskedFor() {
        strategies.add(MemoryStrategies.strategy("A", HELD)
                .at(new RegisteredStrategy.Stage(LifecycleState.RETIRED, NOW, Optional.empty())));
        strategies.add(MemoryStrategies.strategy("B", new StrategySource.Imported()));

        assertThat(service.refreshAll()).isZero();
        assertThat(hours.asked).isEmpty();
    }

    /** 1.01 x 0.98 - 1 = -0.0102. */
    @Test
    void dayIsTheProductOfItsHours() {
        HourlyReturns returns = new HourlyReturns(
                "A",
                RunLabel.PAPER,
                List.of(
                        new HourlyReturn(Instant.parse("2026-03-06T00:00:00Z"), 0.5),
                        new HourlyReturn(Instant.parse("2026-03-06T01:00:00Z"), 0.01),
                        new HourlyReturn(Instant.parse("2026-03-06T09:00:00Z"), -0.02)));

        assertThat(returns.soFar(LocalDate.of(2026, 3, 6)))
                .hasValueSatisfying(day -> assertThat(day.value()).isCloseTo(-0.0102, within(1e-15)));
        assertThat(returns.soFar(LocalDate.of(2026, 3, 7))).isEmpty();
    }

    private static HourEquity end(String at, String equity) {
        return HourEquity.of(Instant.parse(at), new BigDecimal(equity), RunLabel.SIMULATED);
    }

    private static HourEquity traded(String at, String equity) {
        return HourEquity.of(Instant.parse(at), new BigDecimal(equity), RunLabel.PAPER);
    }

    /** A source of instruments that answers the same for each, and what is stored. */
    private static final class FakeHours implements HourlySource, HourlyReturnStore {

        private final List<StrategySource> asked = new ArrayList<>();
        private final Map<String, List<HourlyReturn>> stored = new HashMap<>();
        private Answer answer = new Answer.Hours(List.of());
        private final Map<String, Instant> newest = new HashMap<>();
        private final List<Instant> askedAfter = new ArrayList<>();
        private Instant forgottenBefore = Instant.EPOCH;

        @Override
        public boolean knows(StrategySource source) {
            return source instanceof StrategySource.HeldInstrument;
        }

        @Override
        public Answer hours(StrategySource source, Instant after, Instant now) {
            asked.add(source);
            askedAfter.add(after);
            return answer;
        }

        @Override
        public void put(String code, RunLabel label, List<HourlyReturn> hours) {
            stored.put(code + " " + label, hours);
        }

        @Override
        public Map<String, Instant> newestHours() {
            return newest;
        }

        @Override
        public void forgetHoursBefore(Instant moment) {
            forgottenBefore = moment;
        }
    }
}
