package dev.tradesuite.benchmarks.markets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file in the JSON of the Gamma API, with prices, liquidity and volume as different as on the real venue. */
final class GammaFile {

    private GammaFile() {}

    /** A temporary file with this many markets, ten for each event. */
    static Path of(int markets) throws IOException {
        Random random = new Random(7);
        Path file = Files.createTempFile("markets", ".json");
        file.toFile().deleteOnExit();
        String events = IntStream.range(0, markets / 10)
                .mapToObj(event -> event(event, random))
                .collect(Collectors.joining(",\n"));
        return Files.writeString(file, "[" + events + "]");
    }

    private static String event(int id, Random random) {
        String markets = IntStream.range(0, 10)
                .mapToObj(number -> market(id * 10 + number, random))
                .collect(Collectors.joining(",\n"));
        return """
                {"id": "%1$d", "title": "Event %1$d", "active": true, "closed": false, "liquidity": %2$d,
                 "volume": %3$d, "markets": [
                %4$s]}"""
                .formatted(id, amount(random, 60_000), amount(random, 2_000_000), markets);
    }

    private static String market(int id, Random random) {
        int thousandths = 10 + random.nextInt(980);
        return """
                {"id": "%1$d", "question": "Does case %1$d come true?", "outcomes": "[\\"Yes\\", \\"No\\"]",
                 "outcomePrices": "[\\"%2$s\\", \\"%3$s\\"]", "bestBid": %4$s, "bestAsk": %5$s, "liquidity": "%6$d",
                 "volume": "%7$d", "active": true, "closed": false, "acceptingOrders": true, "enableOrderBook": true,
                 "updatedAt": "2026-01-31T18:05:00Z"}"""
                .formatted(
                        id,
                        price(thousandths),
                        price(1000 - thousandths),
                        price(thousandths - 5),
                        price(thousandths + 5),
                        amount(random, 20_000),
                        amount(random, 300_000));
    }

    private static String price(int thousandths) {
        return "0.%03d".formatted(thousandths);
    }

    /** Spread over orders of magnitude around the middle, as amounts of markets are. */
    private static long amount(Random random, double middle) {
        return Math.round(middle * Math.exp(1.5 * random.nextGaussian()));
    }
}
