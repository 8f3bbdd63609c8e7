package dev.tradesuite.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A file of bars that walk at random, from a seed. */
public final class Walk {

    private Walk() {}

    /** Writes five-minute bars of WALK in one file with those of another symbol. */
    public static Path write(Path file, int bars, long seed) throws IOException {
        Random random = new Random(seed);
        Instant time = Instant.parse("2026-01-05T00:00:00Z");
        double price = 1.1;
        List<String> lines = new ArrayList<>(List.of("time_utc,symbol,open,high,low,close,tick_volume"));
        for (int bar = 0; bar < bars; bar++) {
            double close = price * (1 + 0.0003 * random.nextGaussian());
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,WALK,%.6f,%.6f,%.6f,%.6f,7",
                    time,
                    price,
                    Math.max(price, close) + 0.00005,
                    Math.min(price, close) - 0.00005,
                    close));
            lines.add(time + ",OTHER,1,1,1,1,7");
            price = close;
            time = time.plusSeconds(300);
        }
        return Files.write(file, lines);
    }
}
