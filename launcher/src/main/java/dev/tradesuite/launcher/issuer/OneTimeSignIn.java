package dev.tradesuite.launcher.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens the dashboard for whoever can read this installation's secrets: a program of theirs asks for a code, and their
 * browser brings it. Only from this machine; anybody else is refused.
 */
final class OneTimeSignIn extends OncePerRequestFilter {

    /** {@code POST} with the secret of {@link IssuerSettings#CLI_CLIENT} makes a code. */
    static final String CODES = "/one-time-codes";

    /** {@code GET} with a code signs the operator in and goes on to the dashboard. */
    static final String OPEN = "/open";

    private final OneTimeCodes codes;
    private final IssuerSettings settings;
    private final UserDetailsService users;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OneTimeSignIn(OneTimeCodes codes, IssuerSettings settings, UserDetailsService users) {
        this.codes = codes;
        this.settings = settings;
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            answer(response, HttpServletResponse.SC_FORBIDDEN, "Only from the machine the suite runs on.");
        } else if (isA(request, HttpMethod.POST, CODES)) {
            make(request, response);
        } else if (isA(request, HttpMethod.GET, OPEN)) {
            open(request, response);
        } else {
            answer(response, HttpServletResponse.SC_NOT_FOUND, "Nothing is here.");
        }
    }

    private static boolean isA(HttpServletRequest request, HttpMethod method, String path) {
        return method.matches(request.getMethod()) && path.equals(request.getRequestURI());
    }

    private void make(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] expected = "%s:%s"
                .formatted(IssuerSettings.CLI_CLIENT, settings.cliSecret())
                .getBytes(StandardCharsets.UTF_8);
        String wanted = "Basic " + Base64.getEncoder().encodeToString(expected);
        String given = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            answer(response, HttpServletResponse.SC_OK, codes.make());
        } else {
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, "The secret is not that of this installation.");
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        if (!codes.use(code)) {
            answer(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "This code was used, or is older than a minute. ./suite open makes another one.");
            return;
        }
        UserDetails operator = users.loadUserByUsername(IssuerSettings.OPERATOR);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        // How and when: the identity token tells the latter.
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                operator, null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.OTT_AUTHORITY))));
        if (request.getSession(false) != null) {
            // Whoever knew the session before does not get the operator's.
            request.changeSessionId();
        }
        sessions.saveContext(context, request, response);
        response.sendRedirect(settings.dashboardEntry());
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(text);
    }
}
