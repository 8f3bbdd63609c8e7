package dev.tradesuite.strategy.cycle;

import static dev.tradesuite.strategy.SampleMarkets.NOW;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.strategy.cycle.Ranking.Purchase;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Quotes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final BigDecimal STAKE = BigDecimal.valueOf(100);

    private final List<Reason> warnings = new ArrayList<>();

    @Test
    void servesTheMoreConfidentFirstAndEqualsByMarket() {
        Ranking ranking = Ranking.of(List.of(buy("b", 0.7), buy("c", 0.9), buy("a", 0.7)), Set.of());

        assertThat(markets(ranking.purchases())).containsExactly("c", "a", "b");
    }

    @Test
    void sellsOnlyWhatIsHeldAndBuysOnlyWhatIsNot() {
        Ranking ranking =
                Ranking.of(List.of(sell("held"), sell("other"), buy("held", 0.9), buy("new", 0.6)), Set.of("held"));

        assertThat(ranking.sales()).extracting(OrderIntent::marketId).containsExactly("held");
        assertThat(markets(ranking.purchases())).containsExactly("new");
        assertThat(ranking.size()).isEqualTo(2);
    }

    @Test
    void buysOneOutcomeOfAMarketTheMoreConfidentOne() {
        OrderIntent no = OrderIntent.buy(
                market("a", "0.4"), market("a", "0.4").outcomes().getLast(), new BigDecimal("0.6"), STAKE, 0.8, "no");

        Ranking ranking = Ranking.of(List.of(buy("a", 0.7), no), Set.of());

        assertThat(ranking.purchases()).singleElement().satisfies(purchase -> assertThat(purchase.legs())
                .containsExactly(no));
    }

    @Test
    void setThatMeetsAMarketTakenBeforeItIsDroppedAsAWhole() {
        Ranking ranking = Ranking.of(
                List.of(buy("a", 0.9), buy("a", 0.5).inSet("s"), buy("b", 0.5).inSet("s")), Set.of());

        assertThat(markets(ranking.purchases())).containsExactly("a");
    }

    @Test
    void setThatDoesNotFitLeavesItsSlotsToOthers() {
        Ranking ranking =
                Ranking.of(List.of(buy("a", 0.9).inSet("s"), buy("b", 0.9).inSet("s"), buy("c", 0.5)), Set.of());

        assertThat(markets(ranking.affordable(1, BigDecimal.valueOf(1000), warnings)))
                .containsExactly("c");
        assertThat(warnings).extracting(Reason::code).containsExactly("SET_OVER_SLOTS");
    }

    /** Two stakes of 100 with a fee of 1 % cost 202. */
    @Test
    void setIsHeldAgainstTheCashWithItsFees() {
        BigDecimal fee = BigDecimal.ONE;
        Ranking ranking = Ranking.of(
                List.of(
                        buy("a", 0.9).inSet("s").withFeeOfAtLeast(fee),
                        buy("b", 0.9).inSet("s").withFeeOfAtLeast(fee)),
                Set.of());

        assertThat(ranking.affordable(5, BigDecimal.valueOf(202), warnings)).hasSize(1);
        assertThat(ranking.affordable(5, new BigDecimal("201.99"), warnings)).isEmpty();
        assertThat(warnings).extracting(Reason::code).containsExactly("SET_OVER_CASH");
    }

    @Test
    void singlePurchaseIsLeftToTheBooksWhateverTheCash() {
        Ranking ranking = Ranking.of(List.of(buy("a", 0.9)), Set.of());

        assertThat(ranking.affordable(1, BigDecimal.ZERO, warnings)).hasSize(1);
    }

    private static List<String> markets(List<Purchase> purchases) {
        return purchases.stream()
                .flatMap(purchase -> purchase.marketIds().stream())
                .toList();
    }

    private static OrderIntent buy(String id, double confidence) {
        return OrderIntent.buy(
                market(id, "0.6"),
                market(id, "0.6").outcomes().getFirst(),
                Quotes.ask(market(id, "0.6").outcomes().getFirst()).orElseThrow(),
                STAKE,
                confidence,
                "why");
    }

    private static OrderIntent sell(String id) {
        HeldOutcome held = new HeldOutcome(id, "Held?", "Yes", BigDecimal.TEN, BigDecimal.ONE, NOW, null);
        return OrderIntent.sell(held, new BigDecimal("0.5"), "why");
    }
}
