/**
 * Following: changes of a model's signal become orders of the accounts that gave its strategy capital.
 *
 * <p>{@link dev.tradesuite.portfolio.following.FollowingService} hears the bars and notes what is to be done;
 * {@link dev.tradesuite.portfolio.following.FollowWork} does it, and says of each change either which order it became
 * or why it became none.
 */
@NullMarked
package dev.tradesuite.portfolio.following;

import org.jspecify.annotations.NullMarked;
