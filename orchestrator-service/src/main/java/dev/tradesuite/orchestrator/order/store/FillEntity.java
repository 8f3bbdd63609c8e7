package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.Fill;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** Row of {@code order_fill}. */
@Entity
@Immutable
@Table(name = "order_fill")
class FillEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID orderId;

    @SuppressWarnings("UnusedVariable") // The query sorts by it.
    private int number;

    private BigDecimal lots;
    private BigDecimal price;
    private BigDecimal commission;
    private BigDecimal conversionRate;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, BigDecimal> conversionPrices;

    private Instant filledAt;

    @Transient
    private boolean added;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in.
    protected FillEntity() {}

    /** @param number position among the fills of the order, from 0 */
    FillEntity(UUID orderId, int number, Fill fill) {
        this.id = fill.id();
        this.orderId = orderId;
        this.number = number;
        this.lots = fill.lots().value();
        this.price = fill.price();
        this.commission = fill.commission();
        this.conversionRate = fill.conversionRate();
        this.conversionPrices = fill.conversionPrices();
        this.filledAt = fill.filledAt();
        this.added = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Always added, never looked for first: the key keeps an execution from being booked twice. */
    @Override
    public boolean isNew() {
        return added;
    }

    UUID orderId() {
        return orderId;
    }

    Fill fill() {
        return new Fill(id, new Lots(lots), price, commission, conversionRate, conversionPrices, filledAt);
    }
}
