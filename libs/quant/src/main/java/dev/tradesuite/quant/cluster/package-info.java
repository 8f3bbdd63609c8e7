/**
 * Assets that move together: {@link dev.tradesuite.quant.cluster.Dendrogram} joins the closest ones step by step.
 *
 * <p>Distances come from correlations, so that what moves as one is at 0 and what moves against each other at 1.
 */
@NullMarked
package dev.tradesuite.quant.cluster;

import org.jspecify.annotations.NullMarked;
