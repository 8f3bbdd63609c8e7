package dev.tradesuite.ledger.account.client;

import dev.tradesuite.contracts.orchestrator.BrokerPositions;
import dev.tradesuite.contracts.orchestrator.FillPage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What the books compare themselves with. */
@HttpExchange("/api/v1/orchestrator")
public interface BookedFillsApi {

    /** Fills in the order in which they were booked. */
    @GetExchange("/fills")
    FillPage fills(
            @RequestParam("since") Instant since,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /** What an account holds at its broker. */
    @GetExchange("/broker-positions")
    BrokerPositions positions(@RequestParam("account") String account);
}
