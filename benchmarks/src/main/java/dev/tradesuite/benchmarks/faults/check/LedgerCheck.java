package dev.tradesuite.benchmarks.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.tradesuite.benchmarks.faults.check.Books.Account;
import dev.tradesuite.benchmarks.faults.check.Books.CashFlow;
import dev.tradesuite.benchmarks.faults.check.Books.DeadLetter;
import dev.tradesuite.benchmarks.faults.check.Books.Held;
import dev.tradesuite.benchmarks.faults.check.Books.MarketTrade;
import dev.tradesuite.benchmarks.faults.check.Books.OpenMarket;
import dev.tradesuite.benchmarks.faults.check.Books.Portfolio;
import dev.tradesuite.benchmarks.faults.check.Books.SignedLots;
import dev.tradesuite.benchmarks.faults.check.Books.Trade;
import dev.tradesuite.benchmarks.faults.check.Books.Unsent;
import dev.tradesuite.benchmarks.faults.check.Violation.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds what must not be in the books of a suite that is quiet. */
public final class LedgerCheck {

    private final Books books;
    private final List<Violation> violations = new ArrayList<>();

    private LedgerCheck(Books books) {
        this.books = books;
    }

    /**
     * Looks for violations of every rule.
     *
     * @param books the books
     * @param receipts every request there was since the books are empty
     */
    public static List<Violation> of(Books books, Collection<Receipt> receipts) {
        LedgerCheck check = new LedgerCheck(books);
        check.balances();
        check.positions();
        check.holdings();
        check.violations.addAll(FillCheck.of(books));
        check.violations.addAll(RequestCheck.of(books, receipts));
        check.reservations();
        check.portfolios();
        check.events();
        return List.copyOf(check.violations);
    }

    private void balances() {
        Map<String, List<CashFlow>> flows = books.cashFlows().stream().collect(groupingBy(CashFlow::account));
        Map<String, List<Trade>> trades = books.trades().stream().collect(groupingBy(Trade::account));
        for (Account account : books.accounts()) {
            BigDecimal flow = sum(flows.getOrDefault(account.id(), List.of()), CashFlow::change);
            List<Trade> own = trades.getOrDefault(account.id(), List.of());
            BigDecimal realised = sum(own, Trade::realised);
            BigDecimal commission = sum(own, Trade::commission);
            BigDecimal expected = account.initial().add(flow).add(realised).subtract(commission);
            if (!same(expected, account.balance())) {
                found(
                        Rule.BALANCE,
                        "account %s has %s, but %s + cash flows %s + realised %s - commissions %s = %s"
                                .formatted(
                                        account.id(),
                                        account.balance(),
                                        account.initial(),
                                        flow,
                                        realised,
                                        commission,
                                        expected));
            }
            Long known = account.sequenceAtRisk();
            if (known != null && known > account.sequence()) {
                found(
                        Rule.RISK_AHEAD,
                        "risk knows change %d of account %s, whose newest is %d"
                                .formatted(known, account.id(), account.sequence()));
            }
        }
    }

    private void positions() {
        Map<String, BigDecimal> traded = new TreeMap<>();
        books.trades()
                .forEach(
                        trade -> traded.merge(trade.account() + " " + trade.symbol(), trade.signed(), BigDecimal::add));
        Map<String, BigDecimal> held = byPlace(books.positions());
        Map<String, BigDecimal> broker = byPlace(books.brokerPositions());
        Map<String, BigDecimal> places = new TreeMap<>(traded);
        places.putAll(held);
        places.putAll(broker);
        for (String place : places.keySet()) {
            BigDecimal fromTrades = traded.getOrDefault(place, BigDecimal.ZERO);
            BigDecimal inBooks = held.getOrDefault(place, BigDecimal.ZERO);
            BigDecimal atBroker = broker.getOrDefault(place, BigDecimal.ZERO);
            if (!same(fromTrades, inBooks) || !same(inBooks, atBroker)) {
                found(
                        Rule.POSITION,
                        "%s: trades add up to %s lots, the books hold %s, the broker %s"
                                .formatted(place, fromTrades, inBooks, atBroker));
            }
        }
    }

    private void holdings() {
        Map<String, BigDecimal> held = byPlace(books.positions());
        Map<String, BigDecimal> heldByAll = byPlace(books.holdings());
        Map<String, BigDecimal> places = new TreeMap<>(held);
        places.putAll(heldByAll);
        for (String place : places.keySet()) {
            BigDecimal position = held.getOrDefault(place, BigDecimal.ZERO);
            BigDecimal all = heldByAll.getOrDefault(place, BigDecimal.ZERO);
            if (!same(position, all)) {
                found(
                        Rule.HOLDING,
                        "%s: the position has %s lots, strategies and unassigned %s".formatted(place, position, all));
            }
        }
    }

    private static Map<String, BigDecimal> byPlace(List<SignedLots> positions) {
        return positions.stream()
                .collect(toMap(
                        position -> position.account() + " " + position.symbol(), SignedLots::signed, BigDecimal::add));
    }

    private void reservations() {
        for (Held held : books.held()) {
            if (held.orderStatus() == null || held.orderEnded()) {
                found(
                        Rule.RESERVATION,
                        "%s is still held on %s for order %s, which is %s"
                                .formatted(
                                        held.lots(),
                                        held.account(),
                                        held.orderId(),
                                        held.orderStatus() == null ? "unknown" : held.orderStatus()));
            }
        }
    }

    private void portfolios() {
        Map<Long, List<MarketTrade>> changes =
                books.marketTrades().stream().collect(groupingBy(MarketTrade::portfolio));
        for (Portfolio portfolio : books.portfolios()) {
            BigDecimal change = sum(changes.getOrDefault(portfolio.id(), List.of()), MarketTrade::change);
            if (!same(portfolio.initial().add(change), portfolio.cash())) {
                found(
                        Rule.PORTFOLIO_CASH,
                        "portfolio %d has %s, but %s + changes %s = %s"
                                .formatted(
                                        portfolio.id(),
                                        portfolio.cash(),
                                        portfolio.initial(),
                                        change,
                                        portfolio.initial().add(change)));
            }
        }
        books.openMarkets().stream()
                .collect(groupingBy(
                        open -> open.portfolio() + " holds " + open.market(),
                        TreeMap::new,
                        groupingBy(OpenMarket::position)))
                .forEach((place, positions) -> {
                    if (positions.size() > 1) {
                        found(Rule.MARKET_TWICE, "portfolio %s in %s".formatted(place, positions.keySet()));
                    }
                });
    }

    private void events() {
        for (Unsent unsent : books.unsent()) {
            found(Rule.OUTBOX, "event %s for %s waits at %s".formatted(unsent.id(), unsent.topic(), unsent.service()));
        }
        for (DeadLetter letter : books.deadLetters()) {
            if (!letter.poison()) {
                found(
                        Rule.DEAD_LETTER,
                        "%s could not handle an event of %s: %s (place %d)"
                                .formatted(letter.consumer(), letter.topic(), letter.reason(), letter.offset()));
            }
        }
    }

    private void found(Rule rule, String evidence) {
        violations.add(new Violation(rule, evidence));
    }

    static <T> BigDecimal sum(Collection<T> values, Function<T, BigDecimal> amount) {
        return values.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
