package dev.tradesuite.support.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks, as far as ownership goes.
 *
 * @param subject of the token; absent when it has none that can own anything
 * @param names what owners may be called that are this caller: the subject of the token, and {@code group:<name>} for
 *     each of its groups
 * @param seesAll whether everything counts as its own: an administrator, or a service
 */
public record Caller(@Nullable String subject, Set<String> names, boolean seesAll) {

    /** What an owner that is a group begins with. */
    public static final String GROUP = "group:";

    private static final Set<String> SEE_ALL = Set.of("SCOPE_admin", "SCOPE_internal");
    private static final Caller NOBODY = new Caller(null, Set.of(), false);

    public Caller {
        names = Set.copyOf(names);
    }

    /** @param groupsClaim claim of a token that lists the groups of its subject */
    static Caller of(@Nullable Authentication authentication, String groupsClaim) {
        if (!(authentication instanceof JwtAuthenticationToken holder)) {
            return NOBODY;
        }
        boolean seesAll = holder.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(SEE_ALL::contains);
        Jwt token = holder.getToken();
        String subject = subject(token);
        Set<String> names = groups(token, groupsClaim);
        if (subject != null) {
            names.add(subject);
        }
        return new Caller(subject, names, seesAll);
    }

    /** Whether the caller may make this the owner of what is its own. */
    public boolean mayGiveTo(String owner) {
        return seesAll || names.contains(owner);
    }

    private static @Nullable String subject(Jwt token) {
        String subject = token.getSubject();
        // Nobody is a group by calling himself one.
        return subject == null || subject.isBlank() || subject.startsWith(GROUP) ? null : subject;
    }

    private static Set<String> groups(Jwt token, String groupsClaim) {
        Set<String> names = new HashSet<>();
        if (token.getClaims().get(groupsClaim) instanceof List<?> groups) {
            for (Object group : groups) {
                // Some issuers write a path, which begins with a slash.
                String name = String.valueOf(group).replaceFirst("^/", "");
                if (!name.isBlank()) {
                    names.add(GROUP + name);
                }
            }
        }
        return names;
    }
}
