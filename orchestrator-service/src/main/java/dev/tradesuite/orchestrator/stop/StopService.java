package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.difference.PositionGaps.PositionOf;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.NewestPrice;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes wishes to stop trading, and tells what becomes of them. */
public final class StopService {

    private final TradingStops stops;
    private final StopTargets targets;
    private final StopPortfolios portfolios;
    private final StopEvents events;
    private final ClosingPrices heard;
    private final NewestPrice prices;
    private final InstrumentCatalog catalog;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    StopService(
            TradingStops stops,
            StopTargets targets,
            StopPortfolios portfolios,
            StopEvents events,
            ClosingPrices heard,
            NewestPrice prices,
            InstrumentCatalog catalog,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.stops = stops;
        this.targets = targets;
        this.portfolios = portfolios;
        this.events = events;
        this.heard = heard;
        this.prices = prices;
        this.catalog = catalog;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A stop with what became of its orders, positions and shares.
     *
     * @param stop the stop
     * @param items in the order of their keys
     * @param halts what was halted before and gives way to it
     */
    public record Told(TradingStop stop, List<StopItem> items, List<StopHalt> halts) {}

    /**
     * What a stop would do.
     *
     * @param orders orders it would cancel
     * @param positions positions it would close
     * @param portfolios portfolios that would open nothing any more, with what they hold
     */
    public record Preview(
            List<TradeOrder> orders, List<Worth> positions, StopAnswer<List<StopPortfolios.Held>> portfolios) {}

    /**
     * A position that would be closed, with what is known of it.
     *
     * @param accountId account
     * @param symbol instrument
     * @param side BUY for long; absent while its broker does not say
     * @param lots what its broker holds; absent while it does not say
     * @param price newest price; absent when none is young enough
     * @param notional at that price, in the quote currency; absent without one
     * @param currency quote currency; absent for an instrument nobody knows
     * @param why why something is absent; absent when nothing is
     */
    public record Worth(
            String accountId,
            String symbol,
            @Nullable Side side,
            @Nullable BigDecimal lots,
            @Nullable ClosingPrice price,
            @Nullable BigDecimal notional,
            @Nullable String currency,
            @Nullable Reason why) {}

    /**
     * Begins one, and does not wait for it. One that is as strict and runs already goes on in its place, and it goes on
     * in the place of those that are no stricter.
     *
     * @param alongside told of it in the transaction that keeps it
     */
    public Told stop(TradingStop.Wish wish, Consumer<Told> alongside) {
        return work.durable(() -> {
            stops.alone();
            Instant now = clock.instant();
            TradingStop asked = TradingStop.asked(ids.get(), wish, now);
            List<TradingStop> running = stops.running();
            TradingStop stop = running.stream()
                    .filter(other -> other.wish().covers(wish))
                    .findFirst()
                    .map(other -> asked.supersededBy(other.id(), now))
                    .orElse(asked);
            stops.add(stop);
            events.changed(stop, now);
            if (stop.isRunning()) {
                running.stream()
                        .filter(other -> wish.covers(other.wish()))
                        .map(other -> other.supersededBy(stop.id(), now))
                        .forEach(other -> {
                            stops.end(other);
                            stops.leaveHalts(other.id(), stop.id());
                            events.changed(other, now);
                        });
            }
            Told told = new Told(stop, List.of(), List.of());
            alongside.accept(told);
            return told;
        });
    }

    public Optional<Told> find(UUID id) {
        return stops.find(id).map(this::told);
    }

    /** Stops, newest first; see {@link TradingStops#list}. */
    public List<Told> list(@Nullable Set<String> only, @Nullable UUID before, int limit) {
        return stops.list(only, before, limit).stream().map(this::told).toList();
    }

    /** What one would do now. */
    public Preview preview(TradingStop.Wish wish) {
        boolean flattens = TradingStop.asked(ids.get(), wish, clock.instant()).flattens();
        return new Preview(
                targets.orders(wish, flattens),
                flattens
                        ? targets.positions(wish).stream()
                                .flatMap(position -> worth(position).stream())
                                .toList()
                        : List.of(),
                portfolios.find(wish));
    }

    private Told told(TradingStop stop) {
        return new Told(stop, stops.items(stop.id()), stops.halts(stop.id()));
    }

    private Optional<Worth> worth(PositionOf position) {
        Optional<BigDecimal> held = targets.held(position);
        String symbol = position.symbol();
        Instrument instrument = catalog.find(symbol).orElse(null);
        String currency = instrument == null ? null : instrument.quote();
        if (held.isEmpty()) {
            return Optional.of(new Worth(
                    position.accountId(),
                    symbol,
                    null,
                    null,
                    null,
                    null,
                    currency,
                    TradeReason.BROKER_UNCERTAIN.reason()));
        }
        BigDecimal lots = held.get();
        if (lots.signum() == 0) {
            return Optional.empty();
        }
        ClosingPrice price = prices.of(symbol)
                .flatMap(_ -> Optional.ofNullable(heard.newest(List.of(symbol)).get(symbol)))
                .orElse(null);
        BigDecimal notional =
                price == null || instrument == null ? null : instrument.notional(new Lots(lots.abs()), price.price());
        return Optional.of(new Worth(
                position.accountId(),
                symbol,
                lots.signum() > 0 ? Side.BUY : Side.SELL,
                lots.abs(),
                price,
                notional,
                currency,
                notional != null ? null : TradeReason.STOP_PRICE_UNKNOWN.reason()));
    }
}
