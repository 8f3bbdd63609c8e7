package dev.tradesuite.benchmarks.flow.hop;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.SizingRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives back what it gets, or what the service it stands for has answered once. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class HopController {

    private final Answers answers;

    HopController(Answers answers) {
        this.answers = answers;
    }

    @PostMapping("/hop")
    Note pass(@RequestBody Note note) {
        return note;
    }

    @PostMapping("/hop/brain")
    BrainSignal decide(@RequestBody DecideRequest request) {
        return answers.signal();
    }

    @PostMapping("/hop/sizing")
    PositionSize size(@RequestBody SizingRequest request) {
        return answers.size();
    }

    @PostMapping("/hop/risk")
    RiskAssessment check(@RequestBody RiskCheckRequest request) {
        return answers.assessment();
    }
}
