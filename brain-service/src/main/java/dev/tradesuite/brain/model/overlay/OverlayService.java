package dev.tradesuite.brain.model.overlay;

import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the language model in the background, at most once for a bar, and tells what it said last.
 *
 * <p>An opinion formed on a bar counts until the next bar has closed and a minute more. One question of a market is
 * under way at a time. Before each question its call and tokens are taken from the budget of the installation; when the
 * budget cannot say, nothing is asked. Opinions are kept in memory: a bar after a restart has none. Safe for use by
 * several threads.
 */
public final class OverlayService {

    private static final Logger log = LoggerFactory.getLogger(OverlayService.class);
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Optional<OverlayAdvisor> advisor;
    private final OverlayBudget budget;
    private final Executor executor;
    private final Clock clock;
    private final Map<Market, State> states = new ConcurrentHashMap<>();
    private volatile Instant leftAloneUntil = Instant.MIN;
    private volatile LocalDate usedUpOn = LocalDate.MIN;

    /**
     * A service.
     *
     * @param advisor who is asked; empty: nobody, there is no key
     * @param executor runs a question off the caller's thread
     */
    public OverlayService(Optional<OverlayAdvisor> advisor, OverlayBudget budget, Executor executor, Clock clock) {
        this.advisor = advisor;
        this.budget = budget;
        this.executor = executor;
        this.clock = clock;
    }

    /** What counts for a bar that has just closed, or why nothing does. */
    public Opinion on(String symbol, Timeframe timeframe, Instant closedAt) {
        if (advisor.isEmpty()) {
            return Opinion.missing(SignalReason.ADVISOR_OFF);
        }
        State state = states.get(new Market(symbol, timeframe));
        if (state == null || state.opinion() == null) {
            return Opinion.missing(unlessUsedUp(SignalReason.NO_OPINION));
        }
        Instant validUntil = state.formedAt().plus(timeframe.length());
        boolean isFresh = !closedAt.isAfter(validUntil) && clock.instant().isBefore(validUntil.plus(GRACE));
        return isFresh ? state.opinion() : Opinion.missing(unlessUsedUp(SignalReason.OPINION_STALE));
    }

    /** What is kept on a symbol: once for each timeframe of which a bar was asked about, else once. Nobody is asked. */
    public List<Standing> standing(String symbol) {
        if (advisor.isEmpty()) {
            return List.of(Standing.nothing(SignalReason.ADVISOR_OFF));
        }
        List<Standing> kept = states.entrySet().stream()
                .filter(entry -> entry.getKey().symbol().equals(symbol))
                .sorted(Comparator.comparing(entry -> entry.getKey().timeframe()))
                .map(entry -> standing(entry.getKey().timeframe(), entry.getValue()))
                .toList();
        return kept.isEmpty() ? List.of(Standing.nothing(unlessUsedUp(SignalReason.NO_OPINION))) : kept;
    }

    private Standing standing(Timeframe timeframe, State state) {
        Instant validUntil = state.formedAt().plus(timeframe.length()).plus(GRACE);
        boolean isFresh = clock.instant().isBefore(validUntil);
        return switch (state.opinion()) {
            case null -> Standing.missing(timeframe, state.askedAt(), reason(unlessUsedUp(SignalReason.NO_OPINION)));
            case Opinion.Missing missing ->
                Standing.missing(
                        timeframe,
                        state.formedAt(),
                        isFresh ? missing.why() : reason(unlessUsedUp(SignalReason.NO_OPINION)));
            case Opinion.Given given ->
                new Standing(
                        Optional.of(timeframe),
                        Optional.of(state.formedAt()),
                        Optional.of(given),
                        Optional.of(validUntil),
                        isFresh ? Optional.empty() : Optional.of(reason(unlessUsedUp(SignalReason.OPINION_STALE))));
        };
    }

    private static Reason reason(SignalReason why) {
        return Reason.of(why, why.sentence());
    }

    /** Lets the language model be asked about a bar, unless it was, or must not be asked now. */
    public void consider(OverlayQuestion question) {
        if (advisor.isEmpty() || question.lean() == 0 || clock.instant().isBefore(leftAloneUntil)) {
            return;
        }
        Market market = new Market(question.symbol(), question.timeframe());
        State before = states.get(market);
        if (before != null && (before.isAsking() || !question.closedAt().isAfter(before.askedAt()))) {
            return;
        }
        State asking = State.asking(question.closedAt(), before);
        states.put(market, asking);
        executor.execute(() -> states.put(market, answered(question, asking)));
    }

    private State answered(OverlayQuestion question, State asking) {
        OverlayCall call = new OverlayCall(
                question.symbol(),
                question.timeframe(),
                question.closedAt(),
                today(),
                advisor.orElseThrow().mostTokens(question));
        OverlayBudget.Grant grant;
        try {
            grant = budget.take(call);
        } catch (RuntimeException failure) {
            log.warn("The language model is not asked, its budget cannot be told: {}", failure.toString());
            return asking.formed(Opinion.missing(SignalReason.BUDGET_UNKNOWN));
        }
        return switch (grant) {
            case GRANTED -> {
                usedUpOn = LocalDate.MIN;
                yield asking.formed(opinion(question, ask(question, call)));
            }
            case ASKED_ALREADY -> asking.ended();
            case OVER_BUDGET -> {
                usedUpOn = call.day();
                yield asking.formed(Opinion.missing(SignalReason.OVER_BUDGET));
            }
        };
    }

    private OverlayAdvice ask(OverlayQuestion question, OverlayCall call) {
        OverlayAdvice advice;
        try {
            advice = advisor.orElseThrow().ask(question);
        } catch (RuntimeException failure) {
            advice = new OverlayAdvice.Withheld(failure.getClass().getSimpleName(), null, call.mostTokens());
        }
        if (advice instanceof OverlayAdvice.Withheld withheld && withheld.retryAfter() != null) {
            leftAloneUntil = clock.instant().plus(withheld.retryAfter());
        }
        correct(call, advice.tokens());
        return advice;
    }

    private void correct(OverlayCall call, long tokens) {
        if (tokens == call.mostTokens()) {
            return;
        }
        try {
            budget.correct(call.day(), tokens - call.mostTokens());
        } catch (RuntimeException failure) {
            log.warn("A call of the language model stays counted with its most tokens: {}", failure.toString());
        }
    }

    private Opinion opinion(OverlayQuestion question, OverlayAdvice advice) {
        return switch (advice) {
            case OverlayAdvice.Given given ->
                new Opinion.Given(
                        given.verdict(),
                        question.lean(),
                        given.sizeFraction(),
                        given.confidence(),
                        given.reasoning(),
                        advisor.orElseThrow().model());
            case OverlayAdvice.Withheld withheld ->
                new Opinion.Missing(Reason.of(
                        SignalReason.OPINION_WITHHELD, "The language model gave no opinion: " + withheld.detail()));
        };
    }

    private SignalReason unlessUsedUp(SignalReason reason) {
        return usedUpOn.equals(today()) ? SignalReason.OVER_BUDGET : reason;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * What the language model says of a symbol, or why nothing.
     *
     * @param timeframe length of the bars it was asked about; empty when it was asked about none
     * @param askedAt close of the bar it was asked about
     * @param newest what it said, fresh or not
     * @param validUntil moment from which on that is stale
     * @param missing why nothing fresh is here; empty of a fresh opinion
     */
    public record Standing(
            Optional<Timeframe> timeframe,
            Optional<Instant> askedAt,
            Optional<Opinion.Given> newest,
            Optional<Instant> validUntil,
            Optional<Reason> missing) {

        private static Standing nothing(SignalReason why) {
            return new Standing(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason(why)));
        }

        private static Standing missing(Timeframe timeframe, Instant askedAt, Reason why) {
            return new Standing(
                    Optional.of(timeframe), Optional.of(askedAt), Optional.empty(), Optional.empty(), Optional.of(why));
        }
    }

    private record Market(String symbol, Timeframe timeframe) {}

    /**
     * What is known of a market.
     *
     * @param askedAt close of the bar that was asked about last
     * @param isAsking whether the answer is awaited
     * @param formedAt close of the bar the opinion was formed on
     * @param opinion the newest; absent until the first answer
     */
    private record State(Instant askedAt, boolean isAsking, Instant formedAt, @Nullable Opinion opinion) {

        static State asking(Instant closedAt, @Nullable State before) {
            return before == null
                    ? new State(closedAt, true, closedAt, null)
                    : new State(closedAt, true, before.formedAt(), before.opinion());
        }

        State formed(Opinion newest) {
            return new State(askedAt, false, askedAt, newest);
        }

        /** Another instance asked: what is known here stays. */
        State ended() {
            return new State(askedAt, false, formedAt, opinion);
        }
    }
}
