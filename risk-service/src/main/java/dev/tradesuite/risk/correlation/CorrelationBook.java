package dev.tradesuite.risk.correlation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.ReturnPeriod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Correlations kept at hand.
 *
 * <p>A pair is fetched when it is first asked for; from then on the answer at hand is given at once and renewed in the
 * background when it gets old. So a check waits for closes once per pair, and a reservation never under its lock.
 * Thread-safe.
 */
public final class CorrelationBook implements CorrelationSource {

    /** Two rounds load what one conclusion can ask for; a third covers a position that came in between. */
    private static final int MOST_ROUNDS = 3;

    private final CloseSource closes;
    private final CorrelationRules rules;
    private final Clock clock;
    private final Executor background;
    private final Cache<Question, Kept> entries;
    private final Set<Question> renewing = ConcurrentHashMap.newKeySet();

    /**
     * @param kept pairs kept; one that is seldom used gives way
     * @param background runs renewals
     */
    public CorrelationBook(CloseSource closes, CorrelationRules rules, Clock clock, int kept, Executor background) {
        this.closes = closes;
        this.rules = rules;
        this.clock = clock;
        this.background = background;
        this.entries = Caffeine.newBuilder()
                .maximumSize(kept)
                // What gives way is forgotten at once, not by a thread of its own.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public <T> T conclude(Window window, Function<Correlations, T> conclusion) {
        ReturnPeriod period = Objects.requireNonNullElse(window.period(), rules.period());
        Instant asOf = window.asOf() == null ? null : period.lastEndBefore(window.asOf());
        for (int round = 1; ; round++) {
            Lookup lookup = new Lookup(period, asOf, round == MOST_ROUNDS);
            T result = conclusion.apply(lookup);
            if (lookup.isComplete()) {
                return result;
            }
            lookup.missed.forEach(this::fetch);
        }
    }

    /** The entry at hand; an old one is renewed behind the caller's back. */
    private @Nullable PairCorrelation atHand(Question question) {
        Instant now = clock.instant();
        Kept kept = entries.getIfPresent(question);
        if (kept == null || kept.isUseless(now)) {
            return null;
        }
        if (kept.isOld(now) && renewing.add(question)) {
            background.execute(() -> renew(question));
        }
        return kept.correlation;
    }

    private void renew(Question question) {
        try {
            fetch(question);
        } finally {
            renewing.remove(question);
        }
    }

    private void fetch(Question question) {
        Instant now = clock.instant();
        try {
            PairCorrelation correlation = rules.correlate(
                    closes.closes(question.pair, question.period, question.asOf, rules.closesNeeded()),
                    question.period,
                    question.asOf == null ? now : question.asOf);
            entries.put(question, new Kept(correlation, now.plus(freshFor(correlation)), now.plus(rules.maxAge())));
        } catch (CloseSource.UnavailableException e) {
            keepWhatThereIs(question, now, String.valueOf(e.getMessage()));
        }
    }

    /** Candles that are missing may be imported any time; a correlation changes slowly. */
    private Duration freshFor(PairCorrelation correlation) {
        return switch (correlation) {
            case PairCorrelation.Known _ -> rules.refresh();
            case PairCorrelation.Missing _ -> rules.retry();
        };
    }

    /** While nobody can be asked, a correlation that is not too old stays, and nobody is asked for a while. */
    private void keepWhatThereIs(Question question, Instant now, String why) {
        Instant again = now.plus(rules.retry());
        entries.asMap()
                .compute(
                        question,
                        (_, known) -> known != null && known.staysUsable(now)
                                ? new Kept(known.correlation, again, known.uselessFrom)
                                : new Kept(new PairCorrelation.Missing(why), again, again));
    }

    /** Looks up what is at hand, and notes what is not. */
    private final class Lookup implements Correlations {

        private final ReturnPeriod period;
        private final @Nullable Instant asOf;
        private final boolean last;
        private final Set<Question> missed = new LinkedHashSet<>();

        Lookup(ReturnPeriod period, @Nullable Instant asOf, boolean last) {
            this.period = period;
            this.asOf = asOf;
            this.last = last;
        }

        @Override
        public PairCorrelation between(String symbol, String other) {
            Question question = new Question(SymbolPair.of(symbol, other), period, asOf);
            PairCorrelation known = atHand(question);
            if (known != null) {
                return known;
            }
            if (!last) {
                missed.add(question);
            }
            return new PairCorrelation.Missing("not at hand yet");
        }

        @Override
        public boolean isComplete() {
            return missed.isEmpty();
        }
    }

    private record Question(SymbolPair pair, ReturnPeriod period, @Nullable Instant asOf) {}

    /**
     * An answer at hand.
     *
     * @param oldFrom from then on it is renewed
     * @param uselessFrom from then on it is not given any more
     */
    private record Kept(PairCorrelation correlation, Instant oldFrom, Instant uselessFrom) {

        boolean isOld(Instant now) {
            return !now.isBefore(oldFrom);
        }

        boolean staysUsable(Instant now) {
            return correlation instanceof PairCorrelation.Known && !isUseless(now);
        }

        boolean isUseless(Instant now) {
            return !now.isBefore(uselessFrom);
        }
    }
}
