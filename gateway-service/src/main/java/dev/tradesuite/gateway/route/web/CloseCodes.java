package dev.tradesuite.gateway.route.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets the codes 1012 and 1013 of a service come through to its clients, which tell one from the other.
 *
 * <p>The gateway's own filter knows the codes of RFC 6455 alone and would make 1002, a fault of the protocol, of those
 * that were registered later. Between the two of them they travel as private codes, which it passes on.
 */
@Component
final class CloseCodes implements BeanPostProcessor {

    private static final int FIRST = 1012;
    private static final int LAST = 1014;
    private static final int PRIVATE = 3_000;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case WebSocketClient client -> new Client(client);
            case WebSocketService service ->
                (WebSocketService) (exchange, handler) ->
                        service.handleRequest(exchange, with(handler, UnaryOperator.identity(), CloseCodes::original));
            default -> bean;
        };
    }

    private static CloseStatus hidden(CloseStatus status) {
        int code = status.getCode();
        return code >= FIRST && code <= LAST ? new CloseStatus(code + PRIVATE, status.getReason()) : status;
    }

    private static CloseStatus original(CloseStatus status) {
        int code = status.getCode() - PRIVATE;
        return code >= FIRST && code <= LAST ? new CloseStatus(code, status.getReason()) : status;
    }

    private static WebSocketHandler with(
            WebSocketHandler handler, UnaryOperator<CloseStatus> heard, UnaryOperator<CloseStatus> told) {
        return new WebSocketHandler() {

            @Override
            public List<String> getSubProtocols() {
                return handler.getSubProtocols();
            }

            @Override
            public Mono<Void> handle(WebSocketSession session) {
                return handler.handle(new Translated(session, heard, told));
            }
        };
    }

    /** The way to a service. */
    private record Client(WebSocketClient client) implements WebSocketClient {

        @Override
        public Mono<Void> execute(URI url, WebSocketHandler handler) {
            return client.execute(url, with(handler, CloseCodes::hidden, UnaryOperator.identity()));
        }

        @Override
        public Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler) {
            return client.execute(url, headers, with(handler, CloseCodes::hidden, UnaryOperator.identity()));
        }
    }

    /**
     * A session whose codes are others.
     *
     * @param heard what a code becomes that ended it
     * @param told what a code becomes that ends it
     */
    private record Translated(
            WebSocketSession session, UnaryOperator<CloseStatus> heard, UnaryOperator<CloseStatus> told)
            implements WebSocketSession {

        @Override
        public Mono<Void> close(CloseStatus status) {
            return session.close(told.apply(status));
        }

        @Override
        public Mono<CloseStatus> closeStatus() {
            return session.closeStatus().map(heard);
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public HandshakeInfo getHandshakeInfo() {
            return session.getHandshakeInfo();
        }

        @Override
        public DataBufferFactory bufferFactory() {
            return session.bufferFactory();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return session.getAttributes();
        }

        @Override
        public Flux<WebSocketMessage> receive() {
            return session.receive();
        }

        @Override
        public Mono<Void> send(Publisher<WebSocketMessage> messages) {
            return session.send(messages);
        }

        @Override
        public boolean isOpen() {
            return session.isOpen();
        }

        @Override
        public WebSocketMessage textMessage(String payload) {
            return session.textMessage(payload);
        }

        @Override
        public WebSocketMessage binaryMessage(Function<DataBufferFactory, DataBuffer> payload) {
            return session.binaryMessage(payload);
        }

        @Override
        public WebSocketMessage pingMessage(Function<DataBufferFactory, DataBuffer> payload) {
            return session.pingMessage(payload);
        }

        @Override
        public WebSocketMessage pongMessage(Function<DataBufferFactory, DataBuffer> payload) {
            return session.pongMessage(payload);
        }
    }
}
