package dev.tradesuite.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DatabaseRoomTest {

    private boolean full;
    private int probes;
    private final DatabaseRoom room = new DatabaseRoom(() -> {
        probes++;
        if (full) {
            throw new IllegalStateException("no room");
        }
    });

    @Test
    void isNotReadyFromTheFirstFailureUntilSomethingCanBeWrittenAgain() {
        full = true;
        room.failed(new IllegalStateException(new SQLException("could not extend file", "53100")));

        assertThat(room.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(room.health().getStatus()).isEqualTo(Status.DOWN);
        full = false;
        assertThat(room.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void writesNothingWhileNothingFails() {
        room.failed(new SQLException("gone", "08006"));
        room.failed(new IllegalStateException("x"));

        assertThat(room.health().getStatus()).isEqualTo(Status.UP);
        assertThat(probes).isZero();
    }
}
