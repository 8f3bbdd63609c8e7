package dev.tradesuite.gateway.connection.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose client takes nothing of what waits for it: until then the service behind waits too.
 *
 * <p>One for each connection, used by its event loop alone.
 */
final class AnswerWatch extends ChannelInboundHandlerAdapter {

    private final Duration timeout;
    private @Nullable ScheduledFuture<?> deadline;

    AnswerWatch(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        waitNoLonger();
        if (!context.channel().isWritable()) {
            deadline = context.executor()
                    .schedule(
                            () -> {
                                var _ = context.close();
                            },
                            timeout.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        super.channelWritabilityChanged(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        waitNoLonger();
        super.channelInactive(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waitNoLonger();
    }

    private void waitNoLonger() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
