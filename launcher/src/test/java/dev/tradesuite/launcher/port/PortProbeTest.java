package dev.tradesuite.launcher.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortProbeTest {

    @Test
    void seesAServerAndItsEnd() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(PortProbe.isFree("127.0.0.1", port)).isFalse();
            assertThat(PortProbe.answers(port)).isTrue();
        }
        assertThat(PortProbe.isFree("127.0.0.1", port)).isTrue();
        assertThat(PortProbe.answers(port)).isFalse();
    }

    @Test
    void findsTheProcessThatListens() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            assertThat(PortOwner.of(server.getLocalPort())).hasValue(ProcessHandle.current());
            assertThat(PortOwner.describe(server.getLocalPort()))
                    .isEqualTo("java (process %d)"
                            .formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void readsTheTableOfSockets(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(
                folder.resolve("tcp"),
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31337 1
                   1: 0100007F:1F40 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 31338 1
                   2: 0100007F:1F41 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31339 1
                """);

        assertThat(PortOwner.listeningSockets(table, 8000)).containsExactly("socket:[31337]");
        assertThat(PortOwner.listeningSockets(folder.resolve("none"), 8000)).isEmpty();
    }
}
