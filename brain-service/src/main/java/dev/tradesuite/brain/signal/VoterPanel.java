package dev.tradesuite.brain.signal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every source with its rule and weight. */
final class VoterPanel {

    private final Map<VoteSource, Voter> voters = new EnumMap<>(VoteSource.class);
    private final SignalSettings settings;

    VoterPanel(SignalSettings settings) {
        this.settings = settings;
        for (VoteSource source : VoteSource.values()) {
            voters.put(source, voter(source, settings));
        }
    }

    /** The vote of every source, in the order of {@link VoteSource}. */
    List<Vote> vote(Market market) {
        List<Vote> votes = new ArrayList<>(voters.size());
        voters.forEach(
                (source, voter) -> votes.add(Vote.of(source.wireName(), voter.vote(market), settings.weight(source))));
        return votes;
    }

    private static Voter voter(VoteSource source, SignalSettings settings) {
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
