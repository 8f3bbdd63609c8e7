package dev.tradesuite.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenReadsTest {

    @ParameterizedTest
    @CsvSource({
        // mode,   server listens on, request was sent to, open
        "LOOPBACK, 127.0.0.1,         127.0.0.1,           true",
        "LOOPBACK, 127.0.0.1,         localhost,           true",
        "LOOPBACK, localhost,         LOCALHOST,           true",
        "LOOPBACK, ::1,               [::1],               true",
        "LOOPBACK, 127.0.0.1,         page.example,        false",
        "LOOPBACK, 127.0.0.1,         127.0.0.1.example,   false",
        "LOOPBACK, 0.0.0.0,           127.0.0.1,           false",
        "LOOPBACK, '',                127.0.0.1,           false",
        "LOOPBACK, 192.168.1.7,       192.168.1.7,         false",
        "NEVER,    127.0.0.1,         127.0.0.1,           false",
        "ALWAYS,   0.0.0.0,           page.example,        true"
    })
    void readingIsOpenWhereTheSettingSaysSo(OpenReads.Mode mode, String address, String host, boolean open) {
        assertThat(new OpenReads(mode, address).isOpenTo(host)).isEqualTo(open);
    }
}
