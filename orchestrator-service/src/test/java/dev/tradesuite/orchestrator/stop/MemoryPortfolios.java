package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.orchestrator.order.Lines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Portfolios in memory, which sell what there is a price for. */
final class MemoryPortfolios implements StopPortfolios {

    /** Why shares cannot be sold, by market. */
    final Map<String, Reason> obstacles = new HashMap<>();

    /** Markets whose shares were sold. */
    final List<String> sold = new ArrayList<>();

    /** Why nobody answers; absent while somebody does. */
    @Nullable
    Reason silent;

    private final Map<Long, List<Shares>> held = new TreeMap<>();
    private final Lines lines;

    MemoryPortfolios(Lines lines) {
        this.lines = lines;
    }

    void holds(long id, String... markets) {
        held.put(id, new ArrayList<>());
        for (String market : markets) {
            shares(id, market);
        }
    }

    private void shares(long id, String market) {
        held.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Shares(market, "Yes", BigDecimal.TEN));
    }

    @Override
    public StopAnswer<List<Held>> find(TradingStop.Wish wish) {
        return answer(held.entrySet().stream()
                .filter(entry -> wish.accountId() == null || wish.portfolio().orElse(-1) == entry.getKey())
                .map(entry -> new Held(entry.getKey(), "p", entry.getValue().size(), BigDecimal.ONE, 0))
                .toList());
    }

    @Override
    public StopAnswer<List<Shares>> shares(long id) {
        return answer(List.copyOf(held.getOrDefault(id, List.of())));
    }

    @Override
    public StopAnswer<Map<String, Reason>> sell(long id) {
        lines.pass("shares are to be sold");
        List<Shares> shares = held.getOrDefault(id, List.of());
        if (silent == null) {
            shares.stream()
                    .map(Shares::marketId)
                    .filter(market -> !obstacles.containsKey(market))
                    .forEach(sold::add);
            shares.removeIf(each -> !obstacles.containsKey(each.marketId()));
        }
        lines.pass("shares are sold");
        return answer(Map.copyOf(obstacles));
    }

    private <T> StopAnswer<T> answer(T what) {
        return silent == null ? new StopAnswer.Told<>(what) : new StopAnswer.Unanswered<>(silent);
    }
}
