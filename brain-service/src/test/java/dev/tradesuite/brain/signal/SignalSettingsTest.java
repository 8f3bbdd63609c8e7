package dev.tradesuite.brain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.model.FakeModel;
import dev.tradesuite.brain.model.TradingModels;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.test.FixedClock;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SignalSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(SignalConfig.class, Surroundings.class);

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        service.run(context -> assertThat(context.getBean(SignalSettings.class))
                .isEqualTo(new SignalSettings("votes", Timeframe.M5, 500, 3)));
    }

    @ParameterizedTest
    @CsvSource({"candles, 33, candles", "max-age-candles, -1, maxAgeCandles"})
    void aWrongSettingKeepsTheServiceFromStartingAndIsNamed(String setting, String value, String field) {
        service.withPropertyValues("suite.brain.signal." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Field error in object 'suite.brain.signal' on field '%s'", field));
    }

    @Test
    void aModelThatDoesNotExistIsNamedWithThoseThatDo() {
        service.withPropertyValues("suite.brain.signal.model=oracle").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigMistake.class)
                .hasMessageContaining("suite.brain.signal.model is oracle"));
    }

    /** What the rest of the service provides. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SignalSettings.class)
    static class Surroundings {

        @Bean
        Clock clock() {
            return FixedClock.at("2026-03-02T12:00:00Z");
        }

        @Bean
        TradingModels models() {
            return new TradingModels(List.of(new FakeModel("votes")));
        }

        @Bean
        OpinionBoard board() {
            return new OpinionBoard();
        }

        @Bean
        CandleStore store() {
            return TestCandles.stored(CandleSeries.empty("EURUSD", Timeframe.M5));
        }
    }
}
