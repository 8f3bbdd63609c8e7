package dev.tradesuite.gateway.connection.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Compresses what is told of the models for clients that take it: curves are long and much alike. Answers of trades are
 * short and wanted at once, they stay as they are.
 */
@Component
public final class AnswerCompression implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final int LEAST_BYTES = 1024;
    private static final String PATH = "/api/models";
    private static final List<String> TYPES = List.of("application/json", "text/csv", "text/html");

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.compress(LEAST_BYTES).compress(AnswerCompression::isCompressed));
    }

    private static boolean isCompressed(HttpServerRequest request, HttpServerResponse answer) {
        String type = answer.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "");
        return isOfModels(request.uri()) && TYPES.stream().anyMatch(type::startsWith);
    }

    private static boolean isOfModels(String uri) {
        return uri.startsWith(PATH) && (uri.length() == PATH.length() || "/?".indexOf(uri.charAt(PATH.length())) >= 0);
    }
}
