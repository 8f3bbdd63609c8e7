package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.account.TestRisk;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.CountedRisk;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.check.ProposedStake;
import dev.tradesuite.risk.check.TestAccount;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeSubjects;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** Reservations on stores in memory. */
final class TestReservations {

    final TestRisk risk = new TestRisk();
    final FakeReservations store = new FakeReservations(risk.accounts, risk.states);
    final KnownAccounts known = new KnownAccounts(store, risk.books, TestAccount.DEFAULT_LIMITS);
    final Reservations reservations = new Reservations(
            risk.accounts,
            store,
            store,
            new PreTradeChecks(Duration.ofDays(3), CountedRisk.ALL, RiskDay.MIDNIGHT_UTC),
            new NothingKnown(),
            known,
            risk.books,
            risk.monitor,
            risk.clock);

    /** A BUY of EURUSD that loses 500 for each lot at its stop. */
    static ReserveOrder trade(UUID id, String account, String lots) {
        return new ReserveOrder(
                id,
                account,
                TestTrades.buyEurusd(lots),
                new TradeSubjects("EURUSD", null, null),
                CorrelationSource.Window.NEWEST);
    }

    static ReserveOrder stake(UUID id, String market, String amount) {
        return new ReserveOrder(
                id,
                "portfolio-7",
                new ProposedStake(market, new BigDecimal(amount)),
                new TradeSubjects(market, "momentum", "7"),
                CorrelationSource.Window.NEWEST);
    }

    /** No correlation is known, and none is fetched. */
    private static final class NothingKnown implements CorrelationSource {

        @Override
        public <T> T conclude(Window window, Function<Correlations, T> conclusion) {
            return conclusion.apply((_, _) -> new PairCorrelation.Missing("a test"));
        }
    }
}
