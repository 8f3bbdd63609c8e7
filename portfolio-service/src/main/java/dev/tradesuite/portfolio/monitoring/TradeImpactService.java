package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.monitoring.WatchedAccount.Holding;
import dev.tradesuite.portfolio.monitoring.WatchedAccount.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What trades would do to the risk of an account. Changes nothing. Safe for many threads. */
public final class TradeImpactService {

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);
    private static final int LOT_DECIMALS = 8;

    private final LiveRiskService risks;
    private final LiveMemory memory;
    private final InstrumentHistory history;
    private final InstrumentCatalog catalog;

    public TradeImpactService(
            LiveRiskService risks, LiveMemory memory, InstrumentHistory history, InstrumentCatalog catalog) {
        this.risks = risks;
        this.memory = memory;
        this.history = history;
        this.catalog = catalog;
    }

    /**
     * A trade that is thought of.
     *
     * @param strategy that would hold it; {@code unassigned} for none
     * @param size as an amount in the account currency, or in lots
     */
    public record Trade(String accountId, String strategy, Instrument instrument, Side side, Size size) {}

    /** How large a trade is. */
    public sealed interface Size {

        /** In lots, above 0. */
        record InLots(BigDecimal lots) implements Size {}

        /** As an amount in the account currency, above 0. */
        record Notional(BigDecimal amount) implements Size {}
    }

    /** What became of the question. */
    public sealed interface Outcome {

        /**
         * The answer.
         *
         * @param lots below 0: sold
         * @param notional in the account currency, below 0: sold
         */
        record Told(BigDecimal lots, BigDecimal notional, PricePoint price, LiveRisk before, LiveRisk after)
                implements Outcome {}

        /** There is no such account. */
        record NoSuchAccount() implements Outcome {}

        /**
         * It cannot be computed.
         *
         * @param why in a sentence
         */
        record NotComputable(String why) implements Outcome {}
    }

    /** What becomes of an account by several trades. */
    public sealed interface Together {

        /** The answer. */
        record Told(LiveRisk before, LiveRisk after) implements Together {}

        /**
         * It cannot be computed.
         *
         * @param why in a sentence
         */
        record NotComputable(String why) implements Together {}
    }

    /** A trade as a position of its own, or why it cannot be one. */
    private sealed interface Added {

        record As(Position position) implements Added {}

        record NotComputable(String why) implements Added {}
    }

    /** The impact. */
    public Outcome impact(Trade trade) {
        Optional<LiveMemory.Heard> heard = risks.heard(trade.accountId());
        if (heard.isEmpty()) {
            return new Outcome.NoSuchAccount();
        }
        WatchedAccount account = heard.get().account();
        return switch (added(account, trade)) {
            case Added.NotComputable(String why) -> new Outcome.NotComputable(why);
            case Added.As(Position added) -> {
                risks.learn(List.of(added.symbol()));
                BigDecimal lotWorth =
                        trade.instrument().contractSize().multiply(added.mark()).multiply(added.conversion());
                yield new Outcome.Told(
                        added.lots(),
                        added.lots().multiply(lotWorth).setScale(2, RoundingMode.HALF_EVEN),
                        new PricePoint(added.mark(), added.markedAt()),
                        risks.risk(heard.get()),
                        risks.risk(new LiveMemory.Heard(
                                after(account, added, trade), heard.get().at())));
            }
        };
    }

    /** The impact of trades of one account, one after the other. */
    public Together impact(String accountId, List<Trade> trades) {
        Optional<LiveMemory.Heard> heard = risks.heard(accountId);
        if (heard.isEmpty()) {
            return new Together.NotComputable("The books have no account %s".formatted(accountId));
        }
        WatchedAccount account = heard.get().account();
        List<String> symbols = new ArrayList<>(
                account.positions().stream().map(Position::symbol).toList());
        for (Trade trade : trades) {
            switch (added(account, trade)) {
                case Added.NotComputable(String why) -> {
                    return new Together.NotComputable(why);
                }
                case Added.As(Position added) -> {
                    symbols.add(added.symbol());
                    account = after(account, added, trade);
                }
            }
        }
        risks.learn(symbols);
        return new Together.Told(
                risks.risk(heard.get()),
                risks.risk(new LiveMemory.Heard(account, heard.get().at())));
    }

    private Added added(WatchedAccount account, Trade trade) {
        String symbol = trade.instrument().symbol();
        Optional<Position> held = account.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .findFirst();
        Optional<PricePoint> price = price(symbol, held);
        if (price.isEmpty()) {
            return new Added.NotComputable("No price of %s is known".formatted(symbol));
        }
        Optional<BigDecimal> conversion = held.map(Position::conversion)
                .or(() -> conversion(trade.instrument(), account.currency(), price.get()));
        if (conversion.isEmpty()) {
            return new Added.NotComputable(
                    "No prices convert %s to %s".formatted(trade.instrument().quote(), account.currency()));
        }
        BigDecimal lotWorth =
                trade.instrument().contractSize().multiply(price.get().price()).multiply(conversion.get());
        return new Added.As(new Position(
                symbol, lots(trade, lotWorth), price.get().price(), price.get().at(), conversion.get()));
    }

    private static BigDecimal lots(Trade trade, BigDecimal lotWorth) {
        BigDecimal lots =
                switch (trade.size()) {
                    case Size.InLots(BigDecimal stated) -> stated;
                    case Size.Notional(BigDecimal amount) ->
                        amount.divide(lotWorth, LOT_DECIMALS, RoundingMode.HALF_EVEN);
                };
        return trade.side() == Side.BUY ? lots : lots.negate();
    }

    /** The newest of what was heard, what the books valued it at, and what brain-service says. */
    private Optional<PricePoint> price(String symbol, Optional<Position> held) {
        Optional<PricePoint> known = memory.price(symbol);
        Optional<PricePoint> marked = held.map(position -> new PricePoint(position.mark(), position.markedAt()));
        if (known.isPresent() && marked.isPresent()) {
            return known.get().at().isAfter(marked.get().at()) ? known : marked;
        }
        return known.or(() -> marked).or(() -> history.price(symbol));
    }

    private Optional<BigDecimal> conversion(Instrument instrument, String currency, PricePoint price) {
        List<String> pairs = catalog.symbolsToConvert(instrument.quote(), currency);
        Map<String, BigDecimal> rates = pairs.isEmpty()
                ? Map.of()
                : history.prices(pairs).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().price()));
        return ConversionRates.of(catalog, rates)
                .with(instrument, price.price())
                .find(instrument.quote(), currency)
                .map(TradeImpactService::rate);
    }

    private static BigDecimal rate(CurrencyConversion conversion) {
        return conversion.numerator().divide(conversion.denominator(), DIGITS);
    }

    /**
     * The account with the trade in its books. The trade itself is made at the price, so it gains and loses nothing.
     */
    private static WatchedAccount after(WatchedAccount account, Position added, Trade trade) {
        WatchedAccount.Cash cash = account.cash();
        List<Position> positions = new ArrayList<>();
        Position merged = added;
        for (Position position : account.positions()) {
            if (position.symbol().equals(added.symbol())) {
                merged = new Position(
                        position.symbol(),
                        position.lots().add(added.lots()),
                        added.mark(),
                        added.markedAt(),
                        position.conversion());
                BigDecimal gain = added.mark()
                        .subtract(position.mark())
                        .multiply(position.lots())
                        .multiply(trade.instrument().contractSize())
                        .multiply(position.conversion());
                cash = new WatchedAccount.Cash(
                        cash.initialBalance(),
                        cash.netCashFlow(),
                        cash.balance(),
                        cash.equity().add(gain));
            } else {
                positions.add(position);
            }
        }
        if (merged.lots().signum() != 0) {
            positions.add(merged);
        }
        List<Holding> holdings = new ArrayList<>(account.holdings());
        if (!trade.strategy().equals(LiveRiskCalculator.UNASSIGNED)) {
            holdings.add(new Holding(trade.strategy(), added.symbol(), added.lots()));
        }
        return new WatchedAccount(
                account.id(),
                account.currency(),
                account.label(),
                cash,
                positions,
                holdings,
                account.sequence(),
                account.updatedAt());
    }
}
