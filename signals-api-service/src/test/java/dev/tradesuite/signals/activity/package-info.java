@NullMarked
package dev.tradesuite.signals.activity;

import org.jspecify.annotations.NullMarked;
