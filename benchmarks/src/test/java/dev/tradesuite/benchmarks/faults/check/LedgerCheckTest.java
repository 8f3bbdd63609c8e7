package dev.tradesuite.benchmarks.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.benchmarks.faults.check.Books.Account;
import dev.tradesuite.benchmarks.faults.check.Books.CashFlow;
import dev.tradesuite.benchmarks.faults.check.Books.DeadLetter;
import dev.tradesuite.benchmarks.faults.check.Books.Execution;
import dev.tradesuite.benchmarks.faults.check.Books.Fill;
import dev.tradesuite.benchmarks.faults.check.Books.Held;
import dev.tradesuite.benchmarks.faults.check.Books.MarketTrade;
import dev.tradesuite.benchmarks.faults.check.Books.OpenMarket;
import dev.tradesuite.benchmarks.faults.check.Books.Order;
import dev.tradesuite.benchmarks.faults.check.Books.Portfolio;
import dev.tradesuite.benchmarks.faults.check.Books.SignedLots;
import dev.tradesuite.benchmarks.faults.check.Books.Trade;
import dev.tradesuite.benchmarks.faults.check.Books.Unsent;
import dev.tradesuite.benchmarks.faults.check.Receipt.Kind;
import dev.tradesuite.benchmarks.faults.check.Violation.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Books that are right, and each kind of wrong made of them. */
class LedgerCheckTest {

    private static final UUID ENTRY = new UUID(1, 1);
    private static final UUID EXIT = new UUID(1, 2);
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final UUID DEPOSIT = new UUID(3, 1);

    private final List<Account> accounts = new ArrayList<>(List.of(new Account("a", n("1000"), n("1104.5"), 4, 4L)));
    private final List<CashFlow> cashFlows = new ArrayList<>(List.of(new CashFlow(DEPOSIT, "a", n("100"))));
    private final List<Trade> trades = new ArrayList<>(List.of(
            trade(FIRST, ENTRY, true, "2", "1.10", "0", "0.4"), trade(SECOND, EXIT, false, "0.5", "1.11", "5", "0.1")));
    private final List<SignedLots> positions = new ArrayList<>(List.of(new SignedLots("a", "EURUSD", n("1.5"))));
    private final List<SignedLots> holdings =
            new ArrayList<>(List.of(new SignedLots("a", "EURUSD", n("2")), new SignedLots("a", "EURUSD", n("-0.5"))));
    private final List<SignedLots> broker = new ArrayList<>(List.of(new SignedLots("a", "EURUSD", n("1.50"))));
    private final List<Order> orders = new ArrayList<>(List.of(order(ENTRY, "entry", "2"), order(EXIT, "exit", "0.5")));
    private final List<Fill> fills = new ArrayList<>(List.of(
            new Fill(FIRST, ENTRY, n("2"), n("1.1"), n("0.4")), new Fill(SECOND, EXIT, n("0.5"), n("1.11"), n("0.1"))));
    private final List<Execution> executions = new ArrayList<>(
            List.of(new Execution(new UUID(4, 1), "entry", n("2")), new Execution(new UUID(4, 2), "exit", n("0.5"))));
    private final List<Held> held = new ArrayList<>(List.of(new Held(new UUID(1, 9), "a", n("1"), "SUBMITTED", false)));
    private final List<Portfolio> portfolios = new ArrayList<>(List.of(new Portfolio(1, n("500"), n("480"))));
    private final List<OpenMarket> markets =
            new ArrayList<>(List.of(new OpenMarket(1, "m", new UUID(5, 1)), new OpenMarket(2, "m", new UUID(5, 2))));
    private final List<MarketTrade> changes = new ArrayList<>(List.of(new MarketTrade(new UUID(6, 1), 1, n("-20"))));
    private final List<Unsent> unsent = new ArrayList<>();
    private final List<DeadLetter> letters =
            new ArrayList<>(List.of(new DeadLetter("orders.events", 0, "ledger", "not JSON", true)));
    private final List<Receipt> receipts = new ArrayList<>(List.of(
            new Receipt(Kind.ORDER, "k1", true, ENTRY, n("2")),
            new Receipt(Kind.ORDER, "k2", true, EXIT, n("0.5")),
            new Receipt(Kind.ORDER, "k3", true, null, n("0")),
            new Receipt(Kind.CASH_FLOW, "k4", true, DEPOSIT, n("0"))));

    @Test
    void findsNothingInBooksThatAreRight() {
        assertThat(found()).isEmpty();
    }

    @Test
    void findsABalanceThatDoesNotAddUp() {
        accounts.set(0, new Account("a", n("1000"), n("1104.49"), 4, 4L));

        assertThat(found()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.BALANCE);
            assertThat(violation.evidence()).contains("account a has 1104.49").contains("= 1104.5");
        });
    }

    @Test
    void findsAPositionTheBrokerDoesNotHold() {
        broker.clear();

        assertThat(rules()).containsExactly(Rule.POSITION);
    }

    @Test
    void findsAPositionThatIsNotTheSumOfItsTrades() {
        positions.set(0, new SignedLots("a", "EURUSD", n("-1.5")));
        broker.set(0, new SignedLots("a", "EURUSD", n("-1.5")));
        holdings.set(0, new SignedLots("a", "EURUSD", n("-1")));

        assertThat(rules()).containsExactly(Rule.POSITION);
    }

    @Test
    void findsHoldersThatDoNotAddUpToThePosition() {
        holdings.removeLast();
        holdings.add(new SignedLots("a", "GBPUSD", n("1")));

        assertThat(rules()).containsExactly(Rule.HOLDING, Rule.HOLDING);
        assertThat(found().getFirst().evidence())
                .isEqualTo("a EURUSD: the position has 1.5 lots, strategies and unassigned 2");
    }

    @Test
    void findsAPositionNobodyTraded() {
        broker.add(new SignedLots("a", "GBPUSD", n("1")));

        assertThat(found()).singleElement().satisfies(violation -> assertThat(violation.evidence())
                .contains("a GBPUSD: trades add up to 0 lots"));
    }

    @Test
    void findsAFillThatIsNotBooked() {
        trades.removeLast();
        accounts.set(0, new Account("a", n("1000"), n("1099.6"), 3, 3L));
        positions.set(0, new SignedLots("a", "EURUSD", n("2")));
        holdings.removeLast();
        broker.set(0, new SignedLots("a", "EURUSD", n("2")));

        assertThat(found()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.FILL);
            assertThat(violation.evidence()).contains(SECOND.toString()).contains("booked 0 times");
        });
    }

    @Test
    void findsAFillThatIsBookedTwice() {
        trades.add(trades.getFirst());

        assertThat(rules()).contains(Rule.FILL, Rule.BALANCE, Rule.POSITION);
    }

    @Test
    void findsATradeWithoutAFill() {
        trades.add(trade(new UUID(2, 9), ENTRY, true, "1", "1.1", "0", "0"));

        assertThat(rules()).contains(Rule.FILL, Rule.POSITION);
    }

    @Test
    void findsATradeThatIsBookedAtAnotherPrice() {
        trades.set(0, trade(FIRST, ENTRY, true, "2", "1.09", "0", "0.4"));

        assertThat(rules()).containsExactly(Rule.FILL);
    }

    @Test
    void findsAnExecutionTheOrchestratorDoesNotKnow() {
        executions.add(new Execution(new UUID(4, 3), "entry", n("2")));
        executions.add(new Execution(new UUID(4, 4), "other", n("1")));

        assertThat(rules()).containsExactly(Rule.FILL, Rule.FILL);
    }

    @Test
    void findsAnAcknowledgedOrderThatIsGone() {
        receipts.add(new Receipt(Kind.ORDER, "k5", true, new UUID(1, 5), n("1")));

        assertThat(rules()).containsExactly(Rule.REQUEST);
    }

    @Test
    void findsAnOrderThatAnswersTwoKeys() {
        receipts.add(new Receipt(Kind.ORDER, "k5", true, ENTRY, n("2")));

        assertThat(rules()).containsExactly(Rule.REQUEST);
    }

    @Test
    void findsAKeyThatIsAnsweredWithTwoOrders() {
        receipts.add(new Receipt(Kind.ORDER, "k1", true, EXIT, n("0.5")));

        assertThat(rules()).contains(Rule.REQUEST);
    }

    @Test
    void takesTheSameAnswerTwice() {
        receipts.add(receipts.getFirst());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsFewerLotsThanWereAcknowledged() {
        receipts.set(1, new Receipt(Kind.ORDER, "k2", true, EXIT, n("0.6")));

        assertThat(rules()).containsExactly(Rule.REQUEST);
    }

    @Test
    void findsAnOrderNobodyAskedFor() {
        receipts.removeFirst();

        assertThat(rules()).containsExactly(Rule.REQUEST);
    }

    @Test
    void letsAnOrderBeOfARequestThatHadNoAnswer() {
        receipts.set(0, new Receipt(Kind.ORDER, "k1", false, null, n("0")));

        assertThat(found()).isEmpty();
    }

    @Test
    void findsACashFlowThatIsNotBooked() {
        receipts.add(new Receipt(Kind.CASH_FLOW, "k5", true, new UUID(3, 2), n("0")));

        assertThat(rules()).containsExactly(Rule.REQUEST);
    }

    @Test
    void findsACashFlowThatIsBookedForNoKey() {
        cashFlows.add(new CashFlow(new UUID(3, 2), "a", n("0")));

        assertThat(rules()).containsExactly(Rule.REQUEST);
    }

    @Test
    void findsRoomHeldForAnOrderThatHasEndedOrThatNobodyKnows() {
        held.add(new Held(ENTRY, "a", n("2"), "FILLED", true));
        held.add(new Held(new UUID(1, 8), "a", n("2"), null, false));

        assertThat(rules()).containsExactly(Rule.RESERVATION, Rule.RESERVATION);
    }

    @Test
    void findsCashOfAPortfolioThatDoesNotAddUp() {
        changes.clear();

        assertThat(rules()).containsExactly(Rule.PORTFOLIO_CASH);
    }

    @Test
    void findsAMarketThatIsHeldTwice() {
        markets.add(new OpenMarket(1, "m", new UUID(5, 3)));

        assertThat(rules()).containsExactly(Rule.MARKET_TWICE);
    }

    @Test
    void findsEventsThatWaitAndDeadLettersThatAreNoPoison() {
        unsent.add(new Unsent("orchestrator", "orders.events", new UUID(7, 1)));
        letters.add(new DeadLetter("orders.events", 1, "ledger", "no such account", false));

        assertThat(rules()).containsExactly(Rule.OUTBOX, Rule.DEAD_LETTER);
    }

    @Test
    void findsRiskAheadOfTheBooks() {
        accounts.set(0, new Account("a", n("1000"), n("1104.5"), 4, 5L));

        assertThat(rules()).containsExactly(Rule.RISK_AHEAD);
    }

    private List<Rule> rules() {
        return found().stream().map(Violation::rule).toList();
    }

    private List<Violation> found() {
        Books books = new Books(
                accounts,
                cashFlows,
                trades,
                positions,
                holdings,
                broker,
                orders,
                fills,
                executions,
                held,
                portfolios,
                markets,
                changes,
                unsent,
                letters);
        return LedgerCheck.of(books, receipts);
    }

    private static Order order(UUID id, String client, String filled) {
        return new Order(id, client, "a", "FILLED", n(filled), true);
    }

    private static Trade trade(
            UUID fill, UUID order, boolean buy, String lots, String price, String realised, String commission) {
        return new Trade(fill, order, "a", "EURUSD", buy, n(lots), n(price), n(realised), n(commission));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
