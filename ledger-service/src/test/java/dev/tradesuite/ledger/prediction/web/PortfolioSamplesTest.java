package dev.tradesuite.ledger.prediction.web;

import static dev.tradesuite.ledger.prediction.Wanted.CYCLE;
import static dev.tradesuite.ledger.prediction.Wanted.NOW;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeMark;
import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.accounting.prediction.PortfolioFunds;
import dev.tradesuite.accounting.prediction.TradeOrigin;
import dev.tradesuite.contracts.ledger.ArchivePortfolioRequest;
import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.ChangePortfolioStatusRequest;
import dev.tradesuite.contracts.ledger.ChangedPortfolios;
import dev.tradesuite.contracts.ledger.CreatePortfolioRequest;
import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioChange;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.ledger.PortfolioTraded;
import dev.tradesuite.contracts.ledger.PortfolioTransferRequest;
import dev.tradesuite.contracts.ledger.UpdatePortfolioRequest;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.BookedTransfer;
import dev.tradesuite.ledger.prediction.DailySnapshot;
import dev.tradesuite.ledger.prediction.LiquidationService;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.ledger.prediction.PauseAllService;
import dev.tradesuite.ledger.prediction.PortfolioSetup;
import dev.tradesuite.ledger.prediction.SetupChange;
import dev.tradesuite.ledger.prediction.StatusDecision;
import dev.tradesuite.ledger.prediction.Wanted;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The samples of portfolios: 100 USD at 0.78, bid at 0.80 since, of a portfolio that began with 10,000. */
class PortfolioSamplesTest {

    private static final UUID ORDER = OutcomeOrder.idOf(7, CYCLE, "540234", Side.BUY);
    private static final UUID POSITION = UUID.fromString("0197a1f0-0000-7000-8000-0000000000a1");
    private static final UUID TRADE = UUID.fromString("0197a1f0-0000-7000-8000-0000000000b1");
    private static final MarketOutcome MARKET = new MarketOutcome("540234", "Will it rain?", "Yes");

    private final OutcomePosition position = new OutcomePosition(
            POSITION,
            ORDER,
            MARKET,
            RunLabel.PAPER,
            new OutcomePosition.Purchase(
                    new BigDecimal("128.205128"), new BigDecimal("0.78"), new BigDecimal("100.00"), NOW),
            new OutcomeMark(new BigDecimal("0.80"), NOW),
            NOW,
            null);
    private final ManagedPortfolio portfolio = new ManagedPortfolio(
            new Portfolio(
                    7,
                    PortfolioStatus.ACTIVE,
                    new PortfolioFunds(
                            new BigDecimal("9000.00"),
                            new BigDecimal("1000.00"),
                            new BigDecimal("9900.00"),
                            new BigDecimal("0.00")),
                    List.of(position),
                    2,
                    NOW),
            "momentum",
            new PortfolioSetup("Favourites", Map.of("trade_amount", 100), true, "PT15M"),
            new StatusDecision("ann", "The election is over.", NOW),
            3,
            NOW);
    private final OutcomeTrade trade = new OutcomeTrade(
            TRADE,
            POSITION,
            new TradeOrigin(ORDER, CYCLE),
            MarketTrade.Kind.BUY,
            MARKET,
            new OutcomeTrade.Figures(
                    new BigDecimal("128.205128"),
                    new BigDecimal("0.78"),
                    new BigDecimal("0.00"),
                    new BigDecimal("-100.00"),
                    new BigDecimal("9900.00")),
            RunLabel.PAPER,
            NOW);
    private final OutcomeOrder order = new OutcomeOrder(
            ORDER,
            7,
            CYCLE,
            Wanted.buy("540234", "0.78", "100").terms(),
            null,
            NOW,
            new OutcomeOrder.Ending(PortfolioOrder.Status.FILLED, List.of(), new BigDecimal("128.205128"), NOW));
    private final OutcomeOrder denied = new OutcomeOrder(
            ORDER,
            7,
            CYCLE,
            order.terms(),
            null,
            NOW,
            new OutcomeOrder.Ending(
                    PortfolioOrder.Status.DENIED,
                    List.of(new Reason("INSUFFICIENT_CASH", "the order costs 100.00 USD, the cash is 50.00 USD")),
                    null,
                    NOW));

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
                        NOW,
                        new BigDecimal("1.54"),
                        RunLabel.PAPER,
                        "Yes at 0.78 is the favourite"));
        ContractSamples.compare(
                "CycleOrdersRequest",
                new CycleOrdersRequest(
                        3,
                        RunLabel.PAPER,
                        List.of(new MarkPricesRequest.Price("540235", "No", null, NOW, new BigDecimal("0.5"))),
                        List.of(new CycleOrdersRequest.Order(
                                Side.BUY,
                                "540234",
                                "Will it rain?",
                                "Yes",
                                new BigDecimal("100"),
                                new BigDecimal("0.78"),
                                new BigDecimal("0.77"),
                                NOW,
                                null,
                                "weather",
                                "Yes at 0.78 is the favourite"))));
        ContractSamples.compare(
                "MarkPricesRequest",
                new MarkPricesRequest(
                        CYCLE,
                        3,
                        List.of(
                                new MarkPricesRequest.Price("540234", "Yes", new BigDecimal("0.80"), NOW, null),
                                new MarkPricesRequest.Price("540235", "No", null, NOW, new BigDecimal("0.5")))));
    }

    @Test
    void portfoliosAreWrittenAsTheirSamplesSay() {
        ContractSamples.compare("Portfolio", PortfolioMapper.of(portfolio));
        ContractSamples.compare("PortfolioPage", new PortfolioPage(List.of(PortfolioMapper.of(portfolio)), 1));
        ContractSamples.compare(
                "CycleStart",
                new CycleStart(
                        PortfolioMapper.of(portfolio),
                        PortfolioMapper.positions(portfolio),
                        null,
                        List.of(),
                        List.of(new CycleStart.Resting("540236", NOW))));
        ContractSamples.compare("MarketPosition", PortfolioMapper.of(7, position));
        ContractSamples.compare("ArchivePortfolioRequest", new ArchivePortfolioRequest(true, "It has done its work."));
        ContractSamples.compare(
                "ChangePortfolioStatusRequest", new ChangePortfolioStatusRequest("The election is over."));
        ContractSamples.compare(
                "LiquidatedPortfolio",
                PortfolioMapper.of(new LiquidationService.Liquidation(
                        portfolio,
                        List.of(),
                        List.of(new LiquidationService.Left(position, new Reason("NO_BID", "Nobody bids"))),
                        CYCLE)));
        ContractSamples.compare(
                "ChangedPortfolios",
                PortfolioMapper.of(List.of(
                        new PauseAllService.Result(portfolio, ChangedPortfolios.Outcome.RESUMED, null),
                        new PauseAllService.Result(
                                portfolio, ChangedPortfolios.Outcome.UNCHANGED, "It is not paused."))));
        ContractSamples.compare("Account-portfolio", PortfolioMapper.account(portfolio));
    }

    @Test
    void whatHappenedIsWrittenAsItsSamplesSay() {
        ContractSamples.compare("PortfolioTraded", new PortfolioTraded(7, List.of(PortfolioMapper.of(7, trade))));
        ContractSamples.compare("MarketTrade", PortfolioMapper.of(7, trade));
        ContractSamples.compare("PortfolioOrder", PortfolioMapper.of(order));
        ContractSamples.compare("PortfolioOrder-denied", PortfolioMapper.of(denied));
        ContractSamples.compare(
                "CycleOrders",
                new CycleOrders(
                        PortfolioMapper.of(portfolio),
                        PortfolioMapper.positions(portfolio),
                        List.of(PortfolioMapper.of(order)),
                        List.of(PortfolioMapper.of(7, trade))));
        ContractSamples.compare(
                "MarkedPrices",
                new MarkedPrices(PortfolioMapper.of(portfolio), PortfolioMapper.positions(portfolio), List.of()));
        ContractSamples.compare(
                "PortfolioSnapshot",
                PortfolioMapper.of(
                        7,
                        new DailySnapshot(
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
                PortfolioMapper.of(new SetupChange(
                        3, NOW, "ann", PortfolioChange.What.PAUSED, "ACTIVE", "PAUSED", "The venue is down.")));
    }

    @Test
    void transferIsReadAndWrittenAsItsSamplesSay() {
        UUID id = UUID.fromString("019b8d6c-0000-7000-8000-000000000009");
        ContractSamples.compare(
                "PortfolioTransferRequest",
                new PortfolioTransferRequest(id, 7L, new BigDecimal("-250.50"), "rebalancing 1", "markets"));
        ContractSamples.compare(
                "PortfolioTransfer",
                PortfolioTransferController.written(new BookedTransfer(
                        id,
                        "main",
                        7,
                        new BigDecimal("-250.50"),
                        new BigDecimal("10250.50"),
                        new BigDecimal("9649.50"),
                        "suite",
                        NOW)));
    }
}
