package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.risk.check.TradeAssessment;
import dev.tradesuite.risk.exposure.OrderReservedException;
import dev.tradesuite.risk.exposure.ReserveOutcome;
import dev.tradesuite.support.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
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

    /** Counts what comes of it; a conflict with a standing reservation becomes an answer of its own. */
    List<ReserveOutcome> counting(Supplier<List<ReserveOutcome>> requests) {
        try {
            List<ReserveOutcome> outcomes = requests.get();
            outcomes.forEach(this::count);
            return outcomes;
        } catch (OrderReservedException e) {
            count("conflict", "none");
            throw new ProblemException(ProblemCode.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private void count(ReserveOutcome outcome) {
        switch (outcome) {
            case ReserveOutcome.Stands(var _, var assessment) ->
                count(assessment == null ? "repeated" : "reserved", "none");
            case ReserveOutcome.NothingToHold _ -> count("reserved", "none");
            case ReserveOutcome.Denied(TradeAssessment assessment) ->
                count("denied", assessment.denials().getFirst().code());
        }
    }

    private void count(String outcome, String reason) {
        meters.counter("risk.reservations", "outcome", outcome, "reason", reason)
                .increment();
    }
}
