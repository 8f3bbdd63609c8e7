package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.ledger.StandIns;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.ledger.prediction.PortfolioCycleService;
import dev.tradesuite.ledger.prediction.PortfolioOrderService;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What tests of the portfolios' API share: a service with stand-ins for those it asks, and cycles on it. */
abstract class PortfolioApiCase {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SuiteClient client;

    @Autowired
    TestEvents events;

    @Autowired
    StandIns standIns;

    @Autowired
    PortfolioOrderService orders;

    @Autowired
    PortfolioCycleService cycles;

    @Autowired
    JdbcClient jdbc;

    static <T> List<T> allAtOnce(List<Callable<T>> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            return threads.invokeAll(work).stream()
                    .map(PortfolioApiCase::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Session begin(String balance) {
        Answer created = writer().post("/portfolios/create", creation("momentum", balance));
        Session session = new Session(created.as(Portfolio.class).portfolioId(), UUID.randomUUID());
        assertThat(session.begin(0).status()).isEqualTo(200);
        return session;
    }

    static String creation(String strategy) {
        return creation(strategy, "1000");
    }

    static String creation(String strategy, String balance) {
        return """
                {"name": "Test %s", "strategy_type": "%s", "initial_balance": %s}"""
                .formatted(UUID.randomUUID(), strategy, balance);
    }

    static String price(String market, @Nullable String bid, Instant at, @Nullable String winner) {
        return """
                {"market_id": "%s", "outcome": "Yes", "bid": %s, "at": "%s", "payout": %s}"""
                .formatted(
                        market,
                        bid == null ? "null" : bid,
                        at,
                        winner == null
                                ? "null"
                                : Map.of("Yes", "1", "No", "0", "half", "0.5").get(winner));
    }

    /** An order of a cycle; the bid of a buy is a cent lower. */
    static String leg(String side, String market, String price, @Nullable String stake, @Nullable String set) {
        return """
                {"side": "%s", "market_id": "%s", "question": "Will it?", "outcome": "Yes", "stake": %s,
                 "price": %s, "set": %s, "reason": "a test"}"""
                .formatted(side, market, stake, price, set == null ? "null" : "\"" + set + "\"");
    }

    static String completion(long portfolio, UUID cycle) {
        return """
                {"fence": 0, "report": {"cycle_id": "%s", "portfolio_id": %d, "strategy": "momentum",
                 "strategy_version": "1", "market_source": "simulated", "label": "SIMULATED",
                 "started_at": "2026-03-04T10:00:00Z", "ended_at": "2026-03-04T10:00:01Z",
                 "counts": {"events": 1, "events_kept": 1, "markets": 1, "markets_kept": 1, "signals": 1,
                            "open_slots": 10, "trades": 1, "denied": 0, "settled": 0},
                 "signals": [], "orders": [], "steps": [], "warnings": [], "replayed": false}}
                """
                .formatted(cycle, portfolio);
    }

    /** A cycle of a portfolio, as its controller sees it. */
    final class Session {

        final long id;
        final UUID cycle;

        Session(long id, UUID cycle) {
            this.id = id;
            this.cycle = cycle;
        }

        String path() {
            return "/portfolios/" + id;
        }

        Session with(UUID other) {
            return new Session(id, other);
        }

        Session next() {
            Session next = with(UUID.randomUUID());
            next.begin(0);
            return next;
        }

        Answer begin(long fence) {
            return service().put(path() + "/cycles/" + cycle, "{\"fence\": %d}".formatted(fence));
        }

        Portfolio portfolio() {
            return reader().get(path()).as(Portfolio.class);
        }

        /** At this ask; the bid is a cent lower. */
        String buy(String market, String price, String stake) {
            String bid = new BigDecimal(price).subtract(new BigDecimal("0.01")).toPlainString();
            return order("BUY", market, price, "\"stake\": %s, \"exit_price\": %s,".formatted(stake, bid));
        }

        String sell(String market, String price) {
            return order("SELL", market, price, "");
        }

        String order(String side, String market, String price, String more) {
            return """
                    {"cycle_id": "%s", "fence": 0, "side": "%s", "market_id": "%s", "question": "Will it?",
                     "outcome": "Yes", %s "price": %s, "label": "SIMULATED", "reason": "a test"}"""
                    .formatted(cycle, side, market, more, price);
        }

        String fenced(long fence, String order) {
            return order.replace("\"fence\": 0", "\"fence\": " + fence);
        }

        /** The order with a further field, which wins over an earlier one of the same name. */
        String with(String field, String value, String order) {
            String without = order.replaceFirst("\"%s\": [^,]+, ".formatted(field), "");
            return without.replaceFirst("\\}$", ", \"%s\": %s}".formatted(field, value));
        }

        Answer tryOrder(String order) {
            return service().post(path() + "/orders", order);
        }

        PortfolioOrder order(String order) {
            Answer answer = tryOrder(order);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.as(PortfolioOrder.class);
        }

        MarkedPrices prices(String price) {
            Answer answer = service()
                    .post(
                            path() + "/prices",
                            "{\"cycle_id\": \"%s\", \"fence\": 0, \"prices\": [%s]}".formatted(cycle, price));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.as(MarkedPrices.class);
        }

        CycleOrders orders(String prices, String... legs) {
            Answer answer = service()
                    .post(
                            path() + "/cycles/" + cycle + "/orders",
                            """
                            {"fence": 0, "label": "SIMULATED", "prices": [%s], "orders": [%s]}"""
                                    .formatted(prices, String.join(", ", legs)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.as(CycleOrders.class);
        }

        Answer report() {
            return reader().get(path() + "/cycles/" + cycle);
        }

        JsonNode complete() {
            Answer answer = service().post(path() + "/cycles/" + cycle + "/complete", completion(id, cycle));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.json();
        }
    }

    Answer patch(String path, String body) {
        return writer().header("Content-Type", "application/json")
                .send("PATCH", path, HttpRequest.BodyPublishers.ofString(body));
    }

    SuiteClient reader() {
        return client.with("trade:read");
    }

    SuiteClient service() {
        return client.with("internal");
    }

    SuiteClient writer() {
        return client.with("portfolio:write");
    }

    List<JsonNode> published(long portfolio) {
        return events.publishedFor(Long.toString(portfolio));
    }

    List<String> statuses(Session session, String query) {
        return texts(reader().get(session.path() + "/positions" + query).json(), "status");
    }

    static List<Long> numbers(Answer page) {
        return StreamSupport.stream(page.json().get("portfolios").spliterator(), false)
                .map(portfolio -> portfolio.get("portfolio_id").asLong())
                .toList();
    }

    static String status(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/status").asString();
    }

    static List<String> reasons(PortfolioOrder order) {
        assertThat(order.status()).isEqualTo(PortfolioOrder.Status.DENIED);
        return order.reasons().stream().map(reason -> reason.code()).toList();
    }

    static List<String> fields(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        return texts(refused.json().get("errors"), "field");
    }

    static List<String> texts(Iterable<JsonNode> nodes, String name) {
        Stream<JsonNode> all = StreamSupport.stream(nodes.spliterator(), false);
        return all.map(node -> node.get(name).asString()).toList();
    }
}
