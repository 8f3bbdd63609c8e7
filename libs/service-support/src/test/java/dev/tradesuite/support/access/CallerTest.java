package dev.tradesuite.support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class CallerTest {

    @Test
    void isItsSubjectAndItsGroups() {
        Caller caller = caller("ann", List.of("desk", "/operators", "/a/operators"), "trade:read");

        assertThat(caller.subject()).isEqualTo("ann");
        assertThat(caller.names())
                .containsExactlyInAnyOrder("ann", "group:desk", "group:operators", "group:a/operators");
        assertThat(caller.seesAll()).isFalse();
    }

    @Test
    void nobodyIsAGroupByCallingHimselfOne() {
        assertThat(caller("group:operators", List.of(), "trade:read").names()).isEmpty();
        assertThat(caller(" ", List.of("", "/"), "trade:read").names()).isEmpty();
        assertThat(caller(null, "operators", "trade:read").names())
                .as("a text is no list of groups")
                .isEmpty();
    }

    @Test
    void administratorsAndServicesSeeAllAndNoOtherScopeDoes() {
        assertThat(caller("a", List.of(), "admin").seesAll()).isTrue();
        assertThat(caller("a", List.of(), "internal").seesAll()).isTrue();
        assertThat(caller("a", List.of(), "trade:read", "trade:execute", "portfolio:write", "risk:admin", "approve")
                        .seesAll())
                .isFalse();
    }

    @Test
    void withoutATokenIsNobody() {
        assertThat(Caller.of(null, "groups").names()).isEmpty();
        assertThat(Caller.of(
                                new AnonymousAuthenticationToken(
                                        "key", "anonymous", AuthorityUtils.createAuthorityList("SCOPE_admin")),
                                "groups")
                        .seesAll())
                .isFalse();
    }

    private static Caller caller(@Nullable String subject, Object groups, String... scopes) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "RS256").claim("groups", groups);
        if (subject != null) {
            token.subject(subject);
        }
        return Caller.of(
                new JwtAuthenticationToken(
                        token.build(),
                        Arrays.stream(scopes)
                                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                                .toList()),
                "groups");
    }
}
