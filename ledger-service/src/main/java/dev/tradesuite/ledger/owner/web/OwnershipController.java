package dev.tradesuite.ledger.owner.web;

import dev.tradesuite.contracts.ledger.BooksOwner;
import dev.tradesuite.contracts.ledger.OwnedIds;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.owner.Owners;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnedBooks.Kind;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the other services whose what is. */
@RestController
@RequestMapping("/api/v1/owners")
@Tag(name = "Owners")
@PreAuthorize("hasAuthority('SCOPE_internal')")
class OwnershipController {

    private final Owners owners;

    OwnershipController(Owners owners) {
        this.owners = owners;
    }

    /** Owner of an account or a portfolio. */
    @GetMapping("/{kind}/{id}")
    @Operation(summary = "Who owns an account or a portfolio, for the other services")
    BooksOwner owner(@PathVariable Kind kind, @PathVariable @Size(max = 64) String id) {
        return new BooksOwner(find(kind, id)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "There is no %s %s".formatted(kind.word(), id))));
    }

    private Optional<String> find(Kind kind, String id) {
        try {
            return owners.ownerOf(new OwnedBooks(kind, id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What somebody owns. */
    @GetMapping("/{kind}")
    @Operation(summary = "What a caller with these names owns, for the other services")
    OwnedIds owned(@PathVariable Kind kind, @RequestParam @NotEmpty @Size(max = 1000) Set<String> owner) {
        return new OwnedIds(owners.ownedBy(kind, owner));
    }
}
