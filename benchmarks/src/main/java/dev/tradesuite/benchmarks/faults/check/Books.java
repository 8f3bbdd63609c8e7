package dev.tradesuite.benchmarks.faults.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the check looks at, as it was at one moment. Lots are positive, and signed where a name says so.
 *
 * @param accounts accounts in the books
 * @param cashFlows cash paid in and out
 * @param trades fills in the books
 * @param positions open positions in the books
 * @param holdings what strategies hold of them, and what none does
 * @param brokerPositions open positions at the paper broker
 * @param orders orders of the orchestrator
 * @param fills fills of the orchestrator
 * @param executions what the paper broker executed
 * @param held reservations that hold room
 * @param portfolios portfolios in the books
 * @param openMarkets open positions in markets
 * @param marketTrades changes of the cash of portfolios
 * @param unsent events in the outboxes
 * @param deadLetters events no consumer could handle
 */
public record Books(
        List<Account> accounts,
        List<CashFlow> cashFlows,
        List<Trade> trades,
        List<SignedLots> positions,
        List<SignedLots> holdings,
        List<SignedLots> brokerPositions,
        List<Order> orders,
        List<Fill> fills,
        List<Execution> executions,
        List<Held> held,
        List<Portfolio> portfolios,
        List<OpenMarket> openMarkets,
        List<MarketTrade> marketTrades,
        List<Unsent> unsent,
        List<DeadLetter> deadLetters) {

    /**
     * An account.
     *
     * @param id account
     * @param initial starting cash
     * @param balance cash
     * @param sequence number of the newest change
     * @param sequenceAtRisk newest change risk knows of; absent when it knows no such account
     */
    public record Account(
            String id, BigDecimal initial, BigDecimal balance, long sequence, @Nullable Long sequenceAtRisk) {}

    /** Cash that was paid in (positive) or out. */
    public record CashFlow(UUID id, String account, BigDecimal change) {}

    /** A fill in the books; {@code realised} is 0 where nothing was closed. */
    public record Trade(
            UUID fillId,
            UUID orderId,
            String account,
            String symbol,
            boolean buy,
            BigDecimal lots,
            BigDecimal price,
            BigDecimal realised,
            BigDecimal commission) {

        /** Positive for bought. */
        BigDecimal signed() {
            return buy ? lots : lots.negate();
        }
    }

    /** Lots of an instrument on an account, positive for bought. */
    public record SignedLots(String account, String symbol, BigDecimal signed) {}

    /**
     * An order.
     *
     * @param id order
     * @param clientOrderId key the broker knows it by
     * @param account account
     * @param status where it stands
     * @param filled lots filled
     * @param asked whether a request asked for it; a stop that came with an entry has none
     */
    public record Order(
            UUID id, String clientOrderId, String account, String status, BigDecimal filled, boolean asked) {}

    /** A fill as the orchestrator has it. */
    public record Fill(UUID id, UUID orderId, BigDecimal lots, BigDecimal price, BigDecimal commission) {}

    /** An execution as the broker has it. */
    public record Execution(UUID id, String clientOrderId, BigDecimal lots) {}

    /**
     * A reservation that holds room.
     *
     * @param orderId order it is for
     * @param account account, or the one of a portfolio
     * @param lots size it still holds
     * @param orderStatus status of the order; absent when no such order is known
     * @param orderEnded whether that is a last one
     */
    public record Held(
            UUID orderId, String account, BigDecimal lots, @Nullable String orderStatus, boolean orderEnded) {}

    /** A portfolio. */
    public record Portfolio(long id, BigDecimal initial, BigDecimal cash) {}

    /** An open position in a market. */
    public record OpenMarket(long portfolio, String market, UUID position) {}

    /** A change of the cash of a portfolio. */
    public record MarketTrade(UUID id, long portfolio, BigDecimal change) {}

    /** An event in the outbox of a service. */
    public record Unsent(String service, String topic, UUID id) {}

    /**
     * An event no consumer could handle.
     *
     * @param topic topic it came from
     * @param offset its place among the dead letters
     * @param consumer who could not handle it
     * @param reason why not
     * @param poison whether this program sent it
     */
    public record DeadLetter(String topic, long offset, String consumer, String reason, boolean poison) {}
}
