package dev.tradesuite.brain.model.votes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VotesSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buy-threshold=0.41",
                "sell-threshold=-0.41",
                "weights.adx=1",
                "rsi.oversold=29",
                "min-adx=24",
                "macd-full-gap-atr=0.3",
                "ema-full-gap-atr=2",
                "fibonacci.pivot-strength=4",
                "max-price-gap-atr=19",
                "max-flat-share=0.4"
            })
    void theIdChangesWithAnySetting(String change) {
        assertThat(TestVotes.settings(change).id())
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(TestVotes.settings().id());
    }

    @Test
    void theIdOfEqualSettingsIsTheSame() {
        assertThat(TestVotes.settings("buy-threshold=0.4").id())
                .isEqualTo(TestVotes.settings().id());
    }

    @Test
    void everySourceHasTheWeightOfItsName() {
        VotesSettings.Weights weights = TestVotes.settings(
                        "weights.rsi=1",
                        "weights.macd=2",
                        "weights.ema-trend=3",
                        "weights.bollinger=4",
                        "weights.adx=5",
                        "weights.fibonacci=6")
                .weights();
        assertThat(weights.of(VoteSource.RSI)).isEqualTo(1);
        assertThat(weights.of(VoteSource.MACD)).isEqualTo(2);
        assertThat(weights.of(VoteSource.EMA_TREND)).isEqualTo(3);
        assertThat(weights.of(VoteSource.BOLLINGER)).isEqualTo(4);
        assertThat(weights.of(VoteSource.ADX)).isEqualTo(5);
        assertThat(weights.of(VoteSource.FIBONACCI)).isEqualTo(6);
    }
}
