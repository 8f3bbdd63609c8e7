package dev.tradesuite.benchmarks.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A port for every part of the scratch suite, one after the other. */
final class Ports {

    static final String GATEWAY = "gateway";
    static final String ISSUER = "issuer";
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    /** Services that are started, in the order they are killed. */
    static final List<String> SERVICES = List.of(
            "orchestrator", "ledger", "risk", "brain", "sizing", GATEWAY, "portfolio", "signals-api", "momentum");

    private static final List<String> OTHERS = List.of(
            "mean_reversion", "arbitrage", "hybrid", ISSUER, "gateway-metrics", POSTGRES, KAFKA, "kafka-controller");

    private final Map<String, Integer> byName = new LinkedHashMap<>();

    Ports(int first) {
        int port = first;
        for (String name : SERVICES) {
            byName.put(name, port++);
        }
        for (String name : OTHERS) {
            byName.put(name, port++);
        }
    }

    int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no part is called " + name);
        }
        return port;
    }

    /** The words that tell the launcher. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        byName.forEach((name, port) -> words.add("--set=ports.%s=%d".formatted(name, port)));
        return words;
    }
}
