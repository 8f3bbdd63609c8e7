package dev.tradesuite.launcher.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares secrets as they are, in constant time.
 *
 * <p>They are long random strings that lie readable in the operator's own file, so hashing them in memory would protect
 * nothing and make every token request a tenth of a second slower.
 */
final class StoredSecrets implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
        return secret != null
                && stored != null
                && MessageDigest.isEqual(
                        secret.toString().getBytes(StandardCharsets.UTF_8), stored.getBytes(StandardCharsets.UTF_8));
    }
}
