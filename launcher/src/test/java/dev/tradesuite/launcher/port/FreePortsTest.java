package dev.tradesuite.launcher.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    /** Linux gives ports from 32,768 on to outgoing connections, others from 49,152 on. */
    @Test
    void noneIsOneOfAnOutgoingConnectionAndNoneIsFoundTwice() {
        List<Integer> found = new ArrayList<>(FreePorts.find(20));
        found.addAll(FreePorts.find(20));

        assertThat(found).hasSize(40).doesNotHaveDuplicates().allSatisfy(port -> assertThat(port)
                .isBetween(20_000, 31_999));
    }

    @Test
    void somebodyCanListenThere() throws IOException {
        try (ServerSocket server =
                new ServerSocket(FreePorts.find(1).getFirst(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.isBound()).isTrue();
        }
    }
}
