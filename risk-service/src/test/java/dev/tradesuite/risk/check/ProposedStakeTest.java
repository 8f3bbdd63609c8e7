package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assertMeasured;
import static dev.tradesuite.risk.check.Assessed.assertOutcome;
import static dev.tradesuite.risk.check.Assessed.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stake of 100 USD against an account of 10,000. */
class ProposedStakeTest {

    private static final ProposedStake STAKE = stake("100");

    @Test
    void losesItselfAtWorstAndTakesItselfAsMargin() {
        TradeAssessment assessment = Assessed.assess(STAKE, TestAccount.of("10000"));

        assertThat(assessment.allowed()).isTrue();
        assertThat(assessment.toHold())
                .hasValue(new Hold(new BigDecimal("100"), new BigDecimal("100"), new BigDecimal("100"), false));
        // 100 / 10,000 = 1 %
        assertMeasured(result(RiskCheckName.POSITION_SIZE, assessment), "1", "5", "4");
        assertMeasured(result(RiskCheckName.DAILY_LOSS, assessment), "1", "5", "4");
        assertMeasured(result(RiskCheckName.MARGIN, assessment), "1", "80", "79");
    }

    @Test
    void correlationIsNotKnownAndWarnsOnly() {
        TradeAssessment assessment =
                Assessed.assess(STAKE, TestAccount.of("10000").holding("EURUSD", Side.BUY, "0.1", "10835"));

        assertOutcome(
                result(RiskCheckName.CORRELATION, assessment), RiskLevel.WARNING, RiskReason.CORRELATION_DATA_MISSING);
        assertThat(assessment.allowed()).isTrue();
        assertThat(assessment.level()).isEqualTo(RiskLevel.WARNING);
    }

    @Test
    void needsNoStop() {
        CheckResult stop = result(RiskCheckName.STOP_LOSS, STAKE, TestAccount.of("10000"));

        assertOutcome(stop, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertThat(stop.message()).contains("the loss is limited to the stake");
    }

    @ParameterizedTest
    @CsvSource({
        "500,    POSITION_SIZE, WARNING",
        "500.01, POSITION_SIZE, CRITICAL",
        "349.99, DAILY_LOSS,    SAFE",
        "350,    DAILY_LOSS,    WARNING",
        "500.01, DAILY_LOSS,    CRITICAL"
    })
    void limitsHoldToTheCent(String amount, RiskCheckName check, RiskLevel level) {
        assertThat(result(check, stake(amount), TestAccount.of("10000")).level())
                .isEqualTo(level);
    }

    @Test
    void whatIsPaidForPositionsAndHeldForOrdersCountsAsMargin() {
        // 7,000 paid + 900 held + 100 = 8,000: 80 %, and not a cent more
        TestAccount full = TestAccount.of("10000").usingMargin("7000").reserving("0", "900");

        assertThat(result(RiskCheckName.MARGIN, STAKE, full).level()).isEqualTo(RiskLevel.WARNING);
        assertThat(result(RiskCheckName.MARGIN, stake("100.01"), full).level()).isEqualTo(RiskLevel.CRITICAL);
    }

    @Test
    void marksOfPositionsMustBeFreshAndCashIsAlways() {
        TestAccount old = TestAccount.of("10000").markedAt(TestAccount.NOW.minus(Duration.ofDays(4)));

        assertThat(Assessed.assess(STAKE, old).allowed()).isTrue();
        assertOutcome(
                result(RiskCheckName.POSITION_SIZE, STAKE, old.usingMargin("300")),
                RiskLevel.CRITICAL,
                RiskReason.EQUITY_STALE);
    }

    @Test
    void neverReducesAPosition() {
        TestAccount shortEuro = TestAccount.of("10000")
                .holding("EURUSD", Side.SELL, "10000", "10835")
                .restricted(TradingState.REDUCE_ONLY, null);

        // A market may have the name of an instrument.
        assertThat(Assessed.assess(new ProposedStake("EURUSD", BigDecimal.TEN), shortEuro)
                        .allowed())
                .isFalse();
    }

    @Test
    void accountMustBeInDollars() {
        assertOutcome(
                result(
                        RiskCheckName.POSITION_SIZE,
                        STAKE,
                        TestAccount.of("10000").in("EUR")),
                RiskLevel.CRITICAL,
                RiskReason.CONVERSION_RATE_MISSING);
    }

    @Test
    void isAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> stake("0"));
    }

    private static ProposedStake stake(String amount) {
        return new ProposedStake("540234", new BigDecimal(amount));
    }
}
