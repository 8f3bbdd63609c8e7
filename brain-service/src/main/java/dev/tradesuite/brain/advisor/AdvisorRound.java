package dev.tradesuite.brain.advisor;

import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one advisor about every watched market and pins what it says.
 *
 * <p>Meant to run in the background again and again. A market without current candles is not asked about. When the
 * advisor gives no opinion the pinned one stays until it is stale.
 */
final class AdvisorRound implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(AdvisorRound.class);

    private final Advisor advisor;
    private final List<WatchedMarket> markets;
    private final Duration maxAge;
    private final Briefings briefings;
    private final OpinionBoard board;
    private final Clock clock;

    /**
     * A round.
     *
     * @param maxAge how long an opinion counts
     */
    AdvisorRound(
            Advisor advisor,
            List<WatchedMarket> markets,
            Duration maxAge,
            Briefings briefings,
            OpinionBoard board,
            Clock clock) {
        this.advisor = advisor;
        this.markets = List.copyOf(markets);
        this.maxAge = maxAge;
        this.briefings = briefings;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public void run() {
        for (WatchedMarket market : markets) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                ask(market);
            } catch (RuntimeException failure) {
                // One market that cannot be read must not end the rounds of all.
                log.warn("{} could not be asked about {}", advisor.name(), market, failure);
                note(
                        market,
                        clock.instant(),
                        SignalReason.OPINION_WITHHELD,
                        "The advisor could not be asked: " + failure.getClass().getSimpleName());
            }
        }
    }

    private void ask(WatchedMarket market) {
        Instant now = clock.instant();
        Optional<Briefing> briefing = briefings.at(market.symbol(), market.timeframe(), now);
        if (briefing.isEmpty()) {
            note(market, now, SignalReason.DATA_STALE, "There are no current candles to tell the advisor of.");
            return;
        }
        switch (advisor.ask(briefing.get())) {
            case Advice.Given given -> board.pin(market.symbol(), market.timeframe(), opinion(now, given));
            case Advice.Withheld withheld -> {
                log.warn("{} gave no opinion on {}: {}, {}", advisor.name(), market, withheld.why(), withheld.detail());
                note(
                        market,
                        now,
                        SignalReason.OPINION_WITHHELD,
                        "The advisor gave no opinion: %s, %s".formatted(withheld.why(), withheld.detail()));
            }
        }
    }

    private void note(WatchedMarket market, Instant at, SignalReason why, String message) {
        board.note(
                market.symbol(),
                market.timeframe(),
                advisor.name(),
                new OpinionBoard.Silence(at, Reason.of(why, message)));
    }

    private AdvisorOpinion opinion(Instant askedAt, Advice.Given given) {
        return new AdvisorOpinion(advisor.name(), advisor.model(), askedAt, askedAt.plus(maxAge), given.objections());
    }

    /**
     * A market to have opinions on.
     *
     * @param symbol instrument
     * @param timeframe candles to read
     */
    record WatchedMarket(String symbol, Timeframe timeframe) {}
}
