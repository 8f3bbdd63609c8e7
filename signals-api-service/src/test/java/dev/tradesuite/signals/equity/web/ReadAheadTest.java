package dev.tradesuite.signals.equity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void writesInOrderAndIsOneAheadAtMost() {
        AtomicInteger read = new AtomicInteger();
        List<String> written = new ArrayList<>();
        ReadAhead.each(
                List.of(1, 2, 3, 4),
                number -> {
                    read.incrementAndGet();
                    return "read " + number;
                },
                text -> {
                    assertThat(read.get()).isLessThanOrEqualTo(written.size() + 2);
                    written.add(text);
                });
        assertThat(written).containsExactly("read 1", "read 2", "read 3", "read 4");
        ReadAhead.each(List.<Integer>of(), number -> number, _ -> written.add("nothing"));
        assertThat(written).hasSize(4);
    }

    @Test
    void whatFailsFailsForTheCaller() {
        assertThatThrownBy(() -> ReadAhead.each(
                        List.of(1, 2),
                        number -> {
                            if (number == 2) {
                                throw new IllegalArgumentException("no 2");
                            }
                            return number;
                        },
                        _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no 2");
        assertThatThrownBy(() -> ReadAhead.each(List.of(1, 2), number -> number, _ -> {
                    throw new UncheckedIOException(new IOException("gone"));
                }))
                .isInstanceOf(UncheckedIOException.class);
    }
}
