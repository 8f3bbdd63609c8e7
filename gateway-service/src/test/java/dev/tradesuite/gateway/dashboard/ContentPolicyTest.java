package dev.tradesuite.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.gateway.dashboard.ContentPolicy.Framing;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {

    private final ContentPolicy policy = new ContentPolicy(URI.create("http://localhost:9000/realms/suite"));

    @Test
    void allowsTheAppItsFeedAndTheIssuerAndNothingElse() {
        assertThat(policy.of("localhost:8000", false, Framing.NOBODY))
                .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
                        + " 'self' http://localhost:9000 ws://localhost:8000; frame-src 'self' http://localhost:9000;"
                        + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }

    @Test
    void letsTheAppFrameThePageASignInComesBackTo() {
        assertThat(policy.of("trade.example.com", true, Framing.OWN))
                .contains("wss://trade.example.com;")
                .endsWith("frame-ancestors 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x; script-src *", "h:99999999", "[::1", "ex\nample"})
    void repeatsNoHostThatIsNone(String host) {
        assertThat(policy.of(host, false, Framing.NOBODY)).contains("connect-src 'self' http://localhost:9000;");
    }
}
