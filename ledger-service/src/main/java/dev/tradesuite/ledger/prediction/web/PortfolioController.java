package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioChange;
import dev.tradesuite.contracts.ledger.PortfolioId;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.prediction.PortfolioQueries;
import dev.tradesuite.ledger.prediction.Portfolios;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Portfolios, what they hold and what they did. */
@RestController
@RequestMapping("/portfolios")
@Tag(name = "Portfolios", description = "Portfolios of prediction-market positions")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PortfolioController {

    private static final int MOST_RECORDS = 10_000;

    private final PortfolioQueries queries;
    private final Access access;

    PortfolioController(PortfolioQueries queries, Access access) {
        this.queries = queries;
        this.access = access;
    }

    /**
     * Portfolios by number.
     *
     * @param status only those with it
     * @param strategyType only those of it
     * @param page from 0
     * @param limit most to a page
     */
    @Operation(summary = "List the portfolios by number")
    @GetMapping("/list")
    PortfolioPage list(
            @RequestParam(required = false) @Nullable PortfolioStatus status,
            @RequestParam(name = "strategy_type", required = false) @Nullable String strategyType,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        Portfolios.Page found =
                queries.list(new Portfolios.Filter(status, strategyType, VisiblePortfolios.of(access), page, limit));
        return new PortfolioPage(
                found.portfolios().stream().map(PortfolioMapper::of).toList(), found.total());
    }

    /** One portfolio as of its last change. */
    @Operation(summary = "One portfolio as of its last change")
    @GetMapping("/{id}")
    Portfolio get(@PathVariable("id") @PortfolioId long id) {
        return PortfolioMapper.of(queries.get(id));
    }

    /** Positions of a portfolio, the newest first. */
    @Operation(summary = "Positions of a portfolio, the newest first")
    @GetMapping("/{id}/positions")
    List<MarketPosition> positions(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(required = false) MarketPosition.@Nullable Status status,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.positions(id, status, limit).stream()
                .map(position -> PortfolioMapper.of(id, position))
                .toList();
    }

    /** Trades of a portfolio, the newest first. */
    @Operation(summary = "Trades of a portfolio, the newest first")
    @GetMapping("/{id}/trades")
    List<MarketTrade> trades(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.trades(id, limit).stream()
                .map(trade -> PortfolioMapper.of(id, trade))
                .toList();
    }

    /** An order of a portfolio and what became of it. */
    @Operation(summary = "An order of a portfolio and what became of it")
    @GetMapping("/{id}/orders/{order_id}")
    PortfolioOrder placedOrder(@PathVariable("id") @PortfolioId long id, @PathVariable("order_id") UUID orderId) {
        return queries.order(id, orderId)
                .map(PortfolioMapper::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "portfolio %d has no order %s".formatted(id, orderId)));
    }

    /** Worth of a portfolio at the end of each day, the oldest first. */
    @Operation(summary = "Worth of a portfolio on each day, the oldest first")
    @GetMapping("/{id}/snapshots")
    List<PortfolioSnapshot> snapshots(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.snapshots(id, limit).stream()
                .map(snapshot -> PortfolioMapper.of(id, snapshot))
                .toList();
    }

    /** Who changed what of a portfolio, the oldest first. */
    @Operation(summary = "Who changed what of a portfolio, the oldest first")
    @GetMapping("/{id}/history")
    List<PortfolioChange> history(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.changes(id, limit).stream().map(PortfolioMapper::of).toList();
    }
}
