package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** One account's book in EURUSD: what is sent at 10:00, and the five-minute candles after it. */
abstract class PaperBookCase {

    static final Instrument EURUSD = InstrumentCatalog.shipped().find("EURUSD").orElseThrow();
    static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    static final Reason WHY = new Reason("WHY", "because");
    static final BigDecimal MARKET = new BigDecimal("1.0835");

    PaperBook book =
            new PaperBook(EURUSD, PaperTerms.PLAIN, new PaperState(HeldLots.NONE, List.of()), UUID::randomUUID);

    void sendTrailing() {
        send("a", market(Side.BUY, "0.40").protectedBy(new Protection(null, null, Pips.of(50))));
    }

    static TradeTerms stopLimit(String trigger, String limit) {
        return TradeTerms.stopLimit("EURUSD", Side.BUY, Lots.of("0.40"), price(trigger), price(limit));
    }

    String trigger(String id) {
        return order(id).terms().trigger().toPlainString();
    }

    static BigDecimal price(String price) {
        return new BigDecimal(price);
    }

    void sendProtected() {
        send("a", terms(Side.BUY, OrderType.MARKET, "0.40", null, protection("1.0785", "1.0935")));
    }

    void send(String id, TradeTerms terms) {
        book.submit(request(id, terms), TEN);
    }

    /** An order of a strategy. */
    void send(String id, String strategy, TradeTerms terms) {
        book.submit(request(id, strategy, terms), TEN);
    }

    static BrokerRequest request(String id, String strategy, TradeTerms terms) {
        return new BrokerRequest(id, "main", terms, MARKET, strategy);
    }

    static BrokerRequest request(String id, TradeTerms terms) {
        return new BrokerRequest(id, "main", terms, MARKET);
    }

    static PaperBook bookOf(PaperTerms terms) {
        return new PaperBook(EURUSD, terms, new PaperState(HeldLots.NONE, List.of()), UUID::randomUUID);
    }

    static PaperTerms fraction(String fraction) {
        return new PaperTerms(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Duration.ZERO,
                new BigDecimal(fraction),
                null,
                Set.of());
    }

    static TradeTerms market(Side side, String lots) {
        return terms(side, OrderType.MARKET, lots, null, Protection.NONE);
    }

    static TradeTerms limit(String price) {
        return terms(Side.BUY, OrderType.LIMIT, "0.40", price, Protection.NONE);
    }

    static TradeTerms expiring(String limit, Instant end) {
        return limit(limit).until(end);
    }

    static TradeTerms terms(Side side, OrderType type, String lots, @Nullable String price, Protection protection) {
        BigDecimal stated = price == null ? null : new BigDecimal(price);
        return TradeTerms.of(
                        "EURUSD",
                        side,
                        type,
                        Lots.of(lots),
                        type.hasLimit() ? stated : null,
                        type.hasTrigger() ? stated : null)
                .protectedBy(protection);
    }

    static Protection protection(String stop, String target) {
        return Protection.of(new BigDecimal(stop), new BigDecimal(target));
    }

    /** The five-minute candle with this number, counted from 10:00. */
    static BrokerCandle candle(int number, String open, String high, String low, String close) {
        Instant opens = TEN.plusSeconds(300L * number);
        return new BrokerCandle(
                "EURUSD",
                opens,
                opens.plusSeconds(300),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close));
    }

    PaperBookOrder order(String id) {
        return book.order(id).orElseThrow();
    }

    BrokerOrderStatus status(String id) {
        return order(id).status();
    }

    @Nullable
    String cause(String id) {
        Reason cause = order(id).cause();
        return cause == null ? null : cause.code();
    }

    List<Tuple> executions(String id) {
        return order(id).executions().stream()
                .map(execution ->
                        tuple(execution.lots().toString(), execution.price().toPlainString(), execution.at()))
                .toList();
    }
}
