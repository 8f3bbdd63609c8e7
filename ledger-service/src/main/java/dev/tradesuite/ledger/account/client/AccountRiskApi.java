package dev.tradesuite.ledger.account.client;

import dev.tradesuite.contracts.risk.AccountRisk;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of risk-service about accounts. */
@HttpExchange("/api/v1/risk/accounts")
public interface AccountRiskApi {

    /** Risk memory of an account. */
    @GetExchange("/{account}")
    AccountRisk account(@PathVariable("account") String account);
}
