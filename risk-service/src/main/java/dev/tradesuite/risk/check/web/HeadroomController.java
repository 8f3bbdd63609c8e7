package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.risk.AccountHeadroom;
import dev.tradesuite.risk.account.RiskAccountService;
import dev.tradesuite.risk.account.web.RiskAccountMapper;
import dev.tradesuite.risk.check.HeadroomService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How much room is left. */
@RestController
@Tag(name = "Accounts")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class HeadroomController {

    private final RiskAccountService accounts;
    private final HeadroomService headroom;

    HeadroomController(RiskAccountService accounts, HeadroomService headroom) {
        this.accounts = accounts;
        this.headroom = headroom;
    }

    /** Each limit of an account with what is measured and left, without a new trade. */
    @GetMapping("/api/v1/risk/accounts/{account}/headroom")
    @Operation(
            summary = "How near an account is to its limits",
            description =
                    "Each of the six limits without any new trade: what is measured by the formulas of the checks, the"
                            + " limit and what is left, and the exposure in each currency. What cannot be measured is"
                            + " absent, and its message says why.")
    AccountHeadroom headroom(@PathVariable("account") @AccountId String account) {
        RiskAccountMapper.found(account, accounts.find(account));
        return HeadroomMapper.write(account, headroom.of(account).orElseThrow());
    }
}
