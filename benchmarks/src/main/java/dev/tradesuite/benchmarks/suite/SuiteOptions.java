package dev.tradesuite.benchmarks.suite;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the running suite is; the defaults are those of {@code ./suite up} in the project folder. */
public final class SuiteOptions {

    private static final String DEFAULT = "Default: ${DEFAULT-VALUE}";

    @Option(names = "--state", paramLabel = "FOLDER", defaultValue = ".suite", description = DEFAULT)
    private Path state;

    @Option(names = "--issuer", paramLabel = "URL", defaultValue = "http://localhost:9000", description = DEFAULT)
    private URI issuer;

    @Option(names = "--brain", paramLabel = "URL", defaultValue = "http://localhost:8001", description = DEFAULT)
    private URI brain;

    @Option(names = "--ledger", paramLabel = "URL", defaultValue = "http://localhost:8003", description = DEFAULT)
    private URI ledger;

    @Option(names = "--orchestrator", paramLabel = "URL", defaultValue = "http://localhost:8004", description = DEFAULT)
    private URI orchestrator;

    @Option(names = "--risk", paramLabel = "URL", defaultValue = "http://localhost:8009", description = DEFAULT)
    private URI risk;

    @Option(names = "--signals", paramLabel = "URL", defaultValue = "http://localhost:8010", description = DEFAULT)
    private URI signals;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            defaultValue = "jdbc:postgresql://localhost:15432/suite",
            description = DEFAULT)
    private String jdbcUrl;

    public URI issuer() {
        return issuer;
    }

    public URI brain() {
        return brain;
    }

    public URI ledger() {
        return ledger;
    }

    public URI orchestrator() {
        return orchestrator;
    }

    public URI risk() {
        return risk;
    }

    public URI signals() {
        return signals;
    }

    /** The passwords in the state folder. */
    public SuiteSecrets secrets() {
        return SuiteSecrets.read(state.resolve("secrets.properties"));
    }

    /** A client with a token for everything but approvals. */
    public SuiteClient client() {
        return SuiteClient.signedIn(issuer, secrets());
    }

    /** A client with a token that approves. */
    public SuiteClient approver() {
        return SuiteClient.signedIn(issuer, secrets(), "trade:read approve admin");
    }

    /** The suite's database. */
    public SuiteDatabase database() {
        return new SuiteDatabase(jdbcUrl, secrets().databasePassword());
    }
}
