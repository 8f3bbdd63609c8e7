package dev.tradesuite.gateway.connection.web;

import dev.tradesuite.gateway.connection.ConnectionSettings;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** Gives every connection of the server its watch and its limits. */
@Component
public final class ServerConnections implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final ConnectionSettings settings;
    private final JsonMapper json;

    ServerConnections(ConnectionSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::watched);
    }

    private HttpServer watched(HttpServer server) {
        return server.readTimeout(settings.bodyTimeout()).doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "requestWatch", new RequestWatch(settings, json))
                .addAfter(NettyPipeline.HttpCodec, "answerWatch", new AnswerWatch(settings.answerTimeout())));
    }
}
