package dev.tradesuite.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.doctor.MachineFinding.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {

    private static final long MIB = 1L << 20;
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    /** A machine with everything the suite wants, or what the test says instead. */
    private record FakeMachine(
            int javaFeature,
            int processors,
            long availableMemory,
            long disk,
            OptionalLong openFileLimit,
            Optional<Boolean> clockSynchronised,
            Set<String> programs)
            implements Machine {

        static FakeMachine good() {
            return new FakeMachine(
                    25,
                    4,
                    8192 * MIB,
                    100_000 * MIB,
                    OptionalLong.of(65_536),
                    Optional.of(true),
                    Set.of("mvn", "sh", "curl"));
        }

        FakeMachine withMemory(long bytes) {
            return new FakeMachine(javaFeature, processors, bytes, disk, openFileLimit, clockSynchronised, programs);
        }

        FakeMachine withDisk(long bytes) {
            return new FakeMachine(
                    javaFeature, processors, availableMemory, bytes, openFileLimit, clockSynchronised, programs);
        }

        FakeMachine withClock(Optional<Boolean> synchronised) {
            return new FakeMachine(
                    javaFeature, processors, availableMemory, disk, openFileLimit, synchronised, programs);
        }

        @Override
        public long freeDisk(Path folder) {
            return disk;
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Optional<Path> program(String name) {
            return programs.contains(name) ? Optional.of(Path.of("/bin", name)) : Optional.empty();
        }
    }

    private static MachineChecks checks(Machine machine) {
        return new MachineChecks(machine);
    }

    @Test
    void findsNothingWrongWithAGoodMachine() {
        MachineChecks checks = checks(FakeMachine.good());

        assertThat(java.util.List.of(
                        checks.java(),
                        checks.maven(),
                        checks.processors(),
                        checks.memory(),
                        checks.disk(Path.of("/x")),
                        checks.openFiles(),
                        checks.clock(Optional.of(NOW.minusSeconds(60))),
                        checks.tools()))
                .extracting(MachineFinding::level)
                .containsOnly(Level.OK);
    }

    @Test
    void wantsJdk25() {
        FakeMachine old = new FakeMachine(24, 1, 8192 * MIB, 1, OptionalLong.of(1024), Optional.empty(), Set.of("sh"));

        assertThat(checks(old).java())
                .isEqualTo(new MachineFinding(
                        Level.FAIL, "java", "JDK 24, but 25 is needed; install one and set JAVA_HOME"));
        assertThat(checks(old).maven().level()).isEqualTo(Level.WARN);
        assertThat(checks(old).processors().level()).isEqualTo(Level.WARN);
        assertThat(checks(old).openFiles().text()).contains("may open 1024", "ulimit -n 4096");
        assertThat(checks(old).tools().text()).isEqualTo("curl not found; install to use the examples");
    }

    @ParameterizedTest
    @CsvSource({"1024,FAIL", "1229,WARN", "2047,WARN", "2048,OK"})
    void judgesTheMemory(long mebibytes, Level level) {
        assertThat(checks(FakeMachine.good().withMemory(mebibytes * MIB))
                        .memory()
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"511,FAIL", "512,WARN", "5119,WARN", "5120,OK"})
    void judgesTheDisk(long mebibytes, Level level) {
        assertThat(checks(FakeMachine.good().withDisk(mebibytes * MIB))
                        .disk(Path.of("/x"))
                        .level())
                .isEqualTo(level);
    }

    @Test
    void knowsAClockThatIsCertainlyWrong() {
        MachineChecks checks = checks(FakeMachine.good());

        assertThat(checks.clock(Optional.of(NOW.plusSeconds(7200))).text())
                .isEqualTo("2026-01-05T10:00:00Z, which is before this build was made; set the clock");
        assertThat(checks.clock(Optional.of(NOW.plusSeconds(1800))).level()).isEqualTo(Level.OK);
    }

    @Test
    void warnsOfAClockThatNobodyKeepsRight() {
        assertThat(checks(FakeMachine.good().withClock(Optional.of(false)))
                        .clock(Optional.empty())
                        .level())
                .isEqualTo(Level.WARN);
        assertThat(checks(FakeMachine.good().withClock(Optional.empty()))
                        .clock(Optional.empty())
                        .text())
                .endsWith("the system does not say whether it is kept right");
    }

    @Test
    void asksTheRealMachineWithoutFailing() throws java.io.IOException {
        Machine machine = Machine.local();

        assertThat(machine.javaFeature()).isGreaterThanOrEqualTo(25);
        assertThat(machine.availableMemory()).isPositive();
        assertThat(machine.freeDisk(Path.of("not", "there", "yet").toAbsolutePath()))
                .isPositive();
        assertThat(machine.program("sh")).isPresent();
        assertThat(machine.program("no-such-program")).isEmpty();
    }
}
