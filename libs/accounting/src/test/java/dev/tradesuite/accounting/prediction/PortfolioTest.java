package dev.tradesuite.accounting.prediction;

import static dev.tradesuite.accounting.prediction.TestTerms.CYCLE;
import static dev.tradesuite.accounting.prediction.TestTerms.NOW;
import static dev.tradesuite.accounting.prediction.TestTerms.bid;
import static dev.tradesuite.accounting.prediction.TestTerms.buy;
import static dev.tradesuite.accounting.prediction.TestTerms.buyWithoutBid;
import static dev.tradesuite.accounting.prediction.TestTerms.quotedAt;
import static dev.tradesuite.accounting.prediction.TestTerms.resolved;
import static dev.tradesuite.accounting.prediction.TestTerms.sell;
import static dev.tradesuite.accounting.prediction.TestTerms.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.MarketPosition.Status;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A portfolio that begins with 1,000 USD. */
class PortfolioTest {

    private static final UUID ORDER = UUID.fromString("0197a1f0-0000-7000-8000-00000000000d");

    private final AtomicLong ids = new AtomicLong();
    private final Portfolio fresh = Portfolio.opened(1, new BigDecimal("1000"), NOW);

    @Test
    void hundredAtSeventyEightCentsPays128Dollars21OnAWin() {
        Portfolio holding = bought(fresh, buy("m", "0.78", "100"));

        // 100 / 0.78 = 128.2051282..., cut after six decimals
        assertThat(holding.positions().getFirst().shares()).isEqualByComparingTo("128.205128");
        assertThat(holding.funds().cash()).isEqualByComparingTo("900");

        PortfolioBooking win = quoted(holding, won("m", "Yes", NOW)).orElseThrow();
        assertThat(win.trade().figures().price()).isEqualByComparingTo("1");
        assertThat(win.trade().figures().cashChange().setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("128.21");
        assertThat(win.trade().kind()).isEqualTo(MarketTrade.Kind.SETTLEMENT);
        assertThat(win.portfolio().funds().realisedPnl()).isEqualByComparingTo("28.205128");
        assertThat(win.changed().getFirst().status()).isEqualTo(Status.WON);
    }

    @Test
    void losesExactlyTheStakeOtherwise() {
        Portfolio holding = bought(fresh, buy("m", "0.78", "100"));

        PortfolioBooking loss = quoted(holding, won("m", "No", NOW)).orElseThrow();

        assertThat(loss.trade().figures().price()).isZero();
        assertThat(loss.trade().figures().cashChange()).isZero();
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
    void whatNobodyBidsForIsWorthItsCostAndHasNoMark() {
        Portfolio holding = bought(fresh, buyWithoutBid("m", "0.50", "100"));

        assertThat(holding.positions().getFirst().mark()).isNull();
        assertThat(holding.positionsValue()).isEqualByComparingTo("100");
        assertThat(holding.value()).isEqualByComparingTo("1000");
        assertThat(holding.floatingPnl()).isZero();
        assertThat(holding.oldestMarkAt()).isEmpty();
    }

    @Test
    void firstBidMarksWhatNobodyBidForBefore() {
        Portfolio holding = bought(fresh, buyWithoutBid("m", "0.50", "100"));

        Portfolio marked = quoted(holding, bid("m", "0.30", NOW.plusSeconds(1)))
                .orElseThrow()
                .portfolio();

        // 200 x 0.30
        assertThat(marked.positionsValue()).isEqualByComparingTo("60");
        assertThat(marked.oldestMarkAt()).contains(NOW.plusSeconds(1));
    }

    /** 100 / 0.785 = 127.388535 shares; a half each is 63.6942675, 36.3057325 less than was paid. */
    @Test
    void settlesAtAHalfWhenTheVenueResolvedToAHalfEach() {
        Portfolio holding = bought(fresh, buy("m", "0.785", "100"));

        PortfolioBooking settled = quoted(holding, resolved("m", "0.5", NOW)).orElseThrow();

        assertThat(settled.trade().figures().price()).isEqualByComparingTo("0.5");
        assertThat(settled.trade().figures().cashChange()).isEqualByComparingTo("63.6942675");
        assertThat(settled.portfolio().funds().cash()).isEqualByComparingTo("963.6942675");
        assertThat(settled.portfolio().funds().realisedPnl()).isEqualByComparingTo("-36.3057325");
        assertThat(settled.changed().getFirst().status()).isEqualTo(Status.SETTLED);
        assertThat(settled.portfolio().positions()).isEmpty();
    }

    /** Whoever holds both outcomes gets 1 a share, whatever the venue resolves to. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1, 0", "0.37, 0.63"})
    void bothOutcomesTogetherArePaidOne(String yes, String no) {
        Portfolio first = bought(fresh, buy("m", "0.50", "100"));
        Portfolio second = bought(fresh, buy("m", "0.50", "100"));

        BigDecimal paid = quoted(first, resolved("m", yes, NOW))
                .orElseThrow()
                .trade()
                .figures()
                .cashChange()
                .add(quoted(second, resolved("m", no, NOW))
                        .orElseThrow()
                        .trade()
                        .figures()
                        .cashChange());

        assertThat(paid).isEqualByComparingTo("200");
    }

    @Test
    void resolutionOfAnotherOutcomeSettlesNothing() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        OutcomeQuote other = new OutcomeQuote("m", "YES!", null, NOW.plusSeconds(60), BigDecimal.ZERO);

        assertThat(quoted(holding, other).orElseThrow().trades()).isEmpty();
        assertThat(quoted(holding, other).orElseThrow().portfolio().positions()).hasSize(1);
    }

    @Test
    void resolutionFromBeforeAQuoteSettlesNothing() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));

        assertThat(quoted(holding, resolved("m", "0", NOW.minusSeconds(1)))).isEmpty();
    }

    /** Bought now from a file of yesterday: the file of an hour ago is newer than that, though older than the buy. */
    @Test
    void quoteNewerThanTheOneItWasBoughtAtRevalues() {
        Instant yesterday = NOW.minusSeconds(86_400);
        Portfolio holding = bought(fresh, quotedAt(buy("m", "0.50", "100"), yesterday));
        assertThat(holding.oldestMarkAt()).contains(yesterday);

        Instant anHourAgo = NOW.minusSeconds(3600);
        Portfolio marked =
                quoted(holding, bid("m", "0.60", anHourAgo)).orElseThrow().portfolio();

        assertThat(marked.positionsValue()).isEqualByComparingTo("120");
        assertThat(marked.oldestMarkAt()).contains(anHourAgo);
        assertThat(quoted(marked, bid("m", "0.10", yesterday))).isEmpty();
    }

    @Test
    void feesArePartOfTheCostAndLessenTheProceeds() {
        // Buying: 100 and 2 % of it. Selling 200 shares at 0.60: 120 less 2 % = 117.60
        Portfolio holding = bought(fresh, buy("m", "0.50", "100", "2"));
        assertThat(holding.funds().cash()).isEqualByComparingTo("898");

        PortfolioBooking sale = sold(holding, sell("m", "0.60", "2"));
        assertThat(sale.trade().figures().costs()).isEqualByComparingTo("2.40");
        assertThat(sale.portfolio().funds().cash()).isEqualByComparingTo("1015.60");
        assertThat(sale.portfolio().funds().realisedPnl()).isEqualByComparingTo("15.60");
        assertThat(sale.changed().getFirst().status()).isEqualTo(Status.SOLD);
    }

    @Test
    void onlyNewerPricesReplaceAMark() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        Instant later = NOW.plusSeconds(60);

        assertThat(quoted(holding, bid("m", "0.90", NOW))).isEmpty();
        assertThat(quoted(holding, bid("m", "0.90", NOW.minusSeconds(1)))).isEmpty();
        assertThat(quoted(holding, bid("unknown", "0.90", later))).isEmpty();
        Portfolio marked =
                quoted(holding, bid("m", "0.60", later)).orElseThrow().portfolio();
        assertThat(marked.positionsValue()).isEqualByComparingTo("120");
        assertThat(marked.sequence()).isEqualTo(holding.sequence() + 1);
        assertThat(marked.oldestMarkAt()).contains(later);
    }

    @Test
    void marketNobodyBidsForKeepsItsMarkButIsQuoted() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        Instant later = NOW.plusSeconds(60);

        Portfolio quoted = quoted(holding, bid("m", null, later)).orElseThrow().portfolio();

        assertThat(quoted.positionsValue()).isEqualByComparingTo("98");
        assertThat(quoted.oldestMarkAt()).contains(NOW);
        assertThat(quoted.quotedAt()).isEqualTo(later);
    }

    @Test
    void priceFromTheFutureDoesNotShutOutThoseThatFollow() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        Instant now = NOW.plusSeconds(60);

        Portfolio marked = holding.marked(List.of(bid("m", "0.60", now.plusSeconds(86_400))), CYCLE, this::nextId, now)
                .orElseThrow()
                .portfolio();

        assertThat(marked.oldestMarkAt()).contains(now);
    }

    @Test
    void priceOfAnotherOutcomeIsNoMark() {
        Portfolio holding = bought(fresh, buy("m", "0.50", "100"));
        OutcomeQuote other = new OutcomeQuote("m", "No", new BigDecimal("0.40"), NOW.plusSeconds(60), null);

        assertThat(quoted(holding, other).orElseThrow().portfolio().positionsValue())
                .isEqualByComparingTo("98");
    }

    @Test
    void severalPricesAreOneChange() {
        Portfolio holding = bought(bought(fresh, buy("m", "0.50", "100")), buy("n", "0.50", "100"));
        Instant now = NOW.plusSeconds(60);

        PortfolioBooking booking = holding.marked(
                        List.of(bid("m", "0.60", now), won("n", "Yes", now), bid("m", "0.61", now)),
                        CYCLE,
                        this::nextId,
                        now)
                .orElseThrow();

        // 200 x 0.60 of m; 200 x 1 of n. The second price of m is not newer.
        assertThat(booking.portfolio().positionsValue()).isEqualByComparingTo("120");
        assertThat(booking.portfolio().funds().cash()).isEqualByComparingTo("1000");
        assertThat(booking.portfolio().sequence()).isEqualTo(holding.sequence() + 1);
        assertThat(booking.changed()).hasSize(2);
        assertThat(booking.trades()).hasSize(1);
    }

    @Test
    void feesBelowACentAreKept() {
        // 0.4 % of 1 USD is 0.004, not nothing.
        Portfolio holding = bought(fresh, buy("m", "0.50", "1", "0.4"));

        assertThat(holding.funds().cash()).isEqualByComparingTo("998.996");
        assertThat(holding.invested()).isEqualByComparingTo("1.004");
    }

    @Test
    void bidAboveTheAskCannotBe() {
        assertThat(codeOf(fresh.denialOf(new OutcomeTerms(
                        Side.BUY,
                        new MarketOutcome("m", "Will it?", "Yes"),
                        BigDecimal.TEN,
                        new BigDecimal("0.50"),
                        new BigDecimal("0.51"),
                        null,
                        BigDecimal.ZERO,
                        RunLabel.PAPER,
                        "a test"))))
                .isEqualTo("PRICES_CROSSED");
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
        Optional<Reason> denial = fresh.denialOf(buy("m", "0.50", stake, fee));

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
            Optional<PortfolioBooking> booking =
                    switch (random.nextInt(4)) {
                        case 0 -> portfolio.marked(List.of(bid(market, price, now)), CYCLE, this::nextId, now);
                        case 1 ->
                            portfolio.marked(
                                    List.of(won(market, random.nextBoolean() ? "Yes" : "No", now)),
                                    CYCLE,
                                    this::nextId,
                                    now);
                        case 2 -> placed(portfolio, sell(market, price, "1.7"));
                        default -> placed(portfolio, buy(market, price, 1 + random.nextInt(90) + ".37", "0.9"));
                    };
            if (booking.isPresent()) {
                booking.get()
                        .trades()
                        .forEach(trade -> cashChanges.add(trade.figures().cashChange()));
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

    private Optional<PortfolioBooking> placed(Portfolio portfolio, OutcomeTerms terms) {
        if (portfolio.denialOf(terms).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (terms.side()) {
                    case BUY -> portfolio.bought(terms, ORDER, CYCLE, this::nextId, NOW);
                    case SELL -> portfolio.sold(terms, ORDER, CYCLE, this::nextId, NOW);
                });
    }

    private Portfolio bought(Portfolio portfolio, OutcomeTerms terms) {
        return placed(portfolio, terms).orElseThrow().portfolio();
    }

    private PortfolioBooking sold(Portfolio portfolio, OutcomeTerms terms) {
        return placed(portfolio, terms).orElseThrow();
    }

    private Optional<PortfolioBooking> quoted(Portfolio portfolio, OutcomeQuote price) {
        return portfolio.marked(List.of(price), CYCLE, this::nextId, NOW.plusSeconds(3600));
    }

    private UUID nextId() {
        return new UUID(0, ids.incrementAndGet());
    }

    private static String codeOf(Optional<Reason> denial) {
        return denial.map(Reason::code).orElse("none");
    }
}
