package dev.tradesuite.strategy.feed;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A snapshot whose markets can be found by their ids. Immutable. */
public final class Markets {

    private final MarketSnapshot snapshot;
    private final Map<String, Market> byId;

    public Markets(MarketSnapshot snapshot) {
        this.snapshot = snapshot;
        Map<String, Market> markets = new HashMap<>();
        for (MarketEvent event : snapshot.events()) {
            for (Market market : event.markets()) {
                markets.put(market.id(), market);
            }
        }
        this.byId = Map.copyOf(markets);
    }

    /** The snapshot itself. */
    public MarketSnapshot snapshot() {
        return snapshot;
    }

    /** Its events. */
    public List<MarketEvent> events() {
        return snapshot.events();
    }

    /** The market of that id, when the snapshot has it. */
    public Optional<Market> market(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
