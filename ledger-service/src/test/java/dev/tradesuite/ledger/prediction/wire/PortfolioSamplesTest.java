package dev.tradesuite.ledger.prediction.wire;

import static dev.tradesuite.ledger.prediction.Terms.CYCLE;
import static dev.tradesuite.ledger.prediction.Terms.NOW;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CreatePortfolioRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioChange;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.ledger.UpdatePortfolioRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.Change;
import dev.tradesuite.ledger.prediction.Denial;
import dev.tradesuite.ledger.prediction.Funds;
import dev.tradesuite.ledger.prediction.MarketOutcome;
import dev.tradesuite.ledger.prediction.PaperOrder;
import dev.tradesuite.ledger.prediction.Portfolio;
import dev.tradesuite.ledger.prediction.Position;
import dev.tradesuite.ledger.prediction.Setup;
import dev.tradesuite.ledger.prediction.Snapshot;
import dev.tradesuite.ledger.prediction.Terms;
import dev.tradesuite.ledger.prediction.Trade;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The samples of portfolios: 100 USD at 0.78, bid at 0.80 since, of a portfolio that began with 10,000. */
class PortfolioSamplesTest {

    private static final UUID ORDER = PaperOrder.idOf(7, CYCLE, "540234", Side.BUY);
    private static final UUID POSITION = UUID.fromString("0197a1f0-0000-7000-8000-0000000000a1");
    private static final UUID TRADE = UUID.fromString("0197a1f0-0000-7000-8000-0000000000b1");
    private static final MarketOutcome MARKET = new MarketOutcome("540234", "Will it rain?", "Yes");

    private final Position position = new Position(
            POSITION,
            ORDER,
            MARKET,
            MarketPosition.Status.OPEN,
            RunLabel.PAPER,
            new BigDecimal("128.205128"),
            new BigDecimal("0.78"),
            new BigDecimal("100.00"),
            new Position.Mark(new BigDecimal("0.80"), NOW),
            NOW,
            NOW,
            null);
    private final Portfolio portfolio = new Portfolio(
            7,
            "momentum",
            PortfolioStatus.ACTIVE,
            new Setup("Favourites", Map.of("trade_amount", 100), true, "PT15M"),
            new Funds(new BigDecimal("10000.00"), new BigDecimal("9900.00"), new BigDecimal("0.00")),
            List.of(position),
            3,
            2,
            NOW,
            NOW);
    private final Trade trade = new Trade(
            TRADE,
            POSITION,
            ORDER,
            CYCLE,
            MarketTrade.Kind.BUY,
            MARKET,
            new BigDecimal("128.205128"),
            new BigDecimal("0.78"),
            new BigDecimal("0.00"),
            new BigDecimal("-100.00"),
            new BigDecimal("9900.00"),
            RunLabel.PAPER,
            NOW);
    private final PaperOrder order = new PaperOrder(
            ORDER,
            7,
            CYCLE,
            Terms.buy("540234", "0.78", "100"),
            PortfolioOrder.Status.FILLED,
            List.of(),
            new BigDecimal("128.205128"),
            NOW,
            NOW);

    @Test
    void requestsAreReadAsTheirSamplesSay() {
        ContractSamples.compare(
                "CreatePortfolioRequest",
                new CreatePortfolioRequest(
                        "Favourites", "momentum", new BigDecimal("10000"), Map.of("trade_amount", 100), "PT15M"));
        ContractSamples.compare(
                "UpdatePortfolioRequest", new UpdatePortfolioRequest("Underdogs", null, "0 */5 * * * *"));
        ContractSamples.compare("BeginCycleRequest", new BeginCycleRequest(3));
        ContractSamples.compare(
                "PortfolioOrderRequest",
                new PortfolioOrderRequest(
                        CYCLE,
                        3,
                        Side.BUY,
                        "540234",
                        "Will it rain?",
                        "Yes",
                        new BigDecimal("100"),
                        new BigDecimal("0.78"),
                        new BigDecimal("0.77"),
                        null,
                        RunLabel.PAPER,
                        "Yes at 0.78 is the favourite"));
        ContractSamples.compare(
                "MarkPricesRequest",
                new MarkPricesRequest(
                        CYCLE,
                        3,
                        List.of(
                                new MarkPricesRequest.Price("540234", "Yes", new BigDecimal("0.80"), NOW, null),
                                new MarkPricesRequest.Price("540235", "No", null, NOW, "Yes"))));
    }

    @Test
    void portfoliosAreWrittenAsTheirSamplesSay() {
        ContractSamples.compare("Portfolio", PortfolioRecords.of(portfolio));
        ContractSamples.compare("PortfolioPage", new PortfolioPage(List.of(PortfolioRecords.of(portfolio)), 1));
        ContractSamples.compare(
                "CycleStart",
                new CycleStart(PortfolioRecords.of(portfolio), PortfolioRecords.positions(portfolio), null));
        ContractSamples.compare("MarketPosition", PortfolioRecords.of(7, position));
        ContractSamples.compare("Account-portfolio", PortfolioRecords.account(portfolio));
    }

    @Test
    void whatHappenedIsWrittenAsItsSamplesSay() {
        ContractSamples.compare("MarketTrade", PortfolioRecords.of(7, trade));
        ContractSamples.compare("PortfolioOrder", PortfolioRecords.of(order));
        ContractSamples.compare(
                "PortfolioOrder-denied",
                PortfolioRecords.of(new PaperOrder(
                        ORDER,
                        7,
                        CYCLE,
                        order.terms(),
                        PortfolioOrder.Status.DENIED,
                        List.of(new Denial("INSUFFICIENT_CASH", "the order costs 100.00 USD, the cash is 50.00 USD")),
                        null,
                        NOW,
                        NOW)));
        ContractSamples.compare(
                "MarkedPrices",
                new MarkedPrices(PortfolioRecords.of(portfolio), PortfolioRecords.positions(portfolio), List.of()));
        ContractSamples.compare(
                "PortfolioSnapshot",
                PortfolioRecords.of(
                        7,
                        new Snapshot(
                                LocalDate.parse("2026-03-04"),
                                NOW,
                                new BigDecimal("9900.00"),
                                new BigDecimal("102.5641024"),
                                new BigDecimal("0.00"),
                                new BigDecimal("2.5641024"),
                                1,
                                NOW,
                                RunLabel.PAPER)));
        ContractSamples.compare(
                "PortfolioChange",
                PortfolioRecords.of(
                        new Change(3, NOW, "ann", PortfolioChange.What.RENAMED, "Favourites", "Underdogs")));
    }
}
