package dev.tradesuite.support.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Meter {@code suite.outbox.waiting}: events that are committed and not yet with Kafka. A number that stays above zero
 * means that consumers do not hear of what happened.
 */
final class OutboxMeter implements MeterBinder {

    private final JdbcClient jdbc;

    OutboxMeter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("suite.outbox.waiting", this, OutboxMeter::waiting)
                .description("Events that are committed and not yet with Kafka")
                .register(registry);
    }

    /** Sent events leave the table, so it is short. Not a number while the database does not answer. */
    private double waiting() {
        try {
            return jdbc.sql("SELECT count(*) FROM event_publication")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
