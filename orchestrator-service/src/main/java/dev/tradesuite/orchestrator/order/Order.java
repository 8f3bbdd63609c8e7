package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with its history. Immutable: every move makes a new one, and a move its state does not allow is refused.
 *
 * @param id order
 * @param clientOrderId key the broker knows it by, made before the broker is called
 * @param terms what is wanted
 * @param origin where it comes from
 * @param state where it stands
 * @param cause why it ended without a full fill; absent otherwise
 * @param history every state it entered, oldest first
 * @param fills what was filled, oldest first
 */
public record Order(
        UUID id,
        String clientOrderId,
        OrderTerms terms,
        OrderOrigin origin,
        OrderState state,
        @Nullable Reason cause,
        List<StateChange> history,
        List<Fill> fills) {

    private static final int PRICE_SCALE = 10;

    public Order {
        history = List.copyOf(history);
        fills = List.copyOf(fills);
    }

    /** A new order. Its client order id follows from its id. */
    public static Order opened(UUID id, OrderTerms terms, OrderOrigin origin, Instant at) {
        return opened(id, "ts-" + id.toString().replace("-", ""), terms, origin, at);
    }

    /** A new order under the client order id its broker gave it: a leg of a bracket. */
    static Order opened(UUID id, String clientOrderId, OrderTerms terms, OrderOrigin origin, Instant at) {
        return new Order(
                id,
                clientOrderId,
                terms,
                origin,
                OrderState.NEW,
                null,
                List.of(new StateChange(OrderState.NEW, at)),
                List.of());
    }

    /** Risk holds its loss and margin. */
    public Order reserved(Instant at) {
        return moved(OrderState.RESERVED, null, at);
    }

    /** It goes to the broker. */
    public Order submitted(Instant at) {
        if (state == OrderState.NEW && !isProtective()) {
            throw new IllegalOrderMoveException(clientOrderId + " has no reservation and protects no order that has");
        }
        return moved(OrderState.SUBMITTED, null, at);
    }

    /** The broker filled a part or all of what was left. */
    public Order filled(Fill fill) {
        Lots total = new Lots(filledLots().value().add(fill.lots().value()));
        if (total.isMoreThan(terms.lots())) {
            throw new IllegalOrderMoveException(
                    "%s wants %s lots and got %s".formatted(clientOrderId, terms.lots(), total));
        }
        boolean complete = total.equals(terms.lots());
        OrderState next = complete ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        Order moved = state == next && !complete ? this : moved(next, null, fill.filledAt());
        List<Fill> all = new ArrayList<>(fills);
        all.add(fill);
        return new Order(id, clientOrderId, terms, origin, moved.state, null, moved.history, all);
    }

    /**
     * It ends without a full fill.
     *
     * @param end DENIED, REJECTED, CANCELLED or EXPIRED
     */
    public Order ended(OrderState end, Reason why, Instant at) {
        if (!end.isFinal() || end == OrderState.FILLED) {
            throw new IllegalArgumentException(end + " is no end without a full fill");
        }
        return moved(end, why, at);
    }

    private Order moved(OrderState next, @Nullable Reason why, Instant at) {
        if (!state.next().contains(next)) {
            throw new IllegalOrderMoveException("%s is %s and cannot become %s".formatted(clientOrderId, state, next));
        }
        List<StateChange> states = new ArrayList<>(history);
        states.add(new StateChange(next, at));
        return new Order(id, clientOrderId, terms, origin, next, why, states, fills);
    }

    public boolean isFinal() {
        return state.isFinal();
    }

    /** Whether it protects the position of another order. */
    public boolean isProtective() {
        return origin.parentOrderId() != null;
    }

    public Lots filledLots() {
        return new Lots(fills.stream().map(fill -> fill.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
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
        return fills.stream().map(Fill::commission).reduce(BigDecimal::add);
    }

    /** Price the trader had in mind: the stated one, else the market's when the order was made. */
    public BigDecimal wantedPrice() {
        return terms.price() == null ? origin.marketPrice() : terms.price();
    }

    /** When it entered the state; empty when it never did. */
    public Optional<Instant> at(OrderState wanted) {
        return history.stream()
                .filter(change -> change.state() == wanted)
                .map(StateChange::at)
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
}
