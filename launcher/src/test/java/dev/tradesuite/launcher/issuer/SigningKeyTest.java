package dev.tradesuite.launcher.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKeptPrivate() throws IOException {
        Path file = folder.resolve("key.json");

        RSAKey made = SigningKey.loadOrCreate(file);

        assertThat(SigningKey.loadOrCreate(file)).isEqualTo(made);
        assertThat(made.isPrivate()).isTrue();
        assertThat(made.getKeyID()).isNotBlank();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatToDoWithAFileThatHoldsNoKey() throws IOException {
        Path file = Files.writeString(folder.resolve("key.json"), "nonsense");

        assertThatThrownBy(() -> SigningKey.loadOrCreate(file))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("does not hold a signing key; delete it");
    }
}
