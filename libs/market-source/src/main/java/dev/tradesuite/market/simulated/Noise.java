package dev.tradesuite.market.simulated;

/**
 * Random numbers that are looked up rather than drawn: the same key always has the same ones.
 *
 * @param key names a stream of numbers
 */
record Noise(long key) {

    /** The stream for a part of this one, such as a market of an event. */
    Noise part(long number) {
        return new Noise(mixed(key * 0x9E3779B97F4A7C15L + number + 1));
    }

    /** From 0 to below 1. */
    double uniform(long number) {
        return (part(number).key >>> 11) * 0x1.0p-53;
    }

    /** Uniform between two bounds. */
    double between(long number, double low, double high) {
        return low + (high - low) * uniform(number);
    }

    /** Normally distributed with mean 0 and variance 1, by the transform of Box and Muller. */
    double normal(long number) {
        Noise own = part(number);
        double radius = Math.sqrt(-2 * Math.log(1 - own.uniform(0)));
        return radius * Math.cos(2 * Math.PI * own.uniform(1));
    }

    /** The finalizer of SplitMix64: every bit of the input moves about half of the output's. */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
