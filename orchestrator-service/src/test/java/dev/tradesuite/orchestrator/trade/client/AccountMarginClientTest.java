package dev.tradesuite.orchestrator.trade.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.contracts.sizing.SizingRequest.Margin;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountMarginClientTest {

    private static final BigDecimal BY_THE_BOOKS = new BigDecimal("1200");

    private final FixedClock clock = FixedClock.at("2026-03-04T10:00:00Z");
    private final FakeRisk risk = new FakeRisk();
    private final AccountMarginClient margins = new AccountMarginClient(risk, clock);

    @Test
    void limitAndWhatIsUsedAndHeldAreThoseOfRisk() {
        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin("60", "1000", "250"));
    }

    @Test
    void limitIsKeptForHalfAMinuteAndTheRestIsNot() {
        margins.of("main", BY_THE_BOOKS);
        risk.percent = () -> new BigDecimal("40");
        risk.reserved = () -> new BigDecimal("0");
        clock.advance(Duration.ofSeconds(29));

        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin("60", "1000", "0"));
        assertThat(risk.asked).containsExactly("account main", "limits main", "account main");

        clock.advance(Duration.ofSeconds(1));
        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin("40", "1000", "0"));
    }

    @Test
    void everyAccountHasItsOwn() {
        margins.of("main", BY_THE_BOOKS);
        risk.percent = () -> new BigDecimal("40");

        assertThat(margins.of("other", BY_THE_BOOKS).limitPercent()).isEqualByComparingTo("40");
    }

    @Test
    void accountThatRiskDoesNotKnowCountsByTheBooks() {
        risk.reserved = () -> {
            throw new RemoteProblemException(
                    "risk",
                    404,
                    new Problem(
                            URI.create(ProblemCode.NOT_FOUND.type()),
                            "t",
                            404,
                            "no account",
                            null,
                            "NOT_FOUND",
                            List.of(),
                            null));
        };

        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin(null, "1200", null));
        assertThat(margins.of("main", null)).isEqualTo(new Margin(null, null, null));
    }

    @Test
    void riskThatDoesNotAnswerInTimeIsNotAskedASecondQuestion() {
        risk.reserved = () -> {
            throw new ServiceUnavailableException("risk", ServiceUnavailableException.Reason.TIMEOUT, "2 s");
        };

        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin(null, "1200", null));
        assertThat(risk.asked).containsExactly("account main");
    }

    @Test
    void limitThatIsKeptOutlastsASilence() {
        margins.of("main", BY_THE_BOOKS);
        risk.reserved = () -> {
            throw new ServiceUnavailableException("risk", ServiceUnavailableException.Reason.OFFLINE, "gone");
        };

        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin("60", "1200", null));
        clock.advance(Duration.ofSeconds(30));
        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin(null, "1200", null));
    }

    @Test
    void silenceAboutTheLimitAloneIsAskedAgain() {
        risk.percent = () -> {
            throw new ServiceUnavailableException("risk", ServiceUnavailableException.Reason.TIMEOUT, "2 s");
        };
        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin(null, "1000", "250"));

        risk.percent = () -> new BigDecimal("60");
        assertThat(margins.of("main", BY_THE_BOOKS)).isEqualTo(margin("60", "1000", "250"));
    }

    private static Margin margin(@Nullable String percent, String used, @Nullable String reserved) {
        return new Margin(
                percent == null ? null : new BigDecimal(percent),
                new BigDecimal(used),
                reserved == null ? null : new BigDecimal(reserved));
    }

    private static final class FakeRisk implements RiskApi {

        private final List<String> asked = new ArrayList<>();
        private Supplier<BigDecimal> percent = () -> new BigDecimal("60");
        private Supplier<BigDecimal> reserved = () -> new BigDecimal("250");

        @Override
        public AccountRisk account(String account) {
            asked.add("account " + account);
            return new AccountRisk(
                    account,
                    "USD",
                    new BigDecimal("10000"),
                    Instant.EPOCH,
                    LocalDate.EPOCH,
                    new BigDecimal("10000"),
                    new BigDecimal("10000"),
                    new BigDecimal("1000"),
                    reserved.get(),
                    BigDecimal.ZERO);
        }

        @Override
        public RiskLimits limits(String account) {
            asked.add("limits " + account);
            BigDecimal five = new BigDecimal("5");
            return new RiskLimits(five, five, five, percent.get(), BigDecimal.ONE, new BigDecimal("1000"));
        }

        @Override
        public RiskAssessment check(RiskCheckRequest request) {
            throw new UnsupportedOperationException("nothing is checked here");
        }

        @Override
        public Reservation reserve(ReserveRequest request) {
            throw new UnsupportedOperationException("nothing is reserved here");
        }
    }
}
