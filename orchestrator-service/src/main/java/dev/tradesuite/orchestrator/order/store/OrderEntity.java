package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.Fill;
import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderState;
import dev.tradesuite.orchestrator.order.OrderTerms;
import dev.tradesuite.orchestrator.order.OrderType;
import dev.tradesuite.orchestrator.order.Protection;
import dev.tradesuite.orchestrator.order.StateChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Row of {@code trade_order}. What was wanted never changes; where it stands does. */
@Entity
@Table(name = "trade_order")
class OrderEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String clientOrderId;

    @Column(updatable = false)
    private @Nullable UUID decisionId;

    @Column(updatable = false)
    private @Nullable UUID parentOrderId;

    @Column(updatable = false)
    private String accountId;

    @Column(updatable = false)
    private String accountCurrency;

    @Column(updatable = false)
    private String symbol;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Side side;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private OrderType type;

    @Column(updatable = false)
    private BigDecimal lots;

    private BigDecimal filledLots;

    @Column(updatable = false)
    private @Nullable BigDecimal price;

    @Column(updatable = false)
    private @Nullable Instant expiresAt;

    @Column(updatable = false)
    private boolean reduceOnly;

    @Column(updatable = false)
    private @Nullable BigDecimal stopLossPrice;

    @Column(updatable = false)
    private @Nullable BigDecimal takeProfitPrice;

    @Column(updatable = false)
    private BigDecimal marketPrice;

    @Column(updatable = false)
    private BigDecimal leverage;

    @Column(updatable = false)
    private @Nullable String strategy;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, BigDecimal> conversionPrices;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private @Nullable String causeCode;
    private @Nullable String causeMessage;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<StateChange> history;

    @SuppressWarnings("UnusedVariable") // For whoever reads the table; the order tells it from its history.
    private Instant updatedAt;

    @Version
    private @Nullable Integer version;

    /** How many fills of the order are stored. */
    @Transient
    private int knownFills;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in.
    protected OrderEntity() {}

    OrderEntity(Order order) {
        OrderTerms terms = order.terms();
        OrderOrigin origin = order.origin();
        id = order.id();
        clientOrderId = order.clientOrderId();
        decisionId = origin.decisionId();
        parentOrderId = origin.parentOrderId();
        accountId = origin.accountId();
        accountCurrency = origin.accountCurrency();
        symbol = terms.symbol();
        side = terms.side();
        type = terms.type();
        lots = terms.lots().value();
        price = terms.price();
        expiresAt = terms.expiresAt();
        reduceOnly = terms.reduceOnly();
        stopLossPrice = terms.protection().stopLossPrice();
        takeProfitPrice = terms.protection().takeProfitPrice();
        marketPrice = origin.marketPrice();
        leverage = origin.leverage().value();
        strategy = origin.strategy();
        conversionPrices = origin.conversionPrices();
        filledLots = order.filledLots().value();
        state = order.state();
        history = order.history();
        updatedAt = order.updatedAt();
        move(order);
    }

    /** Takes over where the order stands. */
    final void move(Order order) {
        filledLots = order.filledLots().value();
        state = order.state();
        causeCode = order.cause() == null ? null : order.cause().code();
        causeMessage = order.cause() == null ? null : order.cause().message();
        history = order.history();
        updatedAt = order.updatedAt();
    }

    UUID id() {
        return id;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /**
     * Told here, or Spring Data would look for a getter of the version first, at the price of an exception each time.
     */
    @Override
    public boolean isNew() {
        return version == null;
    }

    /** Whether it has fills to be read. */
    boolean hasFills() {
        return filledLots.signum() > 0;
    }

    int knownFills() {
        return knownFills;
    }

    void knowsFills(int count) {
        knownFills = count;
    }

    Order order(List<Fill> fills) {
        knownFills = fills.size();
        return new Order(
                id,
                clientOrderId,
                new OrderTerms(
                        symbol,
                        side,
                        type,
                        new Lots(lots),
                        price,
                        expiresAt,
                        reduceOnly,
                        new Protection(stopLossPrice, takeProfitPrice)),
                new OrderOrigin(
                        accountId,
                        accountCurrency,
                        marketPrice,
                        new Leverage(leverage),
                        strategy,
                        decisionId,
                        parentOrderId,
                        conversionPrices),
                state,
                causeCode == null || causeMessage == null ? null : new Reason(causeCode, causeMessage),
                history,
                fills);
    }
}
