package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.signal.Signal;
import dev.tradesuite.brain.signal.SignalDecider;
import dev.tradesuite.brain.signal.SignalReplay;
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

    private final SignalDecider decider;
    private final SignalReplay replay;
    private final SignalQuestions questions;
    private final MeterRegistry meters;

    SignalController(SignalDecider decider, SignalReplay replay, SignalQuestions questions, MeterRegistry meters) {
        this.decider = decider;
        this.replay = replay;
        this.questions = questions;
        this.meters = meters;
    }

    /** BUY, SELL or HOLD, with every vote. */
    @Operation(summary = "BUY, SELL or HOLD, with every vote behind it")
    @PostMapping("/decide")
    BrainSignal decide(@Valid @RequestBody DecideRequest request) {
        Signal signal = decider.decide(questions.of(request));
        meters.counter(
                        "brain.decisions",
                        "signal",
                        signal.action().name(),
                        "label",
                        signal.label().name())
                .increment();
        return BrainSignals.of(signal, decider.settings());
    }

    /** The decision at the close of every stored candle of a stretch. */
    @Operation(summary = "Run the decision over history, candle by candle")
    @PostMapping("/replay")
    ReplayReport replay(@Valid @RequestBody ReplayRequest request) {
        Timeframe timeframe = questions.timeframe(request.timeframe());
        String symbol = questions.symbol(request.symbol());
        List<SignalReplay.Step> steps = replay.run(symbol, timeframe, request.from(), request.to());
        return ReplayReports.of(symbol, timeframe, request, steps, decider.model());
    }
}
