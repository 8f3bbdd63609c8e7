package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import dev.tradesuite.launcher.postgres.PostgresPart;
import dev.tradesuite.support.boot.KafkaLogin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL and Kafka alone, on the data of a suite that does not run and on ports nobody knows. */
public final class DataServers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataServers.class);

    private final Secrets secrets;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private boolean postgresRuns;
    private boolean kafkaRuns;

    public DataServers(SuiteHome home, Duration startTimeout, Duration stopTimeout) {
        Iterator<Integer> ports = FreePorts.find(3).iterator();
        this.secrets = Secrets.loadOrCreate(home.secrets());
        this.postgres = new PostgresPart(home, ports.next(), secrets, startTimeout, stopTimeout);
        this.kafka = new KafkaPart(
                home.kafka(),
                ports.next(),
                ports.next(),
                new KafkaLogin(KafkaLogin.USER, secrets.get(Secret.KAFKA_SUITE)),
                what -> LOG.warn("Kafka was repaired: {}", what));
    }

    /** Starts PostgreSQL. */
    public DatabaseAccess database() throws Exception {
        if (!postgresRuns) {
            postgres.start();
            postgresRuns = true;
        }
        return new DatabaseAccess(postgres.address(), secrets);
    }

    /** Starts Kafka. */
    public KafkaAccess events() throws Exception {
        if (!kafkaRuns) {
            kafka.start();
            kafkaRuns = true;
        }
        return KafkaAccess.of(kafka.address(), secrets);
    }

    /** Stops what was started, so that the data is whole on the disk. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while PostgreSQL and Kafka were stopped");
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void stop() throws Exception {
        try {
            kafka.stop();
        } finally {
            postgres.stop();
        }
    }
}
