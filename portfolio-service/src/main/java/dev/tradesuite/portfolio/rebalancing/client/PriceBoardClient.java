package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.portfolio.rebalancing.PriceBoard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Prices of brain-service. */
@Component
final class PriceBoardClient implements PriceBoard {

    /** An address is only so long. */
    private static final int AT_ONCE = 50;

    private final LatestPricesApi brain;

    PriceBoardClient(LatestPricesApi brain) {
        this.brain = brain;
    }

    @Override
    public Map<String, Price> newest(Collection<String> symbols) {
        List<String> all = new ArrayList<>(symbols);
        Map<String, Price> prices = new TreeMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            for (LatestPrices.LatestPrice one : brain.latest(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .prices()) {
                prices.put(one.symbol(), new Price(one.price(), one.at()));
            }
        }
        return prices;
    }
}
