package dev.tradesuite.brain.model.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.contracts.brain.OpinionVerdict;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayServiceTest {

    private static final Instant CLOSE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration BAR = Duration.ofMinutes(5);
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final FixedClock clock = FixedClock.at("2026-03-02T10:00:00Z");
    private final List<OverlayQuestion> asked = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private OverlayAdvice answer = new OverlayAdvice.Given(OpinionVerdict.CONFIRM, 1, 0.8, "Fine.", 100);

    private final OverlayService service = service(new BudgetInMemory(500, 1_000));

    @Test
    void anOpinionCountsUntilTheNextBarHasClosedAndAMinuteMore() {
        askAndAnswer(CLOSE);

        clock.set(CLOSE.plus(BAR).plusSeconds(59));
        assertThat(on(CLOSE.plus(BAR))).isInstanceOf(Opinion.Given.class);
        clock.set(CLOSE.plus(BAR).plusSeconds(60));
        assertThat(reason(CLOSE.plus(BAR))).isEqualTo("OPINION_STALE");
        assertThat(reason(CLOSE.plus(BAR.multipliedBy(2)))).isEqualTo("OPINION_STALE");
    }

    @Test
    void nobodyWaitsForAnAnswer() {
        service.consider(question(CLOSE, 1));

        assertThat(reason(CLOSE)).isEqualTo("NO_OPINION");
        answerAll();
        assertThat(on(CLOSE)).isInstanceOf(Opinion.Given.class);
    }

    @Test
    void aBarIsAskedAboutOnceAndAMarketOneQuestionAtATime() {
        service.consider(question(CLOSE, 1));
        service.consider(question(CLOSE, 1));
        service.consider(question(CLOSE.plus(BAR), 1));
        answerAll();
        service.consider(question(CLOSE, 1));

        assertThat(asked).hasSize(1);
    }

    @Test
    void nothingIsAskedWhereTheOthersAgreeOnNoSide() {
        service.consider(question(CLOSE, 0));

        assertThat(waiting).isEmpty();
    }

    @Test
    void theBudgetOfTheDayEndsTheQuestionsAndTheNextDayBeginsThemAgain() {
        OverlayService small = service(new BudgetInMemory(2, 1_000));
        for (int bar = 0; bar < 5; bar++) {
            small.consider(question(CLOSE.plus(BAR.multipliedBy(bar)), 1));
            answerAll();
        }
        assertThat(asked).hasSize(2);
        clock.set(CLOSE.plus(BAR.multipliedBy(5)));
        assertThat(reason(small, CLOSE.plus(BAR.multipliedBy(5)))).isEqualTo("OVER_BUDGET");
        clock.set(CLOSE.plus(BAR.multipliedBy(50)));
        assertThat(reason(small, CLOSE.plus(BAR.multipliedBy(50)))).isEqualTo("OVER_BUDGET");

        clock.set(CLOSE.plus(Duration.ofDays(1)));
        assertThat(reason(small, CLOSE.plus(Duration.ofDays(1)))).isEqualTo("OPINION_STALE");
        small.consider(question(CLOSE.plus(Duration.ofDays(1)), 1));
        answerAll();
        assertThat(asked).hasSize(3);
    }

    /**
     * A call takes 300 tokens ahead and 100 in the end: three fit into 500 (300, 100 + 300, 200 + 300), a fourth not.
     */
    @Test
    void aCallTakesTheMostTokensAheadAndGivesBackWhatItDidNotNeed() {
        BudgetInMemory budget = new BudgetInMemory(500, 500);
        OverlayService small = service(budget);
        for (int bar = 0; bar < 5; bar++) {
            small.consider(question(CLOSE.plus(BAR.multipliedBy(bar)), 1));
            answerAll();
        }

        assertThat(asked).hasSize(3);
        assertThat(budget.tokens(DAY)).isEqualTo(300);
    }

    @Test
    void twoInstancesThatAskAtOnceShareTheLastCall() {
        BudgetInMemory budget = new BudgetInMemory(1, 1_000);
        OverlayService one = service(budget);
        OverlayService other = service(budget);

        one.consider(new OverlayQuestion("EURUSD", Timeframe.M5, CLOSE, 1.1, 1, List.of()));
        other.consider(new OverlayQuestion("XAUUSD", Timeframe.M5, CLOSE, 4_000, 1, List.of()));
        answerAll();

        assertThat(asked).extracting(OverlayQuestion::symbol).containsExactly("EURUSD");
        assertThat(one.on("EURUSD", Timeframe.M5, CLOSE)).isInstanceOf(Opinion.Given.class);
        assertThat(((Opinion.Missing) other.on("XAUUSD", Timeframe.M5, CLOSE))
                        .why()
                        .code())
                .isEqualTo("OVER_BUDGET");
    }

    /** While the first call is under way only its 300 tokens ahead are counted, and 600 do not fit into 500. */
    @Test
    void aCallUnderWayCountsWithItsMostTokens() {
        BudgetInMemory budget = new BudgetInMemory(500, 500);
        OverlayService other = service(budget);
        OverlayService one = new OverlayService(
                Optional.of(new FakeAdvisor() {
                    @Override
                    public OverlayAdvice ask(OverlayQuestion question) {
                        other.consider(new OverlayQuestion("XAUUSD", Timeframe.M5, CLOSE, 4_000, 1, List.of()));
                        answerAll();
                        return super.ask(question);
                    }
                }),
                budget,
                Runnable::run,
                clock);

        one.consider(question(CLOSE, 1));

        assertThat(asked).extracting(OverlayQuestion::symbol).containsExactly("EURUSD");
        assertThat(budget.tokens(DAY)).isEqualTo(100);
    }

    @Test
    void twoInstancesAskAboutABarOnceAndTheOtherKeepsWhatItKnows() {
        BudgetInMemory budget = new BudgetInMemory(500, 10_000);
        OverlayService one = service(budget);
        OverlayService other = service(budget);
        one.consider(question(CLOSE, 1));
        answerAll();
        other.consider(question(CLOSE, 1));
        answerAll();
        assertThat(asked).hasSize(1);
        assertThat(reason(other, CLOSE)).isEqualTo("NO_OPINION");

        other.consider(question(CLOSE.plus(BAR), 1));
        answerAll();
        one.consider(question(CLOSE.plus(BAR), 1));
        answerAll();
        assertThat(asked).hasSize(2);
        assertThat(one.on("EURUSD", Timeframe.M5, CLOSE.plus(BAR))).isInstanceOf(Opinion.Given.class);
    }

    @Test
    void anotherStartOfTheServiceFindsTheBudgetAsItWas() {
        BudgetInMemory budget = new BudgetInMemory(1, 1_000);
        OverlayService before = service(budget);
        before.consider(question(CLOSE, 1));
        answerAll();

        OverlayService after = service(budget);
        after.consider(question(CLOSE.plus(BAR), 1));
        answerAll();

        assertThat(asked).hasSize(1);
        assertThat(reason(after, CLOSE.plus(BAR))).isEqualTo("OVER_BUDGET");
    }

    @Test
    void nothingIsAskedWhileTheBudgetCannotBeTold() {
        BudgetInMemory budget = new BudgetInMemory(500, 1_000);
        OverlayService careful = service(budget);
        budget.goesAway();
        careful.consider(question(CLOSE, 1));
        answerAll();
        assertThat(asked).isEmpty();
        assertThat(reason(careful, CLOSE)).isEqualTo("BUDGET_UNKNOWN");

        budget.comesBack();
        careful.consider(question(CLOSE.plus(BAR), 1));
        answerAll();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aCallThatCannotBeCorrectedStaysCountedWithItsMostTokensAndItsOpinionCounts() {
        BudgetInMemory budget = new BudgetInMemory(500, 1_000);
        OverlayService service = new OverlayService(
                Optional.of(new FakeAdvisor() {
                    @Override
                    public OverlayAdvice ask(OverlayQuestion question) {
                        budget.goesAway();
                        return super.ask(question);
                    }
                }),
                budget,
                Runnable::run,
                clock);

        service.consider(question(CLOSE, 1));

        assertThat(service.on("EURUSD", Timeframe.M5, CLOSE)).isInstanceOf(Opinion.Given.class);
        assertThat(budget.tokens(DAY)).isEqualTo(300);
    }

    @Test
    void aVendorThatAsksForAPauseIsLeftAloneForIt() {
        answer = new OverlayAdvice.Withheld("status 429", Duration.ofSeconds(90), 0);
        askAndAnswer(CLOSE);
        assertThat(reason(CLOSE)).isEqualTo("OPINION_WITHHELD");

        clock.set(CLOSE.plusSeconds(89));
        service.consider(question(CLOSE.plus(BAR), 1));
        assertThat(waiting).isEmpty();
        clock.set(CLOSE.plusSeconds(90));
        service.consider(question(CLOSE.plus(BAR), 1));
        assertThat(waiting).hasSize(1);
    }

    @Test
    void anAdvisorThatThrowsGivesNoOpinion() {
        BudgetInMemory budget = new BudgetInMemory(500, 1_000);
        OverlayService broken = new OverlayService(
                Optional.of(new FakeAdvisor() {
                    @Override
                    public OverlayAdvice ask(OverlayQuestion question) {
                        throw new IllegalStateException("secret");
                    }
                }),
                budget,
                Runnable::run,
                clock);

        broken.consider(question(CLOSE, 1));

        assertThat(((Opinion.Missing) broken.on("EURUSD", Timeframe.M5, CLOSE))
                        .why()
                        .message())
                .isEqualTo("The language model gave no opinion: IllegalStateException");
        // Nobody knows what the call took.
        assertThat(budget.tokens(DAY)).isEqualTo(300);
    }

    @Test
    void withoutAKeyItIsOff() {
        OverlayService off = new OverlayService(Optional.empty(), new BudgetInMemory(500, 1_000), waiting::add, clock);

        off.consider(question(CLOSE, 1));

        assertThat(waiting).isEmpty();
        assertThat(((Opinion.Missing) off.on("EURUSD", Timeframe.M5, CLOSE))
                        .why()
                        .code())
                .isEqualTo("ADVISOR_OFF");
        assertThat(off.standing("EURUSD"))
                .extracting(standing -> standing.missing().orElseThrow().code())
                .containsExactly("ADVISOR_OFF");
    }

    @Test
    void whatIsKeptIsToldWithItsAgeAndItsReason() {
        assertThat(standing().missing().orElseThrow().code()).isEqualTo("NO_OPINION");
        assertThat(standing().timeframe()).isEmpty();

        service.consider(question(CLOSE, 1));
        assertThat(standing().askedAt()).contains(CLOSE);
        assertThat(standing().missing().orElseThrow().code()).isEqualTo("NO_OPINION");
        answerAll();
        assertThat(standing().newest().orElseThrow().reasoning()).isEqualTo("Fine.");
        assertThat(standing().missing()).isEmpty();

        clock.set(standing().validUntil().orElseThrow());
        assertThat(standing().newest()).isPresent();
        assertThat(standing().missing().orElseThrow().code()).isEqualTo("OPINION_STALE");
    }

    @Test
    void anAnswerThatWasWithheldIsToldWhileItsBarIsTheNewest() {
        answer = new OverlayAdvice.Withheld("status 500", null, 0);
        askAndAnswer(CLOSE);
        assertThat(standing().missing().orElseThrow().message()).contains("status 500");
        assertThat(standing().newest()).isEmpty();

        clock.set(CLOSE.plus(BAR).plusSeconds(60));
        assertThat(standing().missing().orElseThrow().code()).isEqualTo("NO_OPINION");
    }

    private OverlayService.Standing standing() {
        assertThat(service.standing("EURUSD")).hasSize(1);
        return service.standing("EURUSD").getFirst();
    }

    private void askAndAnswer(Instant closedAt) {
        service.consider(question(closedAt, 1));
        answerAll();
    }

    private void answerAll() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private Opinion on(Instant closedAt) {
        return service.on("EURUSD", Timeframe.M5, closedAt);
    }

    private String reason(Instant closedAt) {
        return reason(service, closedAt);
    }

    private static String reason(OverlayService service, Instant closedAt) {
        return ((Opinion.Missing) service.on("EURUSD", Timeframe.M5, closedAt))
                .why()
                .code();
    }

    private OverlayService service(BudgetInMemory budget) {
        return new OverlayService(Optional.of(new FakeAdvisor()), budget, waiting::add, clock);
    }

    private static OverlayQuestion question(Instant closedAt, int lean) {
        return new OverlayQuestion("EURUSD", Timeframe.M5, closedAt, 1.1, lean, List.of());
    }

    /** Answers what the test says. */
    private class FakeAdvisor implements OverlayAdvisor {

        @Override
        public String model() {
            return "claude-test";
        }

        @Override
        public long mostTokens(OverlayQuestion question) {
            return 300;
        }

        @Override
        public OverlayAdvice ask(OverlayQuestion question) {
            asked.add(question);
            return answer;
        }
    }
}
