package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper order of a cycle. {@code POST /portfolios/{id}/orders}; one order per cycle, market and side, so repeating it
 * answers the order that stands.
 *
 * <p>A BUY passes the trading state and the reservation of risk-service; a SELL closes the whole position.
 *
 * @param cycleId cycle, which has begun
 * @param fence of the run
 * @param side BUY or SELL
 * @param marketId market at its venue
 * @param question what the market asks
 * @param outcome outcome to trade
 * @param stake USD to spend on shares, for a BUY; shares = stake / price, rounded down to 6 decimals
 * @param price per share, above 0 and below 1: the best ask for a BUY, the best bid for a SELL
 * @param exitPrice for a BUY, the best bid: what the shares could be sold for, and so their first mark
 * @param quotedAt when these prices were true; absent: when it is taken
 * @param feePercent fee of the venue in percent of the amount traded; 0 when absent
 * @param label PAPER or SIMULATED
 * @param reason why, in a sentence
 */
public record PortfolioOrderRequest(
        @NotNull UUID cycleId,
        @PositiveOrZero long fence,
        @NotNull Side side,
        @NotBlank @Size(max = 200) String marketId,
        @NotBlank @Size(max = 1000) String question,
        @NotBlank @Size(max = 200) String outcome,
        @Nullable @Positive BigDecimal stake,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false)
                BigDecimal price,
        @Nullable @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) BigDecimal exitPrice,
        @Nullable Instant quotedAt,
        @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal feePercent,
        @NotNull RunLabel label,
        @NotBlank @Size(max = 1000) String reason) {}
