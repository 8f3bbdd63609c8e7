package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Says which rules hold for which strategy. */
public final class RotationRuleService {

    private final RotationLimitsStore store;
    private final UnitOfWork work;
    private final Clock clock;

    RotationRuleService(RotationLimitsStore store, UnitOfWork work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /** Rules of a strategy, or of all that have none of their own. */
    public RotationLimits find(Optional<String> code) {
        return code.flatMap(one -> store.find(Optional.of(one)))
                .or(() -> store.find(Optional.empty()))
                .orElse(RotationLimits.DEFAULT);
    }

    /** Rules of each strategy, asked for once. */
    Function<String, RotationLimits> all() {
        RotationLimits usual = find(Optional.empty());
        Map<String, RotationLimits> own = store.ofStrategies();
        return code -> own.getOrDefault(code, usual);
    }

    /** Changes the rules of a strategy, or of all that have none of their own; answered with what holds then. */
    public RotationLimits change(Optional<String> code, UnaryOperator<RotationLimits> change, String person) {
        return work.durable(() -> {
            RotationLimits changed = change.apply(find(code));
            store.save(code, changed, person, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return changed;
        });
    }
}
