package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.FixedClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketServiceTest {

    private static final Instant END = Instant.parse("2026-03-31T13:00:00Z");
    private static final StreamReader ANN = new StreamReader(true, Set.of("ann", "group:traders"), false);

    private final Map<String, Instant> kept = new HashMap<>();
    private final TicketService tickets = new TicketService(
            new TicketStore() {
                @Override
                public void add(byte[] hash, Instant validUntil, Instant tokenEnd) {
                    kept.put(HexFormat.of().formatHex(hash), tokenEnd);
                }

                @Override
                public Optional<Instant> take(byte[] hash, Instant now) {
                    return Optional.ofNullable(kept.remove(HexFormat.of().formatHex(hash)));
                }

                @Override
                public int forgetExpired(Instant now) {
                    return 0;
                }
            },
            Duration.ofSeconds(30),
            FixedClock.at("2026-03-31T12:00:00Z"),
            new SecureRandom());

    @Test
    void ticketSaysWhoseItIsOnce() {
        String ticket = tickets.give(END, ANN).value();

        assertThat(tickets.take(ticket)).contains(new TicketService.Holder(END, ANN));
        assertThat(tickets.take(ticket)).isEmpty();
    }

    @Test
    void nobodyCanMakeItSomebodyElses() {
        String ticket = tickets.give(END, ANN).value();
        String all =
                Base64.getUrlEncoder().withoutPadding().encodeToString("all\nann".getBytes(StandardCharsets.UTF_8));

        assertThat(tickets.take(ticket.substring(0, ticket.indexOf('.') + 1) + all))
                .isEmpty();
        assertThat(tickets.take("nonsense")).isEmpty();
    }

    @Test
    void administratorKeepsItsSight() {
        StreamReader admin = new StreamReader(true, Set.of(), true);

        assertThat(tickets.take(tickets.give(END, admin).value()).orElseThrow().reader())
                .isEqualTo(admin);
    }
}
