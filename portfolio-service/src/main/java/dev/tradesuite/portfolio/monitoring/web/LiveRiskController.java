package dev.tradesuite.portfolio.monitoring.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.portfolio.LivePortfolioRisk;
import dev.tradesuite.contracts.portfolio.TradeImpactAnswer;
import dev.tradesuite.contracts.portfolio.TradeImpactRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.monitoring.LiveRiskService;
import dev.tradesuite.portfolio.monitoring.TradeImpactService;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Outcome;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What accounts can lose as they stand, and what a trade would change. */
@RestController
@RequestMapping("/api/v1/portfolio")
@Tag(name = "Live risk", description = "What an account can lose as it stands")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class LiveRiskController {

    private final LiveRiskService risks;
    private final TradeImpactService impacts;
    private final TradeImpactMapper trades;

    LiveRiskController(LiveRiskService risks, TradeImpactService impacts, TradeImpactMapper trades) {
        this.risks = risks;
        this.impacts = impacts;
        this.trades = trades;
    }

    @GetMapping("/risk/live")
    @Operation(
            summary = "What an account can lose as it stands",
            description = "From memory that the books and prices move. A figure that rests on something old or missing"
                    + " is absent, or its limit UNKNOWN, with the reason.")
    LivePortfolioRisk live(@RequestParam(name = "account_id", defaultValue = "main") @AccountId String accountId) {
        return risks.risk(accountId).map(LiveRiskMapper::risk).orElseThrow(() -> unknown(accountId));
    }

    @PostMapping("/impact")
    @Operation(
            summary = "What a trade would do to the risk of an account",
            description = "Volatility, value at risk and contributions before and after. Nothing is sent or stored.")
    TradeImpactAnswer impact(@Valid @RequestBody TradeImpactRequest request) {
        TradeImpactService.Trade trade = trades.trade(request);
        return switch (impacts.impact(trade)) {
            case Outcome.Told told -> LiveRiskMapper.impact(trade, told);
            case Outcome.NoSuchAccount() -> throw unknown(request.accountId());
            case Outcome.NotComputable(String why) -> throw new ProblemException(ProblemCode.NOT_COMPUTABLE, why);
        };
    }

    private static ProblemException unknown(String accountId) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no account " + accountId);
    }
}
