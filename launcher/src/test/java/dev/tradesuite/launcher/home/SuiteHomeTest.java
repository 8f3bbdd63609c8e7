package dev.tradesuite.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteHomeTest {

    @TempDir
    Path folder;

    @Test
    void makesTheFoldersPrivate() throws IOException {
        SuiteHome home = new SuiteHome(folder.resolve("state"));

        home.prepare();
        home.prepare();

        assertThat(home.logs()).isEmptyDirectory();
        assertThat(permissions(home.run())).isEqualTo("rwx------");
        assertThat(permissions(home.postgres())).isEqualTo("rwx------");
        assertThat(permissions(home.folder())).isEqualTo("rwx--x--x");
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "");

        assertThatThrownBy(() -> new SuiteHome(file).prepare())
                .isInstanceOf(SuiteException.class)
                .hasMessageStartingWith(file + " cannot be written (a file is in its place)")
                .hasMessageContaining("--set state=FOLDER");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
