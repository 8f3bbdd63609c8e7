package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Moves strategies from state to state, on evidence. */
public final class LifecycleService {

    private final StrategyStore strategies;
    private final EvidenceService evidence;
    private final Parts parts;
    private final UnitOfWork work;
    private final Clock clock;

    LifecycleService(StrategyStore strategies, EvidenceService evidence, Parts parts, UnitOfWork work, Clock clock) {
        this.strategies = strategies;
        this.evidence = evidence;
        this.parts = parts;
        this.work = work;
        this.clock = clock;
    }

    /** What the service keeps things in and tells of them with. */
    record Parts(LifecycleLog log, EvidenceRulesStore rules, LifecycleEvents events, Consequences consequences) {}

    /**
     * Where a strategy stands and where it may go.
     *
     * @param restriction what risk-service is told about its orders; empty when there was never anything to tell
     */
    public record View(RegisteredStrategy strategy, List<Option> options, Optional<StrategyRestriction> restriction) {

        public View {
            options = List.copyOf(options);
        }
    }

    /** A step that may be taken, and what there is to show for it. */
    public record Option(LifecycleState to, List<GateEvidence> evidence) {

        public Option {
            evidence = List.copyOf(evidence);
        }

        /** Whether every gate is passed. */
        public boolean allowed() {
            return evidence.stream().allMatch(GateEvidence::passed);
        }

        /** Whether it takes somebody who may approve. */
        public boolean approval() {
            return needsApproval(to);
        }
    }

    /** What became of a move. */
    public sealed interface Outcome {

        record Moved(LifecycleStep step) implements Outcome {}

        record NoSuchStrategy() implements Outcome {}

        /**
         * The table does not know this step.
         *
         * @param from where the strategy stands
         * @param after where it may go
         */
        record NoSuchStep(LifecycleState from, List<LifecycleState> after) implements Outcome {}

        /** Gates are not passed. */
        record EvidenceMissing(List<GateEvidence> missing) implements Outcome {}
    }

    /** Money comes in: it takes somebody who may approve. */
    public static boolean needsApproval(LifecycleState to) {
        return to == LifecycleState.LIVE;
    }

    public Optional<View> view(String code) {
        return strategies.find(code).map(strategy -> {
            EvidenceRules rules = rules(code);
            return new View(
                    strategy,
                    after(strategy).stream()
                            .map(to -> new Option(to, evidence.before(to, strategy, rules)))
                            .toList(),
                    parts.consequences().restriction(code));
        });
    }

    /**
     * Moves a strategy: its state, the row that tells of it and the event, or nothing. Of two who move it at once the
     * second meets the state the first has left.
     *
     * @param done hears of it in the same transaction
     */
    public Outcome move(LifecycleStep.Move move, Consumer<LifecycleStep> done) {
        return move(move, List.of(), done);
    }

    /**
     * As {@link #move(LifecycleStep.Move, Consumer)}, for a rule.
     *
     * @param why what the rule has measured, kept with the step beside what the gates find
     */
    public Outcome move(LifecycleStep.Move move, List<GateEvidence> why, Consumer<LifecycleStep> done) {
        return work.durable(() -> strategies
                .lock(move.code())
                .map(strategy -> moved(strategy, move, why, done))
                .orElseGet(Outcome.NoSuchStrategy::new));
    }

    private Outcome moved(
            RegisteredStrategy strategy,
            LifecycleStep.Move move,
            List<GateEvidence> why,
            Consumer<LifecycleStep> done) {
        List<LifecycleState> after = after(strategy);
        if (!after.contains(move.to())) {
            return new Outcome.NoSuchStep(strategy.state(), after);
        }
        List<GateEvidence> found = evidence.before(move.to(), strategy, rules(move.code()));
        List<GateEvidence> missing =
                found.stream().filter(gate -> !gate.passed()).toList();
        if (!missing.isEmpty()) {
            return new Outcome.EvidenceMissing(missing);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LifecycleStep step = new LifecycleStep(
                move,
                strategy.state(),
                now,
                Stream.concat(found.stream(), why.stream()).toList());
        strategies.save(strategy.at(strategy.stage().to(move.to(), now)));
        parts.log().add(step);
        parts.consequences().of(step);
        parts.events().changed(step);
        done.accept(step);
        return new Outcome.Moved(step);
    }

    /** Steps of a strategy, the newest first. */
    public List<LifecycleLog.Numbered> history(String code, Optional<Long> before, int most) {
        return parts.log().steps(code, before, most);
    }

    /** What a strategy has to show. */
    public EvidenceRules rules(String code) {
        return parts.rules().find(code).orElse(EvidenceRules.DEFAULT);
    }

    /** Says what a strategy has to show from now on; false when there is no such strategy. */
    public boolean changeRules(String code, EvidenceRules rules, String person) {
        return work.durable(() -> {
            Optional<RegisteredStrategy> strategy = strategies.lock(code);
            strategy.ifPresent(_ -> parts.rules().save(code, rules, person, clock.instant()));
            return strategy.isPresent();
        });
    }

    private List<LifecycleState> after(RegisteredStrategy strategy) {
        return LifecycleTable.after(strategy.state(), parts.log().suspendedFrom(strategy.code()));
    }
}
