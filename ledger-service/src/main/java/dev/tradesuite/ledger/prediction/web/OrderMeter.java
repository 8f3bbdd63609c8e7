package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.market.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what became of the orders of cycles, as {@code portfolio.orders}; a repeat counts again. */
@Component
final class OrderMeter {

    private final MeterRegistry meters;

    OrderMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(PortfolioOrder order) {
        String reason = order.reasons().stream().findFirst().map(Reason::code).orElse("none");
        meters.counter(
                        "portfolio.orders",
                        "side",
                        String.valueOf(order.side()),
                        "status",
                        order.status().name(),
                        "reason",
                        reason)
                .increment();
    }
}
