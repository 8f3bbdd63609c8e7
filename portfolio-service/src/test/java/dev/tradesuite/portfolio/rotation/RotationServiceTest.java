package dev.tradesuite.portfolio.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.portfolio.lifecycle.MemoryLifecycle;
import dev.tradesuite.portfolio.lifecycle.ToldTradingStates;
import dev.tradesuite.portfolio.optimisation.RealOptimiser;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RotationServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 80;

    private final FixedClock clock = FixedClock.at("2026-06-01T10:00:00Z");
    private final MemoryStrategies strategies = new MemoryStrategies();
    private final Map<String, List<StrategyReturns>> returns = new TreeMap<>();
    private final MemoryLifecycle memory = new MemoryLifecycle();
    private final MemoryProposals store = new MemoryProposals();
    private final FakeApprovals approvals = new FakeApprovals();
    private final LifecycleService lifecycle = memory.service(strategies, clock);
    private final RotationReader reader = new RotationReader(
            strategies,
            wanted -> wanted.codes().stream()
                    .flatMap(code -> returns.getOrDefault(code, List.of()).stream())
                    .toList(),
            lifecycle,
            memory,
            memory,
            clock);
    private final RotationRuleService rules = new RotationRuleService(store, new PlainWork(), clock);
    private final ProposalService proposals = new ProposalService(
            reader,
            rules,
            lifecycle,
            memory,
            approvals,
            new ProposalService.Parts(strategies, store, store, store),
            new PlainWork(),
            clock);
    private final RotationService service = new RotationService(
            reader,
            rules,
            proposals,
            new RotationService.Parts(strategies, store, store, store),
            RealOptimiser.service(),
            new PlainWork(),
            clock);
    private final RotationDue due = new RotationDue(store, service, proposals);

    @Test
    void laggardWithoutWeightIsToBeRetired() {
        three(-0.002);

        RotationRun run = run();

        assertThat(run.outcomes())
                .extracting(one -> one.code() + " " + one.reason().code())
                .containsExactly("bad PROPOSED", "good EVIDENCE_UNKNOWN", "other EVIDENCE_UNKNOWN");
        StrategyProposal proposal = store.only();
        assertThat(proposal.plan().action()).isEqualTo(RotationAction.RETIRE);
        assertThat(proposal.state()).isEqualTo(RotationState.OPEN);
        assertThat(proposal.effect().before().orElseThrow().weights()).containsKeys("bad", "good", "other");
        assertThat(proposal.effect().after().orElseThrow().weights()).containsOnlyKeys("good", "other");
    }

    @Test
    void laggardWithWeightIsToBeReplacedByOneThatIsBetterAndUnlike() {
        three(-0.002);
        memory.target("main", "bad", 0.3);
        memory.target("main", "good", 0.2);

        run();
        StrategyProposal proposal = store.only();
        assertThat(proposal.plan().action()).isEqualTo(RotationAction.REPLACE);
        String by = proposal.plan().replacement().orElseThrow();
        approve();

        assertThat(store.only().state()).isEqualTo(RotationState.DONE);
        Map<String, Double> target = Objects.requireNonNull(memory.targets.get("main"));
        assertThat(target.get("bad")).isZero();
        assertThat(target.get(by)).isCloseTo(by.equals("good") ? 0.5 : 0.3, within(1e-12));
    }

    @Test
    void isNotProposedBeforeFiveDaysRunning() {
        live("flat", 0, 1);
        live("late", 0, 2);
        // It was ahead by 10 % on a day that the window of four days ago has, and that of today has not.
        replace("late", DAYS - 61, 0.1);

        RotationRun run = run();

        assertThat(run.outcomes().getLast().evidence())
                .filteredOn(gate -> gate.gate().name().equals("EXCESS_RETURN"))
                .noneMatch(gate -> gate.broken());
    }

    @Test
    void labelsAreNeverMixed() {
        three(-0.002);
        // The others are live, and have no returns on paper: nothing to compare it with.
        paper("alone", -0.01, 9);

        RotationRun.Outcome alone = outcome("alone");

        assertThat(alone.reason().code()).isIn("NOTHING_TO_REDUCE", "EVIDENCE_UNKNOWN");
        assertThat(alone.reason().message() + alone.evidence()).contains("NO_BENCHMARK");
    }

    @Test
    void haltedStrategyIsSuspendedByTheRule() {
        three(0.001);
        memory.target("main", "good", 0.4);
        memory.halts.add(new ToldTradingStates.One(
                TradingStateScope.ACCOUNT, "main", TradingState.HALTED, "crash", "alice", clock.instant()));

        assertThat(outcome("good").reason().code()).isEqualTo(RotationReason.CARRIED_OUT_BY_RULE.name());

        LifecycleStep step = memory.steps.getFirst();
        assertThat(step.move().trigger()).isEqualTo(LifecycleTrigger.RULE);
        assertThat(step.move().to()).isEqualTo(LifecycleState.SUSPENDED);
        assertThat(step.evidence()).anyMatch(gate -> gate.broken());
        assertThat(Objects.requireNonNull(memory.targets.get("main")).get("good"))
                .isZero();
        assertThat(memory.restrictions.find("good").orElseThrow().state()).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(approvals.questions).isEmpty();
        assertThat(store.events).containsExactly("proposed good SUSPEND", "decided good SUSPEND DONE");
    }

    @Test
    void approvedTwiceIsCarriedOutOnce() {
        three(-0.002);
        run();
        proposals.ask();
        ProposalService.Ruling yes = approvals.decide(ApprovalState.APPROVED, "bob");

        proposals.decided(yes);
        proposals.decided(yes);
        proposals.carryOut();
        proposals.decided(yes);
        proposals.carryOut();

        assertThat(memory.steps).hasSize(1);
        assertThat(memory.steps.getFirst().move().person()).isEqualTo("bob");
        assertThat(store.only().state()).isEqualTo(RotationState.DONE);
        assertThat(store.events).containsExactly("proposed bad RETIRE", "decided bad RETIRE DONE");
    }

    @Test
    void approvalOfSomethingElseCarriesNothingOut() {
        three(-0.002);
        run();
        proposals.ask();
        ProposalService.Ruling yes = approvals.decide(ApprovalState.APPROVED, "bob");

        proposals.decided(new ProposalService.Ruling(
                yes.approval(), ApprovalState.APPROVED, "0".repeat(64), yes.by(), yes.reason()));
        proposals.carryOut();

        assertThat(memory.steps).isEmpty();
        assertThat(store.only().progress().reason().code()).isEqualTo("APPROVAL_OF_OTHER_CONTENT");
    }

    @Test
    void evidenceIsMeasuredAnewWhenItIsApproved() {
        three(-0.002);
        run();
        proposals.ask();
        proposals.decided(approvals.decide(ApprovalState.APPROVED, "bob"));
        live("bad", 0.004, 1);

        proposals.carryOut();

        assertThat(memory.steps).isEmpty();
        assertThat(store.only().state()).isEqualTo(RotationState.SUPERSEDED);
        assertThat(store.only().progress().reason().code()).isEqualTo("EVIDENCE_CHANGED");
    }

    @Test
    void whatNobodyAnsweredIsMadeAgain() {
        three(-0.002);
        run();
        proposals.ask();
        assertThat(approvals.questions.getLast().expiry()).isEqualTo(Duration.ofDays(5));
        proposals.decided(approvals.decide(ApprovalState.EXPIRED, "nobody"));
        assertThat(store.only().state()).isEqualTo(RotationState.EXPIRED);
        assertThat(store.marks).containsKey("bad");

        clock.advance(Duration.ofDays(5));
        due.look();

        assertThat(store.only().progress().round()).isEqualTo(2);
        assertThat(store.only().state()).isEqualTo(RotationState.PENDING_APPROVAL);
        assertThat(approvals.questions).hasSize(2);
        assertThat(approvals.questions.get(1).payloadHash())
                .isNotEqualTo(approvals.questions.get(0).payloadHash());
        assertThat(store.marks).isEmpty();
    }

    @Test
    void missedEventIsFoundByAsking() {
        three(-0.002);
        run();
        proposals.ask();
        var _ = approvals.decide(ApprovalState.APPROVED, "bob");

        due.look();

        assertThat(store.only().state()).isEqualTo(RotationState.DONE);
    }

    @Test
    void isAskedOnceTheOrchestratorIsBack() {
        three(-0.002);
        run();
        approvals.away = true;
        due.look();
        assertThat(store.only().state()).isEqualTo(RotationState.OPEN);

        approvals.away = false;
        due.look();
        due.look();

        assertThat(store.only().state()).isEqualTo(RotationState.PENDING_APPROVAL);
        assertThat(approvals.byKey).hasSize(1);
    }

    @Test
    void secondInstanceMeetsTheProposalOfTheFirst() {
        three(-0.002);

        run();
        RotationRun.Outcome second = outcome("bad");

        assertThat(second.reason().code()).isEqualTo(RotationReason.ALREADY_PROPOSED.name());
        assertThat(second.proposal()).contains(store.only().id());
    }

    @Test
    void rejectedIsNotProposedAgainAtOnce() {
        three(-0.002);
        run();
        proposals.ask();
        proposals.decided(approvals.decide(ApprovalState.REJECTED, "bob"));

        assertThat(outcome("bad").reason().code()).isEqualTo(RotationReason.LATELY_DECIDED.name());
        clock.advance(Duration.ofDays(4));
        assertThat(store.byId).hasSize(1);
    }

    /** Decided on 1 June at 10:00, so the 20 days end on 21 June at 10:00; its newest return is of the day before. */
    @Test
    void rejectedIsProposedAgainAfterTwentyDays() {
        three(-0.002);
        run();
        proposals.ask();
        proposals.decided(approvals.decide(ApprovalState.REJECTED, "bob"));
        shift(20);

        clock.advance(Duration.ofDays(20).minusSeconds(1));
        assertThat(outcome("bad").reason().code()).isEqualTo(RotationReason.LATELY_DECIDED.name());
        clock.advance(Duration.ofSeconds(1));

        assertThat(outcome("bad").reason().code()).isEqualTo(RotationReason.PROPOSED.name());
        assertThat(store.byId).hasSize(2);
    }

    /** Nobody answers for five days, three times in a row: each time it is asked anew, and never carried out. */
    @Test
    void whatNobodyAnswersIsAskedEveryFiveDaysAndNeverDone() {
        three(-0.002);
        due.look();
        run();
        for (int round = 1; round <= 3; round++) {
            due.look();
            assertThat(store.only().progress().round()).isEqualTo(round);
            assertThat(store.only().state()).isEqualTo(RotationState.PENDING_APPROVAL);
            assertThat(approvals.questions.getLast().expiry()).isEqualTo(Duration.ofDays(5));
            clock.advance(Duration.ofDays(5));
            shift(5);
            proposals.decided(approvals.decide(ApprovalState.EXPIRED, "nobody"));
        }

        due.look();

        assertThat(memory.steps).isEmpty();
        assertThat(approvals.questions).hasSize(4);
    }

    /** It does well again when the five days are over. */
    @Test
    void whatNobodyAnsweredAndHoldsNoMoreIsEnded() {
        three(-0.002);
        run();
        proposals.ask();
        clock.advance(Duration.ofDays(5));
        live("bad", 0.004, 1);
        shift(5);
        proposals.decided(approvals.decide(ApprovalState.EXPIRED, "nobody"));

        due.look();

        assertThat(store.only().state()).isEqualTo(RotationState.SUPERSEDED);
        assertThat(store.only().progress().reason().code()).isEqualTo("EVIDENCE_CHANGED");
    }

    /** The next look, a minute after the approval at the latest, measures anew and carries out. */
    @Test
    void whatIsApprovedIsDoneByTheNextLook() {
        three(-0.002);
        run();
        due.look();
        proposals.decided(approvals.decide(ApprovalState.APPROVED, "bob"));
        clock.advance(Duration.ofMinutes(1));

        due.look();

        assertThat(store.only().state()).isEqualTo(RotationState.DONE);
        assertThat(store.only().progress().decided().orElseThrow().at()).isEqualTo(clock.instant());
    }

    /** Its returns are older than seven days by then, so nothing says that it is still so. */
    @Test
    void whatIsApprovedAndCannotBeMeasuredAnewIsNotDone() {
        three(-0.002);
        run();
        due.look();
        proposals.decided(approvals.decide(ApprovalState.APPROVED, "bob"));
        clock.advance(Duration.ofDays(8));

        due.look();

        assertThat(memory.steps).isEmpty();
        assertThat(store.only().state()).isEqualTo(RotationState.SUPERSEDED);
        assertThat(store.only().progress().reason().code()).isEqualTo("EVIDENCE_CHANGED");
    }

    @Test
    void onlyOneOfTheTwoIsToBeReduced() {
        // Below its target, but not behind its benchmark, which is itself and another like it.
        live("one", 0.00001, 1);
        live("two", 0, 1);
        memory.target("main", "one", 0.4);

        run();
        StrategyProposal proposal = store.open("one").orElseThrow();
        assertThat(proposal.plan().action()).isEqualTo(RotationAction.REDUCE);
        assertThat(proposal.plan().factor().orElse(0)).isEqualTo(0.5);
        approveOnly("one");

        assertThat(Objects.requireNonNull(memory.targets.get("main")).get("one"))
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void ruleThatReducesDoesNotDoSoEveryDay() {
        live("one", 0.00001, 1);
        live("two", 0, 1);
        memory.target("main", "one", 0.4);
        store.limits.put(
                "one",
                new RotationLimits(
                        RotationLimits.DEFAULT.lag(),
                        RotationLimits.DEFAULT.substitute(),
                        new RotationLimits.Handling(List.of(RotationAction.REDUCE), 0.5, 5, 20, 7)));

        assertThat(outcome("one").reason().code()).isEqualTo(RotationReason.CARRIED_OUT_BY_RULE.name());
        assertThat(outcome("one").reason().code()).isEqualTo(RotationReason.LATELY_DECIDED.name());

        assertThat(Objects.requireNonNull(memory.targets.get("main")).get("one"))
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void replacementThatWasSuspendedMeanwhileGetsNothing() {
        three(-0.002);
        memory.target("main", "bad", 0.3);
        run();
        String by = store.only().plan().replacement().orElseThrow();
        proposals.ask();
        proposals.decided(approvals.decide(ApprovalState.APPROVED, "bob"));
        RegisteredStrategy other = strategies.find(by).orElseThrow();
        strategies.save(other.at(other.stage().to(LifecycleState.SUSPENDED, clock.instant())));

        proposals.carryOut();

        assertThat(store.only().state()).isEqualTo(RotationState.SUPERSEDED);
        assertThat(memory.targets).isEqualTo(Map.of("main", Map.of("bad", 0.3)));
    }

    @Test
    void proposalForWhatIsRetiredIsEnded() {
        three(-0.002);
        run();
        RegisteredStrategy bad = strategies.find("bad").orElseThrow();
        strategies.save(bad.at(bad.stage().to(LifecycleState.RETIRED, clock.instant())));

        due.look();

        assertThat(store.only().progress().reason().code()).isEqualTo(RotationReason.STRATEGY_MOVED.name());
        assertThat(approvals.questions).isEmpty();
    }

    @Test
    void tableKnowsNoWayBackFromAnEnd() {
        for (RotationState end : List.of(RotationState.DONE, RotationState.REJECTED, RotationState.SUPERSEDED)) {
            assertThat(ProposalTable.after(end)).isEmpty();
        }
    }

    private void approve() {
        proposals.ask();
        proposals.decided(approvals.decide(ApprovalState.APPROVED, "bob"));
        proposals.carryOut();
    }

    private void approveOnly(String code) {
        proposals.ask();
        RotationApprovals.Question asked = approvals.questions.stream()
                .filter(one -> one.subject().equals(code))
                .findFirst()
                .orElseThrow();
        RotationApprovals.Answer.Stands stands = Objects.requireNonNull(approvals.byKey.get(asked.key()));
        proposals.decided(new ProposalService.Ruling(
                stands.id(), ApprovalState.APPROVED, asked.payloadHash(), Optional.of("bob"), Optional.empty()));
        proposals.carryOut();
    }

    private RotationRun run() {
        return service.run(Optional.empty(), RotationRun.Cause.PERSON, "operator");
    }

    private RotationRun.Outcome outcome(String code) {
        return run().outcomes().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** One with a mean return a day, and two that earn well and have nothing to do with it or one another. */
    private void three(double mean) {
        live("bad", mean, 1);
        live("good", 0.003, 2);
        live("other", 0.003, 3);
    }

    private void live(String code, double mean, long seed) {
        register(code, LifecycleState.LIVE);
        returns.put(code, List.of(new StrategyReturns(code, RunLabel.LIVE, days(mean, seed))));
    }

    private void paper(String code, double mean, long seed) {
        register(code, LifecycleState.PAPER);
        returns.put(code, List.of(new StrategyReturns(code, RunLabel.PAPER, days(mean, seed))));
    }

    /** It came to its state today, so that the gates of suspension have nothing to say. */
    private void register(String code, LifecycleState state) {
        RegisteredStrategy strategy = MemoryStrategies.strategy(code, new StrategySource.Imported());
        strategies.add(strategy.at(strategy.stage().to(state, Instant.parse("2026-06-01T09:00:00Z"))));
    }

    /** With a deviation of 0.5 % a day and exactly this mean. */
    private static List<DailyReturn> days(double mean, long seed) {
        Random random = new Random(seed);
        double[] noise = random.doubles(DAYS, -0.0087, 0.0087).toArray();
        double off = Arrays.stream(noise).average().orElse(0);
        List<DailyReturn> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            days.add(new DailyReturn(TODAY.minusDays(DAYS - i), mean + noise[i] - off));
        }
        return days;
    }

    /** Time goes on, and the same returns end on the day before the new today. */
    private void shift(int later) {
        returns.replaceAll((_, labels) -> labels.stream()
                .map(one -> new StrategyReturns(
                        one.code(),
                        one.label(),
                        one.days().stream()
                                .map(day -> new DailyReturn(day.day().plusDays(later), day.value()))
                                .toList()))
                .toList());
    }

    private void replace(String code, int day, double value) {
        StrategyReturns before = Objects.requireNonNull(returns.get(code)).getFirst();
        List<DailyReturn> days = new ArrayList<>(before.days());
        days.set(day, new DailyReturn(days.get(day).day(), value));
        returns.put(code, List.of(new StrategyReturns(code, before.label(), days)));
    }
}
