package dev.tradesuite.launcher;

import dev.tradesuite.launcher.service.SuiteService;
import java.util.List;
import java.util.Set;

/** A small table of services, independent of the real one. */
public final class TestServices {

    public static final SuiteService BRAIN = new SuiteService("brain", 8001, TestServices.class, Set.of("postgresql"));
    public static final SuiteService GATEWAY =
            new SuiteService("gateway", 8000, TestServices.class, Set.of("brain-service"));
    public static final List<SuiteService> ALL = List.of(BRAIN, GATEWAY);

    private TestServices() {}
}
