package dev.tradesuite.ledger.config;

import dev.tradesuite.ledger.prediction.CycleDesk;
import dev.tradesuite.ledger.prediction.OrderDesk;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends and forgets what its time is over for. */
@Component
class PredictionHousekeeping {

    private final OrderDesk orders;
    private final CycleDesk cycles;
    private final CycleSettings settings;

    PredictionHousekeeping(OrderDesk orders, CycleDesk cycles, CycleSettings settings) {
        this.orders = orders;
        this.cycles = cycles;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "15s")
    void cancelAbandonedOrders() {
        orders.cancelAbandoned(settings.orderPatience());
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
    void forgetReports() {
        cycles.forgetOlderThan(settings.kept());
    }
}
