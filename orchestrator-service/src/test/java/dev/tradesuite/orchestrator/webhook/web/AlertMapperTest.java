package dev.tradesuite.orchestrator.webhook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.webhook.AlertIntent;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.web.AlertMapper.ReadAlert;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AlertMapperTest {

    private final AlertMapper mapper = new AlertMapper(JsonMapper.builder().build());

    @Test
    void numbersOfTextAndJsonAreReadWhole() {
        assertThat(request("sell XAUUSD price=2,411.50 sl=2,420.75").currentPrice())
                .isEqualByComparingTo("2411.50");
        assertThat(request("sell XAUUSD price=2,411.50 sl=2,420.75").stopLossPrice())
                .isEqualByComparingTo("2420.75");
        assertThat(request("{\"symbol\":\"XAUUSD\",\"side\":\"sell\",\"price\":\"2,411.50\"}")
                        .currentPrice())
                .isEqualByComparingTo("2411.50");
        assertThat(faults("buy EURUSD price=1,0835")).containsExactly("current_price NOT_VALID");
        assertThat(faults("buy EURUSD 1,0835")).containsExactly("current_price NOT_VALID");
    }

    @Test
    void exitOfAStrategyIsNoSale() {
        ReadAlert alert = read(
                """
                {"id":"x-1","ticker":"EURUSD","order_action":"sell","contracts":"0.2","market_position":"flat",
                 "prev_market_position":"long","close":1.0840,"sl_pips":50}
                """);

        assertThat(alert.intent().entry()).isNull();
        assertThat(exit(alert).side()).isEqualTo(Side.SELL);
        assertThat(exit(alert).share()).isEqualByComparingTo("1");
        assertThat(alert.request().side()).isNull();
        assertThat(alert.request().currentPrice()).isEqualByComparingTo("1.0840");
        assertThat(alert.sizeIgnored()).isFalse();
    }

    @Test
    void closeNeedsNoSide() {
        assertThat(exit(read("close EURUSD 1.084")).side()).isNull();
        assertThat(read("{\"symbol\":\"EURUSD\",\"action\":\"flat\",\"price\":1.084}")
                        .intent()
                        .entry())
                .isNull();
    }

    @Test
    void byteOrderMarkAndFormAreRead() {
        assertThat(request("\uFEFF{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.084}")
                        .symbol())
                .isEqualTo("EURUSD");
        assertThat(mapper.read(hook(WebhookMode.CONFIRM, null), bytes("symbol=FX%3AEURUSD&side=buy&price=1.084"), true)
                        .request()
                        .symbol())
                .isEqualTo("FX:EURUSD");
        assertThat(mapper.read(
                                hook(WebhookMode.CONFIRM, null),
                                bytes("{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.084}"),
                                true)
                        .request()
                        .side())
                .as("what curl sends without a content type")
                .isEqualTo(Side.BUY);
    }

    @Test
    void timeframeIsReadWhereTheBrainIsAsked() {
        assertThat(request("buy EURUSD 1.084 timeframe=1h").timeframe()).isEqualTo(Timeframe.H1);
        assertThat(faults("buy EURUSD 1.084 timeframe=2h")).containsExactly("timeframe NOT_VALID");
        assertThat(read(hook(WebhookMode.FOLLOW, null), "buy EURUSD 1.084 timeframe=2h")
                        .request()
                        .timeframe())
                .isNull();
    }

    @Test
    void sizeOfAnAlertCountsOnlyWithinTheCapOfAWebhookThatFollows() {
        ReadAlert sized = read(hook(WebhookMode.FOLLOW, "0.5"), "buy EURUSD 1.084 contracts=0.2");
        assertThat(sized.request().riskStrategy()).isEqualTo(RiskStrategy.FIXED_LOT);
        assertThat(sized.request().lots()).isEqualByComparingTo("0.2");
        assertThat(sized.request().riskPercent()).isNull();
        assertThat(sized.sizeIgnored()).isFalse();

        FieldError tooMuch = errors(hook(WebhookMode.FOLLOW, "0.5"), "buy EURUSD 1.084 contracts=30000")
                .getFirst();
        assertThat(tooMuch.field()).isEqualTo("contracts");
        assertThat(tooMuch.message()).isEqualTo("expected at most the 0.5 lots of the webhook's max_lots");

        ReadAlert byRisk = read(hook(WebhookMode.FOLLOW, null), "buy EURUSD 1.084 lots=0.2");
        assertThat(byRisk.request().lots()).isNull();
        assertThat(byRisk.request().riskPercent()).isEqualByComparingTo("1");
        assertThat(byRisk.sizeIgnored()).isTrue();
        assertThat(read(hook(WebhookMode.CONFIRM, "0.5"), "buy EURUSD 1.084 lots=0.2")
                        .sizeIgnored())
                .isTrue();
    }

    @Test
    void everythingIsReadOrRefused() {
        assertThat(faults("buy EURUSD 1.084 stop_loss_pct=2 trail=5"))
                .containsExactly("stop_loss_pct UNKNOWN_FIELD", "trail UNKNOWN_FIELD");
        assertThat(faults("{\"symbol\":\"EURUSD\",\"ticker\":\"GBPUSD\",\"side\":\"buy\",\"price\":1.084}"))
                .containsExactly("symbol CONTRADICTION");
        assertThat(faults("{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":[1.084]}"))
                .containsExactly("current_price NOT_VALID");
        assertThat(faults("buy EURUSD 1.084 order_type=limit")).containsExactly("order_type NOT_VALID");
        assertThat(faults("buy EURUSD 1.084 lots=0")).containsExactly("lots NOT_VALID");
        assertThat(faults("buy EURUSD 1.084 1.085")).containsExactly("body NOT_VALID");
        assertThat(faults("buy EURUSD price=1.084 price=1.085")).containsExactly("body NOT_VALID");
        assertThat(problem("{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"side\":\"sell\",\"price\":1}")
                        .code()
                        .name())
                .isEqualTo("MALFORMED_JSON");
        assertThat(request("buy EURUSD 1.084 comment=breakout volume=12 close=1.083")
                        .currentPrice())
                .isEqualByComparingTo("1.084");
    }

    @Test
    void sameAlertHasTheSameKeyHoweverItIsWritten() {
        String key = read("buy EURUSD 1.0840 id=7").key();

        assertThat(read("  BUY  EURUSD\t1.084 id=7\n").key()).isEqualTo(key);
        assertThat(read("{\"price\":1.084,\"id\":\"7\",\"side\":\"buy\",\"ticker\":\"eurusd\"}")
                        .key())
                .isEqualTo(key);
        assertThat(read("buy EURUSD 1.0840 id=7 comment=again").key()).isEqualTo(key);
        assertThat(List.of(
                        read("buy EURUSD 1.0841 id=7").key(),
                        read("sell EURUSD 1.0840 id=7").key(),
                        read("buy GBPUSD 1.0840 id=7").key(),
                        read("buy EURUSD 1.0840 id=8").key(),
                        read("buy EURUSD 1.0840").key(),
                        read("buy EURUSD 1.0840 id=7 time=2026-01-05T10:00:00Z").key()))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    @Test
    void idOrBarNamesAnAlertForGood() {
        assertThat(read("buy EURUSD 1.084").dated()).isFalse();
        assertThat(read("buy EURUSD 1.084 id=Long").dated()).isTrue();
        assertThat(read("buy EURUSD 1.084 time=2026-01-05T10:00:00Z").dated()).isTrue();
    }

    private TradeRequest request(String body) {
        return read(body).request();
    }

    private static AlertIntent.Leave exit(ReadAlert alert) {
        return Objects.requireNonNull(alert.intent().exit());
    }

    private ReadAlert read(String body) {
        return read(hook(WebhookMode.CONFIRM, null), body);
    }

    private ReadAlert read(Webhook webhook, String body) {
        return mapper.read(webhook, bytes(body), false);
    }

    private List<String> faults(String body) {
        return errors(hook(WebhookMode.CONFIRM, null), body).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private List<FieldError> errors(Webhook webhook, String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(webhook, body))
                .errors();
    }

    private ProblemException problem(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(body));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static Webhook hook(WebhookMode mode, @Nullable String maxLots) {
        return new Webhook(
                new UUID(0, 1),
                "breakout",
                "main",
                BigDecimal.ONE,
                true,
                mode,
                maxLots == null ? null : Lots.of(maxLots),
                "operator",
                Instant.EPOCH,
                null);
    }
}
