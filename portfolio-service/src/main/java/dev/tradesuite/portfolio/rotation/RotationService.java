package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.optimisation.OptimisationService;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the strategies on paper and with money, and makes proposals for those that break the rules. Of two instances
 * that look at the same time one makes a proposal, and the other meets it.
 */
public final class RotationService {

    private static final Logger LOG = LoggerFactory.getLogger(RotationService.class);

    private final RotationReader reader;
    private final RotationRuleService rules;
    private final ProposalService proposals;
    private final Parts parts;
    private final OptimisationService optimiser;
    private final UnitOfWork work;
    private final Clock clock;

    RotationService(
            RotationReader reader,
            RotationRuleService rules,
            ProposalService proposals,
            Parts parts,
            OptimisationService optimiser,
            UnitOfWork work,
            Clock clock) {
        this.reader = reader;
        this.rules = rules;
        this.proposals = proposals;
        this.parts = parts;
        this.optimiser = optimiser;
        this.work = work;
        this.clock = clock;
    }

    /** What the service keeps things in and tells of them with. */
    record Parts(StrategyStore strategies, ProposalStore proposals, RotationRunStore runs, RotationEvents events) {}

    /** What the rules say of a strategy, and what that would do to the optimum where something is to be done. */
    private record Judged(
            RegisteredStrategy strategy,
            RotationLimits limits,
            RotationVerdict verdict,
            Optional<OptimumEffect> effect) {}

    /**
     * Looks at strategies.
     *
     * @param only these; empty for all
     */
    public RotationRun run(Optional<Set<String>> only, RotationRun.Cause cause, String person) {
        Instant asOf = now();
        RotationPanel panel = reader.panel();
        Function<String, RotationLimits> limits = rules.all();
        OptimumEffects effects = new OptimumEffects(optimiser, panel);
        List<Judged> judged = panel.strategies().values().parallelStream()
                .filter(strategy ->
                        only.map(codes -> codes.contains(strategy.code())).orElse(true))
                .map(strategy -> judged(strategy, limits.apply(strategy.code()), panel, effects))
                .sorted(Comparator.comparing(one -> one.strategy().code()))
                .toList();
        RotationRun run = new RotationRun(
                Ids.next(),
                cause,
                person,
                asOf,
                judged.stream().map(this::applied).toList());
        parts.runs().keep(run);
        return run;
    }

    private Judged judged(
            RegisteredStrategy strategy, RotationLimits limits, RotationPanel panel, OptimumEffects effects) {
        RotationVerdict verdict = verdict(strategy, limits, panel);
        return switch (verdict) {
            case RotationVerdict.Stays _ -> new Judged(strategy, limits, verdict, Optional.empty());
            case RotationVerdict.Changes changes ->
                new Judged(
                        strategy,
                        limits,
                        verdict,
                        isNews(strategy, changes.plan(), limits)
                                ? Optional.of(effects.of(strategy, changes.plan()))
                                : Optional.empty());
        };
    }

    /** What goes wrong with one strategy stops no other. */
    private RotationVerdict verdict(RegisteredStrategy strategy, RotationLimits limits, RotationPanel panel) {
        try {
            return RotationJudge.judge(reader.of(strategy, limits), panel);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be measured", strategy.code(), e);
            return new RotationVerdict.Stays(reason(RotationReason.EVIDENCE_UNKNOWN), List.of());
        }
    }

    /** Whether a proposal would be made of it, so that its effect is worth computing. */
    private boolean isNews(RegisteredStrategy strategy, RotationPlan plan, RotationLimits limits) {
        return parts.proposals()
                .open(strategy.code())
                .map(open -> takesPlaceOf(plan, open))
                .orElseGet(() -> !isResting(strategy, plan, limits));
    }

    private static boolean takesPlaceOf(RotationPlan plan, StrategyProposal open) {
        return open.state() == RotationState.EXPIRED
                || (open.state() != RotationState.APPROVED && plan.goesFurtherThan(open.plan()));
    }

    /** Whether the same was decided a short while ago, and since the strategy came to its state. */
    private boolean isResting(RegisteredStrategy strategy, RotationPlan plan, RotationLimits limits) {
        Instant rested = now().minus(Duration.ofDays(limits.handling().restDays()));
        return parts.proposals()
                .decidedAt(strategy.code(), plan.action())
                .filter(at -> at.isAfter(rested) && at.isAfter(strategy.stage().since()))
                .isPresent();
    }

    private RotationRun.Outcome applied(Judged judged) {
        Optional<RotationPlan> plan = judged.verdict() instanceof RotationVerdict.Changes changes
                ? Optional.of(changes.plan())
                : Optional.empty();
        return work.durable(
                () -> StrategyLocks.hold(parts.strategies(), judged.strategy(), plan.flatMap(RotationPlan::replacement))
                        ? appliedLocked(judged)
                        : outcome(judged, reason(RotationReason.STRATEGY_MOVED), Optional.empty()));
    }

    private RotationRun.Outcome appliedLocked(Judged judged) {
        Optional<StrategyProposal> open = parts.proposals()
                .open(judged.strategy().code())
                .flatMap(one -> parts.proposals().lock(one.id()))
                .filter(one -> ProposalTable.isOpen(one.state()));
        return switch (judged.verdict()) {
            case RotationVerdict.Stays same -> stays(judged, same.reason(), open);
            case RotationVerdict.Changes changes -> changes(judged, changes, open);
        };
    }

    /** What nobody answered, and does not hold any more, is not made again. */
    private RotationRun.Outcome stays(Judged judged, Reason reason, Optional<StrategyProposal> open) {
        open.filter(one -> one.state() == RotationState.EXPIRED
                        && holdsNoMore(one, judged.verdict().evidence()))
                .ifPresent(one -> supersede(one, RotationReason.EVIDENCE_CHANGED));
        return outcome(judged, reason, open.map(StrategyProposal::id));
    }

    /** Whether a gate that was broken is not broken now; one that cannot be measured just now may be still. */
    private static boolean holdsNoMore(StrategyProposal expired, List<GateEvidence> evidence) {
        return expired.evidence().stream().filter(GateEvidence::broken).anyMatch(gate -> evidence.stream()
                .anyMatch(anew -> anew.gate() == gate.gate() && anew.known() && !anew.broken()));
    }

    private RotationRun.Outcome changes(
            Judged judged, RotationVerdict.Changes changes, Optional<StrategyProposal> open) {
        if (open.isPresent() && !takesPlaceOf(changes.plan(), open.get())) {
            return outcome(judged, reason(RotationReason.ALREADY_PROPOSED), open.map(StrategyProposal::id));
        }
        String code = judged.strategy().code();
        if (open.isEmpty() && isResting(judged.strategy(), changes.plan(), judged.limits())) {
            return outcome(judged, reason(RotationReason.LATELY_DECIDED), Optional.empty());
        }
        OptimumEffect effect = judged.effect()
                .orElseGet(() -> OptimumEffect.unavailable(
                        RotationPanel.label(judged.strategy()), Optional.empty(), "It was not computed"));
        if (open.isPresent() && open.get().plan().equals(changes.plan())) {
            StrategyProposal again = parts.proposals().save(open.get().again(changes, effect, now()));
            parts.events().proposed(again);
            return outcome(judged, again.progress().reason(), Optional.of(again.id()));
        }
        open.ifPresent(one -> supersede(one, RotationReason.OTHER_PROPOSAL));
        return made(judged, StrategyProposal.made(Ids.next(), code, changes, effect, now()));
    }

    private RotationRun.Outcome made(Judged judged, StrategyProposal proposal) {
        if (!parts.proposals().add(proposal)) {
            return outcome(
                    judged,
                    reason(RotationReason.ALREADY_PROPOSED),
                    parts.proposals().open(proposal.strategy()).map(StrategyProposal::id));
        }
        parts.events().proposed(proposal);
        if (!judged.limits().handling().automatic().contains(proposal.plan().action())) {
            return outcome(judged, proposal.progress().reason(), Optional.of(proposal.id()));
        }
        StrategyProposal done = proposals.carryOutByRule(proposal);
        return outcome(judged, done.progress().reason(), Optional.of(done.id()));
    }

    private void supersede(StrategyProposal open, RotationReason why) {
        StrategyProposal superseded =
                parts.proposals().save(open.to(RotationState.SUPERSEDED, ProposalService.RULE, now(), reason(why)));
        parts.events().decided(superseded);
    }

    private static RotationRun.Outcome outcome(Judged judged, Reason reason, Optional<UUID> proposal) {
        return new RotationRun.Outcome(
                judged.strategy().code(), reason, judged.verdict().evidence(), proposal);
    }

    private static Reason reason(RotationReason code) {
        return StrategyProposal.reason(code, "");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
