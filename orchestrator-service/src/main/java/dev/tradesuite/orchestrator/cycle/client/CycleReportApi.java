package dev.tradesuite.orchestrator.cycle.client;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reports of cycles at ledger-service. */
@HttpExchange("/portfolios")
public interface CycleReportApi {

    /** Answers a {@code CycleReport}, which is passed on as it is. */
    @GetExchange(url = "/{id}/cycles/{cycle_id}", accept = MediaType.APPLICATION_JSON_VALUE)
    String report(@PathVariable("id") long portfolioId, @PathVariable("cycle_id") UUID cycleId);
}
