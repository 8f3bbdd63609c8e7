package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.orchestrator.order.Instances;
import dev.tradesuite.orchestrator.order.OrderSettings;
import dev.tradesuite.support.Ids;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code instance}, whose times are those of the database. */
@Component
final class JdbcInstances implements Instances {

    private final String self = "orchestrator-" + Ids.next();
    private final JdbcClient jdbc;
    private final double leaseSeconds;

    JdbcInstances(JdbcClient jdbc, OrderSettings settings) {
        this.jdbc = jdbc;
        this.leaseSeconds = settings.instance().lease().toMillis() / 1_000.0;
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public void beat() {
        // A beat that is lost with the power is of no use to anybody: the commit does not wait for the disk.
        jdbc.sql(
                        """
                        WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true)),
                        gone AS (DELETE FROM instance WHERE beat_at < now() - INTERVAL '1 day')
                        INSERT INTO instance (id, beat_at) SELECT :self, now() FROM relaxed
                        ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at
                        """)
                .param("self", self)
                .update();
    }

    @Override
    public Set<String> living() {
        return Set.copyOf(jdbc.sql("SELECT id FROM instance WHERE beat_at > now() - make_interval(secs => :lease)")
                .param("lease", leaseSeconds)
                .query(String.class)
                .list());
    }

    @Override
    public void leave() {
        jdbc.sql("DELETE FROM instance WHERE id = :self").param("self", self).update();
    }
}
