package dev.tradesuite.broker.paper;

import dev.tradesuite.instruments.HeldLots;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Books in memory; one transaction at a time. */
final class MemoryPaperStore implements PaperStore {

    private final Map<String, PaperBookOrder> orders = new LinkedHashMap<>();
    private final Map<BookKey, HeldLots> held = new HashMap<>();
    private final ReentrantLock transaction = new ReentrantLock();

    @Override
    public <T> T together(Supplier<T> work) {
        transaction.lock();
        try {
            return work.get();
        } finally {
            transaction.unlock();
        }
    }

    @Override
    public PaperState lock(BookKey book, Collection<String> clientOrderIds) {
        Set<String> brackets = new HashSet<>();
        of(book).stream().filter(PaperBookOrder::isWorking).forEach(order -> brackets.add(order.bracket()));
        return new PaperState(
                held(book),
                of(book).stream()
                        .filter(order -> order.isWorking()
                                || (order.bracket() != null && brackets.contains(order.bracket()))
                                || clientOrderIds.contains(order.clientOrderId()))
                        .toList());
    }

    @Override
    public void save(BookKey book, HeldLots lots, List<PaperBookOrder> changed, List<PaperBookOrder> priced) {
        held.put(book, lots);
        changed.forEach(order -> orders.put(order.clientOrderId(), order));
        priced.forEach(order -> orders.put(order.clientOrderId(), order));
    }

    @Override
    public List<PaperBookOrder> find(String accountId, Collection<String> clientOrderIds) {
        return together(() -> orders.values().stream()
                .filter(order -> order.accountId().equals(accountId))
                .filter(order -> clientOrderIds.contains(order.clientOrderId())
                        || clientOrderIds.contains(Objects.requireNonNullElse(order.parent(), "")))
                .toList());
    }

    @Override
    public HeldLots held(BookKey book) {
        return together(() -> held.getOrDefault(book, HeldLots.NONE));
    }

    @Override
    public boolean waitsFor(String symbol) {
        return !waitingFor(symbol).isEmpty();
    }

    @Override
    public List<BookKey> waitingFor(String symbol) {
        return books(order -> order.terms().symbol().equals(symbol));
    }

    @Override
    public List<BookKey> expiring(Instant now) {
        return books(order ->
                order.terms().expiresAt() != null && !order.terms().expiresAt().isAfter(now));
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return 0;
    }

    private List<BookKey> books(Predicate<PaperBookOrder> condition) {
        return together(() -> orders.values().stream()
                .filter(PaperBookOrder::isWorking)
                .filter(condition)
                .map(order -> new BookKey(order.accountId(), order.terms().symbol()))
                .distinct()
                .toList());
    }

    private List<PaperBookOrder> of(BookKey book) {
        return orders.values().stream()
                .filter(order -> order.accountId().equals(book.accountId())
                        && order.terms().symbol().equals(book.symbol()))
                .toList();
    }
}
