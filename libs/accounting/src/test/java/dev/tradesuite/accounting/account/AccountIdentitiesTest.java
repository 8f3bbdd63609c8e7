package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.CATALOG;
import static dev.tradesuite.accounting.account.Fills.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Identities of the books after every single change: fills that open, enlarge, reduce, close and turn, new prices, cash
 * paid in and out. What the books say is compared with what a plain ledger beside them reckons, which knows nothing of
 * netting but signed lots, mean prices and pro rata.
 */
class AccountIdentitiesTest {

    private static final int STEPS = 150;

    /** Each figure of the books is rounded to 8 decimals, at most once for a step. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    private static final Map<String, String> FIRST_PRICES = Map.of(
            "EURUSD", "1.08350",
            "USDJPY", "150.000",
            "GBPCHF", "1.11760",
            "USDCHF", "0.88000",
            "XAUUSD", "2650.00",
            "AAPL", "190.00");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void identitiesHoldAfterEveryChange(long seed) {
        Random random = new Random(seed);
        Market market = new Market(random);
        PlainLedger plain = new PlainLedger();
        Account account = Account.opened(
                new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("100000")), START);
        for (int step = 0; step < STEPS; step++) {
            market.move();
            account = account.marked(market.prices(), market.now).orElse(account);
            check(account, plain, market);
            account = random.nextInt(4) == 0
                    ? flow(account, plain, market, random)
                    : fill(account, plain, market, random);
            check(account, plain, market);
        }
    }

    private static Account fill(Account account, PlainLedger plain, Market market, Random random) {
        String symbol = market.symbols.get(random.nextInt(market.symbols.size()));
        Instrument instrument = Fills.instrument(symbol);
        // One in three closes what is there, or a half of it, exactly.
        BigDecimal held = plain.lots(symbol).abs();
        BigDecimal lots = held.signum() > 0 && random.nextInt(3) == 0
                ? random.nextBoolean() ? held : half(held, instrument)
                : instrument.lotStep().multiply(BigDecimal.valueOf(1 + random.nextInt(60)));
        Side side = held.signum() > 0 && random.nextInt(2) == 0
                ? (plain.lots(symbol).signum() > 0 ? Side.SELL : Side.BUY)
                : random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal commission = BigDecimal.valueOf(random.nextInt(1_000), 2);
        Fill fill = Fills.of(
                        side, lots.toPlainString(), symbol, market.price(symbol).toPlainString())
                .rate(market.rate(instrument.quote()).toPlainString())
                .commission(commission.toPlainString())
                .at(market.now)
                .get();

        AccountBooking booking = account.booked(fill, market.prices(), market.now);

        Account after = booking.account();
        Trade trade = booking.trade();
        BigDecimal realised = trade.realisedPnl().orElse(BigDecimal.ZERO);
        assertThat(after.balance().subtract(account.balance()))
                .as("a trade moves cash by its profit less its commission")
                .isEqualByComparingTo(realised.subtract(commission));
        assertThat(trade.openedLots().value().add(trade.closedLots().value())).isEqualByComparingTo(lots);
        assertThat(trade.realisedPnl().isPresent())
                .isEqualTo(trade.closedLots().value().signum() > 0);
        assertThat(realised).isCloseTo(plain.fill(instrument, side, lots, market), within(ROUNDING));
        assertThat(after.sequence()).isEqualTo(account.sequence() + 1).isEqualTo(trade.sequence());
        plain.realised = plain.realised.add(realised);
        plain.commission = plain.commission.add(commission);
        return after;
    }

    private static BigDecimal half(BigDecimal lots, Instrument instrument) {
        BigDecimal steps = lots.divide(instrument.lotStep().multiply(BigDecimal.TWO), 0, RoundingMode.CEILING);
        return steps.multiply(instrument.lotStep());
    }

    private static Account flow(Account account, PlainLedger plain, Market market, Random random) {
        CashFlowKind kind = List.of(CashFlowKind.values()).get(random.nextInt(CashFlowKind.values().length));
        CashFlow flow = new CashFlow(kind, BigDecimal.valueOf(1 + random.nextInt(5_000_000), 2));

        BigDecimal reserved = BigDecimal.valueOf(random.nextInt(500_000), 2);

        return switch (account.paid(flow, reserved, market.now)) {
            case CashResult.Booked(Account after) -> {
                assertThat(after.balance().subtract(account.balance())).isEqualByComparingTo(flow.cashChange());
                assertThat(after.equity().subtract(account.equity())).isEqualByComparingTo(flow.cashChange());
                assertThat(after.cash().realisedPnl())
                        .as("no profit")
                        .isEqualTo(account.cash().realisedPnl());
                assertThat(after.positions()).isEqualTo(account.positions());
                plain.flows = plain.flows.add(flow.cashChange());
                yield after;
            }
            case CashResult.ExceedsFreeMargin(BigDecimal free) -> {
                assertThat(kind).isEqualTo(CashFlowKind.WITHDRAWAL);
                assertThat(free)
                        .isEqualByComparingTo(account.freeMargin().subtract(reserved))
                        .isLessThan(flow.amount());
                yield account;
            }
            case CashResult.AccountArchived _ -> throw new AssertionError("nobody archived it");
        };
    }

    private static void check(Account account, PlainLedger plain, Market market) {
        assertThat(account.balance())
                .as("balance = initial + realised - commission + flows")
                .isEqualByComparingTo(new BigDecimal("100000")
                        .add(plain.realised)
                        .subtract(plain.commission)
                        .add(plain.flows));
        assertThat(account.equity())
                .as("equity = balance + floating")
                .isEqualByComparingTo(account.balance().add(account.floatingPnl()));
        assertThat(account.freeMargin()).isEqualByComparingTo(account.equity().subtract(account.marginUsed()));
        assertThat(account.floatingPnl())
                .isEqualByComparingTo(sum(
                        account.positions().stream().map(Position::floatingPnl).toList()));
        assertThat(account.marginUsed())
                .isEqualByComparingTo(
                        sum(account.positions().stream().map(Position::margin).toList()));
        assertThat(account.positions())
                .extracting(Position::symbol)
                .as("one position for an instrument")
                .doesNotHaveDuplicates();
        for (Position position : account.positions()) {
            String symbol = position.symbol();
            assertThat(position.lots().value())
                    .as("no negative lots of %s", symbol)
                    .isPositive();
            assertThat(position.signedLots()).isEqualByComparingTo(plain.lots(symbol));
            assertThat(position.averagePrice())
                    .as("mean price of %s", symbol)
                    .isCloseTo(plain.price(symbol), within(ROUNDING));
            assertThat(position.margin())
                    .as("margin of %s", symbol)
                    .isPositive()
                    .isCloseTo(plain.margin(symbol), within(ROUNDING));
            assertThat(position.floatingPnl())
                    .as("floating of %s", symbol)
                    .isCloseTo(plain.profit(position, market), within(ROUNDING));
        }
        assertThat(account.positions()).hasSize((int) plain.held.values().stream()
                .filter(held -> held.lots.signum() != 0)
                .count());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Signed lots, a mean price and margin pro rata for each instrument; cash by its causes. */
    private static final class PlainLedger {

        private final Map<String, Held> held = new HashMap<>();
        private BigDecimal realised = BigDecimal.ZERO;
        private BigDecimal commission = BigDecimal.ZERO;
        private BigDecimal flows = BigDecimal.ZERO;

        /** @param lots above zero for long */
        private record Held(BigDecimal lots, BigDecimal price, BigDecimal margin) {

            BigDecimal profitAt(BigDecimal other, Instrument instrument, Market market) {
                return other.subtract(price)
                        .multiply(lots)
                        .multiply(instrument.contractSize())
                        .multiply(market.rate(instrument.quote()));
            }
        }

        BigDecimal price(String symbol) {
            return of(symbol).price;
        }

        BigDecimal margin(String symbol) {
            return of(symbol).margin;
        }

        BigDecimal profit(Position position, Market market) {
            return of(position.symbol()).profitAt(market.price(position.symbol()), position.instrument(), market);
        }

        private Held of(String symbol) {
            return Optional.ofNullable(held.get(symbol)).orElseThrow();
        }

        BigDecimal lots(String symbol) {
            return held.getOrDefault(symbol, new Held(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)).lots;
        }

        /** @return what closing lots has brought */
        BigDecimal fill(Instrument instrument, Side side, BigDecimal lots, Market market) {
            BigDecimal price = market.price(instrument.symbol());
            BigDecimal signed = lots.multiply(BigDecimal.valueOf(side.sign()));
            Held before =
                    held.getOrDefault(instrument.symbol(), new Held(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            BigDecimal after = before.lots.add(signed);
            if (before.lots.signum() * signed.signum() >= 0) {
                BigDecimal paid = before.price.multiply(before.lots).add(price.multiply(signed));
                held.put(
                        instrument.symbol(),
                        new Held(
                                after,
                                paid.divide(after, MathContext.DECIMAL128),
                                before.margin.add(margin(instrument, lots, price, market))));
                return BigDecimal.ZERO;
            }
            BigDecimal closed = before.lots.abs().min(lots).multiply(BigDecimal.valueOf(before.lots.signum()));
            BigDecimal profit = new Held(closed, before.price, BigDecimal.ZERO).profitAt(price, instrument, market);
            boolean turned = after.signum() * before.lots.signum() < 0;
            if (after.signum() == 0) {
                held.remove(instrument.symbol());
            } else if (turned) {
                held.put(instrument.symbol(), new Held(after, price, margin(instrument, after.abs(), price, market)));
            } else {
                BigDecimal left = after.divide(before.lots, MathContext.DECIMAL128);
                held.put(instrument.symbol(), new Held(after, before.price, before.margin.multiply(left)));
            }
            return profit;
        }

        private static BigDecimal margin(Instrument instrument, BigDecimal lots, BigDecimal price, Market market) {
            return lots.multiply(instrument.contractSize())
                    .multiply(price)
                    .multiply(market.rate(instrument.quote()))
                    .multiply(instrument.marginRate());
        }
    }

    /** Prices that move by up to half a percent at a time. */
    private static final class Market {

        private final Random random;
        private final Map<String, Mark> marks = new HashMap<>();
        private final List<String> symbols =
                FIRST_PRICES.keySet().stream().sorted().toList();
        private Instant now = START;

        Market(Random random) {
            this.random = random;
            symbols.forEach(symbol -> marks.put(symbol, Mark.market(new BigDecimal(FIRST_PRICES.get(symbol)), START)));
        }

        void move() {
            now = now.plusSeconds(60);
            symbols.forEach(symbol -> marks.computeIfPresent(
                    symbol,
                    (_, mark) -> Mark.market(
                            mark.price()
                                    .multiply(BigDecimal.valueOf(0.995 + random.nextDouble() / 100))
                                    .setScale(mark.price().scale(), RoundingMode.HALF_EVEN),
                            now)));
        }

        BigDecimal price(String symbol) {
            return Optional.ofNullable(marks.get(symbol)).orElseThrow().price();
        }

        BigDecimal rate(String quote) {
            Map<String, BigDecimal> prices = new HashMap<>();
            marks.forEach(
                    (symbol, mark) -> CATALOG.currencyPair(symbol).ifPresent(_ -> prices.put(symbol, mark.price())));
            return ConversionRates.of(CATALOG, prices)
                    .find(quote, "USD")
                    .orElseThrow()
                    .rate();
        }

        ValuationPrices prices() {
            return ValuationPrices.of(CATALOG, marks);
        }
    }
}
