package dev.tradesuite.gateway.dashboard;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * What a page of the dashboard may load and who may frame it, as a {@code Content-Security-Policy}.
 *
 * <p>Nothing but the files of the app, the gateway itself and the issuer; no script or style within the page. A frame
 * may hold the issuer, which renews a sign-in there, and the page of the app it comes back to.
 */
public final class ContentPolicy {

    /** A name or an address, with or without a port. Anything else a client says of itself is not repeated. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    private final String issuer;

    public ContentPolicy(URI issuer) {
        this.issuer = "%s://%s".formatted(issuer.getScheme(), issuer.getRawAuthority());
    }

    /** Who may show a page in a frame. */
    public enum Framing {
        NOBODY("'none'"),
        /** The app itself. */
        OWN("'self'");

        private final String sources;

        Framing(String sources) {
            this.sources = sources;
        }
    }

    /**
     * The policy of a page.
     *
     * @param host the page was asked for at, as the request has it; the feed is there too
     * @param secure whether that was over TLS
     */
    public String of(String host, boolean secure, Framing framing) {
        String feed = HOST.matcher(host).matches() ? " %s://%s".formatted(secure ? "wss" : "ws", host) : "";
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self' " + issuer + feed,
                "frame-src 'self' " + issuer,
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors " + framing.sources);
    }
}
