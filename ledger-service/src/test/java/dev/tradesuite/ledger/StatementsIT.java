package dev.tradesuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.prediction.FencedRun;
import dev.tradesuite.ledger.prediction.PortfolioCycleService;
import dev.tradesuite.ledger.prediction.PortfolioOrderService;
import dev.tradesuite.ledger.prediction.PortfolioService;
import dev.tradesuite.ledger.prediction.PortfolioSetup;
import dev.tradesuite.ledger.prediction.WantedOrder;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** How many statements the books cost: a number that does not depend on the machine. */
@SuiteIntegrationTest
@Import({TestEvents.Config.class, StatementCounter.Config.class})
@TestPropertySource(properties = {"suite.ledger.mark-interval=1h", "spring.kafka.listener.auto-startup=false"})
class StatementsIT {

    @Autowired
    StatementCounter counter;

    @Autowired
    PortfolioService portfolios;

    @Autowired
    PortfolioCycleService cycles;

    @Autowired
    PortfolioOrderService orders;

    @Autowired
    BookingService books;

    @Autowired
    InstrumentCatalog catalog;

    @Test
    void cycleWithNothingToDo() {
        FencedRun run = begun();
        FencedRun next = new FencedRun(run.portfolioId(), UUID.randomUUID(), 2);
        complete(run);

        assertThat(counter.during(() -> cycles.begin(next)))
                .as("not durable; lock, positions, cycle, what was lost or refused not long ago")
                .hasSize(5);
        // The snapshot says nothing new, so that nobody is told.
        assertThat(counter.during(() -> complete(next)))
                .as("lock, positions, cycle with its orders, report with snapshot")
                .hasSize(4);
    }

    @Test
    void cycleThatBuysThree() {
        FencedRun run = begun();

        assertThat(counter.during(() -> orders.place(
                        run,
                        new PortfolioOrderService.Batch(
                                List.of(),
                                Stream.of("a", "b", "c").map(StatementsIT::buy).toList(),
                                Map.of()))))
                .as("not durable; lock, positions, cycle, orders; then lock, positions, cycle, ends of the orders,"
                        + " portfolio, positions, trades, events")
                .hasSizeLessThanOrEqualTo(5 + 7 + 4);
        assertThat(counter.during(() -> complete(run)))
                .as("lock, positions, cycle with its orders, report with snapshot, event")
                .hasSize(5);
    }

    @Test
    void fill() {
        books.open(new AccountOpening("statements", "Statements", "USD", RunLabel.PAPER, BigDecimal.valueOf(10_000)));
        Fill fill = fill("0.4");

        assertThat(counter.during(() -> books.book(fill, Optional.empty())))
                .as("lock, positions, holdings, prices, trade, equity with its lines, event, holding, account,"
                        + " position; nothing is held to be protected")
                .hasSize(10);
        assertThat(counter.during(() -> books.book(fill, Optional.empty())))
                .as("a repeat: lock, positions, holdings, their orders, prices, trade, the trade that stands")
                .hasSize(7);
    }

    private FencedRun begun() {
        long id = portfolios
                .open(
                        "momentum",
                        BigDecimal.valueOf(1000),
                        new PortfolioSetup("Statements " + UUID.randomUUID(), Map.of(), true, "PT15M"),
                        "a test")
                .id();
        FencedRun run = new FencedRun(id, UUID.randomUUID(), 1);
        cycles.begin(run);
        return run;
    }

    private void complete(FencedRun run) {
        cycles.complete(run, RunLabel.PAPER, _ -> "{}");
    }

    private static WantedOrder buy(String market) {
        return new WantedOrder(
                new OutcomeTerms(
                        Side.BUY,
                        new MarketOutcome(market, "Will it?", "Yes"),
                        BigDecimal.valueOf(100),
                        new BigDecimal("0.50"),
                        new BigDecimal("0.49"),
                        null,
                        BigDecimal.ZERO,
                        RunLabel.PAPER,
                        "a test"),
                null);
    }

    private Fill fill(String lots) {
        UUID order = UUID.randomUUID();
        return new Fill(
                UUID.randomUUID(),
                new Fill.OrderPart(order, "client-" + order, Lots.of(lots), true, false, null, null),
                "statements",
                new Fill.Deal(catalog.find("EURUSD").orElseThrow(), Side.BUY, Lots.of(lots), new BigDecimal("1.0835")),
                new Fill.Terms(BigDecimal.ONE, BigDecimal.ONE, Leverage.NOT_STATED, null),
                RunLabel.PAPER,
                Instant.now());
    }
}
