package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.HeldLots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Books a fill to the strategies that hold an instrument of an account: whose lots it changes is what {@link HeldLots}
 * says, what they cost and bring is what a {@link StrategyHolding} says.
 */
public final class Attribution {

    private Attribution() {}

    /**
     * The holdings that a fill changes, as they are after it, by strategy.
     *
     * @param held every holding of the account
     * @param rate the fill's conversion rate
     */
    public static List<StrategyHolding> apply(List<StrategyHolding> held, Fill fill, ConversionRate rate) {
        String symbol = fill.instrument().symbol();
        Map<String, StrategyHolding> holders = held.stream()
                .filter(holding -> holding.symbol().equals(symbol))
                .collect(Collectors.toMap(
                        StrategyHolding::strategy, Function.identity(), (one, _) -> one, TreeMap::new));
        HeldLots before = new HeldLots(
                holders.values().stream().collect(Collectors.toMap(StrategyHolding::strategy, StrategyHolding::lots)));
        BigDecimal traded =
                fill.lots().value().multiply(BigDecimal.valueOf(fill.side().sign()));
        HeldLots after =
                before.after(traded, fill.order().strategy(), fill.order().reduceOnly());
        after.byHolder()
                .keySet()
                .forEach(holder -> holders.computeIfAbsent(holder, strategy -> StrategyHolding.none(strategy, symbol)));
        return holders.values().stream()
                .filter(holder -> lots(after, holder).compareTo(lots(before, holder)) != 0)
                .map(holder -> holder.after(
                        lots(after, holder).subtract(lots(before, holder)), fill.price(), fill.instrument(), rate))
                .toList();
    }

    private static BigDecimal lots(HeldLots held, StrategyHolding holder) {
        return held.of(holder.strategy());
    }
}
