package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.signal.ReplayService;
import dev.tradesuite.brain.signal.SignalDecision;
import dev.tradesuite.brain.signal.SignalService;
import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.ReplayReport;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.contracts.market.Timeframe;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides, now or on history. */
@RestController
@RequestMapping("/api/v1/brain")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
@Tag(name = "Decisions", description = "Buy, sell or hold?")
class SignalController {

    private final SignalService signals;
    private final ReplayService replays;
    private final SignalMapper mapper;
    private final MeterRegistry meters;

    SignalController(SignalService signals, ReplayService replays, SignalMapper mapper, MeterRegistry meters) {
        this.signals = signals;
        this.replays = replays;
        this.mapper = mapper;
        this.meters = meters;
    }

    /** BUY, SELL or HOLD, with every vote. */
    @Operation(summary = "BUY, SELL or HOLD, with every vote behind it")
    @PostMapping("/decide")
    BrainSignal decide(@Valid @RequestBody DecideRequest request) {
        SentCandles candles = mapper.candles(request);
        SignalDecision decision = signals.decide(mapper.question(request, candles));
        meters.counter(
                        "brain.decisions",
                        "model",
                        decision.model().model(),
                        "signal",
                        decision.action().name(),
                        "label",
                        decision.label().name())
                .increment();
        return SignalMapper.answer(decision, candles.warnings());
    }

    /** The decision at the close of every stored candle of a stretch. */
    @Operation(summary = "Run the decision over history, candle by candle")
    @PostMapping("/replay")
    ReplayReport replay(@Valid @RequestBody ReplayRequest request) {
        TradingModel model = mapper.model(request.model());
        Timeframe timeframe = mapper.timeframe(request.timeframe());
        String symbol = mapper.symbol(request.symbol());
        List<ReplayService.Step> steps = replays.run(model, symbol, timeframe, request.from(), request.to());
        return ReplayMapper.of(symbol, timeframe, request, steps, model.version(new SeriesKey(symbol, timeframe)));
    }
}
