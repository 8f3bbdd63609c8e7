package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.cases.MarketFeed.Wish;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Alerts as charting services send them, to webhooks that trade by themselves. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class AlertCasesIT {

    @Test
    void numberWithThousandsIsReadWhole(CasesSuite suite) throws IOException {
        quoted(suite);
        Hook hook = Hook.of(suite, "thousands");

        JsonNode decision =
                hook.alert("01-thousands-separator.txt", "text/plain").path("decision");

        assertThat(decision.path("entry_price").decimalValue())
                .as(decision.toString())
                .isEqualByComparingTo("4110.50");
    }

    @Test
    void sameIdWithOtherContentIsAnotherAlert(CasesSuite suite) throws IOException {
        quoted(suite);
        Hook hook = Hook.of(suite, "repeated");
        JsonNode first = hook.alert("02a-repeated-id-first.json", "application/json");
        assertThat(first.at("/decision/symbol").asString()).isEqualTo("EURUSD");
        assertThat(first.at("/decision/side").asString()).as(first.toString()).isEqualTo("BUY");

        JsonNode second = hook.alert("02b-repeated-id-second.json", "application/json");

        assertThat(second.path("duplicate").asBoolean()).isFalse();
        assertThat(second.at("/decision/symbol").asString()).isEqualTo("GBPUSD");
        assertThat(second.at("/decision/side").asString()).as(second.toString()).isEqualTo("SELL");
    }

    @Test
    void exitOfAStrategyEndsFlat(CasesSuite suite) throws IOException {
        quoted(suite);
        Hook hook = Hook.of(suite, "exit");
        suite.execute(hook.account, "GBPUSD", "1.2468", "0.3", "");
        assertThat(suite.position(hook.account).path("lots").decimalValue()).isEqualByComparingTo("0.3");

        hook.alert("03-strategy-exit.json", "application/json");

        suite.awaitFlat(hook.account);
    }

    @Test
    void spellingsOfSymbolsAndTimeframesAreRead(CasesSuite suite) throws IOException {
        quoted(suite);
        Hook hook = Hook.of(suite, "spelling");

        assertThat(hook.alert("04-underscore-symbol.json", "application/json")
                        .at("/decision/symbol")
                        .asString())
                .isEqualTo("EURUSD");
        Answer perpetual = hook.send("05-perpetual-suffix.json", "application/json");
        assertThat(perpetual.json().toString()).contains(perpetual.status() == 400 ? ".P" : "BTCUSDT");
        assertThat(hook.alert("06-timeframe-1h.json", "application/json")
                        .at("/decision/workflow/brain_signal/timeframe")
                        .asString())
                .isEqualTo("H1");
        Answer form = hook.send("07-form-body.txt", "application/x-www-form-urlencoded");
        assertThat(form.status()).as(form.json().toString()).isIn(200, 415);
        assertThat(hook.alert("08-bom.json", "application/json")
                        .at("/decision/symbol")
                        .asString())
                .isEqualTo("EURUSD");
    }

    @Test
    void wordCloseClosesWhateverTheBrainSays(CasesSuite suite) throws IOException {
        quoted(suite);
        Hook hook = Hook.of(suite, "close");
        suite.execute(hook.account, "EURUSD", "1.0873", "0.1", "");
        suite.position(hook.account);

        hook.alert("09-close-word.json", "application/json");

        suite.awaitFlat(hook.account);
    }

    /** The newest prices beside which the cases were written. */
    private static void quoted(CasesSuite suite) {
        suite.feed().follow("EURUSD", 1.0873, Wish.BUY);
        suite.feed().follow("GBPUSD", 1.2468, Wish.SELL);
        suite.feed().follow("XAUUSD", 4107.41, Wish.BUY);
    }

    /** A webhook that trades by itself on an account of its own. */
    private record Hook(CasesSuite suite, String account, String path) {

        static Hook of(CasesSuite suite, String name) {
            String account = suite.account(name);
            suite.liftLimits(account);
            Answer made = suite.post(
                    "/api/v1/webhooks/tradingview",
                    "{\"strategy\": \"%s\", \"account_id\": \"%s\", \"auto_execute\": true, \"risk_percent\": 1}"
                            .formatted(account, account));
            assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
            return new Hook(suite, account, made.json().path("path").asString());
        }

        Answer send(String file, String contentType) throws IOException {
            return suite.postFile(path, "alerts/" + file, contentType);
        }

        JsonNode alert(String file, String contentType) throws IOException {
            Answer answer = send(file, contentType);
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
            return answer.json();
        }
    }
}
