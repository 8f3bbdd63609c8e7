package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Keeps transfers of rebalancings. Every method joins the transaction it is called in. */
public interface RebalancingTransfers {

    /** Adds those of a plan. */
    void add(List<RebalancingTransfer> transfers, Instant now);

    /** Those of a rebalancing, by number. */
    List<RebalancingTransfer> of(UUID rebalancing);

    /** One, held until the transaction ends so that nobody else moves it. */
    Optional<RebalancingTransfer> lock(UUID rebalancing, int number);

    /** Those of an account that are open, held as by {@link #lock}. */
    List<RebalancingTransfer> lockOpen(String account);

    /** Those of a rebalancing that are not over, held as by {@link #lock}. */
    default List<RebalancingTransfer> lockUnended(UUID rebalancing) {
        return of(rebalancing).stream()
                .flatMap(transfer -> lock(rebalancing, transfer.plan().number()).stream())
                .filter(transfer -> transfer.state() == RebalancingTransferState.PLANNED
                        || transfer.state() == RebalancingTransferState.OPEN)
                .toList();
    }

    /** Writes where one that is held stands now. */
    void save(RebalancingTransfer transfer, Instant now);

    /** Takes one that is open and due; nobody else takes it before then. */
    Optional<RebalancingTransfer> claim(Instant now, Instant until);

    /** One that was claimed is due then. */
    void due(RebalancingTransfer transfer, Instant at);

    /** Lets the cash of those move that are meant. */
    default void open(UUID rebalancing, Predicate<PlannedTransfer> meant, Instant now) {
        each(rebalancing, meant).forEach(transfer -> save(transfer.open(), now));
    }

    /** Ends those that are meant and were not begun. */
    default void cancel(UUID rebalancing, Predicate<PlannedTransfer> meant, Reason why, Instant now) {
        each(rebalancing, meant).forEach(transfer -> save(transfer.cancelled(why), now));
    }

    private List<RebalancingTransfer> each(UUID rebalancing, Predicate<PlannedTransfer> meant) {
        return of(rebalancing).stream()
                .filter(transfer -> meant.test(transfer.plan()))
                .flatMap(transfer -> lock(rebalancing, transfer.plan().number()).stream())
                .filter(transfer -> transfer.state() == RebalancingTransferState.PLANNED)
                .toList();
    }
}
