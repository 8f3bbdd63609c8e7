package dev.tradesuite.support.server;

import java.io.IOException;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Looks at the clock whenever something arrives on a connection; when nothing does, Tomcat's own time-out between two
 * packets ends it.
 */
final class DeadlineProcessor extends Http11Processor {

    private final DeadlineProtocol protocol;

    DeadlineProcessor(DeadlineProtocol protocol) {
        super(protocol, protocol.getAdapter());
        this.protocol = protocol;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        long began = getRequest().getStartTimeNanos();
        // A request whose header is whole is forgotten before this is called again.
        if (began >= 0 && protocol.isLate(began)) {
            return SocketState.CLOSED;
        }
        int served = getRequest().getRequestProcessor().getRequestCount();
        SocketState state = super.service(socket);
        if (state != SocketState.OPEN) {
            return state;
        }
        if (getRequest().getRequestProcessor().getRequestCount() != served) {
            protocol.hasSpoken(socket);
            return state;
        }
        return protocol.isSilentTooLong(socket) ? SocketState.CLOSED : state;
    }
}
