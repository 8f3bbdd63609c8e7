package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.Position;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.accounting.account.ValuationPrices;
import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three strategies that trade against one another in one instrument of one account, over the paper broker and the
 * books: each holds what it has traded, is protected for just that, and gets out of just that.
 */
class OpposingStrategiesTest {

    private static final List<String> STRATEGIES = List.of("a", "b", "c");
    private static final int STEPS = 120;

    private final Map<String, PaperBookOrder> orders = new LinkedHashMap<>();
    private final Set<UUID> booked = new HashSet<>();
    private HeldLots held = HeldLots.NONE;
    private Account account = Account.opened(
            new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("100000")), PaperBookCase.TEN);
    private Instant now = PaperBookCase.TEN;
    private BigDecimal price = new BigDecimal("1.0835");
    private PaperTerms terms = PaperTerms.PLAIN;
    private int sent;
    private int beyondZero;

    static Stream<Arguments> markets() {
        return IntStream.range(0, 25)
                .boxed()
                .flatMap(seed -> Stream.of(
                        Arguments.of(seed, "1", false),
                        Arguments.of(seed, "0.4", false),
                        Arguments.of(seed, "1", true)));
    }

    /**
     * @param fraction of an order that is filled at one occasion
     * @param unnamed whether there are also orders that name no strategy
     */
    @ParameterizedTest(name = "seed {0}, fills of {1}, orders of nobody {2}")
    @MethodSource("markets")
    void everyHoldingIsProtectedAndClosedForItself(int seed, String fraction, boolean unnamed) {
        Random random = new Random(seed);
        terms = PaperBookCase.fraction(fraction);
        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> enter(random, unnamed);
                case 2 -> close(random, unnamed);
                default -> candle(random);
            }
        }

        closeEverything(random);

        assertThat(held.byHolder()).isEmpty();
        assertThat(account.positions()).isEmpty();
        assertThat(account.holdings()).noneMatch(StrategyHolding::isOpen);
        assertThat(orders.values()).noneMatch(PaperBookOrder::isWorking);
        assertThat(beyondZero).as("exits that went beyond zero").isPositive();
    }

    private void enter(Random random, boolean unnamed) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal entry = random.nextInt(4) == 0 ? worse(side.opposite(), price, 1 + random.nextInt(10)) : price;
        Protection protection = Protection.of(
                worse(side.opposite(), entry, 5 + random.nextInt(30)),
                random.nextBoolean() ? worse(side, entry, 5 + random.nextInt(30)) : null);
        Lots lots = new Lots(BigDecimal.valueOf(1 + random.nextInt(40), 2));
        TradeTerms wanted = entry.compareTo(price) == 0
                ? TradeTerms.market("EURUSD", side, lots)
                : TradeTerms.limit("EURUSD", side, lots, entry);
        send(wanted.protectedBy(protection), unnamed && random.nextInt(3) == 0 ? null : strategy(random));
    }

    /** Closes all or a part of what a strategy holds; an order that names none reduces the position. */
    private void close(Random random, boolean unnamed) {
        boolean named = !unnamed || random.nextInt(3) > 0;
        String strategy = strategy(random);
        BigDecimal has = named ? held.of(strategy) : held.position();
        if (has.signum() == 0) {
            return;
        }
        BigDecimal part =
                random.nextBoolean() ? has.abs() : has.abs().min(BigDecimal.valueOf(1 + random.nextInt(20), 2));
        send(
                TradeTerms.close("EURUSD", has.signum() > 0 ? Side.SELL : Side.BUY, new Lots(part)),
                named ? strategy : null);
    }

    private void candle(Random random) {
        BigDecimal open = price;
        BigDecimal close = worse(Side.BUY, open, random.nextInt(21) - 10);
        Instant opens = now;
        now = now.plusSeconds(300);
        price = close;
        change(book -> book.onCandle(new BrokerCandle(
                "EURUSD",
                opens,
                now,
                open,
                worse(Side.BUY, open.max(close), random.nextInt(8)),
                worse(Side.SELL, open.min(close), random.nextInt(8)),
                close)));
    }

    private void closeEverything(Random random) {
        List<BrokerRequest> waiting = orders.values().stream()
                .filter(order -> order.isWorking() && !order.terms().reduceOnly())
                .map(order -> request(order.clientOrderId(), order.terms(), order.strategy()))
                .toList();
        waiting.forEach(order -> change(book -> book.cancel(order, PaperBookCase.WHY, now)));
        for (String holder : List.copyOf(held.byHolder().keySet())) {
            BigDecimal has = held.of(holder);
            if (has.signum() != 0) {
                Side side = has.signum() > 0 ? Side.SELL : Side.BUY;
                // What is nobody's is closed by an order that may open: others may hold against it.
                send(
                        HeldLots.isNobody(holder)
                                ? TradeTerms.market("EURUSD", side, new Lots(has.abs()))
                                : TradeTerms.close("EURUSD", side, new Lots(has.abs())),
                        HeldLots.isNobody(holder) ? null : holder);
            }
        }
        for (int i = 0; i < 60 && !held.byHolder().isEmpty(); i++) {
            candle(random);
        }
    }

    private static String strategy(Random random) {
        return STRATEGIES.get(random.nextInt(STRATEGIES.size()));
    }

    private static BigDecimal worse(Side side, BigDecimal from, int pips) {
        return from.add(BigDecimal.valueOf(pips, 4).multiply(BigDecimal.valueOf(side.sign())));
    }

    private void send(TradeTerms wanted, @Nullable String strategy) {
        change(book -> book.submit(request("o" + sent++, wanted, strategy), now));
    }

    private BrokerRequest request(String id, TradeTerms wanted, @Nullable String strategy) {
        return new BrokerRequest(id, "main", wanted, price, strategy);
    }

    private void change(Consumer<PaperBook> change) {
        PaperBook book = new PaperBook(
                PaperBookCase.EURUSD, terms, new PaperState(held, List.copyOf(orders.values())), UUID::randomUUID);
        change.accept(book);
        Collection<PaperBookOrder> told = book.changed();
        Stream.concat(told.stream(), book.onlyPriced().stream())
                .forEach(order -> orders.put(order.clientOrderId(), order));
        told.forEach(this::book);
        held = book.held();
        check();
    }

    /** Books what is new of an order, as the books hear of it. */
    private void book(PaperBookOrder order) {
        for (BrokerExecution execution : order.executions()) {
            if (booked.add(execution.id())) {
                Map<String, BigDecimal> before = lots();
                account = account.booked(fill(order, execution), ValuationPrices.none(), now)
                        .account();
                if (order.terms().reduceOnly()) {
                    checkExit(order, before);
                    beyondZero += direction() == order.terms().side().sign() ? 1 : 0;
                }
            }
        }
    }

    private static Fill fill(PaperBookOrder order, BrokerExecution execution) {
        TradeTerms wanted = order.terms();
        return new Fill(
                execution.id(),
                new Fill.OrderPart(
                        UUID.randomUUID(),
                        order.clientOrderId(),
                        execution.lots(),
                        true,
                        wanted.reduceOnly(),
                        order.strategy(),
                        null),
                "main",
                new Fill.Deal(PaperBookCase.EURUSD, wanted.side(), execution.lots(), execution.price()),
                new Fill.Terms(BigDecimal.ZERO, BigDecimal.ONE, Leverage.NOT_STATED, null),
                RunLabel.PAPER,
                execution.at());
    }

    /** The exit of a strategy takes from nobody else, and never turns its holding round. */
    private void checkExit(PaperBookOrder exit, Map<String, BigDecimal> before) {
        Map<String, BigDecimal> after = lots();
        after.forEach((holder, lots) -> {
            BigDecimal was = before.getOrDefault(holder, BigDecimal.ZERO);
            if (exit.isOfHolding() && !holder.equals(exit.holder())) {
                assertThat(lots)
                        .as("%s of %s: %s", exit.clientOrderId(), exit.holder(), holder)
                        .isEqualByComparingTo(was);
            }
            assertThat(lots.signum() * was.signum()).as(holder).isNotNegative();
        });
    }

    private int direction() {
        return account.position("EURUSD")
                .map(Position::signedLots)
                .orElse(BigDecimal.ZERO)
                .signum();
    }

    private Map<String, BigDecimal> lots() {
        Map<String, BigDecimal> lots = new LinkedHashMap<>();
        account.holdings().forEach(holding -> lots.put(holding.strategy(), holding.lots()));
        return lots;
    }

    private void check() {
        BigDecimal position =
                account.position("EURUSD").map(Position::signedLots).orElse(BigDecimal.ZERO);
        assertThat(held.position()).as("the position of the books").isEqualByComparingTo(position);
        Set<String> holders = new HashSet<>(STRATEGIES);
        holders.add(HeldLots.UNASSIGNED);
        Map<String, BigDecimal> inBooks = lots();
        for (String holder : holders) {
            BigDecimal has = held.of(holder);
            assertThat(inBooks.getOrDefault(holder, BigDecimal.ZERO))
                    .as("the books of %s", holder)
                    .isEqualByComparingTo(has);
            assertThat(stopped(holder)).as("the stops of %s", holder).isEqualByComparingTo(has);
        }
    }

    /** What the stops of a holder protect, below 0 when they buy back. */
    private BigDecimal stopped(String holder) {
        return orders.values().stream()
                .filter(order -> order.isWorking()
                        && order.isLeg()
                        && order.terms().type() == OrderType.STOP
                        && order.holder().equals(holder))
                .map(order -> order.unfilled()
                        .value()
                        .multiply(BigDecimal.valueOf(
                                order.terms().side().opposite().sign())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
