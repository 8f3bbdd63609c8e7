package dev.tradesuite.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.MessageLog;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL and a real Kafka, backed up and restored to other folders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("this process")
class BackupIT {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private Path folder;
    private SuiteHome home;
    private DataServers servers;
    private DatabaseAccess database;
    private KafkaAccess kafka;
    private JdbcClient sql;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        home = home("original");
        servers = new DataServers(home, START, STOP);
        database = servers.database();
        kafka = servers.events();
        Files.writeString(home.signingKey(), "{\"a\": \"key\"}");
        sql = client(database);
        new Migrations(database).toNewest("sample");
        tell("INSERT INTO sample.owner (name) VALUES ('Jana Müller\n\\ and \t tabs')");
        // The second comes before what it refers to, when rows are read in order.
        tell("INSERT INTO sample.deal (id, owner, amount) VALUES ('z', 2, 1.10)");
        tell("INSERT INTO sample.deal (id, parent, owner, amount, details, colour) VALUES"
                + " ('a', 'z', 1, 0.00000000000000000001, '{\"x\": null}', 'red')");
        tell("CREATE TABLE sample.tick_y2019 PARTITION OF sample.tick"
                + " FOR VALUES FROM ('2019-01-01 00:00+00') TO ('2020-01-01 00:00+00')");
        tell("INSERT INTO sample.tick VALUES ('2019-06-01 10:00:00.123456+00', 1.1), ('2031-01-01 00:00+00', 2)");
        tell("INSERT INTO sample.event_publication VALUES (gen_random_uuid(), 'sample.events', 'waits')");
        assertThat(sql.sql("SELECT nextval('sample.tick_version') + nextval('sample.tick_version')")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        fillKafka();
    }

    /**
     * One group has handled three of the five messages of partition 0, the other four; nobody reads the third topic.
     */
    private void fillKafka() throws Exception {
        try (Admin admin = kafka.admin()) {
            MessageLog.get(admin.createTopics(List.of(
                            new NewTopic("sample.events", 2, (short) 1),
                            new NewTopic("sample.events.dlt", 1, (short) 1),
                            new NewTopic("unread", 1, (short) 1)))
                    .all());
            try (KafkaProducer<byte[], byte[]> producer = kafka.producer()) {
                for (int number = 1; number <= 5; number++) {
                    send(producer, "sample.events", 0, "message " + number);
                }
                send(producer, "sample.events", 1, "on the other partition");
                send(producer, "sample.events.dlt", 0, "dead");
                send(producer, "unread", 0, "nobody's");
            }
            TopicPartition first = new TopicPartition("sample.events", 0);
            MessageLog.get(admin.alterConsumerGroupOffsets("ledger", Map.of(first, new OffsetAndMetadata(3)))
                    .all());
            MessageLog.get(admin.alterConsumerGroupOffsets("risk", Map.of(first, new OffsetAndMetadata(4)))
                    .all());
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, int partition, String value)
            throws Exception {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));
        producer.send(new ProducerRecord<>(
                        topic,
                        partition,
                        null,
                        "key".getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8),
                        headers))
                .get();
    }

    @AfterAll
    void stop() throws Exception {
        servers.close();
    }

    private SuiteHome home(String name) {
        SuiteHome made = new SuiteHome(folder.resolve(name));
        made.prepare();
        return made;
    }

    private static JdbcClient client(DatabaseAccess access) {
        return JdbcClient.create(new DriverManagerDataSource(access.url(), access.user(), access.password()));
    }

    private void tell(String statement) {
        sql.sql(statement).update();
    }

    private Path backup(String name) throws Exception {
        Path file = folder.resolve(name);
        new Backup(home, database, kafka, "1.2.3", CLOCK).writeTo(file);
        return file;
    }

    private static Restore.Report restore(SuiteHome to, Path file, boolean replace) throws Exception {
        return new Restore(to, START, STOP, CLOCK).from(file, replace);
    }

    @Test
    void bringsEverythingBackAsItWas() throws Exception {
        Path file = backup("whole.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as("it holds secrets")
                .isEqualTo("rw-------");
        SuiteHome other = home("other");

        Restore.Report report = restore(other, file, false);

        assertThat(report.replaced()).isEmpty();
        assertThat(report.manifest().rows()).isEqualTo(7);
        assertThat(report.manifest().events()).as("two, one and a dead letter").isEqualTo(4);
        assertThat(Files.readString(other.secrets())).isEqualTo(Files.readString(home.secrets()));
        assertThat(other.signingKey()).hasContent("{\"a\": \"key\"}");
        try (DataServers restored = new DataServers(other, START, STOP)) {
            JdbcClient there = client(restored.database());
            for (String table : List.of("owner", "deal", "tick", "event_publication")) {
                String all = "SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM sample.%s t"
                        .formatted(table);
                assertThat(there.sql(all).query(String.class).single())
                        .as(table)
                        .isEqualTo(sql.sql(all).query(String.class).single());
            }
            assertThat(there.sql("SELECT count(*) FROM sample.tick_y2019")
                            .query(Long.class)
                            .single())
                    .as("rows of a year are in its partition")
                    .isEqualTo(1);
            assertThat(there.sql("INSERT INTO sample.owner (name) VALUES ('next') RETURNING id")
                            .query(Long.class)
                            .single())
                    .as("numbers go on where they were")
                    .isEqualTo(3);
            assertThat(there.sql("SELECT nextval('sample.tick_version')")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
            assertThatThrownBy(() -> there.sql("INSERT INTO sample.deal (id, owner, amount) VALUES ('b', 99, 1)")
                            .update())
                    .as("references hold again")
                    .hasMessageContaining("foreign key");
            assertThat(messages(restored.events()))
                    .containsExactlyInAnyOrder(
                            "sample.events 0 message 4",
                            "sample.events 0 message 5",
                            "sample.events 1 on the other partition",
                            "sample.events.dlt 0 dead");
        }
    }

    private static List<String> messages(KafkaAccess kafka) throws IOException {
        List<String> messages = new ArrayList<>();
        try (Admin admin = kafka.admin()) {
            List<TopicPartition> partitions =
                    MessageLog.partitions(MessageLog.topics(admin).values());
            assertThat(partitions).hasSize(4);
            Map<TopicPartition, Long> ends = MessageLog.offsets(admin, partitions, OffsetSpec.latest());
            MessageLog.read(
                    kafka,
                    partitions.stream()
                            .map(partition -> new MessageLog.Stretch(partition, 0, ends.getOrDefault(partition, 0L)))
                            .toList(),
                    message -> {
                        assertThat(message.headers().lastHeader("traceparent").value())
                                .asString()
                                .isEqualTo("00-1");
                        messages.add("%s %d %s"
                                .formatted(
                                        message.topic(),
                                        message.partition(),
                                        new String(message.value(), StandardCharsets.UTF_8)));
                    });
        }
        return messages;
    }

    @Test
    void showsTheTablesAsOfOneMomentWhileOthersWrite() throws Exception {
        try (DatabaseDump dump = DatabaseDump.begin(database);
                BackupWriter writer = BackupWriter.begin(folder.resolve("moment.zip"))) {
            tell("INSERT INTO sample.deal (id, owner, amount) VALUES ('later', 1, 1)");
            Manifest.Content content = dump.writeTo(writer);
            assertThat(content.tables())
                    .filteredOn(table -> table.name().equals("deal"))
                    .extracting(Manifest.Table::rows)
                    .containsExactly(2L);
        } finally {
            tell("DELETE FROM sample.deal WHERE id = 'later'");
        }
        assertThat(folder.resolve("moment.zip")).as("it was never finished").doesNotExist();
        assertThat(folder.resolve("moment.zip.part")).doesNotExist();
    }

    @Test
    void waitsForATransactionThatPublishesAndHoldsNobodyUpMeanwhile() throws Exception {
        try (Connection publishing = database.connect()) {
            publishing.setAutoCommit(false);
            publishing
                    .createStatement()
                    .execute("INSERT INTO sample.event_publication VALUES"
                            + " ('00000000-0000-0000-0000-000000000001', 'sample.events', 'under way')");
            CompletableFuture<Path> backup = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    backup.complete(backup("patient.zip"));
                } catch (Exception e) {
                    backup.completeExceptionally(e);
                }
            });
            Awaitility.await().until(this::aBackupWaitsForTheOutbox);
            publishing.commit();

            Path file = backup.get();

            try (BackupReader reader = BackupReader.open(file)) {
                assertThat(new String(
                                reader.stream("tables/sample/event_publication.copy")
                                        .readAllBytes(),
                                StandardCharsets.UTF_8))
                        .contains("under way");
            }
        } finally {
            tell("DELETE FROM sample.event_publication WHERE value = 'under way'");
        }
    }

    private boolean aBackupWaitsForTheOutbox() {
        return sql.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'ShareLock'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void refusesToTakeThePlaceOfDataUnlessToldToAndKeepsWhatWasThere() throws Exception {
        Path file = backup("again.zip");
        SuiteHome other = home("occupied");
        restore(other, file, false);
        String secrets = Files.readString(other.secrets()).replace("=", "=old");
        Files.writeString(other.secrets(), secrets);

        assertThatThrownBy(() -> restore(other, file, false))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("holds data already; --replace puts it aside");
        assertThat(other.secrets()).hasContent(secrets);

        Optional<Path> replaced = restore(other, file, true).replaced();

        assertThat(replaced).contains(other.folder().resolve("replaced-20260301T120000Z"));
        assertThat(replaced.get().resolve("secrets.properties")).hasContent(secrets);
        assertThat(replaced.get().resolve("postgres/data/PG_VERSION")).exists();
        assertThat(Files.readString(other.secrets())).isEqualTo(Files.readString(home.secrets()));
        assertThat(other.folder().resolve("staged")).doesNotExist();
        assertThat(restore(other, file, true).replaced())
                .as("the second time within a second")
                .contains(other.folder().resolve("replaced-20260301T120000Z-2"));
    }

    @Test
    void usesNothingOfADamagedFile() throws Exception {
        Path file = backup("good.zip");
        byte[] bytes = Files.readAllBytes(file);
        SuiteHome other = home("untouched");

        Path half = Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path noise = Files.writeString(folder.resolve("noise.zip"), "not a backup");
        Path flipped = folder.resolve("flipped.zip");
        flip(file, flipped);

        for (Path damaged : List.of(half, noise, flipped)) {
            assertThatThrownBy(() -> restore(other, damaged, true))
                    .as(damaged.toString())
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("is damaged");
        }
        assertThatThrownBy(() -> restore(other, folder.resolve("none.zip"), true))
                .hasMessageContaining("there is no file");
        assertThat(other.secrets()).doesNotExist();
        assertThat(other.folder().resolve("staged")).doesNotExist();
    }

    /** Changes one letter of a table and packs it anew, so that only the checksum can tell. */
    private static void flip(Path from, Path to) throws IOException {
        Files.copy(from, to);
        try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(to)) {
            Path rows = zip.getPath("tables/sample/deal.copy");
            String text = Files.readString(rows);
            Files.writeString(rows, text.replace("red", "rad"), StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    @Test
    void leavesEverythingAsItWasWhenTheBackupIsOfANewerBuild() throws Exception {
        tell("INSERT INTO sample.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " VALUES (99, '9', 'later', 'SQL', 'V9__later.sql', 1, 'suite', 1, true)");
        Path file;
        try {
            file = backup("newer.zip");
            assertThatThrownBy(() -> new Migrations(database).toNewest("sample"))
                    .hasMessageContaining("the schema sample is at version 9, made by a newer build, and this build"
                            + " knows it up to version 2");
        } finally {
            tell("DELETE FROM sample.flyway_schema_history WHERE version = '9'");
        }
        SuiteHome other = home("older build");

        assertThatThrownBy(() -> restore(other, file, true))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("version 9")
                .hasMessageContaining("up to version 2");
        try (Stream<Path> left = Files.list(other.postgres())) {
            assertThat(left).isEmpty();
        }
        assertThat(other.folder().resolve("staged")).doesNotExist();
    }

    @Test
    void makesTheSchemaOfAnOlderBuildAndTheNextStartBringsItUpToDate() throws Exception {
        SuiteHome old = home("old");
        Path file = folder.resolve("old.zip");
        try (DataServers servers = new DataServers(old, START, STOP)) {
            DatabaseAccess access = servers.database();
            new Migrations(access)
                    .asIn(new Manifest.Schema("sample", List.of(new Manifest.Migration("1", checksum("1")))));
            client(access)
                    .sql("INSERT INTO sample.deal (id, owner, amount) VALUES ('colourless', 1, 1)")
                    .update();
            client(access).sql("CREATE TABLE sample.notes (id serial)").update();
            new Backup(old, access, null, "1.0.0", CLOCK).writeTo(file);
        }
        SuiteHome fresh = home("fresh");

        Restore.Report report = restore(fresh, file, false);

        assertThat(report.manifest().hasEvents()).isFalse();
        assertThat(report.leftOut()).containsExactly("\"sample\".\"notes\"");

        try (DataServers servers = new DataServers(fresh, START, STOP)) {
            DatabaseAccess access = servers.database();
            assertThat(new Migrations(access).schemas()).containsExactly("sample");
            assertThat(new Migrations(access).toNewest("sample")).isEqualTo(1);
            assertThat(client(access)
                            .sql("SELECT colour FROM sample.deal WHERE id = 'colourless'")
                            .query(String.class)
                            .single())
                    .isEqualTo("none");
        }
    }

    private int checksum(String version) {
        return sql.sql("SELECT checksum FROM sample.flyway_schema_history WHERE version = ?")
                .param(version)
                .query(Integer.class)
                .single();
    }

    @Test
    void doesNotOverwriteAFile() throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("mine.zip"), "mine");

        assertThatThrownBy(() -> backup("mine.zip")).hasMessageContaining("is there already; choose another name");
        assertThat(file).hasContent("mine");
    }
}
