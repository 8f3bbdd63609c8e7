package dev.tradesuite.support.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

/**
 * What a breaker counts: that a service cannot be reached, does not answer in time, or says 503 itself.
 *
 * <p>Any other answer may be about one request: what one client sends must not keep the others from being served.
 */
public final class ServiceDown implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof ServiceUnavailableException unavailable && isDown(unavailable.getCause());
    }

    private static boolean isDown(@Nullable Throwable cause) {
        return switch (cause) {
            case RestClientResponseException answer -> answer.getStatusCode().value() == 503;
            case ResourceAccessException access -> isUnreachable(access.getCause());
            case null, default -> false;
        };
    }

    private static boolean isUnreachable(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectTimeoutException
                || cause instanceof SocketTimeoutException;
    }
}
