package dev.tradesuite.launcher.port;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports nobody uses at the moment. */
public final class FreePorts {

    private FreePorts() {}

    /** That many different ports. All are held until the last is found, so none is found twice. */
    public static List<Integer> find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new SuiteException("no free ports were found (%s)".formatted(e.getMessage()), e);
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new SuiteException("a port cannot be released (%s)".formatted(e.getMessage()), e);
        }
    }
}
