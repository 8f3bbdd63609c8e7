package dev.tradesuite.signals.card;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what decides on a series, as the brain said last. The brain is asked at most once in three seconds for a
 * series; who reads then waits for it, the very first reader a second at most, later ones a moment. So a brain that is
 * away changes nothing but that cards grow old. Safe for use by several threads.
 */
public final class CardService {

    private static final Logger LOG = LoggerFactory.getLogger(CardService.class);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final long LATER_WAIT_MILLIS = 250;

    private final DecidingModels brain;
    private final Executor executor;
    private final Clock clock;
    private final Map<Series, Asked> series = new ConcurrentHashMap<>();

    /**
     * A service.
     *
     * @param executor asks off the caller's thread
     */
    public CardService(DecidingModels brain, Executor executor, Clock clock) {
        this.brain = brain;
        this.executor = executor;
        this.clock = clock;
    }

    /** What decides for a strategy on a series; empty while the brain has not told it. */
    public Optional<DecidingModel> find(String symbol, Timeframe timeframe, String code) {
        Asked asked = series.compute(new Series(symbol, timeframe), this::asked);
        return asked.models().stream()
                .filter(model -> model.code().equals(code))
                .findFirst();
    }

    private Asked asked(Series of, @Nullable Asked before) {
        Instant now = clock.instant();
        if (before != null && before.at().plus(FRESH).isAfter(now)) {
            return before;
        }
        CompletableFuture<List<DecidingModel>> answer =
                CompletableFuture.supplyAsync(() -> brain.on(of.symbol(), of.timeframe()), executor);
        Optional<List<DecidingModel>> known = before == null ? Optional.empty() : before.known();
        return new Asked(now, known, answer, awaited(answer, known));
    }

    /** The answer, or what was known before when it fails or takes long: readers wait for it together, and once. */
    private static CompletableFuture<List<DecidingModel>> awaited(
            CompletableFuture<List<DecidingModel>> answer, Optional<List<DecidingModel>> known) {
        return answer.exceptionally(away -> {
                    LOG.debug("The brain does not tell what decides", away);
                    return known.orElse(List.of());
                })
                .completeOnTimeout(
                        known.orElse(List.of()),
                        known.isPresent() ? LATER_WAIT_MILLIS : FIRST_WAIT_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private record Series(String symbol, Timeframe timeframe) {}

    /**
     * A question to the brain.
     *
     * @param at when it was asked
     * @param before what it had said before; empty when it never had
     * @param answer what it says, once it does
     * @param awaited the same, but what was known before when it fails or takes long
     */
    private record Asked(
            Instant at,
            Optional<List<DecidingModel>> before,
            CompletableFuture<List<DecidingModel>> answer,
            CompletableFuture<List<DecidingModel>> awaited) {

        Optional<List<DecidingModel>> known() {
            return answer.state() == Future.State.SUCCESS ? Optional.of(answer.resultNow()) : before;
        }

        List<DecidingModel> models() {
            return answer.state() == Future.State.SUCCESS ? answer.resultNow() : awaited.join();
        }
    }
}
