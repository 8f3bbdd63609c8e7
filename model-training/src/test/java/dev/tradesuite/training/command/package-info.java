@NullMarked
package dev.tradesuite.training.command;

import org.jspecify.annotations.NullMarked;
