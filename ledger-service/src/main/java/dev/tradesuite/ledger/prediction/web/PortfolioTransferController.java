package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.PortfolioTransfer;
import dev.tradesuite.contracts.ledger.PortfolioTransferRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.prediction.BookedTransfer;
import dev.tradesuite.ledger.prediction.PortfolioTransferService;
import dev.tradesuite.ledger.prediction.PortfolioTransferService.Result;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cash between accounts and portfolios. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/portfolio-transfers")
@Tag(name = "Portfolios")
class PortfolioTransferController {

    private final PortfolioTransferService transfers;

    PortfolioTransferController(PortfolioTransferService transfers) {
        this.transfers = transfers;
    }

    /** Moves cash; the same transfer sent again moves nothing again. */
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Move cash between an account and a portfolio, in one transaction",
            description =
                    "Only what is free is moved. The transfer_id makes a repeat the same transfer. It is no return"
                            + " of either.")
    PortfolioTransfer move(
            @PathVariable @AccountId String id,
            @Valid @RequestBody PortfolioTransferRequest request,
            Principal client) {
        if (request.amount().signum() == 0) {
            throw ProblemException.invalid(
                    List.of(new FieldError("amount", "OUT_OF_RANGE", "amount must not be 0", "0")));
        }
        return switch (transfers.move(new PortfolioTransferService.Wanted(
                request.transferId(),
                id,
                request.portfolioId(),
                request.amount(),
                request.strategy(),
                request.reason(),
                client.getName()))) {
            case Result.Moved(BookedTransfer transfer) -> written(transfer);
            case Result.NoSuchAccount() ->
                throw new ProblemException(ProblemCode.NOT_FOUND, "There is no account " + id);
            case Result.NoSuchPortfolio() ->
                throw new ProblemException(ProblemCode.NOT_FOUND, "There is no portfolio " + request.portfolioId());
            case Result.OtherTransfer(BookedTransfer transfer) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "Transfer %s was %s to portfolio %d from account %s"
                                .formatted(
                                        transfer.id(),
                                        transfer.amount().toPlainString(),
                                        transfer.portfolioId(),
                                        transfer.accountId()));
            case Result.NotPossible(String why) -> throw new ProblemException(ProblemCode.CONFLICT, why);
            case Result.NotFree(String why) -> throw new ProblemException(ProblemCode.INSUFFICIENT_FREE_MARGIN, why);
        };
    }

    static PortfolioTransfer written(BookedTransfer transfer) {
        return new PortfolioTransfer(
                transfer.id(),
                transfer.accountId(),
                transfer.portfolioId(),
                transfer.amount(),
                transfer.accountBalanceAfter(),
                transfer.portfolioCashAfter(),
                transfer.person(),
                transfer.bookedAt());
    }
}
