package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a transfer of a plan. It is moved in pieces, as cash becomes free; each piece is stored before it is
 * asked for, and has an id that is the same whenever it is asked for again.
 *
 * @param moved so far, with the sign of the amount
 * @param piece that is on its way; empty while none is
 * @param pieces how many were begun
 * @param reason why it is not moved, or not yet
 */
public record RebalancingTransfer(
        UUID rebalancing,
        String account,
        PlannedTransfer plan,
        RebalancingTransferState state,
        BigDecimal moved,
        Optional<BigDecimal> piece,
        int pieces,
        Optional<Reason> reason) {

    static RebalancingTransfer planned(UUID rebalancing, String account, PlannedTransfer plan) {
        return new RebalancingTransfer(
                rebalancing,
                account,
                plan,
                RebalancingTransferState.PLANNED,
                BigDecimal.ZERO,
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** What is still to be moved, with the sign of the amount. */
    BigDecimal rest() {
        return plan.amount().subtract(moved);
    }

    /** Id of the piece that is on its way. */
    UUID pieceId() {
        return UUID.nameUUIDFromBytes("rb-%s-transfer-%d-%d"
                .formatted(rebalancing, plan.number(), pieces)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Its cash may move. */
    RebalancingTransfer open() {
        return next(RebalancingTransferState.OPEN, moved, Optional.empty(), pieces, Optional.empty());
    }

    /** Another piece is about to be asked for. */
    RebalancingTransfer sending(BigDecimal amount) {
        return next(state, moved, Optional.of(amount), pieces + 1, Optional.empty());
    }

    /** The piece is in the books. */
    RebalancingTransfer arrived() {
        BigDecimal sum = moved.add(piece.orElseThrow());
        boolean all = state == RebalancingTransferState.OPEN && sum.compareTo(plan.amount()) == 0;
        return next(all ? RebalancingTransferState.DONE : state, sum, Optional.empty(), pieces, Optional.empty());
    }

    /** The piece is not free, and is asked for again as another one. */
    RebalancingTransfer waiting(Reason why) {
        return next(state, moved, Optional.empty(), pieces, Optional.of(why));
    }

    /** The books do not take it. */
    RebalancingTransfer refused(Reason why) {
        return next(RebalancingTransferState.REFUSED, moved, Optional.empty(), pieces, Optional.of(why));
    }

    /** Nothing more is begun; what is on its way may still arrive. */
    RebalancingTransfer cancelled(Reason why) {
        return next(RebalancingTransferState.CANCELLED, moved, piece, pieces, Optional.of(why));
    }

    private RebalancingTransfer next(
            RebalancingTransferState next,
            BigDecimal sum,
            Optional<BigDecimal> onItsWay,
            int begun,
            Optional<Reason> why) {
        return new RebalancingTransfer(rebalancing, account, plan, next, sum, onItsWay, begun, why);
    }
}
