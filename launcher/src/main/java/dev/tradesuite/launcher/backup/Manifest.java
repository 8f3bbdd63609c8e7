package dev.tradesuite.launcher.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, and what has to be found in it again.
 *
 * @param format version of the layout of the file
 * @param createdAt moment of the data
 * @param build version of the suite that wrote it
 * @param database the database
 * @param topics topics of Kafka; absent when the backup was made without events
 * @param files every other entry of the file, with its checksum
 */
public record Manifest(
        int format,
        Instant createdAt,
        String build,
        Content database,
        @Nullable List<Topic> topics,
        List<Entry> files) {

    /** Version of the layout this build reads and writes. */
    static final int FORMAT = 1;

    /** Name of the manifest in the file. */
    static final String NAME = "manifest.json";

    static final String SECRETS = "secrets.properties";
    static final String SIGNING_KEY = "issuer-key.json";

    /** Messages of Kafka, one JSON object a line. */
    static final String EVENTS = "events.jsonl";

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public Manifest {
        topics = topics == null ? null : List.copyOf(topics);
        files = List.copyOf(files);
    }

    /** Whether it holds the messages of Kafka. */
    boolean hasEvents() {
        return topics != null;
    }

    /** How many tables there are. */
    public int tables() {
        return database.tables().size();
    }

    /** All rows of all tables. */
    public long rows() {
        return database.tables().stream().mapToLong(Table::rows).sum();
    }

    /** Messages of Kafka that were not handled yet, and dead letters. */
    public long events() {
        return topics == null ? 0 : topics.stream().mapToLong(Topic::messages).sum();
    }

    /**
     * The database.
     *
     * @param schemas which migrations made each schema
     * @param partitions parts of partitioned tables
     * @param tables rows of each table
     * @param sequences where each sequence stands
     */
    record Content(List<Schema> schemas, List<Partition> partitions, List<Table> tables, List<Sequence> sequences) {

        Content {
            schemas = List.copyOf(schemas);
            partitions = List.copyOf(partitions);
            tables = List.copyOf(tables);
            sequences = List.copyOf(sequences);
        }
    }

    /**
     * A schema and the migrations that made it, oldest first.
     *
     * @param migrations applied ones with a version
     */
    record Schema(String name, List<Migration> migrations) {

        Schema {
            migrations = List.copyOf(migrations);
        }

        /** The newest version; nothing for an empty schema. */
        Optional<String> version() {
            return migrations.isEmpty()
                    ? Optional.empty()
                    : Optional.of(migrations.getLast().version());
        }
    }

    record Migration(String version, @Nullable Integer checksum) {}

    /**
     * A part of a partitioned table.
     *
     * @param bound its bounds, as in {@code FOR VALUES FROM ... TO ...}
     */
    record Partition(String schema, String name, String parent, String bound) {}

    /**
     * A table.
     *
     * @param columns names in the order of the rows, quoted, with commas
     * @param rows how many
     * @param file entry that holds them, as PostgreSQL's COPY writes them
     */
    record Table(String schema, String name, String columns, long rows, String file) {}

    record Sequence(String schema, String name, long lastValue) {}

    /**
     * A topic.
     *
     * @param partitions how many it has
     * @param messages how many of its messages are in the backup
     */
    record Topic(String name, int partitions, long messages) {}

    /**
     * Another entry of the file.
     *
     * @param sha256 of its content, hexadecimal
     */
    record Entry(String name, String sha256) {}
}
