package dev.tradesuite.portfolio.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistryServiceTest {

    @Test
    void emptyRegistryIsOneEmptyPage() {
        assertThat(registry().list("", 10)).isEqualTo(new RegistryService.Page(List.of(), Optional.empty()));
    }

    @Test
    void pagesFollowOneAnotherUntilTheLast() {
        RegistryService registry = registry("A", "B", "C", "D", "E");

        RegistryService.Page first = registry.list("", 2);
        RegistryService.Page second = registry.list(first.next().orElseThrow(), 2);
        RegistryService.Page third = registry.list(second.next().orElseThrow(), 2);

        assertThat(codes(first)).containsExactly("A", "B");
        assertThat(codes(second)).containsExactly("C", "D");
        assertThat(codes(third)).containsExactly("E");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void pageThatIsJustFullIsTheLast() {
        assertThat(registry("A", "B").list("", 2).next()).isEmpty();
    }

    private static RegistryService registry(String... codes) {
        return new RegistryService((after, most) -> Stream.of(codes)
                .filter(code -> code.compareTo(after) > 0)
                .limit(most)
                .map(RegistryServiceTest::strategy)
                .toList());
    }

    private static RegisteredStrategy strategy(String code) {
        return new RegisteredStrategy(
                code,
                "Strategy " + code,
                "hold:AAPL",
                Optional.empty(),
                LifecycleState.DISCOVERY,
                Instant.parse("2026-01-05T10:00:00Z"));
    }

    private static List<String> codes(RegistryService.Page page) {
        return page.strategies().stream().map(RegisteredStrategy::code).toList();
    }
}
