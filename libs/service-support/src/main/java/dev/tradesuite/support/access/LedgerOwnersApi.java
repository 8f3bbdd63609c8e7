package dev.tradesuite.support.access;

import dev.tradesuite.contracts.ledger.BooksOwner;
import dev.tradesuite.contracts.ledger.OwnedIds;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service about owners. */
@HttpExchange("/api/v1/owners")
interface LedgerOwnersApi {

    /** Owner of an account or a portfolio. */
    @GetExchange("/{kind}/{id}")
    BooksOwner owner(@PathVariable("kind") String kind, @PathVariable("id") String id);

    /** What somebody owns. */
    @GetExchange("/{kind}")
    OwnedIds owned(@PathVariable("kind") String kind, @RequestParam("owner") Set<String> owners);
}
