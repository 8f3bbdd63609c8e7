package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a working order; what is absent stays as it is.
 *
 * @param lots how much is wanted altogether, what is filled already included
 * @param limitPrice another limit
 * @param stopPrice another trigger
 * @param stopLossPrice another protective stop
 * @param takeProfitPrice another profit target
 * @param trailingStop another distance at which the stop follows
 * @param expiresAt another end
 * @param marketPrice price now; absent: the newest that is known
 */
public record OrderChange(
        @Nullable Lots lots,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal stopLossPrice,
        @Nullable BigDecimal takeProfitPrice,
        @Nullable Pips trailingStop,
        @Nullable Instant expiresAt,
        @Nullable BigDecimal marketPrice) {

    /**
     * Why the change makes no sense for an order; empty when it does.
     *
     * @param market price now
     */
    Optional<String> fault(TradeOrder order, BigDecimal market) {
        TradeTerms terms = order.terms();
        if (limitPrice != null && !terms.type().hasLimit()) {
            return Optional.of("A %s order has no limit price.".formatted(terms.type()));
        }
        if (stopPrice != null && !terms.type().hasTrigger()) {
            return Optional.of("A %s order has no stop price.".formatted(terms.type()));
        }
        if (lots != null && order.isProtective()) {
            return Optional.of("A protective order is for the whole position; its lots cannot be changed.");
        }
        if (lots != null && !lots.isMoreThan(order.filledLots())) {
            return Optional.of("%s lots are filled already.".formatted(order.filledLots()));
        }
        if (terms.reduceOnly() && (stopLossPrice != null || takeProfitPrice != null)) {
            return Optional.of("An order that only reduces opens nothing to protect.");
        }
        if (trailingStop != null && terms.reduceOnly() && terms.trailingStop() == null) {
            return Optional.of("The order is no trailing stop.");
        }
        return misplaced(terms, market);
    }

    /** What is wanted of the order that takes the place of the other one. */
    TradeTerms appliedTo(TradeOrder order) {
        TradeTerms terms = order.terms();
        Lots total = lots == null ? terms.lots() : lots;
        TradeTerms changed = terms.sized(
                        new Lots(total.value().subtract(order.filledLots().value())))
                .priced(or(limitPrice, terms.limitPrice()), or(stopPrice, terms.stopPrice()))
                .until(expiresAt == null ? terms.expiresAt() : expiresAt);
        if (terms.reduceOnly()) {
            return trailingStop == null ? changed : changed.trailing(trailingStop);
        }
        return changed.protectedBy(protection(terms));
    }

    private Protection protection(TradeTerms terms) {
        Protection before = terms.protection();
        return new Protection(
                or(stopLossPrice, before.stopLossPrice()),
                or(takeProfitPrice, before.takeProfitPrice()),
                trailingStop == null ? before.trailingStop() : trailingStop);
    }

    /** A stop that would not protect the entry, or a target that would lose. */
    private Optional<String> misplaced(TradeTerms terms, BigDecimal market) {
        if (terms.reduceOnly()) {
            return Optional.empty();
        }
        BigDecimal entry = terms.priced(or(limitPrice, terms.limitPrice()), or(stopPrice, terms.stopPrice()))
                .expectedFill(market);
        Protection wanted = protection(terms);
        int sign = terms.side().sign();
        if (wanted.stopLossPrice() != null
                && entry.subtract(wanted.stopLossPrice()).signum() != sign) {
            return Optional.of("The stop at %s does not protect an entry at %s."
                    .formatted(wanted.stopLossPrice().toPlainString(), entry.toPlainString()));
        }
        if (wanted.takeProfitPrice() != null
                && wanted.takeProfitPrice().subtract(entry).signum() != sign) {
            return Optional.of("The target at %s is no profit for an entry at %s."
                    .formatted(wanted.takeProfitPrice().toPlainString(), entry.toPlainString()));
        }
        return Optional.empty();
    }

    private static @Nullable BigDecimal or(@Nullable BigDecimal changed, @Nullable BigDecimal before) {
        return changed == null ? before : changed;
    }
}
