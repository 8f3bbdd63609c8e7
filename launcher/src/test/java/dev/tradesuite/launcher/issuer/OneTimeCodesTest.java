package dev.tradesuite.launcher.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    private final OneTimeCodes codes = new OneTimeCodes(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aCodeWorksOnce() {
        String code = codes.make();

        assertThat(codes.use(code)).isTrue();
        assertThat(codes.use(code)).isFalse();
    }

    @Test
    void aCodeEndsAfterAMinute() {
        String code = codes.make();
        now = now.plus(Duration.ofSeconds(60));

        assertThat(codes.use(code)).isFalse();
    }

    @Test
    void codesAreLongAndDiffer() {
        assertThat(codes.make()).hasSizeGreaterThan(30).isNotEqualTo(codes.make());
        assertThat(codes.use("guess")).isFalse();
        assertThat(codes.use("")).isFalse();
    }
}
