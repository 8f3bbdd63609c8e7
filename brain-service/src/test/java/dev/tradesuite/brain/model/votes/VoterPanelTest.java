package dev.tradesuite.brain.model.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoterPanelTest {

    private static final VotersView OVERSOLD = new VotersView(
            new Readings.Builder().set(Indicator.RSI, 25).build(),
            new VotePrice.Unknown("no price was sent"),
            Trend.UNKNOWN,
            Optional.empty());

    @Test
    void everySourceVotesByItsRuleWithItsWeight() {
        VoterPanel panel = new VoterPanel(TestVotes.settings("weights.rsi=2.5"));
        assertThat(panel.vote(OVERSOLD, List.of()))
                .extracting(Vote::source, Vote::direction, Vote::confidence, Vote::weight)
                .startsWith(tuple("rsi", SignalAction.BUY, 0.625, 2.5))
                .extracting(vote -> vote.toList().getFirst())
                .containsExactly("rsi", "macd", "ema_trend", "bollinger", "adx", "fibonacci");
    }

    @Test
    void anAbstentionHasNoWeightWhateverItsSourceHas() {
        assertThat(new VoterPanel(TestVotes.settings()).vote(OVERSOLD, List.of()))
                .filteredOn(vote -> !vote.source().equals("rsi"))
                .allSatisfy(vote -> {
                    assertThat(vote.weight()).isZero();
                    assertThat(vote.reason()).startsWith("Abstains: ");
                });
    }

    @Test
    void limitsOfTheSettingsReachTheRules() {
        VoterPanel panel = new VoterPanel(TestVotes.settings("rsi.oversold=20"));
        assertThat(panel.vote(OVERSOLD, List.of()).getFirst().direction()).isEqualTo(SignalAction.HOLD);
    }

    @Test
    void aVoteOfTheCallerCountsInsteadOfTheOneOfItsSourceAndOthersAreAdded() {
        VoterPanel panel = new VoterPanel(TestVotes.settings("weights.rsi=2.5"));
        List<Vote> stated = List.of(
                new Vote("RSI", SignalAction.SELL, 1, 1, "stated"), new Vote("news", SignalAction.BUY, 1, 1, "stated"));
        assertThat(panel.vote(OVERSOLD, stated))
                .extracting(Vote::source, Vote::direction, Vote::confidence, Vote::weight)
                .startsWith(tuple("rsi", SignalAction.SELL, 1.0, 2.5))
                .endsWith(tuple("news", SignalAction.BUY, 1.0, 1.0))
                .hasSize(7);
    }
}
