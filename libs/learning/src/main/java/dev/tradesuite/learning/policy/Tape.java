package dev.tradesuite.learning.policy;

/**
 * What a network has computed, step by step; going back through it gives the gradients.
 *
 * <p>A tape of two steps suffices for asking: each step only needs the one before it.
 */
final class Tape {

    final int capacity;
    final double[][] input;
    /** What the cells emit. */
    final double[][] hidden;
    /** What the cells remember; empty for a network without memory. */
    final double[][] memory;

    final double[][] memoryTanh;
    /** Input, forget, candidate and output gates, one block of cells each. */
    final double[][] gates;
    /** Scores of short, flat and long, then the value. */
    final double[][] output;

    int length;

    Tape(int capacity, int inputs, int cells, boolean remembering) {
        this.capacity = capacity;
        this.input = new double[capacity][inputs];
        this.hidden = new double[capacity][cells];
        this.output = new double[capacity][PolicyNetwork.OUTPUTS];
        this.memory = new double[remembering ? capacity : 0][cells];
        this.memoryTanh = new double[remembering ? capacity : 0][cells];
        this.gates = new double[remembering ? capacity : 0][4 * cells];
    }

    /** The row of the next step. */
    int next() {
        return length % capacity;
    }

    /** The row of the step before the next; -1 at the beginning. */
    int previous() {
        return length == 0 ? -1 : (length - 1) % capacity;
    }

    void rewind() {
        length = 0;
    }
}
