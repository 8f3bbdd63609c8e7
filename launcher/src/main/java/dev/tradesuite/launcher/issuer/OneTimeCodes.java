package dev.tradesuite.launcher.issuer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that sign the operator in once, within a minute. They live in memory. Safe for many threads. */
final class OneTimeCodes {

    /** From the command to the browser. */
    private static final Duration LIFE = Duration.ofSeconds(60);

    private static final int RANDOM_BYTES = 24;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new one. */
    String make() {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ends.put(code, now.plus(LIFE));
        return code;
    }

    /** Whether it is one that nobody has used and that has not ended; from now on it is used. */
    boolean use(String code) {
        Instant end = ends.remove(code);
        return end != null && end.isAfter(clock.instant());
    }
}
