package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.accounting.prediction.PortfolioFunds;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.StatusDecision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** Row of {@code portfolio}. */
@Entity
@Table(name = "portfolio")
class PortfolioEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Column(updatable = false)
    private String strategyType;

    @Enumerated(EnumType.STRING)
    private PortfolioStatus status;

    private @Nullable String statusChangedBy;
    private @Nullable String statusReason;
    private @Nullable Instant statusChangedAt;

    @ColumnTransformer(write = "?::json")
    private String strategyConfig;

    private boolean configChecked;
    private String schedule;

    @Column(updatable = false)
    private BigDecimal initialBalance;

    private BigDecimal netCashFlow;
    private BigDecimal cash;
    private BigDecimal realisedPnl;
    private long fence;
    private long sequence;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in.
    protected PortfolioEntity() {}

    @SuppressWarnings("NullAway.Init") // The database numbers it.
    PortfolioEntity(ManagedPortfolio portfolio, String config) {
        strategyType = portfolio.strategyType();
        initialBalance = portfolio.books().funds().initialBalance();
        createdAt = portfolio.createdAt();
        change(portfolio, config);
    }

    /** Takes over everything that may change. */
    final void change(ManagedPortfolio portfolio, String config) {
        name = portfolio.setup().name();
        status = portfolio.status();
        StatusDecision decision = portfolio.decision();
        statusChangedBy = decision == null ? null : decision.who();
        statusReason = decision == null ? null : decision.reason();
        statusChangedAt = decision == null ? null : decision.at();
        strategyConfig = config;
        configChecked = portfolio.setup().configChecked();
        schedule = portfolio.setup().schedule();
        netCashFlow = portfolio.books().funds().netCashFlow();
        cash = portfolio.books().funds().cash();
        realisedPnl = portfolio.books().funds().realisedPnl();
        fence = portfolio.fence();
        sequence = portfolio.sequence();
        updatedAt = portfolio.books().updatedAt();
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String strategyType() {
        return strategyType;
    }

    PortfolioStatus status() {
        return status;
    }

    @Nullable
    StatusDecision decision() {
        return statusChangedBy == null || statusChangedAt == null
                ? null
                : new StatusDecision(statusChangedBy, statusReason, statusChangedAt);
    }

    String strategyConfig() {
        return strategyConfig;
    }

    boolean isConfigChecked() {
        return configChecked;
    }

    String schedule() {
        return schedule;
    }

    PortfolioFunds funds() {
        return new PortfolioFunds(initialBalance, netCashFlow, cash, realisedPnl);
    }

    long fence() {
        return fence;
    }

    long sequence() {
        return sequence;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
