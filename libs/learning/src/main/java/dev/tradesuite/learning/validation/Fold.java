package dev.tradesuite.learning.validation;

import java.util.List;

/**
 * Rows to train on and later rows to test on.
 *
 * @param number from 1
 * @param train row numbers, ascending
 * @param test row numbers, ascending, all later
 */
public record Fold(int number, List<Integer> train, List<Integer> test) {

    public Fold {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }
}
