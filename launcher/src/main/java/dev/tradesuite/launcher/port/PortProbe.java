package dev.tradesuite.launcher.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Tries whether a server could listen on a port. */
public final class PortProbe {

    private static final int CONNECT_MILLIS = 300;

    private PortProbe() {}

    /** Whether a server can listen on the port of that address now. */
    public static boolean isFree(String address, int port) {
        // Where the wildcard address may be shared, binding alone does not notice a server; a connection does.
        return !answers(port) && canBind(address, port);
    }

    /** Whether something accepts connections on the loopback port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean canBind(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
