package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.portfolio.lifecycle.TargetWeights;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of proposals: they are laid before a person, and what was approved is measured anew and carried out, in
 * one transaction, or does not hold any more. What nobody answers comes again.
 */
public final class ProposalService {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalService.class);

    /** Who acts where the rules do. */
    static final String RULE = "rotation";

    private static final int AT_ONCE = 200;
    private static final int PAGE = 100;
    private static final int LONGEST_REASON = 500;

    private final RotationReader reader;
    private final RotationRuleService rules;
    private final LifecycleService lifecycle;
    private final TargetWeights weights;
    private final RotationApprovals approvals;
    private final Parts parts;
    private final UnitOfWork work;
    private final Clock clock;

    ProposalService(
            RotationReader reader,
            RotationRuleService rules,
            LifecycleService lifecycle,
            TargetWeights weights,
            RotationApprovals approvals,
            Parts parts,
            UnitOfWork work,
            Clock clock) {
        this.reader = reader;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.weights = weights;
        this.approvals = approvals;
        this.parts = parts;
        this.work = work;
        this.clock = clock;
    }

    /** What the service keeps things in and tells of them with. */
    record Parts(StrategyStore strategies, ProposalStore proposals, RotationMarks marks, RotationEvents events) {}

    /** What was decided about an approval. */
    public record Ruling(
            UUID approval, ApprovalState state, String payloadHash, Optional<String> by, Optional<String> reason) {}

    /**
     * A page, the newest first.
     *
     * @param visible which sources whoever asks may see
     */
    public List<StrategyProposal> page(
            Optional<RotationState> state, Optional<UUID> before, int most, Predicate<StrategySource> visible) {
        List<StrategyProposal> found = new ArrayList<>();
        Optional<UUID> from = before;
        List<ProposalStore.Listed> read;
        do {
            read = parts.proposals().page(state, from, PAGE);
            for (ProposalStore.Listed one : read) {
                from = Optional.of(one.proposal().id());
                if (found.size() < most && visible.test(one.source())) {
                    found.add(one.proposal());
                }
            }
        } while (read.size() == PAGE && found.size() < most);
        return List.copyOf(found);
    }

    public Optional<StrategyProposal> find(UUID id) {
        return parts.proposals().find(id);
    }

    /** Lays every open proposal before a person; what cannot be asked now is asked the next time. */
    public void ask() {
        for (StrategyProposal open : parts.proposals().in(RotationState.OPEN, AT_ONCE)) {
            switch (approvals.ask(question(open))) {
                case RotationApprovals.Answer.Stands stands -> asked(open, stands);
                case RotationApprovals.Answer.Unknown _, RotationApprovals.Answer.NotAsked _ -> {
                    // It stays OPEN.
                }
            }
        }
    }

    /** Asks where every proposal stands that waits for a person: an event may have been missed. */
    public void poll() {
        for (StrategyProposal pending : parts.proposals().in(RotationState.PENDING_APPROVAL, AT_ONCE)) {
            pending.progress().approval().ifPresent(approval -> poll(approval, pending));
        }
    }

    private void poll(UUID approval, StrategyProposal pending) {
        switch (approvals.find(approval)) {
            case RotationApprovals.Answer.Stands(var id, var state, var hash, var by, var reason) ->
                decided(new Ruling(id, state, hash, by, reason));
            case RotationApprovals.Answer.Unknown _ ->
                decided(new Ruling(
                        approval, ApprovalState.EXPIRED, pending.payloadHash(), Optional.empty(), Optional.empty()));
            case RotationApprovals.Answer.NotAsked _ -> {
                // It is asked the next time.
            }
        }
    }

    /** Takes in what was decided; a repeat changes nothing. */
    public void decided(Ruling ruling) {
        work.durable(() -> parts.proposals()
                .ofApproval(ruling.approval())
                .flatMap(one -> parts.proposals().lock(one.id()))
                .filter(one -> one.state() == RotationState.PENDING_APPROVAL
                        && one.progress().approval().equals(Optional.of(ruling.approval())))
                .ifPresent(pending -> decided(pending, ruling)));
    }

    private void decided(StrategyProposal pending, Ruling ruling) {
        String by = ruling.by().orElse("nobody");
        String words = ruling.reason().orElse("");
        switch (ruling.state()) {
            case APPROVED -> {
                if (ruling.payloadHash().equals(pending.payloadHash())) {
                    parts.proposals()
                            .save(pending.to(
                                    RotationState.APPROVED,
                                    by,
                                    now(),
                                    reason(RotationReason.APPROVED_BY_PERSON, words)));
                } else {
                    end(pending, RotationState.SUPERSEDED, by, reason(RotationReason.APPROVAL_OF_OTHER_CONTENT, ""));
                }
            }
            case REJECTED -> end(pending, RotationState.REJECTED, by, reason(RotationReason.REJECTED_BY_PERSON, words));
            case EXPIRED -> {
                end(pending, RotationState.EXPIRED, RULE, reason(RotationReason.NOT_ANSWERED, ""));
                parts.marks().mark(Set.of(pending.strategy()), "EXPIRED");
            }
            case PENDING, EXECUTED, NOT_EXECUTED -> {
                // Nothing was decided about a proposal.
            }
        }
    }

    /** Ends what is about a strategy that is neither on paper nor with money any more. */
    public void endWhatHasMoved() {
        for (RotationState state : List.of(RotationState.OPEN, RotationState.PENDING_APPROVAL, RotationState.EXPIRED)) {
            parts.proposals().in(state, AT_ONCE).stream()
                    .filter(one -> traded(one.strategy()).isEmpty())
                    .forEach(moved -> work.durable(() -> parts.proposals()
                            .lock(moved.id())
                            .filter(one -> one.state() == state)
                            .ifPresent(one -> end(
                                    one, RotationState.SUPERSEDED, RULE, reason(RotationReason.STRATEGY_MOVED, "")))));
        }
    }

    /** Carries out all that was approved; what goes wrong with one stops no other, and is tried again. */
    public void carryOut() {
        for (StrategyProposal approved : parts.proposals().in(RotationState.APPROVED, AT_ONCE)) {
            try {
                carryOut(approved);
            } catch (RuntimeException e) {
                LOG.warn("Proposal {} could not be carried out", approved.id(), e);
            }
        }
    }

    private void carryOut(StrategyProposal approved) {
        RotationPanel panel = reader.panel();
        Optional<RegisteredStrategy> strategy = traded(approved.strategy());
        work.durable(() -> {
            boolean held = strategy.isPresent()
                    && StrategyLocks.hold(
                            parts.strategies(), strategy.get(), approved.plan().replacement());
            parts.proposals()
                    .lock(approved.id())
                    .filter(one -> one.state() == RotationState.APPROVED)
                    .ifPresent(one -> carriedOut(one, strategy.filter(_ -> held), panel));
        });
    }

    private Optional<RegisteredStrategy> traded(String code) {
        return parts.strategies().find(code).filter(RotationReader::isTraded);
    }

    private void carriedOut(StrategyProposal approved, Optional<RegisteredStrategy> strategy, RotationPanel panel) {
        String by =
                approved.progress().decided().map(StrategyProposal.Decided::by).orElse(RULE);
        if (strategy.isEmpty()) {
            end(approved, RotationState.SUPERSEDED, by, reason(RotationReason.STRATEGY_MOVED, ""));
            return;
        }
        RotationJudge.Case now = reader.of(strategy.get(), rules.find(Optional.of(approved.strategy())));
        List<GateEvidence> evidence = RotationJudge.evidence(now, panel);
        if (!stillHolds(approved, evidence) || !mayReplace(approved, now, panel)) {
            end(
                    approved,
                    RotationState.SUPERSEDED,
                    by,
                    reason(RotationReason.EVIDENCE_CHANGED, RotationJudge.broken(evidence)));
            return;
        }
        carriedOut(approved, evidence, by, approved.progress().reason());
    }

    /** Every gate that was broken when it was proposed is broken now; one that is not known any more is not. */
    private static boolean stillHolds(StrategyProposal approved, List<GateEvidence> evidence) {
        return approved.evidence().stream().filter(GateEvidence::broken).allMatch(gate -> evidence.stream()
                .anyMatch(anew -> anew.gate() == gate.gate() && anew.broken()));
    }

    private static boolean mayReplace(StrategyProposal approved, RotationJudge.Case now, RotationPanel panel) {
        return approved.plan()
                .replacement()
                .map(code -> Optional.ofNullable(panel.strategies().get(code))
                        .flatMap(other -> new ReplacementSearch(panel, now.limits()).candidate(now.strategy(), other))
                        .isPresent())
                .orElse(true);
    }

    /** Carries out what the settings let the rules do, in the transaction under way, which holds the strategy. */
    StrategyProposal carryOutByRule(StrategyProposal proposal) {
        Reason reason = reason(RotationReason.CARRIED_OUT_BY_RULE, RotationJudge.broken(proposal.evidence()));
        StrategyProposal approved = parts.proposals().save(proposal.to(RotationState.APPROVED, RULE, now(), reason));
        return carriedOut(approved, proposal.evidence(), RULE, reason);
    }

    private StrategyProposal carriedOut(
            StrategyProposal approved, List<GateEvidence> evidence, String by, Reason reason) {
        String why = cut(approved.summary());
        Optional<RotationReason> hindered =
                switch (approved.plan().action()) {
                    case SUSPEND -> moved(approved.strategy(), LifecycleState.SUSPENDED, evidence, by, why);
                    case RETIRE -> moved(approved.strategy(), LifecycleState.RETIRED, evidence, by, why);
                    case REDUCE ->
                        reweighed(
                                approved,
                                by,
                                why,
                                (_, weight) -> Map.of(
                                        approved.strategy(),
                                        weight * approved.plan().factor().orElse(1)));
                    case REPLACE -> {
                        String other = approved.plan().replacement().orElseThrow();
                        Map<String, Double> held = weights.of(other);
                        yield reweighed(
                                approved,
                                by,
                                why,
                                (account, weight) -> Map.of(
                                        approved.strategy(), 0.0, other, held.getOrDefault(account, 0.0) + weight));
                    }
                };
        return hindered.map(hindrance -> end(approved, RotationState.SUPERSEDED, by, reason(hindrance, "")))
                .orElseGet(() -> end(approved, RotationState.DONE, by, reason));
    }

    private Optional<RotationReason> moved(
            String code, LifecycleState to, List<GateEvidence> evidence, String by, String why) {
        LifecycleService.Outcome outcome =
                lifecycle.move(new LifecycleStep.Move(code, to, LifecycleTrigger.RULE, by, why), evidence, _ -> {});
        return outcome instanceof LifecycleService.Outcome.Moved
                ? Optional.empty()
                : Optional.of(RotationReason.STRATEGY_MOVED);
    }

    /** What the weights of an account become. */
    private interface NewWeights {

        Map<String, Double> of(String account, double weight);
    }

    private Optional<RotationReason> reweighed(StrategyProposal approved, String by, String why, NewWeights change) {
        Map<String, Double> held = weights.of(approved.strategy());
        held.forEach((account, weight) -> weights.change(
                account, change.of(account, weight), new TargetWeights.Change(TargetWeights.Cause.ROTATION, by, why)));
        return held.isEmpty() ? Optional.of(RotationReason.NOTHING_TO_REDUCE) : Optional.empty();
    }

    private StrategyProposal end(StrategyProposal proposal, RotationState state, String by, Reason reason) {
        StrategyProposal ended = parts.proposals().save(proposal.to(state, by, now(), reason));
        parts.events().decided(ended);
        return ended;
    }

    private void asked(StrategyProposal open, RotationApprovals.Answer.Stands stands) {
        work.durable(() -> parts.proposals()
                .lock(open.id())
                .filter(one -> one.state() == RotationState.OPEN
                        && one.progress().round() == open.progress().round())
                .ifPresent(one -> parts.proposals().save(one.asked(stands.id()))));
    }

    private RotationApprovals.Question question(StrategyProposal open) {
        Set<String> accounts =
                parts.strategies().find(open.strategy()).map(reader::accounts).orElse(Set.of());
        return new RotationApprovals.Question(
                "rotation-%s-%d".formatted(open.id(), open.progress().round()),
                open.strategy(),
                accounts.size() == 1 ? accounts.stream().findFirst() : Optional.empty(),
                cut(open.summary()),
                open.payload(),
                open.payloadHash(),
                open.evidence().stream()
                        .map(gate -> new RotationApprovals.Check(
                                gate.gate().name(), gate.passed(), gate.reason().message()))
                        .toList(),
                Duration.ofDays(
                        rules.find(Optional.of(open.strategy())).handling().answerDays()));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    private static Reason reason(RotationReason code, String more) {
        return StrategyProposal.reason(code, more);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
