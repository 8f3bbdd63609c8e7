package dev.tradesuite.test;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.DockerClientFactory;

/** The services around the one under test: each started at its first use, once for each JVM, and ended with it. */
final class TestServices {

    private static final Supplier<Boolean> DOCKER =
            SingletonSupplier.of(() -> DockerClientFactory.instance().isDockerAvailable());

    private static final Supplier<TestDatabase> DATABASE =
            SingletonSupplier.of(() -> DOCKER.get() ? TestDatabase.container() : TestDatabase.embedded());

    private static final Supplier<TestBroker> BROKER =
            SingletonSupplier.of(() -> DOCKER.get() ? TestBroker.container() : TestBroker.embedded());

    private static final Supplier<TestIssuer> ISSUER = SingletonSupplier.of(TestIssuer::start);

    private TestServices() {}

    static TestDatabase database() {
        return DATABASE.get();
    }

    static TestBroker broker() {
        return BROKER.get();
    }

    static TestIssuer issuer() {
        return ISSUER.get();
    }
}
