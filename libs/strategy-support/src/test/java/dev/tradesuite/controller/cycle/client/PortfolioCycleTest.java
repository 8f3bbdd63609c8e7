package dev.tradesuite.controller.cycle.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.strategy.cycle.CycleBooks.Beginning;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.OrderResult;
import dev.tradesuite.strategy.cycle.Report;
import dev.tradesuite.strategy.selection.SignalWish;
import dev.tradesuite.support.client.RemoteProblemException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioCycleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final CycleRequest CYCLE = new CycleRequest(7, new UUID(0, 1), 3);

    private final RecordingApi api = new RecordingApi();

    @Test
    void ordersOfARunThatBrokeOffBelongToTheReport() {
        api.earlier = List.of(order("a", Status.FILLED), order("b", Status.DENIED));
        OpenCycle<CycleReport> cycle = begun();

        // b is asked for again and answered as it stands; c is new.
        cycle.order(wish("b", "why"), RunLabel.PAPER);
        cycle.order(wish("c", "why"), RunLabel.PAPER);
        CycleReport report = cycle.complete(report());

        assertThat(cycle.ordersThatAre(Status.FILLED)).isEqualTo(2);
        assertThat(cycle.ordersThatAre(Status.DENIED)).isEqualTo(1);
        assertThat(report.orders()).extracting(PortfolioOrder::marketId).containsExactly("a", "b", "c");
    }

    @Test
    void tellsWhyAnOrderWasDenied() {
        api.denied = "c";

        OrderResult result = begun().order(wish("c", "why"), RunLabel.SIMULATED);

        assertThat(result).isEqualTo(new OrderResult(Status.DENIED, "Not today."));
        assertThat(api.ordered.getFirst().label()).isEqualTo(RunLabel.SIMULATED);
        assertThat(api.ordered.getFirst().fence()).isEqualTo(3);
    }

    @Test
    void orderTheBooksCannotWriteDownIsNoOrder() {
        api.invalid = "c";
        OpenCycle<CycleReport> cycle = begun();

        OrderResult result = cycle.order(wish("c", "why"), RunLabel.PAPER);

        assertThat(result).isEqualTo(new OrderResult(null, "market_id is too long"));
        assertThat(result.filled()).isFalse();
        assertThat(cycle.order(wish("d", "why"), RunLabel.PAPER).filled()).isTrue();
        assertThat(cycle.complete(report()).orders())
                .extracting(PortfolioOrder::marketId)
                .containsExactly("d");
    }

    @Test
    void cutsTextsToWhatTheBooksTake() {
        begun().order(wish("c", "x".repeat(1500)), RunLabel.PAPER);

        assertThat(api.ordered.getFirst().reason()).hasSize(1000).endsWith("...");
    }

    @Test
    void tellsPricesInPartsTheBooksTake() {
        List<HeldPrice> prices = IntStream.range(0, 2300)
                .mapToObj(i -> new HeldPrice("m" + i, "Yes", new BigDecimal("0.5"), NOW, null))
                .toList();

        begun().mark(prices);

        assertThat(api.marked).extracting(request -> request.prices().size()).containsExactly(1000, 1000, 300);
    }

    private OpenCycle<CycleReport> begun() {
        if (new LedgerBooks(api).begin(CYCLE) instanceof Beginning.Begun<CycleReport>(OpenCycle<CycleReport> cycle)) {
            return cycle;
        }
        throw new AssertionError("the cycle has ended before");
    }

    private static SignalWish wish(String marketId, String reason) {
        return new SignalWish(
                marketId,
                "Will it?",
                "Yes",
                Side.BUY,
                new BigDecimal("0.5"),
                null,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                0.5,
                reason,
                null);
    }

    private static PortfolioOrder order(String marketId, Status status) {
        return new PortfolioOrder(
                new UUID(1, marketId.hashCode()),
                7,
                CYCLE.cycleId(),
                Side.BUY,
                marketId,
                "Yes",
                status,
                status == Status.DENIED ? List.of(new Reason("X", "Not today.")) : List.of(),
                null,
                null,
                NOW,
                NOW);
    }

    private static Report report() {
        return new Report(
                CYCLE,
                "momentum",
                "1.0",
                "file",
                RunLabel.PAPER,
                NOW,
                NOW,
                new Report.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                new MarketSnapshot(NOW, List.of(), List.of()),
                List.of());
    }

    private static final class RecordingApi implements LedgerApi {

        private static final Problem INVALID = new Problem(
                URI.create("about:blank"),
                "Invalid",
                400,
                "1 field is invalid",
                null,
                ProblemCode.VALIDATION_FAILED.name(),
                List.of(new FieldError("market_id", "SIZE", "is too long", null)),
                null);

        private final List<PortfolioOrderRequest> ordered = new ArrayList<>();
        private final List<MarkPricesRequest> marked = new ArrayList<>();
        private List<PortfolioOrder> earlier = List.of();
        private String denied = "b";
        private String invalid = "";

        @Override
        public CycleStart begin(long id, UUID cycleId, BeginCycleRequest request) {
            return new CycleStart(portfolio(), List.of(), null, earlier);
        }

        @Override
        public PortfolioOrder order(long id, PortfolioOrderRequest request) {
            ordered.add(request);
            if (request.marketId().equals(invalid)) {
                throw new RemoteProblemException("ledger", 400, INVALID);
            }
            boolean refused = request.marketId().equals(denied);
            return PortfolioCycleTest.order(request.marketId(), refused ? Status.DENIED : Status.FILLED);
        }

        @Override
        public MarkedPrices prices(long id, MarkPricesRequest request) {
            marked.add(request);
            return new MarkedPrices(portfolio(), List.of(), List.of());
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
                    BigDecimal.TEN,
                    BigDecimal.TEN,
                    nothing,
                    BigDecimal.TEN,
                    nothing,
                    nothing,
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
