package dev.tradesuite.signals.stream.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.signals.stream.StreamReader;
import dev.tradesuite.signals.stream.StreamVisit;
import dev.tradesuite.signals.stream.TicketService;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.support.problem.ProblemWriter;
import dev.tradesuite.support.security.OpenReads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Decides who may open the feed: who has a token, a ticket, or nothing where reads are open. Whatever is wrong is a
 * problem before the connection becomes a WebSocket.
 */
public final class StreamHandshake implements HandshakeInterceptor {

    private static final String VISIT = StreamHandshake.class.getName() + ".VISIT";
    private static final String SCOPE = "SCOPE_trade:read";
    private static final String TICKET = "ticket";
    private static final String LAST_SEQ = "last_seq";
    private static final Set<String> PARAMETERS = Set.of(TICKET, LAST_SEQ);

    private final TicketService tickets;
    private final OpenReads open;
    private final Access access;
    private final ProblemWriter problems;

    public StreamHandshake(TicketService tickets, OpenReads open, Access access, ProblemWriter problems) {
        this.tickets = tickets;
        this.open = open;
        this.access = access;
        this.problems = problems;
    }

    /** How the client of a connection came. */
    static StreamVisit visit(Map<String, Object> attributes) {
        return (StreamVisit) Objects.requireNonNull(attributes.get(VISIT));
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        try {
            if (!"websocket".equalsIgnoreCase(asked.getHeader(HttpHeaders.UPGRADE))) {
                throw new ProblemException(
                        ProblemCode.VALIDATION_FAILED,
                        "expected a WebSocket, found a plain request: no Upgrade header");
            }
            OptionalLong lastSeq = lastSeq(asked);
            attributes.put(VISIT, visit(asked, lastSeq));
            return true;
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.UNAUTHORIZED) {
                response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            problems.write(asked, ((ServletServerHttpResponse) response).getServletResponse(), e);
            return false;
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing is left to do.
    }

    private StreamVisit visit(HttpServletRequest asked, OptionalLong lastSeq) {
        boolean isOpen = open.isOpenTo(asked.getServerName());
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            if (token.getAuthorities().stream().anyMatch(scope -> SCOPE.equals(scope.getAuthority()))) {
                return new StreamVisit(
                        lastSeq,
                        Optional.ofNullable(token.getToken().getExpiresAt()),
                        StreamReaderMapper.reader(access.caller()));
            }
            if (isOpen) {
                // It is no worse than none.
                return new StreamVisit(lastSeq, Optional.empty(), StreamReader.NOBODY);
            }
            throw new ProblemException(ProblemCode.FORBIDDEN, "This request needs the scope trade:read");
        }
        String ticket = asked.getParameter(TICKET);
        if (ticket != null) {
            TicketService.Holder holder = tickets.take(ticket)
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.UNAUTHORIZED,
                            "The ticket is unknown, was used, or is too old: ask for a new one"));
            return new StreamVisit(lastSeq, Optional.of(holder.tokenEnd()), holder.reader());
        }
        if (isOpen) {
            return new StreamVisit(lastSeq, Optional.empty(), StreamReader.NOBODY);
        }
        throw new ProblemException(ProblemCode.UNAUTHORIZED, "The feed needs a bearer token, or a ticket for one");
    }

    private static OptionalLong lastSeq(HttpServletRequest asked) {
        asked.getParameterMap().forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                throw invalid(new FieldError(name, "UNKNOWN_FIELD", "the parameters are last_seq and ticket", null));
            }
            if (values.length > 1) {
                throw invalid(new FieldError(name, "INVALID", "stands twice", null));
            }
        });
        String text = asked.getParameter(LAST_SEQ);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw invalid(new FieldError(LAST_SEQ, "INVALID", "expected a whole number from 0 on", text));
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static ProblemException invalid(FieldError fault) {
        return ProblemException.invalid(List.of(fault));
    }
}
