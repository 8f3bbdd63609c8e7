package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.risk.check.Assessment;
import dev.tradesuite.risk.exposure.ReserveOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what came of the requests to reserve, as {@code risk.reservations}: denials are not kept anywhere else here.
 */
@Component
final class ReservationMeter {

    private final MeterRegistry meters;

    ReservationMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(ReserveOutcome outcome) {
        switch (outcome) {
            case ReserveOutcome.Stands(var _, var assessment) ->
                count(assessment == null ? "repeated" : "reserved", "none");
            case ReserveOutcome.Denied(Assessment assessment) ->
                count("denied", assessment.denials().getFirst().reason().name());
            case ReserveOutcome.ForAnotherTrade _ -> count("conflict", "none");
        }
    }

    private void count(String outcome, String reason) {
        meters.counter("risk.reservations", "outcome", outcome, "reason", reason)
                .increment();
    }
}
