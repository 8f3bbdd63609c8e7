package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assess;
import static dev.tradesuite.risk.check.Assessed.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.check.RiskHolding.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every trade and every account; each seed is one account. */
class PreTradeChecksPropertiesTest {

    private static final List<String> SYMBOLS = List.of("EURUSD", "GBPUSD", "AUDUSD", "NZDUSD");
    private static final List<String> SIZES =
            List.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.4", "0.7", "1", "1.5", "2", "4", "8", "16", "40");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void levelIsTheWorstOfAllChecks(long seed) {
        Any any = new Any(seed);

        TradeAssessment assessment = assess(any.trade(any.oneOf(SIZES)), any.account(), any.correlations());

        RiskLevel worst = assessment.results().stream()
                .map(CheckResult::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(assessment.level()).isEqualTo(worst);
        assertThat(assessment.allowed()).isEqualTo(worst != RiskLevel.CRITICAL);
        assertThat(assessment.toHold().isPresent()).isEqualTo(assessment.allowed());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreLotsNeverImproveALevel(long seed) {
        Any any = new Any(seed);
        TestAccount account = any.accountWithoutPositionsInTheSymbol();
        Map<String, Double> correlations = any.correlations();

        List<TradeAssessment> growing = SIZES.stream()
                .map(lots -> assess(any.trade(lots), account, correlations))
                .toList();

        for (RiskCheckName check : RiskCheckName.values()) {
            assertThat(growing.stream()
                            .map(assessment -> result(check, assessment).level()))
                    .as("%s from %s to %s lots", check, SIZES.getFirst(), SIZES.getLast())
                    .isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void profitableDayNeverTripsTheLossLimit(long seed) {
        Any any = new Any(seed);
        BigDecimal dayStart = any.amount(1_000, 50_000);
        TestAccount account = TestAccount.of(dayStart.add(any.amount(0, 5_000)).toPlainString())
                .dayBeganWith(dayStart.toPlainString());

        TradeAssessment assessment = assess(any.trade(any.oneOf(SIZES)), account);

        // A trade the position size allows loses at most 5 % of equity, and of that the profit is already there.
        if (result(RiskCheckName.POSITION_SIZE, assessment).allows()) {
            assertThat(result(RiskCheckName.DAILY_LOSS, assessment).allows()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreEquityNeverWorsensALevel(long seed) {
        Any any = new Any(seed);
        ProposedTrade trade = any.trade(any.oneOf(SIZES));
        BigDecimal equity = any.amount(1_000, 20_000);

        List<TradeAssessment> richer = Stream.of("1", "1.5", "3", "10")
                .map(factor -> equity.multiply(new BigDecimal(factor)).toPlainString())
                .map(amount -> assess(trade, TestAccount.of(amount)))
                .toList();

        for (RiskCheckName check : RiskCheckName.values()) {
            assertThat(richer.stream()
                            .map(assessment -> result(check, assessment).level()))
                    .as("%s", check)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyMeasuredValueAgreesWithItsLevel(long seed) {
        Any any = new Any(seed);

        TradeAssessment assessment =
                assess(any.trade(any.oneOf(SIZES)), any.accountWithoutPositionsInTheSymbol(), any.correlations());

        assessment.results().stream()
                .filter(result -> result.reading().headroom() != null)
                .forEach(result -> assertThat(result.reading().headroom().signum() < 0)
                        .as(result.toString())
                        .isEqualTo(result.level() == RiskLevel.CRITICAL));
    }

    /** Anything, but the same for the same seed. */
    private static final class Any {

        private final Random random;
        private final String symbol;
        private final Side side;

        Any(long seed) {
            random = new Random(seed);
            symbol = oneOf(SYMBOLS);
            side = oneOf(List.of(Side.values()));
        }

        <T> T oneOf(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        BigDecimal amount(int from, int to) {
            return BigDecimal.valueOf(from + random.nextDouble() * (to - from)).setScale(2, RoundingMode.HALF_EVEN);
        }

        ProposedTrade trade(String lots) {
            return TestTrades.trade(symbol, side, lots, "1.0000", side == Side.BUY ? "0.9950" : "1.0050");
        }

        TestAccount account() {
            return account(SYMBOLS);
        }

        TestAccount accountWithoutPositionsInTheSymbol() {
            return account(
                    SYMBOLS.stream().filter(other -> !other.equals(symbol)).toList());
        }

        private TestAccount account(List<String> held) {
            BigDecimal equity = amount(1_000, 50_000);
            TestAccount account = TestAccount.of(equity.toPlainString())
                    .dayBeganWith(equity.add(amount(-2_000, 2_000))
                            .max(BigDecimal.ONE)
                            .toPlainString())
                    .oncePeakedAt(equity.add(amount(0, 5_000)).toPlainString())
                    .usingMargin(amount(0, 10_000).toPlainString())
                    .reserving(amount(0, 500).toPlainString(), amount(0, 5_000).toPlainString())
                    .limitedBy(limits());
            for (String other : held) {
                if (random.nextBoolean()) {
                    account.with(
                            other,
                            oneOf(List.of(Side.values())),
                            oneOf(SIZES),
                            amount(100, 60_000).toPlainString(),
                            oneOf(List.of(Standing.BOOKED, Standing.PENDING, Standing.CLOSING)));
                }
            }
            return account;
        }

        private Limits limits() {
            return random.nextBoolean()
                    ? TestAccount.DEFAULT_LIMITS
                    : TestAccount.limits("3", "10", "2", "50", "1", "400");
        }

        /** Some pairs are missing. */
        Map<String, Double> correlations() {
            Map<String, Double> correlations = new HashMap<>();
            SYMBOLS.stream()
                    .filter(_ -> random.nextInt(4) > 0)
                    .forEach(other -> correlations.put(other, random.nextDouble() * 2 - 1));
            return correlations;
        }
    }
}
