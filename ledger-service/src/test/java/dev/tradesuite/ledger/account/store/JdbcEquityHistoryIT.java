package dev.tradesuite.ledger.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.ledger.account.AccountSettings;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class JdbcEquityHistoryIT {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private static final AccountSettings.DefaultAccount DEFAULT =
            new AccountSettings.DefaultAccount(false, "none", "None", "USD", BigDecimal.TEN);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JpaAccounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oldestPointsMakeRoom() {
        Account account = Account.opened(
                new AccountOpening("it-history", "History", "USD", RunLabel.PAPER, new BigDecimal("100")), START);
        transaction.executeWithoutResult(_ -> accounts.add(account));
        JdbcEquityHistory history = new JdbcEquityHistory(
                jdbc, new AccountSettings(DEFAULT, Duration.ofSeconds(1), Duration.ofMinutes(1), 10));

        transaction.executeWithoutResult(_ -> {
            for (long sequence = 1; sequence <= 1_005; sequence++) {
                history.add("it-history", point(sequence));
            }
        });

        assertThat(history.points("it-history", everything(10_000)))
                .extracting(EquityPoint::sequence)
                .containsExactly(
                        991L, 992L, 993L, 994L, 995L, 996L, 997L, 998L, 999L, 1_000L, 1_001L, 1_002L, 1_003L, 1_004L,
                        1_005L);
        assertThat(history.points("it-history", everything(2)))
                .extracting(EquityPoint::sequence)
                .containsExactly(1_004L, 1_005L);
        assertThat(history.points(
                        "it-history",
                        new Span(Optional.of(START.plusSeconds(1_000)), Optional.of(START.plusSeconds(1_002)), 10)))
                .extracting(EquityPoint::sequence)
                .containsExactly(1_000L, 1_001L);
    }

    private static Span everything(int limit) {
        return new Span(Optional.empty(), Optional.empty(), limit);
    }

    private static EquityPoint point(long sequence) {
        Instant at = START.plusSeconds(sequence);
        return new EquityPoint(
                sequence,
                at,
                Cause.MARK,
                RunLabel.PAPER,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                at);
    }
}
