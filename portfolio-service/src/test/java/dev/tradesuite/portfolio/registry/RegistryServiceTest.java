package dev.tradesuite.portfolio.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.registry.RegistryService.Candidate;
import dev.tradesuite.portfolio.registry.RegistryService.Change;
import dev.tradesuite.portfolio.registry.RegistryService.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final StrategySource HELD = new StrategySource.HeldInstrument("EURUSD");
    private static final StrategySource OWNED = new StrategySource.AccountBooks("main");

    private final MemoryStrategies store = new MemoryStrategies();
    private final RegistryService registry =
            new RegistryService(store, InstrumentCatalog.shipped(), new PlainWork(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void emptyRegistryIsOneEmptyPage() {
        assertThat(page("", 10)).isEqualTo(new RegistryService.Page(List.of(), Optional.empty()));
    }

    @Test
    void pagesFollowOneAnotherUntilTheLast() {
        add(HELD, "A", "B", "C", "D", "E");

        RegistryService.Page first = page("", 2);
        RegistryService.Page second = page(first.next().orElseThrow(), 2);
        RegistryService.Page third = page(second.next().orElseThrow(), 2);

        assertThat(codes(first)).containsExactly("A", "B");
        assertThat(codes(second)).containsExactly("C", "D");
        assertThat(codes(third)).containsExactly("E");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void pageThatIsJustFullIsTheLast() {
        add(HELD, "A", "B");

        assertThat(page("", 2).next()).isEmpty();
    }

    @Test
    void whatMayNotBeSeenIsLeftOutAndPagesAreFullAllTheSame() {
        add(HELD, "A", "F", "G");
        add(OWNED, "B", "C", "D", "E");

        RegistryService.Page first = registry.list("", 2, source -> !source.equals(OWNED));

        assertThat(codes(first)).containsExactly("A", "F");
        assertThat(first.next()).contains("F");
        assertThat(codes(registry.list("F", 2, source -> !source.equals(OWNED))))
                .containsExactly("G");
    }

    @Test
    void registersUnderTheNameTheCatalogueHas() {
        List<RegisteredStrategy> heard = new ArrayList<>();

        Outcome outcome = registry.register(
                new Candidate("X", "X", new StrategySource.HeldInstrument("eurusd"), Optional.empty()), heard::add);

        assertThat(outcome).isEqualTo(new Outcome.Stored(heard.getFirst()));
        assertThat(heard.getFirst().source()).isEqualTo(HELD);
        assertThat(heard.getFirst().stage())
                .isEqualTo(new RegisteredStrategy.Stage(LifecycleState.DISCOVERY, NOW, Optional.empty()));
    }

    @Test
    void refusesWhatIsTakenOrUnknown() {
        add(HELD, "A");

        assertThat(register("A", HELD, Optional.empty())).isEqualTo(new Outcome.Taken());
        assertThat(register("B", new StrategySource.HeldInstrument("NOSUCH"), Optional.empty()))
                .isInstanceOf(Outcome.NoSuchInstrument.class);
        assertThat(register("B", HELD, Optional.of("B"))).isEqualTo(new Outcome.NoSuchBenchmark("B"));
        assertThat(register("B", HELD, Optional.of("C"))).isEqualTo(new Outcome.NoSuchBenchmark("C"));
        assertThat(register("B", HELD, Optional.of("A"))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void changeFromAnOlderVersionIsRefused() {
        add(HELD, "A");
        Change change = new Change(Optional.of("New"), Optional.empty(), Optional.of(0L));

        assertThat(registry.change("A", change)).isInstanceOf(Outcome.Stored.class);
        assertThat(registry.change("A", change)).isEqualTo(new Outcome.OtherVersion(1));
        assertThat(store.find("A").orElseThrow().name()).isEqualTo("New");
    }

    @Test
    void changeToTheSameIsNoNewVersion() {
        add(HELD, "A");

        registry.change("A", new Change(Optional.of("Strategy A"), Optional.of(""), Optional.empty()));

        assertThat(store.find("A").orElseThrow().version()).isZero();
    }

    @Test
    void benchmarkCanBeSetAndTakenAway() {
        add(HELD, "A", "B");

        registry.change("A", new Change(Optional.empty(), Optional.of("B"), Optional.empty()));
        assertThat(store.find("A").orElseThrow().benchmark()).contains("B");

        registry.change("A", new Change(Optional.empty(), Optional.of(""), Optional.empty()));
        assertThat(store.find("A").orElseThrow().benchmark()).isEmpty();
    }

    private Outcome register(String code, StrategySource source, Optional<String> benchmark) {
        return registry.register(new Candidate(code, code, source, benchmark), _ -> {});
    }

    private RegistryService.Page page(String after, int limit) {
        return registry.list(after, limit, _ -> true);
    }

    private void add(StrategySource source, String... codes) {
        for (String code : codes) {
            store.add(MemoryStrategies.strategy(code, source));
        }
    }

    private static List<String> codes(RegistryService.Page page) {
        return page.strategies().stream().map(RegisteredStrategy::code).toList();
    }
}
