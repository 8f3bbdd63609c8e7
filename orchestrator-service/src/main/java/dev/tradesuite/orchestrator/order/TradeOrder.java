package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with its history. Immutable: every move makes a new one, and a move its status does not allow is refused.
 *
 * @param id order
 * @param clientOrderId key the broker knows it by, made before the broker is called
 * @param terms what is wanted
 * @param origin where it comes from
 * @param venue where it goes
 * @param status where it stands
 * @param cause why it ended, or is to end, without a full fill; absent otherwise
 * @param history every status it entered, oldest first
 * @param fills what was filled, oldest first
 * @param owner the instance that has it on its way; absent once its broker has spoken, or nobody cares for it
 * @param version how often it was stored; a move of an older version is refused
 */
public record TradeOrder(
        UUID id,
        String clientOrderId,
        TradeTerms terms,
        OrderOrigin origin,
        Venue venue,
        OrderStatus status,
        @Nullable Reason cause,
        List<Entered> history,
        List<OrderFill> fills,
        @Nullable String owner,
        int version) {

    private static final int PRICE_SCALE = 10;

    /** No request may state a key that begins with {@code ts-}. */
    private static final String FLATTENING = "ts-flat-";

    public TradeOrder {
        history = List.copyOf(history);
        fills = List.copyOf(fills);
    }

    /**
     * Where an order goes; it stays so when the account gets another broker.
     *
     * @param broker name of the broker
     * @param label what its fills are
     */
    public record Venue(String broker, RunLabel label) {}

    /**
     * A status an order entered.
     *
     * @param status which
     * @param at when
     */
    public record Entered(OrderStatus status, Instant at) {}

    /** A new order that an instance takes care of. Its client order id follows from its id. */
    public static TradeOrder opened(
            UUID id, TradeTerms terms, OrderOrigin origin, Venue venue, String owner, Instant at) {
        return made(id, "ts-" + id.toString().replace("-", ""), terms, origin, venue, owner, at);
    }

    /** A key for an order by which a stop of trading closes a position. */
    public static String flatteningKey(UUID id) {
        return FLATTENING + id.toString().replace("-", "");
    }

    /** The new order under a key that its sender has given it. */
    TradeOrder named(String key) {
        return new TradeOrder(id, key, terms, origin, venue, status, cause, history, fills, owner, version);
    }

    /** An order under the client order id its broker gave it: a leg of the bracket of this order. */
    TradeOrder leg(UUID legId, String legClientOrderId, TradeTerms legTerms, Instant at) {
        return made(legId, legClientOrderId, legTerms, origin.ofLeg(id), venue, null, at);
    }

    private static TradeOrder made(
            UUID id,
            String clientOrderId,
            TradeTerms terms,
            OrderOrigin origin,
            Venue venue,
            @Nullable String owner,
            Instant at) {
        return new TradeOrder(
                id,
                clientOrderId,
                terms,
                origin,
                venue,
                OrderStatus.NEW,
                null,
                List.of(new Entered(OrderStatus.NEW, at)),
                List.of(),
                owner,
                0);
    }

    /** Statuses that may follow one; an order moves along these only, and the last have none. */
    static Set<OrderStatus> after(OrderStatus status) {
        return switch (status) {
            // A protective order goes straight to SUBMITTED: the reservation of the order it protects covers it.
            case NEW -> Set.of(OrderStatus.RESERVED, OrderStatus.SUBMITTED, OrderStatus.DENIED, OrderStatus.CANCELLED);
            case RESERVED -> Set.of(OrderStatus.SUBMITTED, OrderStatus.CANCELLED);
            case SUBMITTED ->
                Set.of(
                        OrderStatus.PARTIALLY_FILLED,
                        OrderStatus.CANCEL_REQUESTED,
                        OrderStatus.FILLED,
                        OrderStatus.REJECTED,
                        OrderStatus.CANCELLED,
                        OrderStatus.EXPIRED);
            case PARTIALLY_FILLED ->
                Set.of(OrderStatus.CANCEL_REQUESTED, OrderStatus.FILLED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);
            case CANCEL_REQUESTED ->
                Set.of(OrderStatus.FILLED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);
            case PENDING_APPROVAL, FILLED, DENIED, REJECTED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** Risk holds its loss and margin. */
    public TradeOrder reserved(Instant at) {
        return moved(OrderStatus.RESERVED, null, at);
    }

    /** It goes to the broker. */
    public TradeOrder submitted(Instant at) {
        if (status == OrderStatus.NEW && !isProtective()) {
            throw new IllegalOrderMoveException(clientOrderId + " has no reservation and protects no order that has");
        }
        return moved(OrderStatus.SUBMITTED, null, at);
    }

    /** The broker filled a part or all of what was left. */
    public TradeOrder filled(OrderFill fill) {
        Lots total = new Lots(filledLots().value().add(fill.lots().value()));
        if (total.isMoreThan(terms.lots())) {
            throw new IllegalOrderMoveException(
                    "%s wants %s lots and got %s".formatted(clientOrderId, terms.lots(), total));
        }
        List<OrderFill> all = new ArrayList<>(fills);
        all.add(fill);
        TradeOrder moved = this;
        if (total.equals(terms.lots())) {
            moved = moved(OrderStatus.FILLED, null, fill.filledAt());
        } else if (status != OrderStatus.PARTIALLY_FILLED && status != OrderStatus.CANCEL_REQUESTED) {
            moved = moved(OrderStatus.PARTIALLY_FILLED, null, fill.filledAt());
        }
        return moved.with(terms, moved.cause, all, owner);
    }

    /** The broker is asked to take it back; it may still be filled until the broker says what became of it. */
    public TradeOrder cancelRequested(Reason why, Instant at) {
        return status == OrderStatus.CANCEL_REQUESTED ? this : moved(OrderStatus.CANCEL_REQUESTED, why, at);
    }

    /**
     * It ends without a full fill.
     *
     * @param end DENIED, REJECTED, CANCELLED or EXPIRED
     */
    public TradeOrder ended(OrderStatus end, Reason why, Instant at) {
        if (!after(end).isEmpty() || end == OrderStatus.FILLED) {
            throw new IllegalArgumentException(end + " is no end without a full fill");
        }
        return moved(end, why, at);
    }

    /** Its trailing stop has followed the price. */
    TradeOrder followed(BigDecimal trigger) {
        return with(terms.priced(terms.limitPrice(), trigger), cause, fills, owner);
    }

    /** It protects a position that has become smaller. */
    TradeOrder resized(Lots lots) {
        return with(terms.sized(lots), cause, fills, owner);
    }

    /** Nobody has it on its way any more. */
    TradeOrder unowned() {
        return owner == null ? this : with(terms, cause, fills, null);
    }

    /** The order once it is stored as it is. */
    public TradeOrder stored() {
        return new TradeOrder(
                id, clientOrderId, terms, origin, venue, status, cause, history, fills, owner, version + 1);
    }

    private TradeOrder with(
            TradeTerms nextTerms, @Nullable Reason nextCause, List<OrderFill> nextFills, @Nullable String nextOwner) {
        return new TradeOrder(
                id, clientOrderId, nextTerms, origin, venue, status, nextCause, history, nextFills, nextOwner, version);
    }

    private TradeOrder moved(OrderStatus next, @Nullable Reason why, Instant at) {
        if (!after(status).contains(next)) {
            throw new IllegalOrderMoveException("%s is %s and cannot become %s".formatted(clientOrderId, status, next));
        }
        List<Entered> entered = new ArrayList<>(history);
        entered.add(new Entered(next, at));
        return new TradeOrder(id, clientOrderId, terms, origin, venue, next, why, entered, fills, owner, version);
    }

    public boolean isFinal() {
        return after(status).isEmpty();
    }

    /** Whether it is at its broker as far as is known, and not asked back. */
    public boolean isWorking() {
        return owner == null && (status == OrderStatus.SUBMITTED || status == OrderStatus.PARTIALLY_FILLED);
    }

    /** Whether it was never on its way to a broker. */
    boolean isUnsent() {
        return status == OrderStatus.NEW || status == OrderStatus.RESERVED;
    }

    /** Whether a stop of trading closes a position by it. */
    public boolean isFlattening() {
        return clientOrderId.startsWith(FLATTENING);
    }

    /** Whether it protects the position of another order. */
    public boolean isProtective() {
        return origin.parentOrderId() != null;
    }

    /** Whether it is a stop or a target that only reduces a position. */
    boolean isExit() {
        return terms.reduceOnly() && terms.type() != OrderType.MARKET;
    }

    public Lots filledLots() {
        return new Lots(fills.stream().map(fill -> fill.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What is still wanted. */
    public Lots unfilledLots() {
        return new Lots(terms.lots().value().subtract(filledLots().value()));
    }

    /** Mean price of the fills, weighted by lots, 10 decimals half-even; empty without a fill. */
    public Optional<BigDecimal> averageFillPrice() {
        if (fills.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal cost = fills.stream()
                .map(fill -> fill.price().multiply(fill.lots().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(Amounts.stripped(cost.divide(filledLots().value(), PRICE_SCALE, RoundingMode.HALF_EVEN)));
    }

    /** Commission of all fills in the account currency; empty without a fill. */
    public Optional<BigDecimal> commission() {
        return fills.stream().map(OrderFill::commission).reduce(BigDecimal::add);
    }

    /** Price the trader had in mind: the stated one, else the market's when the order was made. */
    public BigDecimal wantedPrice() {
        return terms.statedPrice().orElse(origin.marketPrice());
    }

    /** The price at which it was to be filled, as far as that was known when it was made. */
    public BigDecimal expectedFill() {
        return terms.expectedFill(origin.marketPrice());
    }

    /** When it entered the status; empty when it never did. */
    public Optional<Instant> at(OrderStatus wanted) {
        return history.stream()
                .filter(entered -> entered.status() == wanted)
                .map(Entered::at)
                .findFirst();
    }

    public Instant createdAt() {
        return history.getFirst().at();
    }

    /** When something happened to it last. */
    public Instant updatedAt() {
        Instant moved = history.getLast().at();
        return fills.isEmpty() || fills.getLast().filledAt().isBefore(moved)
                ? moved
                : fills.getLast().filledAt();
    }

    /** The order as its broker is told of it. */
    BrokerRequest request() {
        return new BrokerRequest(clientOrderId, origin.accountId(), terms, origin.marketPrice(), origin.strategy());
    }
}
