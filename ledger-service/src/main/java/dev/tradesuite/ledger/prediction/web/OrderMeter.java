package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.ledger.prediction.Denial;
import dev.tradesuite.ledger.prediction.PaperOrder;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what became of the orders of cycles, as {@code portfolio.orders}; a repeat counts again. */
@Component
final class OrderMeter {

    private final MeterRegistry meters;

    OrderMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    PaperOrder counted(PaperOrder order) {
        String reason = order.denials().stream().findFirst().map(Denial::code).orElse("none");
        meters.counter(
                        "portfolio.orders",
                        "side",
                        order.terms().side().name(),
                        "status",
                        order.status().name(),
                        "reason",
                        reason)
                .increment();
        return order;
    }
}
