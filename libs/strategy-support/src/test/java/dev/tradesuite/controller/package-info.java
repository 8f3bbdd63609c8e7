/** Tests of what controllers share. */
@NullMarked
package dev.tradesuite.controller;

import org.jspecify.annotations.NullMarked;
