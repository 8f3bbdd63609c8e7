package dev.tradesuite.ledger.account.client;

import dev.tradesuite.ledger.account.OpenOrders;
import org.springframework.stereotype.Component;

/** The orders at the orchestrator; offline it is answered as a problem, and nothing is archived. */
@Component
final class OpenOrdersClient implements OpenOrders {

    private final AccountOrdersApi orders;

    OpenOrdersClient(AccountOrdersApi orders) {
        this.orders = orders;
    }

    @Override
    public boolean any(String accountId) {
        return !orders.orders(accountId, true, 1).orders().isEmpty();
    }
}
