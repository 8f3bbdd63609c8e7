package dev.tradesuite.launcher.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Lets the dashboard ask for a new token in a frame, and nobody frame anything else of the issuer.
 *
 * <p>The sign-in form is another path: nobody can lay a page over it.
 */
final class FramedByDashboard implements HeaderWriter {

    private static final String AUTHORIZE = "/oauth2/authorize";

    private final String framedByThem;

    FramedByDashboard(List<String> origins) {
        this.framedByThem = "frame-ancestors " + String.join(" ", origins);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (AUTHORIZE.equals(request.getRequestURI())) {
            response.setHeader("Content-Security-Policy", framedByThem);
        } else {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }
}
