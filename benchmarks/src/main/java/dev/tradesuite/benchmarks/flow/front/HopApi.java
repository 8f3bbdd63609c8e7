package dev.tradesuite.benchmarks.flow.front;

import dev.tradesuite.benchmarks.flow.hop.Note;
import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.SizingRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The calls each hop answers. */
@HttpExchange("/hop")
interface HopApi {

    @PostExchange
    Note pass(@RequestBody Note note);

    @PostExchange("/brain")
    BrainSignal decide(@RequestBody DecideRequest request);

    @PostExchange("/sizing")
    PositionSize size(@RequestBody SizingRequest request);

    @PostExchange("/risk")
    RiskAssessment check(@RequestBody RiskCheckRequest request);
}
