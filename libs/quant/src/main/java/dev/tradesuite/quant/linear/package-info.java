/**
 * The few dense routines that moments, optimisers and risk need: {@link dev.tradesuite.quant.linear.SymmetricMatrix} is
 * the value they exchange, {@link dev.tradesuite.quant.linear.Cholesky} solves with it,
 * {@link dev.tradesuite.quant.linear.SymmetricEigen} takes it apart, {@link dev.tradesuite.quant.linear.Vectors} has
 * the inner loops.
 *
 * <p>Inner loops update whole rows with {@link java.lang.Math#fma}, which the compiler turns into vector instructions;
 * it does not do so for sums of products.
 */
@NullMarked
package dev.tradesuite.quant.linear;

import org.jspecify.annotations.NullMarked;
