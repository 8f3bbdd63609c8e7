package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a cycle wants of the books, at once. {@code POST /portfolios/{id}/cycles/{cycle_id}/orders}; repeating it
 * answers what stands.
 *
 * <p>First the prices value and settle what is held, then the SELLs free cash, then the BUYs pass one reservation of
 * risk-service and are booked in the order they stand here. Each order has a result of its own; one that cannot be
 * taken does not keep the others back.
 *
 * @param fence of the run
 * @param label PAPER or SIMULATED
 * @param prices what the venues tell of the markets that are held; empty when there is nothing to tell
 * @param orders what to trade; one for each market and side
 */
public record CycleOrdersRequest(
        @PositiveOrZero long fence,
        @NotNull RunLabel label,
        @NotNull @Size(max = 10_000) List<MarkPricesRequest.@NotNull @Valid Price> prices,
        @NotNull @Size(max = 1000) List<@NotNull Order> orders) {

    /**
     * An order of a cycle. Its fields are checked one by one, as those of {@link PortfolioOrderRequest}: an order that
     * does not pass is answered as DENIED with the reason {@code ORDER_NOT_VALID}, and the others go on; it is not
     * stored and no part of the report.
     *
     * @param side BUY, or SELL of the whole position
     * @param marketId market at its venue
     * @param question what the market asks
     * @param outcome outcome to trade
     * @param stake USD to spend on shares, for a BUY
     * @param price per share, above 0 and below 1: the best ask for a BUY, the best bid for a SELL
     * @param exitPrice for a BUY, the best bid: the first mark
     * @param quotedAt when these prices were true; absent: when it is taken
     * @param feePercent fee of the venue in percent of the amount traded; 0 when absent
     * @param set orders with the same name, all of one side, are filled together or not at all; absent: the order
     *     stands alone
     * @param reason why, in a sentence
     */
    public record Order(
            @NotNull Side side,
            @NotNull String marketId,
            @NotNull String question,
            @NotNull String outcome,
            @Nullable BigDecimal stake,
            @NotNull BigDecimal price,
            @Nullable BigDecimal exitPrice,
            @Nullable Instant quotedAt,
            @Nullable BigDecimal feePercent,
            @Nullable String set,
            @NotNull String reason) {}
}
