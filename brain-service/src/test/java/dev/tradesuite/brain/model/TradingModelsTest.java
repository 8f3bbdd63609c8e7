package dev.tradesuite.brain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.brain.model.votes.TestVotes;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingModelsTest {

    private final TradingModel votes = TestVotes.model();
    private final TradingModel other = new FakeModel("RL_PPO");

    @Test
    void aModelIsFoundByItsName() {
        TradingModels models = new TradingModels(List.of(votes, other));
        assertThat(models.find("votes")).containsSame(votes);
        assertThat(models.find("RL_PPO")).containsSame(other);
        assertThat(models.names()).containsExactly("votes", "RL_PPO");
    }

    @Test
    void upperAndLowerCaseAreTwoNames() {
        assertThat(new TradingModels(List.of(votes, other)).find("Votes")).isEmpty();
    }

    @Test
    void twoModelsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingModels(List.of(other, new FakeModel("RL_PPO"))))
                .withMessage("two models are named RL_PPO");
    }
}
