package dev.tradesuite.ledger.account.store;

import dev.tradesuite.contracts.ledger.MarkSource;
import dev.tradesuite.instruments.Direction;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code position}; its symbol is the key of the map it is in. */
@Embeddable
record PositionRow(
        @Enumerated(EnumType.STRING) Direction direction,
        BigDecimal lots,
        BigDecimal cost,
        BigDecimal margin,
        BigDecimal leverage,
        Instant openedAt,
        BigDecimal markPrice,
        @Enumerated(EnumType.STRING) MarkSource markSource,
        Instant markedAt,
        BigDecimal conversionRate,
        @Nullable Instant conversionRateAt) {}
