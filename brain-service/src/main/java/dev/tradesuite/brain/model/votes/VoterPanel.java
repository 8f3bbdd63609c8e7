package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.model.Vote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every source with its rule and weight. */
final class VoterPanel {

    private final Map<VoteSource, Voter> voters = new EnumMap<>(VoteSource.class);
    private final VotesSettings settings;

    VoterPanel(VotesSettings settings) {
        this.settings = settings;
        for (VoteSource source : VoteSource.values()) {
            voters.put(source, voter(source, settings));
        }
    }

    /**
     * The vote of every source, in the order of {@link VoteSource}, then those of the caller's other sources.
     *
     * @param stated the caller's votes; each counts instead of the one of its source, with the weight of that
     */
    List<Vote> vote(VotersView view, List<Vote> stated) {
        Map<String, Vote> others = new LinkedHashMap<>();
        stated.forEach(vote -> others.put(vote.source().toLowerCase(Locale.ROOT), vote));
        List<Vote> votes = new ArrayList<>(voters.size() + stated.size());
        voters.forEach((source, voter) -> {
            Vote callers = others.remove(source.wireName());
            double weight = settings.weights().of(source);
            votes.add(
                    callers == null
                            ? voter.vote(view).weighed(source.wireName(), weight)
                            : callers.weighed(source.wireName(), weight));
        });
        votes.addAll(others.values());
        return votes;
    }

    private static Voter voter(VoteSource source, VotesSettings settings) {
        return switch (source) {
            case RSI ->
                new RsiVoter(
                        settings.rsi().oversold(),
                        settings.rsi().overbought(),
                        settings.rsi().trendShift());
            case MACD -> new MacdVoter(settings.macdFullGapAtr());
            case EMA_TREND -> new EmaTrendVoter(settings.emaFullGapAtr());
            case BOLLINGER -> new BollingerVoter();
            case ADX -> new AdxVoter(settings.minAdx());
            case FIBONACCI -> new FibonacciVoter();
        };
    }
}
