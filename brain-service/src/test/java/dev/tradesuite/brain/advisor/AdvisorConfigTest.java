package dev.tradesuite.brain.advisor;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.test.FixedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class AdvisorConfigTest {

    private static final String KEY = "sk-ant-test-0123456789";
    private static final String ANSWER =
            """
            {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-5", "stop_reason": "end_turn",
             "content": [{"type": "text",
               "text": "{\\"objectionToBuy\\": 0.4, \\"objectionToSell\\": 0, \\"reason\\": \\"Overbought.\\"}"}],
             "stop_sequence": null, "usage": {"input_tokens": 200, "output_tokens": 40}}""";

    private final WireMockServer vendor =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(AdvisorConfig.class, Surroundings.class);

    @BeforeEach
    void start() {
        vendor.start();
        vendor.stubFor(post(urlPathEqualTo("/v1/messages")).willReturn(okJson(ANSWER)));
    }

    @AfterEach
    void stop() {
        vendor.stop();
    }

    @Test
    void anAdvisorWithAKeyFormsOpinionsInTheBackground() {
        service.withPropertyValues(
                        "suite.brain.advisors.watch=eurusd:M5",
                        "suite.brain.advisors.anthropic.api-key=" + KEY,
                        "suite.brain.advisors.anthropic.base-url=" + vendor.baseUrl(),
                        "suite.brain.advisors.anthropic.refresh-interval=10ms")
                .run(context -> {
                    OpinionBoard board = context.getBean(OpinionBoard.class);
                    Instant now = context.getBean(Clock.class).instant();
                    await().until(() ->
                            !board.fresh("EURUSD", Timeframe.M5, now).isEmpty());
                    assertThat(board.fresh("EURUSD", Timeframe.M5, now))
                            .extracting(AdvisorOpinion::advisor)
                            .containsExactly("anthropic");
                    // Asked again and again, until the service stops.
                    await().until(() -> requests() >= 3);
                });
        int asked = requests();
        await().during(Duration.ofMillis(200)).until(() -> requests() <= asked + 1);
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        service.withPropertyValues(
                        "suite.brain.advisors.watch=EURUSD:M5",
                        "suite.brain.advisors.anthropic.base-url=" + vendor.baseUrl())
                .run(context -> {
                    assertThat(context.getBean(AdvisorSchedule.class).isIdle()).isTrue();
                    assertThat(requests()).isZero();
                });
    }

    @Test
    void withoutAMarketToWatchNothingIsAsked() {
        service.withPropertyValues("suite.brain.advisors.openai.api-key=" + KEY).run(context -> assertThat(
                        context.getBean(AdvisorSchedule.class).isIdle())
                .isTrue());
    }

    @Test
    void aMarketThatIsNotInTheCatalogueIsNamed() {
        service.withPropertyValues("suite.brain.advisors.watch=NOSUCH:M5").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigMistake.class)
                .hasMessageContaining("NOSUCH:M5"));
    }

    @Test
    void aMarketThatIsNotWellFormedIsNamed() {
        service.withPropertyValues("suite.brain.advisors.watch=EURUSD")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("watch"));
    }

    @Test
    void theKeyIsInNoText() {
        service.withPropertyValues("suite.brain.advisors.deepseek.api-key=" + KEY)
                .run(context -> assertThat(
                                context.getBean(AdvisorSettings.class).toString())
                        .doesNotContain(KEY)
                        .contains("apiKey=set", "apiKey=not set"));
    }

    private int requests() {
        return vendor.findAll(postRequestedFor(urlPathEqualTo("/v1/messages"))).size();
    }

    /** What the rest of the service provides. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.tradesuite.brain.advisor.client")
    @EnableConfigurationProperties(AdvisorSettings.class)
    static class Surroundings {

        private final CandleSeries candles = TestCandles.walk(1, 200);

        @Bean
        Clock clock() {
            return FixedClock.at(candles.closeTime(199).toString());
        }

        @Bean
        InstrumentCatalog instrumentCatalog() {
            return InstrumentCatalog.shipped();
        }

        @Bean
        CandleStore candleStore() {
            return TestCandles.stored(candles);
        }
    }
}
