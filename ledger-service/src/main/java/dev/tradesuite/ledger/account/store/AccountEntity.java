package dev.tradesuite.ledger.account.store;

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

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String currency;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RunLabel label;

    @Column(updatable = false)
    private BigDecimal initialBalance;

    private BigDecimal realisedPnl;
    private BigDecimal commissionPaid;
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

    BigDecimal realisedPnl() {
        return realisedPnl;
    }

    BigDecimal commissionPaid() {
        return commissionPaid;
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

    void change(BigDecimal newRealisedPnl, BigDecimal newCommissionPaid, long newSequence, Instant at) {
        realisedPnl = newRealisedPnl;
        commissionPaid = newCommissionPaid;
        sequence = newSequence;
        updatedAt = at;
    }
}
