package dev.tradesuite.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InternalEndpointTest {

    @Test
    void starIsOnePartOfAPathAndTwoAreAnyMore() {
        InternalEndpoint one = InternalEndpoint.parse("/portfolios/*/cycles/*");
        InternalEndpoint more = InternalEndpoint.parse("/api/v1/risk/reservations/**");

        assertThat(one.matches("PUT", "/portfolios/7/cycles/8")).isTrue();
        assertThat(one.matches("PUT", "/portfolios/7/cycles")).isFalse();
        assertThat(one.matches("PUT", "/portfolios/7/cycles/8/start")).isFalse();
        assertThat(more.matches("GET", "/api/v1/risk/reservations")).isTrue();
        assertThat(more.matches("GET", "/api/v1/risk/reservations/")).isTrue();
        assertThat(more.matches("POST", "/api/v1/risk/reservations/7/release")).isTrue();
        assertThat(more.matches("GET", "/api/v1/risk/reservationsx")).isFalse();
    }

    @Test
    void methodCountsWhereOneIsNamed() {
        InternalEndpoint put = InternalEndpoint.parse("PUT /portfolios/*/cycles/*");

        assertThat(put.matches("PUT", "/portfolios/7/cycles/8")).isTrue();
        assertThat(put.matches("GET", "/portfolios/7/cycles/8")).isFalse();
    }

    @Test
    void whatIsNoStarIsMeantAsItIs() {
        assertThat(InternalEndpoint.parse("/a.b").matches("GET", "/axb")).isFalse();
    }
}
