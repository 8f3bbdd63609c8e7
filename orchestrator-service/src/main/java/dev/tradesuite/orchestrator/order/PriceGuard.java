package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.PriceCollar;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares stated prices with the market's: nothing is traded at a price that is a slip of the pen. */
public final class PriceGuard {

    private final MarketPrices prices;
    private final PriceCollar collar;
    private final InstrumentCatalog catalog;
    private final MarketHours hours;
    private final Duration maxAge;
    private final Duration maxReference;
    private final Clock clock;

    /**
     * @param maxAge how old the newest price may be, in hours of its market, to vouch for a stated one
     * @param maxReference how old it may be to object to a stated one
     */
    public PriceGuard(
            MarketPrices prices,
            PriceCollar collar,
            InstrumentCatalog catalog,
            MarketHours hours,
            Duration maxAge,
            Duration maxReference,
            Clock clock) {
        this.prices = prices;
        this.collar = collar;
        this.catalog = catalog;
        this.hours = hours;
        this.maxAge = maxAge;
        this.maxReference = maxReference;
        this.clock = clock;
    }

    /** What is to be said of a stated price. */
    public sealed interface Look {

        /** The market is there, or not far. */
        record Near() implements Look {}

        /** It cannot be meant. */
        record Far(Reason why) implements Look {}

        /** The market is not known. */
        record Unverified(Reason why) implements Look {}
    }

    /** The newest market price of an instrument. */
    public Optional<ClosingPrice> newest(Instrument instrument) {
        return prices.newest(instrument.symbol());
    }

    /** Looks at a price that is stated now. */
    public Look look(Instrument instrument, BigDecimal stated) {
        return look(instrument, stated, newest(instrument), null, null);
    }

    /** The first of the stated prices of currency pairs that cannot be meant; empty when none is that far. */
    public Optional<Reason> farRate(Map<String, BigDecimal> rates) {
        return new TreeMap<>(rates)
                .entrySet().stream()
                        .flatMap(rate -> catalog.find(rate.getKey()).stream().map(pair -> look(pair, rate.getValue())))
                        .flatMap(look -> look instanceof Look.Far(Reason why) ? Stream.of(why) : Stream.empty())
                        .findFirst();
    }

    /**
     * Looks at a price.
     *
     * @param newest the newest market price; one that came after the moment says nothing about it
     * @param atr average true range in price units; absent when it is not known
     * @param asOf moment in the past for which the price is stated; absent: now
     */
    public Look look(
            Instrument instrument,
            BigDecimal stated,
            Optional<ClosingPrice> newest,
            @Nullable BigDecimal atr,
            @Nullable Instant asOf) {
        Instant moment = asOf == null ? clock.instant() : asOf;
        Optional<ClosingPrice> known = newest.filter(price -> !price.at().isAfter(moment.plus(maxAge)));
        if (known.isEmpty()) {
            return new Look.Unverified(TradeReason.PRICE_UNVERIFIED.reason(
                    "No market price of %s is known for %s; %s is taken as it is stated."
                            .formatted(instrument.symbol(), moment, stated.toPlainString())));
        }
        ClosingPrice market = known.get();
        boolean fresh = hours.isFresh(instrument, market.at(), moment, maxAge);
        boolean mayObject = fresh || !market.at().isBefore(moment.minus(maxReference));
        if (mayObject && !collar.allows(instrument.assetClass(), stated, market.price(), atr)) {
            return new Look.Far(TradeReason.PRICE_FAR_FROM_MARKET.reason(
                    "%s of %s is %s from the newest market price %s of %s; at most %s is allowed."
                            .formatted(
                                    stated.toPlainString(),
                                    instrument.symbol(),
                                    stated.subtract(market.price()).abs().toPlainString(),
                                    market.price().toPlainString(),
                                    market.at(),
                                    collar.allowedDistance(instrument.assetClass(), market.price(), atr)
                                            .toPlainString())));
        }
        return fresh
                ? new Look.Near()
                : new Look.Unverified(TradeReason.PRICE_UNVERIFIED.reason(
                        "The newest market price of %s, %s, is of %s and so older than %s; %s is taken as it is stated."
                                .formatted(
                                        instrument.symbol(),
                                        market.price().toPlainString(),
                                        market.at(),
                                        maxAge,
                                        stated.toPlainString())));
    }
}
