package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.strategy.CycleReport;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Calls to ledger-service; each can be repeated without harm. */
@HttpExchange("/portfolios/{id}")
public interface LedgerApi {

    @PutExchange("/cycles/{cycleId}")
    CycleStart begin(
            @PathVariable("id") long id, @PathVariable("cycleId") UUID cycleId, @RequestBody BeginCycleRequest request);

    @PostExchange("/orders")
    PortfolioOrder order(@PathVariable("id") long id, @RequestBody PortfolioOrderRequest request);

    @PostExchange("/prices")
    MarkedPrices prices(@PathVariable("id") long id, @RequestBody MarkPricesRequest request);

    @PostExchange("/cycles/{cycleId}/complete")
    CycleReport complete(
            @PathVariable("id") long id,
            @PathVariable("cycleId") UUID cycleId,
            @RequestBody CompleteCycleRequest request);
}
