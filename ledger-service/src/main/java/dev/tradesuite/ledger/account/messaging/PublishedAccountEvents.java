package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.ledger.account.Account;
import dev.tradesuite.ledger.account.AccountEvents;
import dev.tradesuite.ledger.account.BookedFill;
import dev.tradesuite.ledger.account.wire.AccountRecords;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Account changes as {@code account.updated} on {@code ledger.events}, through the outbox. */
@Component
final class PublishedAccountEvents implements AccountEvents {

    private static final String ACCOUNT_UPDATED = "account.updated";

    private final Events events;

    PublishedAccountEvents(Events events) {
        this.events = events;
    }

    @Override
    public void changed(Account account) {
        publish(account, new AccountUpdated(AccountRecords.of(account), null));
    }

    @Override
    public void filled(Account account, BookedFill fill) {
        publish(
                account,
                new AccountUpdated(
                        AccountRecords.of(account),
                        new AccountUpdated.BookedFill(
                                fill.fillId(), fill.orderId(), fill.bookedLots().value(), fill.orderComplete())));
    }

    private void publish(Account account, AccountUpdated updated) {
        events.publish(Topics.LEDGER_EVENTS, account.id(), ACCOUNT_UPDATED, updated);
    }
}
