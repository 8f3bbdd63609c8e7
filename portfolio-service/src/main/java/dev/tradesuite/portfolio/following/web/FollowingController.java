package dev.tradesuite.portfolio.following.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.portfolio.StrategyCode;
import dev.tradesuite.contracts.portfolio.StrategyFollowing;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.FollowingReader;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How accounts follow the models of strategies. */
@RestController
@RequestMapping("/api/v1/strategies/{code}/following")
@Tag(name = "Following", description = "Signals of models that become orders of accounts")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class FollowingController {

    private final FollowingReader following;
    private final RegistryService registry;
    private final Access access;

    FollowingController(FollowingReader following, RegistryService registry, Access access) {
        this.following = following;
        this.registry = registry;
        this.access = access;
    }

    /**
     * How an account follows the model of a strategy.
     *
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping
    @Operation(
            summary =
                    "How an account follows the model of a strategy: capital, signal, holding, and what became of each"
                            + " change, the newest first")
    StrategyFollowing following(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @RequestParam(name = "account_id", defaultValue = "main") @AccountId String accountId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        // Also where the account is not named.
        access.require(OwnedBooks.account(accountId));
        String symbol = symbol(code);
        // One more than asked for says whether there is a next page.
        FollowingReader.View view = following.view(
                new FollowerKey(accountId, code),
                symbol,
                Optional.ofNullable(cursor).map(Long::valueOf),
                limit + 1);
        List<FollowStep> page =
                view.steps().subList(0, Math.min(limit, view.steps().size()));
        return FollowingMapper.following(
                view,
                page,
                view.steps().size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    private String symbol(String code) {
        RegisteredStrategy strategy = registry.find(code)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no strategy " + code));
        return switch (strategy.source()) {
            case StrategySource.ModelAccount(String _, String symbol) -> symbol;
            case StrategySource.AccountBooks _,
                    StrategySource.PortfolioBooks _,
                    StrategySource.HeldInstrument _,
                    StrategySource.Imported _ ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "%s is on %s; only a strategy on a model follows signals"
                                .formatted(code, strategy.source().text()));
        };
    }
}
