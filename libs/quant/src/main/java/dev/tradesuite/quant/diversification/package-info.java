/**
 * How much several assets move as one: {@link dev.tradesuite.quant.diversification.PairCorrelations} measures each pair
 * over the periods both have, {@link dev.tradesuite.quant.diversification.Diversification} says in one figure how many
 * independent ones there are, {@link dev.tradesuite.quant.diversification.AlikeGroups} joins those that are alike, and
 * {@link dev.tradesuite.quant.diversification.UnlikeSelection} chooses some that are not.
 */
@NullMarked
package dev.tradesuite.quant.diversification;

import org.jspecify.annotations.NullMarked;
