package dev.tradesuite.risk.account.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.ChangeHighWaterMarkRequest;
import dev.tradesuite.contracts.risk.ChangeLimitsRequest;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.account.RiskAccountService;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
                    "All of them at once. The subject of the token is recorded, with the reason if there is one. An"
                            + " account that is beyond a new limit is restricted at once.")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    RiskLimits changeLimits(
            @PathVariable("account") @AccountId String account,
            @Valid @RequestBody ChangeLimitsRequest request,
            Principal person) {
        known(account);
        return RiskAccountMapper.limits(
                accounts.changeLimits(account, RiskAccountMapper.limits(request), request.reason(), person.getName())
                        .orElseThrow());
    }

    /** Puts the highest equity of an account right; the name in the token is recorded with the reason. */
    @PostMapping("/accounts/{account}/high-water-mark")
    @Operation(
            summary = "Put the high-water mark of an account right",
            description = "For a highest equity that was never true, such as one from a wrong price. It cannot be below"
                    + " equity. The subject of the token is recorded with the reason. A restriction that"
                    + " followed from the wrong one is lifted with the trading state.")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    AccountRisk changeHighWaterMark(
            @PathVariable("account") @AccountId String account,
            @Valid @RequestBody ChangeHighWaterMarkRequest request,
            Principal person) {
        known(account);
        BigDecimal value = request.value().equals("equity") ? null : new BigDecimal(request.value());
        return switch (accounts.change(account, value, request.reason(), person.getName())
                .orElseThrow()) {
            case RiskAccountService.HighWaterMark.Changed(RiskAccount changed) ->
                RiskAccountMapper.account(account, changed.figures());
            case RiskAccountService.HighWaterMark.BelowEquity(BigDecimal equity) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "the highest equity cannot be below equity, which is %s"
                                .formatted(Amounts.even(equity).toPlainString()));
        };
    }

    private RiskAccount known(String account) {
        return RiskAccountMapper.found(account, accounts.find(account));
    }
}
