package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was halted before a stop that flattens. It gives way to {@code REDUCE_ONLY}, which lets no entry through, and is
 * halted again when its positions are closed. It is noted before it gives way: whoever goes on with the stop knows what
 * to halt.
 */
final class StopHalts {

    private static final Logger LOG = LoggerFactory.getLogger(StopHalts.class);

    private final TradingStops stops;
    private final StopStates states;
    private final UnitOfWork work;
    private final Duration lease;

    StopHalts(TradingStops stops, StopStates states, UnitOfWork work, Duration lease) {
        this.stops = stops;
        this.states = states;
        this.work = work;
        this.lease = lease;
    }

    /** Lets positions be closed of what is halted; why that has to wait, or empty. */
    Optional<Reason> giveWay(TradingStop stop) {
        return switch (states.halted(stop.wish())) {
            case StopAnswer.Unanswered<List<StopHalt>>(Reason why) -> Optional.of(why);
            case StopAnswer.Told<List<StopHalt>>(List<StopHalt> halts) -> {
                Optional<Reason> waits = Optional.empty();
                for (StopHalt halt : halts) {
                    note(stop, halt);
                    Optional<Reason> why = waits(halt, states.giveWay(stop.wish(), halt));
                    waits = why.isPresent() ? why : waits;
                }
                yield waits;
            }
        };
    }

    /** Halts what gave way again; why that has to wait, or empty. */
    Optional<Reason> haltAgain(TradingStop stop) {
        Optional<Reason> waits = Optional.empty();
        for (StopHalt halt : stops.halts(stop.id())) {
            if (!halt.again()) {
                Optional<Reason> why = waits(halt, states.haltAgain(stop.wish(), halt));
                if (why.isPresent()) {
                    waits = why;
                } else {
                    note(stop, halt.haltedAgain());
                }
            }
        }
        return waits;
    }

    private static Optional<Reason> waits(StopHalt halt, StopStates.Outcome outcome) {
        return switch (outcome) {
            case StopStates.Outcome.Set _ -> Optional.empty();
            case StopStates.Outcome.Unanswered(Reason why) -> Optional.of(why);
            case StopStates.Outcome.Refused(Reason why) -> {
                // It is not there any more, and holds nothing.
                LOG.warn("The state of {} {} cannot be set: {}", halt.scope(), halt.id(), why.message());
                yield Optional.empty();
            }
        };
    }

    private void note(TradingStop stop, StopHalt halt) {
        work.durable(() -> stops.note(stop, halt, lease));
    }
}
