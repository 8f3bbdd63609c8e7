package dev.tradesuite.brain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.model.votes.VotesSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class ModelSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        service.run(context -> {
            VotesSettings votes = context.getBean(ModelSettings.class).votes();
            assertThat(votes.buyThreshold()).isEqualTo(0.4);
            assertThat(votes.sellThreshold()).isEqualTo(-0.4);
            assertThat(votes.weights()).isEqualTo(new VotesSettings.Weights(1, 1, 1.5, 1, 1.5, 1));
        });
    }

    @Test
    void weightsAndThresholdsAreSettings() {
        service.withPropertyValues(
                        "suite.brain.models.votes.weights.ema-trend=0.25",
                        "suite.brain.models.votes.buy-threshold=0.55",
                        "suite.brain.models.votes.fibonacci.min-swing-atr=8")
                .run(context -> {
                    VotesSettings votes = context.getBean(ModelSettings.class).votes();
                    assertThat(votes.weights().emaTrend()).isEqualTo(0.25);
                    assertThat(votes.buyThreshold()).isEqualTo(0.55);
                    assertThat(votes.fibonacci().minSwingAtr()).isEqualTo(8);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "buy-threshold, 0, buyThreshold",
        "buy-threshold, 1.5, buyThreshold",
        "sell-threshold, 0.4, sellThreshold",
        "weights.rsi, -1, weights.rsi",
        "rsi.oversold, 60, rsi.oversold",
        "min-adx, 101, minAdx",
        "max-flat-share, 2, maxFlatShare",
        "fibonacci.pivot-strength, 0, fibonacci.pivotStrength"
    })
    void aWrongSettingKeepsTheServiceFromStartingAndIsNamed(String setting, String value, String field) {
        service.withPropertyValues("suite.brain.models.votes." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Field error in object 'suite.brain.models' on field 'votes.%s'", field)
                        .hasMessageContaining(
                                "rejected value [%s", Double.valueOf(value).intValue()));
    }

    @Test
    void atLeastOneSourceMustCount() {
        service.withPropertyValues(
                        "suite.brain.models.votes.weights.rsi=0",
                        "suite.brain.models.votes.weights.macd=0",
                        "suite.brain.models.votes.weights.ema-trend=0",
                        "suite.brain.models.votes.weights.bollinger=0",
                        "suite.brain.models.votes.weights.adx=0",
                        "suite.brain.models.votes.weights.fibonacci=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("at least one weight must be above 0"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ModelSettings.class)
    static class Bound {}
}
