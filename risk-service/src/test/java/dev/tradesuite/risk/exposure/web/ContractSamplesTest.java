package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.ConfirmReservationRequest;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.contracts.risk.ReleaseReservationRequest;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.Assessment;
import dev.tradesuite.risk.check.Correlation;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.check.RiskDay;
import dev.tradesuite.risk.check.TestAccount;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.Trade;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.check.wire.AssessmentWriter;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.limit.StateEntry;
import dev.tradesuite.risk.limit.StateSubject;
import dev.tradesuite.risk.limit.wire.LimitContracts;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The samples of risk are what it reads and writes today; the answers are the true ones of the checks. */
class ContractSamplesTest {

    private static final UUID ORDER = UUID.fromString("0197a1f0-0000-7000-8000-000000000002");
    private static final Instant NOW = TestAccount.NOW;
    private static final PreTradeChecks CHECKS = new PreTradeChecks(Duration.ofDays(3), RiskDay.MIDNIGHT_UTC);

    private static final RiskCheckRequest REQUEST = new RiskCheckRequest(
            "main",
            null,
            "EURGBP",
            Side.BUY,
            new BigDecimal("0.31"),
            new BigDecimal("0.8531"),
            new BigDecimal("0.8481"),
            new BigDecimal("30"),
            List.of(new RiskCheckRequest.ExistingPosition(
                    "EURUSD", Side.SELL, new BigDecimal("0.2"), new BigDecimal("1.0835"))),
            Map.of("GBPUSD", new BigDecimal("1.27")),
            "momentum",
            "fx-majors",
            Timeframe.D1,
            Instant.parse("2026-03-03T00:00:00Z"));

    @Test
    void requests() {
        ContractSamples.compare("RiskCheckRequest", REQUEST);
        ContractSamples.compare(
                "RiskCheckRequest-what-if",
                new RiskCheckRequest(
                        null,
                        new RiskCheckRequest.WhatIfAccount(
                                new BigDecimal("10000"),
                                "USD",
                                new BigDecimal("10100"),
                                new BigDecimal("12000"),
                                new BigDecimal("500")),
                        "EURUSD",
                        Side.SELL,
                        new BigDecimal("0.4"),
                        new BigDecimal("1.0835"),
                        new BigDecimal("1.0885"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        ContractSamples.compare("ReserveRequest", new ReserveRequest(ORDER, REQUEST));
        ContractSamples.compare(
                "ReserveStakesRequest",
                new ReserveStakesRequest(
                        ContractSamples.readWithMore("Account-portfolio", Account.class),
                        List.of(UUID.fromString("0197a1f0-0000-7000-8000-000000000003")),
                        "7",
                        "momentum",
                        List.of(new ReserveStakesRequest.Stake(ORDER, "540234", new BigDecimal("100.00")))));
        ContractSamples.compare("ConfirmReservationRequest", new ConfirmReservationRequest(new BigDecimal("0.4")));
        ContractSamples.compare("ReleaseReservationRequest", new ReleaseReservationRequest("rejected by the broker"));
        ContractSamples.compare(
                "ChangeTradingStateRequest",
                new ChangeTradingStateRequest(
                        TradingStateScope.ACCOUNT, "main", TradingState.HALTED, "checking the feed"));
    }

    @Test
    void assessments() {
        ContractSamples.compare(
                "RiskAssessment", AssessmentWriter.write(assessed(TestTrades.buyEurusd("0.4")), "main"));
        ContractSamples.compare(
                "RiskAssessment-denied", AssessmentWriter.write(assessed(TestTrades.buyEurusd("1.2")), "main"));
        ContractSamples.compare(
                "AccountRisk", AssessmentWriter.write("main", account().figures()));
    }

    @Test
    void reservations() {
        Trade trade = TestTrades.buyEurusd("0.4");
        Assessment assessment = assessed(trade);
        Reservation reservation = new Reservation(
                ORDER,
                "main",
                Reservation.Kind.TRADE,
                trade.symbol(),
                trade.side(),
                trade.lots(),
                assessment.toHold().orElseThrow(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                NOW,
                NOW,
                null);
        ContractSamples.compare("Reservation", ReservationWriter.write(reservation, assessment));

        Trade tooLarge = TestTrades.buyEurusd("1.2");
        ReserveOrder order = new ReserveOrder(
                ORDER, "main", tooLarge, new TradeSubjects("EURUSD", null, null), CorrelationSource.Window.NEWEST);
        ContractSamples.compare("Reservation-denied", ReservationWriter.denied(order, assessed(tooLarge)));
    }

    @Test
    void limitsAndStates() {
        ContractSamples.compare("RiskLimits", LimitContracts.write(TestAccount.DEFAULT_LIMITS));
        ContractSamples.compare(
                "LimitBreached",
                new LimitBreached("main", RiskCheckName.DAILY_LOSS, new BigDecimal("5.01"), new BigDecimal("5"), NOW));
        ContractSamples.compare(
                "TradingStateInfo",
                LimitContracts.write(new StateEntry(
                        new StateSubject(StateSubject.Scope.ACCOUNT, "main"),
                        dev.tradesuite.risk.limit.TradingState.REDUCE_ONLY,
                        "daily loss 5.01 % exceeds the limit of 5 %",
                        StateEntry.SYSTEM,
                        NOW,
                        TestAccount.TODAY)));
    }

    private static Assessment assessed(Trade trade) {
        return CHECKS.assess(
                trade,
                new AccountView.Known(account().snapshot()),
                (_, _) -> new Correlation.Missing("12 common returns of 30 needed"),
                NOW);
    }

    private static TestAccount account() {
        return TestAccount.of("9950")
                .dayBeganWith("10000")
                .oncePeakedAt("10200")
                .usingMargin("500.00")
                .holding("USDJPY", dev.tradesuite.instruments.Side.SELL, "0.25", "25000");
    }
}
