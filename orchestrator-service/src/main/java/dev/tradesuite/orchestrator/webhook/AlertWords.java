package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.webhook.AlertIntent.Leave;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says of its order and, where a strategy sends it, of the strategy's position before and after. Sizes
 * are the strategy's own: they only tell which part of the position is left.
 *
 * @param action word for the order, such as {@code buy} or {@code close}; absent when the positions tell
 * @param after position when the order is filled; absent when it is not told
 * @param before position when the order is not filled yet; absent when it is not told
 * @param sizeAfter size of the position after; absent when it is not told
 * @param sizeBefore size of the position before; absent when it is not told
 * @param contracts size of the order as the strategy counts; absent when it is not told
 * @param lots size of the order in lots; absent when it is not told
 */
public record AlertWords(
        @Nullable String action,
        @Nullable Direction after,
        @Nullable Direction before,
        @Nullable BigDecimal sizeAfter,
        @Nullable BigDecimal sizeBefore,
        @Nullable BigDecimal contracts,
        @Nullable BigDecimal lots) {

    private static final MathContext SHARE = new MathContext(16, RoundingMode.HALF_EVEN);

    /** What the words of an order ask for. */
    private enum Order {
        BUY,
        SELL,
        CLOSE,
        CLOSE_LONG,
        CLOSE_SHORT
    }

    /** A direction by its word. */
    public static Direction direction(String written) {
        return switch (word(written)) {
            case "long" -> Direction.LONG;
            case "short" -> Direction.SHORT;
            case "flat" -> Direction.FLAT;
            default -> throw new IllegalArgumentException("expected long, short or flat");
        };
    }

    /**
     * What is wanted.
     *
     * @throws IllegalArgumentException when the words contradict one another or do not tell
     */
    public AlertIntent intent() {
        Order order = action == null ? null : order(action);
        if (order == Order.CLOSE || order == Order.CLOSE_LONG || order == Order.CLOSE_SHORT) {
            return closing(order);
        }
        Side side = order == null ? null : order == Order.BUY ? Side.BUY : Side.SELL;
        Direction target = target(side);
        if (target == Direction.FLAT) {
            return flat(side);
        }
        if (target == null) {
            return plain(side);
        }
        return towards(target == Direction.LONG ? Side.BUY : Side.SELL, side);
    }

    private AlertIntent closing(Order order) {
        if (after != null && after != Direction.FLAT) {
            throw new IllegalArgumentException(
                    "the alert closes, but says that the position is %s afterwards".formatted(name(after)));
        }
        Side side =
                switch (order) {
                    case CLOSE_LONG -> Side.SELL;
                    case CLOSE_SHORT -> Side.BUY;
                    default -> closingSide(before);
                };
        return lots == null ? leaving(Leave.all(side)) : leaving(new Leave(side, null, new Lots(lots)));
    }

    /** The position after the order: told, or what is left of the one before. */
    private @Nullable Direction target(@Nullable Side side) {
        if (after != null) {
            return sizeAfter != null && sizeAfter.signum() == 0 ? Direction.FLAT : after;
        }
        if (sizeAfter != null) {
            if (sizeAfter.signum() == 0) {
                return Direction.FLAT;
            }
            throw new IllegalArgumentException("market_position is needed beside market_position_size");
        }
        if (before == null || before == Direction.FLAT || side == null || side == opened(before)) {
            return null;
        }
        if (contracts == null || sizeBefore == null) {
            throw new IllegalArgumentException(
                    "market_position is needed beside prev_market_position: a %s of a %s position is an exit or a reversal"
                            .formatted(name(side), name(before)));
        }
        int left = sizeBefore.abs().compareTo(contracts);
        return left == 0 ? Direction.FLAT : left > 0 ? before : Direction.openedBy(side);
    }

    private AlertIntent flat(@Nullable Side side) {
        Side closing = closingSide(before);
        if (side != null && closing != null && side != closing) {
            throw new IllegalArgumentException(
                    "a %s does not close a %s position".formatted(name(side), String.valueOf(before)));
        }
        return leaving(Leave.all(side == null ? closing : side));
    }

    private AlertIntent plain(@Nullable Side side) {
        if (side == null) {
            throw new IllegalArgumentException("expected buy, sell, long, short or close");
        }
        return new AlertIntent(null, side);
    }

    /** The position afterwards is one of this side; the order may enter, enlarge, reduce or turn it round. */
    private AlertIntent towards(Side wanted, @Nullable Side stated) {
        Direction direction = Direction.openedBy(wanted);
        boolean same = before == direction;
        Side side = stated == null ? derived(wanted, same) : stated;
        if (side != wanted) {
            if (before != null && !same) {
                throw new IllegalArgumentException(
                        "a %s does not make a %s position %s".formatted(name(side), name(before), name(direction)));
            }
            return leaving(part(side));
        }
        if (same) {
            if (sizeBefore != null && sizeAfter != null && sizeAfter.abs().compareTo(sizeBefore.abs()) <= 0) {
                throw new IllegalArgumentException("a %s makes a %s position larger, but market_position_size is not"
                        .formatted(name(side), name(direction)));
            }
            return new AlertIntent(null, wanted);
        }
        // What is held on the other side is left first: the position afterwards is the one the alert names.
        return before == Direction.FLAT ? new AlertIntent(null, wanted) : new AlertIntent(Leave.all(wanted), wanted);
    }

    private Side derived(Side wanted, boolean same) {
        if (!same) {
            return wanted;
        }
        if (sizeBefore == null || sizeAfter == null) {
            throw new IllegalArgumentException("action is needed: a position that stays may become larger or smaller");
        }
        return sizeAfter.abs().compareTo(sizeBefore.abs()) < 0 ? wanted.opposite() : wanted;
    }

    /** A part of the position, by the strategy's sizes where they tell, else in lots. */
    private Leave part(Side side) {
        BigDecimal whole = sizeBefore != null
                ? sizeBefore.abs()
                : sizeAfter != null && contracts != null ? sizeAfter.abs().add(contracts) : null;
        BigDecimal left = sizeAfter != null
                ? sizeAfter.abs()
                : whole != null && contracts != null ? whole.subtract(contracts) : null;
        if (whole != null && left != null) {
            if (left.compareTo(whole) >= 0 || left.signum() < 0) {
                throw new IllegalArgumentException(
                        "a %s makes the position smaller, but its sizes do not".formatted(name(side)));
            }
            return new Leave(side, whole.subtract(left).divide(whole, SHARE), null);
        }
        BigDecimal size = lots == null ? contracts : lots;
        if (size == null) {
            throw new IllegalArgumentException(
                    "a %s that leaves a part of a position has to say how much: contracts, or the position sizes"
                            .formatted(name(side)));
        }
        return new Leave(side, null, new Lots(size));
    }

    private static AlertIntent leaving(Leave exit) {
        return new AlertIntent(exit, null);
    }

    private static @Nullable Side closingSide(@Nullable Direction held) {
        return held == null || held == Direction.FLAT ? null : opened(held).opposite();
    }

    private static Side opened(Direction direction) {
        return direction == Direction.LONG ? Side.BUY : Side.SELL;
    }

    private static Order order(String written) {
        return switch (word(written)) {
            case "buy", "long", "enter_long", "open_long" -> Order.BUY;
            case "sell", "short", "enter_short", "open_short" -> Order.SELL;
            case "close", "exit", "flat", "flatten", "close_all", "exit_all" -> Order.CLOSE;
            case "close_long", "exit_long" -> Order.CLOSE_LONG;
            case "close_short", "exit_short" -> Order.CLOSE_SHORT;
            default -> throw new IllegalArgumentException("expected buy, sell, long, short, close, exit or flat");
        };
    }

    /** One word for a side and an action that are told apart: {@code close} and {@code long} is {@code close_long}. */
    public static String joined(String side, String action) {
        Order first = order(side);
        Order second = order(action);
        if (first == second) {
            return action;
        }
        boolean firstCloses = first == Order.CLOSE;
        boolean secondCloses = second == Order.CLOSE;
        if (firstCloses == secondCloses) {
            throw new IllegalArgumentException(
                    "side and action contradict one another: %s and %s".formatted(word(side), word(action)));
        }
        return switch (word(firstCloses ? action : side)) {
            // The side of the order, or the position it closes.
            case "sell", "long" -> "close_long";
            case "buy", "short" -> "close_short";
            default -> throw new IllegalArgumentException("expected buy, sell, long or short beside close");
        };
    }

    private static String word(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
