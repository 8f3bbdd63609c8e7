package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.FencedRun;
import dev.tradesuite.ledger.prediction.PortfolioOrderService;
import dev.tradesuite.ledger.prediction.WantedOrder;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a request, each checked by itself: those that are orders go to the books, the others are answered as
 * denied, and so is the set they are a leg of.
 */
final class CycleBatch {

    private final FencedRun run;
    private final CycleOrdersRequest request;
    private final Instant now;
    private final List<WantedOrder> wanted = new ArrayList<>();
    private final Map<String, String> brokenSets = new HashMap<>();

    /** For each order of the request, in its order: the order it becomes, or why it is none. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(@Nullable UUID orderId, @Nullable PortfolioOrder notValid) {}

    CycleBatch(FencedRun run, CycleOrdersRequest request, Validator validator, Instant now) {
        this.run = run;
        this.request = request;
        this.now = now;
        Map<String, Set<Side>> sidesOfSets = request.orders().stream()
                .filter(order -> order.set() != null)
                .collect(Collectors.groupingBy(
                        order -> Objects.requireNonNull(order.set()),
                        Collectors.mapping(CycleOrdersRequest.Order::side, Collectors.toCollection(HashSet::new))));
        Set<UUID> seen = new HashSet<>();
        for (CycleOrdersRequest.Order order : request.orders()) {
            PortfolioOrderRequest alone = PortfolioOrderMapper.alone(order, run, request.label());
            List<String> faults = new ArrayList<>(faults(alone, validator));
            if (order.set() != null
                    && sidesOfSets.getOrDefault(order.set(), Set.of()).size() > 1) {
                faults.add("set: its orders must all be BUYs or all be SELLs");
            }
            if (faults.isEmpty()) {
                WantedOrder one = new WantedOrder(PortfolioOrderMapper.terms(alone), order.set());
                if (seen.add(one.id(run))) {
                    wanted.add(one);
                    entries.add(new Entry(one.id(run), null));
                    continue;
                }
                faults.add("market_id: the request has an order for this market and side already");
            }
            entries.add(new Entry(null, notValid(order, faults)));
        }
    }

    private static List<String> faults(PortfolioOrderRequest order, Validator validator) {
        Set<ConstraintViolation<PortfolioOrderRequest>> violations = validator.validate(order);
        Stream<String> faults = violations.isEmpty()
                ? PortfolioOrderMapper.faults(order).stream().map(CycleBatch::text)
                : violations.stream()
                        .map(violation -> "%s: %s"
                                .formatted(snakeCase(violation.getPropertyPath().toString()), violation.getMessage()))
                        .sorted();
        return faults.toList();
    }

    private static String text(FieldError fault) {
        return "%s: %s".formatted(fault.field(), fault.message());
    }

    private static String snakeCase(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private PortfolioOrder notValid(CycleOrdersRequest.Order order, List<String> faults) {
        String message = String.join("; ", faults);
        if (order.set() != null) {
            brokenSets.putIfAbsent(
                    order.set(), "its leg in market %s is no order, %s".formatted(order.marketId(), message));
        }
        // It is never stored, and has an identity of its own.
        String name = "%d/%s/not valid/%d".formatted(run.portfolioId(), run.cycleId(), entries.size());
        return new PortfolioOrder(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                run.portfolioId(),
                run.cycleId(),
                order.side(),
                order.marketId(),
                order.outcome(),
                PortfolioOrder.Status.DENIED,
                List.of(new Reason(PortfolioReason.ORDER_NOT_VALID.name(), message)),
                null,
                null,
                now,
                now);
    }

    /** What the books are to do. */
    PortfolioOrderService.Batch batch() {
        return new PortfolioOrderService.Batch(
                request.prices().stream().map(PortfolioOrderMapper::price).toList(), wanted, brokenSets);
    }

    /** What became of it, in the order of the request. */
    CycleOrders answer(PortfolioOrderService.Result result) {
        return new CycleOrders(
                PortfolioMapper.of(result.portfolio()),
                PortfolioMapper.positions(result.portfolio()),
                entries.stream().map(entry -> answer(entry, result)).toList(),
                result.settlements().stream()
                        .map(trade -> PortfolioMapper.of(run.portfolioId(), trade))
                        .toList());
    }

    private static PortfolioOrder answer(Entry entry, PortfolioOrderService.Result result) {
        return entry.notValid == null
                ? PortfolioMapper.of(Objects.requireNonNull(result.orders().get(entry.orderId)))
                : entry.notValid;
    }
}
