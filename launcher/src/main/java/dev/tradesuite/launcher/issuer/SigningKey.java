package dev.tradesuite.launcher.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The key the issuer signs with, kept so that tokens stay valid over a restart.
 *
 * <p>RSA, because every service checks a signature with every request, and checking RSA is several times cheaper than
 * checking an elliptic curve.
 */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    /** Reads the key, or makes it at the first start. */
    static RSAKey loadOrCreate(Path file) {
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            PrivateFiles.write(file, key.toJSONString() + "\n");
            return key;
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read or written; check its permissions".formatted(file), e);
        } catch (ParseException e) {
            throw new SuiteException(
                    "%s does not hold a signing key; delete it and a new one is made, which ends the tokens in use"
                            .formatted(file),
                    e);
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make RSA keys", e);
        }
    }
}
