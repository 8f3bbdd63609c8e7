package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.Cash;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.market.RunLabel;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Row of {@code account} with its rows of {@code position}, by symbol. */
@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    private String id;

    private String name;

    @Column(updatable = false)
    private String currency;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RunLabel label;

    @Column(updatable = false)
    private BigDecimal initialBalance;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    private BigDecimal realisedPnl;
    private BigDecimal commissionPaid;
    private BigDecimal netCashFlow;
    private long sequence;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "position", joinColumns = @JoinColumn(name = "account_id"))
    @MapKeyColumn(name = "symbol")
    private Map<String, PositionRow> positions = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in.
    protected AccountEntity() {}

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String currency() {
        return currency;
    }

    RunLabel label() {
        return label;
    }

    BigDecimal initialBalance() {
        return initialBalance;
    }

    AccountStatus status() {
        return status;
    }

    Cash cash() {
        return new Cash(realisedPnl, commissionPaid, netCashFlow);
    }

    long sequence() {
        return sequence;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Map<String, PositionRow> positions() {
        return positions;
    }

    void change(Account account) {
        name = account.opening().name();
        status = account.status();
        realisedPnl = account.cash().realisedPnl();
        commissionPaid = account.cash().commissionPaid();
        netCashFlow = account.cash().netCashFlow();
        sequence = account.sequence();
        updatedAt = account.updatedAt();
    }
}
