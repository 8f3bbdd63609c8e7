package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.MarketOutcome;
import dev.tradesuite.ledger.prediction.Position;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code market_position}. What was bought never changes; what it is worth and where it stands does. */
@Entity
@Table(name = "market_position")
class MarketPositionEntity {

    @Id
    private UUID id;

    @Column(updatable = false)
    private long portfolioId;

    @Column(updatable = false)
    private UUID orderId;

    @Column(updatable = false)
    private String marketId;

    @Column(updatable = false)
    private String question;

    @Column(updatable = false)
    private String outcome;

    @Enumerated(EnumType.STRING)
    private MarketPosition.Status status;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RunLabel label;

    @Column(updatable = false)
    private BigDecimal shares;

    @Column(updatable = false)
    private BigDecimal price;

    @Column(updatable = false)
    private BigDecimal cost;

    private BigDecimal markPrice;
    private Instant markedAt;
    private Instant heardOfAt;

    @Column(updatable = false)
    private Instant openedAt;

    private @Nullable BigDecimal proceeds;
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in.
    protected MarketPositionEntity() {}

    MarketPositionEntity(long portfolioId, Position position) {
        this.id = position.id();
        this.portfolioId = portfolioId;
        this.orderId = position.orderId();
        this.marketId = position.market().marketId();
        this.question = position.market().question();
        this.outcome = position.market().outcome();
        this.label = position.label();
        this.shares = position.shares();
        this.price = position.price();
        this.cost = position.cost();
        this.openedAt = position.openedAt();
        this.status = position.status();
        this.markPrice = position.mark().price();
        this.markedAt = position.mark().at();
        this.heardOfAt = position.heardOfAt();
    }

    void change(Position position) {
        status = position.status();
        markPrice = position.mark().price();
        markedAt = position.mark().at();
        heardOfAt = position.heardOfAt();
        Position.Closing closing = position.closing();
        if (closing != null) {
            proceeds = closing.proceeds();
            closedAt = closing.at();
        }
    }

    long portfolioId() {
        return portfolioId;
    }

    Position position() {
        return new Position(
                id,
                orderId,
                new MarketOutcome(marketId, question, outcome),
                status,
                label,
                shares,
                price,
                cost,
                new Position.Mark(markPrice, markedAt),
                heardOfAt,
                openedAt,
                proceeds == null || closedAt == null ? null : new Position.Closing(proceeds, closedAt));
    }
}
