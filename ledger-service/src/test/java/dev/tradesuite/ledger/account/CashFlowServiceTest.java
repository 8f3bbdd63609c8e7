package dev.tradesuite.ledger.account;

import static dev.tradesuite.ledger.account.TestFills.CATALOG;
import static dev.tradesuite.ledger.account.TestFills.START;
import static dev.tradesuite.ledger.account.TestFills.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.CashFlow;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CashFlowServiceTest {

    private Function<String, BigDecimal> reserved = _ -> BigDecimal.ZERO;
    private boolean openOrders;
    private final InMemoryLedger stored = new InMemoryLedger();
    private final Clock clock = Clock.fixed(START.plusSeconds(3_600), ZoneOffset.UTC);
    private final BookingService books = new BookingService(stored.ledger(), stored, CATALOG, stored, stored, clock);
    private final CashFlowService flows =
            new CashFlowService(stored.ledger(), stored, account -> reserved.apply(account), stored, stored, clock);
    private final AccountService accounts = new AccountService(stored, _ -> openOrders, stored, stored, clock);

    @BeforeEach
    void openAccount() {
        books.open(new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")));
    }

    @Test
    void flowIsBookedToldAndAPointOfTheHistory() {
        List<BookedCashFlow> told = new ArrayList<>();

        flows.pay(wanted(CashFlowKind.DEPOSIT, "500"), told::add);

        assertThat(main().balance()).isEqualByComparingTo("10500");
        assertThat(stored.published.getLast()).isEqualTo(main());
        assertThat(told).isEqualTo(stored.flows);
        assertThat(told.getFirst().balanceAfter()).isEqualByComparingTo("10500");
        assertThat(told.getFirst().person()).isEqualTo("a test");
        EquityPoint point = Objects.requireNonNull(stored.history.get("main")).getLast();
        assertThat(point.cause()).isEqualTo(Cause.CASH_FLOW);
        assertThat(point.netCashFlow()).isEqualByComparingTo("500");
        assertThat(point.equity()).isEqualByComparingTo("10500");
    }

    @Test
    void withdrawalBeyondTheFreeMarginChangesNothing() {
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        Account before = main();

        // 10,000 - 866.80 of margin
        assertThat(flows.pay(wanted(CashFlowKind.WITHDRAWAL, "9133.21"), _ -> {}))
                .isEqualTo(new CashFlowService.Result.ExceedsFreeMargin(new BigDecimal("9133.20"), BigDecimal.ZERO));
        assertThat(main()).isEqualTo(before);
        assertThat(stored.flows).isEmpty();
    }

    @Test
    void marginOfPendingOrdersIsNotFree() {
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        reserved = account -> account.equals("main") ? new BigDecimal("433.40") : BigDecimal.ZERO;

        // 10,000 - 866.80 of margin - 433.40 held
        assertThat(flows.pay(wanted(CashFlowKind.WITHDRAWAL, "8699.81"), _ -> {}))
                .isEqualTo(new CashFlowService.Result.ExceedsFreeMargin(
                        new BigDecimal("8699.80"), new BigDecimal("433.40")));
        assertThat(flows.pay(wanted(CashFlowKind.WITHDRAWAL, "8699.80"), _ -> {}))
                .isInstanceOf(CashFlowService.Result.Paid.class);
        assertThat(main().balance()).isEqualByComparingTo("1300.20");
    }

    @Test
    void nothingIsWithdrawnWhileItIsNotKnownWhatPendingOrdersHold() {
        Account before = main();
        reserved = _ -> {
            throw new IllegalStateException("risk-service is offline");
        };

        assertThatIllegalStateException().isThrownBy(() -> flows.pay(wanted(CashFlowKind.WITHDRAWAL, "1"), _ -> {}));

        assertThat(main()).isEqualTo(before);
        assertThat(stored.flows).isEmpty();
        assertThat(flows.pay(wanted(CashFlowKind.DEPOSIT, "1"), _ -> {}))
                .isInstanceOf(CashFlowService.Result.Paid.class);
    }

    @Test
    void transferOutIsHeldToWhatIsFreeAndATransferInIsNot() {
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        reserved = _ -> new BigDecimal("433.40");

        // 10,000 - 866.80 of margin - 433.40 held
        assertThat(flows.pay(wanted(CashFlowKind.TRANSFER, "-8699.81"), _ -> {}))
                .isEqualTo(new CashFlowService.Result.ExceedsFreeMargin(
                        new BigDecimal("8699.80"), new BigDecimal("433.40")));
        assertThat(flows.pay(wanted(CashFlowKind.TRANSFER, "-8699.80"), _ -> {}))
                .isInstanceOf(CashFlowService.Result.Paid.class);
        reserved = _ -> {
            throw new IllegalStateException("risk-service is offline");
        };
        assertThatIllegalStateException().isThrownBy(() -> flows.pay(wanted(CashFlowKind.TRANSFER, "-1"), _ -> {}));
        flows.pay(wanted(CashFlowKind.TRANSFER, "100"), _ -> {});

        assertThat(main().balance()).isEqualByComparingTo("1400.20");
        assertThat(main().cash().netCashFlow()).isEqualByComparingTo("-8599.80");
        assertThat(main().cash().realisedPnl()).isEqualByComparingTo("0");
    }

    @Test
    void flowIsBookedToTheStrategyThatCausedIt() {
        flows.pay(wanted(CashFlowKind.DEPOSIT, "1"), _ -> {});
        flows.pay(
                CashFlowService.Wanted.of(
                        "main", new CashFlow(CashFlowKind.DIVIDEND, new BigDecimal("2")), "hold-aapl", "why", "a test"),
                _ -> {});

        assertThat(flows.list("main", Optional.of("hold-aapl"), Optional.empty(), 10)
                        .orElseThrow())
                .singleElement()
                .satisfies(flow -> {
                    assertThat(flow.strategy()).isEqualTo("hold-aapl");
                    assertThat(flow.flow().amount()).isEqualByComparingTo("2");
                });
        assertThat(flows.list("main", Optional.empty(), Optional.empty(), 10).orElseThrow())
                .hasSize(2);
    }

    @Test
    void flowsAreListedTheNewestFirstPageByPage() {
        for (String amount : List.of("1", "2", "3")) {
            flows.pay(wanted(CashFlowKind.DEPOSIT, amount), _ -> {});
        }

        List<BookedCashFlow> first =
                flows.list("main", Optional.empty(), Optional.empty(), 2).orElseThrow();
        List<BookedCashFlow> second = flows.list(
                        "main", Optional.empty(), Optional.of(first.getLast().sequence()), 2)
                .orElseThrow();

        assertThat(first).extracting(flow -> flow.flow().amount().intValue()).containsExactly(3, 2);
        assertThat(second).extracting(flow -> flow.flow().amount().intValue()).containsExactly(1);
        assertThat(flows.list("nobody", Optional.empty(), Optional.empty(), 2)).isEmpty();
    }

    @Test
    void unknownAccountIsSaid() {
        assertThat(flows.pay(
                        CashFlowService.Wanted.of(
                                "nobody", new CashFlow(CashFlowKind.DEPOSIT, BigDecimal.ONE), null, "why", "a test"),
                        _ -> {}))
                .isEqualTo(new CashFlowService.Result.NoSuchAccount());
    }

    @Test
    void accountIsArchivedOnlyWhenNothingIsOpen() {
        openOrders = true;
        assertThat(archive()).isInstanceOf(AccountService.Result.Refused.class);
        openOrders = false;
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        assertThat(archive())
                .isEqualTo(new AccountService.Result.Refused("Account main has 1 open positions; close them first"));

        books.book(TestFills.sell("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        assertThat(archive()).isInstanceOf(AccountService.Result.Changed.class);
        assertThat(main().status()).isEqualTo(AccountStatus.ARCHIVED);
        assertThat(stored.published.getLast().status()).isEqualTo(AccountStatus.ARCHIVED);
        assertThat(flows.pay(wanted(CashFlowKind.DEPOSIT, "1"), _ -> {}))
                .isEqualTo(new CashFlowService.Result.Archived());

        accounts.change("main", new AccountService.Wanted("Again", AccountStatus.ACTIVE));
        assertThat(main().opening().name()).isEqualTo("Again");
        assertThat(main().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    /** The order was placed while the account was locked by somebody else. */
    @Test
    void orderThatIsPlacedWhileArchivingWaitsIsSeen() {
        stored.whileWaiting = () -> openOrders = true;

        assertThat(archive()).isInstanceOf(AccountService.Result.Refused.class);

        assertThat(main().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void positionThatIsOpenedWhileArchivingWaitsIsSeen() {
        stored.whileWaiting = () -> {
            stored.whileWaiting = () -> {};
            books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        };

        assertThat(archive()).isInstanceOf(AccountService.Result.Refused.class);

        assertThat(main().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void nobodyIsAskedForTheOrdersOfAnAccountThatIsArchivedAlready() {
        archive();
        openOrders = true;

        assertThat(archive()).isInstanceOf(AccountService.Result.Changed.class);
    }

    @Test
    void fillOfAnArchivedAccountIsBookedAllTheSame() {
        archive();

        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());

        assertThat(main().positions()).hasSize(1);
    }

    private AccountService.Result archive() {
        return accounts.change("main", new AccountService.Wanted(null, AccountStatus.ARCHIVED));
    }

    private static CashFlowService.Wanted wanted(CashFlowKind kind, String amount) {
        return CashFlowService.Wanted.of("main", new CashFlow(kind, new BigDecimal(amount)), null, "why", "a test");
    }

    private Account main() {
        return stored.find("main").orElseThrow();
    }
}
