package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.strategy.CycleReport;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Calls to ledger-service in the order of a cycle; each can be repeated without harm. */
@HttpExchange("/portfolios/{id}/cycles/{cycleId}")
public interface LedgerCycleApi {

    @PutExchange
    CycleStart begin(
            @PathVariable("id") long id, @PathVariable("cycleId") UUID cycleId, @RequestBody BeginCycleRequest request);

    @GetExchange("/start")
    CycleStart look(@PathVariable("id") long id, @PathVariable("cycleId") UUID cycleId);

    @PostExchange("/orders")
    CycleOrders orders(
            @PathVariable("id") long id,
            @PathVariable("cycleId") UUID cycleId,
            @RequestBody CycleOrdersRequest request);

    @PostExchange("/complete")
    CycleReport complete(
            @PathVariable("id") long id,
            @PathVariable("cycleId") UUID cycleId,
            @RequestBody CompleteCycleRequest request);
}
