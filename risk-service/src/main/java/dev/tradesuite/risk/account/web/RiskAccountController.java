package dev.tradesuite.risk.account.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.account.RiskAccountService;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What risk remembers of an account, and its limits. */
@RestController
@RequestMapping("/api/v1/risk")
@Tag(name = "Accounts", description = "What risk remembers of an account, and its limits")
class RiskAccountController {

    private final RiskAccountService accounts;

    RiskAccountController(RiskAccountService accounts) {
        this.accounts = accounts;
    }

    /** Risk memory of an account. */
    @GetMapping("/accounts/{account}")
    @Operation(summary = "Risk memory of an account")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    AccountRisk account(@PathVariable("account") @AccountId String account) {
        return RiskAccountMapper.account(account, known(account).figures());
    }

    /** Limits of an account. */
    @GetMapping("/limits/{account}")
    @Operation(summary = "Limits of an account")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    RiskLimits limits(@PathVariable("account") @AccountId String account) {
        return RiskAccountMapper.limits(known(account).figures().limits());
    }

    /** Changes all limits of an account; the name in the token is recorded. */
    @PutMapping("/limits/{account}")
    @Operation(
            summary = "Change the limits of an account",
            description =
                    "All of them at once. The subject of the token is recorded. An account that is beyond a new limit"
                            + " is restricted at once.")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    RiskLimits changeLimits(
            @PathVariable("account") @AccountId String account,
            @Valid @RequestBody RiskLimits limits,
            Principal person) {
        known(account);
        return RiskAccountMapper.limits(accounts.change(account, RiskAccountMapper.limits(limits), person.getName())
                .orElseThrow());
    }

    private RiskAccount known(String account) {
        return switch (accounts.find(account)) {
            case RiskAccountService.Answer.Found(RiskAccount found) -> found;
            case RiskAccountService.Answer.NoSuchAccount _ ->
                throw new ProblemException(ProblemCode.NOT_FOUND, "the books have no account " + account);
            case RiskAccountService.Answer.Unavailable(String message) ->
                throw new ProblemException(ProblemCode.SERVICE_OFFLINE, message);
        };
    }
}
