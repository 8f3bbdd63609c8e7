package dev.tradesuite.ledger.account.web;

import static dev.tradesuite.ledger.account.TestFills.START;
import static dev.tradesuite.ledger.account.TestFills.buy;
import static dev.tradesuite.ledger.account.TestFills.sell;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountBooking;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.CashFlow;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.accounting.account.ValuationPrices;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.ledger.CashFlowPage;
import dev.tradesuite.contracts.ledger.CashFlowRequest;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.ledger.UpdateAccountRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.account.BookedCashFlow;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Reconciliation;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The samples of the books: a purchase of which a part was sold again with a profit. */
class AccountSamplesTest {

    private static final UUID FILL = UUID.fromString("0197a1f0-0000-7000-8000-000000000001");
    private static final UUID ORDER = UUID.fromString("0197a1f0-0000-7000-8000-000000000002");

    private static final ProtectiveOrder STOP = new ProtectiveOrder(
            UUID.fromString("0197a1f0-0000-7000-8000-000000000003"),
            "EURUSD",
            Side.SELL,
            OrderType.STOP,
            Lots.of("0.3"),
            null,
            new BigDecimal("1.0785"),
            null);

    private final AccountBooking booking = Account.opened(
                    new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")), START)
            .protectedBy("EURUSD", List.of(STOP))
            .booked(
                    buy("0.4", "EURUSD", "1.0835")
                            .strategy("breakout")
                            .commission("1.40")
                            .leverage("30")
                            .stop("1.0785")
                            .get(),
                    ValuationPrices.none(),
                    START)
            .account()
            .booked(
                    sell("0.1", "EURUSD", "1.0885")
                            .id(FILL)
                            .partOf(ORDER, "0.1", true)
                            .strategy("breakout")
                            .commission("0.35")
                            .secondsLater(60)
                            .get(),
                    ValuationPrices.none(),
                    START.plusSeconds(60));

    @Test
    void requestIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "CreateAccountRequest", new CreateAccountRequest("swing", "Swing", "EUR", new BigDecimal("25000")));
    }

    @Test
    void accountIsWrittenAsItsSampleSays() {
        ContractSamples.compare("Account", AccountMapper.of(booking.account()));
    }

    @Test
    void updateIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "AccountUpdated",
                new AccountUpdated(
                        AccountMapper.of(booking.account()),
                        new AccountUpdated.BookedFill(FILL, ORDER, new BigDecimal("0.1"), true)));
    }

    @Test
    void holdingIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "StrategyHolding", AccountMapper.holdings(booking.account()).getFirst());
    }

    @Test
    void tradeIsWrittenAsItsSampleSays() {
        ContractSamples.compare("Trade", AccountMapper.of(booking.trade()));
    }

    @Test
    void cashFlowIsWrittenAsItsSampleSays() {
        BookedCashFlow flow = new BookedCashFlow(
                FILL,
                "main",
                4,
                new CashFlow(CashFlowKind.WITHDRAWAL, new BigDecimal("250")),
                "breakout",
                "Rent",
                new BigDecimal("9798.25"),
                new BigDecimal("-250.00"),
                "alice",
                START.plusSeconds(120));
        ContractSamples.compare("CashFlow", AccountMapper.of(flow));
        ContractSamples.compare("CashFlowPage", new CashFlowPage(List.of(AccountMapper.of(flow)), "4"));
    }

    @Test
    void requestsOnAnAccountAreReadAsTheirSamplesSay() {
        ContractSamples.compare(
                "CashFlowRequest",
                new CashFlowRequest(CashFlowKind.WITHDRAWAL, new BigDecimal("250"), "Rent", "breakout"));
        ContractSamples.compare("UpdateAccountRequest", new UpdateAccountRequest("Swing", AccountStatus.ARCHIVED));
    }

    @Test
    void equityPointIsWrittenAsItsSampleSays() {
        ContractSamples.compare("EquityPoint", AccountMapper.of(EquityPoint.of(booking.account(), Cause.FILL)));
    }

    @Test
    void reconciliationIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "Reconciliation",
                AccountMapper.of(new Reconciliation(
                        "main",
                        "USD",
                        2,
                        new BigDecimal("10000.00"),
                        new BigDecimal("50.00"),
                        new BigDecimal("1.75"),
                        new BigDecimal("0.00"),
                        new BigDecimal("10048.25"),
                        true,
                        List.of(new Reconciliation.Line(
                                "EURUSD", new BigDecimal("0.3"), new BigDecimal("0.3"), new BigDecimal("0.3"))))));
    }
}
