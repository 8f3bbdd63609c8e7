package dev.tradesuite.portfolio.correlation.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationRegimeChanged;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.contracts.portfolio.PairCorrelationChanged;
import dev.tradesuite.portfolio.correlation.CorrelationEvents;
import dev.tradesuite.portfolio.correlation.CorrelationWatch;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of pairs, by their first strategy, and of regimes, by label, through the outbox. */
@Component
final class CorrelationPublisher implements CorrelationEvents {

    private final Events events;
    private final CorrelationWatch watch;

    CorrelationPublisher(Events events, CorrelationWatch watch) {
        this.events = events;
        this.watch = watch;
    }

    @Override
    public void pairChanged(RunLabel label, CorrelationWatch.PairChange change, Instant at) {
        events.publish(Topics.PORTFOLIO_EVENTS, change.pair().a(), "correlation.pair", event(label, change, watch, at));
    }

    @Override
    public void regimeChanged(RunLabel label, CorrelationWatch.RegimeChange change, Instant at) {
        events.publish(Topics.PORTFOLIO_EVENTS, label.name(), "correlation.regime", event(label, change, watch, at));
    }

    static PairCorrelationChanged event(
            RunLabel label, CorrelationWatch.PairChange change, CorrelationWatch watch, Instant at) {
        return new PairCorrelationChanged(
                label,
                CorrelationWindow.DAYS_90,
                change.pair().a(),
                change.pair().b(),
                change.above(),
                change.correlation().isPresent() ? change.correlation().getAsDouble() : null,
                watch.pairLimit(),
                watch.pairLimit() - watch.margin(),
                at);
    }

    static CorrelationRegimeChanged event(
            RunLabel label, CorrelationWatch.RegimeChange change, CorrelationWatch watch, Instant at) {
        return new CorrelationRegimeChanged(
                label,
                change.shifted(),
                change.shortMean(),
                change.longMean(),
                watch.regimeLimit(),
                watch.regimeLimit() - watch.margin(),
                at);
    }
}
