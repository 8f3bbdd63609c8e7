package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.TradingModels;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.brain.model.votes.TestVotes;
import dev.tradesuite.brain.signal.CandleSource;
import dev.tradesuite.brain.signal.ReplayService;
import dev.tradesuite.brain.signal.SignalService;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.test.ContractSamples;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of the decision; each answer is the true one to the question beside it. */
class SignalSamplesTest {

    private static final SignalSettings SETTINGS = new SignalSettings("votes", Timeframe.M5, 500, 3);

    private final FixedClock clock = FixedClock.at("2026-03-02T12:00:00Z");
    private final TradingModel votes = TestVotes.model();
    private final SignalService signals = new SignalService(
            SETTINGS, CandleSource.of(CandleSeries.empty("USDJPY", Timeframe.M5)), new OpinionBoard(), clock);
    private final SignalMapper mapper =
            new SignalMapper(InstrumentCatalog.shipped(), new TradingModels(List.of(votes)), SETTINGS, clock);

    @Test
    void aQuestionWithReadingsAndItsAnswer() {
        DecideRequest request = new DecideRequest(
                "USDJPY",
                Timeframe.M5,
                new BigDecimal("157.66"),
                null,
                null,
                new IndicatorReadings(25.0, 0.05, 0.02, 0.24, null, null, null, null, null, null, null, null, null),
                "votes");
        ContractSamples.compare("DecideRequest", request);
        ContractSamples.compare("BrainSignal", answer(request));
    }

    @Test
    void aQuestionWithACandle() {
        ContractSamples.compare(
                "DecideRequest-candles",
                new DecideRequest(
                        "EURUSD",
                        Timeframe.M5,
                        null,
                        Instant.parse("2026-03-02T12:00:00Z"),
                        List.of(new Candle(
                                Instant.parse("2026-03-02T11:55:00Z"),
                                new BigDecimal("1.08310"),
                                new BigDecimal("1.08395"),
                                new BigDecimal("1.08302"),
                                new BigDecimal("1.0835"),
                                new BigDecimal("761"))),
                        null,
                        null));
    }

    @Test
    void aReplayAndItsReport() {
        Instant from = Instant.parse("2026-03-02T11:50:00Z");
        ReplayRequest request = new ReplayRequest("EURUSD", Timeframe.M5, from, from.plusSeconds(600), true, "votes");
        ContractSamples.compare("ReplayRequest", request);
        List<ReplayService.Step> steps = List.of(
                step("2026-03-02T11:55:00Z", SignalAction.HOLD, -0.12, SignalReason.SCORE_BETWEEN_THRESHOLDS, 301_500),
                step(
                        "2026-03-02T12:00:00Z",
                        SignalAction.SELL,
                        -0.45,
                        SignalReason.SCORE_BELOW_SELL_THRESHOLD,
                        298_000));
        ContractSamples.compare(
                "ReplayReport", ReplayMapper.of("EURUSD", Timeframe.M5, request, steps, votes.version(Views.EURUSD)));
    }

    private Object answer(DecideRequest request) {
        SentCandles candles = mapper.candles(request);
        return SignalMapper.answer(signals.decide(mapper.question(request, candles)), candles.warnings());
    }

    private static ReplayService.Step step(
            String asOf, SignalAction action, double score, SignalReason reason, long nanos) {
        return new ReplayService.Step(Instant.parse(asOf), action, score, reason.name(), "0".repeat(64), nanos);
    }
}
