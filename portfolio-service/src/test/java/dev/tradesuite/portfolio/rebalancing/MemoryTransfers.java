package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Transfers of rebalancings in memory. */
final class MemoryTransfers implements RebalancingTransfers {

    final List<RebalancingTransfer> all = new ArrayList<>();

    private final Map<String, Instant> due = new HashMap<>();

    @Override
    public void add(List<RebalancingTransfer> transfers, Instant now) {
        transfers.forEach(one -> {
            all.add(one);
            due(one, now);
        });
    }

    @Override
    public List<RebalancingTransfer> of(UUID rebalancing) {
        return all.stream().filter(one -> one.rebalancing().equals(rebalancing)).toList();
    }

    @Override
    public Optional<RebalancingTransfer> lock(UUID rebalancing, int number) {
        return of(rebalancing).stream()
                .filter(one -> one.plan().number() == number)
                .findFirst();
    }

    @Override
    public List<RebalancingTransfer> lockOpen(String account) {
        return all.stream()
                .filter(one -> one.account().equals(account) && one.state() == RebalancingTransferState.OPEN)
                .toList();
    }

    @Override
    public void save(RebalancingTransfer transfer, Instant now) {
        all.replaceAll(one -> key(one).equals(key(transfer)) ? transfer : one);
    }

    @Override
    public Optional<RebalancingTransfer> claim(Instant now, Instant until) {
        Optional<RebalancingTransfer> found = all.stream()
                .filter(one -> one.state() == RebalancingTransferState.OPEN
                        || one.piece().isPresent())
                .filter(one -> !due.getOrDefault(key(one), now).isAfter(now))
                .findFirst();
        found.ifPresent(one -> due(one, until));
        return found;
    }

    @Override
    public void due(RebalancingTransfer transfer, Instant at) {
        due.put(key(transfer), at);
    }

    private static String key(RebalancingTransfer transfer) {
        return transfer.rebalancing() + " " + transfer.plan().number();
    }
}
