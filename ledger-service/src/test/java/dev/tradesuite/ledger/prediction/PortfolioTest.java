package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Terms.CYCLE;
import static dev.tradesuite.ledger.prediction.Terms.NOW;
import static dev.tradesuite.ledger.prediction.Terms.bid;
import static dev.tradesuite.ledger.prediction.Terms.buy;
import static dev.tradesuite.ledger.prediction.Terms.buyWithoutBid;
import static dev.tradesuite.ledger.prediction.Terms.sell;
import static dev.tradesuite.ledger.prediction.Terms.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.MarketPosition.Status;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A portfolio that begins with 1,000 USD. */
class PortfolioTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final Portfolio fresh = books.open("1000", NOW);

    @Test
    void hundredAtSeventyEightCentsPays128Dollars21OnAWin() {
        Portfolio holding = bought(fresh, buy("m", "0.78", "100"));

        // 100 / 0.78 = 128.2051282..., cut after six decimals
        assertThat(holding.positions().getFirst().shares()).isEqualByComparingTo("128.205128");
        assertThat(holding.funds().cash()).isEqualByComparingTo("900");

        Booking win = told(holding, won("m", "Yes", NOW)).orElseThrow();
        assertThat(win.trade().price()).isEqualByComparingTo("1");
        assertThat(win.trade().cashChange().setScale(2, RoundingMode.HALF_EVEN)).isEqualTo("128.21");
        assertThat(win.trade().kind()).isEqualTo(MarketTrade.Kind.SETTLEMENT);
        assertThat(win.portfolio().funds().realisedPnl()).isEqualByComparingTo("28.205128");
        assertThat(win.changed().getFirst().status()).isEqualTo(Status.WON);
    }

    @Test
    void losesExactlyTheStakeOtherwise() {
        Portfolio holding = bought(fresh, buy("m", "0.78", "100"));

        Booking loss = told(holding, won("m", "No", NOW)).orElseThrow();

        assertThat(loss.trade().price()).isZero();
        assertThat(loss.trade().cashChange()).isZero();
        assertThat(loss.portfolio().funds().cash()).isEqualByComparingTo("900");
        assertThat(loss.portfolio().funds().realisedPnl()).isEqualByComparingTo("-100");
        assertThat(loss.changed().getFirst().status()).isEqualTo(Status.LOST);
        assertThat(loss.portfolio().positions()).isEmpty();
    }

    @Test
    void isWorthWhatThePositionsCouldBeSoldFor() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));

        // 200 shares at the bid of 0.49 are 98; the spread is a loss at once.
        assertThat(holding.positionsValue()).isEqualByComparingTo("98");
        assertThat(holding.value()).isEqualByComparingTo("998");
        assertThat(holding.floatingPnl()).isEqualByComparingTo("-2");
        assertThat(holding.invested()).isEqualByComparingTo("100");
        assertThat(holding.oldestMarkAt()).contains(NOW);
    }

    @Test
    void whatNobodyBidsForIsWorthNothing() {
        Portfolio holding = bought(fresh, buyWithoutBid("m", "0.50", "100"));

        assertThat(holding.positionsValue()).isZero();
        assertThat(holding.value()).isEqualByComparingTo("900");
    }

    @Test
    void feesArePartOfTheCostAndLessenTheProceeds() {
        // Buying: 100 and 2 % of it. Selling 200 shares at 0.60: 120 less 2 % = 117.60
        Portfolio holding = bought(fresh, buy("m", "0.50", "100", "2"));
        assertThat(holding.funds().cash()).isEqualByComparingTo("898");

        Booking sale = sold(holding, sell("m", "0.60", "2"));
        assertThat(sale.trade().costs()).isEqualByComparingTo("2.40");
        assertThat(sale.portfolio().funds().cash()).isEqualByComparingTo("1015.60");
        assertThat(sale.portfolio().funds().realisedPnl()).isEqualByComparingTo("15.60");
        assertThat(sale.changed().getFirst().status()).isEqualTo(Status.SOLD);
    }

    @Test
    void onlyNewerPricesReplaceAMark() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        Instant later = NOW.plusSeconds(60);

        assertThat(told(holding, bid("m", "0.90", NOW))).isEmpty();
        assertThat(told(holding, bid("m", "0.90", NOW.minusSeconds(1)))).isEmpty();
        assertThat(told(holding, bid("unknown", "0.90", later))).isEmpty();
        Portfolio marked = told(holding, bid("m", "0.60", later)).orElseThrow().portfolio();
        assertThat(marked.positionsValue()).isEqualByComparingTo("120");
        assertThat(marked.sequence()).isEqualTo(holding.sequence() + 1);
        assertThat(marked.oldestMarkAt()).contains(later);
    }

    @Test
    void marketNobodyBidsForKeepsItsMarkButIsHeardOf() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        Instant later = NOW.plusSeconds(60);

        Portfolio heard = told(holding, bid("m", null, later)).orElseThrow().portfolio();

        assertThat(heard.positionsValue()).isEqualByComparingTo("98");
        assertThat(heard.oldestMarkAt()).contains(NOW);
        assertThat(heard.heardOfAt()).isEqualTo(later);
    }

    @Test
    void priceFromTheFutureDoesNotShutOutThoseThatFollow() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        Instant now = NOW.plusSeconds(60);

        Portfolio marked = holding.told(List.of(bid("m", "0.60", now.plusSeconds(86_400))), CYCLE, books, now)
                .orElseThrow()
                .portfolio();

        assertThat(marked.oldestMarkAt()).contains(now);
    }

    @Test
    void priceOfAnotherOutcomeIsNoMark() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        MarketPrice other = new MarketPrice("m", "No", new BigDecimal("0.40"), NOW.plusSeconds(60), null);

        assertThat(told(holding, other).orElseThrow().portfolio().positionsValue())
                .isEqualByComparingTo("98");
    }

    @Test
    void onePositionOfAMarketIsTheMost() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));

        assertThat(codeOf(holding.denialOf(buy("m", "0.40", "10")))).isEqualTo("MARKET_ALREADY_HELD");
        assertThat(holding.denialOf(buy("n", "0.40", "10"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, true", "1000.01, 0, false", "990.09, 1, true", "990.10, 1, false"})
    void cashPaysTheStakeAndTheFee(String stake, String fee, boolean enough) {
        // 990.09 x 1.01 = 999.9909; 990.10 x 1.01 = 1,000.001
        Optional<Denial> denial = fresh.denialOf(buy("m", "0.50", stake, fee));

        assertThat(denial.isEmpty()).isEqualTo(enough);
        denial.ifPresent(why -> assertThat(why.code()).isEqualTo("INSUFFICIENT_CASH"));
    }

    @Test
    void stakeMustBuyAMillionthOfAShare() {
        assertThat(codeOf(fresh.denialOf(buy("m", "0.99", "0.00000098")))).isEqualTo("STAKE_TOO_SMALL");
        assertThat(fresh.denialOf(buy("m", "0.99", "0.00000099"))).isEmpty();
    }

    @Test
    void pausedPortfolioBuysNothingAndSells() {
        Portfolio paused = bought(fresh, buy("m", "0.50", "100")).in(PortfolioStatus.PAUSED, NOW);

        assertThat(codeOf(paused.denialOf(buy("n", "0.50", "100")))).isEqualTo("PORTFOLIO_PAUSED");
        assertThat(paused.denialOf(sell("m", "0.50", "0"))).isEmpty();
        assertThat(codeOf(paused.denialOf(sell("n", "0.50", "0")))).isEqualTo("NO_POSITION");
    }

    /** Cash + positions = initial + realised + floating, whatever happens in whatever order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void balancesToTheLastDecimalAfterAnyRun(long seed) {
        Random random = new Random(seed);
        Portfolio portfolio = fresh;
        List<BigDecimal> cashChanges = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            String market = "m" + random.nextInt(25);
            String price = "0." + (10 + random.nextInt(89));
            Instant now = NOW.plusSeconds(i);
            Optional<Booking> booking =
                    switch (random.nextInt(4)) {
                        case 0 -> portfolio.told(List.of(bid(market, price, now)), CYCLE, books, now);
                        case 1 ->
                            portfolio.told(
                                    List.of(won(market, random.nextBoolean() ? "Yes" : "No", now)), CYCLE, books, now);
                        case 2 -> placed(portfolio, sell(market, price, "1.7"));
                        default -> placed(portfolio, buy(market, price, 1 + random.nextInt(90) + ".37", "0.9"));
                    };
            if (booking.isPresent()) {
                booking.get().trades().forEach(trade -> cashChanges.add(trade.cashChange()));
                portfolio = booking.get().portfolio();
            }
            assertThat(portfolio.value())
                    .isEqualByComparingTo(portfolio
                            .funds()
                            .initialBalance()
                            .add(portfolio.funds().realisedPnl())
                            .add(portfolio.floatingPnl()));
        }
        assertThat(cashChanges).hasSizeGreaterThan(100);
        assertThat(cashChanges.stream().reduce(portfolio.funds().initialBalance(), BigDecimal::add))
                .isEqualByComparingTo(portfolio.funds().cash());
    }

    private Optional<Booking> placed(Portfolio portfolio, OrderTerms terms) {
        if (portfolio.denialOf(terms).isPresent()) {
            return Optional.empty();
        }
        PaperOrder order = PaperOrder.taken(portfolio.id(), CYCLE, terms, NOW);
        return Optional.of(
                switch (terms.side()) {
                    case BUY -> portfolio.bought(order, books, NOW);
                    case SELL -> portfolio.sold(order, books, NOW);
                });
    }

    private Portfolio bought(Portfolio portfolio, OrderTerms terms) {
        return placed(portfolio, terms).orElseThrow().portfolio();
    }

    private Booking sold(Portfolio portfolio, OrderTerms terms) {
        return placed(portfolio, terms).orElseThrow();
    }

    private Optional<Booking> told(Portfolio portfolio, MarketPrice price) {
        return portfolio.told(List.of(price), CYCLE, books, NOW.plusSeconds(3600));
    }

    private static String codeOf(Optional<Denial> denial) {
        return denial.map(Denial::code).orElse("none");
    }
}
