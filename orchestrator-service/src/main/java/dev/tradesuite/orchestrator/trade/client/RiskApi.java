package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.RiskLimits;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls to risk-service. */
@HttpExchange("/api/v1/risk")
public interface RiskApi {

    @PostExchange("/check")
    RiskAssessment check(@RequestBody RiskCheckRequest request);

    @GetExchange("/accounts/{account}")
    AccountRisk account(@PathVariable("account") String account);

    @GetExchange("/limits/{account}")
    RiskLimits limits(@PathVariable("account") String account);

    @PostExchange("/reservations")
    Reservation reserve(@RequestBody ReserveRequest request);
}
