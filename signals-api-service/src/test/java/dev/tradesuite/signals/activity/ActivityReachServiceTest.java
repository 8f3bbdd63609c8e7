package dev.tradesuite.signals.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.signals.stream.StreamAudience;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityReachServiceTest {

    private final ActivityReachService reaches = new ActivityWorld().reaches;

    @Test
    void strategyIsForReadersUnlessItIsOnSomebodysBooks() {
        assertThat(reaches.ofStrategies(List.of("held"))).isEqualTo(new ActivityReach.Readers());
        assertThat(reaches.ofStrategies(List.of("anns", "held"))).isEqualTo(new ActivityReach.Books(Set.of("a")));
        assertThat(reaches.ofStrategies(List.of("anns", "markets")))
                .isEqualTo(new ActivityReach.Books(Set.of("a", "portfolio-7")));
    }

    @Test
    void strategyNobodyKnowsIsForAdministrators() {
        assertThat(reaches.ofStrategies(List.of("held", "unknown"))).isEqualTo(new ActivityReach.Administrators());
        assertThat(reaches.ofStrategies(List.of())).isEqualTo(new ActivityReach.Administrators());
    }

    @Test
    void feedTellsWhoOwnsAllBooks() {
        StreamAudience ann = new StreamAudience.Owners(Set.of("ann"));
        StreamAudience administrators = StreamAudience.administrators();

        assertThat(reaches.audience(new ActivityReach.Readers())).isEqualTo(new StreamAudience.Readers());
        assertThat(reaches.audience(new ActivityReach.Books(Set.of("a", "c")))).isEqualTo(ann);
        assertThat(reaches.audience(new ActivityReach.Books(Set.of("a", "b"))))
                .isEqualTo(new StreamAudience.Owners(Set.of("ann", "bob")));
        assertThat(reaches.audience(new ActivityReach.Books(Set.of("nobodys")))).isEqualTo(administrators);
        assertThat(reaches.audience(new ActivityReach.Books(Set.of("a", "nobodys"))))
                .isEqualTo(administrators);
        assertThat(reaches.audience(new ActivityReach.Administrators())).isEqualTo(administrators);
    }
}
