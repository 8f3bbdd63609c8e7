package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.START;
import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtectedPositionTest {

    private static final UUID STOP = new UUID(0, 1);
    private static final UUID OTHER_STOP = new UUID(0, 2);
    private static final UUID TARGET = new UUID(0, 3);

    @Test
    void everyStopCountsUntilNothingIsLeft() {
        Account account = stop(stop(bought("0.5"), OTHER_STOP, "0.2", "1.0800"), STOP, "0.3", "1.0850");

        ProtectedPosition position = only(account);

        assertThat(position.stops()).extracting(ProtectiveOrder::orderId).containsExactly(STOP, OTHER_STOP);
        assertThat(position.stopLossPrice().orElseThrow()).isEqualByComparingTo("1.0800");
        assertThat(position.unprotectedLots()).isEqualTo(Lots.ZERO);
        // (1.0900 - 1.0850) x 0.3 x 100,000 + (1.0900 - 1.0800) x 0.2 x 100,000 = 150 + 200
        assertThat(position.lossAtStop().orElseThrow()).isEqualByComparingTo("350");
    }

    @Test
    void nearestStopIsMetFirstWhereTwoCoverTheSameLots() {
        Account account = stop(stop(bought("0.5"), OTHER_STOP, "0.5", "1.0800"), STOP, "0.5", "1.0850");

        assertThat(only(account).stopLossPrice().orElseThrow()).isEqualByComparingTo("1.0850");
        // 0.0050 x 0.5 x 100,000
        assertThat(only(account).lossAtStop().orElseThrow()).isEqualByComparingTo("250");
    }

    @Test
    void partWithoutAStopMakesTheLossUnknown() {
        ProtectedPosition position = only(stop(bought("0.5"), STOP, "0.3", "1.0850"));

        assertThat(position.stopLossPrice()).isEmpty();
        assertThat(position.unprotectedLots()).isEqualTo(Lots.of("0.2"));
        assertThat(position.lossAtStop()).isEmpty();
    }

    @Test
    void cancelledStopProtectsNothing() {
        Account account = stop(bought("0.5"), STOP, "0.5", "1.0850");

        Account without = account.reprotected("EURUSD", List.of(), START).orElseThrow();

        assertThat(only(without).stopLossPrice()).isEmpty();
        assertThat(only(without).lossAtStop()).isEmpty();
        assertThat(without.sequence()).isEqualTo(account.sequence() + 1);
        assertThat(without.reprotected("EURUSD", List.of(), START)).isEmpty();
    }

    @Test
    void stopThatFollowsIsTheSameOrderAtAnotherPrice() {
        Account account = stop(stop(bought("0.5"), STOP, "0.5", "1.0850"), STOP, "0.5", "1.0880");

        assertThat(only(account).stops()).hasSize(1);
        assertThat(only(account).stopLossPrice().orElseThrow()).isEqualByComparingTo("1.0880");
    }

    @Test
    void stopBeyondTheMarkLosesNothingMore() {
        Account account = stop(bought("0.5"), STOP, "0.5", "1.0950");

        assertThat(only(account).lossAtStop().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void shortPositionIsProtectedFromAbove() {
        Account account = Account.opened(opening(), START)
                .booked(sell("0.5", "EURUSD", "1.0900").get(), ValuationPrices.none(), START)
                .account();
        account = protect(account, STOP, Side.BUY, OrderType.STOP, "0.2", "1.0950");
        account = protect(account, OTHER_STOP, Side.BUY, OrderType.STOP, "0.3", "1.1000");
        account = protect(account, TARGET, Side.BUY, OrderType.LIMIT, "0.5", "1.0800");

        assertThat(only(account).stopLossPrice().orElseThrow()).isEqualByComparingTo("1.1000");
        assertThat(only(account).takeProfitPrice().orElseThrow()).isEqualByComparingTo("1.0800");
        // 0.0050 x 0.2 x 100,000 + 0.0100 x 0.3 x 100,000
        assertThat(only(account).lossAtStop().orElseThrow()).isEqualByComparingTo("400");
    }

    @Test
    void lossIsConvertedAtTheRateOfTheMark() {
        Account account = Account.opened(opening(), START)
                .booked(buy("0.6", "USDJPY", "150.00").rate("0.0066").get(), ValuationPrices.none(), START)
                .account();
        account = account.protectedBy(
                "USDJPY",
                List.of(new ProtectiveOrder(
                        STOP,
                        "USDJPY",
                        Side.SELL,
                        OrderType.STOP,
                        Lots.of("0.6"),
                        null,
                        new BigDecimal("149.50"),
                        null)));
        ValuationPrices now = ValuationPrices.of(
                Fills.CATALOG, Map.of("USDJPY", Mark.market(new BigDecimal("152"), START.plusSeconds(60))));

        // (152 - 149.50) x 0.6 x 100,000 = 150,000 JPY; / 152 = 986.842105263...
        assertThat(only(account.marked(now, START).orElseThrow()).lossAtStop().orElseThrow())
                .isEqualByComparingTo("986.84210527");
    }

    @Test
    void ordersOfTheOtherSideOrAnotherInstrumentProtectNothing() {
        Account account = protect(bought("0.5"), STOP, Side.BUY, OrderType.STOP, "0.5", "1.0850");
        account = account.protectedBy(
                "GBPUSD",
                List.of(new ProtectiveOrder(
                        OTHER_STOP, "GBPUSD", Side.SELL, OrderType.STOP, Lots.of("0.5"), null, BigDecimal.ONE, null)));

        assertThat(only(account).stops()).isEmpty();
        assertThat(only(account).stopLossPrice()).isEmpty();
    }

    private static AccountOpening opening() {
        return new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000"));
    }

    private static Account bought(String lots) {
        return Account.opened(opening(), START)
                .booked(buy(lots, "EURUSD", "1.0900").get(), ValuationPrices.none(), START)
                .account();
    }

    private static Account stop(Account account, UUID id, String lots, String price) {
        return protect(account, id, Side.SELL, OrderType.STOP, lots, price);
    }

    /** The order beside those that work, in the place of itself. */
    private static Account protect(Account account, UUID id, Side side, OrderType type, String lots, String price) {
        BigDecimal at = new BigDecimal(price);
        ProtectiveOrder order = new ProtectiveOrder(
                id,
                "EURUSD",
                side,
                type,
                Lots.of(lots),
                type == OrderType.LIMIT ? at : null,
                type == OrderType.LIMIT ? null : at,
                null);
        return account.protectedBy(
                "EURUSD",
                Stream.concat(
                                account.protection().stream()
                                        .filter(other -> !other.orderId().equals(id)),
                                Stream.of(order))
                        .toList());
    }

    private static ProtectedPosition only(Account account) {
        assertThat(account.protectedPositions()).hasSize(1);
        return account.protectedPositions().getFirst();
    }
}
