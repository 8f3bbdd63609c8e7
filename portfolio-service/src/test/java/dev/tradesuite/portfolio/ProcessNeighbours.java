package dev.tradesuite.portfolio;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Call;
import dev.tradesuite.test.Neighbour.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Orchestrator, books, prices and risk around processes, each of which meets them at an address of its own. Every order
 * is filled at once; the same key is the same order, and the same approval. Answers to a process can be held.
 */
final class ProcessNeighbours implements AutoCloseable {

    /** What one lot of a currency pair is, and what everything costs. */
    private static final BigDecimal LOT = new BigDecimal("100000");

    private static final BigDecimal PRICE = new BigDecimal("1.10");

    private final Map<String, Neighbour> addresses = new ConcurrentHashMap<>();
    private final Set<String> deaf = ConcurrentHashMap.newKeySet();
    private final List<HeldCalls> holds = new CopyOnWriteArrayList<>();
    private final Map<String, List<JsonNode>> orders = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> approvals = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, BigDecimal> lots = new LinkedHashMap<>();
    private final Set<String> approved = new HashSet<>();

    /** Where a process finds everybody. */
    String url(String process) {
        return addresses.computeIfAbsent(process, this::opened).url();
    }

    private Neighbour opened(String process) {
        Neighbour neighbour = new Neighbour();
        neighbour.answers(call -> answer(process, call));
        return neighbour;
    }

    /** The orchestrator does not answer this process until {@link #answerAll}. */
    void ignore(String process) {
        deaf.add(process);
    }

    /** Nobody is ignored any more, and nothing is held. */
    void answerAll() {
        deaf.clear();
        holds.forEach(HeldCalls::release);
        holds.clear();
    }

    /** Holds calls of a process about which nothing will have been done. */
    HeldCalls holdBefore(String process, Predicate<Call> which) {
        return hold(new HeldCalls(process, HeldCalls.Moment.BEFORE, which));
    }

    /** Holds the answers to calls of a process. */
    HeldCalls holdAfter(String process, Predicate<Call> which) {
        return hold(new HeldCalls(process, HeldCalls.Moment.AFTER, which));
    }

    private HeldCalls hold(HeldCalls held) {
        holds.add(held);
        return held;
    }

    /** The orders of an account that were sent, by their key: what was asked for, as often as it was asked. */
    synchronized Map<String, List<JsonNode>> orders(String account) {
        return about(orders, body -> body.path("account_id").asString("").equals(account));
    }

    /** The approvals about something, by their key: what was asked for, as often as it was asked. */
    synchronized Map<String, List<JsonNode>> approvals(String subject) {
        return about(approvals, body -> body.path("subject").asString("").equals(subject));
    }

    private static Map<String, List<JsonNode>> about(Map<String, List<JsonNode>> all, Predicate<JsonNode> which) {
        return all.entrySet().stream()
                .filter(entry -> which.test(entry.getValue().getFirst()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** What a strategy holds of an account. */
    synchronized BigDecimal lots(String account, String strategy) {
        return lots.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(account + " " + strategy + " "))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A person approves of what was asked under a key. */
    synchronized void approve(String key) {
        approved.add(key);
    }

    @Override
    public void close() {
        holds.forEach(HeldCalls::release);
        addresses.values().forEach(Neighbour::close);
    }

    private Reply answer(String process, Call call) {
        if (deaf.contains(process) && isForTheOrchestrator(call)) {
            return Reply.problem(503, "NOT_READY");
        }
        List<HeldCalls> before = held(process, HeldCalls.Moment.BEFORE, call);
        if (!before.isEmpty()) {
            before.forEach(held -> held.hold(call));
            return Reply.problem(503, "NOT_READY");
        }
        Reply reply = answer(call);
        held(process, HeldCalls.Moment.AFTER, call).forEach(held -> held.hold(call));
        return reply;
    }

    private List<HeldCalls> held(String process, HeldCalls.Moment moment, Call call) {
        return holds.stream()
                .filter(held -> held.isAbout(process, moment, call))
                .toList();
    }

    private static boolean isForTheOrchestrator(Call call) {
        return call.path().startsWith("/api/v1/orchestrator/") || call.path().startsWith("/api/v1/approvals");
    }

    private synchronized Reply answer(Call call) {
        String path = call.path();
        if (path.equals("/api/v1/orchestrator/orders")) {
            return Reply.ok(call.method().equals("GET") ? "{\"orders\":[]}" : ordered(call));
        }
        if (path.equals("/api/v1/approvals")) {
            return Reply.ok(asked(call));
        }
        if (path.startsWith("/api/v1/approvals/")) {
            return Reply.ok(approvals.keySet().stream()
                    .filter(key -> path.endsWith(approvalId(key)))
                    .findFirst()
                    .map(this::approval)
                    .orElse("{}"));
        }
        if (path.equals("/api/v1/prices/latest")) {
            return Reply.ok(prices(String.valueOf(call.query())));
        }
        if (path.equals("/api/v1/accounts")) {
            return Reply.ok("[]");
        }
        if (path.startsWith("/api/v1/accounts/")) {
            String account = path.substring("/api/v1/accounts/".length()).replaceFirst("/.*", "");
            return Reply.ok(path.endsWith("/holdings") ? holdings(account, call.query()) : account(account));
        }
        if (path.equals("/api/v1/risk/trading-state")) {
            return Reply.ok(call.method().equals("GET") ? "[]" : state(call.body()));
        }
        return Reply.problem(404, "NOT_FOUND");
    }

    private String ordered(Call call) {
        JsonNode order = call.body();
        if (order.path("dry_run").asBoolean(false)) {
            return decision(order, "null");
        }
        String key = call.idempotencyKey();
        orders.computeIfAbsent(key, _ -> new ArrayList<>()).add(order);
        return answers.computeIfAbsent(key, _ -> {
            BigDecimal filled = order.has("lots")
                    ? order.path("lots").decimalValue()
                    : order.path("notional").decimalValue().divide(LOT, 2, RoundingMode.DOWN);
            lots.merge(
                    "%s %s %s"
                            .formatted(
                                    order.path("account_id").asString(),
                                    order.path("strategy").asString(),
                                    order.path("symbol").asString()),
                    filled.multiply(BigDecimal.valueOf(
                            Side.valueOf(order.path("side").asString()).sign())),
                    BigDecimal::add);
            return decision(
                    order,
                    """
                    {"order_id":"%s","client_order_id":"%s","status":"filled","filled_lots":%s,"fill_price":%s,\
                    "broker":"paper"}"""
                            .formatted(
                                    UUID.randomUUID(),
                                    order.path("client_order_id").asString(),
                                    filled,
                                    PRICE));
        });
    }

    private static String decision(JsonNode order, String result) {
        return """
               {"decision_id":"%s","symbol":"%s","source":"direct","decision":"PROCEED","can_execute":true,"workflow":{},
                "reasons":[],"warnings":[],"label":"PAPER","input_hash":"x","requested_at":"2026-02-02T10:00:00Z",
                "decided_at":"2026-02-02T10:00:00Z","execution_time_ms":1.0,"timings_ms":{},"execution_result":%s}"""
                .formatted(UUID.randomUUID(), order.path("symbol").asString(), result);
    }

    private String asked(Call call) {
        approvals.computeIfAbsent(call.idempotencyKey(), _ -> new ArrayList<>()).add(call.body());
        return approval(call.idempotencyKey());
    }

    private String approval(String key) {
        JsonNode asked = approvals.getOrDefault(key, List.of()).getFirst();
        String decided = approved.contains(key)
                ? "\"APPROVED\",\"decided_by\":\"bob\",\"reason\":\"I have looked at it\",\"decided_at\":\"%s\""
                        .formatted(Instant.now())
                : "\"PENDING\"";
        return """
               {"id":"%s","kind":"%s","state":%s,"subject":"%s","summary":"x","payload":{},"payload_hash":"%s",
                "checks":[],"asked_by":"a-test","asked_at":"2026-05-01T10:00:00Z","expires_at":"%s","changes":[]}"""
                .formatted(
                        approvalId(key),
                        asked.path("kind").asString(),
                        decided,
                        asked.path("subject").asString(),
                        asked.path("payload_hash").asString(),
                        Instant.now().plusSeconds(900));
    }

    static String approvalId(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String prices(String query) {
        return Stream.of(query.replace("symbols=", "").split("[&,]"))
                .map(symbol -> "{\"symbol\":\"%s\",\"price\":%s,\"at\":\"%s\"}".formatted(symbol, PRICE, Instant.now()))
                .collect(Collectors.joining(",", "{\"prices\":[", "]}"));
    }

    private String account(String account) {
        return """
               {"id":"%1$s","name":"%1$s","currency":"USD","label":"PAPER","status":"ACTIVE","initial_balance":10000,
                "net_cash_flow":0,"balance":10000,"floating_pnl":0,"equity":10000,"margin_used":0,"realised_pnl":0,
                "commission_paid":0,"positions":[],"holdings":%2$s,"sequence":1,"equity_at":"%3$s","updated_at":"%3$s"}"""
                .formatted(account, holdings(account, null), Instant.now());
    }

    private String holdings(String account, @Nullable String query) {
        String holder = query == null ? account + " " : account + " " + query.replaceFirst(".*strategy=", "") + " ";
        return lots.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(holder))
                .map(entry -> {
                    String[] names = entry.getKey().split(" ", -1);
                    return """
                           {"account_id":"%s","strategy":"%s","symbol":"%s","lots":%s,"average_price":%s,"value":%s,\
                           "realised_pnl":0,"unrealised_pnl":0}"""
                            .formatted(
                                    names[0],
                                    names[1],
                                    names[2],
                                    entry.getValue(),
                                    PRICE,
                                    entry.getValue().multiply(LOT).multiply(PRICE));
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String state(JsonNode wanted) {
        return """
               {"scope":"%s","id":"%s","state":"%s","cause":"%s","changed_by":"trade-suite-service",
                "changed_at":"2026-05-01T10:00:00Z"}"""
                .formatted(
                        wanted.path("scope").asString(),
                        wanted.path("id").asString(),
                        wanted.path("state").asString(),
                        wanted.path("reason").asString());
    }
}
