package dev.tradesuite.accounting.prediction;

import static dev.tradesuite.accounting.prediction.TestTerms.NOW;
import static dev.tradesuite.accounting.prediction.TestTerms.bid;
import static dev.tradesuite.accounting.prediction.TestTerms.buy;
import static dev.tradesuite.accounting.prediction.TestTerms.buyWithoutBid;
import static dev.tradesuite.accounting.prediction.TestTerms.resolved;
import static dev.tradesuite.accounting.prediction.TestTerms.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.MarketTrade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Identities of a portfolio after every single change: stakes, bids, sales, resolutions at 1, 0 and between. */
class PortfolioIdentitiesTest {

    private static final int STEPS = 200;
    private static final BigDecimal INITIAL = new BigDecimal("1000");
    private static final UUID ORDER = new UUID(0, 1);
    private static final UUID CYCLE = new UUID(0, 2);

    private final AtomicLong ids = new AtomicLong();
    private final List<OutcomeTrade> trades = new ArrayList<>();
    private Portfolio portfolio = Portfolio.opened(1, INITIAL, NOW);
    private Instant now = NOW;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void identitiesHoldAfterEveryChange(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(60);
            Portfolio before = portfolio;
            String market = "m" + random.nextInt(12);
            Optional<PortfolioBooking> booking =
                    switch (random.nextInt(5)) {
                        case 0, 1 -> bought(market, random);
                        case 2 -> sold(market, random);
                        case 3 -> quoted(bid(market, price(random, 1, 99), now));
                        default -> quoted(resolved(market, payout(random), now));
                    };
            booking.ifPresent(booked -> take(before, booked));
            check();
        }
        assertThat(trades).extracting(OutcomeTrade::kind).contains(MarketTrade.Kind.values());
    }

    private Optional<PortfolioBooking> bought(String market, Random random) {
        String ask = price(random, 10, 97);
        String stake = String.valueOf(1 + random.nextInt(400));
        OutcomeTerms terms = random.nextInt(4) == 0
                ? buyWithoutBid(market, ask, stake)
                : buy(market, ask, stake, String.valueOf(random.nextInt(3)));
        boolean payable = terms.cost().compareTo(portfolio.funds().cash()) <= 0;
        boolean held = portfolio.position(market).isPresent();
        assertThat(portfolio.denialOf(terms).isPresent())
                .as("only what is not held and can be paid is bought")
                .isEqualTo(held || !payable);
        return held || !payable ? Optional.empty() : Optional.of(portfolio.bought(terms, ORDER, CYCLE, this::id, now));
    }

    private Optional<PortfolioBooking> sold(String market, Random random) {
        OutcomeTerms terms = sell(market, price(random, 1, 99), String.valueOf(random.nextInt(3)));
        boolean held = portfolio.position(market).isPresent();
        assertThat(portfolio.denialOf(terms).isPresent()).isEqualTo(!held);
        return held ? Optional.of(portfolio.sold(terms, ORDER, CYCLE, this::id, now)) : Optional.empty();
    }

    private Optional<PortfolioBooking> quoted(OutcomeQuote quote) {
        return portfolio.marked(List.of(quote), CYCLE, this::id, now);
    }

    private void take(Portfolio before, PortfolioBooking booked) {
        portfolio = booked.portfolio();
        assertThat(portfolio.sequence()).isEqualTo(before.sequence() + 1);
        BigDecimal change = sum(booked.trades().stream()
                .map(trade -> trade.figures().cashChange())
                .toList());
        assertThat(portfolio.funds().cash().subtract(before.funds().cash()))
                .as("trades are all that moves the cash")
                .isEqualByComparingTo(change);
        for (OutcomeTrade trade : booked.trades()) {
            assertThat(trade.figures().cashAfter())
                    .isEqualByComparingTo(portfolio.funds().cash());
            assertThat(trade.figures().shares()).isPositive();
            if (trade.kind() == MarketTrade.Kind.BUY) {
                assertThat(portfolio.funds().realisedPnl())
                        .as("buying brings no profit")
                        .isEqualByComparingTo(before.funds().realisedPnl());
            } else {
                BigDecimal cost =
                        before.position(trade.market().marketId()).orElseThrow().cost();
                assertThat(portfolio
                                .funds()
                                .realisedPnl()
                                .subtract(before.funds().realisedPnl()))
                        .isEqualByComparingTo(trade.figures().cashChange().subtract(cost));
                assertThat(portfolio.position(trade.market().marketId()))
                        .as("closed whole")
                        .isEmpty();
            }
        }
        if (booked.trades().isEmpty()) {
            assertThat(portfolio.funds()).as("a bid moves no money").isEqualTo(before.funds());
        }
        trades.addAll(booked.trades());
    }

    private void check() {
        PortfolioFunds funds = portfolio.funds();
        assertThat(funds.cash()).isNotNegative();
        assertThat(funds.cash().add(portfolio.invested()))
                .as("cash + cost of what is open = initial + realised")
                .isEqualByComparingTo(INITIAL.add(funds.realisedPnl()));
        assertThat(portfolio.value()).isEqualByComparingTo(funds.cash().add(portfolio.positionsValue()));
        assertThat(portfolio.value())
                .as("value = initial + realised + floating")
                .isEqualByComparingTo(INITIAL.add(funds.realisedPnl()).add(portfolio.floatingPnl()));
        assertThat(portfolio.floatingPnl())
                .isEqualByComparingTo(portfolio.positionsValue().subtract(portfolio.invested()));
        assertThat(funds.cash())
                .isEqualByComparingTo(INITIAL.add(sum(trades.stream()
                        .map(trade -> trade.figures().cashChange())
                        .toList())));
        assertThat(portfolio.positions())
                .extracting(position -> position.market().marketId())
                .doesNotHaveDuplicates();
        for (OutcomePosition position : portfolio.positions()) {
            assertThat(position.shares()).isPositive();
            assertThat(position.cost()).isPositive();
            assertThat(position.value())
                    .as("worth at most a dollar a share, or its cost while nobody bids")
                    .isBetween(BigDecimal.ZERO, position.shares().max(position.cost()));
        }
    }

    private UUID id() {
        return new UUID(1, ids.incrementAndGet());
    }

    private static String price(Random random, int lowest, int highest) {
        return BigDecimal.valueOf(lowest + random.nextInt(highest - lowest + 1), 2)
                .toPlainString();
    }

    private static String payout(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "0";
            case 1 -> "1";
            case 2 -> "0.5";
            default -> "0.37";
        };
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
