package dev.tradesuite.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTextTest {

    @Test
    void wordsWithoutANameAreSideSymbolAndPrice() {
        assertThat(AlertText.fields("BUY EURUSD 1.0835"))
                .isEqualTo(Map.of("side", "BUY", "symbol", "EURUSD", "price", "1.0835"));
    }

    @Test
    void namedFieldsMayStandAnywhere() {
        assertThat(AlertText.fields("id=7 sell XAUUSD SL=2420 2411.5;tp=2390"))
                .isEqualTo(Map.of(
                        "id", "7", "side", "sell", "symbol", "XAUUSD", "sl", "2420", "price", "2411.5", "tp", "2390"));
    }

    @Test
    void namesAreComparedWithoutCaseAndWithUnderscores() {
        assertThat(AlertText.fields("Stop-Loss-Pips=30")).isEqualTo(Map.of("stop_loss_pips", "30"));
        assertThat(AlertText.name(" Alert ID ")).isEqualTo("alert_id");
    }

    @Test
    void separatorsMayBeMany() {
        assertThat(AlertText.fields(" side=buy,,\n symbol=EURUSD ;\tprice=1 "))
                .isEqualTo(Map.of("side", "buy", "symbol", "EURUSD", "price", "1"));
    }

    @Test
    void commaBetweenDigitsBelongsToTheNumber() {
        assertThat(AlertText.fields("sell XAUUSD price=2,411.50, sl=2,420.0"))
                .isEqualTo(Map.of("side", "sell", "symbol", "XAUUSD", "price", "2,411.50", "sl", "2,420.0"));
        assertThat(AlertText.fields("BUY,EURUSD,1.0835,sl=1,0785"))
                .isEqualTo(Map.of("side", "BUY", "symbol", "EURUSD", "price", "1.0835", "sl", "1,0785"));
    }

    @Test
    void fieldThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> AlertText.fields("buy XAUUSD price=2 411.50"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price stands twice: '2' and '411.50'");
        assertThatThrownBy(() -> AlertText.form("side=buy&Side=sell"))
                .hasMessage("side stands twice: 'buy' and 'sell'");
    }

    @Test
    void formIsDecoded() {
        assertThat(AlertText.form("symbol=EUR%2FUSD&side=buy&price=1.0835&comment=a+b%26c"))
                .isEqualTo(Map.of("symbol", "EUR/USD", "side", "buy", "price", "1.0835", "comment", "a b&c"));
        assertThat(AlertText.form("BUY EURUSD 1.0835"))
                .isEqualTo(Map.of("side", "BUY", "symbol", "EURUSD", "price", "1.0835"));
        assertThatThrownBy(() -> AlertText.form("symbol=%zz")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AlertText.form("side=buy&EURUSD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fourthWordWithoutANameIsRefused() {
        assertThatThrownBy(() -> AlertText.fields("BUY EURUSD 1.0835 now"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'now'");
    }

    @Test
    void tokensAreLongAndNeverTheSameAndDoNotPrint() {
        WebhookToken one = WebhookToken.random();
        WebhookToken other = WebhookToken.random();

        assertThat(one.value()).hasSize(43).isNotEqualTo(other.value());
        assertThat(one.hash()).hasSize(32).isNotEqualTo(other.hash());
        assertThat(one.hash()).isEqualTo(new WebhookToken(one.value()).hash());
        assertThat(one.toString()).doesNotContain(one.value());
    }
}
