package dev.tradesuite.portfolio.monitoring;

import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.NOON;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.account;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.holding;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.position;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.portfolio.LimitStanding;
import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.quant.risk.TailMethod;
import dev.tradesuite.quant.risk.TailRisk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRiskCalculatorTest {

    private final LiveMemory memory = new LiveMemory();
    private final LiveRiskCalculator calculator = new LiveRiskCalculator(
            InstrumentCatalog.shipped(),
            MarketHours.shipped(),
            memory,
            new LiveRiskCalculator.Ages(Duration.ofMinutes(5), Duration.ofMinutes(15), 7, 365),
            new MonitoringLimits(0.03, 0.15, 0.4, 0.1));

    /** 0.2 lots are 20,000 units at 1, twice the equity; of 20 days one lost 10 % and the others gained 1 %. */
    @Test
    void lossOfADayIsThatOfWhatIsHeldNow() {
        memory.heard("EURUSD", returns(20, i -> i == 7 ? -0.1 : 0.01));

        LiveRisk risk = risk(account("10000", List.of(position("EURUSD", "0.2"))));

        assertThat(risk.gross()).isEqualByComparingTo("20000");
        assertThat(risk.net()).isEqualByComparingTo("20000");
        // The mean of the floor(19 x 0.05) + 1 = 1 worst day: 2 x 10 %.
        assertThat(risk.loss().shortfall().orElseThrow()).isCloseTo(0.2, within(1e-12));
        // The quantile lies 0.95 of the way from -0.2 to 0.02.
        assertThat(historical(risk).valueAtRisk().value().orElseThrow()).isCloseTo(-0.009, within(1e-12));
        assertThat(historical(risk).expectedShortfall().value().orElseThrow())
                .isCloseTo(risk.loss().shortfall().orElseThrow(), within(1e-12));
        assertThat(risk.loss().tails()).hasSize(10);
        assertThat(risk.loss().observations()).isEqualTo(20);
        assertThat(standing(risk, PortfolioLimit.VALUE_AT_RISK)).isEqualTo(LimitStanding.KEPT);
        assertThat(risk.stale()).isEmpty();
    }

    @Test
    void strategiesShareByWhatTheyHoldAndTheRestIsNobodys() {
        memory.heard("EURUSD", returns(20, i -> i == 7 ? -0.1 : 0.01));

        LiveRisk risk = risk(account("10000", List.of(position("EURUSD", "0.2")), holding("a", "EURUSD", "0.15")));

        assertThat(risk.strategies())
                .extracting(LiveRisk.StrategyPart::strategy)
                .containsExactly("a", LiveRiskCalculator.UNASSIGNED);
        assertThat(risk.strategies().getFirst().contribution().orElseThrow()).isCloseTo(0.15, within(1e-12));
        assertThat(risk.strategies().getFirst().share().orElseThrow()).isCloseTo(0.75, within(1e-12));
        assertThat(risk.strategies().getLast().net()).isEqualByComparingTo("5000");
        // One strategy alone must be all of it.
        assertThat(standing(risk, PortfolioLimit.STRATEGY_CONTRIBUTION)).isEqualTo(LimitStanding.NOT_APPLICABLE);
    }

    @Test
    void oppositeStrategiesOffsetOneAnother() {
        memory.heard("EURUSD", returns(20, i -> i == 7 ? -0.1 : 0.01));

        LiveRisk risk = risk(account(
                "10000",
                List.of(position("EURUSD", "0.1")),
                holding("long", "EURUSD", "0.2"),
                holding("short", "EURUSD", "-0.1")));

        assertThat(risk.strategies())
                .extracting(LiveRisk.StrategyPart::strategy)
                .containsExactly("long", "short");
        assertThat(risk.strategies().getLast().contribution().orElseThrow()).isCloseTo(-0.1, within(1e-12));
        assertThat(risk.loss().shortfall().orElseThrow()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void largestOfThreeStrategiesIsMeasuredAgainstTheLimit() {
        memory.heard("EURUSD", returns(20, i -> i == 7 ? -0.1 : 0.01));
        WatchedAccount account = account(
                "10000",
                List.of(position("EURUSD", "0.1")),
                holding("a", "EURUSD", "0.05"),
                holding("b", "EURUSD", "0.03"),
                holding("c", "EURUSD", "0.02"));

        JudgedLimit limit = limit(risk(account), PortfolioLimit.STRATEGY_CONTRIBUTION);

        assertThat(limit.standing()).isEqualTo(LimitStanding.BREACHED);
        assertThat(limit.subject()).contains("a");
        assertThat(limit.measured().orElseThrow()).isCloseTo(0.5, within(1e-12));
    }

    /** Component contributions add up to the total, whatever is held by whom. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contributionsAddUpToTheShortfall(long seed) {
        Random random = new Random(seed);
        List<String> symbols = List.of("EURUSD", "GBPUSD", "AUDUSD");
        symbols.forEach(symbol -> memory.heard(symbol, returns(250, _ -> 0.01 * random.nextGaussian())));
        WatchedAccount.Holding[] holdings = Stream.of("a", "b", "c", "d")
                .flatMap(strategy ->
                        symbols.stream().map(symbol -> holding(strategy, symbol, "0.0" + (1 + random.nextInt(9)))))
                .toArray(WatchedAccount.Holding[]::new);

        LiveRisk risk = risk(account(
                "10000",
                symbols.stream().map(symbol -> position(symbol, "0.25")).toList(),
                holdings));

        double sum = risk.strategies().stream()
                .mapToDouble(part -> part.contribution().orElseThrow())
                .sum();
        assertThat(sum).isCloseTo(risk.loss().shortfall().orElseThrow(), within(1e-12));
        assertThat(risk.loss().tails())
                .allSatisfy(tail -> assertThat(tail.expectedShortfall().value().orElse(0))
                        .isGreaterThanOrEqualTo(tail.valueAtRisk().value().orElse(0)));
    }

    @Test
    void newerPriceMovesEquityAndExposure() {
        memory.heard("EURUSD", returns(20, i -> 0.001 * i));
        memory.heard("EURUSD", new PricePoint(new BigDecimal("0.9"), NOON.minusSeconds(5)));

        LiveRisk risk = risk(account("10000", List.of(position("EURUSD", "0.2"))));

        // 20,000 x (0.9 - 1)
        assertThat(risk.worth().equity()).isEqualByComparingTo("8000");
        assertThat(risk.gross()).isEqualByComparingTo("18000");
        assertThat(risk.worth().drawdown()).isCloseTo(0.2, within(1e-12));
        assertThat(standing(risk, PortfolioLimit.DRAWDOWN)).isEqualTo(LimitStanding.BREACHED);
        assertThat(risk.asOf()).isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void limitThatWasPassedIsKeptOnlyAfterTheMargin() {
        WatchedAccount account = account("8600", List.of());

        // 14 % is below 15 %, and above 13.5 %.
        assertThat(standing(risk(account), PortfolioLimit.DRAWDOWN)).isEqualTo(LimitStanding.KEPT);
        assertThat(standing(risk(account, Set.of(PortfolioLimit.DRAWDOWN), NOON), PortfolioLimit.DRAWDOWN))
                .isEqualTo(LimitStanding.BREACHED);
    }

    @Test
    void nothingHeldLosesNothing() {
        LiveRisk risk = risk(account("10000", List.of()));

        assertThat(limit(risk, PortfolioLimit.VALUE_AT_RISK).measured()).hasValue(0);
        assertThat(standing(risk, PortfolioLimit.VALUE_AT_RISK)).isEqualTo(LimitStanding.KEPT);
        assertThat(risk.strategies()).isEmpty();
    }

    @Test
    void limitIsNotKeptByReturnsThatAreUnknown() {
        LiveRisk risk = risk(account("10000", List.of(position("EURUSD", "0.2"))));

        JudgedLimit limit = limit(risk, PortfolioLimit.VALUE_AT_RISK);
        assertThat(limit.standing()).isEqualTo(LimitStanding.UNKNOWN);
        assertThat(limit.reason().orElseThrow().code()).isEqualTo("RETURNS_UNKNOWN");
        assertThat(risk.loss().tails()).isEmpty();
        // Its price is known.
        assertThat(standing(risk, PortfolioLimit.DRAWDOWN)).isEqualTo(LimitStanding.KEPT);
    }

    @Test
    void limitIsNotKeptByFewDays() {
        memory.heard("EURUSD", returns(19, i -> 0.001 * i));

        assertThat(limit(risk(account("10000", List.of(position("EURUSD", "0.2")))), PortfolioLimit.VALUE_AT_RISK)
                        .reason()
                        .orElseThrow()
                        .code())
                .isEqualTo("TOO_FEW_COMMON_DAYS");
    }

    @Test
    void oldBooksAndOldPricesKeepNoLimit() {
        memory.heard("EURUSD", returns(20, i -> 0.001 * i));
        WatchedAccount account = account("10000", List.of(position("EURUSD", "0.2")));

        LiveRisk risk = risk(account, Set.of(), NOON.plus(Duration.ofHours(1)));

        assertThat(risk.stale())
                .extracting(LiveRisk.StaleReason::part, stale -> stale.reason().code())
                .containsExactly(tuple("books", "BOOKS_STALE"), tuple("EURUSD", "PRICE_STALE"));
        assertThat(standing(risk, PortfolioLimit.VALUE_AT_RISK)).isEqualTo(LimitStanding.UNKNOWN);
        assertThat(standing(risk, PortfolioLimit.DRAWDOWN)).isEqualTo(LimitStanding.UNKNOWN);
    }

    @Test
    void accountWithoutEquityHasADrawdownAndNoFractions() {
        memory.heard("EURUSD", returns(20, i -> 0.001 * i));

        LiveRisk risk = risk(account("-1", List.of(position("EURUSD", "0.2"))));

        assertThat(standing(risk, PortfolioLimit.DRAWDOWN)).isEqualTo(LimitStanding.BREACHED);
        assertThat(limit(risk, PortfolioLimit.VALUE_AT_RISK)
                        .reason()
                        .orElseThrow()
                        .code())
                .isEqualTo("EQUITY_NOT_POSITIVE");
    }

    private LiveRisk risk(WatchedAccount account) {
        return risk(account, Set.of(), NOON);
    }

    private LiveRisk risk(WatchedAccount account, Set<PortfolioLimit> breached, Instant now) {
        return calculator.risk(
                new LiveMemory.Heard(account, NOON.minusSeconds(30)), EquityPeak.first(account), breached, now);
    }

    private static TailRisk historical(LiveRisk risk) {
        return risk.loss().tails().stream()
                .filter(tail -> tail.method() == TailMethod.HISTORICAL)
                .findFirst()
                .orElseThrow();
    }

    private static LimitStanding standing(LiveRisk risk, PortfolioLimit limit) {
        return limit(risk, limit).standing();
    }

    private static JudgedLimit limit(LiveRisk risk, PortfolioLimit limit) {
        return risk.limits().stream()
                .filter(each -> each.limit() == limit)
                .findFirst()
                .orElseThrow();
    }
}
