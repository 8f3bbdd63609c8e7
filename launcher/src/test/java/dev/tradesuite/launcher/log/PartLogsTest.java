package dev.tradesuite.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PartLogsTest {

    private static final Logger LOG = LoggerFactory.getLogger(PartLogsTest.class);

    @TempDir
    Path folder;

    @AfterEach
    void stopWriting() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        System.clearProperty("org.springframework.boot.logging.LoggingSystem");
    }

    @Test
    void givesEachPartAFileAndThreadsTheFileOfTheirPart() throws Exception {
        PartLogs.writeTo(folder, LogOptions.of(Map.of()));

        LOG.info("from the launcher");
        PartLogs.callAs("brain-service", () -> {
            LOG.info("from the brain");
            Thread.ofPlatform().start(() -> LOG.warn("from its thread")).join();
            Thread.ofVirtual().start(() -> LOG.warn("from its virtual thread")).join();
            return PartLogs.callAs("kafka", () -> {
                LOG.info("from within");
                return 1;
            });
        });
        LOG.debug("too detailed");
        LOG.info("the launcher again");

        assertThat(log("launcher"))
                .contains("from the launcher", "the launcher again")
                .doesNotContain("brain", "too detailed");
        assertThat(log("brain-service"))
                .contains("from the brain", "from its thread", "from its virtual thread")
                .doesNotContain("within");
        assertThat(log("kafka")).contains("from within");
    }

    @Test
    void writesJsonAndOtherLevelsWhenAsked() throws IOException {
        PartLogs.writeTo(
                folder,
                LogOptions.of(Map.of(
                        "suite.logging.json", "true", "logging.level." + PartLogsTest.class.getName(), "DEBUG")));

        LOG.debug("in detail");

        JsonNode line = JsonMapper.shared().readTree(log("launcher"));
        assertThat(line.path("message").asString()).isEqualTo("in detail");
        assertThat(line.path("level").asString()).isEqualTo("DEBUG");
        assertThat(line.path("service").asString()).isEqualTo("launcher");
    }

    private String log(String part) throws IOException {
        return Files.readString(folder.resolve(part + ".log"));
    }
}
