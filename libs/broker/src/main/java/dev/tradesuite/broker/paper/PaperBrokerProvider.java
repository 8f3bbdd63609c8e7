package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerContext;
import dev.tradesuite.broker.BrokerOptions;
import dev.tradesuite.broker.BrokerProvider;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Makes the paper broker from {@code spread-pips}, {@code slippage-pips} and the other {@link PaperTerms}. */
public final class PaperBrokerProvider implements BrokerProvider {

    @Override
    public String name() {
        return PaperBroker.NAME;
    }

    @Override
    public Broker create(BrokerContext context) {
        return new PaperBroker(
                context.catalog(), terms(context.settings()), context.books(), context.ids(), context.clock());
    }

    private static PaperTerms terms(BrokerOptions settings) {
        return new PaperTerms(
                settings.decimal("spread-pips").orElse(BigDecimal.ZERO),
                settings.decimal("slippage-pips").orElse(BigDecimal.ZERO),
                settings.decimal("commission-per-lot").orElse(BigDecimal.ZERO),
                settings.duration("latency").orElse(Duration.ZERO),
                settings.decimal("fill-fraction").orElse(BigDecimal.ONE),
                settings.decimal("max-lots-per-fill").map(Lots::new).orElse(null),
                Set.copyOf(settings.list("reject-symbols")));
    }
}
