package dev.tradesuite.risk.exposure.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.risk.ChangeHighWaterMarkRequest;
import dev.tradesuite.contracts.risk.ChangeLimitsRequest;
import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.ConfirmReservationRequest;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.contracts.risk.ReleaseReservationRequest;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.ReservedStakes;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.RiskEventPage;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.Breach;
import dev.tradesuite.risk.account.HighWaterMarkChange;
import dev.tradesuite.risk.account.LimitChange;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.account.web.RiskAccountMapper;
import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.CountedRisk;
import dev.tradesuite.risk.check.HeadroomService;
import dev.tradesuite.risk.check.OneAccountViews;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.check.Proposal;
import dev.tradesuite.risk.check.ProposedStake;
import dev.tradesuite.risk.check.ProposedTrade;
import dev.tradesuite.risk.check.TestAccount;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeAssessment;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.check.web.AssessmentMapper;
import dev.tradesuite.risk.check.web.HeadroomMapper;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.history.LoggedEvent;
import dev.tradesuite.risk.history.web.RiskEventMapper;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.web.TradingStateMapper;
import dev.tradesuite.test.ContractSamples;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples of risk are what it reads and writes today; the answers are the true ones of the checks. */
class ContractSamplesTest {

    private static final UUID ORDER = UUID.fromString("0197a1f0-0000-7000-8000-000000000002");
    private static final Instant NOW = TestAccount.NOW;
    private static final PreTradeChecks CHECKS =
            new PreTradeChecks(Duration.ofDays(3), CountedRisk.ALL, RiskDay.MIDNIGHT_UTC);

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
                    "EURUSD", Side.SELL, new BigDecimal("0.2"), new BigDecimal("1.0835"), new BigDecimal("1.0885"))),
            Map.of("GBPUSD", new BigDecimal("1.27")),
            "momentum",
            "fx-majors",
            Timeframe.D1,
            Instant.parse("2026-03-03T00:00:00Z"),
            Reduction.HOLDING);

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
                        null,
                        null));
        ContractSamples.compare(
                "ReserveRequest",
                new ReserveRequest(
                        ORDER,
                        REQUEST,
                        null,
                        new ReserveRequest.Replaced(
                                UUID.fromString("0197a1f0-0000-7000-8000-000000000001"), new BigDecimal("0.1"))));
        ContractSamples.compare(
                "ReserveStakesRequest",
                new ReserveStakesRequest(
                        ContractSamples.readWithMore("Account-portfolio", Account.class),
                        List.of(UUID.fromString("0197a1f0-0000-7000-8000-000000000003")),
                        "7",
                        "momentum",
                        List.of(new ReserveStakesRequest.Stake(ORDER, "540234", null, new BigDecimal("100.00")))));
        ContractSamples.compare("ConfirmReservationRequest", new ConfirmReservationRequest(new BigDecimal("0.4")));
        ContractSamples.compare("ReleaseReservationRequest", new ReleaseReservationRequest("rejected by the broker"));
        ContractSamples.compare(
                "ChangeHighWaterMarkRequest", new ChangeHighWaterMarkRequest("equity", "a wrong price on 4 March"));
        ContractSamples.compare(
                "ChangeTradingStateRequest",
                new ChangeTradingStateRequest(
                        TradingStateScope.ACCOUNT, "main", TradingState.HALTED, "checking the feed"));
    }

    @Test
    void assessments() {
        ContractSamples.compare(
                "RiskAssessment", AssessmentMapper.write(assessed(TestTrades.buyEurusd("0.4")), "main"));
        ContractSamples.compare(
                "RiskAssessment-denied", AssessmentMapper.write(assessed(TestTrades.buyEurusd("1.2")), "main"));
        ContractSamples.compare(
                "AccountRisk", RiskAccountMapper.account("main", account().figures()));
    }

    @Test
    void reservations() {
        ProposedTrade trade = TestTrades.buyEurusd("0.4");
        TradeAssessment assessment = assessed(trade);
        ReserveOrder wanted = order(trade);
        ContractSamples.compare(
                "Reservation",
                ReservationMapper.write(
                        new Reservation(
                                wanted.toReserve(),
                                assessment.toHold().orElseThrow(),
                                new Reservation.Progress(BigDecimal.ZERO, BigDecimal.ZERO, null),
                                NOW,
                                NOW,
                                null),
                        assessment));

        ProposedTrade tooLarge = TestTrades.buyEurusd("1.2");
        ContractSamples.compare(
                "Reservation-denied", ReservationMapper.denied(order(tooLarge).toReserve(), assessed(tooLarge)));
    }

    @Test
    void reservationOfAStake() {
        ProposedStake stake = new ProposedStake("540234", new BigDecimal("100"));
        TradeAssessment assessment = assessed(stake);
        ReservedStakes answer = new ReservedStakes(List.of(ReservationMapper.write(
                new Reservation(
                        new ReserveOrder(
                                        ORDER,
                                        "portfolio-7",
                                        stake,
                                        new TradeSubjects("540234", "momentum", "7"),
                                        CorrelationSource.Window.NEWEST)
                                .toReserve(),
                        assessment.toHold().orElseThrow(),
                        new Reservation.Progress(BigDecimal.ZERO, BigDecimal.ZERO, null),
                        NOW,
                        NOW,
                        null),
                assessment)));

        assertThat(answer.reservations().getFirst().lots()).isNull();
        ContractSamples.compare("ReservedStakes", answer);
    }

    private static ReserveOrder order(ProposedTrade trade) {
        return new ReserveOrder(
                ORDER, "main", trade, new TradeSubjects("EURUSD", null, null), CorrelationSource.Window.NEWEST);
    }

    @Test
    void limitsAndStates() {
        ContractSamples.compare(
                "RiskLimits",
                new RiskLimits(
                        new BigDecimal("5"),
                        new BigDecimal("15"),
                        new BigDecimal("5"),
                        new BigDecimal("80"),
                        new BigDecimal("0.70"),
                        new BigDecimal("1000")));
        ContractSamples.compare(
                "LimitBreached",
                new LimitBreached("main", RiskCheckName.DAILY_LOSS, new BigDecimal("5.01"), new BigDecimal("5"), NOW));
        ContractSamples.compare(
                "TradingStateInfo",
                TradingStateMapper.info(new StateEntry(
                        new StateSubject(TradingStateScope.ACCOUNT, "main"),
                        TradingState.REDUCE_ONLY,
                        "daily loss 5.01 % exceeds the limit of 5 %",
                        StateEntry.SYSTEM,
                        NOW,
                        TestAccount.TODAY)));
    }

    @Test
    void headroom() {
        HeadroomService service = new HeadroomService(
                Duration.ofDays(3),
                CountedRisk.ALL,
                new OneAccountViews(account().snapshot()),
                new CorrelationSource() {
                    @Override
                    public <T> T conclude(Window window, Function<Correlations, T> conclusion) {
                        return conclusion.apply((_, _) -> new PairCorrelation.Missing("nothing is stored"));
                    }
                },
                RiskDay.MIDNIGHT_UTC,
                FixedClock.at(NOW.toString()));

        ContractSamples.compare(
                "AccountHeadroom",
                HeadroomMapper.write("main", service.of("main").orElseThrow()));
    }

    @Test
    void history() {
        ContractSamples.compare(
                "ChangeLimitsRequest",
                new ChangeLimitsRequest(
                        new BigDecimal("4"),
                        new BigDecimal("15"),
                        new BigDecimal("5"),
                        new BigDecimal("80"),
                        new BigDecimal("0.70"),
                        new BigDecimal("1000"),
                        "after a bad week"));
        Limits before = TestAccount.DEFAULT_LIMITS;
        Limits after = TestAccount.limits("4", "15", "5", "80", "0.70", "1000");
        ContractSamples.compare(
                "RiskEventPage",
                new RiskEventPage(
                        Stream.of(
                                        new LoggedEvent.StateChanged(
                                                9,
                                                NOW,
                                                StateSubject.account("main"),
                                                TradingState.ACTIVE,
                                                TradingState.REDUCE_ONLY,
                                                "daily loss 5.01 % exceeds the limit of 5 %",
                                                StateEntry.SYSTEM),
                                        new LoggedEvent.Breached(
                                                7,
                                                NOW,
                                                "main",
                                                new Breach(
                                                        RiskCheckName.DAILY_LOSS,
                                                        new BigDecimal("5.01"),
                                                        new BigDecimal("5"))),
                                        new LoggedEvent.HighWaterMarkChanged(
                                                5,
                                                new HighWaterMarkChange(
                                                        "main",
                                                        new BigDecimal("12000"),
                                                        new BigDecimal("10000"),
                                                        "a wrong price",
                                                        "ann",
                                                        NOW)),
                                        new LoggedEvent.LimitsChanged(
                                                3,
                                                before,
                                                new LimitChange("main", after, "after a bad week", "ann", NOW)))
                                .map(RiskEventMapper::write)
                                .toList(),
                        "1772618400000000_LIMIT_CHANGE_3"));
    }

    private static TradeAssessment assessed(Proposal proposal) {
        return CHECKS.assess(
                proposal,
                new AccountView.Known(account().snapshot()),
                (_, _) -> new PairCorrelation.Missing("12 common returns of 30 needed"),
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
