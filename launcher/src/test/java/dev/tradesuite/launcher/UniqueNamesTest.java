package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A simple name means one thing in the whole code base. A contract may share its name with the one domain type it
 * describes; nested types have the context of their owner, benchmarks and tests stand apart.
 */
class UniqueNamesTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String CONTRACTS = "dev.tradesuite.contracts.";

    @Test
    void everySimpleNameMeansOneThing() {
        Map<String, List<String>> clashes = new TreeMap<>(packagesByName());
        clashes.values().removeIf(UniqueNamesTest::meansOneThing);

        assertThat(clashes).isEmpty();
    }

    @Test
    void codeOfTheServicesIsLookedAt() {
        assertThat(packagesByName())
                .containsEntry("GatewayApplication", List.of("dev.tradesuite.gateway"))
                .containsEntry("Problem", List.of("dev.tradesuite.contracts.problem"));
    }

    private static boolean meansOneThing(List<String> packages) {
        long contracts =
                packages.stream().filter(name -> name.startsWith(CONTRACTS)).count();
        return contracts <= 1 && packages.size() - contracts <= 1;
    }

    private static Map<String, List<String>> packagesByName() {
        Map<String, List<String>> packages = new TreeMap<>();
        for (Path sources : sources()) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .map(sources::relativize)
                        .forEach(file -> packages.computeIfAbsent(nameOf(file), _ -> new ArrayList<>())
                                .add(packageOf(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packages;
    }

    /** The source folders of every module; sources, because a module may not be compiled yet when this one is. */
    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(PROJECT);
                Stream<Path> libraries = Files.list(PROJECT.resolve("libs"))) {
            return Stream.concat(modules, libraries)
                    .filter(module -> !module.endsWith("benchmarks"))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    private static String packageOf(Path file) {
        return String.valueOf(file.getParent()).replace('/', '.');
    }
}
