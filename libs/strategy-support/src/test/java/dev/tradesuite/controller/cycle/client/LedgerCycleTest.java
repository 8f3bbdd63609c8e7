package dev.tradesuite.controller.cycle.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest.Order;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest.Price;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.strategy.cycle.CycleBooks.Beginning;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerCycleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final CycleRequest CYCLE = new CycleRequest(7, new UUID(0, 1), 3);

    private final RecordingApi api = new RecordingApi();

    @Test
    void sendsPricesAndOrdersInOneCall() {
        HeldPrice price = new HeldPrice("held", "Yes", new BigDecimal("0.5"), NOW, null);

        begun().book(batch(
                List.of(price), List.of(intent("c", "why"), intent("d", "why").inSet("s"))));

        assertThat(api.asked).singleElement().satisfies(asked -> {
            assertThat(asked.fence()).isEqualTo(3);
            assertThat(asked.label()).isEqualTo(RunLabel.SIMULATED);
            assertThat(asked.prices()).extracting(Price::marketId).containsExactly("held");
            assertThat(asked.orders())
                    .extracting(Order::marketId, Order::set)
                    .containsExactly(tuple("c", null), tuple("d", "s"));
        });
    }

    @Test
    void reportsWhatTheCycleKnowsAndLeavesTheRestToTheBooks() {
        CycleReport report = begun().complete(summary());

        assertThat(report.cycleId()).isEqualTo(CYCLE.cycleId());
        assertThat(report.counts()).isEqualTo(new CycleReport.Counts(6, 5, 4, 3, 2, 1, 0, 0, 0));
        assertThat(report.orders()).isEmpty();
        assertThat(report.warnings()).extracting(Reason::code).containsExactly("OF_THE_MARKETS", "OF_THE_CYCLE");
    }

    @Test
    void cutsTextsToWhatTheBooksTake() {
        begun().book(batch(List.of(), List.of(intent("c", "x".repeat(1500)))));

        assertThat(api.asked.getFirst().orders().getFirst().reason())
                .hasSize(1000)
                .endsWith("...");
    }

    @Test
    void sendsMoreOrdersThanTheBooksTakeInPartsThatLeaveSetsWhole() {
        List<OrderIntent> intents = IntStream.range(0, 1500)
                .mapToObj(i -> i >= 998 && i < 1003 ? intent("m" + i, "why").inSet("s") : intent("m" + i, "why"))
                .toList();

        begun().book(batch(List.of(new HeldPrice("held", "Yes", null, NOW, null)), intents));

        assertThat(api.asked).extracting(asked -> asked.orders().size()).containsExactly(998, 502);
        assertThat(api.asked).extracting(asked -> asked.prices().size()).containsExactly(1, 0);
    }

    @Test
    void cycleThatHasEndedIsToldAsReplayed() {
        api.ended = CycleReportMapper.report(summary());

        assertThat(new LedgerCycleClient(api).begin(CYCLE))
                .isInstanceOfSatisfying(Beginning.Ended.class, ended -> assertThat(ended.report())
                        .isInstanceOfSatisfying(CycleReport.class, report -> assertThat(report.replayed())
                                .isTrue()));
    }

    private OpenCycle<CycleReport> begun() {
        if (new LedgerCycleClient(api).begin(CYCLE)
                instanceof Beginning.Begun<CycleReport>(OpenCycle<CycleReport> cycle)) {
            return cycle;
        }
        throw new AssertionError("the cycle has ended before");
    }

    private static CycleIntents batch(List<HeldPrice> prices, List<OrderIntent> intents) {
        return new CycleIntents(RunLabel.SIMULATED, prices, intents);
    }

    private static OrderIntent intent(String marketId, String reason) {
        return new OrderIntent(
                marketId,
                "Will it?",
                "Yes",
                Side.BUY,
                new BigDecimal("0.5"),
                null,
                null,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                0.5,
                reason,
                null);
    }

    @Test
    void dryRunBooksNothingAndSaysSo() {
        OpenCycle<CycleReport> dry = new LedgerCycleClient(api).look(CYCLE);

        dry.book(new CycleIntents(RunLabel.PAPER, List.of(), List.of(intent("a", "why"))));
        CycleReport report = dry.complete(summary());

        assertThat(api.asked).isEmpty();
        assertThat(report.dryRun()).isTrue();
        assertThat(report.orders()).isEmpty();
    }

    private static CycleSummary summary() {
        return new CycleSummary(
                CYCLE,
                "momentum",
                "1.0",
                "file",
                RunLabel.PAPER,
                NOW,
                NOW,
                new CycleSummary.Counts(6, 5, 4, 3, 2, 1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new MarketSnapshot(NOW, List.of(), List.of(new Reason("OF_THE_MARKETS", "Some."))),
                List.of(new Reason("OF_THE_CYCLE", "Some.")));
    }

    private static final class RecordingApi implements LedgerCycleApi {

        private final List<CycleOrdersRequest> asked = new ArrayList<>();
        private @Nullable CycleReport ended;

        @Override
        public CycleStart begin(long id, UUID cycleId, BeginCycleRequest request) {
            return new CycleStart(portfolio(), List.of(), ended);
        }

        @Override
        public CycleStart look(long id, UUID cycleId) {
            return new CycleStart(portfolio(), List.of(), null);
        }

        @Override
        public CycleOrders orders(long id, UUID cycleId, CycleOrdersRequest request) {
            asked.add(request);
            return new CycleOrders(portfolio(), List.of(), List.of(), List.of());
        }

        @Override
        public CycleReport complete(long id, UUID cycleId, CompleteCycleRequest request) {
            return request.report();
        }

        private static Portfolio portfolio() {
            BigDecimal nothing = BigDecimal.ZERO;
            return new Portfolio(
                    7,
                    "North",
                    "momentum",
                    PortfolioStatus.ACTIVE,
                    null,
                    BigDecimal.TEN,
                    nothing,
                    BigDecimal.TEN,
                    nothing,
                    BigDecimal.TEN,
                    nothing,
                    nothing,
                    0,
                    0,
                    null,
                    Map.of(),
                    true,
                    "PT15M",
                    "portfolio-7",
                    1,
                    NOW,
                    NOW);
        }
    }
}
