package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.support.idempotency.KeyStore;
import dev.tradesuite.support.idempotency.RequestKey;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class KeyStoreIT {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Autowired
    private KeyStore keys;

    @Autowired
    private UnitOfWork work;

    @Autowired
    private JdbcClient jdbc;

    private final String client = UUID.randomUUID().toString();
    private final RequestKey key = new RequestKey(client, "k1", "f1");

    @Test
    void keyWaitsForItsAnswerAndKeepsTheFirst() {
        UUID order = UUID.randomUUID();
        assertThat(keys.insert(key, order, null, NOW)).isTrue();
        assertThat(keys.find(client, "k1")).contains(new KeyStore.Entry("f1", order, null));

        assertThat(keys.answer(order, "filled")).isTrue();
        keys.answer(client, "k1", "another");
        assertThat(keys.answer(order, "a third")).isFalse();

        assertThat(keys.find(client, "k1")).contains(new KeyStore.Entry("f1", order, "filled"));
        assertThat(keys.insert(key, null, "again", NOW)).isFalse();
    }

    @Test
    void sameKeyWaitsForTheTransactionThatAddsItAndTakesItsPlaceWhenThatRollsBack() {
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        try {
            work.durable(() -> {
                keys.insert(key, null, "the first one's", NOW);
                Thread.startVirtualThread(() -> second.complete(keys.insert(key, null, "the second one's", NOW)));
                Awaitility.await().until(this::somebodyWaits);
                throw new IllegalStateException("rolls back");
            });
        } catch (IllegalStateException _) {
            // As it should.
        }

        assertThat(second.join()).isTrue();
        assertThat(keys.find(client, "k1")).contains(new KeyStore.Entry("f1", null, "the second one's"));
    }

    @Test
    void oldKeysAreForgotten() {
        keys.insert(key, null, "old", Instant.parse("2020-01-01T00:00:00Z"));
        keys.insert(new RequestKey(client, "k2", "f1"), null, "new", NOW);

        assertThat(keys.forget(Instant.parse("2020-01-02T00:00:00Z"))).isEqualTo(1);
        assertThat(keys.find(client, "k1")).isEmpty();
        assertThat(keys.find(client, "k2")).isPresent();
    }

    private boolean somebodyWaits() {
        return CompletableFuture.supplyAsync(() -> jdbc.sql(
                                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO idempotency_key%'
                        """)
                                .query(Integer.class)
                                .single())
                        .join()
                == 1;
    }
}
