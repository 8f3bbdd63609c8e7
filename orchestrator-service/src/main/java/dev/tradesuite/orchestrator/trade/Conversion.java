package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the prices that convert an instrument's quote currency to an account's.
 *
 * <p>The newest stored prices are asked for only when the trader's own and the price of the instrument do not do, and
 * used only when they are young enough.
 */
public final class Conversion {

    private final InstrumentCatalog catalog;
    private final StoredPrices latest;
    private final Duration maxAge;
    private final Clock clock;

    /** @param maxAge how old a stored price may be */
    public Conversion(InstrumentCatalog catalog, StoredPrices latest, Duration maxAge, Clock clock) {
        this.catalog = catalog;
        this.latest = latest;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param byPair prices by symbol, the trader's own among them
     * @param notices prices that were too old, where a price is missing
     * @param complete whether they convert the one currency to the other
     */
    public record Prices(Map<String, BigDecimal> byPair, List<Reason> notices, boolean complete) {}

    /**
     * Prices to convert with.
     *
     * @param own prices of pairs the trader states, by symbol
     * @param asOf moment in the past the prices are for, whose future is not known; absent: now
     */
    Prices find(
            Instrument instrument,
            BigDecimal price,
            Map<String, BigDecimal> own,
            String accountCurrency,
            @Nullable Instant asOf) {
        if (converts(instrument, price, own, accountCurrency)) {
            return new Prices(own, List.of(), true);
        }
        Map<String, BigDecimal> prices = new HashMap<>(own);
        List<Reason> notices = new ArrayList<>();
        Instant moment = asOf == null ? clock.instant() : asOf;
        for (StoredPrices.StoredPrice found :
                latest.newest(catalog.symbolsToConvert(instrument.quote(), accountCurrency))) {
            if (isUsable(found, moment)) {
                prices.putIfAbsent(found.symbol(), found.price());
            } else {
                notices.add(TradeReason.CONVERSION_RATE_STALE.reason(
                        "The newest price of %s is of %s; for %s it may be at most %s old. It is not used."
                                .formatted(found.symbol(), found.at(), moment, maxAge)));
            }
        }
        boolean complete = converts(instrument, price, prices, accountCurrency);
        return new Prices(prices, complete ? List.of() : notices, complete);
    }

    /**
     * Lots that are worth an amount in the currency of the account, rounded down to the lot step: amount / (contract
     * size x price x rate). Empty when no price leads there.
     */
    Optional<Lots> lotsWorth(BigDecimal amount, Instrument instrument, BigDecimal price, Funding funding) {
        BigDecimal worthOfOneStep = instrument.notional(new Lots(instrument.lotStep()), price);
        return ConversionRates.of(catalog, funding.prices().byPair())
                .with(instrument, price)
                .find(instrument.quote(), funding.funds().currency())
                .map(found -> amount.multiply(found.denominator())
                        .divideToIntegralValue(worthOfOneStep.multiply(found.numerator())))
                .map(steps -> new Lots(steps.multiply(instrument.lotStep())));
    }

    private boolean converts(
            Instrument instrument, BigDecimal price, Map<String, BigDecimal> prices, String accountCurrency) {
        return ConversionRates.of(catalog, prices)
                .with(instrument, price)
                .find(instrument.quote(), accountCurrency)
                .isPresent();
    }

    private boolean isUsable(StoredPrices.StoredPrice found, Instant moment) {
        return !found.at().isAfter(moment) && !found.at().isBefore(moment.minus(maxAge));
    }
}
