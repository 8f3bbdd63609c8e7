package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome.Refusal;
import dev.tradesuite.quant.returns.Correlation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationServiceTest {

    private static final int NEEDED = 20;

    /** Of the day after the last one. */
    private static final Instant NOON =
            FakeReturns.LAST.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);

    private final FakeReturns returns = new FakeReturns();
    private final FakeKeeping keeping = new FakeKeeping();

    /** The window is the newest 30 returns, and each pair is what the two of them have there. */
    @Test
    void matrixIsThatOfTheNewestReturns() {
        IntToDoubleFunction a = FakeReturns.noise(1);
        IntToDoubleFunction b =
                i -> 0.5 * a.applyAsDouble(i) + FakeReturns.noise(2).applyAsDouble(i);
        returns.add("A", RunLabel.PAPER, 200, a).add("B", RunLabel.PAPER, 200, b);

        CorrelationSnapshot snapshot = known(CorrelationWindow.DAYS_30);

        assertThat(snapshot.codes()).containsExactly("A", "B");
        assertThat(snapshot.pairs().get(0, 1).orElseThrow())
                .isCloseTo(Correlation.pearson(last(a, 30), last(b, 30)).orElseThrow(), within(1e-14));
        assertThat(snapshot.pairs().observations(0, 1)).isEqualTo(30);
        assertThat(snapshot.basis().days())
                .contains(new CorrelationSnapshot.Days(FakeReturns.LAST.minusDays(29), FakeReturns.LAST));
        assertThat(snapshot.basis().labels()).containsExactly(RunLabel.PAPER);
        assertThat(snapshot.basis().partial()).isFalse();
    }

    /** Shares rest at weekends: 90 returns are found further back than 90 days. */
    @Test
    void windowIsOfReturnsAndNotOfDays() {
        IntToDoubleFunction noise = FakeReturns.noise(3);
        returns.add("A", RunLabel.PAPER, 400, noise).add("B", RunLabel.PAPER, 400, FakeReturns.noise(4));

        CorrelationSnapshot snapshot = CorrelationOutcomes.known(
                service(returns.onWeekdays(), FakeReturns.LAST.plusDays(1)).find(key(CorrelationWindow.DAYS_90)));

        assertThat(snapshot.pairs().observations(0, 1)).isEqualTo(90);
        assertThat(snapshot.basis().days().orElseThrow().from()).isBefore(FakeReturns.LAST.minusDays(120));
    }

    @Test
    void pairWithTooFewCommonDaysIsAbsentAndTheOthersStay() {
        returns.add("A", RunLabel.PAPER, 90, FakeReturns.noise(1))
                .add("B", RunLabel.PAPER, 90, FakeReturns.noise(2))
                .add("C", RunLabel.PAPER, 19, FakeReturns.noise(3));

        CorrelationSnapshot snapshot = known(CorrelationWindow.DAYS_90);

        assertThat(snapshot.pairs().get(0, 1)).isPresent();
        assertThat(snapshot.pairs().get(0, 2)).isEmpty();
        assertThat(snapshot.pairs().observations(0, 2)).isEqualTo(19);
        assertThat(snapshot.complete()).containsExactly("A", "B");
        assertThat(snapshot.figures().average()).isEqualTo(snapshot.pairs().get(0, 1));
        assertThat(snapshot.figures().effectiveBets().orElseThrow()).isBetween(1.0, 2.0);
    }

    @Test
    void twentyCommonDaysAreEnough() {
        returns.add("A", RunLabel.PAPER, 20, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 20, FakeReturns.noise(2));

        assertThat(known(CorrelationWindow.DAYS_90).pairs().get(0, 1)).isPresent();
    }

    @Test
    void labelsAreNotMixedUnlessAskedFor() {
        returns.add("A", RunLabel.PAPER, 60, FakeReturns.noise(1))
                .add("B", RunLabel.PAPER, 60, FakeReturns.noise(2))
                .add("B", RunLabel.BACKTEST, 90, FakeReturns.noise(2));

        assertThat(CorrelationOutcomes.refusal(find(ReturnLabels.sole())))
                .isEqualTo(new Refusal.SeveralLabels(List.of(RunLabel.PAPER, RunLabel.BACKTEST)));
        assertThat(CorrelationOutcomes.known(find(ReturnLabels.only(RunLabel.BACKTEST)))
                        .codes())
                .containsExactly("B");
        assertThat(CorrelationOutcomes.known(find(ReturnLabels.any())).basis().labels())
                .containsExactly(RunLabel.PAPER, RunLabel.BACKTEST);
    }

    /** Of one day PAPER counts before BACKTEST. */
    @Test
    void ofMixedLabelsTheMoreRealOneCounts() {
        returns.add("A", RunLabel.PAPER, 60, FakeReturns.noise(1))
                .add("B", RunLabel.BACKTEST, 60, FakeReturns.noise(9))
                .add("B", RunLabel.PAPER, 60, FakeReturns.noise(1));

        CorrelationSnapshot snapshot = CorrelationOutcomes.known(find(ReturnLabels.any()));

        assertThat(snapshot.pairs().get(0, 1).orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void returnOfADayThatIsNotOverIsPartial() {
        returns.add("A", RunLabel.PAPER, 60, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 60, FakeReturns.noise(2));

        CorrelationSnapshot today =
                CorrelationOutcomes.known(service(returns, FakeReturns.LAST).find(key(CorrelationWindow.DAYS_30)));

        assertThat(today.basis().partial()).isTrue();
    }

    @Test
    void retiredOnesCountOnlyWhenNamed() {
        returns.register("OLD", "imported", true)
                .add("A", RunLabel.PAPER, 60, FakeReturns.noise(1))
                .add("OLD", RunLabel.PAPER, 60, FakeReturns.noise(2));

        assertThat(known(CorrelationWindow.DAYS_30).codes()).containsExactly("A");
        assertThat(CorrelationOutcomes.known(service(returns, FakeReturns.LAST.plusDays(1))
                                .find(new CorrelationKey(
                                        CorrelationWindow.DAYS_30,
                                        ReturnLabels.sole(),
                                        CorrelationEstimator.SAMPLE,
                                        List.of("OLD", "A"))))
                        .codes())
                .containsExactly("OLD", "A");
    }

    @Test
    void unknownCodesAreNamed() {
        returns.add("A", RunLabel.PAPER, 60, FakeReturns.noise(1));

        assertThat(CorrelationOutcomes.refusal(service(returns, FakeReturns.LAST)
                        .find(new CorrelationKey(
                                CorrelationWindow.DAYS_30,
                                ReturnLabels.sole(),
                                CorrelationEstimator.SAMPLE,
                                List.of("A", "NOPE")))))
                .isEqualTo(new Refusal.UnknownCodes(List.of("NOPE")));
    }

    @Test
    void strategiesWithoutReturnsAreNamedAndNothingIsMadeUp() {
        returns.register("A", "imported", false).register("B", "imported", false);

        CorrelationSnapshot snapshot = known(CorrelationWindow.DAYS_30);

        assertThat(snapshot.codes()).isEmpty();
        assertThat(snapshot.basis().withoutReturns()).containsExactly("A", "B");
        assertThat(snapshot.figures().average()).isEmpty();
        assertThat(snapshot.figures().effectiveBets()).isEmpty();
        assertThat(snapshot.groups(0.6)).isEmpty();
    }

    /** A has 300 hours, of which 240 are of the last ten days; B has 24. */
    @Test
    void hourlyWindowIsOfTheHoursOfTenDays() {
        IntToDoubleFunction a = FakeReturns.noise(1);
        IntToDoubleFunction b =
                i -> 0.5 * a.applyAsDouble(i) + FakeReturns.noise(2).applyAsDouble(i);
        returns.addHours("A", RunLabel.PAPER, NOON, 300, a)
                .addHours("B", RunLabel.PAPER, NOON, 24, i -> b.applyAsDouble(276 + i));

        CorrelationSnapshot snapshot = known(CorrelationWindow.HOURS_OF_10_DAYS);

        assertThat(snapshot.pairs().observations(0, 1)).isEqualTo(24);
        assertThat(snapshot.pairs().get(0, 1).orElseThrow())
                .isCloseTo(
                        Correlation.pearson(
                                        IntStream.range(276, 300).mapToDouble(a).toArray(),
                                        IntStream.range(276, 300).mapToDouble(b).toArray())
                                .orElseThrow(),
                        within(1e-14));
        assertThat(snapshot.basis().partial()).isFalse();
        assertThat(snapshot.basis().days())
                .contains(new CorrelationSnapshot.Days(
                        FakeReturns.LAST.plusDays(1).minusDays(10), FakeReturns.LAST.plusDays(1)));
    }

    @Test
    void nineteenCommonHoursAreTooFew() {
        returns.addHours("A", RunLabel.PAPER, NOON, 100, FakeReturns.noise(1))
                .addHours("B", RunLabel.PAPER, NOON, 19, FakeReturns.noise(2))
                .register("C", "imported", false);

        CorrelationSnapshot snapshot = known(CorrelationWindow.HOURS_OF_10_DAYS);

        assertThat(snapshot.pairs().get(0, 1)).isEmpty();
        assertThat(snapshot.pairs().observations(0, 1)).isEqualTo(19);
        assertThat(snapshot.basis().withoutReturns()).containsExactly("C");
    }

    @Test
    void labelsOfHoursAreNotMixedEither() {
        returns.addHours("A", RunLabel.PAPER, NOON, 100, FakeReturns.noise(1))
                .addHours("B", RunLabel.SIMULATED, NOON, 100, FakeReturns.noise(2));

        assertThat(CorrelationOutcomes.refusal(
                        service(returns, FakeReturns.LAST.plusDays(1)).find(key(CorrelationWindow.HOURS_OF_10_DAYS))))
                .isEqualTo(new Refusal.SeveralLabels(List.of(RunLabel.PAPER, RunLabel.SIMULATED)));
    }

    /** 12 hours of today at 1 %: 1.01^12 - 1 = 0.126825; the window of 30 has 29 days that are over and this one. */
    @Test
    void dayThatIsNotOverIsTheLastRowFromItsHours() {
        IntToDoubleFunction a = FakeReturns.noise(1);
        IntToDoubleFunction b = FakeReturns.noise(2);
        returns.add("A", RunLabel.PAPER, 200, a)
                .add("B", RunLabel.PAPER, 200, b)
                .addHours("A", RunLabel.PAPER, NOON, 20, _ -> 0.01)
                .addHours("B", RunLabel.PAPER, NOON, 20, _ -> 0.01);

        CorrelationSnapshot snapshot = known(CorrelationWindow.DAYS_30);

        double today = Math.pow(1.01, 12) - 1;
        assertThat(today).isCloseTo(0.126825, within(1e-6));
        assertThat(snapshot.basis().partial()).isTrue();
        assertThat(snapshot.basis().days().orElseThrow().to()).isEqualTo(FakeReturns.LAST.plusDays(1));
        assertThat(snapshot.pairs().observations(0, 1)).isEqualTo(30);
        assertThat(snapshot.pairs().get(0, 1).orElseThrow())
                .isCloseTo(
                        Correlation.pearson(with(last(a, 29), today), with(last(b, 29), today))
                                .orElseThrow(),
                        within(1e-12));
    }

    /** Its hours are those of paper, its days were computed later: one is not put after the other. */
    @Test
    void hoursOfAnotherLabelMakeNoDay() {
        returns.add("A", RunLabel.BACKTEST, 60, FakeReturns.noise(1))
                .add("B", RunLabel.BACKTEST, 60, FakeReturns.noise(2))
                .addHours("A", RunLabel.PAPER, NOON, 20, FakeReturns.noise(3));

        assertThat(known(CorrelationWindow.DAYS_30).basis().partial()).isFalse();
    }

    /** Shrinking draws every pair towards the mean of all, and keeps that mean. */
    @Test
    void ledoitWolfDrawsToTheMean() {
        IntToDoubleFunction market = FakeReturns.noise(7);
        for (int i = 0; i < 8; i++) {
            IntToDoubleFunction own = FakeReturns.noise(100 + i);
            double beta = 0.2 * i;
            returns.add("S" + i, RunLabel.PAPER, 60, t -> beta * market.applyAsDouble(t) + own.applyAsDouble(t));
        }

        CorrelationSnapshot sample = known(CorrelationWindow.DAYS_30);
        CorrelationSnapshot shrunk = CorrelationOutcomes.known(service(returns, FakeReturns.LAST.plusDays(1))
                .find(new CorrelationKey(
                        CorrelationWindow.DAYS_30, ReturnLabels.sole(), CorrelationEstimator.LEDOIT_WOLF, List.of())));

        double shrinkage = shrunk.figures().shrinkage().orElseThrow();
        double mean = sample.figures().average().orElseThrow();
        assertThat(shrinkage).isBetween(0.05, 1.0);
        assertThat(shrunk.pairs().get(0, 7).orElseThrow())
                .isCloseTo((1 - shrinkage) * sample.pairs().get(0, 7).orElseThrow() + shrinkage * mean, within(1e-12));
        assertThat(shrunk.pairs().fewest()).isEqualTo(30);
    }

    /** Each pair has 15 days or more, but on 10 only all three have a return. */
    @Test
    void ledoitWolfSaysWhenTooFewDaysAreCommonToAll() {
        returns.add("A", RunLabel.PAPER, 30, FakeReturns.noise(1))
                .add("B", RunLabel.PAPER, 30, FakeReturns.noise(2))
                .add("C", RunLabel.PAPER, 30, FakeReturns.noise(3))
                .drop("A", 0, 5)
                .drop("B", 5, 10)
                .drop("C", 10, 20);

        CorrelationOutcome<CorrelationSnapshot> shrunk = service(returns, FakeReturns.LAST.plusDays(1), 15)
                .find(new CorrelationKey(
                        CorrelationWindow.DAYS_30, ReturnLabels.sole(), CorrelationEstimator.LEDOIT_WOLF, List.of()));

        assertThat(CorrelationOutcomes.refusal(shrunk)).isEqualTo(new Refusal.TooFewCommonReturns(10, 15));
    }

    @Test
    void sameReturnsAreReadOnce() {
        returns.add("A", RunLabel.PAPER, 40, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 40, FakeReturns.noise(2));
        CorrelationService service = service(returns, FakeReturns.LAST);

        CorrelationSnapshot first = CorrelationOutcomes.known(service.find(key(CorrelationWindow.DAYS_30)));
        int reads = returns.reads;
        CorrelationSnapshot second = CorrelationOutcomes.known(service.find(key(CorrelationWindow.DAYS_30)));

        assertThat(second).isSameAs(first);
        assertThat(returns.reads).isEqualTo(reads);
    }

    @Test
    void correctedReturnsAreReadAnew() {
        returns.add("A", RunLabel.PAPER, 40, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 40, FakeReturns.noise(2));
        CorrelationService service = service(returns, FakeReturns.LAST);
        double before = CorrelationOutcomes.known(service.find(key(CorrelationWindow.DAYS_30)))
                .pairs()
                .get(0, 1)
                .orElseThrow();
        returns.clear("B");
        returns.add("B", RunLabel.PAPER, 40, FakeReturns.noise(1));

        long next = keeping.nextVersion(Instant.EPOCH);

        CorrelationSnapshot after = CorrelationOutcomes.known(service.find(key(CorrelationWindow.DAYS_30)));
        assertThat(after.version()).isEqualTo(next);
        assertThat(after.pairs().get(0, 1).orElseThrow())
                .isCloseTo(1, within(1e-12))
                .isNotEqualTo(before);
    }

    private CorrelationSnapshot known(CorrelationWindow window) {
        return CorrelationOutcomes.known(
                service(returns, FakeReturns.LAST.plusDays(1)).find(key(window)));
    }

    private CorrelationOutcome<CorrelationSnapshot> find(ReturnLabels labels) {
        return service(returns, FakeReturns.LAST.plusDays(1))
                .find(new CorrelationKey(CorrelationWindow.DAYS_90, labels, CorrelationEstimator.SAMPLE, List.of()));
    }

    private CorrelationService service(FakeReturns source, LocalDate today) {
        return service(source, today, NEEDED);
    }

    private CorrelationService service(FakeReturns source, LocalDate today, int needed) {
        return new CorrelationService(
                new PanelReader(source, source, source),
                new CorrelationCalculator(needed),
                keeping,
                keeping,
                Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private static CorrelationKey key(CorrelationWindow window) {
        return new CorrelationKey(window, ReturnLabels.sole(), CorrelationEstimator.SAMPLE, List.of());
    }

    private static double[] with(double[] values, double last) {
        return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(last)).toArray();
    }

    private static double[] last(IntToDoubleFunction series, int days) {
        return IntStream.range(200 - days, 200).mapToDouble(series).toArray();
    }
}
