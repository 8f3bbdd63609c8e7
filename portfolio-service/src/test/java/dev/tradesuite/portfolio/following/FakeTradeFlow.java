package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Orchestrator and books in one: every order is filled at once and held, and the same key is the same order. It keeps a
 * log of its own, and can be away, refuse, or be killed before or after an order.
 */
final class FakeTradeFlow implements FollowOrders, StrategyHoldings {

    private static final BigDecimal LOT = new BigDecimal("100000");

    private final Map<String, FollowReply> answered = new HashMap<>();
    private final Map<String, FollowStep.Ordered> orders = new LinkedHashMap<>();
    private final Map<FollowerKey, Answer.Held> held = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private final Deque<FollowReply> instead = new ArrayDeque<>();
    private boolean booksAreAway;
    private boolean killedBefore;
    private boolean killedAfter;
    private int unreachable;

    @Override
    public FollowReply send(FollowStep step, FollowRequest request) {
        if (killedBefore) {
            killedBefore = false;
            throw new KilledException();
        }
        if (unreachable > 0) {
            unreachable--;
            return new FollowReply.NotArrived(
                    Reason.of(FollowingReason.ORCHESTRATOR_AWAY, FollowingReason.ORCHESTRATOR_AWAY.sentence()));
        }
        FollowReply known = answered.get(step.requestKey());
        if (known != null) {
            return known;
        }
        if (!instead.isEmpty()) {
            return instead.remove();
        }
        FollowReply reply = done(step, request);
        answered.put(step.requestKey(), reply);
        if (killedAfter) {
            killedAfter = false;
            throw new KilledException();
        }
        return reply;
    }

    private FollowReply done(FollowStep step, FollowRequest request) {
        log.add("%s %s".formatted(step.key().strategy(), text(request)));
        switch (request) {
            case FollowRequest.Buy buy ->
                held.merge(
                        step.key(),
                        holding(Direction.openedBy(buy.side()), buy.notional()),
                        (before, more) ->
                                holding(before.direction(), value(before).add(value(more))));
            case FollowRequest.Close close -> {
                BigDecimal lots = close.lots();
                if (lots == null) {
                    held.remove(step.key());
                } else {
                    held.computeIfPresent(
                            step.key(),
                            (_, before) -> holding(
                                    before.direction(),
                                    before.lots().subtract(lots).multiply(LOT)));
                }
            }
        }
        FollowStep.Ordered order = new FollowStep.Ordered(new UUID(0, orders.size() + 1L), OrderStatus.FILLED);
        orders.put(step.clientOrderId(), order);
        return new FollowReply.Ordered(order);
    }

    @Override
    public Optional<FollowReply> find(FollowStep step) {
        return Optional.ofNullable(orders.get(step.clientOrderId())).map(FollowReply.Ordered::new);
    }

    @Override
    public Answer held(FollowerKey key, String symbol) {
        if (booksAreAway) {
            return new Answer.Unknown(Reason.of(FollowingReason.BOOKS_AWAY, FollowingReason.BOOKS_AWAY.sentence()));
        }
        Answer.Held holding = held.get(key);
        return holding == null ? new Answer.Nothing() : holding;
    }

    /** What arrived, in its order. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** The next request is answered so. */
    void answersOnce(FollowReply reply) {
        instead.add(reply);
    }

    /** The next requests do not arrive. */
    void isUnreachable(int requests) {
        unreachable = requests;
    }

    /** A stop or target closes what is held. */
    void stops(FollowerKey key) {
        held.remove(key);
    }

    /** So much is left of what is held. */
    void leaves(FollowerKey key, String lots) {
        held.computeIfPresent(
                key, (_, before) -> new Answer.Held(before.direction(), new BigDecimal(lots), BigDecimal.ONE));
    }

    void booksAreAway(boolean away) {
        booksAreAway = away;
    }

    /** The caller dies before its next request arrives. */
    void killsBefore() {
        killedBefore = true;
    }

    /** The caller dies after its next request was done, before it hears of it. */
    void killsAfter() {
        killedAfter = true;
    }

    private static Answer.Held holding(Direction direction, BigDecimal value) {
        return new Answer.Held(direction, value.divide(LOT, 2, RoundingMode.DOWN), value);
    }

    private static BigDecimal value(Answer.Held holding) {
        return Objects.requireNonNull(holding.value());
    }

    private static String text(FollowRequest request) {
        return switch (request) {
            case FollowRequest.Buy buy -> "%s %s".formatted(buy.side(), buy.notional());
            case FollowRequest.Close close -> "CLOSE %s".formatted(close.lots() == null ? "ALL" : close.lots());
        };
    }

    /** The process is gone. */
    static final class KilledException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
