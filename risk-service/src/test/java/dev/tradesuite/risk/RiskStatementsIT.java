package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.SuiteClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Counts the SQL statements of what happens for every order, in the log of Spring's JDBC. */
@RiskIntegrationTest
class RiskStatementsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SuiteClient client;

    @Autowired
    World world;

    @Autowired
    JsonMapper json;

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    private final Statements statements = new Statements();

    @BeforeEach
    void listen() {
        statements.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(statements);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(statements);
        logger.setLevel(null);
    }

    @Test
    void orderThatIsReservedFilledAndBookedCostsFewStatements() {
        world.open("it-statements");
        World.account(client, "it-statements");
        UUID order = UUID.randomUUID();
        String trade = World.trade("it-statements", "BUY", "0.4");

        statements.seen.clear();
        client.with("trade:read").post("/api/v1/risk/check", trade);
        assertThat(statements.ofRequests()).hasSize(1);

        // Lock, what to decide on, and the reservation with what the account holds for it.
        statements.seen.clear();
        World.reserve(client, order, trade);
        assertThat(statements.ofRequests()).hasSize(3);

        // Lock, the reservation, its new state; the account holds as much as before.
        statements.seen.clear();
        world.fill("it-statements", order, "0.4", "0.4", true);
        assertThat(ofEventsUntil(order, "CONFIRMED")).hasSize(3);

        // Lock, the reservation, its new state; the account with the positions that differ.
        statements.seen.clear();
        Account books = world.books("it-statements", 2, "10000", world.eurusd("it-statements", Direction.LONG, "0.4"));
        world.tell(books, order, "0.4", true);
        assertThat(ofEventsUntil(order, "IN_BOOKS")).hasSize(4);

        // A new price: lock, and the account with the positions that differ.
        statements.seen.clear();
        world.tell(world.books("it-statements", 3, "9990", world.eurusd("it-statements", Direction.LONG, "0.4")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statements.ofEvents())
                .as("%s", statements.seen)
                .hasSize(2));
    }

    @Test
    void stakesOfACycleCostAsManyStatementsAsOne() {
        reserve("portfolio-201", 1, 1);

        // Lock, what is held of what the books include, the account, what to decide on, all reservations.
        statements.seen.clear();
        reserve("portfolio-201", 2, 3);
        assertThat(statements.ofRequests()).hasSize(5);
    }

    private List<String> ofEventsUntil(UUID order, String status) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        World.reservation(client, order).at("/status").asString())
                .isEqualTo(status));
        return statements.ofEvents();
    }

    private void reserve(String account, long sequence, int stakes) {
        BigDecimal equity = new BigDecimal("10000");
        Account books = new Account(
                account,
                "Test",
                "USD",
                RunLabel.PAPER,
                AccountStatus.ACTIVE,
                equity,
                BigDecimal.ZERO,
                equity,
                BigDecimal.ZERO,
                equity,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                List.of(),
                sequence,
                world.clock().instant(),
                world.clock().instant());
        ReserveStakesRequest request = new ReserveStakesRequest(
                books,
                List.of(UUID.randomUUID()),
                account.substring("portfolio-".length()),
                "momentum",
                IntStream.range(0, stakes)
                        .mapToObj(i -> new ReserveStakesRequest.Stake(Ids.next(), "m" + i, null, BigDecimal.TEN))
                        .toList());
        SuiteClient.Answer answer =
                client.with("internal").post("/api/v1/risk/reservations/stakes", json.writeValueAsString(request));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Statements with the threads they ran on; those of schedules and of the outbox do not count. */
    private static final class Statements extends AppenderBase<ILoggingEvent> {

        private static final String START = "Executing prepared SQL statement [";

        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (message.startsWith(START)) {
                seen.add(event.getThreadName() + ": " + message.substring(START.length()));
            }
        }

        /** Those of the threads that answer requests. */
        List<String> ofRequests() {
            return seen.stream().filter(line -> line.startsWith("tomcat")).toList();
        }

        /** Those of the threads that take in events. */
        List<String> ofEvents() {
            return seen.stream().filter(line -> line.startsWith("kafka")).toList();
        }
    }
}
