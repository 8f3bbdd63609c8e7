package dev.tradesuite.signals.activity.client;

import dev.tradesuite.contracts.risk.AccountHeadroom;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of risk-service. */
@HttpExchange("/api/v1/risk/accounts")
public interface HeadroomApi {

    /** How near an account is to its limits. */
    @GetExchange("/{account}/headroom")
    AccountHeadroom headroom(@PathVariable("account") String account);
}
