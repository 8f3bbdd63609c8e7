package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of accounts under {@code suite.ledger}.
 *
 * @param defaultAccount paper account that is opened at the first start
 * @param markInterval shortest time between two changes of an account that only prices cause
 * @param catchUpInterval how often the orchestrator is asked for fills that no event has told of
 * @param equityPointsKept equity points kept for each account; the oldest are deleted
 */
@ConfigurationProperties("suite.ledger")
public record AccountSettings(
        DefaultAccount defaultAccount, Duration markInterval, Duration catchUpInterval, long equityPointsKept) {

    /**
     * Paper account that is opened at the first start.
     *
     * @param enabled whether to open one
     * @param id account
     * @param name for people
     * @param currency of the account
     * @param initialBalance cash to start with
     */
    public record DefaultAccount(boolean enabled, String id, String name, String currency, BigDecimal initialBalance) {

        AccountOpening toOpening() {
            return new AccountOpening(id, name, currency, RunLabel.PAPER, initialBalance);
        }
    }
}
