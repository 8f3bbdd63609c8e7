package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.risk.check.RiskCheckService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** May this trade be made? */
@RestController
@RequestMapping("/api/v1/risk/check")
@Tag(name = "Check", description = "May this trade be made?")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RiskCheckController {

    private final RiskCheckMapper trades;
    private final RiskCheckService check;

    RiskCheckController(RiskCheckMapper trades, RiskCheckService check) {
        this.trades = trades;
        this.check = check;
    }

    /** All six checks; a denied trade is an answer, not an error. Nothing is changed by asking. */
    @PostMapping
    @Operation(
            summary = "Check a trade",
            description =
                    "Makes all six checks and reports all of them, also after one has failed. A denied trade is an"
                            + " answer with allowed false. Nothing is changed by asking.")
    RiskAssessment check(@Valid @RequestBody RiskCheckRequest request) {
        String accountId = request.whatIf() == null ? request.accountId() : null;
        return AssessmentMapper.write(check.assess(trades.question(request)), accountId);
    }
}
