package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * First in the chain: refuses what cannot be read as HTTP, limits the body, and answers with the problem when another
 * filter throws one.
 *
 * <p>The limit holds for a stated length and, byte by byte, for a body sent in chunks.
 */
final class RequestGuard extends OncePerRequestFilter {

    /** Attribute of a request that came as far as this. */
    static final String REACHED = RequestGuard.class.getName() + ".REACHED";

    /** Attribute of a request whose body came too slowly. */
    static final String TOO_SLOW = RequestGuard.class.getName() + ".TOO_SLOW";

    private final BodyLimits limits;
    private final ProblemWriter problems;

    RequestGuard(BodyLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(REACHED, true);
        Optional<ProblemException> unreadable = unreadable(request);
        if (unreadable.isPresent()) {
            problems.write(request, response, unreadable.get());
            return;
        }
        DataSize limit = limits.of(request.getRequestURI());
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.write(request, response, new BodyTooLargeException(limit).asProblem());
            return;
        }
        try {
            chain.doFilter(new Limited(request, limit, limits), response);
        } catch (ProblemException e) {
            problems.write(request, response, e);
        }
    }

    private static Optional<ProblemException> unreadable(HttpServletRequest request) {
        try {
            QueryParameter.all(request.getQueryString());
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    new ProblemException(ProblemCode.VALIDATION_FAILED, "The query cannot be read: " + e.getMessage()));
        }
        String type = request.getContentType();
        try {
            if (type != null) {
                MediaType.parseMediaType(type);
            }
        } catch (InvalidMediaTypeException _) {
            return Optional.of(unsupported("Content-Type: application/json", type));
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")
                ? Optional.empty()
                : Optional.of(unsupported("a body without Content-Encoding", encoding));
    }

    private static ProblemException unsupported(String expected, @Nullable String found) {
        return new ProblemException(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "expected %s, found %s".formatted(expected, PlainText.readable(String.valueOf(found))));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final DataSize limit;
        private final BodyLimits limits;
        private final long began = System.nanoTime();

        Limited(HttpServletRequest request, DataSize limit, BodyLimits limits) {
            super(request);
            this.limit = limit;
            this.limits = limits;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit, this::isTooSlow);
        }

        /** Whether so many bytes took too long; what is still to come is then not waited for. */
        private boolean isTooSlow(long bytes) {
            if (System.nanoTime() - began <= limits.timeOf(bytes).toNanos()) {
                return false;
            }
            setAttribute(TOO_SLOW, true);
            return true;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final DataSize limit;
        private final LongPredicate tooSlow;
        private long left;

        LimitedStream(ServletInputStream stream, DataSize limit, LongPredicate tooSlow) {
            this.stream = stream;
            this.limit = limit;
            this.tooSlow = tooSlow;
            this.left = limit.toBytes();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = readWhatCame(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }

        private int readWhatCame(byte[] buffer, int offset, int length) throws UnreadableBodyException {
            try {
                return stream.read(buffer, offset, length);
            } catch (IOException | RuntimeException e) {
                // Tomcat has no checked exception for trailers beyond its limits.
                throw new UnreadableBodyException(e);
            }
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLargeException(limit);
            }
            if (read > 0 && tooSlow.test(limit.toBytes() - left)) {
                throw new UnreadableBodyException(new SocketTimeoutException("too slow"));
            }
        }
    }
}
