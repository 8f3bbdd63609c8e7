package dev.tradesuite.benchmarks.flow.front;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/** The front of the chain. The hops are groups of their own, each with its pool, breaker and bulkhead. */
@SpringBootApplication
@ImportHttpServices(group = FrontApplication.FIRST, types = HopApi.class)
@ImportHttpServices(group = FrontApplication.SECOND, types = HopApi.class)
@ImportHttpServices(group = FrontApplication.THIRD, types = HopApi.class)
public class FrontApplication {

    /** Name of the service and of its configuration file. */
    public static final String NAME = "benchmark-front";

    public static final String FIRST = "first";
    public static final String SECOND = "second";
    public static final String THIRD = "third";
}
