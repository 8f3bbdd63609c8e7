package dev.tradesuite.gateway.connection.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Compresses what is told of the models, and the files of the dashboard, for clients that take it: curves are long and
 * much alike, programs are text. Answers of trades are short and wanted at once, they stay as they are.
 */
@Component
public final class AnswerCompression implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final int LEAST_BYTES = 1024;
    private static final List<String> PATHS = List.of("/api/models", "/app");
    private static final List<String> TYPES =
            List.of("application/json", "text/csv", "text/html", "text/css", "text/javascript", "image/svg+xml");

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.compress(LEAST_BYTES).compress(AnswerCompression::isCompressed));
    }

    private static boolean isCompressed(HttpServerRequest request, HttpServerResponse answer) {
        String type = answer.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "");
        return PATHS.stream().anyMatch(path -> isBelow(path, request.uri()))
                && TYPES.stream().anyMatch(type::startsWith);
    }

    private static boolean isBelow(String path, String uri) {
        return uri.startsWith(path) && (uri.length() == path.length() || "/?".indexOf(uri.charAt(path.length())) >= 0);
    }
}
