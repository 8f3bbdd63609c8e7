package dev.tradesuite.support.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a good token do on open paths what a request without one may do there: whoever says who they are gets no less
 * than who does not. A token that is not good has been refused before.
 */
final class OpenPathsFilter extends OncePerRequestFilter {

    private final RequestMatcher open;
    private final Collection<GrantedAuthority> authorities;

    /**
     * A filter.
     *
     * @param open which requests need no token
     * @param authorities what they may do
     */
    OpenPathsFilter(RequestMatcher open, Set<String> authorities) {
        this.open = open;
        this.authorities = AuthorityUtils.createAuthorityList(authorities);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                && !token.getAuthorities().containsAll(authorities)
                && open.matches(request)) {
            SecurityContextHolder.getContext().setAuthentication(widened(token));
        }
        chain.doFilter(request, response);
    }

    private JwtAuthenticationToken widened(JwtAuthenticationToken token) {
        Set<GrantedAuthority> both = new LinkedHashSet<>(token.getAuthorities());
        both.addAll(authorities);
        JwtAuthenticationToken wider = new JwtAuthenticationToken(token.getToken(), both, token.getName());
        wider.setDetails(token.getDetails());
        return wider;
    }
}
