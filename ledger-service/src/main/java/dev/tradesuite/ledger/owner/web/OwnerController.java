package dev.tradesuite.ledger.owner.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.BooksOwner;
import dev.tradesuite.contracts.ledger.PortfolioId;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.owner.Owners;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whose an account or a portfolio is, and whose it is to be. */
@RestController
@Tag(name = "Owners", description = "Whose an account or a portfolio is")
class OwnerController {

    private final Owners owners;
    private final Access access;

    OwnerController(Owners owners, Access access) {
        this.owners = owners;
        this.access = access;
    }

    /** Owner of an account. */
    @GetMapping("/api/v1/accounts/{id}/owner")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Who owns an account")
    BooksOwner ofAccount(@PathVariable @AccountId String id) {
        return owner(OwnedBooks.account(id));
    }

    /** Owner of a portfolio. */
    @GetMapping("/portfolios/{id}/owner")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Who owns a portfolio")
    BooksOwner ofPortfolio(@PathVariable @PortfolioId long id) {
        return owner(OwnedBooks.portfolio(id));
    }

    /** Hands an account over. */
    @PutMapping("/api/v1/accounts/{id}/owner")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Hand an account over",
            description = "To a group of one's own, or with the scope admin to anybody.")
    BooksOwner handOverAccount(@PathVariable @AccountId String id, @Valid @RequestBody BooksOwner next) {
        return handOver(OwnedBooks.account(id), next);
    }

    /** Hands a portfolio over. */
    @PutMapping("/portfolios/{id}/owner")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Hand a portfolio over",
            description = "To a group of one's own, or with the scope admin to anybody.")
    BooksOwner handOverPortfolio(@PathVariable @PortfolioId long id, @Valid @RequestBody BooksOwner next) {
        return handOver(OwnedBooks.portfolio(id), next);
    }

    private BooksOwner owner(OwnedBooks books) {
        return new BooksOwner(owners.ownerOf(books).orElseThrow(() -> unknown(books)));
    }

    private BooksOwner handOver(OwnedBooks books, BooksOwner next) {
        if (owners.ownerOf(books).isEmpty()) {
            throw unknown(books);
        }
        if (!access.caller().mayGiveTo(next.owner())) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "owner",
                    "NOT_YOURS",
                    "must be the subject of the token or one of its groups (group:<name>), unless it has the scope"
                            + " admin",
                    next.owner())));
        }
        owners.set(books, next.owner());
        access.forget(books);
        return next;
    }

    private static ProblemException unknown(OwnedBooks books) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no " + books);
    }
}
