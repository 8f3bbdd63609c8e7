package dev.tradesuite.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void makesEverySecretOnceAndKeepsIt() {
        Path file = folder.resolve("secrets.properties");

        Secrets first = Secrets.loadOrCreate(file);
        Secrets second = Secrets.loadOrCreate(file);

        List<Secret> made =
                Arrays.stream(Secret.values()).filter(Secret::isMade).toList();
        assertThat(made.stream().map(first::get)).doesNotHaveDuplicates().allSatisfy(secret -> assertThat(secret)
                .hasSize(32));
        for (Secret secret : made) {
            assertThat(second.get(secret)).isEqualTo(first.get(secret));
        }
    }

    @Test
    void letsOnlyTheOwnerRead() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets.loadOrCreate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Secrets.loadOrCreate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsWhatThePersonWroteAndAddsWhatIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "user.operator.password = my own\n");

        Secrets secrets = Secrets.loadOrCreate(file);

        assertThat(secrets.get(Secret.OPERATOR)).isEqualTo("my own");
        assertThat(secrets.get(Secret.CLI_CLIENT)).isNotBlank();
        assertThat(Secrets.loadOrCreate(file).get(Secret.OPERATOR)).isEqualTo("my own");
    }

    /** How the secret of the events is changed: the old one is renamed, and the next start makes a new one. */
    @Test
    void secretThatWasBeforeIsKeptAndNeverMade() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String before = Secrets.loadOrCreate(file).get(Secret.EVENT_SIGNING);
        assertThat(Secrets.loadOrCreate(file).find(Secret.PREVIOUS_EVENT_SIGNING))
                .isEmpty();

        Files.writeString(
                file, Files.readString(file).replace(Secret.EVENT_SIGNING.key(), Secret.PREVIOUS_EVENT_SIGNING.key()));
        Secrets changed = Secrets.loadOrCreate(file);

        assertThat(changed.find(Secret.PREVIOUS_EVENT_SIGNING)).contains(before);
        assertThat(changed.get(Secret.EVENT_SIGNING)).hasSize(32).isNotEqualTo(before);
        assertThat(Secrets.loadOrCreate(file).find(Secret.PREVIOUS_EVENT_SIGNING))
                .contains(before);
    }

    @Test
    void saysWhichFileCannotBeUsed() throws IOException {
        Path file = Files.createDirectory(folder.resolve("secrets.properties"));

        assertThatThrownBy(() -> Secrets.loadOrCreate(file))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(file + " cannot be read or written");
    }
}
