package dev.tradesuite.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {

    /** As {@code WebhookToken} makes them: 256 bits in Base64 for addresses. */
    private static final String TOKEN = "u3Zq-0a_bC1dE2fG3hI4jK5lM6nO7pQ8rS9tU0vW1xY";

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/webhooks/tradingview failed,         POST /api/v1/webhooks/*** failed",
        "No static resource api/v1/webhooks/a/b/c.,        No static resource api/v1/webhooks/***",
        "\"/api/v1/webhooks/abc\" is down,                 \"/api/v1/webhooks/***\" is down",
        "/api/v1/webhooks/abc?x=1 failed,                  /api/v1/webhooks/***?*** failed",
        "http://localhost:8004/api/v1/webhooks%2Fabc,      http://localhost:8004/api/v1/webhooks%2F***",
        "GET /api/v1/orders?token=abc&x=%20,               GET /api/v1/orders?***",
        "GET /?abc HTTP/1.1,                               GET /?*** HTTP/1.1",
        "jdbc:postgresql://db/suite?user=a&password=b,     jdbc:postgresql://db/suite?***",
        "Authorization: Bearer abcdefgh.123,               Authorization: Bearer ***",
        "authorization=bearer abcdefgh==,                  authorization=bearer ***",
        "found eyJhbGciOi.eyJzdWIiOi.c2ln here,            found *** here"
    })
    void secretsAreMasked(String text, String expected) {
        assertThat(LogText.line(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "/api/v1/webhook/%s/x", "no webhook has the token '%s'", "{\"token\":\"%s\"}", "a=%s&"})
    void tokenOfAWebhookIsMaskedWhereverItStands(String text) {
        assertThat(LogText.line(text.formatted(TOKEN))).isEqualTo(text.formatted("***"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST /api/v1/webhooks/{token} failed",
                "/api/v1/webhooks",
                "Is it this? Or that?",
                "List<?> and values (?, ?)",
                "where id = ? and symbol = ?",
                "order 3f0c9a52-5f5e-4b65-9f21-2f5a64fd0c11 of account main",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "org.springframework.boot.tomcat.autoconfigure.TomcatWebServerFactoryCustomizer",
                "the bearer of bad news",
                "Zürich \uD83D\uDE00"
            })
    void whatIsNoSecretStays(String text) {
        assertThat(LogText.line(text)).isEqualTo(text);
    }

    @Test
    void bytesOfAPacketAreLeftOut() {
        String packet =
                """
                [id] READ: 6B
                         +-------------------------------------------------+
                         |  0  1  2  3  4  5  6  7  8  9  a  b  c  d  e  f |
                +--------+-------------------------------------------------+----------------+
                |00000000| 73 33 63 72 65 74                               |s3cret          |
                +--------+-------------------------------------------------+----------------+""";

        assertThat(LogText.line(packet)).isEqualTo("[id] READ: 6B (bytes left out)");
    }

    @Test
    void noCharacterBeginsALineOrMovesTheTerminal() {
        assertThat(LogText.line("a\r\nb\tc\0d\u001b[2Je\u0085f\u2028g\u2029h\uD83D"))
                .isEqualTo("a\\r\\nb\\tc\\u0000d\\u001b[2Je\\u0085f\\u2028g\\u2029h\\ud83d");
        assertThat(LogText.lines("a\r\nb\0")).isEqualTo("a\\r\nb\\u0000");
    }
}
