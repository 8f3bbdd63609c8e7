package dev.tradesuite.brain.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.brain.signal.VoteSource;
import dev.tradesuite.contracts.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class SignalPropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        service.run(context -> {
            SignalSettings settings = context.getBean(SignalProperties.class).toSettings();
            assertThat(settings.buyThreshold()).isEqualTo(0.4);
            assertThat(settings.sellThreshold()).isEqualTo(-0.4);
            assertThat(settings.timeframe()).isEqualTo(Timeframe.M5);
            assertThat(settings.candles()).isEqualTo(500);
            assertThat(settings.maxAgeCandles()).isEqualTo(3);
            assertThat(settings.weights()).containsOnlyKeys(VoteSource.values());
        });
    }

    @Test
    void weightsAndThresholdsAreSettings() {
        service.withPropertyValues(
                        "suite.brain.signal.weights.ema-trend=0.25",
                        "suite.brain.signal.buy-threshold=0.55",
                        "suite.brain.signal.fibonacci.min-swing-atr=8")
                .run(context -> {
                    SignalSettings settings =
                            context.getBean(SignalProperties.class).toSettings();
                    assertThat(settings.weights()).containsEntry(VoteSource.EMA_TREND, 0.25);
                    assertThat(settings.buyThreshold()).isEqualTo(0.55);
                    assertThat(settings.fibonacci().minSwingAtr()).isEqualTo(8);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "buy-threshold, 0, buyThreshold",
        "buy-threshold, 1.5, buyThreshold",
        "sell-threshold, 0.4, sellThreshold",
        "candles, 33, candles",
        "max-age-candles, -1, maxAgeCandles",
        "weights.rsi, -1, weights.rsi",
        "rsi.oversold, 60, rsi.oversold",
        "min-adx, 101, minAdx",
        "max-flat-share, 2, maxFlatShare",
        "fibonacci.pivot-strength, 0, fibonacci.pivotStrength"
    })
    void aWrongSettingKeepsTheServiceFromStartingAndIsNamed(String setting, String value, String field) {
        service.withPropertyValues("suite.brain.signal." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Field error in object 'suite.brain.signal' on field '%s'", field)
                        .hasMessageContaining(
                                "rejected value [%s", Double.valueOf(value).intValue()));
    }

    @Test
    void atLeastOneSourceMustCount() {
        service.withPropertyValues(
                        "suite.brain.signal.weights.rsi=0",
                        "suite.brain.signal.weights.macd=0",
                        "suite.brain.signal.weights.ema-trend=0",
                        "suite.brain.signal.weights.bollinger=0",
                        "suite.brain.signal.weights.adx=0",
                        "suite.brain.signal.weights.fibonacci=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("at least one weight must be above 0"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SignalProperties.class)
    static class Bound {}
}
