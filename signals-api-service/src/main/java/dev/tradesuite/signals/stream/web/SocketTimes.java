package dev.tradesuite.signals.stream.web;

import jakarta.websocket.Session;
import java.time.Duration;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** How long Tomcat waits for a client that takes nothing. */
final class SocketTimes {

    /** Properties of a session, by the documentation of Tomcat's WebSocket. */
    private static final String SENDING = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final String CLOSING = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

    private SocketTimes() {}

    /**
     * A client that takes nothing for so long is told to go; one that does not even take that is cut off after as long
     * again.
     */
    static void limit(WebSocketSession session, Duration stall) {
        if (session instanceof NativeWebSocketSession known && known.getNativeSession() instanceof Session tomcat) {
            tomcat.getUserProperties().put(SENDING, 2 * stall.toMillis());
            tomcat.getUserProperties().put(CLOSING, stall.toMillis());
        }
    }
}
