package dev.tradesuite.learning.policy;

/**
 * Size of a network.
 *
 * @param kind what it can remember
 * @param inputs readings of a bar and the position held, 1 or more
 * @param cells cells of its one hidden layer, 1 to 1,024
 */
public record NetworkShape(NetworkKind kind, int inputs, int cells) {

    private static final int MOST = 1_024;

    public NetworkShape {
        if (inputs < 1 || inputs > MOST || cells < 1 || cells > MOST) {
            throw new IllegalArgumentException(
                    "a network takes 1 to 1,024 inputs and cells, got %d and %d".formatted(inputs, cells));
        }
    }

    /** A network for so many readings of a bar; the position held is one input more. */
    public static NetworkShape forReadings(NetworkKind kind, int readings, int cells) {
        return new NetworkShape(kind, readings + 1, cells);
    }

    /** Gates of a cell; one without memory has a single one. */
    int gates() {
        return kind == NetworkKind.LSTM ? 4 : 1;
    }

    int weights() {
        int recurrent = kind == NetworkKind.LSTM ? cells : 0;
        return (inputs + recurrent + 1) * gates() * cells + (cells + 1) * PolicyNetwork.OUTPUTS;
    }
}
