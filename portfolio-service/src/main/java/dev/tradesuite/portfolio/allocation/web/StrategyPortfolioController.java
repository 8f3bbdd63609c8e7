package dev.tradesuite.portfolio.allocation.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.portfolio.AllocationPnl;
import dev.tradesuite.contracts.portfolio.PortfolioMetrics;
import dev.tradesuite.contracts.portfolio.StrategyPortfolio;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What accounts hold, by strategy. */
@RestController
@RequestMapping("/api/v1/portfolio")
@Tag(name = "Portfolio")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class StrategyPortfolioController {

    /** Days in a year on which stocks are traded. */
    private static final String TRADING_DAYS = "252";

    private final PortfolioViewService portfolios;
    private final Access access;

    StrategyPortfolioController(PortfolioViewService portfolios, Access access) {
        this.portfolios = portfolios;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "What an account holds and is to hold, by strategy, with the drift")
    StrategyPortfolio portfolio(
            @RequestParam(name = "account_id", defaultValue = TargetController.USUAL) @AccountId String accountId) {
        access.require(OwnedBooks.account(accountId));
        return portfolios.view(accountId).map(AllocationMapper::portfolio).orElseThrow(() -> unknown(accountId));
    }

    @GetMapping("/pnl")
    @Operation(summary = "What the strategies of an account have earned")
    AllocationPnl pnl(
            @RequestParam(name = "account_id", defaultValue = TargetController.USUAL) @AccountId String accountId) {
        access.require(OwnedBooks.account(accountId));
        return portfolios.earnings(accountId).map(AllocationMapper::pnl).orElseThrow(() -> unknown(accountId));
    }

    /**
     * How the strategies of an account did.
     *
     * @param windowDays calendar days to look back
     * @param frequency days in a year of their market
     */
    @GetMapping("/metrics")
    @Operation(summary = "Return, volatility, Sharpe ratio and drawdown of the strategies of an account, by label")
    PortfolioMetrics metrics(
            @RequestParam(name = "account_id", defaultValue = TargetController.USUAL) @AccountId String accountId,
            @RequestParam(name = "window_days", defaultValue = "365") @Min(2) @Max(3660) int windowDays,
            @RequestParam(defaultValue = TRADING_DAYS) @Min(1) @Max(366) int frequency) {
        access.require(OwnedBooks.account(accountId));
        return AllocationMapper.metrics(accountId, windowDays, portfolios.metrics(accountId, windowDays, frequency));
    }

    private static ProblemException unknown(String account) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no account " + account);
    }
}
