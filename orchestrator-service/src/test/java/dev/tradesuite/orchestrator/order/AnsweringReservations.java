package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.TradeTerms;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives every order the same answer, and logs what it was asked. */
final class AnsweringReservations implements OrderReservations {

    Outcome answer = new Outcome.Reserved();

    @Nullable
    TradeOrder replaced;

    private final List<String> log;

    AnsweringReservations(List<String> log) {
        this.log = log;
    }

    @Override
    public Outcome reserve(TradeOrder order, TradeOrder replaced) {
        this.replaced = replaced;
        log.add("reserve " + order.terms().lots());
        return answer;
    }

    @Override
    public Outcome mayProtect(OrderOrigin origin, TradeTerms leg, BigDecimal price) {
        log.add("protect %s %s at %s".formatted(origin.accountId(), leg.lots(), price.toPlainString()));
        return answer;
    }
}
