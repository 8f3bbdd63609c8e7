package dev.tradesuite.signals.stream.web;

import dev.tradesuite.signals.stream.StreamConnection;
import dev.tradesuite.signals.stream.StreamEnd;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** One WebSocket. */
final class SocketConnection implements StreamConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

    private final WebSocketSession session;

    SocketConnection(WebSocketSession session) {
        this.session = session;
    }

    @Override
    public void send(String text) throws IOException {
        try {
            session.sendMessage(new TextMessage(text));
        } catch (IllegalStateException e) {
            // It was closed meanwhile.
            throw new IOException(e);
        }
    }

    @Override
    public void close(StreamEnd reason) {
        try {
            session.close(new CloseStatus(reason.code(), reason.sentence()));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A client was gone before its connection was closed", e);
        }
    }
}
