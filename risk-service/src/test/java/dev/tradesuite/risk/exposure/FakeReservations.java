package dev.tradesuite.risk.exposure;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.risk.account.FakeRiskAccounts;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.Figure;
import dev.tradesuite.risk.check.Legs;
import dev.tradesuite.risk.check.OrderSize;
import dev.tradesuite.risk.check.RiskHolding;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.state.FakeTradingStates;
import dev.tradesuite.risk.state.StateEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reservations in memory, beside accounts and trading states in memory. */
final class FakeReservations implements ReservationStore, ExposureReader {

    final Map<UUID, Reservation> rows = new LinkedHashMap<>();
    final Set<UUID> ended = new TreeSet<>();
    final Map<UUID, Instant> asked = new HashMap<>();
    final List<Instant> forgotten = new ArrayList<>();

    /** What else happens while the end of an order is remembered. */
    Runnable meanwhile = () -> {};

    private final FakeRiskAccounts accounts;
    private final FakeTradingStates states;

    FakeReservations(FakeRiskAccounts accounts, FakeTradingStates states) {
        this.accounts = accounts;
        this.states = states;
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        return Optional.ofNullable(rows.get(orderId));
    }

    @Override
    public List<Reservation> list(String accountId, @Nullable ReservationStatus status, int most) {
        return rows.values().stream()
                .filter(row -> row.accountId().equals(accountId))
                .filter(row -> status == null || row.status() == status)
                .limit(most)
                .toList();
    }

    @Override
    public boolean hasStrategy(String strategy) {
        return rows.values().stream()
                .anyMatch(row -> strategy.equals(row.order().strategy()));
    }

    @Override
    public List<Reservation> held(LockedAccount account) {
        return list(account.account().id(), null, Integer.MAX_VALUE).stream()
                .filter(row -> row.held().signum() > 0)
                .toList();
    }

    @Override
    public void add(LockedAccount account, List<Reservation> reservations, ReplacedOrders replaced) {
        account.write();
        account.heldInRow(sum(reservations, Reservation::heldLoss), sum(reservations, Reservation::heldMargin));
        accounts.write(account.account(), null);
        reservations.forEach(reservation -> rows.put(reservation.orderId(), reservation));
    }

    private static BigDecimal sum(List<Reservation> reservations, Function<Reservation, BigDecimal> part) {
        return reservations.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void save(LockedAccount account, List<Reservation> reservations) {
        reservations.forEach(reservation -> rows.put(reservation.orderId(), reservation));
        account.markWritten();
    }

    @Override
    public void rememberEnd(UUID orderId, Instant at) {
        Runnable others = meanwhile;
        meanwhile = () -> {};
        others.run();
        ended.add(orderId);
    }

    @Override
    public List<Reservation> unaskedSince(Instant moment, int most) {
        return rows.values().stream()
                .filter(row -> row.held().signum() > 0)
                .filter(row ->
                        asked.getOrDefault(row.orderId(), row.createdAt()).isBefore(moment))
                .limit(most)
                .toList();
    }

    @Override
    public void asked(UUID orderId, Instant at) {
        asked.put(orderId, at);
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        forgotten.add(moment);
    }

    @Override
    public void forgetEndsBefore(Instant moment) {
        forgotten.add(moment);
    }

    @Override
    public Optional<AccountSnapshot> snapshot(String accountId, TradeSubjects about) {
        return accounts.find(accountId)
                .map(account -> new AccountSnapshot(
                        account.figures(), List.of(), Figure.zero(), List.copyOf(states.entries.values())));
    }

    @Override
    public List<StateEntry> states(@Nullable String accountId, TradeSubjects about) {
        return List.copyOf(states.entries.values());
    }

    private Map<UUID, RiskHolding> pending(LockedAccount account) {
        return held(account).stream()
                .filter(row -> row.order().size() instanceof OrderSize.Volume)
                .collect(Collectors.toMap(
                        Reservation::orderId,
                        row -> new RiskHolding(
                                row.order().symbol(),
                                row.order().side(),
                                new Lots(row.held()),
                                new Legs.Known(Map.of()),
                                standing(row),
                                Figure.of(row.heldLoss()),
                                true)));
    }

    private static RiskHolding.Standing standing(Reservation row) {
        if (!row.hold().reduces()) {
            return RiskHolding.Standing.PENDING;
        }
        return row.hold().notional().signum() > 0 ? RiskHolding.Standing.CROSSING : RiskHolding.Standing.CLOSING;
    }

    @Override
    public OrderBook orderBook(LockedAccount account, List<ReserveOrder> orders) {
        Set<UUID> ids = orders.stream().map(ReserveOrder::orderId).collect(Collectors.toSet());
        return new OrderBook(
                holdings(account.account().id()),
                pending(account),
                List.copyOf(states.entries.values()),
                rows.values().stream()
                        .filter(row -> ids.contains(row.orderId()))
                        .collect(Collectors.toMap(Reservation::orderId, row -> row)),
                ended.stream().filter(ids::contains).collect(Collectors.toSet()));
    }

    /** Positions in the books. */
    List<RiskHolding> holdings(String account) {
        return accounts.positions.getOrDefault(account, List.of()).stream()
                .map(position -> RiskHolding.booked(
                        TestTrades.CATALOG.find(position.symbol()).orElseThrow(),
                        position.side(),
                        position.lots(),
                        new RiskHolding.AtMark(position.markPrice(), position.lossAtStop(), position.conversionRate())))
                .toList();
    }
}
