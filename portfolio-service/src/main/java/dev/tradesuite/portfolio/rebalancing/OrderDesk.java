package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import java.util.Optional;
import java.util.UUID;

/** Where orders go. */
public interface OrderDesk {

    /** What else the trading state stops that refuses an order. */
    enum Stop {
        /** Nothing: the order was refused for something else. */
        NOTHING,
        /** Its strategy, or its symbol; others may be traded. */
        ITS_OWN,
        /** The account, or everything, and with it every order. */
        EVERYTHING
    }

    /** The line of an approval that an order carries out. */
    record ApprovedLine(UUID approval, int number) {}

    /** What the checks of an order say. */
    sealed interface Verdict {

        record Allowed() implements Verdict {}

        /** A check, or the trading state, says no. */
        record Denied(String why, Stop stop) implements Verdict {}

        /** Nobody could be asked. */
        record Silent(String why) implements Verdict {}
    }

    /**
     * How far an order has come.
     *
     * @param open whether more may follow
     * @param reason why it ended without a full fill
     */
    record Progress(UUID orderId, RebalancingLine.Filled filled, boolean open, Optional<Reason> reason) {}

    /** What became of sending an order. */
    sealed interface Answer {

        /** There is an order. */
        record Placed(Progress progress) implements Answer {}

        /** There is none. */
        record Refused(Reason reason, Stop stop) implements Answer {}

        /** It is not known whether there is one; sent again it is the same order. */
        record Silent(String why) implements Answer {}
    }

    /** Asks every check about an order; nothing is sent. */
    Verdict check(String account, PlannedOrder.Wanted order);

    /** Sends an order that a person has approved, or the same one once more. */
    Answer send(String account, PlannedOrder.Wanted order, String clientOrderId, ApprovedLine line);

    /** How far an order has come; {@code Silent} when that is not known now. */
    Answer look(UUID orderId);
}
