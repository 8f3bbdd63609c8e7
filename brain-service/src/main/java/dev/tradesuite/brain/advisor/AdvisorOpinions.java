package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.advisor.AdvisorRound.WatchedMarket;
import dev.tradesuite.brain.advisor.AdvisorSource.Known;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what every advisor says of a symbol, or why it says nothing. It reads what is pinned and asks nobody. */
public final class AdvisorOpinions {

    private final List<Known> advisors;
    private final List<WatchedMarket> markets;
    private final OpinionBoard board;

    /**
     * Opinions.
     *
     * @param advisors all that the settings know, on or off
     */
    AdvisorOpinions(List<Known> advisors, List<WatchedMarket> markets, OpinionBoard board) {
        this.advisors = List.copyOf(advisors);
        this.markets = List.copyOf(markets);
        this.board = board;
    }

    /** What is heard at a moment: of an advisor that watches the symbol once for each timeframe, else once. */
    public List<Heard> of(String symbol, Instant moment) {
        return advisors.stream()
                .flatMap(advisor -> heard(advisor, symbol, moment))
                .toList();
    }

    private Stream<Heard> heard(Known advisor, String symbol, Instant moment) {
        if (!advisor.isOn()) {
            return Stream.of(Heard.nothing(advisor, SignalReason.ADVISOR_OFF));
        }
        List<Heard> heard = markets.stream()
                .filter(market -> market.symbol().equals(symbol))
                .map(WatchedMarket::timeframe)
                .distinct()
                .sorted()
                .map(timeframe -> heard(advisor, symbol, timeframe, moment))
                .toList();
        return heard.isEmpty() ? Stream.of(Heard.nothing(advisor, SignalReason.NOT_WATCHED)) : heard.stream();
    }

    private Heard heard(Known advisor, String symbol, Timeframe timeframe, Instant moment) {
        Optional<AdvisorOpinion> newest = board.newest(symbol, timeframe, advisor.name());
        Optional<Reason> missing =
                newest.filter(opinion -> opinion.freshAt(moment)).isPresent()
                        ? Optional.empty()
                        : Optional.of(why(advisor, symbol, timeframe, newest));
        return new Heard(advisor.name(), advisor.model(), Optional.of(timeframe), newest, missing);
    }

    private Reason why(Known advisor, String symbol, Timeframe timeframe, Optional<AdvisorOpinion> newest) {
        Optional<OpinionBoard.Silence> silence = board.silence(symbol, timeframe, advisor.name())
                .filter(kept ->
                        newest.isEmpty() || kept.at().isAfter(newest.get().formedAt()));
        if (silence.isPresent()) {
            return silence.get().why();
        }
        return newest.map(opinion -> Reason.of(
                        SignalReason.OPINION_STALE,
                        "The newest opinion of the advisor counted until %s.".formatted(opinion.validUntil())))
                .orElseGet(() -> Reason.of(
                        SignalReason.NO_OPINION,
                        "The advisor has not been asked about %s %s yet, or has not answered."
                                .formatted(symbol, timeframe)));
    }

    /**
     * What is heard of one advisor.
     *
     * @param advisor its name
     * @param model model that is asked
     * @param timeframe candles it watches; empty when it watches none of the symbol
     * @param newest what it said last, fresh or not
     * @param missing why nothing fresh is here; empty of a fresh opinion
     */
    public record Heard(
            String advisor,
            String model,
            Optional<Timeframe> timeframe,
            Optional<AdvisorOpinion> newest,
            Optional<Reason> missing) {

        private static Heard nothing(Known advisor, SignalReason why) {
            return new Heard(
                    advisor.name(),
                    advisor.model(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Reason.of(why, why.sentence())));
        }
    }
}
