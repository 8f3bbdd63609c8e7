package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.ledger.account.AccountEvents;
import dev.tradesuite.ledger.account.OrderProgress;
import dev.tradesuite.ledger.account.web.AccountMapper;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Account changes as {@code account.updated} on {@code ledger.events}, through the outbox. */
@Component
final class AccountPublisher implements AccountEvents {

    private static final String ACCOUNT_UPDATED = "account.updated";

    private final Events events;

    AccountPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void changed(Account account) {
        publish(account, new AccountUpdated(AccountMapper.of(account), null));
    }

    @Override
    public void filled(Account account, OrderProgress fill) {
        publish(
                account,
                new AccountUpdated(
                        AccountMapper.of(account),
                        new AccountUpdated.BookedFill(
                                fill.fillId(), fill.orderId(), fill.bookedLots().value(), fill.orderComplete())));
    }

    private void publish(Account account, AccountUpdated updated) {
        events.publish(Topics.LEDGER_EVENTS, account.id(), ACCOUNT_UPDATED, updated);
    }
}
