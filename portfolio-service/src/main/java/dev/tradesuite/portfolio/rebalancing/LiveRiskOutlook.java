package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.portfolio.monitoring.LiveRisk;
import dev.tradesuite.portfolio.monitoring.TradeImpactService;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Together;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Trade;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.risk.TailMethod;
import dev.tradesuite.quant.risk.TailRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The risk of a plan as the monitoring measures accounts. Figures that rest on something old are none. */
final class LiveRiskOutlook implements RiskOutlook {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRiskOutlook.class);

    private static final double CONFIDENCE = 0.95;

    private final TradeImpactService impacts;
    private final InstrumentCatalog catalog;

    LiveRiskOutlook(TradeImpactService impacts, InstrumentCatalog catalog) {
        this.impacts = impacts;
        this.catalog = catalog;
    }

    @Override
    public PlanRisk of(String account, List<PlannedOrder> orders) {
        List<Trade> trades = new ArrayList<>();
        for (PlannedOrder order : orders) {
            PlannedOrder.Wanted wanted = order.wanted();
            Optional<Instrument> instrument = catalog.find(wanted.symbol());
            if (instrument.isEmpty()) {
                return unknown("The catalogue has no instrument " + wanted.symbol());
            }
            trades.add(new Trade(
                    account,
                    wanted.strategy(),
                    instrument.get(),
                    wanted.side(),
                    new TradeImpactService.Size.InLots(wanted.lots())));
        }
        try {
            return switch (impacts.impact(account, trades)) {
                case Together.NotComputable(String why) -> unknown(why);
                case Together.Told(LiveRisk before, LiveRisk after) -> told(before, after);
            };
        } catch (RuntimeException e) {
            // Whoever is not there to be asked keeps no plan from being made.
            LOG.warn("The risk of a plan for {} is not known: {}", account, e.getMessage());
            return unknown("Prices or returns could not be asked for");
        }
    }

    private static PlanRisk told(LiveRisk before, LiveRisk after) {
        Optional<Reason> stale = before.stale().stream()
                .findFirst()
                .or(() -> after.stale().stream().findFirst())
                .map(LiveRisk.StaleReason::reason);
        if (stale.isPresent()) {
            return unknown(stale.get().message());
        }
        Optional<PlanRisk.Figures> was = figures(before);
        Optional<PlanRisk.Figures> is = figures(after);
        return was.isPresent() && is.isPresent()
                ? PlanRisk.known(was.get(), is.get())
                : unknown("There are too few returns in common");
    }

    private static Optional<PlanRisk.Figures> figures(LiveRisk risk) {
        if (risk.symbols().isEmpty()) {
            return Optional.of(new PlanRisk.Figures(0, 0, 0, Optional.empty()));
        }
        Optional<TailRisk> tail = risk.loss().tails().stream()
                .filter(one ->
                        one.method() == TailMethod.HISTORICAL && one.level().confidence() == CONFIDENCE)
                .findFirst();
        Optional<Double> valueAtRisk = tail.map(TailRisk::valueAtRisk).flatMap(LiveRiskOutlook::value);
        Optional<Double> shortfall = tail.map(TailRisk::expectedShortfall).flatMap(LiveRiskOutlook::value);
        if (valueAtRisk.isEmpty()
                || shortfall.isEmpty()
                || risk.loss().volatility().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlanRisk.Figures(
                valueAtRisk.get(), shortfall.get(), risk.loss().volatility().getAsDouble(), largest(risk)));
    }

    private static Optional<Double> value(Metric metric) {
        return metric.value().isPresent() ? Optional.of(metric.value().getAsDouble()) : Optional.empty();
    }

    private static Optional<PlanRisk.Contribution> largest(LiveRisk risk) {
        return risk.strategies().stream()
                .filter(part -> part.share().isPresent())
                .map(part ->
                        new PlanRisk.Contribution(part.strategy(), part.share().orElseThrow()))
                .max(Comparator.comparingDouble(PlanRisk.Contribution::share));
    }

    private static PlanRisk unknown(String why) {
        return PlanRisk.unknown(Reason.of(RebalancingReason.RISK_UNKNOWN, why));
    }
}
