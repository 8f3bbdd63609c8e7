package dev.tradesuite.risk.check.client;

import dev.tradesuite.contracts.brain.LatestPrices.LatestPrice;
import dev.tradesuite.risk.check.NewestPrices;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Newest prices from brain-service; none while it does not answer, and then the checks say what is missing. */
@Component
class BrainPricesClient implements NewestPrices {

    private static final Logger LOG = LoggerFactory.getLogger(BrainPricesClient.class);

    private final BrainPricesApi brain;

    BrainPricesClient(BrainPricesApi brain) {
        this.brain = brain;
    }

    @Override
    public Map<String, BigDecimal> of(Collection<String> symbols) {
        try {
            return brain.latest(String.join(",", symbols)).prices().stream()
                    .collect(Collectors.toMap(LatestPrice::symbol, LatestPrice::price, (first, _) -> first));
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            LOG.warn("No prices for {}: {}", symbols, e.getMessage());
            return Map.of();
        }
    }
}
