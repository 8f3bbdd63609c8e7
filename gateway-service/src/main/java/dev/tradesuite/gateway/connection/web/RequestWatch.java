package dev.tradesuite.gateway.connection.web;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.gateway.connection.ConnectionSettings;
import dev.tradesuite.support.problem.Escapes;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends a connection on which no request arrives in time, and answers what is no HTTP with a problem.
 *
 * <p>Stands between Netty's codec and the server; one for each connection, used by its event loop alone. A deadline and
 * not a time-out between packets: a client that sends one byte a second would hold its connection for ever.
 */
final class RequestWatch extends ChannelDuplexHandler {

    /** A body that brings less than this may not take for ever. */
    private static final int SLOWEST_BYTES_PER_SECOND = 16_384;

    private final ConnectionSettings settings;
    private final JsonMapper json;
    private @Nullable ScheduledFuture<?> deadline;
    private int unanswered;
    private long bodyBeganNanos;
    private long bodyBytes;
    private boolean refused;
    private boolean upgraded;

    RequestWatch(ConnectionSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expectRequestWithin(settings.headerTimeout(), context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        expectNothing();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        expectNothing();
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        Optional<String> fault = message instanceof HttpObject part ? fault(part) : Optional.empty();
        if (message instanceof HttpRequest) {
            expectNothing();
            unanswered++;
        }
        if (message instanceof HttpObject part && !refused && isTooSlow(part)) {
            refused = true;
            var _ = context.close();
        }
        if (fault.isPresent() && !refused) {
            refused = true;
            refuse(context, fault.get());
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response
                && response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            upgraded = true;
            endReadTimeout(context);
        }
        boolean answered = message instanceof LastHttpContent && !isInterim(message);
        super.write(context, message, promise);
        if (answered && --unanswered <= 0 && !upgraded) {
            unanswered = 0;
            expectRequestWithin(settings.idleTimeout(), context);
        }
    }

    /** Whether a body comes too slowly. Its request is on its way already, so there is nothing to answer. */
    private boolean isTooSlow(HttpObject part) {
        if (part instanceof HttpRequest) {
            bodyBeganNanos = System.nanoTime();
            bodyBytes = 0;
        }
        if (part instanceof HttpContent body) {
            bodyBytes += body.content().readableBytes();
        }
        Duration allowed = settings.wholeBodyTimeout().plusMillis(bodyBytes * 1_000 / SLOWEST_BYTES_PER_SECOND);
        return System.nanoTime() - bodyBeganNanos > allowed.toNanos();
    }

    /**
     * Takes away the server's limit between two packets of a request. The server does it itself with the last packet,
     * but not when the answer is given before that one is looked at; whoever only listens would then be cut off.
     */
    private static void endReadTimeout(ChannelHandlerContext context) {
        if (context.pipeline().get(NettyPipeline.ReadTimeoutHandler) != null) {
            var _ = context.pipeline().remove(NettyPipeline.ReadTimeoutHandler);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof FullHttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void expectRequestWithin(Duration time, ChannelHandlerContext context) {
        expectNothing();
        deadline = context.executor()
                .schedule(
                        () -> {
                            var _ = context.close();
                        },
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void expectNothing() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** What is wrong with a part of a request; empty when it can be passed on. */
    private static Optional<String> fault(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            return Optional.of("This is no HTTP, or its headers are too large");
        }
        return part instanceof HttpRequest request ? fault(request) : Optional.empty();
    }

    private static Optional<String> fault(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return Optional.of("expected HTTP/1.1");
        }
        try {
            URI address = new URI(request.uri());
            Escapes.decoded(String.valueOf(address.getRawPath()));
            Escapes.decoded(String.valueOf(address.getRawQuery()));
            return Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.of("The address cannot be read: an escape is broken, or a character needs one");
        }
    }

    private void refuse(ChannelHandlerContext context, String detail) {
        ProblemCode code = ProblemCode.VALIDATION_FAILED;
        Problem problem = new Problem(
                URI.create(code.type()), code.title(), code.status(), detail, null, code.name(), List.of(), null);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(code.status()),
                Unpooled.wrappedBuffer(json.writeValueAsBytes(problem)));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
