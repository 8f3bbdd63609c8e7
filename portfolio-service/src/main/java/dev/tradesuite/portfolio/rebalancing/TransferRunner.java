package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import dev.tradesuite.portfolio.allocation.HeldPortfolio;
import dev.tradesuite.portfolio.allocation.PortfolioCash;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the cash of transfers that are open: into a portfolio all at once, out of it as much as is free, and the rest
 * as positions close.
 *
 * <p>A piece is stored before it is asked for, under an id that stays the same, so that whatever stops an instance it
 * is moved once.
 */
final class TransferRunner {

    /** Cash is moved in whole cents. */
    static final int DECIMALS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(TransferRunner.class);

    private final RebalancingTransfers transfers;
    private final PortfolioCash portfolios;
    private final TransferDesk desk;
    private final UnitOfWork work;
    private final Pace pace;
    private final Clock clock;

    /**
     * How long things take.
     *
     * @param lease how long one is an instance's without a sign of life
     * @param again until something is asked again that is not known
     * @param look how often is looked whether more has become free
     */
    record Pace(Duration lease, Duration again, Duration look) {}

    TransferRunner(
            RebalancingTransfers transfers,
            PortfolioCash portfolios,
            TransferDesk desk,
            UnitOfWork work,
            Pace pace,
            Clock clock) {
        this.transfers = transfers;
        this.portfolios = portfolios;
        this.desk = desk;
        this.work = work;
        this.pace = pace;
        this.clock = clock;
    }

    /** Moves what is due and is nobody's. */
    void runDue() {
        Optional<RebalancingTransfer> claimed = claim();
        while (claimed.isPresent()) {
            RebalancingTransfer transfer = claimed.get();
            Duration next;
            try {
                next = step(transfer);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A transfer of rebalancing {} cannot go on for now; tried again shortly",
                        transfer.rebalancing(),
                        e);
                next = pace.again();
            }
            Instant due = now().plus(next);
            work.durable(() -> transfers.due(transfer, due));
            claimed = claim();
        }
    }

    private Optional<RebalancingTransfer> claim() {
        Instant now = now();
        return work.durable(() -> transfers.claim(now, now.plus(pace.lease())));
    }

    /** The next piece; tells when to look again. */
    private Duration step(RebalancingTransfer transfer) {
        RebalancingTransfer sending = transfer.piece().isPresent() ? transfer : begun(transfer);
        if (sending.piece().isEmpty()) {
            return pace.look();
        }
        PlannedTransfer plan = sending.plan();
        return switch (desk.move(new TransferDesk.Piece(
                sending.pieceId(),
                sending.account(),
                plan.portfolio(),
                sending.piece().get(),
                plan.strategy(),
                "rebalancing " + sending.rebalancing()))) {
            case TransferDesk.Moved.Done() -> {
                settle(sending, RebalancingTransfer::arrived);
                yield pace.look();
            }
            case TransferDesk.Moved.NotFree(String why) -> {
                settle(sending, one -> one.waiting(Reason.of(RebalancingReason.CASH_BOUND, why)));
                yield pace.look();
            }
            case TransferDesk.Moved.Refused(String why) -> {
                settle(sending, one -> one.refused(Reason.of(RebalancingReason.TRANSFER_REFUSED, why)));
                yield pace.look();
            }
            case TransferDesk.Moved.Silent(String why) -> {
                LOG.warn("A transfer of rebalancing {} is not known: {}", sending.rebalancing(), why);
                yield pace.again();
            }
        };
    }

    private RebalancingTransfer begun(RebalancingTransfer transfer) {
        BigDecimal amount = free(transfer);
        return amount.signum() == 0
                ? transfer
                : changed(
                        transfer,
                        held -> held.state() == RebalancingTransferState.OPEN && held.pieces() == transfer.pieces(),
                        held -> held.sending(amount));
    }

    /** What of the rest can move now. */
    private BigDecimal free(RebalancingTransfer transfer) {
        BigDecimal rest = transfer.rest();
        if (transfer.plan().isIn()) {
            return rest;
        }
        BigDecimal cash = portfolios
                .find(transfer.plan().portfolio())
                .map(HeldPortfolio::cash)
                .orElse(BigDecimal.ZERO);
        return rest.negate().min(cash.setScale(DECIMALS, RoundingMode.DOWN)).negate();
    }

    /** What became of a piece, unless another instance has stored it. */
    private void settle(RebalancingTransfer sent, UnaryOperator<RebalancingTransfer> change) {
        var _ = changed(
                sent, held -> held.pieces() == sent.pieces() && held.piece().isPresent(), change);
    }

    private RebalancingTransfer changed(
            RebalancingTransfer known,
            Predicate<RebalancingTransfer> stands,
            UnaryOperator<RebalancingTransfer> change) {
        return work.durable(() -> {
            RebalancingTransfer held =
                    transfers.lock(known.rebalancing(), known.plan().number()).orElseThrow();
            if (!stands.test(held)) {
                return held;
            }
            RebalancingTransfer next = change.apply(held);
            transfers.save(next, now());
            return next;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
