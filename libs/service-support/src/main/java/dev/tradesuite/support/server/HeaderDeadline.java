package dev.tradesuite.support.server;

import java.time.Duration;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Gives the connections of a Tomcat a deadline for the whole header of a request. */
public final class HeaderDeadline implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private final Duration timeout;

    /** @param timeout from the first byte of a request to the end of its header */
    public HeaderDeadline(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.setProtocol(DeadlineProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof DeadlineProtocol protocol) {
                protocol.setHeaderTimeout(timeout);
            }
        });
    }
}
