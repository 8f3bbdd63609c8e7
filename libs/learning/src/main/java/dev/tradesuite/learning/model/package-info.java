/**
 * Model versions: {@link dev.tradesuite.learning.model.ModelFolder} keeps them,
 * {@link dev.tradesuite.learning.model.TrainedModel} answers on closed bars,
 * {@link dev.tradesuite.learning.model.ModelCard} says where a model comes from and what it is worth.
 */
@NullMarked
package dev.tradesuite.learning.model;

import org.jspecify.annotations.NullMarked;
